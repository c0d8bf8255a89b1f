import { sentence } from '../../agreement/sentence.ts';
import type { ItemDone } from '../../kernel/between-features.ts';
import { companies, companyPapers } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';

/** Every screen that shows a company. */
export const COMPANY_CHANGED = ['settings', 'letters', 'rights', 'agenda', 'review'] as const;

/** Keeps that the contacts of a company were confirmed on a day, with its entry. @throws Refusal `not-found`. */
export function confirmContacts(ports: Ports, id: string, { on, note, evidence }: ItemDone): void {
  const { store } = ports;
  const kept = companies(store).find((company) => company.id === id);
  if (!kept) throw unknownThing(sentence('settings.handlers.settings-handlers.settings-confirm-contacts'));
  record(ports, {
    entry: {
      kind: 'settings-changed',
      subject: `company:${id}`,
      payload: {
        contactsConfirmedOn: on,
        ...(note === '' ? {} : { note }),
        ...(evidence ? { evidence: evidence.sha256 } : {}),
      },
    },
    files: evidence ? [evidence] : [],
    write: () =>
      companyPapers(store).put(
        { id, state: 'kept', body: { company: kept.company, confirmedOn: on } },
        ports.now().toISOString(),
      ),
    changed: COMPANY_CHANGED,
  });
}
