import { z } from 'zod';
import { POSITION_KINDS, type TagKind, tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import { type PositionInput, type PositionView, type Stance, STANCES } from '../../contract/settings-positions.ts';
import type { Store } from '../../store/store.ts';
import { putSetting, readSetting, type Setting } from '../papers/settings.ts';
import type { Ports } from '../ports.ts';
import { record } from '../record.ts';
import { SETTINGS } from '../stored-names.ts';

/** The company's position on a kind of clause. */
export interface Position {
  readonly stance: Stance;
  readonly note?: string;
}
export type Positions = ReadonlyMap<TagKind, Position>;

/** What the company says of kinds of clauses; a kind is named once at most. */
export const POSITIONS: Setting<{
  readonly v: 1;
  readonly positions: readonly { readonly kind: string; readonly stance: Stance; readonly note?: string }[];
}> = {
  name: SETTINGS.settings.positions,
  schema: z.strictObject({
    v: z.literal(1),
    positions: z.array(z.strictObject({ kind: z.string(), stance: z.enum(STANCES), note: z.string().exactOptional() })),
  }),
};

/** The positions by kind; of a kind that this version does not know, none. @throws Refusal `record-unreadable`. */
export function positionsOf(store: Store): Positions {
  const kept = readSetting(store, POSITIONS)?.positions ?? [];
  return new Map(
    kept.flatMap(({ kind, ...position }) => {
      const known = POSITION_KINDS.find((each) => each === kind);
      return known === undefined ? [] : [[known, position] as const];
    }),
  );
}

/** Every kind that one can have a position on, with the position. */
export function positionViews(store: Store): readonly PositionView[] {
  const positions = positionsOf(store);
  return POSITION_KINDS.map((kind) => ({
    kind,
    label: tagLabel(kind),
    group: tagKind(kind)?.conspicuous === undefined ? 'costly' : 'key',
    ...positions.get(kind),
  }));
}

/** Keeps what the company says of one kind, with its entry; without a stance it says nothing of it any more. */
export function keepPosition(ports: Ports, { kind, stance, note }: PositionInput): void {
  const kept = readSetting(ports.store, POSITIONS)?.positions ?? [];
  const before = kept.find((each) => each.kind === kind);
  const words = note?.trim();
  const now = stance && { kind, stance, ...(words ? { note: words } : {}) };
  record(ports, {
    entry: {
      kind: 'settings-changed',
      subject: `setting:${SETTINGS.settings.positions}`,
      payload: { clause: kind, ...(now ? { now: { ...now } } : {}), ...(before ? { before: { ...before } } : {}) },
    },
    write: () =>
      putSetting(ports, POSITIONS, {
        v: 1,
        positions: [...kept.filter((each) => each.kind !== kind), ...(now ? [now] : [])],
      }),
    changed: ['settings', 'library', 'review', 'import'],
  });
}
