import { beijingTime } from '../../agreement/beijing-time.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { dayOf, instantOf } from '../../acceptance/history.ts';
import type { RecordView } from '../../acceptance/record-view.ts';
import { isAbsent } from '../../acceptance/stated.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { AdverseLine, BundleScope } from '../../contract/evidence.ts';
import { happeningIn } from '../../kernel/history/happenings.ts';
import { keptRecord } from '../../kernel/kept-records.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { isObject, parseJson } from '../../ledger/open-bundle.ts';
import { FIELDS } from '../../letter/fields.ts';
import type { Store } from '../../store/store.ts';
import { type BundleStory, bundleStory } from './bundle-contents.ts';

/**
 * What in a bundle of this scope speaks against whoever hands it out, oldest first: electronic data that a party hands in against
 * itself counts as true (evidence rules, article 94), and the other side may ask for all of it. From the records alone.
 */
export const adverseIn = (store: Store, scope: BundleScope): readonly AdverseLine[] =>
  adverseOf(store, bundleStory(store, scope));

/** The same of what is told, whatever it was chosen by. */
export function adverseOf(
  store: Store,
  { rows, entries, shown }: Pick<BundleStory, 'rows' | 'entries' | 'shown'>,
): readonly AdverseLine[] {
  const records = rows.map(({ id }) => keptRecord(store, id).record);
  const told = entries.filter(shown);
  const lines = [
    ...records.flatMap(ofRecord),
    ...told.flatMap((entry) => ofEntry(entry, records)),
    ...unsentQuestions(told),
    ...unsigned(told),
  ];
  return lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Words of former statements that declare for the provider what it must prove itself. */
const DECLARED =
  /已完整阅读|已逐条加粗提示|意思表示|read in full|read it in full|shown in bold(?! on screen| by (?:Assent’s )?rule)|declaration of intent/u;

function ofRecord(record: RecordView): readonly AdverseLine[] {
  const { id, decision, review, deferral, words, version, time, reason, explanations } = record;
  const answered = isAbsent(explanations) ? [] : explanations.filter(({ state }) => state === 'answered');
  const explained = answered.length;
  const about = { title: version.title, ordinal: version.ordinal, day: dayWords(dayOf(time.utc)) };
  const clauses = isAbsent(review.clauses) ? [] : review.clauses;
  const noted = clauses.filter(({ acknowledged }) => !isAbsent(acknowledged));
  const rule = noted.filter(({ emphasis }) => emphasis.origin === 'rule').length;
  const used = deferral && !isAbsent(deferral) && deferral.use === 'as-agreed';
  const said: readonly (Sentence | undefined)[] = [
    decision !== 'accepted' && isAbsent(review.endReachedAt)
      ? sentence(`evidence.adverse.unread.${decision}`, about)
      : undefined,
    decision === 'accepted' && noted.length > 0
      ? sentence('evidence.adverse.noted', { ...about, count: noted.length, rule })
      : undefined,
    used ? sentence('evidence.adverse.used-meanwhile', about) : undefined,
    decision === 'accepted' && !isAbsent(reason) && reason.trim() !== ''
      ? sentence('evidence.adverse.reason', { ...about, reason })
      : undefined,
    decision === 'accepted' && explained > 0
      ? sentence('evidence.adverse.explained', { ...about, count: explained })
      : undefined,
    DECLARED.test(words.statement) ? sentence('evidence.adverse.declared', about) : undefined,
  ];
  return said.flatMap((text) => (text ? [{ at: time.utc, text, acceptanceId: id }] : []));
}

type Payload = Readonly<Record<string, unknown>>;
const payloadOf = ({ payload }: LedgerEntry): Payload => (payload ?? {}) as Payload;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function ofEntry(entry: LedgerEntry, records: readonly RecordView[]): readonly AdverseLine[] {
  const line = entryWords(entry, records);
  return line ? [{ at: entry.at, text: line, sequence: entry.sequence }] : [];
}

function entryWords(entry: LedgerEntry, records: readonly RecordView[]): Sentence | undefined {
  const payload = payloadOf(entry);
  switch (entry.kind) {
    case 'acceptance-concluded':
      return concludedWords(entry, records);
    case 'use-reported':
      return sentence('evidence.adverse.used-after', { day: dayWords(text(payload['from'])) });
    case 'notice-use-noted':
    case 'notice-lapsed':
      return sentence('evidence.adverse.lapsed', { day: dayWords(text(payload['usedOn'])) });
    case 'claim-sent':
    case 'case-sent':
    case 'objection-sent':
      return lateWords(entry);
    case 'sealed-copy-confirmed':
    case 'sealed-copy-overruled':
    case 'seals-told':
      return payload['seals'] === 'ours'
        ? sentence('evidence.adverse.own-seal', { day: dayWords(dayOf(entry.at)) })
        : undefined;
    case 'notice-decided':
      return payload['to'] === 'accepted'
        ? sentence('evidence.adverse.notice-accepted', { day: dayWords(dayOf(entry.at)) })
        : undefined;
    case 'case-withdrawn':
      return sentence('evidence.adverse.withdrawn', { day: dayWords(dayOf(entry.at)), reason: text(payload['note']) });
    case 'exclusion-checked':
      return payload['verdict'] === 'applies' || ![undefined, 'none'].includes(payload['exclusion'] as string)
        ? sentence('evidence.adverse.excluded', { day: dayWords(dayOf(entry.at)) })
        : undefined;
    case 'letter-exported':
    case 'letter-signed':
      return knownDayWords(entry);
    case 'capture-recorded':
      return captureWords(entry);
    case 'backup-restored':
      return sentence('evidence.adverse.restored', { at: beijingTime(entry.at) });
    case 'clock-rollback':
      return sentence('evidence.adverse.clock', { at: beijingTime(entry.at) });
    default:
      return undefined;
  }
}

/**
 * A letter that says when its ground was known, on its paper or in what was recorded of it, as letters once did: from that day the time
 * of a right to end and limitation are counted, and it is for the other party to prove (Civil Code, articles 188 and 564).
 */
function knownDayWords(entry: LedgerEntry): Sentence | undefined {
  const { values, title } = payloadOf(entry);
  const filled = typeof values === 'string' ? parseJson(values) : undefined;
  const known = isObject(filled) ? text(filled[FIELDS.knownOn.key]) : '';
  return known === ''
    ? undefined
    : sentence('evidence.adverse.known-on', {
        day: dayWords(dayOf(entry.at)),
        title: text(title),
        known: dayWords(known),
      });
}

/** A capture that nobody witnessed, or whose file did not agree with what was said of it. */
function captureWords(entry: LedgerEntry): Sentence | undefined {
  const { witness, files } = payloadOf(entry);
  const checks = (Array.isArray(files) ? (files as readonly unknown[]) : []).flatMap((file) => {
    const of = isObject(file) ? file['checks'] : undefined;
    return Array.isArray(of) ? (of as readonly unknown[]) : [];
  });
  const differs = checks.some((check) => isObject(check) && check['ok'] === false && check['absent'] !== true);
  const day = dayWords(dayOf(entry.at));
  if (differs) return sentence('evidence.adverse.capture-differs', { day });
  return text(witness).trim() === '' ? sentence('evidence.adverse.capture-alone', { day }) : undefined;
}

/** Sent after the last day, with the reason that was given for it; sent before the window opened it is only early. */
function lateWords(entry: LedgerEntry): Sentence | undefined {
  const payload = payloadOf(entry);
  const outside = payload['outside'];
  const told: Payload = typeof outside === 'object' && outside !== null ? (outside as Payload) : payload;
  const reason = text(told['reason']);
  if (reason === '' || told['when'] === 'before') return undefined;
  return sentence('evidence.adverse.late', { day: dayWords(dayOf(entry.at)), reason });
}

/** Accepted in the world by use, or before the company had decided. */
function concludedWords(entry: LedgerEntry, records: readonly RecordView[]): Sentence | undefined {
  const said = happeningIn(entry.payload);
  if (said?.kind !== 'concluded') return undefined;
  const day = dayWords(said.on.length === '2026-11-01'.length ? said.on : dayOf(said.on));
  if (said.how === 'used') return sentence('evidence.adverse.concluded-by-use', { day });
  const decided = records.find(
    ({ version, decision }) => entry.subject === `version:${version.id}` && decision === 'accepted',
  );
  if (!decided || dayOf(instantOf(said.on)) >= dayOf(decided.time.utc)) return undefined;
  return sentence('evidence.adverse.concluded-before', { day, decided: dayWords(dayOf(decided.time.utc)) });
}

/** Questions that were saved and never sent: the provider could not have explained. */
function unsentQuestions(entries: readonly LedgerEntry[]): readonly AdverseLine[] {
  const sent = new Set(entries.flatMap(({ kind, subject }) => (kind === 'explanation-sent' ? [subject] : [])));
  const open = entries.filter(({ kind, subject }) => kind === 'explanation-requested' && !sent.has(subject));
  const [first] = open;
  return first
    ? [{ at: first.at, text: sentence('evidence.adverse.unsent', { count: open.length }), sequence: first.sequence }]
    : [];
}

/** Entries without a signature in a ledger that has a key: they were made without it. */
function unsigned(entries: readonly LedgerEntry[]): readonly AdverseLine[] {
  const first = entries.findIndex(({ device }) => device !== 'unsigned');
  const bare = first === -1 ? [] : entries.slice(first).filter(({ device }) => device === 'unsigned');
  const [one] = bare;
  return one
    ? [{ at: one.at, text: sentence('evidence.adverse.unsigned', { count: bare.length }), sequence: one.sequence }]
    : [];
}
