import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaView } from '../../../src-main/contract/agenda.ts';
import type { CaseView } from '../../../src-main/contract/letters-cases.ts';
import type { LetterView } from '../../../src-main/contract/letters.ts';
import { say } from '../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { STATUTES } from '../../../src-main/kernel/papers/statutes.ts';
import { putSetting } from '../../../src-main/kernel/papers/settings.ts';
import { standingOf } from '../../../src-main/kernel/standing.ts';
import { SHIPPED_STATUTES } from '../../../src-main/term/statutes/statute-table.ts';
import { AppUnderTest } from './ports.ts';

/** Every day of the law that a letter sets going, by its arrival, for the agreement that it is about. */

const BY = '陈远';
let desk: AppUnderTest;
let agreementId: string;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  agreementId = desk.agreement('跨域专线服务协议').id;
});
afterEach(() => desk.end());

async function begun(templateId: string, values: Readonly<Record<string, string>> = {}, tied = true): Promise<string> {
  const { id } = await desk.handlers['letters.start']({ templateId });
  if (tied) await desk.handlers['letters.tieAgreement']({ letterId: id, agreementId });
  const letter: LetterView = await desk.handlers['letters.open']({ letterId: id });
  await desk.handlers['letters.fill']({
    letterId: id,
    values: { ...(letter.values as Record<string, string>), ...values },
  });
  return id;
}

const step = (letterId: string, state: 'sent' | 'arrived' | 'settled' | 'withdrawn', on: string) =>
  desk.handlers['letters.takeCaseStep']({ origin: `letter:${letterId}`, state, on, by: BY }) as Promise<CaseView>;

async function arrived(letterId: string, on = '2026-11-24'): Promise<void> {
  desk.now = new Date('2026-11-24T08:00:00.000Z');
  await step(letterId, 'sent', on);
  await step(letterId, 'arrived', on);
}

async function clocks(letterId: string): Promise<readonly string[]> {
  const view = await desk.handlers['letters.case']({ origin: `letter:${letterId}` });
  return (view?.clocks ?? []).map(({ name, date, latest }) =>
    [name, date, ...(latest?.known ? [latest.day] : [])].join(' '),
  );
}

async function agenda(kind: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const { lines }: AgendaView = await desk.handlers['agenda.list']({});
  return lines.flatMap((line) => (line.kind === kind ? [[line.date, line.agreement?.id]] : []));
}

const code = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return 'not refused';
};

