import { z } from 'zod';
import {
  type LedgerNote,
  type NotePlace,
  noteOf,
  compareNote,
  type LedgerState,
} from '../../ledger/anchors/ledger-note.ts';
import type { Store } from '../../store/store.ts';
import { DEVICE_KEY, DEVICE_SUBJECT, storedDeviceKey } from '../device-key.ts';
import { putSetting, readSetting, type Setting, settingFault } from '../papers/settings.ts';
import type { AnchorKeeper, PlacedFinding } from '../ports.ts';
import { SETTINGS } from '../stored-names.ts';

export type { NotePlace };

/** Where anchors are kept on this machine, outside of the data folder. */
export interface AnchorStorage {
  /** Which machine and folder they belong to. */
  readonly where: string;
  /** The places that there are, the plainest first. */
  readonly places: () => readonly NotePlace[];
  /** What was noted there; undefined where nothing was, null where it cannot be read. */
  readonly read: (place: NotePlace) => string | undefined | null;
  /** @throws where it cannot be written. */
  readonly write: (place: NotePlace, text: string) => void;
}

/** Where the ledger was noted: a note that is missing there was taken away. */
export const ANCHORED: Setting<{ readonly where: string; readonly places: readonly NotePlace[] }> = {
  name: SETTINGS.evidence.anchored,
  schema: z.strictObject({ where: z.string(), places: z.array(z.enum(['second-file', 'keychain'])) }),
};

const head = z.strictObject({ sequence: z.number().int().min(1), hash: z.string().length(64) });
const anchorShape: z.ZodType<LedgerNote> = z.strictObject({
  format: z.literal('assent-ledger-note-1'),
  first: z.string().length(64),
  head,
  keyId: z.string().exactOptional(),
  at: z.string(),
  trail: z.array(head),
});

/** An anchor out of its text; undefined where it is none. */
export function readNote(text: string): LedgerNote | undefined {
  try {
    return anchorShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Compares the ledger with every anchor, once, before anything is written, and keeps the anchors from then on. */
export function anchorKeeper(store: Store, storage: AnchorStorage, now: () => Date): AnchorKeeper {
  const known = new Map<NotePlace, LedgerNote>();
  const noted = settingFault(store, ANCHORED) ? undefined : readSetting(store, ANCHORED);
  const notedAt = noted?.where === storage.where ? noted.places : undefined;
  let found: readonly PlacedFinding[] = storage.places().flatMap((place): readonly PlacedFinding[] => {
    const text = storage.read(place);
    const anchor = typeof text === 'string' ? readNote(text) : undefined;
    if (!anchor)
      return text === null || text !== undefined || notedAt?.includes(place)
        ? [{ place, at: now().toISOString(), finding: { state: 'note-gone' } }]
        : [];
    known.set(place, anchor);
    const finding = compareNote(anchor, ledgerState(store));
    return finding.state === 'agrees' ? [] : [{ place, at: anchor.at, finding }];
  });

  const remembered = new Set(notedAt);

  function write(): void {
    const state = ledgerState(store);
    for (const place of storage.places()) {
      const before = known.get(place);
      const anchor = noteOf(state, now().toISOString(), before);
      if (!anchor || (before?.head.hash === anchor.head.hash && before.keyId === anchor.keyId)) continue;
      try {
        storage.write(place, JSON.stringify(anchor));
        known.set(place, anchor);
      } catch {
        // A place that cannot be written keeps its older note, which the ledger goes on agreeing with.
      }
    }
    const places = [...known.keys()];
    if (places.some((place) => !remembered.has(place))) {
      putSetting({ store, now }, ANCHORED, { where: storage.where, places });
      places.forEach((place) => remembered.add(place));
    }
  }

  return {
    all: () =>
      [...known].map(([where, { head, keyId, first }]) => ({
        where,
        ...head,
        first,
        ...(keyId === undefined ? {} : { keyId }),
      })),
    findings: () => found,
    note: () => {
      if (found.length === 0) write();
    },
    accept: () => {
      found = [];
      // What was noted before may be of a history that this one is not.
      known.clear();
      write();
    },
  };
}

/** No anchors: where nobody relies on what is recorded. */
export const NO_ANCHORS: AnchorKeeper = {
  all: () => [],
  findings: () => [],
  note: () => undefined,
  accept: () => undefined,
};

function ledgerState(store: Store): LedgerState {
  const hashAt = (sequence: number): string | undefined => store.ledger.hashAt(sequence);
  const sealed = settingFault(store, DEVICE_KEY) ? undefined : storedDeviceKey(store);
  return {
    first: hashAt(1),
    head: store.ledger.tip(),
    hashAt,
    keyId: sealed?.id,
    retired: (keyId) =>
      store.ledger
        .ofSubject(DEVICE_SUBJECT)
        .some(
          ({ kind, payload }) =>
            kind !== 'key-created' && (payload as { readonly id?: unknown } | undefined)?.id === keyId,
        ),
  };
}
