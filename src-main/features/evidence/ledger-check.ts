import { z } from 'zod';
import type { LedgerCheck, LedgerVerdict } from '../../contract/evidence.ts';
import { isGap } from '../../ledger/chain-report.ts';
import { verifyChain } from '../../ledger/chain.ts';
import { signatureVerifier } from '../../ledger/device-key.ts';
import type { ChainHead } from '../../ledger/entry.ts';
import { sha256 } from '../../ledger/node-digest.ts';
import type { Anchor } from '../../ledger/verdict.ts';
import type { Store } from '../../store/store.ts';
import { devicePublicKeys } from '../../kernel/device-key.ts';
import type { Fault } from '../../kernel/integrity/fault.ts';
import { entriesOf, integrityPass } from '../../kernel/integrity/pass.ts';
import { frozenWords } from '../../kernel/papers/members.ts';
import { putSetting, readSetting, type Setting, settingFault } from '../../kernel/papers/settings.ts';
import type { RecordKinds } from '../../kernel/papers/unreadable.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { depositFaults } from './deposit/deposit-facts.ts';

/** Entries that the check at start looks at first: quick however long the ledger is. */
const TAIL = 200;
/** Where the ledger stood at the last full check without a fault. */
export const LAST_HEAD: Setting<ChainHead> = {
  name: SETTINGS.evidence.headChecked,
  schema: z.strictObject({ sequence: z.number(), hash: z.string() }),
};
const verdict = {
  integrity: z.enum(['intact', 'altered', 'incomplete']).exactOptional(),
  identity: z
    .strictObject({ keyId: z.string().exactOptional(), known: z.enum(['pinned', 'new', 'conflict', 'unsigned']) })
    .exactOptional(),
  time: z
    .strictObject({
      source: z.enum(['device-clock', 'time-stamp']),
      authority: z.string().exactOptional(),
      trusted: z.boolean().exactOptional(),
      anchored: z.array(z.enum(['second-file', 'keychain', 'printed-head'])),
    })
    .exactOptional(),
  remarks: z.array(frozenWords).exactOptional(),
  unchecked: z.array(frozenWords).exactOptional(),
  heldSince: z.array(frozenWords).exactOptional(),
};
/** What the last full check found. */
export const LAST_CHECK: Setting<LedgerCheck & Partial<LedgerVerdict>> = {
  name: SETTINGS.evidence.lastCheck,
  schema: z.strictObject({
    ok: z.boolean(),
    checked: z.number(),
    faults: z.array(z.strictObject({ sequence: z.number().exactOptional(), text: frozenWords })),
    total: z.number().exactOptional(),
    cause: z.enum(['chain', 'no-entry', 'gone', 'records']).exactOptional(),
    at: z.string(),
    ...verdict,
  }),
};
/** A ledger that is broken throughout need not be told line by line; how many there are is told all the same. */
export const MOST_FAULTS = 100;

/**
 * Checks everything that there is, against what is known from outside of the file, too, and keeps what was found with its
 * date. The ledger's own key is known by the note that was made of it when it was first used.
 */
export async function checkLedger(
  store: Store,
  at: string,
  kinds: RecordKinds,
  anchors: readonly Anchor[] = [],
): Promise<LedgerVerdict> {
  const expectedHead = lastHead(store);
  const { entries, faults, remarks, unchecked, heldSince, head, ...three } = await integrityPass(store, {
    kinds,
    anchors,
    expectedHead,
  });
  const deposited = depositFaults(store);
  const found = asCheck(entries, [...faults, ...deposited], at);
  const ok = found.ok && unchecked.length === 0;
  const integrity = deposited.length > 0 ? 'altered' : three.integrity;
  const check: LedgerVerdict = { ...found, ok, ...three, integrity, remarks, unchecked, heldSince };
  const ports = { store, now: () => new Date(at) };
  putSetting(ports, LAST_CHECK, check);
  if (found.ok && head) putSetting(ports, LAST_HEAD, head);
  return check;
}

/** Checks the newest entries against the one before them. */
export async function checkTail(store: Store, at: string): Promise<LedgerCheck> {
  const head = store.ledger.head();
  const first = Math.max(1, (head?.sequence ?? 0) - TAIL + 1);
  const before = first === 1 ? undefined : store.ledger.at(first - 1);
  const columns: Fault[] = [];
  const report = await verifyChain(entriesOf(store.ledger.rows(first), columns), {
    digest: sha256,
    verifySignature: signatureVerifier(devicePublicKeys(store)),
    from: before && { sequence: before.sequence, hash: before.hash },
  });
  const faults = report.faults.map(({ kind, sequence, why }): Fault => ({
    sequence,
    text: why,
    about: 'chain',
    ...(isGap(kind) ? { missing: true } : {}),
  }));
  return asCheck(report.entries, [...faults, ...columns], at);
}

/** What the last full check found. */
export function lastCheck(store: Store): (LedgerCheck & Partial<LedgerVerdict>) | undefined {
  return readable(store, LAST_CHECK);
}

/** Where the ledger stood at the last full check without a fault. */
export function lastHead(store: Store): ChainHead | undefined {
  return readable(store, LAST_HEAD);
}

/** What a check kept for the next one; nothing where that cannot be read, which the check itself tells. */
function readable<Value>(store: Store, setting: Setting<Value>): Value | undefined {
  return settingFault(store, setting) ? undefined : readSetting(store, setting);
}

function asCheck(checked: number, faults: readonly Fault[], at: string): LedgerCheck {
  const told = faults.slice(0, MOST_FAULTS).map(({ missing: _, about: __, ...fault }) => fault);
  if (faults.length === 0) return { ok: true, checked, faults: told, at };
  return { ok: false, checked, faults: told, total: faults.length, cause: causeOf(faults), at };
}

/** A broken chain outweighs everything; else what all of them have in common, and where they have nothing, that they differ. */
function causeOf(faults: readonly Fault[]): NonNullable<LedgerCheck['cause']> {
  if (faults.some(({ about }) => about === 'chain')) return 'chain';
  if (faults.every(({ about }) => about === 'no-entry')) return 'no-entry';
  return faults.every(({ missing }) => missing) ? 'gone' : 'records';
}
