import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type {
  FactLine,
  MonthView,
  ObligationChoice,
  ObligationsView,
} from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { listDate, longDate, monthName, periodName, relativeDays } from '../../../../../src-renderer/kernel/dates.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click, pick, press, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import {
  aBasis,
  aChoice,
  aFact,
  aLevel,
  aMonth,
  anOrder,
  anOutage,
  aStep,
  known,
  lacks,
  someRights,
  unknown,
} from '../../given/rights.ts';

interface Open {
  readonly list?: readonly ObligationChoice[];
  readonly view?: ObligationsView;
  readonly month?: MonthView;
  readonly answers?: Answers;
  readonly wish?: Parameters<typeof show>[3];
  readonly part?: string;
  readonly agreementId?: string;
}

function rights({
  list = [aChoice()],
  view = someRights(),
  month = aMonth(),
  answers = {},
  wish = {},
  part,
  agreementId,
}: Open = {}): Promise<Double> {
  const place = {
    screen: 'rights' as const,
    ...(part === undefined ? {} : { part }),
    ...(agreementId === undefined ? {} : { agreementId }),
  };
  const all: Answers = {
    'rights.list': () => list,
    'rights.open': () => view,
    'rights.month': () => month,
    'rights.reopenedClaims': () => [],
    ...answers,
  };
  return show(Rights, { place }, all, wish);
}

describe('figures of a month', () => {
  inEach('say that minutes are the most they can be, and that a credit is in vouchers', async (language) => {
    const minutesAtMost = lacks('instances');
    const tier = known({
      below: 99.95,
      credit: { amount: 15, unit: 'percent', of: 'month-fee' },
      form: 'voucher',
    } as const);
    const level = aLevel({ counted: true, unavailableMinutes: 30, totalMinutes: 44_640, tier });
    await rights({
      month: aMonth({ level: { ...level, minutesAtMost } }),
      wish: { language },
    });
    expect(reads('rights.figures.downAtMost', { down: 30, total: 44_640 })).toBe(true);
    expect(reads('rights.figures.creditVouchers')).toBe(true);
    cleanup();
    await rights({
      month: aMonth({ level: aLevel({ counted: true, unavailableMinutes: 30, totalMinutes: 44_640 }) }),
      wish: { language },
    });
    expect(readsText('30 / 44,640')).toBe(true);
    expect(reads('rights.figures.credit')).toBe(true);
  });
});

