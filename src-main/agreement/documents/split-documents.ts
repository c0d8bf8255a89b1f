import type { DocumentKind, ReadingChoices } from '../model.ts';
import type { ClauseNumber } from '../structure/clause-number.ts';
import { parseNumber } from '../structure/numbering.ts';
import { settleNumbers } from '../structure/numbering-sequence.ts';
import type { Passage } from '../repair/passage.ts';
import { isSignatureLabel, isSignatureLine } from '../structure/signature.ts';
import { withoutFrontMatter } from './cover-and-summary.ts';
import {
  isClosing,
  isHeadingLike,
  isOpening,
  isTranslation,
  kindOfSelf,
  kindOfTitle,
  plainTitle,
  readTitle,
  type TitleReading,
} from './titles.ts';

/** The passages of one document, and which of them is its title. */
export interface DocumentPart {
  readonly passages: readonly Passage[];
  /** Index of the title among the passages; absent when the document has none. */
  readonly title?: number;
  /** Number of the annex as written (附件1, Exhibit A), when it stands before the title. */
  readonly annex?: string;
  readonly kind: DocumentKind;
}

const TITLE_WITHIN = 15;
const ENOUGH = 4;
/** Passages of a beginning, where a document says what it is. */
const SELF_WITHIN = 6;

/** Ranks of numbering: the first number of a higher or the same rank as the document's own begins another document. */
const RANKS: Readonly<Record<string, number>> = {
  ...{ 第编: 0, 第部分: 0, 第篇: 0, 第章: 1, Part: 1, Chapter: 1, Article: 2, 第节: 2, 第条: 3, Section: 3, Clause: 3 },
  ...{ '一、': 4, 'I.': 4, '(一)': 5, 'A.': 5, '1.': 6, '1、': 6, '1': 6, '1.1': 7 },
};
const LOWEST_RANK = 9;
const rankOf = (number: ClauseNumber): number => RANKS[number.style] ?? LOWEST_RANK;
const isAnnexNumber = (number: ClauseNumber | undefined): boolean =>
  number?.style === '附件' || number?.style === 'Annex';

/** What is known of the document that is being read when a possible next title comes. */
interface Current {
  rank: number;
  /** Heading level of its title, where the format declares one. */
  level: number;
  closed: boolean;
  numbered: boolean;
  /** It is an annex itself, so that the next annex is another. */
  annex: boolean;
}

/**
 * Finds the documents in a source: a title begins one when what follows speaks like a beginning (numbers start again, an
 * opening formula) or what stands before was an end (a closing formula, a signature). `choices` add and take back starts.
 */
export function split(passages: readonly Passage[], choices: ReadingChoices = {}): readonly DocumentPart[] {
  if (passages.length === 0) return [];
  const numbers = settleNumbers(
    passages.map((passage) => (passage.rows || passage.verbatim ? undefined : parseNumber(passage.text))),
  );
  const starts = new Set<number>([0]);
  // A title found for a start (on its line or, for an annex, the next) is not looked at again.
  let title = firstTitle(passages, 0);
  let current = opening(passages, title, false);
  passages.forEach((passage, index) => {
    if (index === 0 || index <= (title ?? 0)) return;
    if (isTranslated(passages, title, index) || !startsDocument(passages, numbers, index, current)) {
      follow(current, passage, numbers[index]);
      return;
    }
    starts.add(index);
    title = isLoneAnnex(passage, numbers[index]) ? index + 1 : index;
    current = opening(passages, title, isAnnexNumber(numbers[index]));
  });
  return parts(passages, chosen(passages, withoutFrontMatter(passages, numbers, starts), choices));
}

/** The title again in the other language, directly beneath it. */
const isTranslated = (passages: readonly Passage[], title: number | undefined, index: number): boolean =>
  title === index - 1 && isTranslation(passages[title]?.text ?? '', passages[index]?.text ?? '');

