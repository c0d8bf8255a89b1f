import { inOneLine, sentence } from '../../agreement/sentence.ts';
import { ANCHORS } from '../../agreement/fact.ts';
import { factWords } from '../../agreement/fact-words.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { saidReadings } from '../../agreement/said-fact.ts';
import type { NotOffered } from '../../kernel/between-features.ts';
import type { Handlers } from '../../contract/call.ts';
import type { rightsCalls } from '../../contract/rights.ts';
import type { ObligationChoice, ObligationsView, StatedFeeView } from '../../contract/rights.ts';
import type { Store } from '../../store/store.ts';
import { shiftMonth } from '../../term/calendar/civil-date.ts';
import { mapAnswer } from '../../term/answer.ts';
import { currencyCode } from '../../term/fees/currency.ts';
import { type FeeOnOffer, feesOnOffer } from '../../term/fees/stated-fees.ts';
import { partMonthRule } from '../../term/fees/part-month.ts';
import { companies, companyById } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import {
  basisVersion,
  clausePlaces,
  companyOf,
  companionCandidates,
  guideCandidates,
  type ObligationBases,
  obligationBases,
} from './basis.ts';
import { correctFact, factChoices, removeCorrection, saidFactViews } from './facts/corrections.ts';
import { creditsListed } from './credits-listed.ts';
import { factLines, isReckonedWith, settledAs, statedKinds } from './facts/fact-lines.ts';
import { invoicePapers } from './invoices/invoice-records.ts';
import { orderRecords } from './order-records.ts';
import { invoiceTitle, orderView } from './order-view.ts';
import { outageCount, outageMonths } from './outage-records.ts';
import { termOffers } from './other-terms.ts';
import { keepOwnTerms, ownTerms } from './own-terms.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { calledAt, standingOf } from '../../kernel/standing.ts';
import { speaksOfTerm } from '../../term/renewal/renewal.ts';
import { termOf } from './term/term-records.ts';

const LISTED: ReadonlySet<string> = new Set(['terms', 'sla', 'service-agreement']);

/**
 * What an agreement gives and asks: the text it rests on, its facts, its orders.
 * @param archived agreements in the archive, whose terms are offered to no other
 */
export function rightsHandlers(
  ports: Ports,
  notOffered: NotOffered,
  archived: (store: Store) => ReadonlySet<string>,
): Handlers<typeof rightsCalls> {
  const { store } = ports;
  return {
    'rights.list': async () => {
      const gone = await notOffered();
      return store.agreements
        .agreements()
        .filter(({ id, kind }) => !gone.has(id) && (LISTED.has(kind) || kind === 'other'))
        .flatMap((agreement): readonly ObligationChoice[] => {
          const version = basisVersion(store, agreement.id, ports.now().toISOString());
          const document = version && store.agreements.document(version.versionId);
          if (!document) return [];
          const { id, kind, provider } = agreement;
          const title = calledAt(store, id, ports.now().toISOString());
          const facts = statedKinds(document);
          const [outages, orders] = [outageCount(store, id), orderRecords(store, id).length];
          if (kind === 'other' && !facts.some(isReckonedWith) && outages + orders === 0) return [];
          return [
            {
              id,
              title,
              kind,
              ...(facts.includes('availability') ? { measured: true } : {}),
              ...(outages > 0 ? { credits: creditsListed(ports, id) } : {}),
              outages,
              orders,
              ...(provider === undefined ? {} : { provider }),
            },
          ];
        });
    },

    'rights.open': ({ agreementId }) => {
      const { candidates, guides, termOffers: offers, ...opened } = view(ports, obligationBases(store, agreementId));
      const gone = archived(store);
      const offered = (one: { readonly agreementId: string }): boolean => !gone.has(one.agreementId);
      return {
        ...opened,
        candidates: candidates.filter(offered),
        guides: guides.filter(offered),
        termOffers: offers.filter(offered),
      };
    },

    'rights.settle': ({ agreementId, kind, value }) => {
      const fact = settledAs(kind);
      if (!fact) throw unknownThing(sentence('rights.handlers.rights-handlers.rights-settle'));
      if (value !== undefined && !Number.isFinite(value)) throw notNumber();
      const { [fact]: _before, ...others } = ownTerms(store, agreementId).own;
      settle(agreementId, fact, value, { own: value === undefined ? others : { ...others, [fact]: value } });
      return undefined;
    },

    'rights.correctFact': (correction) => {
      const { text } = obligationBases(store, correction.agreementId)(ports.now().toISOString());
      correctFact(ports, text, correction);
      return undefined;
    },

    'rights.factChoices': ({ agreementId, versionId }) => factChoices(store, agreementId, versionId),

    'rights.readFact': ({ kind, value, scope }) => saidReadings(kind, value, scope?.trim()).map(factWords),

    'rights.removeCorrection': ({ correctionId }) => removeCorrection(ports, correctionId),

    'rights.settlePartMonth': ({ agreementId, value }) => {
      settle(agreementId, 'part-month', value, { partMonth: value });
      return undefined;
    },

    'rights.chooseText': ({ agreementId, versionId }) => {
      const version = store.agreements.versionsOf(agreementId).find(({ id }) => id === versionId);
      if (versionId !== undefined && !version) throw unknownThing(sentence('rights.basis.obligation-basis'));
      settle(agreementId, 'text', versionId, { text: versionId });
      return undefined;
    },

    'rights.chooseCompany': ({ agreementId, companyId }) => {
      const company = companyId === undefined ? undefined : companyById(store, companyId);
      if (companyId !== undefined && !company) throw unknownThing(sentence('rights.handlers.company'));
      settle(agreementId, 'company', company?.name, { companyId });
      return undefined;
    },

    'rights.companions': ({ agreementId, agreementIds, guideId }) => {
      record(ports, {
        entry: {
          kind: 'own-value-settled',
          subject: `agreement:${agreementId}`,
          payload: { what: 'companions', agreements: agreementIds, guide: guideId ?? 'none' },
        },
        write: () => keepOwnTerms(ports, agreementId, { companions: agreementIds, guide: guideId }),
        changed: ['rights', 'agenda'],
      });
      return undefined;
    },
  };

  function settle(
    agreementId: string,
    what: string,
    value: number | string | undefined,
    change: Parameters<typeof keepOwnTerms>[2],
  ): void {
    record(ports, {
      entry: {
        kind: 'own-value-settled',
        subject: `agreement:${agreementId}`,
        payload: { what, value: value === undefined ? 'taken back' : String(value) },
      },
      write: () => keepOwnTerms(ports, agreementId, change),
      changed: ['rights', 'agenda'],
    });
  }
}