describe('states of the rights', () => {
  inEach('empty: nothing to have rights from', async (language) => {
    const main = await rights({ list: [], answers: { 'import.choose': () => [] }, wish: { language } });
    expect(reads('rights.none')).toBe(true);
    await accessible();
    await click(the('button', 'library.import'));
    expect(main.inputs('import.choose')).toEqual([{ what: 'files' }]);
  });

  it('loading and failed: nothing is claimed', async () => {
    await rights({ answers: { 'rights.list': pending } });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: told', async () => {
    await rights({ answers: { 'rights.list': refused() } });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('rights.none')).toBe(false);
  });

  it('an agreement that cannot be opened is told, and another one can be chosen', async () => {
    await rights({
      list: [aChoice(), aChoice({ id: anId(2), title: 'Crane hire' })],
      answers: { 'rights.open': refused() },
    });
    expect(notice.failure).toEqual(aFailure());
    await click(screen.getByRole('button', { name: /Crane hire/u }));
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(2) });
  });

  it('that no text stands is said once of one version, and again where it is another or stood at one time', async () => {
    const said = async (month: Partial<MonthView['basis']>, now: Partial<MonthView['basis']>): Promise<boolean> => {
      cleanup();
      const basis = { ...aBasis, ...month };
      await rights({ view: someRights({ basis: { ...aBasis, ...now } }), month: aMonth({ basis }) });
      return reads(`rights.basis.then.${basis.by}`, { when: monthName('2026-10'), ordinal: basis.ordinal });
    };
    expect(await said({ by: 'first' }, { by: 'newest' })).toBe(false);
    expect(await said({ by: 'first' }, { by: 'accepted' })).toBe(true);
    expect(await said({ by: 'accepted' }, { by: 'other-time' })).toBe(true);
    expect(await said({ by: 'first' }, { by: 'newest', versionId: anId(102), ordinal: 2 })).toBe(true);
  });

  inEach('a month of service, its figures and their working', async (language) => {
    await rights({ wish: { language } });
    expect(the('navigation', 'rights.choose').textContent).toContain(said('rights.noOutages'));
    expect(reads('rights.basis.accepted', { ordinal: 1 })).toBe(true);
    expect(readsText('99.7312%')).toBe(true);
    expect(readsText('120 / 44,640')).toBe(true);
    expect(reads('rights.figures.breached', { promised: '99.95' })).toBe(true);
    expect(reads('format.quantity.money', { n: '180.00' })).toBe(true);
    expect(readsText('壹佰捌拾元整')).toBe(language === 'zh');
    expect(readsText(longDate('2026-12-31'))).toBe(true);
    expect(readsText(relativeDays('2026-12-31'))).toBe(true);
    expect(reads('rights.chart.title', { month: monthName('2026-10') })).toBe(true);
    await accessible();
  });

  it('the names of the levels have their room beside the chart', async () => {
    await rights({ month: aMonth({ tiers: [{ below: 99.95, given: asWritten('15% of the month’s fee') }] }) });
    const name = screen.getByText(/15% of the month’s fee/u);
    const [, , width = 0] = (name.closest('svg')?.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect(width - Number(name.getAttribute('x'))).toBeGreaterThan((name.textContent ?? '').length * 6);
  });

  inEach('where a credit begins at what is promised, the line says what is promised first', async (language) => {
    const given = asWritten('15% of the fee');
    const tiers = [99.95, 99].map((below) => ({ below, given }));
    await rights({ month: aMonth({ tiers }), wish: { language } });
    const labels = [...document.querySelectorAll('svg .label')].map(({ textContent }) => textContent);
    expect(labels).toContain(said('rights.chart.promisedTier', { value: '99.95', given: '15% of the fee' }));
    expect(labels).not.toContain(said('rights.chart.tier', { below: 99.95, given: '15% of the fee' }));
  });

  it('many agreements and outages', async () => {
    const list = Array.from({ length: 300 }, (_, at) => aChoice({ id: anId(900 + at), title: `Agreement ${at}` }));
    const rows = Array.from({ length: 120 }, (_, at) => anOutage({ id: anId(2000 + at) }));
    await rights({ list, month: aMonth({ rows }) });
    expect(within(the('navigation', 'rights.choose')).getAllByRole('button')).toHaveLength(300);
    expect(reads('rights.outage.rows', { count: 120 })).toBe(true);
  });

  it('each with what can still be claimed and until when, and what was claimed', async () => {
    const due = { period: '2026-09', amount: '100.00', currency: 'CNY', state: 'due', until: '2026-12-01' } as const;
    const sent = { period: '2026-Q3', amount: '50.00', currency: 'CNY', state: 'claimed' } as const;
    await rights({ list: [aChoice({ outages: 3, credits: [due, sent] })] });
    const list = within(the('navigation', 'rights.choose')).getByRole('button').textContent;
    const month = monthName('2026-09');
    expect(list).toContain(
      said('rights.listed.due', { month, amount: money('100.00', 'CNY'), day: listDate('2026-12-01') }),
    );
    expect(list).toContain(
      said('rights.listed.claimed', { month: periodName('2026-Q3'), amount: money('50.00', 'CNY') }),
    );
  });

  it('without a choice: what is in use, else the service level, else the first', async () => {
    const plain = aChoice({ id: anId(3), title: 'Plain' });
    const sla = aChoice({ id: anId(4), kind: 'sla' });
    const used = aChoice({ id: anId(5), outages: 1, orders: 1 });
    for (const [list, id] of [
      [[plain, sla, used], 5],
      [[plain, sla], 4],
      [[plain], 3],
    ] as const) {
      const main = await rights({ list });
      expect(main.inputs('rights.open')).toEqual([{ agreementId: anId(id) }]);
    }
  });

  it('a place names the agreement; only changes of rights and library are looked at', async () => {
    const main = await rights({ agreementId: anId(8) });
    expect(main.inputs('rights.open')).toEqual([{ agreementId: anId(8) }]);
    main.send('changed', { features: ['letters'] });
    await settled();
    expect(main.inputs('rights.open')).toHaveLength(1);
    main.send('changed', { features: ['rights'] });
    await settled();
    expect(main.inputs('rights.open')).toHaveLength(2);
    expect(main.inputs('rights.month')).toHaveLength(2);
  });

  it('the parts are tabs that arrows move through, round and round', async () => {
    await rights({ view: someRights({ orders: [anOrder()] }) });
    the('tab', 'rights.parts.service').focus();
    await press('ArrowLeft');
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1), part: 'facts' });
    await click(the('tab', 'rights.parts.orders'));
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1), part: 'orders' });
  });
});

