import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { NewTextChoice, NoticeView } from '../../../../src-main/contract/notices.ts';
import { kindInWords } from '../../../../src-main/features/evidence/ledger-lines.ts';
import { noticeById } from '../../../../src-main/features/notices/notice-records.ts';
import { objectionValues } from '../../../../src-main/features/notices/objection-words.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

const TITLE = '港口仓储协议';
const text = (days: number, dated?: string): string =>
  `${TITLE}

${dated === undefined ? '' : `版本日期：${dated}\n`}
1. 仓储方向客户提供泊位。

2. 仓储方变更本协议的，应提前${days}天通知客户。`;

async function bring(words: string, agreementId?: string): Promise<{ agreementId: string; versionId: string }> {
  const outcome = await desk.handlers['import.bytes']({ name: '协议.txt', bytes: new TextEncoder().encode(words) });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title: TITLE, ...(agreementId === undefined ? {} : { agreementId }) }];
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents });
  if (!saved) throw new Error('not saved');
  return saved;
}

const register = (
  agreementId: string,
  more: Partial<Parameters<AppUnderTest['handlers']['notices.register']>[0]> = {},
) =>
  desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'email',
    sent: '2026-11-10',
    announcedEffective: '2026-11-30',
    ...more,
  }) as NoticeView;

const offered = (agreementId: string) =>
  (desk.handlers['notices.newTexts']({ agreementId, sent: '2026-11-10' }) as readonly NewTextChoice[]).map(
    ({ ordinal }) => ordinal,
  );
const conclude = (versionId: string, on = '2026-11-01') =>
  desk.handlers['review.conclude']({
    by: '陈远',
    answers: [{ versionId, conclusion: { kind: 'made', how: 'clicked-at-provider', on } }],
  });

describe('what a notice can announce', () => {
  test('a text that a notice announced already is told as such', async () => {
    const { agreementId, versionId: first } = await bring(text(30));
    void conclude(first);
    const { versionId } = await bring(text(20), agreementId);
    const told = () =>
      desk.handlers['notices.newTexts']({ agreementId, sent: '2026-11-10' }) as readonly NewTextChoice[];
    expect(told()[0]).not.toHaveProperty('announced');
    register(agreementId, { newVersionId: versionId });
    expect(told()).toEqual([expect.objectContaining({ versionId, announced: true })]);
  });

  test('where nothing stands, every text but the first', async () => {
    const { agreementId } = await bring(text(30));
    await bring(text(20), agreementId);
    expect(offered(agreementId)).toEqual([2]);
    expect(register(agreementId).candidates.map(({ ordinal }) => ordinal)).toEqual([2]);
  });

  test('an older text is no new one, though it was brought in later', async () => {
    const { agreementId } = await bring(text(30, '2026年5月1日'));
    await bring(text(20, '2025年3月1日'), agreementId);
    await bring(text(15, '2026年10月1日'), agreementId);
    expect(offered(agreementId)).toEqual([1, 3]);
  });

  test('an older one that is chosen all the same changes no basis, and it is said', async () => {
    const { agreementId, versionId: first } = await bring(text(30, '2025年3月1日'));
    const { versionId: second } = await bring(text(20, '2026年5月1日'), agreementId);
    await conclude(second);
    const { id } = register(agreementId);
    expect(offered(agreementId)).toEqual([]);
    const view = desk.handlers['notices.correct']({ noticeId: id, newVersionId: first }) as NoticeView;
    expect(view.basis.versionId).toBe(second);
    expect(view.newVersion).toMatchObject({ ordinal: 1, older: true });
    expect(view.candidates).toEqual([]);
    const compared = await desk.handlers['compare.open']({ oldVersionId: second, newVersionId: first });
    expect(compared.backward).toBe(true);
    const forward = await desk.handlers['compare.open']({ oldVersionId: first, newVersionId: second });
    expect(forward).not.toHaveProperty('backward');
  });
});