describe('the right to terminate (564, 565)', () => {
  test('lasts one year from the day on which the ground was known, whatever holiday that day is', async () => {
    // Of the days on which the year ends in 2027 and 2026 each table of holidays is another: none of them moves the right.
    const known = await begun('termination-notice', { knownOn: '2025-10-03' });
    expect(await clocks(known)).toEqual(['lapses 2026-10-03']);
    const leap = await begun('termination-notice', { knownOn: '2024-02-29' });
    expect(await clocks(leap)).toEqual(['lapses 2025-02-28']);
  });

  test('is on the agenda of its agreement while the notice is a draft or on its way, and no longer once it arrived', async () => {
    const letterId = await begun('termination-notice', { knownOn: '2026-11-02' });
    expect(await agenda('right-lapses')).toEqual([['2027-11-02', agreementId]]);
    await step(letterId, 'sent', '2026-11-23');
    expect(await agenda('right-lapses')).toEqual([]);
    // What was sent is no deadline again: only that it has arrived by the day is still to be noted.
    expect(await agenda('arrival')).toEqual([['2027-11-02', agreementId]]);
    await step(letterId, 'arrived', '2026-11-23');
    expect(await agenda('right-lapses')).toEqual([]);
    expect(await agenda('arrival')).toEqual([]);
    expect(await clocks(letterId)).toEqual(['ends 2026-11-23']);
  });

  test('of an agreement without a fixed term ends it on the day that it names, also once it arrived', async () => {
    const versionId = desk.agreement('跨域专线服务协议').versions[0] ?? '';
    const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } as const;
    await desk.handlers['review.conclude']({ by: BY, answers: [{ versionId, conclusion }] });
    const letterId = await begun('termination-notice', { terminatedOn: '2027-01-31' });
    // A day that stands in a draft, or in what is on its way, ends nothing.
    expect(await clocks(letterId)).toEqual([]);
    expect(await agenda('say-ended')).toEqual([]);
    await step(letterId, 'sent', '2026-11-23');
    expect(await clocks(letterId)).toEqual([]);
    expect(await agenda('say-ended')).toEqual([]);
    await step(letterId, 'arrived', '2026-11-23');
    expect(await clocks(letterId)).toEqual(['ends-on 2027-01-31']);
    expect(await agenda('say-ended')).toEqual([['2027-01-31', agreementId]]);
    const { lines } = await desk.handlers['agenda.list']({});
    const why = lines.find(({ kind }) => kind === 'say-ended')?.why;
    expect(why && say(why, 'zh')).toMatch(/载明.*2027年1月31日/u);
    expect(why && say(why, 'zh')).not.toMatch(/1月31日.*到达/u);
  });

  test('whose notice arrives after the day that it names ends by the arrival', async () => {
    const letterId = await begun('termination-notice', { terminatedOn: '2026-11-20' });
    await arrived(letterId);
    expect(await clocks(letterId)).toEqual(['ends 2026-11-24']);
  });

  test('ends the agreement by its arrival: a person is asked to say so until they did', async () => {
    const versionId = desk.agreement('跨域专线服务协议').versions[0] ?? '';
    const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } as const;
    await desk.handlers['review.conclude']({ by: BY, answers: [{ versionId, conclusion }] });
    const letterId = await begun('termination-notice', { knownOn: '2026-11-02' });
    expect(await agenda('say-ended')).toEqual([]);
    await arrived(letterId);
    expect(await agenda('say-ended')).toEqual([['2026-11-24', agreementId]]);
    // Nothing ends by itself.
    expect(standingOf(desk.store, agreementId).periods[0]?.until).toBeUndefined();
    await desk.handlers['review.endStanding']({ versionId, by: BY, from: '2026-11-24', why: 'terminated' });
    expect(await agenda('say-ended')).toEqual([]);
  });

  test('after a demand only when its days are over, by the later end of them (563(1)(3))', async () => {
    const letterId = await begun('performance-demand', { answerDays: '15' });
    expect(await clocks(letterId)).toEqual([]);
    await arrived(letterId);
    expect(await clocks(letterId)).toEqual(['may-terminate 2026-12-09', 'limitation-anew 2029-11-24']);
    // Eleven days end on a Saturday: what may be done after them waits for Monday.
    const saturday = await begun('performance-demand', { answerDays: '11' });
    await arrived(saturday);
    expect(await clocks(saturday)).toContain('may-terminate 2026-12-07');
  });
});

describe('limitation (188, 195)', () => {
  test('is three years from the day of knowledge until the claim arrives, and begins anew then', async () => {
    const letterId = await begun('damages-claim', { knownOn: '2024-03-05' });
    expect(await clocks(letterId)).toEqual(['limitation 2027-03-05']);
    await step(letterId, 'sent', '2026-11-23');
    // Sending alone interrupts nothing.
    expect(await clocks(letterId)).toEqual(['limitation 2027-03-05']);
    await step(letterId, 'arrived', '2026-11-23');
    expect((await clocks(letterId)).map((each) => each.slice(0, 26))).toEqual(['limitation-anew 2029-11-23']);
  });

  test.each(['service-credit-claim', 'refund-and-data', 'performance-demand', 'damages-claim'])(
    'begins anew by the arrival of a %s',
    async (templateId) => {
      const letterId = await begun(templateId, { knownOn: '2026-11-01', answerDays: '15' });
      await arrived(letterId);
      expect((await clocks(letterId)).some((each) => each.startsWith('limitation-anew 2029-11-24'))).toBe(true);
    },
  );

  test('and what is settled or given up runs no more', async () => {
    const letterId = await begun('damages-claim', { knownOn: '2026-11-01' });
    await arrived(letterId);
    await step(letterId, 'settled', '2026-11-24');
    expect(await clocks(letterId)).toEqual([]);
  });
});

describe('consent to a transfer (551, 555)', () => {
  test('is not given by silence: refusing sets no day going, and a notice of it moves by nothing but a person', async () => {
    const letterId = await begun('assignment-refusal');
    await arrived(letterId);
    expect(await clocks(letterId)).toEqual([]);
    const notice = await desk.handlers['notices.register']({
      agreementId,
      kind: 'assignment',
      channel: 'site',
      sent: '2026-11-10',
    });
    desk.now = new Date('2028-01-01T00:00:00.000Z');
    const later = await desk.handlers['notices.open']({ noticeId: notice.id });
    expect(later.state).toBe('announced');
    expect(later.statutes.map(({ id }) => id)).toContain('assignment');
  });
});

