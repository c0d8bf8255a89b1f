import { createDeviceKey, type DeviceKey } from '../../../src-main/ledger/device-key.ts';
import { appendEntry, type ChainHead, type EntryKind, type LedgerEntry } from '../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import type { JsonValue } from '../../../src-main/ledger/canonical-json.ts';

/** A keychain that only exists in this process; good enough to make keys quickly. */
const plainKeychain = { seal: (secret: Uint8Array) => secret, open: (sealed: Uint8Array) => sealed };

export function newKey(): DeviceKey {
  return createDeviceKey({ keychain: plainKeychain }).key;
}

export interface Said {
  readonly kind?: EntryKind;
  readonly subject?: string;
  readonly payload?: JsonValue;
  readonly at?: string;
  readonly rollback?: boolean;
}

/** A chain of the given drafts, signed when a key is given; one minute between entries. */
export function chainOf(drafts: readonly Said[], key?: DeviceKey): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  let head: ChainHead | undefined;
  for (const [index, said] of drafts.entries()) {
    const entry = appendEntry(
      head,
      {
        at: said.at ?? new Date(Date.UTC(2026, 10, 23, 0, index)).toISOString(),
        kind: said.kind ?? 'settings-changed',
        subject: said.subject ?? `setting:${index}`,
        payload: said.payload ?? { value: index },
        clock: { rollback: said.rollback ?? false, source: 'system', offsetMinutes: 480 },
      },
      key ? { digest: sha256, signer: key } : { digest: sha256 },
    );
    entries.push(entry);
    head = entry;
  }
  return entries;
}

export function drafts(count: number): Said[] {
  return Array.from({ length: count }, () => ({}));
}
