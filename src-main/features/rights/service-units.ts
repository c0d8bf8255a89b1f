import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { serviceCalls, ServiceUnitInput } from '../../contract/rights/service.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { TermBasis } from '../../term/basis.ts';
import { typedFee } from '../../term/service/month-fee.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { obligationBases } from './basis.ts';
import { keepOwnTerms, ownTerms, type ServiceUnit } from './own-terms.ts';

/** What is measured by itself, in which class, and what is said of a month as a whole. */
export function serviceHandlers(ports: Ports): Handlers<typeof serviceCalls> {
  const { store } = ports;

  return {
    'rights.saveUnit': ({ agreementId, before, unit }) => {
      const units = ownTerms(store, agreementId).units ?? [];
      const kept = keptUnit(unit, obligationBases(store, agreementId)(ports.now().toISOString()).terms);
      const others = units.filter(({ name }) => name !== before);
      if (before !== undefined && others.length === units.length) throw unknownUnit();
      if (others.some(({ name }) => name === kept.name)) throw nameTaken(kept.name);
      const at = units.findIndex(({ name }) => name === before);
      const after = at < 0 ? [...units, kept] : units.with(at, kept);
      settle(agreementId, { what: 'service-unit', before: before ?? 'none', unit: entryOf(kept) }, { units: after });
      return undefined;
    },

    'rights.removeUnit': ({ agreementId, name }) => {
      const units = ownTerms(store, agreementId).units ?? [];
      const others = units.filter((unit) => unit.name !== name);
      if (others.length === units.length) throw unknownUnit();
      settle(
        agreementId,
        { what: 'service-unit', before: name, unit: 'taken back' },
        { units: others.length === 0 ? undefined : others },
      );
      return undefined;
    },

    'rights.setScope': ({ agreementId, scope }) => {
      settle(agreementId, { what: 'service-class', value: scope ?? 'taken back' }, { scope });
      return undefined;
    },

    'rights.sayComplete': ({ agreementId, month, complete }) => {
      const { [month]: _before, ...others } = ownTerms(store, agreementId).complete ?? {};
      const said = complete ? { ...others, [month]: ports.now().toISOString() } : others;
      settle(
        agreementId,
        { what: 'no-other-outage', month, value: complete ? 'said' : 'taken back' },
        { complete: Object.keys(said).length === 0 ? undefined : said },
      );
      return undefined;
    },
  };

  function settle(agreementId: string, payload: JsonObject, change: Parameters<typeof keepOwnTerms>[2]): void {
    record(ports, {
      entry: { kind: 'own-value-settled', subject: `agreement:${agreementId}`, payload },
      write: () => keepOwnTerms(ports, agreementId, change),
      changed: ['rights', 'agenda'],
    });
  }
}

/** @throws Refusal `other-currency` for a fee in another currency than the agreement's. */
function keptUnit({ name, instances, scope, fee }: ServiceUnitInput, terms: TermBasis): ServiceUnit {
  const given = fee && typedFee(terms, withoutAbsent(fee), 'unit.fee');
  const names = instances.map((each) => each.trim()).filter((each) => each !== '');
  return {
    name: name.trim(),
    instances: [...new Set(names)],
    ...(scope === undefined ? {} : { scope }),
    ...(given ? { fee: given } : {}),
  };
}

const entryOf = ({ name, instances, scope, fee }: ServiceUnit): JsonObject => ({
  name,
  instances: [...instances],
  class: scope ?? 'none',
  fee: fee ? { ...fee } : 'none',
});

const unknownUnit = (): Refusal => unknownThing(sentence('rights.units.unknown'));

const nameTaken = (name: string): Refusal =>
  new Refusal(
    'unit-name-taken',
    sentence('rights.units.name-taken', { name }),
    sentence('rights.units.name-taken.next'),
  );
