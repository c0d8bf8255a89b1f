import { asWritten, say, type Sentence, sentence } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ComparedVersion, ComparisonView, RedlineRow, RedlineRun } from '../../../../src-main/contract/compare.ts';
import { countCharacters } from '../../../../src-main/agreement/coverage.ts';
import type { MarkedLine } from '../../../../src-main/agreement/model.ts';
import { bodyOf } from '../../../../src-main/import/body-coverage.ts';
import { compareVersions } from '../../../../src-main/kernel/version-comparison.ts';
import { conservation } from '../../../../src-main/features/compare/conservation.ts';
import { asArrow } from '../../../../src-main/features/compare/impact-lines.ts';
import { compareHandlers } from '../../../../src-main/features/compare/handlers.ts';
import { redlineOnPaper } from '../../../../src-main/features/compare/redline-paper.ts';
import { paperText } from '../../../../src-main/pdf/paper.ts';
import type { Decision } from '../../../../src-main/store/records.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;
let older = '';
let newer = '';

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  [older = '', newer = ''] = desk.agreement(LINE).versions;
});
afterEach(() => desk.end());

const open = (oldVersionId = older, newVersionId = newer) =>
  desk.handlers['compare.open']({ oldVersionId, newVersionId }) as ComparisonView;

const words = (runs: readonly RedlineRun[] | undefined, without?: RedlineRun['change']): string =>
  (runs ?? []).map(({ text, change }) => (change !== undefined && change === without ? '' : text)).join('');

function decided(versionId: string, decision: Decision): void {
  const decidedAt = desk.now.toISOString();
  desk.store.acceptances.add({ id: desk.ports.newId(), versionId, decision, record: '{}', decidedAt });
}