describe('the days of a letter are those of its agreement', () => {
  test('by the table of the law that is in use', async () => {
    const rows = SHIPPED_STATUTES.rows.map((row) =>
      row.id === 'limitation' ? { ...row, figures: { limitationYears: 2 } } : row,
    );
    putSetting(desk.ports, STATUTES, { v: 1, table: { ...SHIPPED_STATUTES, rows } });
    const letterId = await begun('damages-claim', { knownOn: '2024-03-05' });
    expect((await clocks(letterId)).join()).toMatch(/^limitation 2026-03-05/u);
  });

  test('under another law none is counted by this one', async () => {
    const bytes = new TextEncoder().encode(
      '示例海外服务条款\n\n服务提供方：示例海外有限公司\n\n一、法律\n1. 本条款适用香港特别行政区法律。\n',
    );
    const outcome = await desk.handlers['import.bytes']({ name: 'hk.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const [saved] = await desk.handlers['import.confirm']({
      sourceId,
      documents: [{ index: 0, title: '示例海外服务条款' }],
    });
    agreementId = saved?.agreementId ?? '';
    const letterId = await begun('termination-notice', { knownOn: '2026-11-02' });
    expect(await clocks(letterId)).toEqual([]);
    expect(await agenda('right-lapses')).toEqual([]);
  });
});

describe('a letter that was begun by itself', () => {
  test('goes out only once it is said which agreement it is about; that fills what is open and nothing that was typed', async () => {
    const letterId = await begun('damages-claim', { addressee: '示例收件方' }, false);
    expect(await code(() => step(letterId, 'sent', '2026-11-23'))).toBe('letter-untied');
    const { values, agreementId: tied } = await desk.handlers['letters.tieAgreement']({ letterId, agreementId });
    expect(tied).toBe(agreementId);
    expect(values).toMatchObject({
      addressee: '示例收件方',
      agreementTitle: expect.stringContaining('跨域专线') as string,
    });
    await step(letterId, 'sent', '2026-11-23');
    const [entry] = desk.store.ledger.latestOfKinds(['case-sent'], -1, 0);
    expect(entry?.subject).toBe(`agreement:${agreementId}`);
    const inspected = await desk.handlers['library.inspect']({ agreementId });
    expect(inspected.linked.some(({ place }) => place?.screen === 'letters' && place.letterId === letterId)).toBe(true);
    expect(await code(() => desk.handlers['letters.tieAgreement']({ letterId, agreementId }))).toBe('letter-tied-sent');
  });

  test('given another agreement, says what that one is, where it said what the first is', async () => {
    const letterId = await begun('damages-claim');
    const other = desk.agreement('服务等级').id;
    const { values } = await desk.handlers['letters.tieAgreement']({ letterId, agreementId: other });
    expect(values['agreementTitle']).toContain('服务等级');
  });

  test('a notice against renewal closes the day to cancel of its agreement once it is sent, and asks for its arrival', async () => {
    const said = { agreementId, by: BY, reason: '以订购单为准' };
    for (const [kind, value] of [
      ['term', '1 年'],
      ['auto-renewal', '1 年'],
      ['non-renewal-notice', '30 天'],
    ] as const)
      await desk.handlers['rights.correctFact']({ ...said, kind, value });
    await desk.handlers['rights.keepTerm']({ agreementId, term: { starts: '2026-01-01' } });
    const open = async () =>
      (await desk.handlers['agenda.list']({})).lines.filter(({ kind }) => kind === 'cancel-by' || kind === 'arrival');
    const letterId = await begun('non-renewal-notice', { endsOn: '2026-12-31' });
    expect((await open()).map(({ date, state }) => [date, state])).toEqual([['2026-12-01', 'ahead']]);
    await step(letterId, 'sent', '2026-11-23');
    expect((await open()).map(({ kind, state }) => [kind, state])).toEqual([['arrival', 'ahead']]);
    await step(letterId, 'arrived', '2026-11-23');
    expect((await open()).map(({ date, state }) => [date, state])).toEqual([['2026-12-01', 'done']]);
  });
});