function view(ports: Ports, bases: ObligationBases): ObligationsView {
  const { store } = ports;
  const now = ports.now().toISOString();
  const basis = bases(now);
  const { agreement, text, companions, guide, own, terms } = basis;
  const today = todayOf(ports.now(), terms);
  const months = outageMonths(ports, agreement.id, terms);
  const orders = orderRecords(store, agreement.id);
  const everywhere = invoicePapers(store).list();
  const came = { invoices: everywhere.filter(({ subject }) => subject === agreement.id), everywhere, now };
  const title = invoiceTitle(companyOf(store, basis));
  const periods = standingOf(store, agreement.id).periods.map(({ from }) => bases(from));
  return {
    agreementId: agreement.id,
    title: calledAt(store, agreement.id, now),
    basis: text.version,
    companions: companions.map(({ version }) => version),
    candidates: companionCandidates(store, agreement).map(({ id }) => choice(store, id, now)),
    termOffers: termOffers(store, basis, now),
    guides: guideCandidates(store).map(({ id }) => choice(store, id, now)),
    versions: store.agreements.versionsOf(agreement.id).map(({ id, ordinal }) => ({ versionId: id, ordinal })),
    ...(own.text === undefined ? {} : { chosen: own.text }),
    clauses: clausePlaces([basis, ...periods]),
    facts: factLines(basis),
    choices: factChoices(store, agreement.id, text.version.versionId),
    anchors: ANCHORS,
    said: saidFactViews(store, agreement.id, text),
    partMonth: {
      answer: mapAnswer(
        partMonthRule(terms, own.partMonth && { value: own.partMonth, by: 'person' }),
        // By the days of the whole service is by the day as well.
        (rule) => (rule === 'days' ? 'daily' : rule),
      ),
      ...(own.partMonth ? { own: own.partMonth } : {}),
    },
    term: speaksOfTerm(terms) || Object.keys(termOf(store, agreement.id)).length > 0,
    months,
    month: months[0] ?? shiftMonth(today.slice(0, 7), -1),
    orders: orders.map((paper) => orderView(store, { bases, paper, all: orders, today, ...came })),
    fees: feesOnOffer(terms).map(feeView),
    currency: currencyCode(terms),
    companies: companies(store).map(({ id, company: { name } }) => ({ id, name })),
    ...(agreement.provider === undefined ? {} : { provider: agreement.provider }),
    ...(guide ? { guide: guide.version } : {}),
    ...(title ? { invoiceTitle: title } : {}),
  };
}

const feeView = ({ fact, step, ...fee }: FeeOnOffer): StatedFeeView => ({
  ...fee,
  id: fact.id,
  clause: {
    clauseId: fact.clause,
    ...(step.clause?.number === undefined ? {} : { number: step.clause.number }),
    quote: inOneLine(fact.quote),
  },
});

const choice = (store: Store, agreementId: string, instant: string) => ({
  agreementId,
  title: calledAt(store, agreementId, instant),
});

function notNumber(): Refusal {
  return new Refusal(
    'bad-own-value',
    sentence('rights.handlers.bad-own-value'),
    sentence('rights.handlers.bad-own-value.next'),
  );
}
