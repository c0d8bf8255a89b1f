import { monthReasons } from '../../../../../src-renderer/features/rights/month-status.ts';
import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { MonthView, ObligationChoice, ObligationsView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { listDate, longDate, monthName, relativeDays } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { anId, aToken } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { aCase, aSentCase } from '../../given/cases.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';
import {
  aChoice,
  aLevel,
  aMonth,
  anExclusion,
  anOutage,
  known,
  lacks,
  proof,
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

describe('the month and its log', () => {
  it('another month is shown', async () => {
    const main = await rights({ view: someRights({ months: ['2026-10', '2026-09'] }) });
    await pick(the('combobox', 'rights.otherMonths'), '2026-09');
    expect(main.inputs('rights.month').at(-1)).toEqual({ agreementId: anId(1), month: '2026-09' });
  });

  inEach('of which nothing is recorded draws no line at the top', async (language) => {
    const level = aLevel({ recorded: false, unavailableMinutes: 0 });
    await rights({ month: aMonth({ rows: [], days: [], level }), wish: { language } });
    expect(reads('rights.chart.title', { month: monthName('2026-10') })).toBe(false);
    expect(reads('rights.figures.downOf', { down: 0, total: level.totalMinutes })).toBe(false);
  });

  inEach('empty: no outage, nothing to claim or export', async (language) => {
    const level = aLevel({ credit: known('0.00') });
    await rights({ month: aMonth({ rows: [], days: [], level }), wish: { language } });
    expect(reads('rights.outage.none')).toBe(true);
    expect(reads('rights.chart.quiet')).toBe(true);
    expect(reads('rights.status.noData', { month: monthName('2026-10') })).toBe(true);
    expect(every('button', 'rights.claim')).toEqual([]);
    expect(every('button', 'rights.exportLog')).toEqual([]);
    expect(every('button', 'rights.addOutage')).toHaveLength(1);
    await accessible();
  });

  inEach('an outage is logged by the clock in Beijing, with what it hit', async (language) => {
    const main = await rights({ wish: { language }, answers: { 'rights.saveOutage': () => ({ month: '2026-09' }) } });
    await click(the('button', 'rights.addOutage'));
    await accessible();
    await write(field('rights.outage.from', { zone: said('names.zone.beijing') }), '2026-09-03T08:00');
    await write(field('rights.outage.to', { zone: said('names.zone.beijing') }), '2026-09-03T09:30');
    await write(field('rights.outage.cause'), 'Storm');
    await write(field('rights.outage.instances'), 'crane 1、 crane 2,, crane 3');
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOutage')).toEqual([
      {
        agreementId: anId(1),
        outage: {
          from: '2026-09-03T08:00',
          to: '2026-09-03T09:30',
          cause: 'Storm',
          instances: ['crane 1', 'crane 2', 'crane 3'],
        },
      },
    ]);
    expect(dialog()).toBeNull();
    expect(main.inputs('rights.month').at(-1)?.month).toBe('2026-09');
  });

  it('one is changed under its id, and keeps its exclusion; a refusal keeps the dialog', async () => {
    const main = await rights({
      month: aMonth({ rows: [anOutage({ exclusion: 'x1' })], exclusions: [anExclusion()] }),
      answers: { 'rights.saveOutage': refused() },
    });
    await click(within(screen.getAllByRole('row').at(-1)!).getByRole('button', { name: said('rights.order.edit') }));
    expect(valueOf(field('rights.outage.from', { zone: said('names.zone.beijing') }))).toBe('2026-10-05T09:00');
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveOutage')[0]).toMatchObject({
      outageId: anId(51),
      outage: { exclusion: 'x1', instances: ['crane 1'] },
    });
    expect(dialog()).not.toBeNull();
  });

  it('one is removed, or falls under an exclusion, or no longer', async () => {
    const main = await rights({
      month: aMonth({ rows: [anOutage({ exclusion: 'as the log says' })], exclusions: [anExclusion()] }),
      answers: { 'rights.removeOutage': () => aToken('outage'), 'rights.excludeOutage': () => undefined },
    });
    const list = screen.getByRole('combobox', { name: `${said('rights.outage.exclusion')} 2026-10-05 09:00` });
    expect(
      within(list).getByRole('option', { name: said('rights.exclusions.asLogged', { words: 'as the log says' }) }),
    ).toBeTruthy();
    await pick(list, 'x1');
    await pick(list, '');
    expect(main.inputs('rights.excludeOutage')).toEqual([
      { outageId: anId(51), clauseId: 'x1' },
      { outageId: anId(51) },
    ]);
    await click(screen.getByRole('button', { name: `${said('rights.outage.remove')} 2026-10-05 09:00` }));
    expect(main.inputs('rights.removeOutage')).toEqual([{ outageId: anId(51) }]);
  });

  it('the log is exported; a closed dialog tells nothing', async () => {
    const main = await rights({ answers: { 'rights.exportOutages': () => ({ fileName: 'log.pdf' }) } });
    await click(the('button', 'rights.exportLog'));
    expect(notice.said).toBe(said('rights.exported', { name: 'log.pdf' }));
    main.answer({ 'rights.exportOutages': () => undefined });
    await click(the('button', 'rights.exportLog'));
    expect(notice.said).toBe(said('rights.exported', { name: 'log.pdf' }));
  });
});

