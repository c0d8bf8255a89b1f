import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Ports } from '../../kernel/ports.ts';
import { type NoticeBody, noticeById } from './notice-records.ts';
import { awaited } from './notice-views.ts';
import { setTo } from './voiding.ts';

/**
 * Takes back that a notice goes on under the earlier text, while its objection is on its way or without an answer: objected as before.
 * Its letter and what was said of that stay as they are, and what was told of the earlier text holds no more.
 * @throws Refusal `keep-on-final` where it does not go on so, or the objection came to an end.
 */
export function undoKeepOn(ports: Ports, noticeId: string): void {
  const notice = noticeById(ports.store, noticeId);
  if (awaited(ports.store, notice).awaits === undefined) throw keepOnFinal();
  const { settledAt: _at, settledBasis: _basis, ...rest } = notice.body;
  const body: NoticeBody = { ...rest, since: rest.objected ?? rest.since };
  setTo(ports, noticeId, ['objected', body], ['notice-keep-on-undone', { from: notice.state, to: 'objected' }]);
}

const keepOnFinal = (): Refusal =>
  new Refusal('keep-on-final', sentence('notices.keeping-on.final'), sentence('notices.keeping-on.final.next'));