test('the text of a notice is never said to have been in force before it was', async () => {
  const { agreementId, versionId } = await bring(text(30));
  expect(register(agreementId).basis).toMatchObject({ by: 'none' });
  await conclude(versionId, '2026-11-15');
  expect(register(agreementId).basis).toMatchObject({ versionId, by: 'recorded' });
  expect(register(agreementId, { sent: '2026-11-20' }).basis).toMatchObject({ versionId, by: 'sent' });
});

describe('what the ledger says of a notice', () => {
  const last = (noticeId: string) => desk.store.ledger.ofSubject(`notice:${noticeId}`).at(-1);

  test('that its review began decides nothing; who decides at once began none', async () => {
    const { agreementId } = await bring(text(30));
    const { id } = register(agreementId);
    const view = desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' }) as NoticeView;
    expect(last(id)?.kind).toBe('notice-review-begun');
    expect(say(view.history.at(-1)!.words, 'zh')).toBe('开始审阅变更');
    const other = register(agreementId);
    const objected = desk.handlers['notices.move']({ noticeId: other.id, to: 'objected', by: '陈远' }) as NoticeView;
    expect(objected.history.map(({ words }) => say(words, 'zh'))).toEqual(['添加变更通知', '已反对']);
  });

  test('a review that was begun under the former kind of entry is not called decided either', async () => {
    const { agreementId } = await bring(text(30));
    const { id } = register(agreementId);
    void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
    const entry = last(id);
    if (!entry) throw new Error('no entry');
    expect(say(kindInWords({ ...entry, kind: 'notice-decided' }), 'en')).toBe('Review of a change begun');
  });

  test('the first text that is named corrects nothing; another one does', async () => {
    const { agreementId } = await bring(text(30));
    const { versionId } = await bring(text(20), agreementId);
    const { versionId: third } = await bring(text(10), agreementId);
    const { id } = register(agreementId);
    const named = desk.handlers['notices.correct']({ noticeId: id, newVersionId: versionId }) as NoticeView;
    expect(last(id)?.kind).toBe('notice-text-named');
    expect(say(named.history.at(-1)!.words, 'zh')).toBe('选定新文本');
    const again = desk.handlers['notices.correct']({ noticeId: id, newVersionId: third }) as NoticeView;
    expect(last(id)?.kind).toBe('notice-amended');
    expect(say(again.history.at(-1)!.words, 'zh')).toBe('更正：新文本');
  });
});

test('where the day of delivery is open, how short the notice is at least stands on the screen and in the letter', async () => {
  const { agreementId } = await bring(text(30));
  const { versionId } = await bring(text(20), agreementId);
  const { id, shortAtLeast, shortfall, clock } = register(agreementId, { newVersionId: versionId });
  const line = clock.find(({ name }) => name === 'shortfall');
  expect({ shortAtLeast, shortfall }).toEqual({ shortAtLeast: 10, shortfall: undefined });
  expect(say(line!.words!, 'zh')).toBe('至少 10 天');
  expect(say(line!.words!, 'en')).toBe('at least 10 days short');
  const { ground } = objectionValues(desk.store, noticeById(desk.store, id), { today: '2026-11-23', language: 'zh' });
  expect(ground).toContain('通知期至少少10日');
});

test('the letter objects to what may be worse, and leaves out what is certainly better', async () => {
  const { agreementId, versionId: first } = await bring(text(20));
  const { versionId: longer } = await bring(text(30), agreementId);
  const { versionId: shorter } = await bring(text(10), agreementId);
  const changes = (newVersionId: string) => {
    const { id } = register(agreementId, { newVersionId });
    const notice = noticeById(desk.store, id);
    return objectionValues(desk.store, notice, { today: '2026-11-23', language: 'zh' })['changes'];
  };
  await conclude(first);
  expect(changes(longer)).toBeUndefined();
  expect(changes(shorter)).toHaveLength(1);
  const { impact } = await desk.handlers['compare.open']({ oldVersionId: first, newVersionId: longer });
  expect(impact.map(({ better }) => better)).toEqual([true]);
});
