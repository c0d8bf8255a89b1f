import { say } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ComparisonView, RedlineRow, RedlineRun } from '../../../../src-main/contract/compare.ts';
import { compareVersions } from '../../../../src-main/kernel/version-comparison.ts';
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

  test('a version against itself is identical; the other way round the same clauses changed', () => {
    expect(open(older, older)).toMatchObject({ identical: true, edits: 0, impact: [] });
    const [there, back] = [open(), open(newer, older)];
    expect(back.edits).toBe(there.edits);
    expect(back.summary).toEqual({ ...there.summary, added: there.summary.removed, removed: there.summary.added });
  });

  test('paper says what the screen says: verdict or impact, then the rows, all or the changed ones', async () => {
    const view = open();
    const all = paperText(await redlineOnPaper(view, { onlyChanges: false, language: 'zh' }));
    const changes = paperText(await redlineOnPaper(view, { onlyChanges: true, language: 'zh' }));
    for (const row of view.rows) {
      expect(all).toContain(words(row.inline));
      if (row.change) expect(changes).toContain(words(row.inline));
    }
    expect(changes.length).toBeLessThan(all.length);
    for (const { reasons } of view.impact) for (const reason of reasons) expect(changes).toContain(say(reason, 'zh'));
    const same = paperText(await redlineOnPaper(open(older, older), { onlyChanges: true, language: 'en' }));
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
