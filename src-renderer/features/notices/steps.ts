import type { ComparisonView } from '../../../src-main/contract/compare.ts';
import type { NoticeView } from '../../../src-main/contract/notices.ts';
import { listDate } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';

export interface Step {
  readonly words: string;
  readonly note: string;
  readonly state: 'done' | 'on' | 'ahead';
}

/** The way of a notice so far, and what is left of it: one step is on, unless all are done. */
export function stepsOf(view: NoticeView, comparison: ComparisonView | undefined): readonly Step[] {
  const [first] = view.history;
  const decided = !['announced', 'under-review'].includes(view.state);
  const seen = comparison !== undefined && (!comparison.required || comparison.seenAt !== undefined);
  const way = [
    {
      words: t('notices.steps.added'),
      note: [first && listDate(first.at), first?.by].filter(Boolean).join(' '),
      done: true,
    },
    {
      words: t('notices.steps.text'),
      note: view.newVersion
        ? t('notices.newVersionOpen', { ordinal: view.newVersion.ordinal })
        : t('notices.steps.noText'),
      done: view.newVersion !== undefined,
    },
    {
      words: t('notices.steps.compare'),
      note: comparison ? t('notices.impactCount', { count: comparison.impact.length }) : '',
      done: seen,
    },
    {
      words: t('notices.steps.review'),
      note: view.state === 'under-review' ? t('names.noticeState.under-review') : '',
      done: view.newVersion?.reviewed === true,
    },
    {
      words: decided ? t(`names.noticeState.${view.state}`) : t('notices.steps.decide'),
      note: decided
        ? listDate(view.since)
        : view.lastDay === undefined || !view.lastDayKnown
          ? ''
          : t('notices.steps.by', { date: listDate(view.lastDay) }),
      done: decided,
    },
  ];
  // What was left out before it was decided is no step of the way any more.
  const taken = decided ? way.filter(({ done }) => done) : way;
  const on = decided ? -1 : way.findIndex(({ done }) => !done);
  return taken.map(({ words, note, done }, index) => ({
    words,
    note,
    state: done ? 'done' : index === on ? 'on' : 'ahead',
  }));
}
