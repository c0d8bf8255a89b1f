import { classify } from './meaning/classify.ts';
import { emphasise } from './meaning/emphasise.ts';
import { forgetSentences } from './meaning/phrases.ts';
import { facts } from './facts/facts.ts';
import { fingerprint } from './fingerprint.ts';
import { runningTitle } from './repair/page-furniture.ts';
import { languageOf } from './documents/language.ts';
import type { AgreementDocument, MarkedText, Reading, ReadingChoices, ReadingNote, Repair } from './model.ts';
import { outline, type Outline } from './structure/outline.ts';
import type { Passage } from './repair/passage.ts';
import { type ProviderReading, readProvider } from './parties/provider.ts';
import { whoProvides } from './parties/who-provides.ts';
import { repair } from './repair/repair.ts';
import { judged } from './scorer/judge.ts';
import type { Scorer } from './scorer/model.ts';
import { SHIPPED } from './scorer/shipped.ts';
import { selfName } from './documents/self-name.ts';
import { type DocumentPart, split } from './documents/split-documents.ts';
import { statedDate } from './documents/stated-date.ts';
import type { StructuredDocument } from './structure/structured.ts';
import { kindOfTitle } from './documents/titles.ts';

const LONGEST_TITLE = 120;
const DATE_HEAD = 15;
const DATE_TAIL = 6;

/** One document on its way: its part of the source, its structure, its provider. */
interface Draft {
  readonly part: DocumentPart;
  readonly outline: Outline;
  readonly provider: ProviderReading | undefined;
  readonly lines: readonly [number, number];
}

/**
 * Reads a source: finds its documents and, in each, clauses, tables, places to fill in, tags and facts. `choices` are a
 * person's decisions on an earlier reading of the same source. Pure: the same source and choices give the same reading.
 * `scorer` weighs what the rules found; null: nothing does.
 */
export function read(marked: MarkedText, choices: ReadingChoices = {}, scorer: Scorer | null = SHIPPED): Reading {
  forgetSentences();
  const whole = repair(marked, choices);
  const keep = new Set(choices.keepLines ?? []);
  const drafts = split(whole.passages, choices).map((part): Draft => {
    const structure = outline(part, keep);
    const texts = part.passages.map((passage) => passage.text);
    return { part, outline: structure, provider: readProvider(texts), lines: linesOf(part) };
  });
  const log = allot([...whole.joined, ...whole.dropped], drafts);
  const annexes = annexesOf(drafts);
  const given = givenTitle(marked, whole.dropped, drafts);
  const documents = drafts.map((draft, index) =>
    document(draft, drafts, { ...given, ...choices.titles }, log.inside[index] ?? [], annexes[index], scorer),
  );
  const { coverage = [], suspicions = [] } = marked;
  return { documents, dropped: log.outside, notes: [...marked.notes, ...notesOn(documents)], coverage, suspicions };
}

/** Titles by first line of their document. */
type Titles = Readonly<Record<number, string>>;

/** A source of one document without a title line is named by its running headers, else by the name its format gives it. */
function givenTitle(marked: MarkedText, dropped: readonly Repair[], drafts: readonly Draft[]): Titles {
  const [only, ...others] = drafts;
  if (!only || others.length > 0 || only.part.title !== undefined) return {};
  const title = runningTitle(dropped) ?? marked.title;
  return title === undefined ? {} : { [only.lines[0]]: title };
}

function linesOf(part: DocumentPart): readonly [number, number] {
  return [part.passages[0]?.first ?? 1, part.passages.at(-1)?.last ?? 1];
}

/** Repairs inside the lines of a document are its own; the others are outside of any. */
function allot(repairs: readonly Repair[], drafts: readonly Draft[]): { inside: Repair[][]; outside: Repair[] } {
  const inside: Repair[][] = drafts.map(() => []);
  const outside: Repair[] = [];
  let at = 0;
  for (const each of repairs.toSorted((a, b) => a.line - b.line)) {
    while (at < drafts.length && (drafts[at]?.lines[1] ?? 0) < each.line) at += 1;
    const draft = drafts[at];
    if (draft && draft.lines[0] <= each.line) inside[at]?.push(each);
    else outside.push(each);
  }
  return { inside, outside };
}

