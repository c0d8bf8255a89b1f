import type { DeviceKeyView } from '../../src-main/contract/evidence-device-key.ts';
import type { LedgerCheck, LedgerStanding } from '../../src-main/contract/evidence.ts';
import { sentence } from '../../assets/messages/say.ts';
import { call, hear } from './client.svelte.ts';
import { dateTime } from './dates.ts';
import { attempt } from './failures.svelte.ts';
import { t } from './preferences.svelte.ts';

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

/** Entries written since everything was verified; without a verification, all of them. */
export const unverifiedOf = ({ count, last }: LedgerStanding): number => Math.max(0, count - (last?.checked ?? 0));

/** How many faults a check found: more than it lists, where there are very many. */
export const faultCount = ({ total, faults }: LedgerCheck): number => total ?? faults.length;

/** What a check that failed found, by the kind of it. */
export function brokenWords(check: LedgerCheck): string {
  const count = faultCount(check);
  if (count === 0) return t('evidence.notVerified');
  const why = sentence(`evidence.broken.${check.cause ?? 'records'}`, { count });
  return t('evidence.notVerifiedBecause', { why });
}

/** What of the ledger was looked at, when, and how much was written since: one sentence, wherever it is told. */
export function lookedAt(standing: LedgerStanding): string {
  const { last } = standing;
  if (last === undefined) return t('evidence.neverChecked');
  // The day itself, which stays true overnight.
  const when = dateTime(last.at);
  if (last.faults.length > 0) return t('evidence.faultsAt', { when, faults: faultCount(last) });
  const since = unverifiedOf(standing);
  if (last.checked === 1)
    return since === 0 ? t('evidence.checkedFirst', { when }) : t('evidence.checkedFirstSince', { when, since });
  return since === 0
    ? t('evidence.checkedAt', { when, count: last.checked })
    : t('evidence.checkedSince', { when, count: last.checked, since });
}

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
