import { asWritten, sentence } from '../../agreement/sentence.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import { companies } from '../../kernel/companies.ts';
import type { Ports } from '../../kernel/ports.ts';
import { confirmContacts } from './contacts.ts';
import { contactItem } from '../../term/agenda/agenda-items.ts';
import { known } from '../../term/answer.ts';
import { addMonths } from '../../term/calendar/civil-date.ts';

/** Months between two confirmations of the contacts: the product's own habit, no clause asks for it. */
const CONFIRM_MONTHS = 6;

/** Companies whose contacts want to be confirmed again. */
export function contactAgendaSource(ports: Ports): readonly PlacedItem[] {
  const { store, now } = ports;
  const today = beijingToday(now());
  return companies(store)
    .filter(({ company }) => company.contact !== '')
    .map(({ id, company, confirmedOn }): PlacedItem => {
      const due = confirmedOn === undefined ? today : addMonths(confirmedOn, CONFIRM_MONTHS);
      const text =
        confirmedOn === undefined
          ? sentence('settings.agenda-source.contact-agenda-source')
          : sentence('settings.agenda-source.contact-agenda-source-2', { confirmedOn, months: CONFIRM_MONTHS });
      const item = contactItem({ id: `contact:${id}`, name: asWritten(company.name) }, known(due, [{ text }]));
      return {
        item: { ...item, why: text },
        place: { screen: 'settings', part: 'companies' } as const,
        close: (said) => confirmContacts(ports, id, said),
      };
    });
}
