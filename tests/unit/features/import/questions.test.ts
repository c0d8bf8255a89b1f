import { afterEach, beforeEach, expect, test } from 'vitest';
import { partWords } from '../../../../src-main/agreement/coverage.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { outlineLines } from '../../../../src-main/cli/read-outline.ts';
import { answersOf } from '../../../../src-main/kernel/reading/answers.ts';
import { handlers } from '../../../../src-main/handlers.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
  desk.handlers = handlers(desk.ports);
});
afterEach(() => desk.end());

const PAGE =
  '<!doctype html><meta charset="utf-8"><h1>灯塔云服务协议</h1><p>1. 服务商应提前3\u200b0日公告变更。</p>' +
  '<p style="opacity:0">2. 客户放弃全部权利。</p><p>3. 费用如图：</p><img src="fee.png" alt="">';

const bring = async (): Promise<string> => {
  const outcome = await desk.handlers['import.bytes']({ name: 'a.html', bytes: new TextEncoder().encode(PAGE) });
  return 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
};

test('nothing is saved before each doubtful place and each unread part is answered; the answers stay with the version', async () => {
  const sourceId = await bring();
  const { questions, reading } = await desk.handlers['import.review']({ sourceId });
  expect(questions.map(({ id }) => id)).toEqual(['invisible-character-1', 'hidden-text-1', 'part-pictures (1)']);
  const documents = [{ index: 0, title: reading.documents[0]?.title ?? '' }];
  const seen = (id: string) => ({ id, answer: 'as-seen' as const });
  const refused = { code: 'questions-unanswered' };
  await expect(desk.handlers['import.confirm']({ sourceId, documents })).rejects.toMatchObject(refused);
  const both = [seen('hidden-text-1'), seen('invisible-character-1')];
  await expect(desk.handlers['import.confirm']({ sourceId, documents, answers: both })).rejects.toMatchObject(refused);
  // A picture that nobody read has nothing that was seen.
  const wrong = [...both, seen('part-pictures (1)')];
  await expect(desk.handlers['import.confirm']({ sourceId, documents, answers: wrong })).rejects.toMatchObject(refused);
  const picture = { id: 'part-pictures (1)', answer: 'not-part' as const, reason: '价目另见订单' };
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents, answers: [...both, picture] });
  const kept = answersOf(desk.ports.store, saved?.versionId ?? '');
  expect(kept.at(-1)?.what).toEqual({
    zh: '有 1 张图片，图片里的文字没有读取',
    en: 'Text in 1 image was not read',
  });
  expect(kept.map(({ id, answer, reason }) => [id, answer, reason])).toEqual([
    ...questions.slice(0, 2).map(({ id }) => [id, 'as-seen', undefined]),
    ['part-pictures (1)', 'not-part', '价目另见订单'],
  ]);
  const [entry] = desk.ports.store.ledger.ofSubject(`version:${saved?.versionId ?? ''}`);
  expect(JSON.stringify(entry)).toContain('价目另见订单');
});

test('what is asked in a document that is left out holds nothing up', async () => {
  const text = '第一份服务协议\n\n第一条 付款\n甲方按月付款。\n\n第二份保密协议\n\n第一条 保密\n乙方应当保\u200b密。';
  const outcome = await desk.handlers['import.bytes']({ name: 'b.txt', bytes: new TextEncoder().encode(text) });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const { questions, reading } = await desk.handlers['import.review']({ sourceId });
  expect([reading.documents.length, questions.map(({ document }) => document)]).toEqual([2, [1]]);
  const documents = [{ index: 0, title: '第一份服务协议' }];
  expect(await desk.handlers['import.confirm']({ sourceId, documents })).toHaveLength(1);
});

test('a part that was not read is named in the words of the language, with its page', async () => {
  const { reading } = await desk.handlers['import.review']({ sourceId: await bring() });
  const outline = [...outlineLines(reading, 'zh')].join('\n');
  expect(outline).toContain('\n  有 1 张图片，图片里的文字没有读取\n');
  expect(outline).not.toContain('pictures (');
  const page = partWords({ part: 'page 12', page: 12, kind: 'page', state: 'unread', words: 0 });
  expect([say(page, 'zh'), say(page, 'en')]).toEqual(['第 12 页：没有读取', 'Page 12: Not read']);
});
