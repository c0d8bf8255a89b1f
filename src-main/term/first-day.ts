import { eventsIn, type FirstDay, firstDayIn } from '../agreement/frames/first-day.ts';
import { sentenceOf } from '../agreement/meaning/phrases.ts';
import { sentences } from '../agreement/meaning/sentences.ts';
import { citation, type FactSource, type TermBasis } from './basis.ts';
import type { PeriodAgreement } from './calendar/period.ts';

type Agreed = Pick<PeriodAgreement, 'startDayCounts' | 'startClause'>;

const LENGTHS: ReadonlySet<string> = new Set(['day', 'workday', 'month', 'year', 'hour']);

/** How many lengths of time a sentence speaks of. */
function lengthsIn(words: string): number {
  const { quantities } = sentenceOf(words, { start: 0, end: words.length });
  return [...quantities.values()].filter(({ measure }) => LENGTHS.has(measure)).length;
}

/** Whether words elsewhere are of this length: of periods in general, or of the event that its own words name. */
const isOf = ({ events }: FirstDay, quote: string): boolean =>
  events.length === 0 || events.some((event) => eventsIn(quote).includes(event));

interface SaidOfFirstDays {
  readonly id: string;
  readonly sentence: string;
  readonly said: FirstDay;
}
const known = new WeakMap<FactSource['clauses'], readonly SaidOfFirstDays[]>();

/** Every sentence of the text that counts first days in; its clauses are read once, however many lengths are asked about. */
function saidIn({ clauses }: FactSource): readonly SaidOfFirstDays[] {
  const found = known.get(clauses) ?? readIn(clauses);
  known.set(clauses, found);
  return found;
}

function readIn(clauses: FactSource['clauses']): readonly SaidOfFirstDays[] {
  return clauses.flatMap(({ id, text }) =>
    sentences(text).flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const said = firstDayIn(sentence);
      return said ? [{ id, sentence, said }] : [];
    }),
  );
}

/**
 * Whether the agreement counts the day of the event as the first day of a length: by the words of the length, by those beside it in its
 * sentence, or by a sentence of no length of its own. Source: Civil Code, article 204.
 */
export function firstDayOf({ sources }: Pick<TermBasis, 'sources'>, { quote }: { readonly quote: string }): Agreed {
  const words = quote.trim();
  if (words === '') return {};
  const source = sources.find(({ clauses }) => clauses.some(({ text }) => text.includes(words)));
  if (!source) return firstDayIn(words) ? { startDayCounts: true } : {};
  const own = firstDayIn(words);
  const all = saidIn(source);
  const found = all.find(({ sentence, said }) => {
    if (sentence.includes(words))
      return own !== undefined || (isOf(said, words) && (lengthsIn(sentence) < 2 || said.events.length > 0));
    return own === undefined && lengthsIn(sentence) === 0 && isOf(said, words);
  });
  if (!found) return own ? { startDayCounts: true } : {};
  return { startDayCounts: true, startClause: citation(source, found.id, found.said.words) };
}

/** What a record says of the count goes with what the words of the length say of its first day. */
export const countingOf = (
  basis: Pick<TermBasis, 'sources'>,
  counting: PeriodAgreement,
  fact: { readonly quote: string },
): PeriodAgreement => (counting.startDayCounts === true ? counting : { ...counting, ...firstDayOf(basis, fact) });
