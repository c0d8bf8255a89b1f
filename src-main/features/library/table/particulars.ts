import { Refusal } from '../../../agreement/refusal.ts';
import { sentence } from '../../../agreement/sentence.ts';
import { typedAmount } from '../../../../assets/typed/typed-words.ts';
import { ZONES, zonesIn } from '../../../agreement/quantity/zones.ts';
import type { Particulars } from '../../../contract/library/table.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { NO_PARTICULARS, particularsPapers } from '../../../kernel/papers/particulars.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';

/** An amount as a plain decimal: `12,000` → `12000`. @throws Refusal `bad-amount`. */
function plainAmount(written: string): string {
  const amount = typedAmount(written);
  if (amount === undefined) {
    throw new Refusal(
      'bad-amount',
      sentence('term.money.bad-amount', { text: written }),
      sentence('term.money.bad-amount.next'),
      { field: 'particulars.amount' },
    );
  }
  return amount;
}

const said = (particulars: Particulars): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(particulars).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** A zone as it is kept: an offset or one that is known by name. @throws Refusal `bad-zone`. */
function knownZone(written: string): string {
  const zone = ZONES.find((row) => row.zone === written)?.zone ?? zonesIn(written)[0];
  if (zone !== undefined) return zone;
  throw new Refusal(
    'bad-zone',
    sentence('library.particulars.bad-zone', { written }),
    sentence('library.particulars.bad-zone.next'),
    { field: 'particulars.zone' },
  );
}

/** Keeps what a person says of an agreement, with its entry. @throws Refusal `bad-amount`, `bad-zone`, `not-found`. */
export function keepParticulars(ports: Ports, agreementId: string, given: Particulars): void {
  const { store } = ports;
  if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('library.inspection.agreement'));
  const { amount, zone, tags, ...rest } = given;
  const body: Particulars = {
    ...rest,
    ...(amount === undefined ? {} : { amount: plainAmount(amount) }),
    ...(zone === undefined ? {} : { zone: knownZone(zone) }),
    tags: [...new Set(tags)],
  };
  const before = particularsPapers(store).about(agreementId);
  const at = ports.now().toISOString();
  record(ports, {
    entry: {
      at,
      kind: 'settings-changed',
      subject: `agreement:${agreementId}`,
      payload: { what: 'particulars', particulars: said(body), before: said(before?.body ?? NO_PARTICULARS) },
    },
    write: () =>
      particularsPapers(store).put({ id: before?.id ?? ports.newId(), subject: agreementId, state: 'kept', body }, at),
    // The days of everything under it move with its clock.
    changed: ['library', 'agenda', 'notices', 'rights'],
  });
}
