import { dayWords } from '../../agreement/date-words.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { caseOfLetter, type CaseSource } from '../../kernel/cases/cases.ts';
import type { Letter } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { templateById } from './letter-templates.ts';

/**
 * A letter says that it is made in time by the day that it bears. Where it went out after the last day, or did not go out by then, that
 * is to be known: nothing that is printed tells it.
 */
export function outOfTime(
  { store, now }: Ports,
  cases: readonly CaseSource[],
  { id, body: { templateId, values } }: Letter,
): readonly Sentence[] {
  const [within] = templateById(store, templateId).blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.within ? [block.within] : [],
  );
  if (!within) return [];
  const said = (key: string): string => (typeof values[key] === 'string' ? values[key].trim() : '');
  const [day, first, last] = [said(within.day), said(within.first), said(within.last)];
  if (day === '' || last === '' || day < first || day > last) return [];
  const whole = caseOfLetter(store, cases, id);
  if (whole?.state === 'withdrawn') return [];
  const sent = whole?.history.findLast(({ state }) => state === 'sent')?.at.slice(0, 'YYYY-MM-DD'.length);
  if ((sent ?? beijingToday(now())) <= last) return [];
  return [
    sent === undefined
      ? sentence('letters.in-time.over', { last: dayWords(last) })
      : sentence('letters.in-time.sent-after', { last: dayWords(last), sent: dayWords(sent) }),
  ];
}
