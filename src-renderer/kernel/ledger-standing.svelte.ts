import type { DeviceKeyView } from '../../src-main/contract/evidence-device-key.ts';
import type { LedgerStanding } from '../../src-main/contract/evidence.ts';
import { call, hear } from './client.svelte.ts';
import { attempt } from './failures.svelte.ts';

let standing = $state.raw<LedgerStanding | undefined>(undefined);
let key = $state.raw<DeviceKeyView | undefined>(undefined);

/** Whether the ledger can be relied on, and whether it is being signed; the frame shows both everywhere. */
export const ledger = {
  get standing(): LedgerStanding | undefined {
    return standing;
  },
  get key(): DeviceKeyView | undefined {
    return key;
  },
  /** Neither the start's look at the newest entries nor the last full check found a fault. */
  get sound(): boolean {
    return standing === undefined || (standing.tail.ok && (standing.last?.faults.length ?? 0) === 0);
  },
};

async function load(): Promise<void> {
  standing = (await attempt(() => call('evidence.standing', {}))) ?? standing;
  key = (await attempt(() => call('evidence.keyState', {}))) ?? key;
}

/** Looks once and follows what changes; call the answer to stop. What nobody follows any more is not known either. */
export function followLedger(): () => void {
  void load();
  const stop = hear('changed', ({ features }) => void (features.includes('evidence') && load()));
  return () => {
    stop();
    standing = undefined;
    key = undefined;
  };
}
