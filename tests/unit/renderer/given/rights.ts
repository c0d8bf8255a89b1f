import { asWritten, sentence } from '../../../../assets/messages/say.ts';
import type {
  BasisVersion,
  Answer,
  ExclusionCheck,
  FactLine,
  InvoiceView,
  Missing,
  MonthView,
  ObligationChoice,
  ObligationsView,
  OrderView,
  OutageView,
  ServiceLevel,
  TermStep,
  SaidFactView,
  FactChoice,
} from '../../../../src-main/contract/rights.ts';
import type { InvoiceRecord } from '../../../../src-main/contract/rights/invoices.ts';
import type { SupportView, TicketView } from '../../../../src-main/contract/rights/tickets.ts';
import { claimDaysTold } from '../../../../src-main/term/service/claim/claim-days.ts';
import { aHash, anId } from './agreements.ts';

export const aStep = (text: string, more: Partial<TermStep> = {}): TermStep => ({ text: asWritten(text), ...more });

export const known = <Value>(value: Value, ...steps: readonly TermStep[]): Answer<Value> => ({
  known: true,
  value,
  steps,
});

export const unknown = (...missing: readonly Missing[]): Answer<never> => ({ known: false, missing, steps: [] });

export const lacks = (name: string, what: Missing['what'] = 'fact'): Missing => ({
  what,
  name,
  text: asWritten(`Missing: ${name}`),
});

export const aChoice = (more: Partial<ObligationChoice> = {}): ObligationChoice => ({
  id: anId(1),
  title: 'Harbour storage terms',
  kind: 'terms',
  measured: true,
  outages: 0,
  orders: 0,
  ...more,
});

export const aLevel = (more: Partial<ServiceLevel> = {}): ServiceLevel => ({
  month: '2026-10',
  period: '2026-10',
  totalMinutes: 44_640,
  unavailableMinutes: 120,
  excludedMinutes: 0,
  recorded: true,
  counted: true,
  availability: known('99.731200'),
  availabilityWithoutExclusions: known('99.731200'),
  promised: known(99.95),
  breach: known(true),
  tier: known({ below: 99.95, from: 99, credit: { amount: 15, unit: 'percent', of: 'month-fee' } }),
  creditPercent: known(15),
  monthlyFee: known('1200.00', aStep('The fee of the month')),
  cap: known('600.00'),
  credit: known('180.00', aStep('Fifteen percent')),
  fullCredit: known('180.00'),
  serviceDays: { known: false, missing: [lacks('credit-tier', 'fact')], steps: [] },
  termination: known({ allowed: false, longestHours: '2.00', brokenBy: [] }),
  claim: { opens: known('2026-11-10'), closes: known({ safe: '2026-12-31', latest: '2026-12-31' }), steps: [] },
  steps: [aStep('All minutes'), aStep('The share')],
  ...more,
});

export const aSaidFact = (more: Partial<SaidFactView> = {}): SaidFactView => ({
  id: anId(61),
  label: asWritten('Notice of changes'),
  words: asWritten('15 working days'),
  who: 'Ada Berg',
  at: '2026-11-23T02:00:00.000Z',
  reason: 'The annex says so',
  instead: { words: asWritten('15 days'), quote: 'fifteen days' },
  ...more,
});

export const anOutage = (more: Partial<OutageView> = {}): OutageView => ({
  id: anId(51),
  from: '2026-10-05T01:00:00Z',
  to: '2026-10-05T03:00:00Z',
  minutes: 120,
  seconds: 7200,
  cause: 'The crane stood still',
  instances: ['crane 1'],
  origin: 'manual',
  ...more,
});

export const anExclusion = (more: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  clauseId: 'x1',
  number: '5.1',
  text: 'Storm does not count',
  verdict: 'open',
  note: '',
  minutes: 0,
  ...more,
});

/** The text that figures rest on: the one that stands. */
export const aBasis: BasisVersion = {
  versionId: anId(101),
  agreementId: anId(1),
  title: 'Harbour storage terms',
  ordinal: 1,
  by: 'accepted',
};

/** Opened at nine in Beijing, answered a quarter of an hour later, restored a minute late. */
export const aTicket = (more: Partial<TicketView> = {}): TicketView => ({
  id: anId(56),
  name: 'T-7',
  number: 'T-7',
  severity: 'P1',
  instances: [],
  opened: '2026-10-05T01:00:00Z',
  responded: '2026-10-05T01:15:00Z',
  restored: '2026-10-05T05:01:00Z',
  times: [
    { kind: 'response', answer: known({ kept: true, due: '2026-10-05T01:15:00Z' }, aStep('Answered in time')) },
    {
      kind: 'restore',
      answer: known(
        { kept: false, due: '2026-10-05T05:00:00Z', late: { least: 60, most: 60 } },
        aStep('One minute late'),
      ),
    },
  ],
  word: 'missed',
  ...more,
});

export const someSupport = (more: Partial<SupportView> = {}): SupportView => ({
  tickets: [],
  missed: 0,
  kept: 0,
  open: 0,
  promised: false,
  severities: [],
  ...more,
});