describe('the redline', () => {
  test('every clause of both versions and their annexes stands on its side, whole', () => {
    const { rows } = open();
    const { old, new: next } = compareVersions(desk.store, { id: older, sourceId: 'a' }, { id: newer, sourceId: 'b' });
    const side = (which: 'old' | 'new') => rows.flatMap((row) => row[which] ?? []).map(({ runs }) => words(runs));
    expect(side('old')).toEqual(old.flatMap(({ clauses }) => clauses.map(({ text }) => text)));
    expect(side('new')).toEqual(next.flatMap(({ clauses }) => clauses.map(({ text }) => text)));
  });

  test('its sum is in the characters that the import told of the same words', () => {
    const { new: next } = compareVersions(desk.store, { id: older, sourceId: 'a' }, { id: newer, sourceId: 'b' });
    const texts = next.flatMap(({ clauses }) => clauses.map(({ text }) => text));
    expect(open().conservation.new).toBe(countCharacters(texts.join('\n')));
    const told = bodyOf(texts.map((text) => ({ text }) as MarkedLine));
    expect(open().conservation.new).toBe(told.words);
  });

  test('in one text: without what was inserted it is the old clause, without what was deleted the new one', () => {
    const changed = open().rows.filter((row) => row.change && row.old && row.new);
    expect(changed.length).toBeGreaterThan(0);
    for (const row of changed) {
      expect(words(row.inline, 'inserted')).toBe(words(row.old?.runs));
      expect(words(row.inline, 'deleted')).toBe(words(row.new?.runs));
    }
  });

  test('bold of the source and bold by rule stay told apart inside the marks', () => {
    const row = open().rows.find((each) => each.new?.number === '5.2');
    expect(
      row?.inline.filter(({ change }) => change).map(({ text, change, strong }) => [text, change, strong]),
    ).toEqual([
      ['30天', 'deleted', 'rule'],
      ['20天', 'inserted', 'rule'],
    ]);
  });

  test('the impact list leads to rows that are there, material, and no others are', () => {
    const { impact, rows } = open();
    const material = (row: RedlineRow): boolean => row.change?.material ?? false;
    expect(new Set(impact.map(({ rowId }) => rowId))).toEqual(new Set(rows.filter(material).map(({ id }) => id)));
    expect(impact[0]?.number).toBe('4.3');
  });

  test('what matters and the other changes are told apart, each under its document, what became of figures as an arrow', () => {
    const { impact, others, rows, parts } = open();
    const rest = rows.filter((row) => row.change && !row.change.material).map(({ id }) => id);
    expect(others.map(({ rowId }) => rowId)).toEqual(rest);
    for (const { part } of [...impact, ...others]) expect(parts[part]).toBeDefined();
    const notice = impact.find(({ number }) => number === '5.2');
    expect(say(notice!.reasons[0]!, 'zh')).toBe('变更通知期：30 天 → 20 天');
    // Both quotations begin alike; only where they part is told.
    const cap = say(impact[0]!.reasons[0]!, 'zh');
    expect(cap).toMatch(/^责任上限：赔偿总额[^，]*以当期服务费为限 → 赔偿总额[^，]*以当期服务费的百分之五十为限$/u);
  });

  test('a quotation is cut behind a pause, never inside a figure', () => {
    const arrow = (old: string, next: string): string =>
      say(asArrow(sentence('compare.reasons.became', { name: 'x', old, next })), 'en');
    expect(arrow('1,000 元', '1,500 元')).toBe('x: 1,000 元 → 1,500 元');
    expect(arrow('甲，乙以外。', '甲，丙以外。')).toBe('x: 乙以外 → 丙以外');
    expect(arrow('first, second', 'first, third')).toBe('x: second → third');
    expect(arrow('甲，', '甲，乙')).toBe('x: 甲， → 甲，乙');
  });

  test('the sum of letters comes out, and does not when a row is missing or says something else', () => {
    const { conservation: sum, rows } = open();
    expect(sum.difference).toBe(0);
    expect(sum.struck).toBeGreaterThan(0);
    expect(sum.old - sum.struck + sum.inserted).toBe(sum.new);
    const compared = compareVersions(desk.store, { id: older, sourceId: 'a' }, { id: newer, sourceId: 'b' });
    const kept = rows.findIndex((row) => !row.change && row.old);
    const struck = rows.findIndex(({ old }) => old?.runs.some(({ change }) => change === 'deleted'));
    for (const at of [kept, struck]) {
      expect(conservation(compared, rows.toSpliced(at, 1)).difference).toBeGreaterThan(0);
      const other = { ...rows[at]!, old: { runs: [{ text: '多出来的字' }] } };
      expect(conservation(compared, rows.with(at, other)).difference).toBeGreaterThan(0);
    }
  });

  test('what the sources hold beside the texts is looked for in the sources themselves', async () => {
    const ask = async ({ parse } = desk.ports) =>
      compareHandlers({ ...desk.ports, parse })['compare.leftOut']({ oldVersionId: older, newVersionId: newer });
    expect(await ask()).toEqual({ old: [], new: [] });
    const picture = { part: 'page 7', page: 7, kind: 'page', state: 'picture-unread', words: 0 } as const;
    const frame = { part: 'page frame', kind: 'frame', state: 'unread', words: 9 } as const;
    const { parse } = desk.ports;
    const { old, new: next } = await ask({
      ...desk.ports,
      parse: async (...given) => ({ ...(await parse(...given)), coverage: [frame, picture] }),
    });
    expect([old, next].flat().map((part) => say(part, 'zh'))).toContain('第 7 页图片');
    const broken = { ...desk.ports, parse: () => Promise.reject(new Error('broken')) };
    expect(await ask(broken)).toMatchObject({ new: [sentence('compare.left-out.unknown')] });
  });

  test('a version against itself is identical; the other way round the same clauses changed', () => {
    expect(open(older, older)).toMatchObject({ identical: true, edits: 0, impact: [] });
    const [there, back] = [open(), open(newer, older)];
    expect(back.edits).toBe(there.edits);
    expect(back.summary).toEqual({ ...there.summary, added: there.summary.removed, removed: there.summary.added });
  });

  test('paper says what the screen says: verdict or impact, then the rows, all or the changed ones', async () => {
    const view = open();
    const called = ({ ordinal }: ComparedVersion): Sentence => asWritten(`版本甲${ordinal}`);
    const all = paperText(await redlineOnPaper(view, { onlyChanges: false, language: 'zh', called }));
    const changes = paperText(await redlineOnPaper(view, { onlyChanges: true, language: 'zh', called }));
    expect(all).toMatch(/》修订对照由版本甲1（\d{4}年.*存入）\n改为版本甲2（/u);
    for (const row of view.rows) {
      expect(all).toContain(words(row.inline));
      if (row.change) expect(changes).toContain(words(row.inline));
    }
    expect(changes.length).toBeLessThan(all.length);
    // That something in a clause changed does not say which of its kinds it touches.
    const ofKind = (reason: Sentence): boolean => 'key' in reason && reason.key.startsWith('compare.reasons.tag-');
    const reasons = view.impact.flatMap((line) => line.reasons);
    expect(reasons.some(ofKind)).toBe(true);
    for (const reason of reasons.filter((each) => !ofKind(each))) expect(changes).toContain(say(reason, 'zh'));
    expect(changes).toContain('所在条款类型：责任上限、损失赔偿排除、责任免除');
    expect(changes).not.toMatch(/条款改写|条款：数字修改/u);
    // What a denial denies stands with it.
    expect(changes).toContain('权利义务用语“可以”“不经通知”');
    const same = paperText(await redlineOnPaper(open(older, older), { onlyChanges: true, language: 'en', called }));
    expect(same).toContain('identical');
    expect(same).not.toContain('须留意');
  });
});

describe('what has to be gone through', () => {
  test('only the comparison with the version that stands accepted counts, and only once it was seen', () => {
    expect(open().required).toBe(false);
    decided(older, 'accepted');
    expect(open().required).toBe(false);
    desk.conclude(older);
    expect(open()).toMatchObject({ required: true });
    expect(open().seenAt).toBeUndefined();
    const observation = { seen: [], acknowledged: [], withdrawn: [], endReached: false, redlineSeen: older };
    const progress = desk.handlers['review.observe']({ versionId: newer, observation });
    expect(progress).toMatchObject({
      requirements: expect.arrayContaining([expect.objectContaining({ kind: 'redline', done: true })]),
    });
    expect(open().seenAt).toBe(desk.now.toISOString());
    expect(open(newer, older).required).toBe(false);
  });

  test('the accepted version against the newest is one step away where they differ', () => {
    expect(open().acceptedAgainstCurrent).toBeUndefined();
    decided(newer, 'accepted');
    desk.conclude(older);
    expect(open(older, older).acceptedAgainstCurrent).toEqual({ oldVersionId: older, newVersionId: newer });
    desk.conclude(newer);
    expect(open().acceptedAgainstCurrent).toBeUndefined();
  });
});