describe('the parts of an agreement', () => {
  const tabs = (): readonly (string | null)[] => screen.getAllByRole('tab').map(({ textContent }) => textContent);
  const says = (more: Pick<FactLine, 'kind' | 'part'>): FactLine =>
    aFact({ ...more, values: [{ words: aStep('one').text, step: aStep('one') }] });

  inEach('are what it has', async (language) => {
    const main = await rights({ wish: { language } });
    const views: readonly (readonly [ObligationsView, readonly ('service' | 'orders' | 'invoices' | 'facts')[]])[] = [
      [someRights(), ['service', 'facts']],
      [someRights({ months: [], facts: [says({ kind: 'availability', part: 'service' })] }), ['service', 'facts']],
      [someRights({ months: [], facts: [says({ kind: 'payment-due-days', part: 'orders' })] }), ['orders', 'facts']],
      [someRights({ months: [], facts: [aFact({ kind: 'availability', part: 'service' })] }), ['facts']],
      [someRights({ months: [], facts: [says({ kind: 'vat-rate' })] }), ['facts']],
      [someRights({ months: [], orders: [anOrder()] }), ['orders', 'invoices', 'facts']],
    ];
    for (const [view, parts] of views) {
      main.answer({ 'rights.open': () => view });
      main.send('changed', { features: ['rights'] });
      await settled();
      expect(tabs()).toEqual(parts.map((part) => said(`rights.parts.${part}`)));
      await accessible();
    }
  });

  it('what its text does not speak of can be entered all the same', async () => {
    await rights();
    expect(the('button', 'rights.order.add')).toBeTruthy();
    cleanup();
    await rights({ part: 'orders' });
    expect(tabs()).toEqual([said('rights.parts.service'), said('rights.parts.orders'), said('rights.parts.facts')]);
  });
});

describe('figures that are not known, or not the text’s', () => {
  inEach('say what is missing, and can be settled where one number settles them', async (language) => {
    const view = someRights({
      facts: [
        {
          kind: 'availability',
          fact: 'availability',
          label: aStep('Promise').text,
          unit: 'percent',
          unitWords: aStep('percent').text,
          conflict: false,
          statutes: [],
          number: true,
          values: [],
        },
      ],
    });
    const month = aMonth({
      level: aLevel({
        promised: unknown(lacks('availability')),
        breach: unknown(lacks('availability')),
        tier: known(undefined),
      }),
    });
    const main = await rights({ view, month, wish: { language }, answers: { 'rights.settle': () => undefined } });
    expect(reads('rights.unknown')).toBe(true);
    expect(readsText('Missing: availability')).toBe(true);
    expect(reads('rights.figures.noTier')).toBe(true);
    await accessible();
    const own = screen.getByLabelText(said('rights.settle', { name: 'Promise' }));
    await click(within(own.closest('form')!).getByRole('button'));
    expect(main.inputs('rights.settle')).toEqual([]);
    await write(own, '99.9');
    await click(within(own.closest('form')!).getByRole('button'));
    expect(main.inputs('rights.settle')).toEqual([{ agreementId: anId(1), kind: 'availability', value: 99.9 }]);
  });

  inEach('exclusions, own values, a bound and a right to end it are told', async (language) => {
    const level = aLevel({
      excludedMinutes: 60,
      availabilityWithoutExclusions: known('99.500000'),
      monthlyFee: known('1200.00', aStep('Entered', { own: true, by: 'person' })),
      termination: known({ allowed: true, longestHours: '72.00', brokenBy: [] }),
      cap: { known: false, missing: [lacks('2027', 'calendar')], steps: [], notBefore: '2026-12-05' },
      breach: known(false),
    });
    await rights({ month: aMonth({ level, window: 'closed' }), wish: { language } });
    expect(reads('rights.figures.without', { value: '99.5' })).toBe(true);
    expect(reads('rights.figures.excluded', { minutes: 60 })).toBe(true);
    expect(reads('rights.yours')).toBe(true);
    expect(reads('rights.notBefore', { day: longDate('2026-12-05') })).toBe(true);
    expect(reads('rights.figures.mayTerminate', { hours: '72' })).toBe(true);
    expect(reads('rights.figures.kept', { promised: '99.95' })).toBe(true);
    expect(reads('rights.chart.all')).toBe(true);
    expect(reads('rights.window.closed')).toBe(true);
    await accessible();
  });

  it('how minutes count can be chosen where the text does not say', async () => {
    const counting = { value: 'whole', by: 'default', step: aStep('Whole minutes') } as const;
    const main = await rights({ month: aMonth({ counting }), answers: { 'rights.setCounting': () => undefined } });
    await pick(screen.getByRole('combobox', { name: new RegExp(said('rights.counting.title'), 'u') }), 'started');
    expect(main.inputs('rights.setCounting')).toEqual([{ agreementId: anId(1), counting: 'started' }]);
  });
});
