import type { NoticeState, NoticeView } from '../../../src-main/contract/notices.ts';

const AFTER_REVIEW: readonly NoticeState[] = ['accepted', 'objected', 'lapsed'];

/** Whether a notice can come to a state: at once, or because its review begins with it. */
export const allows = ({ moves }: Pick<NoticeView, 'moves'>, state: NoticeState): boolean =>
  moves.includes(state) || (moves.includes('under-review') && AFTER_REVIEW.includes(state));
