import { say, type Sentence, type Language, type Param, sentence } from '../agreement/sentence.ts';
import { partWords } from '../agreement/coverage.ts';
import type { AgreementDocument, Clause, Fact, Reading, ReadingNote, Repair } from '../agreement/model.ts';

const EXCERPT = 72;

/** The words of the outline; each takes the figures it needs. */
const WORDS = {
  documents: (n: number): Sentence => sentence('cli.read-outline.documents', { n }),
  provider: sentence('cli.read-outline.provider'),
  date: sentence('cli.read-outline.date'),
  annexOf: (n: number, title: string): Sentence => sentence('cli.read-outline.annex-of', { n, title }),
  lines: ([first, last]: readonly [number, number]): Sentence => sentence('cli.read-outline.lines', { first, last }),
  line: (line: number): Sentence => sentence('cli.read-outline.line', { line }),
  clauses: (numbered: number, all: number): Sentence => sentence('cli.read-outline.clauses', { numbered, all }),
  fingerprint: sentence('cli.read-outline.fingerprint'),
  facts: sentence('cli.read-outline.facts'),
  blanks: (labels: readonly Param[]): Sentence => sentence('cli.read-outline.blanks', { labels }),
  repairs: sentence('cli.read-outline.repairs'),
  dropped: sentence('cli.read-outline.dropped'),
  notes: sentence('cli.read-outline.notes'),
  joined: sentence('cli.read-outline.joined'),
  droppedLine: sentence('cli.read-outline.dropped-line'),
  split: sentence('cli.read-outline.split'),
  gap: sentence('cli.read-outline.gap'),
  duplicate: sentence('cli.read-outline.duplicate'),
  misplaced: sentence('cli.read-outline.misplaced'),
  unlabelled: sentence('cli.read-outline.unlabelled'),
} as const;

const ANOMALIES = { gap: WORDS.gap, 'duplicate-number': WORDS.duplicate, misplaced: WORDS.misplaced } as const;
const REPAIRS = {
  'joined-lines': WORDS.joined,
  'dropped-chrome': WORDS.droppedLine,
  'split-line': WORDS.split,
} as const;

/** A reading for a person: per document what it is, its outline with tags and doubts, facts, places to fill in, repairs. */
export function* outlineLines(reading: Reading, language: Language): Generator<string> {
  yield say(WORDS.documents(reading.documents.length), language);
  for (const [index, document] of reading.documents.entries()) {
    yield '';
    yield* documentLines(document, index, reading.documents, language);
  }
  if (reading.dropped.length > 0) {
    yield '';
    yield* repairLines(say(WORDS.dropped, language), reading.dropped, language);
  }
  yield* coverageLines(reading, language);
  if (reading.notes.length > 0) {
    yield '';
    yield say(WORDS.notes, language);
    for (const note of reading.notes)
      yield `  ${note.line === undefined ? '' : `${note.line}: `}${noteWords(note, language)}`;
  }
}

/** How far the source was read, and where what is seen and what was read may differ. */
function* coverageLines({ coverage, suspicions }: Reading, language: Language): Generator<string> {
  const unread = coverage.filter(({ state }) => state !== 'text');
  if (unread.length > 0) yield* ['', say(sentence('import.coverage'), language)];
  for (const part of unread) {
    const what = partWords(part);
    const { words: count } = part;
    yield `  ${say(count > 0 ? sentence('import.coverage.why', { why: what, count }) : what, language)}`;
  }
  if (suspicions.length > 0)
    yield* ['', say(sentence('cli.read-outline.suspicions', { count: suspicions.length }), language)];
  const nothing = sentence('import.place.nothing');
  for (const { kind, lines, seen, read, cause } of suspicions) {
    const told = { kind: sentence(`import.concern.${kind}`), seen: seen ?? nothing, read: read ?? nothing };
    const line = say(WORDS.line(lines[0]), language);
    yield `  ${line}: ${say(sentence('import.place.concern', told), language)}${cause ? ` · ${say(cause, language)}` : ''}`;
  }
}

/** A note in one language. */
export const noteWords = ({ text, english }: ReadingNote, language: Language): string =>
  language === 'en' ? english : text;

function* documentLines(
  document: AgreementDocument,
  index: number,
  all: readonly AgreementDocument[],
  language: Language,
): Generator<string> {
  yield `${index + 1}. ${document.title}  [${document.kind}, ${document.language}]`;
  const numbered = document.clauses.filter((clause) => clause.number !== undefined).length;
  yield `   ${say(WORDS.lines(document.lines), language)} · ${say(WORDS.clauses(numbered, document.clauses.length), language)}`;
  if (document.provider !== undefined) yield `   ${say(WORDS.provider, language)}: ${document.provider}`;
  if (document.date !== undefined) yield `   ${say(WORDS.date, language)}: ${document.date}`;
  const parent = document.annexOf === undefined ? undefined : all[document.annexOf];
  if (parent) yield `   ${say(WORDS.annexOf((document.annexOf ?? 0) + 1, parent.title), language)}`;
  yield `   ${say(WORDS.fingerprint, language)}: ${document.fingerprint}`;
  for (const clause of document.clauses) yield clauseLine(clause, language);
  if (document.facts.length > 0) {
    yield `   ${say(WORDS.facts, language)}`;
    const numbers = new Map(document.clauses.map((clause) => [clause.id, clause.number ?? '·']));
    for (const fact of document.facts) yield `     ${numbers.get(fact.clause) ?? '·'}  ${factWords(fact)}`;
  }
  if (document.blanks.length > 0) {
    const labels = document.blanks.map((blank): Param => blank.label || WORDS.unlabelled);
    yield `   ${say(WORDS.blanks(labels), language)}`;
  }
  if (document.repairs.length > 0) yield* repairLines(`   ${say(WORDS.repairs, language)}`, document.repairs, language);
}

function clauseLine(clause: Clause, language: Language): string {
  const mark = clause.emphasis.some((span) => span.origin === 'rule') ? '▌' : clause.emphasis.length > 0 ? '▎' : ' ';
  const tags =
    clause.tags.length === 0
      ? ''
      : `  #${[...new Set(clause.tags.map((tag) => `${tag.kind}${tag.certainty === 'possible' ? '?' : ''}`))].join(' #')}`;
  const doubt = clause.anomaly === undefined ? '' : `  ⚠ ${say(ANOMALIES[clause.anomaly], language)}`;
  const number = clause.number === undefined ? '' : `${clause.number}  `;
  return `  ${mark}${'  '.repeat(clause.level)}${number}${shortened(clause.text)}${doubt}${tags}`;
}

function factWords(fact: Fact): string {
  const value = typeof fact.value === 'object' ? JSON.stringify(fact.value) : String(fact.value);
  const unit = fact.unit === 'text' || fact.unit === 'date' ? '' : ` ${fact.unit}`;
  return `${fact.kind} = ${value}${unit}  “${shortened(fact.quote)}”`;
}

function* repairLines(title: string, repairs: readonly Repair[], language: Language): Generator<string> {
  yield `${title} (${repairs.length})`;
  for (const { line, kind, before } of repairs) {
    yield `     ${say(WORDS.line(line), language)}  ${say(REPAIRS[kind], language)}: ${shortened(kind === 'joined-lines' ? around(before) : before)}`;
  }
}

/** The words on both sides of the first seam. */
function around(before: string): string {
  const seam = before.indexOf('\n');
  return `…${before.slice(Math.max(0, seam - 20), seam)} ⏎ ${before.slice(seam + 1, seam + 21)}…`;
}

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT)}…`;
}