function document(
  draft: Draft,
  drafts: readonly Draft[],
  titles: Titles,
  repairs: readonly Repair[],
  annexOf: number | undefined,
  scorer: Scorer | null,
): AgreementDocument {
  const { part, outline: structure, lines } = draft;
  const texts = part.passages.map((passage) => passage.text);
  const given = titles[lines[0]];
  const title = given ?? titleOf(draft);
  const dated = part.passages.flatMap(dateLines);
  const date = statedDate(dated.slice(0, DATE_HEAD), dated.slice(Math.max(DATE_HEAD, dated.length - DATE_TAIL)));
  const provider = whoProvides(
    title,
    texts,
    draft.provider,
    drafts.map((each) => each.provider),
  );
  const structured: StructuredDocument = {
    title,
    kind: part.title === undefined ? (kindOfTitle(title) ?? part.kind) : part.kind,
    ...(provider !== undefined && { provider }),
    language: languageOf(texts),
    ...(date !== undefined && { date }),
    clauses: structure.clauses,
    tables: structure.tables,
  };
  const tags = classify(structured);
  const found = facts(structured, tags);
  const weighed = scorer ? judged(structured, tags, scorer) : tags;
  const clauses = structure.clauses.map((clause, index) => {
    const own = weighed[index] ?? [];
    return { ...clause, tags: own, emphasis: emphasise(clause, own) };
  });
  return {
    ...structured,
    fingerprint: fingerprint(structured),
    ...(annexOf !== undefined && { annexOf }),
    lines,
    repairs: [...repairs, ...structure.repairs].toSorted((a, b) => a.line - b.line),
    clauses,
    facts: found,
    blanks: structure.blanks,
  };
}

/** Of a table only rows of a label and a value can state the date of the document; a history of versions does not. */
const dateLines = (passage: Passage): readonly string[] =>
  passage.rows?.map(({ cells }) => (cells.length === 2 ? cells.join('：') : '')).filter((text) => text !== '') ?? [
    passage.text,
  ];

/** The title line, or what stands first in the document. */
function titleOf({ part, outline: structure }: Draft): string {
  const titled = structure.clauses.find(
    (clause) => part.title !== undefined && clause.lines[1] === part.passages[part.title]?.last,
  );
  const first = titled ?? structure.clauses.find((clause) => /\p{L}/u.test(clause.text)) ?? structure.clauses[0];
  const text = (first?.text ?? '').split('\n')[0] ?? '';
  // Letters set wide apart (服 务 协 议) are one word.
  if (/^(?:[\p{Script=Han}]\s+){2,20}\p{Script=Han}$/u.test(text)) return text.replace(/\s+/g, '');
  if (titled) return text;
  const own = selfName(part.passages.map((passage) => passage.text));
  if (own !== undefined) return own;
  if (text.length <= LONGEST_TITLE) return text;
  const sentence = /^.{1,80}?[。；;.!?！？，,]/u.exec(text)?.[0].slice(0, -1);
  return sentence ?? text.slice(0, 80);
}

/** Annexes belong to the agreement before them; a letter also to the one that names it. */
function annexesOf(drafts: readonly Draft[]): readonly (number | undefined)[] {
  let agreement: number | undefined;
  return drafts.map((draft, index) => {
    const marked = draft.part.annex !== undefined;
    const named =
      !marked &&
      agreement !== undefined &&
      draft.part.kind === 'commitment-letter' &&
      cites(drafts[agreement], titleOf(draft));
    if (agreement !== undefined && (marked || named)) return agreement;
    if (draft.part.kind !== 'guide' && draft.part.kind !== 'form-list') agreement = index;
    return undefined;
  });
}

const cites = (draft: Draft | undefined, title: string): boolean =>
  title.length > 3 && draft !== undefined && draft.part.passages.some((passage) => passage.text.includes(title));

function notesOn(documents: readonly AgreementDocument[]): readonly ReadingNote[] {
  return documents.length > 0 ? [] : [{ code: 'no-words', text: '没有读到文字。', english: 'No words were found.' }];
}
