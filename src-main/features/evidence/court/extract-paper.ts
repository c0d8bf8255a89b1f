import { dayOf } from '../../../acceptance/history.ts';
import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, listed, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { JsonObject, JsonValue } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import type { Paper } from '../../../pdf/paper.ts';
import { certificatePaper, type RecordSection } from '../../../pdf/typeset/record.ts';
import { isObject, parseJson } from '../../../ledger/open-bundle.ts';
import { kindInWords } from '../ledger-lines.ts';
import type { CaptureFile } from '../../../contract/evidence/captures.ts';
import { foundOf, offsetWords } from '../capture/capture-paper.ts';
import { unitSignature } from '../unit-signature.ts';
import { idOf } from './exhibit-groups.ts';
import type { Naming } from './extract-names.ts';
import { CODES, MEMBERS, OF_THE_MACHINE } from './extract-words.ts';

/** Rows of a list that are printed one by one; of more the bundle has all. */
const MOST_ROWS = 200;

/** What an extract is of, and what is needed to say it in words. */
export interface Extract {
  readonly name: Sentence;
  readonly entries: readonly LedgerEntry[];
  readonly company: string;
  readonly naming: Naming;
}

/** What the ledger says of one exhibit, as a paper: each entry with its number, its time in Beijing, its words and its hash. */
export function extractPaper({ name, entries, company, naming }: Extract, language: Language): Paper {
  return certificatePaper({
    title: say(sentence('court.extract.title'), language),
    subtitle: say(name, language),
    language,
    standing: say(sentence('court.extract.standing', { company, count: entries.length }), language),
    sections: entries.map((entry) => entrySection(entry, { naming, language })),
    signature: unitSignature(company, language),
  });
}

interface Saying {
  readonly naming: Naming;
  readonly language: Language;
}

function entrySection(entry: LedgerEntry, saying: Saying): RecordSection {
  const { language } = saying;
  const { sequence, at, hash } = entry;
  const members = membersOf(entry);
  const printed = members.filter(([member]) => isPrinted(member, entry));
  const machine = members.filter(([member]) => !isPrinted(member, entry) && !SILENT.has(member)).length;
  return {
    heading: say(sentence('court.extract.entry', { sequence, kind: kindInWords(entry) }), language),
    fields: [
      { label: say(sentence('court.extract.at'), language), value: say(beijingTime(at), language) },
      ...printed.map(([member, value]) => ({
        label: memberWords(member, language),
        value: valueWords(member, value, entry, saying),
      })),
    ],
    sentences: [
      ...(machine > 0 ? [say(sentence('court.extract.machine', { count: machine }), language)] : []),
      // By itself, so that it stands on one line whatever the labels are.
      say(sentence('court.extract.hash', { hash }), language),
    ],
  };
}

/** What every entry has, and nobody misses. */
const SILENT: ReadonlySet<string> = new Set(['salt', 'written']);

const SENT: Readonly<Record<string, string>> = { from: 'sentOn' };

/** A decision is its record; on paper an extract has who decided what, when and in which words. */
function membersOf(entry: LedgerEntry): readonly (readonly [string, JsonValue])[] {
  const { kind, payload } = entry;
  if (!isObject(payload)) return [];
  const members: JsonObject = payload;
  if (kind === 'acceptance-concluded') return acceptanceMembers(entry, members);
  // It is of the day on which the objection went out; that holds for the provider from its arrival alone.
  if (kind === 'earlier-text-kept') return Object.entries(members).map(([name, value]) => [SENT[name] ?? name, value]);
  if (kind !== 'acceptance-decided') return Object.entries(members);
  const part = (member: string): JsonObject => {
    const value = members[member];
    return isObject(value) ? value : {};
  };
  const said = {
    decision: members['decision'],
    reason: members['reason'],
    person: part('person')['name'],
    role: part('person')['role'],
    company: part('company')['name'],
    creditCode: part('company')['creditCode'],
    time: part('time')['utc'],
    statement: part('words')['statement'],
    button: part('words')['button'],
  };
  const printed = Object.entries(said).flatMap(([member, value]) =>
    value === undefined ? [] : [[member, value] as const],
  );
  // The rest of the record is counted as what the bundle has beside.
  const rest = Object.keys(members).filter((member) => !OF_DECISIONS.has(member));
  return [...printed, ...rest.map((member) => [`record.${member}`, ''] as const)];
}

