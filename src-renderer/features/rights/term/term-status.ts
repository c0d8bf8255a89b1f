import type { TermFigure, TermView } from '../../../../src-main/contract/rights/term.ts';
import { longDate } from '../../../kernel/dates.ts';
import { say, t } from '../../../kernel/preferences.svelte.ts';

/** How a term stands, in one sentence: by when it has to be cancelled, when it ends, or what is missing to tell. */
export function termAnswer({ figures, renewsItself, notRenewed, cancelPassed }: TermView): string {
  const figure = (name: (typeof figures)[number]['name']) => figures.find((each) => each.name === name);
  const [end, cancelBy, renews] = [figure('end'), figure('cancelBy'), figure('renews')];
  if (!end?.answer.known) {
    const missing = end?.answer.known === false ? end.answer.missing.map(({ text }) => say(text)) : [];
    return missing.length > 0 ? t('frame.sentences', { told: missing }) : t('rights.unknown');
  }
  const day = longDate(end.answer.value);
  if (notRenewed?.arrivedAt !== undefined) return t('rights.term.answer.leaves', { day });
  if (notRenewed?.sentAt !== undefined)
    return cancelBy?.answer.known
      ? t('rights.term.answer.underWayUntil', { day: longDate(cancelBy.answer.value) })
      : t('rights.term.answer.underWay');
  if (!renewsItself || !renews?.words) return t('rights.term.answer.ends', { day });
  if (cancelPassed && cancelBy?.answer.known)
    return t('rights.term.answer.passed', { long: say(renews.words), day: longDate(cancelBy.answer.value) });
  const by = cancelBy && dayToKeep(cancelBy);
  return by !== undefined
    ? t('rights.term.answer.renewsUnless', { long: say(renews.words), day: longDate(by) })
    : t('rights.term.answer.renews', { long: say(renews.words), day });
}

/** Whoever keeps to the earliest day that it can be is in time. */
const dayToKeep = ({ answer }: TermFigure): string | undefined => (answer.known ? answer.value : answer.notBefore);
