import { sentence } from '../../agreement/sentence.ts';
import type { Fault } from './fault.ts';
import { canonicalJson, type JsonObject } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';

/** Versions between two breaths: a large library is checked beside the work. */
const AT_ONCE = 10;
const ENTRIES_AT_ONCE = 100;
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Every reading is what its hash says, every reading that an entry names is there, and there is none that no entry names.
 * An entry of before readings were kept names the structure instead.
 */
export async function readingFaults(store: Store): Promise<readonly Fault[]> {
  const named = await readingsNamed(store);
  const faults: Fault[] = [];
  for (const [index, id] of store.agreements.versionIds().entries()) {
    const version = store.agreements.version(id);
    if (!version) continue;
    const { title, ordinal } = version;
    const whole = store.agreements.wholeReadings(id);
    const hashes = store.agreements.readings(id).map(({ sha256 }) => sha256);
    for (const kept of whole)
      if (!kept) faults.push({ text: sentence('evidence.ledger-check.reading-altered', { title, ordinal }) });
    // A colleague's version stands in the colleague's ledger, not in this one.
    const said = named.get(id);
    if (said) faults.push(...vouchedFaults(store, version, said, hashes));
    if (index % AT_ONCE === 0) await breath();
  }
  return faults;
}

interface Named {
  readonly sequence: number;
  readonly reading?: string;
  readonly structure?: string;
}

/** Entries and readings in the order they were written: the same reading may have been kept twice. */
function vouchedFaults(
  store: Store,
  { id, title, ordinal }: VersionRow,
  said: readonly Named[],
  hashes: readonly string[],
): readonly Fault[] {
  // Worked out only for entries that name no reading: it parses every document.
  let structures: readonly string[] | undefined;
  const placeOf = ({ reading, structure }: Named, from: number): number => {
    if (reading !== undefined) return hashes.indexOf(reading, from);
    structures ??= store.agreements.storedDocuments(id).map((document) => sha256Hex(canonicalJson(document)));
    return structure === undefined ? -1 : structures.indexOf(structure, from);
  };
  const faults: Fault[] = [];
  let [next, found] = [0, 0];
  for (const each of said) {
    const place = placeOf(each, next);
    if (place === -1) {
      const text = sentence('evidence.ledger-check.reading-gone', { entry: each.sequence });
      faults.push({ sequence: each.sequence, text, missing: true });
    } else {
      next = place + 1;
      found += 1;
    }
  }
  return found === hashes.length
    ? faults
    : [...faults, { text: sentence('evidence.ledger-check.reading-unvouched', { title, ordinal }), about: 'no-entry' }];
}

/** What the ledger says of the readings of each version, oldest first. */
async function readingsNamed(store: Store): Promise<ReadonlyMap<string, readonly Named[]>> {
  const named = new Map<string, Named[]>();
  let count = 0;
  for (const { entry } of store.ledger.rows()) {
    count += 1;
    if (count % ENTRIES_AT_ONCE === 0) await breath();
    if (entry?.kind !== 'version-saved' && entry?.kind !== 'reading-kept') continue;
    const { reading, structure } = (entry.payload ?? {}) as JsonObject;
    const id = entry.subject.replace(/^version:/u, '');
    const said = { sequence: entry.sequence, ...textOf('reading', reading), ...textOf('structure', structure) };
    named.set(id, [...(named.get(id) ?? []), said]);
  }
  return named;
}

const textOf = (name: 'reading' | 'structure', value: unknown): Partial<Named> =>
  typeof value === 'string' ? { [name]: value } : {};