/** An acceptance is of a version, which its subject names; that nothing was added or compared is said. */
function acceptanceMembers(entry: LedgerEntry, members: JsonObject): readonly (readonly [string, JsonValue])[] {
  const told = ([name, value]: readonly [string, JsonValue]): readonly [string, JsonValue] => {
    // By its day: the second of a click that was told as just made is that of the recording.
    if (name === 'on') return ['acceptedAt', typeof value === 'string' && value.length > 10 ? dayOf(value) : value];
    return name === 'page' && value === 'not-checked' ? ['pageThen', 'page-unchecked'] : [name, value];
  };
  return [
    ['agreement', idOf(entry)],
    ...Object.entries(members).map(told),
    ...(members['how'] === 'clicked-at-provider' && !('button' in members)
      ? [['button', 'not-recorded'] as const]
      : []),
    ...('proof' in members ? [] : [['proof', 'no-proof'] as const]),
    ...('page' in members ? [] : [['pageThen', 'page-unchecked'] as const]),
  ];
}

const OF_DECISIONS: ReadonlySet<string> = new Set(['decision', 'reason', 'words', 'person', 'company', 'time']);

/** Of what happened the heading says the kind; of a fact its words say unit and start. */
function isPrinted(member: string, { kind, payload }: LedgerEntry): boolean {
  if (OF_THE_MACHINE.has(member) || !Object.hasOwn(MEMBERS, member)) return false;
  if (member === 'kind') return !(isObject(payload) && 'happening' in payload);
  return !(kind.startsWith('fact-correct') && ['unit', 'insteadUnit', 'anchor'].includes(member));
}

const memberWords = (member: string, language: Language): string => {
  const words = MEMBERS[member];
  return words ? say(words, language) : member;
};

function valueWords(member: string, value: JsonValue, entry: LedgerEntry, saying: Saying): string {
  const { language, naming } = saying;
  if (Array.isArray(value)) return listWords(member, value as readonly JsonValue[], entry, saying);
  if (isObject(value)) return isWords(value) ? value[language] : objectWords(value, entry, saying);
  if (member === 'offset' && typeof value === 'number') return say(offsetWords(value), language);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '' || text === 'none') return say(sentence('court.extract.none'), language);
  if (/^\[\{/u.test(text)) {
    const rows = parseJson(text);
    if (Array.isArray(rows)) return listWords(member, rows as readonly JsonValue[], entry, saying);
  }
  const named = naming(member, text, entry) ?? (Object.hasOwn(CODES, text) ? CODES[text] : undefined);
  if (named) return say(named, language);
  // A minute as a field of day and time has it, which is Beijing's.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(text))
    return say(sentence('court.capture.minute', { minute: text.replace('T', ' ') }), language);
  return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u.test(text) ? say(beijingTime(text), language) : text;
}

const isWords = (value: object): value is { readonly zh: string; readonly en: string } =>
  'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';

/** A captured file as its sheet tells it: what it is, its hash, and what was found of it. */
function capturedFile(row: JsonObject, language: Language): string {
  const { name, kind, bytes, sha256, checks } = row as unknown as CaptureFile;
  const file = sentence('court.capture.file-sized', { name, kind: sentence(`court.capture.kind.${kind}`), bytes });
  return [say(file, language), sha256, ...foundOf(checks).map((each) => say(each, language))].join('\n');
}

const isCapturedFile = (member: string, row: JsonValue): row is JsonObject =>
  member === 'files' && isObject(row) && Array.isArray(row['checks']) && 'kind' in row;

function objectWords(value: JsonObject, entry: LedgerEntry, saying: Saying): string {
  const { absent } = value;
  if (typeof absent === 'string') return say(sentence('court.extract.none'), saying.language);
  const told = Object.entries(value)
    .filter(([member]) => Object.hasOwn(MEMBERS, member) && !OF_THE_MACHINE.has(member))
    // What nothing could be checked by neither agrees nor differs.
    .filter(([member]) => !(member === 'ok' && absent === true))
    // A hash stands last: it fills its line, and a mark behind it would begin the next.
    .toSorted(([one], [other]) => Number(one === 'sha256') - Number(other === 'sha256'))
    .map(([member, inner]) => {
      const label = say(sentence('format.label', { label: memberWords(member, saying.language) }), saying.language);
      return `${label}${valueWords(member, inner, entry, saying)}`;
    });
  return listed(told, saying.language, 'clauses');
}

function listWords(member: string, rows: readonly JsonValue[], entry: LedgerEntry, saying: Saying): string {
  const said = (row: JsonValue): string =>
    isCapturedFile(member, row)
      ? capturedFile(row, saying.language)
      : // What was corrected is named by its members.
        member === 'changed' && typeof row === 'string'
        ? memberWords(row, saying.language)
        : valueWords(member, row, entry, saying);
  if (rows.length === 0) return say(sentence('court.extract.none'), saying.language);
  if (rows.every((row) => typeof row === 'string')) return listed(rows.map(said), saying.language);
  const printed = rows.slice(0, MOST_ROWS).map((row, index) => `${index + 1}. ${said(row)}`);
  const more = rows.length - printed.length;
  return [...printed, ...(more > 0 ? [say(sentence('court.extract.more', { more }), saying.language)] : [])].join('\n');
}
