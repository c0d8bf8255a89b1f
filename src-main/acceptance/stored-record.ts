import { z } from 'zod';
import { CHANNEL_NAMES } from '../agreement/channel.ts';
import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import { RECORD_FORMATS } from '../ledger/bundle.ts';
import type { AcceptanceRecord, AcceptanceRecord1, AcceptanceRecord2 } from './record.ts';
import { type RecordView, recordView } from './record-view.ts';

const words = z.object({ zh: z.string(), en: z.string() });
const absence = z.object({
  absent: z.enum(['not collected', 'not applicable', 'not given', 'unavailable']),
  why: words,
});
const stated = <Value extends z.ZodType>(value: Value) => z.union([absence, value]);
const text = z.string().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const seconds = z.number().min(0);
const keptFile = z.object({ sha256: hash, name: text });

const shownClause = {
  clauseId: text,
  number: stated(text),
  heading: stated(text),
  kinds: stated(z.array(text)),
  emphasis: z.object({
    origin: z.enum(['source', 'source in part', 'rule', 'source and rule', 'none']),
    weight: stated(z.number()),
    decoration: stated(text),
    picture: stated(text),
  }),
};

const clause1 = z.object({
  ...shownClause,
  secondsVisible: seconds,
  secondsNeeded: seconds,
  acknowledgedAt: stated(text),
});

const onScreen = { seconds, needed: seconds };
const clause2 = z.object({
  ...shownClause,
  attention: z.discriminatedUnion('how', [
    z.object({ how: z.literal('seen'), ...onScreen, acknowledgedAt: text }),
    z.object({
      how: z.literal('inherited'),
      recordId: text,
      clauseHash: hash,
      seenOn: text,
      confirmedAt: text,
    }),
    z.object({ how: z.literal('not-seen'), ...onScreen }),
    z.object({ how: z.literal('shown'), ...onScreen }),
  ]),
});

const review = {
  openedAt: text,
  firstShownAt: stated(text),
  endReachedAt: stated(text),
  policy: z.object({ readingTimeFactor: z.number(), everyClause: z.boolean(), secondPerson: z.boolean() }),
  complete: z.boolean(),
  missing: stated(z.array(text)),
  annexes: stated(z.array(z.object({ versionId: text, title: text, openedAt: stated(text) }))),
};

const explanation = z.object({
  id: text,
  clauseId: text,
  number: stated(text),
  question: text,
  state: z.enum(['asked', 'sent', 'answered']),
  askedAt: text,
  sent: stated(z.object({ at: text, channel: z.enum(CHANNEL_NAMES), to: text, proof: stated(keptFile) })),
  answer: stated(z.object({ at: text, channel: z.enum(CHANNEL_NAMES), by: text, text, file: stated(keptFile) })),
});

const inEveryFormat = {
  id: text,
  agreement: z.object({ id: text, title: text, provider: stated(text) }),
  version: z.object({ id: text, ordinal: z.int(), title: text, date: stated(text) }),
  sources: z.array(z.object({ id: text, name: text, sha256: hash })),
  hashes: z.object({ canonicalText: hash, structure: stated(hash), renderedPdf: stated(hash) }),
  decision: z.enum(['accepted', 'declined', 'set-aside']),
  reason: stated(text),
  words: z.object({ statement: text, button: text, language: z.enum(['zh', 'en']) }),
  person: z.object({ name: text, role: text }),
  authority: z.object({
    basis: z.enum(['legal-representative', 'authorisation-letter', 'post']),
    post: stated(text),
    file: stated(keptFile),
  }),
  company: z.object({ name: text, creditCode: stated(text) }),
  deferral: stated(
    z.object({
      until: stated(text),
      for: z.enum(['review', 'explanation']),
      use: stated(z.enum(['not-used', 'as-agreed'])),
    }),
  ).exactOptional(),
  secondPerson: stated(z.object({ name: text, role: text, confirmedAt: text })),
  time: z.object({
    utc: text,
    offsetMinutes: z.number(),
    local: text,
    source: text,
    rollback: z.boolean(),
  }),
  acceptedBefore: stated(
    z.object({
      versionId: text,
      ordinal: z.int(),
      fingerprint: hash,
      redline: stated(hash),
      redlineSeenAt: stated(text),
    }),
  ),
  explanations: stated(z.array(explanation)),
  environment: z.object({ app: text, build: text, runtime: text, osUser: text, device: text, locale: text }),
  networkAddress: z.literal('not collected'),
  previousLedgerHash: hash,
};

const [FORMAT_1, FORMAT_2] = RECORD_FORMATS;

/** The shape of each format. What a later build adds to one is no fault; what is missing is. */
const format1 = z.object({
  format: z.literal(FORMAT_1),
  ...inEveryFormat,
  review: z.object({ ...review, clauses: stated(z.array(clause1)) }),
}) satisfies z.ZodType<AcceptanceRecord1>;

const format2 = z.object({
  format: z.literal(FORMAT_2),
  ...inEveryFormat,
  reading: z.object({ sha256: hash, reader: text }),
  review: z.object({
    ...review,
    secondsBy: z.enum(['main-process', 'window-then-main-process']),
    clauses: stated(z.array(clause2)),
  }),
}) satisfies z.ZodType<AcceptanceRecord2>;

const shape = z.discriminatedUnion('format', [format1, format2]);

/**
 * A record that was stored or brought, as it is: nothing in it is changed, so that its hash stays.
 * @throws Refusal `record-unreadable`, which names the record by `id`.
 */
export function storedRecord(id: string, value: unknown): AcceptanceRecord {
  const { error } = shape.safeParse(value);
  if (error) throw unreadable(id, error);
  return value as AcceptanceRecord;
}

/** What a stored record says, from its JSON. @throws Refusal `record-unreadable`. */
export function readRecord(id: string, json: string): RecordView {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw unreadable(id, cause);
  }
  return recordView(storedRecord(id, value));
}

function unreadable(id: string, cause: unknown): Refusal {
  return new Refusal(
    'record-unreadable',
    sentence('acceptance.stored-record.record-unreadable', { id }),
    sentence('acceptance.stored-record.record-unreadable.next'),
    { cause },
  );
}
