import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input, Output } from '../../../../src-main/contract/index.ts';
import type { TableView } from '../../../../src-main/contract/library/table.ts';
import { departing } from '../../../../src-main/kernel/positions/departures.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const keep = async (position: Input<'settings.keepPosition'>): Promise<Output<'settings.keepPosition'>> =>
  desk.handlers['settings.keepPosition'](position);
/** The position as it is shown, without its label. */
const position = async (kind: string) => {
  const found = (await desk.handlers['settings.positions']({})).find((each) => each.kind === kind);
  return found && { stance: found.stance, note: found.note, group: found.group };
};
const reader = async (): Promise<Output<'review.open'>> => {
  const versionId = desk.agreement('跨域专线服务协议').versions.at(-1) ?? '';
  return desk.handlers['review.open']({ versionId });
};

test('a position is kept with an entry that says what it was before, and taken back whole', async () => {
  await keep({ kind: 'liability-cap', stance: 'negotiable', note: ' 至少一年服务费 ' });
  expect(await position('liability-cap')).toEqual({ stance: 'negotiable', note: '至少一年服务费', group: 'key' });
  await keep({ kind: 'liability-cap', stance: 'unacceptable' });
  expect(await position('liability-cap')).toMatchObject({ stance: 'unacceptable', note: undefined });
  await keep({ kind: 'auto-renewal', stance: 'acceptable', note: '' });
  expect(await position('auto-renewal')).toEqual({ stance: 'acceptable', note: undefined, group: 'key' });
  await keep({ kind: 'liability-cap' });
  expect(await position('liability-cap')).toMatchObject({ stance: undefined });
  expect(desk.store.settings.get('clause-positions')).toEqual({
    v: 1,
    positions: [{ kind: 'auto-renewal', stance: 'acceptable' }],
  });
  expect(
    desk.store.ledger.ofSubject('setting:clause-positions').map(({ kind, payload }) => [kind, payload]),
  ).toMatchObject([
    ['settings-changed', { clause: 'liability-cap', now: { stance: 'negotiable', note: '至少一年服务费' } }],
    ['settings-changed', { now: { stance: 'unacceptable' }, before: { stance: 'negotiable' } }],
    ['settings-changed', { clause: 'auto-renewal' }],
    ['settings-changed', { clause: 'liability-cap', before: { stance: 'unacceptable' } }],
  ]);
});

test('reader, import review and table show where an agreement departs, and nothing without a position', async () => {
  const row = () =>
    (desk.handlers['library.table']({}) as TableView).rows.find(
      ({ agreementId }) => agreementId === desk.agreement('跨域专线服务协议').id,
    );
  expect((await reader()).departures).toEqual([]);
  expect(row()?.cells.departs).toBeUndefined();
  await keep({ kind: 'late-fee', stance: 'acceptable' });
  await keep({ kind: 'jurisdiction', stance: 'negotiable', note: '我方所在地' });
  await keep({ kind: 'liability-exclusion', stance: 'unacceptable' });
  const view = await reader();
  expect(view.departures.length).toBeGreaterThan(1);
  for (const { clauseId, kind, stance, note } of view.departures) {
    const clause = view.document.clauses.find(({ id }) => id === clauseId);
    expect(clause?.tags.some((tag) => tag.kind === kind && tag.title !== true)).toBe(true);
    expect([stance, note]).toEqual(
      kind === 'jurisdiction' ? ['negotiable', '我方所在地'] : ['unacceptable', undefined],
    );
  }
  const { unacceptable, negotiable } = departing(view.departures);
  expect(row()?.cells.departs).toMatchObject({ sort: unacceptable + negotiable, departs: 'unacceptable' });
  const sourceId = desk.store.sources.all()[0]?.id ?? '';
  const { proposals } = await desk.handlers['import.review']({ sourceId });
  expect(proposals.some((each) => each.departing !== undefined)).toBe(true);
});

test('a clause that departs in two ways counts once, as what it is worst', () => {
  const one = { clauseId: 'c1', kind: 'audit', label: { key: 'names.tag.audit' } } as const;
  const found = [
    { ...one, stance: 'negotiable' },
    { ...one, stance: 'unacceptable' },
    { ...one, clauseId: 'c2', stance: 'negotiable' },
  ] as const;
  expect(departing(found)).toEqual({ unacceptable: 1, negotiable: 1 });
});
