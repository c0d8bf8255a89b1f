import { Refusal } from '../../agreement/refusal.ts';
import { ENTRIES } from '../../ledger/bundle.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { readEntry } from '../../ledger/entry-shape.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { isObject, openBundle, parseJson, utf8 } from '../../ledger/open-bundle.ts';
import type { Store } from '../../store/store.ts';

/** What colleagues' rows are held against: the bundles that came in, as the ledger names them. */
export interface BundlesTakenIn {
  /** Whether a bundle holds this record, as canonical JSON. */
  readonly holdsRecord: (json: string) => boolean;
  /** The entries in which colleagues told of a happening. */
  readonly tellOf: (happening: string) => readonly LedgerEntry[];
  /** A bundle is gone, or cannot be opened: what came in with it cannot be found. */
  readonly lacking: boolean;
}

const RECORD = /^records\/[^/]+\.json$/u;

/** Opens the bundles when first asked for them, and once. */
export function bundlesTakenIn(store: Store): () => BundlesTakenIn {
  let opened: BundlesTakenIn | undefined;
  return () => (opened ??= openAll(store));
}

function openAll(store: Store): BundlesTakenIn {
  const records = new Set<string>();
  const told = new Map<unknown, LedgerEntry[]>();
  let lacking = false;
  for (const { payload } of store.ledger.latestOfKinds(['bundle-imported'], -1, 0)) {
    const files = filesOf(store, isObject(payload) ? payload['sha256'] : undefined);
    lacking ||= files === undefined;
    for (const [path, bytes] of files ?? []) {
      const record = RECORD.test(path) ? parseJson(utf8(bytes)) : undefined;
      if (isObject(record)) records.add(canonicalJson(record));
    }
    for (const line of (utf8(files?.get(ENTRIES)) ?? '').split('\n')) {
      const read = readEntry(parseJson(line));
      const happening = 'entry' in read && isObject(read.entry.payload) ? read.entry.payload['happening'] : undefined;
      if (!('entry' in read) || happening === undefined) continue;
      told.set(happening, [...(told.get(happening) ?? []), read.entry]);
    }
  }
  return { holdsRecord: (json) => records.has(json), tellOf: (happening) => told.get(happening) ?? [], lacking };
}

/** The files of a kept bundle; nothing where it is gone, is another one or cannot be opened. */
function filesOf({ attachments }: Store, sha256: unknown): ReadonlyMap<string, Uint8Array> | undefined {
  const bytes = typeof sha256 === 'string' ? attachments.bytes(sha256) : undefined;
  if (!bytes || sha256Hex(bytes) !== sha256) return undefined;
  try {
    return openBundle(bytes).files;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
