import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say, words } from '../../../../src-main/agreement/sentence.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import type { MonthView, ObligationsView } from '../../../../src-main/contract/rights.ts';
import type { UndoToken } from '../../../../src-main/contract/undo.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LEVEL = '服务等级协议';
const LINE = '跨域专线服务协议';
let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const idOf = (words: string): string => desk.agreement(words).id;
const view = (words: string): ObligationsView =>
  desk.handlers['rights.open']({ agreementId: idOf(words) }) as ObligationsView;
const month = (): MonthView =>
  desk.handlers['rights.month']({ agreementId: idOf(LEVEL), month: '2026-10' }) as MonthView;
type Said = Partial<Parameters<AppUnderTest['handlers']['rights.correctFact']>[0]>;
const correct = (words: string, said: Said) =>
  desk.handlers['rights.correctFact']({
    agreementId: idOf(words),
    kind: 'credit-tier',
    value: '',
    by: '王敏',
    reason: '以订购单为准',
    ...said,
  });
const kinds = (words: string): readonly string[] =>
  desk.store.ledger.ofSubject(`agreement:${idOf(words)}`).map(({ kind }) => kind);

describe('a fact that a person corrects', () => {
  beforeEach(async () => {
    desk.conclude(desk.agreement(LEVEL).versions[0] ?? '');
    await desk.handlers['rights.pasteOutages']({ agreementId: idOf(LEVEL), text: '2026-10-03 09:00,2026-10-03 19:00' });
    await desk.handlers['rights.setMonthFee']({ agreementId: idOf(LEVEL), month: '2026-10', fee: { fee: '1000.00' } });
  });

  test('counts in the figures, which say whose it is and what the text said', () => {
    const before = month().level;
    const tier = before.tier.known ? before.tier.value : undefined;
    const stated = view(LEVEL).choices.find(({ kind }) => kind === 'credit-tier')?.stated ?? [];
    const { below, from } = tier ?? { below: 0 };
    const id = stated.find(({ words }) => say(words, 'zh').startsWith(`可用性低于 ${below}%`))?.id;
    expect(id).toBeDefined();
    void correct(LEVEL, {
      value: `低于${below}%${from === undefined ? '' : `，不低于${from}%`}：月费的 55%`,
      ...(id === undefined ? {} : { instead: id }),
    });
    const { level } = month();
    expect(level.credit).toMatchObject({ known: true, value: '550.00' });
    const said = level.credit.steps.map(({ text }) => say(text, 'zh')).join(' ');
    expect(said).toContain('王敏');
    expect(said).toContain('以订购单为准');
    expect(view(LEVEL).said).toMatchObject([{ who: '王敏', reason: '以订购单为准' }]);
    expect(view(LEVEL).said[0]).not.toHaveProperty('unused');
    expect(view(LEVEL).said[0]?.instead?.quote).toBeTruthy();
    expect(kinds(LEVEL)).toContain('fact-corrected');
  });

  test('anew is used as it was said last, until that is taken back', () => {
    void correct(LEVEL, { kind: 'credit-cap', value: '当月服务费的 10%' });
    void correct(LEVEL, { kind: 'credit-cap', value: '当月服务费的 5%' });
    expect(month().level).toMatchObject({ cap: { known: true, value: '50.00' } });
    const [first, last] = view(LEVEL).said;
    expect(first).toHaveProperty('unused', 'replaced');
    expect(last).not.toHaveProperty('unused');
    void desk.handlers['rights.removeCorrection']({ correctionId: last?.id ?? '' });
    expect(month().level).toMatchObject({ cap: { value: '100.00' } });
  });

  test('is taken back with its entry, and brought back', () => {
    const before = month().level.cap;
    void correct(LEVEL, { kind: 'credit-cap', value: '当月服务费的 10%' });
    expect(month().level).toMatchObject({ cap: { value: '100.00' }, credit: { value: '100.00' } });
    const [said] = view(LEVEL).said;
    const token = desk.handlers['rights.removeCorrection']({ correctionId: said?.id ?? '' }) as UndoToken;
    expect(month().level.cap).toEqual(before);
    expect(kinds(LEVEL)).toContain('fact-correction-removed');
    void desk.handlers['library.undo'](token);
    expect(month().level.cap).toMatchObject({ value: '100.00' });
    expect(kinds(LEVEL)).toContain('fact-correction-restored');
  });

  test('that was taken back is called by its kind in both languages', async () => {
    void correct(LEVEL, { kind: 'credit-cap', value: '当月服务费的 10%' });
    void desk.handlers['rights.removeCorrection']({ correctionId: view(LEVEL).said[0]?.id ?? '' });
    const [removed] = await desk.handlers['library.recentlyRemoved']({});
    expect(removed && words(removed.name)).toEqual({ zh: '赔偿上限', en: 'Credit cap' });
  });

  test('that cannot be read is refused, and nothing is kept', () => {
    expect(() => correct(LEVEL, { kind: 'credit-cap', value: '' })).toThrow();
    expect(() => correct(LEVEL, { kind: 'claim-closes', value: '很久' })).toThrow(/fact-not-read/u);
    expect(view(LEVEL).said).toEqual([]);
  });
});

test('a corrected notice counts in the clock of a notice, too', () => {
  const { id, versions } = desk.agreement(LINE);
  void correct(LINE, { kind: 'change-notice', value: '15 个工作日', versionId: versions[0] });
  const notice = desk.handlers['notices.register']({
    agreementId: id,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    newVersionId: versions[1],
  }) as NoticeView;
  const line = (name: string) => notice.clock.find((each) => each.name === name);
  // After Tuesday 10 November 2026: 11–13, 16–20, 23–27, 30, 1 December make fifteen.
  expect(line('earliestEffective')?.date).toBe('2026-12-02');
  expect(line('required')?.steps.some(({ own }) => own)).toBe(true);
});
