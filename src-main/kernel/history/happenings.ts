import { textNamed } from '../../store/agreements.ts';
import { z } from 'zod';
import type { HistoryEvent } from '../../acceptance/history.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { date, id, sha256, words } from '../../contract/call.ts';
import { CONCLUDED_HOW, conclusionDetails, sealsOfBoth } from '../../contract/review-conclusions.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Store } from '../../store/store.ts';
import type { FileToKeep } from '../kept-files.ts';
import type { Ports } from '../ports.ts';
import { record } from '../record.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../papers/repository.ts';
import { shape } from '../papers/shape.ts';
import { PAPERS } from '../stored-names.ts';

/** A day in Beijing, or the instant (UTC ISO) where it is known to the second. */
const time = z.union([date, z.iso.datetime({ precision: 3 })]);
const said = words(100).min(1);
const proof = z.strictObject({ sha256, name: words(255).min(1) });
const first = { said, proof: proof.optional() };

/**
 * What happened to a version in the world, as a person said it. `concluded`: it was accepted there. `completed`: a proof or a
 * detail of that was added later. `not-yet`: it was not, said when asked, and the day to be reminded. `used-on`: the service went on being used after a change. `kept-on`: a change was objected to in writing, and it goes on as it was. `ended`: it holds no more. `corrected`: a day
 * that was worked out otherwise. `statedEffective` is the day that the text itself gave when it was said.
 */
const happening = z.discriminatedUnion('kind', [
  z.strictObject({
    ...first,
    kind: z.literal('concluded'),
    how: z.enum(CONCLUDED_HOW),
    on: time,
    parties: sealsOfBoth.optional(),
    ...conclusionDetails,
    statedEffective: date.optional(),
  }),
  z.strictObject({ ...first, kind: z.literal('completed'), of: id, ...conclusionDetails }),
  z.strictObject({ ...first, kind: z.literal('not-yet'), remind: date.optional() }),
  z.strictObject({
    ...first,
    kind: z.literal('used-on'),
    from: date,
    noticeId: id,
    statedEffective: date.optional(),
  }),
  z.strictObject({ ...first, kind: z.literal('kept-on'), from: date, noticeId: id, against: id.optional() }),
  z.strictObject({
    ...first,
    kind: z.literal('ended'),
    from: date,
    why: z.enum(['terminated', 'expired']),
    reason: words(2000).optional(),
  }),
  z.strictObject({
    ...first,
    kind: z.literal('corrected'),
    what: z.enum(['from', 'until']),
    date,
    reason: words(2000).min(1),
  }),
]);
export type Happening = z.infer<typeof happening>;
/** One of a kind, without what is added when it is written down. */
export type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

/** A happening as it was recorded: `at` when, UTC ISO. */
export interface RecordedHappening {
  readonly id: string;
  readonly versionId: string;
  readonly at: string;
  readonly body: Happening;
}

/** Entries by what they record; nothing recorded ever changes its kind. */
export const HAPPENING_ENTRIES = {
  concluded: 'acceptance-concluded',
  completed: 'conclusion-completed',
  'not-yet': 'acceptance-not-yet',
  'used-on': 'use-reported',
  'kept-on': 'earlier-text-kept',
  ended: 'standing-ended',
  corrected: 'standing-corrected',
} as const satisfies Readonly<Record<Happening['kind'], EntryKind>>;

const KINDS = Object.keys(HAPPENING_ENTRIES) as readonly Happening['kind'][];

export const HAPPENING: PaperKind<Happening, Happening['kind']> = {
  name: PAPERS.review.happening,
  noun: sentence('kernel.papers.happening'),
  feature: 'review',
  states: KINDS,
  shape: shape(happening),
  called: ({ subject }, store) => {
    const version = subject === undefined ? undefined : store.agreements.version(subject);
    return version && textNamed(version);
  },
};

/** What people said of the world; the subject is the version. */
export const happenings = (store: Store): Repository<Happening, Happening['kind']> => repository(store, HAPPENING);

const recorded = ({ id: paperId, subject = '', createdAt, body }: Paper<Happening>): RecordedHappening => ({
  id: paperId,
  versionId: subject,
  at: createdAt,
  body,
});

/** What happened to one version, oldest first. */
export function happeningsOf(store: Store, versionId: string): readonly RecordedHappening[] {
  return happenings(store).list({ about: versionId }).map(recorded);
}

/** What happened to all versions, oldest first. */
export function allHappenings(store: Store): readonly RecordedHappening[] {
  return happenings(store).list().map(recorded);
}

/** A happening in the ledger of a colleague, as the payload of its entry holds it; undefined if it is none. */
export function happeningIn(payload: unknown): Happening | undefined {
  const { salt: _salt, happening: _id, ...body } = (payload ?? {}) as JsonObject;
  return happening.safeParse(body).data;
}

/** Writes down what happened to a version: its paper and its entry, in one transaction. */
export function recordHappening(
  ports: Pick<Ports, 'store' | 'ledger' | 'emit' | 'now' | 'newId'>,
  versionId: string,
  body: Happening,
  files: readonly FileToKeep[] = [],
): void {
  const kept = happening.parse(JSON.parse(JSON.stringify(body)));
  const happeningId = ports.newId();
  const at = ports.now().toISOString();
  record(ports, {
    entry: {
      at,
      kind: HAPPENING_ENTRIES[kept.kind],
      subject: `version:${versionId}`,
      payload: { happening: happeningId, ...kept } as unknown as JsonObject,
    },
    files,
    write: () => addHappening(ports.store, { id: happeningId, versionId, at, body: kept }),
    changed: ['library', 'review', 'compare', 'notices', 'letters', 'rights', 'agenda'],
  });
}

/** Adds what was recorded elsewhere: of a colleague, whose own ledger holds the entry. */
export function addHappening(store: Store, { id: paperId, versionId, at, body }: RecordedHappening): void {
  happenings(store).put({ id: paperId, subject: versionId, state: body.kind, body }, at);
}

/** What a happening is in the history of its agreement; that something is still to come, or was proved, is none. */
export function eventOf({ id: recordId, versionId, at, body }: RecordedHappening): HistoryEvent | undefined {
  const { statedEffective: _stated, ...event } = body as Happening & { readonly statedEffective?: string };
  if (event.kind === 'not-yet' || event.kind === 'completed') return undefined;
  return { versionId, at, ...event, ...(event.kind === 'concluded' ? { recordId } : {}) } as HistoryEvent;
}

/** The day of effect that a text gives; absent where it gives none or more than one. */
export function statedEffective({ facts }: AgreementDocument): string | undefined {
  const days = new Set(facts.flatMap(({ kind, value }) => (kind === 'effective-date' ? [value] : [])));
  const [day] = days;
  return days.size === 1 && typeof day === 'string' && date.safeParse(day).success ? day : undefined;
}
