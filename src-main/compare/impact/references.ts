import type { Clause } from '../../agreement/model.ts';
import { chineseNumeral } from '../../agreement/quantity/numerals.ts';
import { fold, wordsKey } from '../words/normalise.ts';

/** A place where a text points to a clause or an annex of its own agreement. */
export interface Reference {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly to: 'clause' | 'annex';
  /** Numbers from the clause down: `第3.2条第(1)项` → [`3.2`, `1`]. */
  readonly path: readonly string[];
}

const HAN_NUMBER = '[零〇一二两三四五六七八九十百]+';
const NUMBER = `(?:\\d+(?:\\.\\d+)*|${HAN_NUMBER})`;
const ITEM = `(?:第?(?:\\((?:${NUMBER}|[a-z]{1,4})\\)|${NUMBER})[款项目])`;

/** `、4.4条`, `和第4.5条`: more references follow, and the word for clause may come with the last alone. */
const MORE = String.raw`(?=(?:[、和及或与至到]|以及)第?\d[\d.]*(?:[、和及或与至到]第?\d[\d.]*)*条)`;
const ENGLISH = '(?:section|article|clause|paragraph)';

const PATTERNS: readonly { readonly to: Reference['to']; readonly pattern: RegExp }[] = [
  { to: 'clause', pattern: new RegExp(`第(${NUMBER})(?:[条章节](?:的?(${ITEM}))?|${MORE})`, 'gu') },
  { to: 'clause', pattern: new RegExp(`(?<![第\\d.])(\\d+(?:\\.\\d+)*)(?:条(?:的?(${ITEM}))?|${MORE})`, 'gu') },
  { to: 'clause', pattern: /第(\d+(?:\.\d+)+)[款项]/gu },
  { to: 'clause', pattern: new RegExp(`(?:\\b${ENGLISH}s? |§ ?)(\\d+(?:\\.\\d+)*)((?:\\([a-z\\d]{1,4}\\))*)`, 'giu') },
  {
    to: 'clause',
    pattern: new RegExp(
      `(?<=\\b${ENGLISH}s (?:\\d+(?:\\.\\d+)*(?:, ?| ?- ?|,? (?:and|or|to) ))+)(\\d+(?:\\.\\d+)*)`,
      'giu',
    ),
  },
  { to: 'annex', pattern: new RegExp(`(?:附件|附录|附表)(${NUMBER}|[A-Z](?![A-Za-z]))`, 'gu') },
  { to: 'annex', pattern: /\b(?:Schedule|Annex|Appendix|Exhibit|Attachment) (\d+|[A-Z])(?![A-Za-z\d])/gu },
];

/** Before a reference these mean that it points into a statute or another paper: `《民法典》第203条`, `民法典第203条`. */
const ELSEWHERE_BEFORE = /(?:》|法典?|条例|规定|办法|解释|规则|决定|通知|准则|公约)(?:\([^()]{0,20}\))?(?:的)?$/u;
const OWN_BEFORE = /(?:本|该)(?:服务)?(?:协议|合同|条款|规则|办法|规定)$/u;
const ELSEWHERE_AFTER = /^ ?(?:of|in) the (?!agreement|terms|service)/iu;

/** The references of a text to clauses and annexes of its own agreement, in order; those into statutes are left out. */
export function referencesIn(text: string): readonly Reference[] {
  if (!/[第条附§]|section|article|clause|paragraph|schedule|annex|appendix|exhibit|attachment/iu.test(text)) return [];
  const folded = fold(text);
  const found: Reference[] = [];
  for (const { to, pattern } of PATTERNS) {
    for (const match of folded.text.matchAll(pattern)) {
      const from = match.index;
      const end = from + match[0].length;
      if (to === 'clause' && pointsElsewhere(folded.text.slice(0, from), folded.text.slice(end))) continue;
      const start = folded.at[from] ?? 0;
      const stop = (folded.at[end - 1] ?? 0) + 1;
      if (found.some((other) => other.start < stop && start < other.end)) continue;
      const path = match.slice(1).flatMap((part?: string) => (part ? pathOf(part) : []));
      found.push({ start, end: stop, quote: text.slice(start, stop), to, path });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function pointsElsewhere(before: string, after: string): boolean {
  const near = before.slice(-30);
  return (ELSEWHERE_BEFORE.test(near) && !OWN_BEFORE.test(near)) || ELSEWHERE_AFTER.test(after);
}

/** `第(1)项` → [`1`], `(a)(ii)` → [`a`, `ii`], `十三` → [`13`]. */
function pathOf(written: string): readonly string[] {
  return written
    .split(/[()第条款项目]/u)
    .filter((part) => part !== '')
    .map(plainNumber);
}

/** A clause number without what is around it, in Arabic figures: `第九条` and `九` → `9`, `(1)` → `1`, `3.1.` → `3.1`. */
export function plainNumber(written: string): string {
  const bare = fold(written)
    .text.replace(
      /^(?:第|附件|附录|附表|Section|Article|Clause|Paragraph|Schedule|Annex|Appendix|Exhibit|Attachment|§)/iu,
      '',
    )
    .replace(/[条款项目章节编]$|部分$/u, '')
    .replace(/[()\s]/gu, '')
    .replace(/[.、:]+$/u, '');
  const value = chineseNumeral(bare);
  return value === undefined ? bare : String(value);
}

/** A number as written, layout apart: `（一）` and `(一)` are the same number. */
export function sameNumber(a: Clause, b: Clause): boolean {
  return (
    a.number === b.number ||
    (a.number !== undefined && b.number !== undefined && wordsKey(a.number) === wordsKey(b.number))
  );
}

/** Looks up what the references of one document point to; numbers are read when the first reference asks. */
export class ClauseNumbers {
  readonly #clauses: readonly Clause[];
  #places: Map<string, Clause[]> | undefined;

  constructor(clauses: readonly Clause[]) {
    this.#clauses = clauses;
  }

  #at(number: string): readonly Clause[] {
    this.#places ??= this.#read();
    return this.#places.get(number) ?? [];
  }

  #read(): Map<string, Clause[]> {
    const places = new Map<string, Clause[]>();
    for (const clause of this.#clauses) {
      if (clause.number === undefined) continue;
      const number = plainNumber(clause.number);
      const others = places.get(number);
      if (others) others.push(clause);
      else places.set(number, [clause]);
    }
    return places;
  }

  /**
   * The clause that a reference points to; undefined when no clause has that number. Of several with one number, the
   * one of the highest level, then the first.
   */
  target(reference: Reference): Clause | undefined {
    const [first, ...below] = reference.path;
    if (first === undefined) return undefined;
    let clause = this.#named(first, reference.to)[0];
    for (const item of below) {
      const parent = clause?.id;
      clause = this.#at(item).find((candidate) => candidate.parent === parent) ?? clause;
    }
    return clause;
  }

  #named(number: string, to: Reference['to']): readonly Clause[] {
    const isAnnex = (clause: Clause): boolean =>
      /^(?:附|schedule|annex|appendix|exhibit|attachment)/iu.test(clause.number ?? '');
    const isItem = (clause: Clause): boolean => /^[(（]/u.test(clause.number ?? '');
    return this.#at(number)
      .filter((clause) => isAnnex(clause) === (to === 'annex') && !isItem(clause))
      .toSorted((a, b) => a.level - b.level);
  }
}