/** `附件1` with its title on the next line. */
const isLoneAnnex = (passage: Passage, number: ClauseNumber | undefined): boolean =>
  isAnnexNumber(number) && passage.text.length - (number?.length ?? 0) <= 2;

function opening(passages: readonly Passage[], title: number | undefined, annex: boolean): Current {
  const level = title === undefined ? 7 : (passages[title]?.heading ?? 7);
  return { rank: LOWEST_RANK, level, closed: false, numbered: false, annex };
}

function follow(current: Current, passage: Passage, number: ClauseNumber | undefined): void {
  if (number && !isAnnexNumber(number)) {
    current.rank = Math.min(current.rank, rankOf(number));
    current.numbered = true;
    current.closed = false;
  } else if (isClosing(passage.text) || isSignatureLine(passage.text)) current.closed = true;
  else if (passage.text.length > 60 && !isSignatureLabel(passage.text)) current.closed = false;
}

/** A line that may be the first of a document. */
interface Candidate {
  readonly passage: Passage;
  readonly annex: boolean;
  readonly title: TitleReading | undefined;
  /** Its words without the number of an annex. */
  readonly own: string;
  /** Index of what follows the line and, for an annex named on its own line, its title. */
  readonly after: number;
}

function candidateAt(
  passages: readonly Passage[],
  index: number,
  number: ClauseNumber | undefined,
): Candidate | undefined {
  const passage = passages[index];
  const annex = isAnnexNumber(number);
  if (!passage || passage.rows || passage.verbatim || passage.list || (number && !annex)) return undefined;
  const own = passage.text.slice(number?.length ?? 0);
  const lone = isLoneAnnex(passage, number);
  const title = readTitle(own) ?? (lone ? readTitle(passages[index + 1]?.text ?? '') : undefined);
  return { passage, annex, title, own, after: index + (lone ? 2 : 1) };
}

function startsDocument(
  passages: readonly Passage[],
  numbers: readonly (ClauseNumber | undefined)[],
  index: number,
  current: Current,
): boolean {
  const found = candidateAt(passages, index, numbers[index]);
  if (!found || !canHead(found, current) || isListed(passages, index, found.annex)) return false;
  let points = titlePoints(found.title, found.passage, current) + (found.annex ? annexPoints(current) : 0);
  if (current.closed) points += 3;
  if (restarts(passages, numbers, found.after, found.annex ? { ...current, rank: LOWEST_RANK } : current)) points += 2;
  if (found.annex && passages[found.after]?.rows) points += 2;
  if (speaksFirst(passages, found.after)) points += 1;
  if (found.title?.strong && namesOtherCompany(passages, index, found.after)) points += 2;
  if (current.closed && isPlainLabel(found) && isProse(passages[index + 1])) points += 1;
  return points >= ENOUGH;
}

function canHead({ annex, own, title, passage }: Candidate, current: Current): boolean {
  if (title) return true;
  return annex ? own.length <= 60 : current.closed && isHeadingLike(own) && passage.gap;
}

const isPlainLabel = ({ title, annex, own }: Candidate): boolean => !title && !annex && !isSignatureLabel(own);

const annexPoints = (current: Current): number => (current.annex ? ENOUGH : 2);

/** A noun that names a paper counts, and more so as a heading as high as the title of the document before. */
function titlePoints(title: TitleReading | undefined, passage: Passage, current: Current): number {
  if (!title) return 0;
  const high = passage.heading !== undefined && passage.heading <= current.level;
  return (title.strong ? 2 : 1) + (high ? (passage.heading === 1 ? 2 : 1) : 0);
}

const isProse = (passage: Passage | undefined): boolean =>
  passage !== undefined &&
  (passage.rows !== undefined || /[。；，]|\w[,.;]/.test(passage.text) || passage.text.length > 40);

