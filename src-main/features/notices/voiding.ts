import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Input } from '../../contract/index.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import type { NoticeState } from '../../term/notice/notice-states.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import { type NoticeBody, noticeById, noticePapers } from './notice-records.ts';

/**
 * Sets a notice down as registered by mistake: no date, clock or text follows from it any more. Everything that was recorded of it stays,
 * and so does what went out because of it.
 * @throws Refusal `notice-voided` where it was already.
 */
export function voidNotice(ports: Ports, { noticeId, by, reason }: Input<'notices.void'>): void {
  const { state, body, basis } = noticeById(ports.store, noticeId);
  if (state === 'voided') throw alreadyVoided();
  const said = { by: by.trim(), reason: reason.trim() };
  if (said.by === '' || said.reason === '') throw reasonless(said.by === '' ? 'by' : 'reason');
  const voided = { was: state, since: body.since, ...said };
  const next: NoticeBody = { ...body, since: todayOf(ports.now(), basis.terms), voided };
  setTo(ports, noticeId, ['voided', next], ['notice-voided', { from: state, by: said.by, note: said.reason }]);
}

/** Brings a notice that was registered by mistake back, as it was. @throws Refusal `notice-not-voided`. */
export function unvoidNotice(ports: Ports, noticeId: string): void {
  const { body } = noticeById(ports.store, noticeId);
  const { voided, ...rest } = body;
  if (voided === undefined) throw notVoided();
  const { was, since } = voided;
  setTo(ports, noticeId, [was, { ...rest, since }], ['notice-unvoided', { to: was }]);
}

/** Sets a notice to a state that it had, or aside: what stands may change with it, and with that every screen. */
export function setTo(
  ports: Ports,
  noticeId: string,
  [state, body]: readonly [NoticeState, NoticeBody],
  [kind, payload]: readonly [EntryKind, JsonObject],
): void {
  const at = ports.now().toISOString();
  record(ports, {
    entry: { at, kind, subject: `notice:${noticeId}`, payload },
    write: () => noticePapers(ports.store).put({ id: noticeId, state, body }, at),
    changed: ['library', 'review', 'compare', 'notices', 'letters', 'rights', 'agenda'],
  });
}

const alreadyVoided = (): Refusal =>
  new Refusal('notice-voided', sentence('notices.voiding.voided'), sentence('notices.voiding.voided.next'));

const notVoided = (): Refusal =>
  new Refusal('notice-not-voided', sentence('notices.voiding.not-voided'), sentence('notices.voiding.not-voided.next'));

const reasonless = (field: 'by' | 'reason'): Refusal =>
  new Refusal('reason-missing', sentence('notices.voiding.reasonless'), sentence('notices.voiding.reasonless.next'), {
    field,
  });
