import { beijingToday } from '../../kernel/beijing-today.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import { companies } from '../../kernel/companies.ts';
import type { Ports } from '../../kernel/ports.ts';
import { contactItem } from '../../term/agenda/agenda-items.ts';
import { known } from '../../term/answer.ts';
import { addMonths } from '../../term/calendar/civil-date.ts';

/** Months between two confirmations of the contacts: the product's own habit, no clause asks for it. */
const CONFIRM_MONTHS = 6;

/** Companies whose contacts want to be confirmed again. */
export function contactAgendaSource({ store, now }: Ports): readonly PlacedItem[] {
  const today = beijingToday(now());
  return companies(store)
    .filter(({ company }) => company.contact !== '')
    .map(({ id, company, confirmedOn }) => {
      const due = confirmedOn === undefined ? today : addMonths(confirmedOn, CONFIRM_MONTHS);
      const text =
        confirmedOn === undefined
          ? { zh: '联系方式从未核对过。', en: 'The contacts were never confirmed.' }
          : {
              zh: `上次核对于 ${confirmedOn}，每 ${CONFIRM_MONTHS} 个月核对一次（本应用的间隔，并非协议要求）。`,
              en: `Confirmed on ${confirmedOn}; asked again every ${CONFIRM_MONTHS} months (this product’s habit, no clause).`,
            };
      const item = contactItem(
        { id: `contact:${id}`, name: { zh: company.name, en: company.name } },
        known(due, [{ text }]),
      );
      return { item: { ...item, why: text }, place: { screen: 'settings', part: 'companies' } as const };
    });
}
