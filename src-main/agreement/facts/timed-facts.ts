import type { Fact, Unit } from '../fact.ts';
import { deniesTime, timesIn } from '../frames/times.ts';
import type { Clause } from '../model.ts';
import { sentenceOf } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';
import { byClause, LENGTH_UNITS, quoteOf } from './told.ts';

/** What is kept so long can be taken out so long; what is only deleted within it may be gone at once. */
const KEPT =
  /保留|保存|导出|取回|迁移|返还|\b(?:export\w*|retriev\w+|return\w*|download\w*|retain\w*|kept|keep|reserve\w*|copy\sof|available)\b/iu;

/**
 * Lengths that stand in a frame and that no other rule has read. What is not about the service level says what it is about in
 * its scope (`matter`), so that no calculator takes a time to dispute a bill for the time to claim a credit.
 */
export function timedFacts(
  sources: readonly { readonly clause: Clause; readonly headings: string; readonly lead: string }[],
  known: readonly Fact[],
): readonly Fact[] {
  const knownOf = byClause(known);
  return sources.flatMap(({ clause, headings, lead }) => {
    const here = knownOf(clause.id);
    const found: Fact[] = [];
    let before = lead;
    for (const stretch of sentences(clause.text)) {
      const sentence = sentenceOf(clause.text, stretch);
      for (const { kind, quantity, at, matter, anchor, party } of timesIn(sentence, `${headings} ${before}`)) {
        const unit: Unit | undefined = quantity.measure === 'nth-day' ? 'day' : LENGTH_UNITS[quantity.measure];
        const same = (fact: Fact): boolean => fact.kind === kind && fact.value === quantity.value && fact.unit === unit;
        if (quantity.measure === 'nth-day' && kind !== 'overdue-termination') continue;
        const asObjection = ({ kind: other, value, unit: its }: Fact): boolean =>
          kind === 'claim-closes' && other === 'objection-window' && value === quantity.value && its === unit;
        if (here.some(asObjection)) continue;
        if (unit === undefined || here.some(same) || found.some(same)) continue;
        const told = { clause, sentence, around: headings };
        const another =
          kind === 'claim-closes' || kind === 'response' || (kind === 'data-return' && !KEPT.test(sentence.text));
        const id = `${clause.id}/${kind}/in-frame-${found.length + 1}`;
        const quote = quoteOf(told, { start: at, end: at + 1 });
        found.push({
          id,
          kind,
          value: quantity.value,
          unit,
          ...(anchor && { anchor }),
          ...(party && { party }),
          ...(another && { scope: { matter } }),
          clause: clause.id,
          quote,
        });
      }
      before = sentence.text;
    }
    return found;
  });
}

/** Without the times that their own sentence denies, whatever rule has read them. */
export function withoutDenied(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.filter(({ kind, clause, quote }) => {
    const text = textOf(clause);
    const own = sentences(text).find(({ start, end }) => text.slice(start, end).includes(quote.trim()));
    return !deniesTime(kind, own ? text.slice(own.start, own.end) : quote);
  });
}
