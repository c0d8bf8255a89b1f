import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { JsonValue } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import type { Paper } from '../../../pdf/paper.ts';
import { certificatePaper, type RecordSection } from '../../../pdf/typeset/record.ts';
import { kindInWords } from '../ledger-lines.ts';

/** Members of a payload that are for the machine alone: they stand in the bundle. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(['salt', 'written', 'happening', 'paper']);

/** What the members of payloads are called; one that is not here is printed by its own name. */
const MEMBERS: Readonly<Record<string, Sentence>> = {
  agreement: sentence('court.member.agreement'),
  version: sentence('court.member.version'),
  versionId: sentence('court.member.version'),
  kind: sentence('court.member.kind'),
  how: sentence('court.member.how'),
  on: sentence('court.member.on'),
  at: sentence('court.member.at'),
  by: sentence('court.member.by'),
  said: sentence('court.member.by'),
  askedBy: sentence('court.member.by'),
  channel: sentence('court.member.channel'),
  number: sentence('court.member.number'),
  proof: sentence('court.member.proof'),
  name: sentence('court.member.name'),
  sha256: sentence('court.member.sha256'),
  note: sentence('court.member.note'),
  reason: sentence('court.member.reason'),
  question: sentence('court.member.question'),
  to: sentence('court.member.to'),
  from: sentence('court.member.from'),
  sent: sentence('court.member.sent'),
  received: sentence('court.member.received'),
  amount: sentence('court.member.amount'),
  month: sentence('court.member.month'),
  service: sentence('court.member.service'),
  plan: sentence('court.member.plan'),
  orderedOn: sentence('court.member.orderedOn'),
  settlementDay: sentence('court.member.settlementDay'),
  paidOn: sentence('court.member.paidOn'),
  rows: sentence('court.member.rows'),
  cause: sentence('court.member.cause'),
  instances: sentence('court.member.instances'),
  exclusion: sentence('court.member.exclusion'),
  count: sentence('court.member.count'),
  availability: sentence('court.member.availability'),
  unavailableMinutes: sentence('court.member.unavailableMinutes'),
  excludedMinutes: sentence('court.member.excludedMinutes'),
  credit: sentence('court.member.credit'),
  letter: sentence('court.member.letter'),
  origin: sentence('court.member.origin'),
  case: sentence('court.member.case'),
  state: sentence('court.member.state'),
  since: sentence('court.member.since'),
  account: sentence('court.member.account'),
  answer: sentence('court.member.answer'),
  text: sentence('court.member.text'),
  what: sentence('court.member.what'),
  value: sentence('court.member.value'),
  fee: sentence('court.member.fee'),
  invoiceType: sentence('court.member.invoiceType'),
  clauseId: sentence('court.member.clauseId'),
};

/** Rows of a list that are printed one by one; of more the bundle has all. */
const MOST_ROWS = 200;

/** What the ledger says of one exhibit, as a paper: each entry with its number, its time in Beijing, its words and its hash. */
export function extractPaper(
  name: Sentence,
  entries: readonly LedgerEntry[],
  company: string,
  language: Language,
): Paper {
  return certificatePaper({
    title: say(sentence('court.extract.title'), language),
    subtitle: say(name, language),
    language,
    standing: say(sentence('court.extract.standing', { company, count: entries.length }), language),
    sections: entries.map((entry) => entrySection(entry, language)),
    signature: {
      label: say(sentence('court.paper.sealed-by'), language),
      name: company,
      date: '',
      signatory: { label: say(sentence('court.paper.made-by'), language) },
    },
  });
}

function entrySection(entry: LedgerEntry, language: Language): RecordSection {
  const { sequence, at, hash, payload } = entry;
  const row = (label: Sentence, value: string) => ({ label: say(label, language), value });
  return {
    heading: say(sentence('court.extract.entry', { sequence, kind: kindInWords(entry) }), language),
    fields: [row(sentence('court.extract.at'), say(beijingTime(at), language)), ...memberRows(payload, language)],
    // By itself, so that it stands on one line whatever the labels are.
    sentences: [say(sentence('court.extract.hash', { hash }), language)],
  };
}

function memberRows(payload: JsonValue | undefined, language: Language) {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return [];
  return Object.entries(payload as Readonly<Record<string, JsonValue>>)
    .filter(([member]) => !OF_THE_MACHINE.has(member))
    .map(([member, value]) => ({ label: memberWords(member, language), value: valueWords(value, language) }));
}

const memberWords = (member: string, language: Language): string =>
  Object.hasOwn(MEMBERS, member) && MEMBERS[member] ? say(MEMBERS[member], language) : member;

function valueWords(value: JsonValue, language: Language): string {
  if (Array.isArray(value)) return listWords(value as readonly JsonValue[], language);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([member, inner]) => `${memberWords(member, language)} ${valueWords(inner, language)}`)
      .join(language === 'zh' ? '；' : '; ');
  const text = String(value);
  if (text === '' || text === 'none') return say(sentence('court.extract.none'), language);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(text) ? say(beijingTime(text), language) : text;
}

function listWords(rows: readonly JsonValue[], language: Language): string {
  const printed = rows.slice(0, MOST_ROWS).map((row, index) => `${index + 1}. ${valueWords(row, language)}`);
  const more = rows.length - printed.length;
  return [...printed, ...(more > 0 ? [say(sentence('court.extract.more', { more }), language)] : [])].join('\n');
}
