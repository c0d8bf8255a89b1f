import type { TicketView } from '../../../../src-main/contract/rights/tickets.ts';
import { exactTime } from '../../../kernel/dates.ts';
import { failureWords } from '../../../kernel/failures.svelte.ts';
import { t } from '../../../kernel/preferences.svelte.ts';

type Time = TicketView['times'][number];

const minutes = (seconds: number): number => Math.ceil(seconds / 60);

/** How a promised time of a ticket ended: in time, by how much late, or what is missing for saying so. */
export function timeWords({ answer }: Time): string {
  if (!answer.known) return t('frame.sentences', { told: answer.missing.map(({ text }) => failureWords(text)) });
  const { late } = answer.value;
  if (!late) return t('rights.ticket.inTime');
  const [least, most] = [minutes(late.least), minutes(late.most)];
  return least === most ? t('rights.ticket.late', { minutes: least }) : t('rights.ticket.lateBetween', { least, most });
}

/** When something was done; in words where that was not recorded. */
export const doneWords = (ticket: TicketView, kind: Time['kind'], zone: string | undefined): string => {
  const done = kind === 'response' ? ticket.responded : ticket.restored;
  return done === undefined ? t('rights.ticket.notRecorded') : exactTime(done, zone);
};