describe('the claim of a month', () => {
  const of = { agreementId: anId(1), month: '2026-10' };
  it('is made once, and gone to', async () => {
    const answer = later<{ letterId: string }>();
    const main = await rights({ answers: { 'rights.claim': () => answer.promise } });
    await click(the('button', 'rights.claim'));
    await click(the('button', 'rights.claim'));
    answer.give({ letterId: anId(21) });
    await settled();
    expect(main.inputs('rights.claim')).toEqual([{ agreementId: anId(1), month: '2026-10' }]);
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });

  const aClaim = (more: object = {}) => ({
    origin: 'claim:k1',
    letterId: anId(21),
    at: '2026-11-12T02:00:00Z',
    amount: '180.00',
    state: 'drafted' as const,
    ...more,
  });

  inEach('one that was made is told, and opened', async (language) => {
    const claim = aClaim({ letterId: anId(22), at: '2026-11-12' });
    await rights({ month: aMonth({ claim }), wish: { language } });
    expect(reads('rights.claimed', { day: listDate('2026-11-12'), amount: money('180.00') })).toBe(true);
    await click(the('button', 'rights.openClaim'));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(22) });
  });

  inEach('one that went out is marked as sent, once', async (language) => {
    const claim = aClaim({ letterId: anId(22), at: '2026-11-12' });
    const main = await rights({
      month: aMonth({ claim }),
      wish: { language },
      answers: { 'letters.case': () => aCase(), 'letters.takeCaseStep': () => aSentCase() },
    });
    await click(the('button', 'letters.case.mark.sent'));
    await write(field('frame.handledBy'), 'Ada Berg');
    const after = aMonth({ claim: { ...claim, state: 'sent', sentAt: '2026-11-14' } });
    main.answer({ 'rights.month': () => after, 'letters.case': () => aSentCase() });
    await click(the('button', 'letters.case.title.sent'));
    expect(main.inputs('letters.takeCaseStep')).toEqual([
      { origin: 'claim:k1', state: 'sent', on: TODAY, by: 'Ada Berg', channel: 'ticket' },
    ]);
    main.send('changed', { features: ['rights', 'letters'] });
    await settled();
    expect(dialog()).toBeNull();
    expect(reads('rights.claimWasSent', { day: listDate('2026-11-14'), amount: money('180.00') })).toBe(true);
    expect(every('button', 'letters.case.mark.sent')).toEqual([]);
    expect(document.querySelector('footer button.primary')?.textContent).toBe(said('letters.case.mark.arrived'));
  });

  inEach(
    'where only the month’s fee is missing, that is said, and entering it is the next thing to do',
    async (language) => {
      const missing = unknown(lacks('fee', 'input'));
      await rights({ month: aMonth({ level: aLevel({ credit: missing, monthlyFee: missing }) }), wish: { language } });
      expect(reads('rights.status.feeMissing', { month: monthName('2026-10') })).toBe(true);
      expect(document.querySelector('footer button.primary')?.textContent).toBe(said('rights.fee.enter'));
      await click(the('button', 'rights.fee.enter'));
      expect(document.activeElement?.getAttribute('name')).toBe('fee');
    },
  );

  inEach('where nobody can say what is owed, that is said', async (language) => {
    await rights({ month: aMonth({ level: aLevel({ credit: unknown(lacks('fee', 'input')) }) }), wish: { language } });
    expect(reads('rights.status.unknown', { month: monthName('2026-10') })).toBe(true);
    expect(every('button', 'rights.claim')).toEqual([]);
  });

  inEach('what is owed stands first, in words and yuan, then until when and why', async (language) => {
    await rights({ wish: { language } });
    const month = monthName('2026-10');
    const date = longDate('2026-12-31');
    const [answer] = screen.getAllByRole('status');
    expect(answer?.textContent).toBe(said('rights.status.owed', { month, amount: money('180.00') }));
    for (const words of [
      said('rights.status.closes', { date, relative: relativeDays('2026-12-31') }),
      said('rights.status.below', { availability: '99.7312', promised: '99.95' }),
      said('rights.status.share', { percent: 15, fee: money('1200.00') }),
    ])
      expect(readsText(words)).toBe(true);
    const place = (text: string): number => document.body.textContent.indexOf(text);
    expect(place(said('rights.status.owed', { month, amount: money('180.00') }))).toBeLessThan(
      place(said('rights.figures.availability')),
    );
    expect(place(said('rights.figures.availability'))).toBeLessThan(place(said('rights.log.open')));
  });

  inEach('a kept promise owes nothing', async (language) => {
    const level = aLevel({ credit: known('0.00'), breach: known(false), tier: known(undefined as never) });
    await rights({ month: aMonth({ level }), wish: { language } });
    expect(reads('rights.status.nothing', { month: monthName('2026-10') })).toBe(true);
    expect(reads('rights.status.reached', { availability: '99.7312', promised: '99.95' })).toBe(true);
  });

  inEach('before anything is drafted the steps name what is to be done', async (language) => {
    await rights({ wish: { language } });
    expect(document.querySelector('[aria-current=step]')?.textContent).toContain(said('letters.case.ahead.drafted'));
    expect(document.body.textContent).not.toContain(said('letters.case.states.drafted'));
  });

  inEach('a letter that was not exported is opened first; only then it can have gone out', async (language) => {
    const claim = aClaim({ letterId: anId(21), at: '2026-11-12T02:00:00Z' });
    const primary = () => document.querySelector('footer button.primary')?.textContent;
    const main = await rights({
      month: aMonth({ claim }),
      wish: { language },
      answers: { 'letters.case': () => aCase() },
    });
    expect(primary()).toBe(said('rights.openClaim'));
    main.answer({ 'rights.month': () => aMonth({ claim: { ...claim, state: 'exported' } }) });
    main.send('changed', { features: ['rights'] });
    await settled();
    expect(primary()).toBe(said('letters.case.mark.sent'));
    expect(every('button', 'rights.openClaim')).toHaveLength(1);
  });

  inEach('what was promised stands there also while nothing was recorded', async (language) => {
    const missing = unknown(lacks('outages', 'input'));
    await rights({ month: aMonth({ level: aLevel({ availability: missing, breach: missing }) }), wish: { language } });
    expect(screen.getByText('99.95%')).toBeTruthy();
  });

  inEach('the sentences beneath the answer are set as its language sets them', async (language) => {
    const month = aMonth();
    await rights({ month, wish: { language } });
    const reasons = monthReasons(month);
    expect(reasons.length).toBeGreaterThan(1);
    expect(document.querySelector('.status .more')?.textContent.trim()).toBe(
      reasons.join(language === 'zh' ? '' : ' '),
    );
  });

  inEach('each exclusion is checked, with a note or a proof', async (language) => {
    const exclusions = [
      anExclusion({ minutes: 30 }),
      anExclusion({ clauseId: 'x2', number: '5.2', verdict: 'applies', text: 'Ice' }),
      anExclusion({ clauseId: 'x3', number: '(2)', above: '5.3', text: 'Fog' }),
    ];
    const main = await rights({
      month: aMonth({ exclusions }),
      wish: { language },
      answers: { 'rights.checkClaim': () => undefined, 'rights.addProof': () => undefined },
    });
    expect(reads('rights.exclusions.progress', { done: 1, all: 3 })).toBe(true);
    expect(reads('rights.exclusions.minutes', { minutes: 30 })).toBe(true);
    expect(reads('rights.exclusions.noEvidence')).toBe(true);
    await accessible();
    expect(reads('rights.exclusions.item', { above: '5.3', number: '(2)' })).toBe(true);
    const called = (number: string): string => said('rights.exclusions.clause', { number });
    await pick(
      screen.getByRole('combobox', { name: `${said('rights.exclusions.title')} ${called('5.1')}` }),
      'does-not-apply',
    );
    await write(
      screen.getByRole('textbox', { name: `${said('rights.exclusions.evidence')} ${called('5.2')}` }),
      'the weather office',
    );
    await click(every('button', 'rights.exclusions.attach')[1]!);
    expect(main.inputs('rights.checkClaim')).toEqual([
      { ...of, clauseId: 'x1', verdict: 'does-not-apply', note: '' },
      { ...of, clauseId: 'x2', verdict: 'applies', note: 'the weather office' },
    ]);
    expect(main.inputs('rights.addProof')).toEqual([{ ...of, clauseId: 'x2' }]);
    const proven = aMonth({ exclusions: [anExclusion({ verdict: 'applies', evidence: proof })] });
    main.answer({ 'rights.month': () => proven });
    main.send('changed', { features: ['rights'] });
    await settled();
    expect(readsText('log.pdf')).toBe(true);
  });

  inEach('the fee of the month: monthly, at once for many months, or none', async (language) => {
    const main = await rights({ wish: { language }, answers: { 'rights.setMonthFee': () => undefined } });
    await write(field('rights.order.amount'), '1200');
    await click(the('button', 'rights.fee.save'));
    await pick(the('combobox', 'rights.fee.title'), 'atOnce');
    await write(field('rights.fee.vouchers'), '100');
    await click(the('button', 'rights.fee.save'));
    await write(field('rights.order.amount'), '');
    await click(the('button', 'rights.fee.save'));
    expect(main.inputs('rights.setMonthFee')).toEqual([
      { ...of, fee: { fee: '1200' } },
      { ...of, fee: { total: '1200', months: 12, vouchers: '100' } },
      of,
    ]);
  });
});
