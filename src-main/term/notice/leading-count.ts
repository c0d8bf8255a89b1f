import type { AgreementDocument } from '../../agreement/model.ts';
import type { TermStep } from '../answer.ts';
import type { Shortfall } from './notice-shortfall.ts';

/** Which of the two counts of a notice is said first; the other stands beside it. */
export type LeadingCount = keyof Shortfall;

/** The words of a text that has its notice run in full before the change has effect. */
const IN_FULL =
  /满\s?[\d〇零一二两三四五六七八九十百]{1,5}\s?(?:[（(]\s?\d+\s?[)）]\s?)?个?(?:自然|日历|工作)?(?:日|天|月|小时)|(?:通知|公告|公示)期(?:限|间)?届?满|(?:日|天|月)(?:届)?满(?:之)?后|\b(?:clear|full)\s(?:\w+\s)?days\b|\b(?:have|has)\s(?:fully\s)?(?:elapsed|passed|run)\b|\bexpiry\sof\s(?:the|that|such|this)\snotice\b/iu;

/**
 * The count that leads wherever days by which a notice is short are said: that of whole days where the clause which requires the notice
 * says that it runs in full, and else the one counted back from the effect, which nobody can argue with.
 */
export function leadingCount(
  { clauses }: Pick<AgreementDocument, 'clauses'>,
  steps: readonly TermStep[],
): LeadingCount {
  const cited = steps.flatMap(({ clause }) => clause?.id ?? []);
  return clauses.some(({ id, text }) => cited.includes(id) && IN_FULL.test(text)) ? 'full' : 'back';
}