/** A name in a list of names (links to other documents, annexes that are enclosed) begins nothing. */
function isListed(passages: readonly Passage[], index: number, annex: boolean): boolean {
  const before = passages[index - 1];
  const after = passages[index + 1];
  if (before && /[：:]$/.test(before.text) && !before.gap && !isSignatureLabel(before.text)) return true;
  if (annex && after && parseNumber(after.text)?.style === parseNumber(passages[index]?.text ?? '')?.style) return true;
  if (annex || !after || after.rows || after.heading !== undefined) return false;
  return after.text.length < 40 && readTitle(after.text) !== undefined;
}

/** The next number starts again at one, in a style at least as high as the document has used. */
function restarts(
  passages: readonly Passage[],
  numbers: readonly (ClauseNumber | undefined)[],
  from: number,
  current: Current,
): boolean {
  for (let index = from; index < Math.min(passages.length, from + 40); index += 1) {
    const number = numbers[index];
    if (!number) {
      if (readTitle(passages[index]?.text ?? '')?.strong && index > from + 1) return false;
      continue;
    }
    const first = number.values.every((value) => value === 1);
    return first && rankOf(number) < LOWEST_RANK && (!current.numbered || rankOf(number) <= current.rank);
  }
  return false;
}

/** A company that gives itself a short name. */
const DEFINED = /([\p{Script=Han}（）()]{4,30}公司)\s?[（(](?:以下)?(?:统?简称|称)/u;

/** A company defines itself that the text before the line does not name. */
function namesOtherCompany(passages: readonly Passage[], index: number, from: number): boolean {
  const names = passages.slice(from, from + SELF_WITHIN).flatMap(({ text }) => DEFINED.exec(text)?.[1] ?? []);
  const earlier = passages.slice(Math.max(0, index - EARLIER), index);
  return names.some((name) => {
    const bare = name.replace(/^.*[与由和向是]/u, '');
    return earlier.some(({ text }) => DEFINED.test(text)) && !earlier.some(({ text }) => text.includes(bare));
  });
}
/** So many passages before a title are looked at for the company that spoke there. */
const EARLIER = 400;

function speaksFirst(passages: readonly Passage[], from: number): boolean {
  return passages.slice(from, from + 4).some((passage) => isOpening(passage.text));
}

/** Index of the title of the document that starts at `start`: its first line that reads like one, before any clause. */
function firstTitle(passages: readonly Passage[], start: number): number | undefined {
  const end = Math.min(passages.length, start + TITLE_WITHIN);
  for (let index = start; index < end; index += 1) {
    const passage = passages[index];
    if (!passage || passage.rows) continue;
    const number = parseNumber(passage.text);
    if (number && !isAnnexNumber(number) && !number.weak) break;
    const title = readTitle(passage.text.slice(number?.length ?? 0));
    if (!title || isLongAgo(passages, start, index)) continue;
    // A section named like a guide or a notice does not outrank the page's own heading before it.
    const declared = title.strong ? -1 : passages.findIndex((each, at) => at >= start && each.heading === 1);
    return declared >= start && declared < index && passage.heading !== 1 ? declared : index;
  }
  return undefined;
}

/** A title does not follow the sentences it heads. */
const isLongAgo = (passages: readonly Passage[], start: number, index: number): boolean =>
  passages.slice(start, index).filter((passage) => /[。.]$/.test(passage.text) && passage.text.length > 40).length > 1;

function chosen(passages: readonly Passage[], found: ReadonlySet<number>, choices: ReadingChoices): readonly number[] {
  const starts = new Set(found);
  const merge = new Set(choices.mergeAt ?? []);
  const wanted = new Set(choices.splitAt ?? []);
  passages.forEach((passage, index) => {
    if (index > 0 && merge.has(passage.first)) starts.delete(index);
    for (const line of wanted) if (passage.first <= line && line <= passage.last) starts.add(index);
  });
  return [...starts].toSorted((a, b) => a - b);
}

function parts(passages: readonly Passage[], starts: readonly number[]): readonly DocumentPart[] {
  return starts.map((start, nth): DocumentPart => {
    const own = passages.slice(start, starts[nth + 1] ?? passages.length);
    const first = own[0];
    const number = first && !first.rows ? parseNumber(first.text) : undefined;
    const annex = isAnnexNumber(number) ? number?.raw : undefined;
    const title = annexTitle(own, number) ?? firstTitle(own, 0) ?? headingIndex(own);
    const text = title === undefined ? '' : (own[title]?.text ?? '');
    const bare = text.slice(isAnnexNumber(parseNumber(text)) ? (parseNumber(text)?.length ?? 0) : 0);
    return {
      passages: own,
      ...(title !== undefined && { title }),
      ...(annex !== undefined && { annex }),
      kind: kindOfTitle(bare) ?? kindOfContent(own, plainTitle(bare)),
    };
  });
}

/** An annex is named beside its number, whatever its name, or on the next line. */
function annexTitle(passages: readonly Passage[], number: ClauseNumber | undefined): number | undefined {
  const first = passages[0];
  if (!first || !isAnnexNumber(number)) return undefined;
  if (!isLoneAnnex(first, number)) return isHeadingLike(first.text.slice(number?.length ?? 0)) ? 0 : undefined;
  const next = passages[1];
  return next && !next.rows && !parseNumber(next.text) && isHeadingLike(next.text) ? 1 : undefined;
}

/** Without a line that reads like a title: the highest heading of the format, else a first line that is no sentence. */
function headingIndex(passages: readonly Passage[]): number | undefined {
  const declared = passages.findIndex((passage, index) => index < TITLE_WITHIN && passage.heading === 1);
  if (declared >= 0) return declared;
  const first = passages[0];
  return first && !first.rows && !parseNumber(first.text) && isHeadingLike(first.text) ? 0 : undefined;
}

/** Steps on a screen: 单击, 进入, 选择; click, select, go to. */
const SCREEN_STEP =
  /^(?:在.{0,30}(?:页面|导航栏|对话框|区域)|单击|点击|选择|进入|登录|打开|返回|输入|填写|前往)|(?:单击|点击)\S|^(?:click|select|choose|go to|open|log ?in|sign in|enter)\b/i;

/** Numbered clauses that speak to the reader of rights and duties. */
function bindsReader(passages: readonly Passage[], prose: readonly Passage[]): boolean {
  const numbered = passages.filter((passage) => !passage.rows && parseNumber(passage.text)?.weak === false).length;
  const spoken = prose.filter(({ text }) => /您|用户|客户|\b(?:you|your|customers?|users?)\b/i.test(text)).length;
  return numbered >= 4 && spoken >= prose.length * 0.3;
}

/** An English letter of commitments says in its title what it is, and in its beginning that an organisation makes them to somebody. */
const COMMITS = /\b(?:commitments?|undertakings?|pledge)\b/i;
const AS_CUSTOMER =
  /\b(?:our (?:company|organi[sz]ation|firm|entity|institution)|the undersigned|the customer)\b.{0,120}\b(?:commitments?|commits?|undertakes?|undertakings?|pledges?)\b/i;

/** The kind that the content shows when the title does not say it. */
function kindOfContent(passages: readonly Passage[], title: string): DocumentKind {
  if (/承诺(?:书|函)/.test(title)) return 'commitment-letter';
  const prose = passages.filter((passage) => !passage.rows && passage.text.length > 4);
  if (COMMITS.test(title) && prose.slice(0, SELF_WITHIN).some(({ text }) => AS_CUSTOMER.test(text)))
    return 'commitment-letter';
  const steps = prose.filter((passage) => SCREEN_STEP.test(passage.text)).length;
  if (steps >= 3 && steps >= prose.length * 0.25) return 'guide';
  for (const { text } of prose.slice(0, SELF_WITHIN)) {
    const kind = kindOfSelf(text.slice(0, 600));
    if (kind) return kind;
  }
  return bindsReader(passages, prose) ? 'terms' : 'other';
}
