import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import type { ObligationsView } from '../../../../src-main/contract/rights.ts';
import type { TermView } from '../../../../src-main/contract/rights/term.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { SHIPPED_STATUTES } from '../../../../src-main/term/statutes/statute-table.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const mine = {
  ...SHIPPED_STATUTES,
  asOf: '2028-03-01',
  rows: SHIPPED_STATUTES.rows.filter(({ id }) => id === 'assignment'),
};
const bytes = (table: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(table));
const choose = (table: unknown): void => {
  desk.chosen = [{ name: 'mine.json', bytes: bytes(table) }];
};

describe('the law beside the contract', () => {
  test('stands beside notices, facts and terms, and changes none of their figures', () => {
    const { id } = desk.agreement(LINE);
    const notice = desk.handlers['notices.register']({
      ...{ agreementId: id, kind: 'change', channel: 'site', sent: '2026-11-10' },
    }) as NoticeView;
    expect(notice.statutes.map((row) => row.id)).toEqual(['silence-and-change', 'standard-terms', 'arrival']);
    const { facts } = desk.handlers['rights.open']({ agreementId: id }) as ObligationsView;
    const beside = new Map(facts.map(({ kind, statutes }) => [kind, statutes.map((row) => row.id)]));
    expect(beside.get('late-fee-per-day')).toEqual(['telecom-late-fee', 'penalty-reduction']);
    expect(beside.get('overdue-termination-days')).toEqual(['telecom-arrears']);
    for (const { values, statutes } of facts) if (values.length === 0) expect(statutes).toEqual([]);
    const { statutes } = desk.handlers['rights.term']({ agreementId: id }) as TermView;
    expect(Array.isArray(statutes)).toBe(true);
  });

  test('a person’s own table is kept with its hash, is used everywhere, and can be given up again', async () => {
    expect(await desk.handlers['settings.statutes']({})).toMatchObject({
      from: 'shipped',
      asOf: SHIPPED_STATUTES.asOf,
    });
    choose(mine);
    const sha256 = sha256Hex(bytes(mine));
    expect(await desk.handlers['settings.importStatutes']({})).toMatchObject({
      ...{ from: 'person', asOf: '2028-03-01', file: { name: 'mine.json', sha256 } },
    });
    expect(desk.store.ledger.head()).toMatchObject({
      ...{ kind: 'settings-changed', subject: 'setting:statute-table' },
      payload: { statutes: '2028-03-01', file: { sha256 } },
    });
    expect(desk.store.attachments.bytes(sha256)).toBeDefined();
    const { id } = desk.agreement(LINE);
    const { facts } = desk.handlers['rights.open']({ agreementId: id }) as ObligationsView;
    expect(facts.flatMap(({ statutes }) => statutes.map((row) => row.id))).not.toContain('penalty-reduction');
    expect(await desk.handlers['settings.dropStatutes']({})).toMatchObject({ from: 'shipped' });
    expect(desk.store.ledger.head()).toMatchObject({ payload: { before: sha256 } });
    const again = await desk.handlers['settings.restoreStatutes']({ sha256 });
    expect(again).toMatchObject({ from: 'person', asOf: '2028-03-01', file: { name: 'mine.json', sha256 } });
    expect(desk.store.ledger.head()).toMatchObject({ payload: { statutes: '2028-03-01', file: { sha256 } } });
  });

  test('only what was kept is taken up again', async () => {
    const restore = async (): Promise<unknown> => desk.handlers['settings.restoreStatutes']({ sha256: '0'.repeat(64) });
    await expect(restore()).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what is no table is refused, and nothing kept; a closed dialog is nothing', async () => {
    const head = desk.store.ledger.head()?.hash;
    choose({ ...mine, v: 7 });
    await expect(desk.handlers['settings.importStatutes']({})).rejects.toMatchObject({ code: 'statutes-unusable' });
    desk.chosen = [];
    expect(await desk.handlers['settings.importStatutes']({})).toBeUndefined();
    expect(desk.store.ledger.head()?.hash).toBe(head);
  });
});
