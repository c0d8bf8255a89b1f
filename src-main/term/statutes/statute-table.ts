import { z } from 'zod';
import cn202611 from '../../../assets/statutes/CN-2026-11.json' with { type: 'json' };
import { FACT_KINDS, type FactKind } from '../../agreement/fact.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { TAG_KIND_NAMES } from '../../agreement/tag-kinds.ts';
import { isCivilDate } from '../calendar/civil-date.ts';

const words = z.strictObject({ zh: z.string().min(1).max(600), en: z.string().min(1).max(900) });
const day = z.string().refine(isCivilDate);

const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/u),
  /** The articles, as they are cited. */
  article: words,
  /** What they say, in words of its own. */
  says: words,
  /** Why it holds whatever law the contract chooses: it regulates what is done in the mainland. Absent: it gives way to another law. */
  whateverLaw: words.optional(),
  /** No contract goes below a floor or above a ceiling; a reading is how else the clause can be understood. */
  bound: z.enum(['floor', 'ceiling', 'reading']),
  /** The facts of a text that it stands beside. */
  beside: z.array(z.enum(Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]])),
  /** The clauses that it stands beside, where what it is about is no figure: by what they are about, or by a word that they have. */
  clauses: z
    .strictObject({
      kinds: z.array(z.enum(TAG_KIND_NAMES)).optional(),
      words: z.array(z.string().min(2).max(60)).optional(),
    })
    .optional(),
  /** It holds for telecom services alone. */
  only: z.literal('telecom').optional(),
  /** Days, hours, years and percentages that are counted with. */
  figures: z.record(z.string(), z.number().positive()).optional(),
  /** In force since. */
  since: day.optional(),
  /** Lawyers disagree. */
  disputed: z.literal(true).optional(),
  /** Whether somebody saw the text, or wrote it down from knowledge. */
  checked: z.enum(['seen', 'knowledge']),
});

/** The form of a table, as it is shipped and as a person gives one. */
export const statuteTable = z
  .strictObject({
    v: z.literal(1),
    place: z.literal('CN'),
    /** The state of the law that it tells. */
    asOf: day,
    title: words,
    note: words,
    rows: z.array(row).min(1).max(200),
  })
  .refine(({ rows }) => new Set(rows.map(({ id }) => id)).size === rows.length)
  .refine(({ rows }) => rows.every(({ beside, clauses }) => beside.length > 0 || clauses !== undefined));

export type StatuteTable = z.infer<typeof statuteTable>;
export type StatuteRow = StatuteTable['rows'][number];

/** The shipped table. It is no legal advice, and says so. */
export const SHIPPED_STATUTES: StatuteTable = statuteTable.parse(cn202611);

/** Figures without which the dates by law are not counted, with those that hold where a table gives none. */
const FIGURES = {
  'telecom-arrears': { suspendAfterDays: 30, terminateAfterDays: 60 },
  'telecom-repair': { townHours: 48, countryHours: 72 },
  'end-by-notice': { endRightYears: 1 },
  limitation: { limitationYears: 3 },
} as const;
type Figures = typeof FIGURES;

/** A figure of a row by the table in use, else by the shipped one. */
export function statuteFigure<Id extends keyof Figures>(
  table: StatuteTable | undefined,
  id: Id,
  name: keyof Figures[Id] & string,
): number {
  const of = (each: StatuteTable): number | undefined => each.rows.find((one) => one.id === id)?.figures?.[name];
  return (table && of(table)) ?? of(SHIPPED_STATUTES) ?? Number(FIGURES[id][name]);
}

/** How a row is cited, by the table in use, else by the shipped one. */
export function statuteArticle(table: StatuteTable | undefined, id: keyof Figures): Sentence {
  const found = [table, SHIPPED_STATUTES].flatMap((each) => each?.rows.filter((one) => one.id === id) ?? [])[0];
  return sentence('term.statutes.article', { article: found?.article ?? '' });
}

/** A table that a person gives, as JSON. @throws Refusal `statutes-unusable`, naming the place that is wrong. */
export function readStatutes(text: string): StatuteTable {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw unusable(sentence('term.statutes.no-json'));
  }
  const { data, error } = statuteTable.safeParse(given);
  if (data) return data;
  const place = error.issues[0]?.path.join('.') ?? '';
  throw unusable(sentence('term.statutes.wrong-place', { place }));
}

const unusable = (why: Sentence): Refusal =>
  new Refusal('statutes-unusable', why, sentence('term.statutes.unusable.next'), { field: 'text' });