export const aMonth = (more: Partial<MonthView> = {}): MonthView => ({
  basis: aBasis,
  month: '2026-10',
  first: '2026-10-01',
  last: '2026-10-31',
  period: '2026-10',
  units: [],
  classes: [],
  named: [],
  logs: [],
  level: aLevel(),
  law: { days: [], repairs: [], statutes: [] },
  counting: { value: 'whole', by: 'document', step: aStep('Only whole minutes') },
  rows: [anOutage()],
  exclusions: [],
  creditInCapitals: known('壹佰捌拾元整'),
  zoneName: sentence('names.zone.beijing'),
  currency: 'CNY',
  moneyNotes: [],
  support: someSupport(),
  rowCount: more.rows?.length ?? 1,
  tiers: [{ below: 99.95, given: asWritten('15% of the monthly fee') }],
  line: [
    { at: 0, counted: 100, all: 100 },
    { at: 31, counted: 99.7312, all: 99.7312 },
  ],
  days: [{ date: '2026-10-05', counted: 120, excluded: 0, availability: '99.731200' }],
  claimDays: claimDaysTold((more.level ?? aLevel()).claim),
  window: 'open',
  ...more,
});

export const anInvoice = (more: Partial<InvoiceView> = {}): InvoiceView => ({
  orderId: anId(55),
  month: '2026-10',
  type: 'special',
  dates: {
    ask: { agreement: known('2026-11-05'), guide: unknown(lacks('guide')) },
    issue: { agreement: known('2026-11-15'), guide: unknown(lacks('guide')) },
    contradictions: [],
    steps: [],
  },
  vat: known({ rate: 6, net: '1132.08', vat: '67.92', gross: '1200.00' }),
  currency: 'CNY',
  state: 'none',
  since: {},
  kept: [],
  steps: [],
  ...more,
});

/** One that came as it was asked for. */
export const anInvoiceRecord = (more: Partial<InvoiceRecord> = {}): InvoiceRecord => ({
  id: anId(57),
  kind: 'electronic-special',
  number: '26332000000012345678',
  code: '',
  issuedOn: '2026-11-16',
  buyer: 'Northern Ferries',
  buyerNumber: '91310000TEST00001X',
  seller: 'Harbour Storage',
  sellerNumber: '91330100MA27X1Y73E',
  net: '1132.08',
  tax: '67.92',
  total: '1200.00',
  rates: ['6%'],
  files: [{ sha256: aHash(57), name: 'invoice.xml', bytes: 2048, read: { number: '26332000000012345678' } }],
  differences: [],
  redNotes: [asWritten('The seller issues it by itself')],
  ...more,
});

export const anOrder = (more: Partial<OrderView> = {}): OrderView => ({
  id: anId(55),
  basis: aBasis,
  service: 'Berth 12',
  number: 'B-12',
  plan: 'prepaid',
  orderedOn: '2026-10-01',
  amount: '14400',
  invoiceType: 'special',
  note: '',
  capitals: '壹万肆仟肆佰元整',
  currency: 'CNY',
  moneyNotes: [],
  paid: '0.00',
  figures: [],
  paymentRules: [],
  invoices: [anInvoice()],
  ...more,
});

export const aFact = (more: Partial<FactLine> = {}): FactLine => ({
  kind: 'change-notice-days',
  fact: 'change-notice',
  label: asWritten('Notice of changes'),
  unit: 'day',
  unitWords: asWritten('days'),
  number: true,
  values: [],
  conflict: false,
  statutes: [],
  ...more,
});

export const aFactChoice = (more: Partial<FactChoice> = {}): FactChoice => ({
  kind: 'payment-due',
  label: asWritten('Payment due'),
  example: asWritten('e.g. 7 days'),
  stated: [{ id: 'c4/payment-due/1', words: asWritten('7 days'), quote: 'within seven days' }],
  ...more,
});

export const someRights = (more: Partial<ObligationsView> = {}): ObligationsView => ({
  agreementId: anId(1),
  title: 'Harbour storage terms',
  fees: [],
  currency: 'CNY',
  provider: 'Harbour Board',
  basis: aBasis,
  versions: [{ versionId: anId(101), ordinal: 1 }],
  companions: [],
  candidates: [],
  termOffers: [],
  guides: [],
  clauses: { c4: anId(101) },
  facts: [],
  partMonth: { answer: known('whole') },
  choices: [],
  anchors: [],
  said: [],
  term: false,
  months: ['2026-10'],
  month: '2026-10',
  orders: [],
  invoiceTitle: {
    companyId: anId(61),
    by: 'record',
    name: 'Northern Ferries',
    taxNumber: '91310000TEST00001X',
    address: 'Quay 3',
    phone: '021-1234567',
    bank: 'Harbour Bank',
    bankAccount: '62220000',
  },
  companies: [{ id: anId(61), name: 'Northern Ferries' }],
  ...more,
});

export const proof = { name: 'log.pdf', sha256: aHash(57) };
