import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { versionNamed, versionWords } from '../../../../src-main/kernel/papers/letter-words.ts';
import { AppUnderTest } from '../ports.ts';

let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
});
afterEach(() => desk.end());

async function savedWith(line: string): Promise<string> {
  const text = `港口仓储协议\n\n${line}\n\n1. 仓储方负责每日清点货物。\n\n2. 您应按约定付款。`;
  const bytes = new TextEncoder().encode(text);
  const outcome = await desk.handlers['import.bytes']({ name: '仓储.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title: '港口仓储协议' }];
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents });
  return saved?.versionId ?? '';
}

const named = async (line: string, language: 'zh' | 'en'): Promise<string> =>
  versionWords(desk.store, { id: await savedWith(line) }, language).replaceAll('\u00A0', ' ');

test.each([
  ['版本：V2.1', '（版本号V2.1，我方台账第 1 版）', '(version V2.1; version 1 in our ledger)'],
  ['本协议自2025年4月1日起生效。', '（2025年4月1日起施行的版本，我方台账第 1 版）', '(in effect from 1 Apr 2025; '],
  ['更新日期：2025年4月1日', '（2025年4月1日版，我方台账第 1 版）', '(dated 1 Apr 2025; version 1 in our ledger)'],
  ['双方平等协商。', '（我方台账第 1 版）', '(version 1 in our ledger)'],
])('a record names the text of “%s” in the same way, then by our own count', async (line, zh, en) => {
  const version = versionNamed(desk.store, await savedWith(line));
  expect(say(version, 'zh')).toBe(`《港口仓储协议》${zh}`);
  expect(say(version, 'en').replaceAll('\u00A0', ' ')).toContain(`“港口仓储协议” ${en}`);
});

test.each([
  ['版本：V2.1', '版本号V2.1', 'version 2.1'],
  ['文本编号：2025-7', '版本号2025-7', 'version 2025-7'],
  ['本协议自2025年4月1日起生效。', '2025年4月1日起施行的版本', 'in effect from 1 April 2025'],
  ['更新日期：2025年4月1日', '2025年4月1日版', 'dated 1 April 2025'],
  ['双方平等协商。', '我公司于2026年11月23日取得的文本', 'as obtained by us on 23 November 2026'],
])('a letter names the text of “%s” by what the other side knows it by', async (line, zh, en) => {
  expect(await named(line, 'zh')).toBe(zh);
  expect(await named(`${line} `, 'en')).toBe(en);
});
