import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

const TITLE = '冷库租用协议';

async function objected(clauses: string, announcedEffective: string): Promise<NoticeView> {
  const bytes = new TextEncoder().encode(`${TITLE}\n\n1. 通知以电子邮件发送，自发出之次日视为送达。\n\n${clauses}`);
  const outcome = await desk.handlers['import.bytes']({ name: '协议.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: TITLE }] });
  const { id } = desk.handlers['notices.register']({
    agreementId: saved!.agreementId,
    kind: 'change',
    channel: 'email',
    sent: '2026-11-10',
    announcedEffective,
  }) as NoticeView;
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: '陈远' });
  return desk.handlers['notices.open']({ noticeId: id });
}

const valuesOf = ({ id }: NoticeView): LetterView['values'] => {
  const { letterId } = desk.handlers['notices.draftObjection']({ noticeId: id }) as { letterId: string };
  return (desk.handlers['letters.open']({ letterId }) as LetterView).values;
};
const lineOf = ({ clock }: NoticeView): string => {
  const words = clock.find(({ name }) => name === 'shortfall')?.words;
  return words ? say(words, 'zh') : '';
};
const figures = (words: unknown): readonly string[] => String(words).match(/少\d+日/gu) ?? [];

describe('what a notice is short by', () => {
  test('leads with whole days where the clause has them run in full: in list, page and letter', async () => {
    const notice = await objected(
      '2. 冷库方变更本协议的，应提前30日以电子邮件通知客户，自通知送达之日起满30日后生效。',
      '2026-12-05',
    );
    const { full, back } = notice.shortfall!;
    expect(full).toBe(back + 1);
    expect(notice.shortfall).toHaveProperty('inFull', true);
    expect(lineOf(notice)).toBe(`按满日数 ${full} 天，自生效日倒数 ${back} 天`);
    expect(figures(valuesOf(notice)['ground'])).toEqual([`少${full}日`, `少${back}日`]);
  });

  test('leads with the days counted back where the clause does not say how, and never reads as an upper bound', async () => {
    const notice = await objected('2. 冷库方变更本协议的，应提前30日以电子邮件通知客户。', '2026-12-05');
    const { full, back } = notice.shortfall!;
    expect(notice.shortfall).not.toHaveProperty('inFull');
    expect(lineOf(notice)).toBe(`自生效日倒数 ${back} 天，按满日数 ${full} 天`);
    const { ground } = valuesOf(notice);
    expect(figures(ground)).toEqual([`少${back}日`, `少${full}日`]);
    expect(ground).not.toContain('不足');
  });

  test('is a ground by whole days alone only where the clause says that they count', async () => {
    const stated = await objected(
      '2. 冷库方变更本协议的，应提前30日以电子邮件通知客户，自通知送达之日起满30日后生效。',
      '2026-12-11',
    );
    expect(stated.shortfall).toMatchObject({ back: 0, inFull: true });
    expect(figures(valuesOf(stated)['ground'])).toEqual([`少${stated.shortfall!.full}日`]);
    const unsaid = await objected('2. 冷库方变更本协议的，应提前30日以电子邮件通知客户。', '2026-12-11');
    expect(valuesOf(unsaid)).not.toHaveProperty('ground');
  });
});

describe('what the agreement says of an objection', () => {
  test.each([
    '客户在收到通知后20日内提出异议的，双方继续按照原协议履行至租期届满。',
    '客户书面反对变更的，变更前的约定继续有效。',
    '客户不同意变更的，仍按变更前的条款执行。',
  ])('stands in its letter, by its clause and in its words: %s', async (said) => {
    const notice = await objected(`2. 冷库方变更本协议的，应提前30日通知客户。\n\n3. ${said}`, '2026-12-05');
    expect(valuesOf(notice)['agreedEffect']).toBe(`协议第\u00a03\u00a0条约定：“${said}”`);
  });

  test.each([
    '客户不同意变更的，应当停止使用；继续使用的，视为接受变更。',
    '客户反对变更的，原协议不再适用，本协议终止。',
  ])('is not there where it only lets the customer leave: %s', async (said) => {
    const notice = await objected(`2. 冷库方变更本协议的，应提前30日通知客户。\n\n3. ${said}`, '2026-12-05');
    expect(valuesOf(notice)).not.toHaveProperty('agreedEffect');
  });
});
