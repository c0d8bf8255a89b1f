import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { checkLedger } from '../../../../src-main/features/evidence/ledger-check.ts';
import { claimPapers } from '../../../../src-main/features/rights/claim-records.ts';
import { ORDER, orderPapers } from '../../../../src-main/features/rights/order-records.ts';
import { keepOwnTerms, ownTerms } from '../../../../src-main/features/rights/own-terms.ts';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { repository } from '../../../../src-main/kernel/papers/repository.ts';
import { type KeptCopy, sealedCopies } from '../../../../src-main/kernel/papers/sealed-copies.ts';
import { ceremonyPolicy, preferences } from '../../../../src-main/kernel/preferences.ts';
import { PAPERS } from '../../../../src-main/kernel/stored-names.ts';
import { AppUnderTest } from '../ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const AT = '2026-11-23T02:00:00.000Z';
const ORDERED = {
  service: '专线',
  number: 'SO-1',
  plan: 'prepaid',
  orderedOn: '2026-09-25',
  amount: '36000.00',
  invoiceType: 'ordinary',
  note: '',
} as const;

const agreementId = (): string => desk.agreement('跨域专线服务协议').id;
const order = async (number: string): Promise<string> =>
  (await desk.handlers['rights.saveOrder']({ agreementId: agreementId(), order: { ...ORDERED, number } })).orderId;

/** Something that happens to the database from outside. */
function outside(sql: string, ...values: readonly unknown[]): void {
  const database = new Sqlite(join(desk.folder, 'assent.sqlite'));
  try {
    database.prepare(sql).run(...values);
  } finally {
    database.close();
  }
}

describe('a paper whose body is none of its kind', () => {
  test('is left out of its list, told by name, and costs the others nothing', async () => {
    const [first, second] = [await order('SO-1'), await order('SO-2')];
    expect(desk.handlers['library.unreadable']({})).toEqual([]);
    outside(`UPDATE paper SET body = json_set(body, '$.order.amount', 7) WHERE id = ?`, first);
    const { orders } = await desk.handlers['rights.open']({ agreementId: agreementId() });
    expect(orders.map(({ id }) => id)).toEqual([second]);
    const told = await desk.handlers['library.unreadable']({});
    expect(told).toMatchObject([{ id: first, feature: 'rights' }]);
    expect(say(told[0]!.sentence, 'zh')).toContain('订单');
    expect(say(told[0]!.sentence, 'zh')).toContain(first.slice(0, 8));
    expect(() => orderPapers(desk.store).get(first)).toThrow(expect.objectContaining({ code: 'record-unreadable' }));
    expect(orderPapers(desk.store).has(first)).toBe(true);
    const check = await checkLedger(desk.store, AT, RECORD_KINDS);
    expect(check).toMatchObject({ ok: false, integrity: 'altered' });
    const faults = check.faults.map(({ text }) => say(text, 'zh'));
    expect(faults).toEqual([say(told[0]!.sentence, 'zh'), expect.stringContaining('订单')]);
  });

  test('of another state is none either', async () => {
    const id = await order('SO-1');
    outside(`UPDATE paper SET state = 'comet' WHERE id = ?`, id);
    expect(orderPapers(desk.store).list()).toEqual([]);
    expect(orderPapers(desk.store).unreadable()).toHaveLength(1);
  });

  test('where there is only one, is refused instead of taken for none', () => {
    keepOwnTerms(desk.ports, agreementId(), { counting: 'whole' });
    outside(`UPDATE paper SET body = '{"own":{"price":1}}' WHERE kind = 'terms'`);
    expect(() => ownTerms(desk.store, agreementId())).toThrow(/record-unreadable/u);
    expect(() => keepOwnTerms(desk.ports, agreementId(), { counting: 'started' })).toThrow(/record-unreadable/u);
  });

  test('a setting that cannot be read is told; a window opens all the same, a laxer ceremony does not', async () => {
    const put = (name: string, value: unknown): void => desk.store.settings.put(name, value, AT);
    put('preferences', { language: 'tlh' });
    put('ceremony-policy', { secondPerson: 'of course' });
    put('ledger-check', []);
    expect(preferences(desk.store).language).toBe('zh');
    expect(() => ceremonyPolicy(desk.store)).toThrow(/record-unreadable/u);
    expect(await desk.handlers['evidence.standing']({})).not.toHaveProperty('last');
    const told = await desk.handlers['library.unreadable']({});
    expect(told.map(({ id, feature }) => `${feature} ${id}`).sort()).toEqual([
      'evidence ledger-check',
      'settings ceremony-policy',
      'settings preferences',
    ]);
  });

  test('what was done with a source, and a review under way, are told too', async () => {
    const [versionId = ''] = desk.agreement('服务条款').versions;
    await desk.handlers['review.open']({ versionId });
    outside(`UPDATE review SET observations = '{"openedAt":1}'`);
    const [pending] = desk.store.sources.all();
    outside(`UPDATE source_reading SET choices = '{"titles":[]}' WHERE source_id = ?`, pending!.id);
    expect(desk.store.sources.all().some(({ id }) => id === pending!.id)).toBe(false);
    const told = await desk.handlers['library.unreadable']({});
    expect(told.map(({ id, feature }) => [feature, id])).toEqual([
      ['library', pending!.id],
      ['review', versionId],
    ]);
    await expect((async () => desk.handlers['review.open']({ versionId }))()).rejects.toMatchObject({
      code: 'record-unreadable',
    });
  });
});

test('an entry of the ledger that is none is left out of lists, refused by its number, and reported', async () => {
  await order('SO-1');
  await order('SO-2');
  const { sequence } = desk.store.ledger.head()!;
  const database = new Sqlite(join(desk.folder, 'assent.sqlite'));
  database.exec('DROP TRIGGER ledger_fixed');
  database.prepare(`UPDATE ledger SET entry = json_remove(entry, '$.clock') WHERE sequence = ?`).run(sequence - 1);
  database.close();
  expect(desk.store.ledger.latest(2, 0).map((entry) => entry.sequence)).toEqual([sequence]);
  expect(() => desk.store.ledger.at(sequence - 1)).toThrow(expect.objectContaining({ code: 'record-unreadable' }));
  const { lines } = await desk.handlers['evidence.ledger']({ offset: 0, limit: 2 });
  expect(lines).toHaveLength(1);
  const check = await checkLedger(desk.store, AT, RECORD_KINDS);
  expect(check.faults.map((fault) => fault.sequence)).toContain(sequence - 1);
});

describe('a repository', () => {
  test('writes the newest shape and its number, over what is there or anew', async () => {
    const id = await order('SO-1');
    expect(desk.store.papers.byId(id)?.body).toMatchObject({ v: 2, order: { number: 'SO-1' } });
    const { body, createdAt } = orderPapers(desk.store).get(id)!;
    const later = '2026-11-24T02:00:00.000Z';
    orderPapers(desk.store).put({ id, state: 'kept', body: { ...body, invoices: {} } }, later);
    expect(orderPapers(desk.store).get(id)).toMatchObject({ subject: agreementId(), createdAt, updatedAt: later });
    expect(() => claimPapers(desk.store).put({ id, state: 'sent', body: {} as never }, later)).toThrow(TypeError);
  });
});

describe('a paper that binds', () => {
  const copy: KeptCopy = {
    id: 'c1',
    receivedAt: AT,
    sha256: 'a'.repeat(64),
    state: 'unchecked',
    stateAt: AT,
    differences: [],
    name: '盖章件.pdf',
    compared: false,
  };
  const put = (state: KeptCopy['state'], at: string): void =>
    sealedCopies(desk.store).put({ id: 'c1', subject: 'v1', state, body: { ...copy, state, stateAt: at } }, at);

  test('keeps every state it was in, and lists them', () => {
    put('unchecked', AT);
    put('confirmed', '2026-11-24T02:00:00.000Z');
    put('rejected', '2026-11-25T02:00:00.000Z');
    const revisions = sealedCopies(desk.store).revisions('c1');
    expect(revisions.map(({ revision, state, body, at }) => [revision, state, body.state, at.slice(0, 10)])).toEqual([
      [1, 'unchecked', 'unchecked', '2026-11-23'],
      [2, 'confirmed', 'confirmed', '2026-11-24'],
      [3, 'rejected', 'rejected', '2026-11-25'],
    ]);
  });

  test('whatever writes past the repository leaves the state before it', () => {
    put('unchecked', AT);
    outside(`UPDATE paper SET state = 'confirmed', body = json_set(body, '$.state', 'confirmed') WHERE id = 'c1'`);
    expect(
      sealedCopies(desk.store)
        .revisions('c1')
        .map(({ state }) => state),
    ).toEqual(['unchecked', 'confirmed']);
  });

  test.each([
    `DELETE FROM paper WHERE id = 'c1'`,
    `UPDATE paper SET removed_at = '2026-11-24' WHERE id = 'c1'`,
    `UPDATE paper SET kind = 'letter' WHERE id = 'c1'`,
    `UPDATE paper SET subject = 'another' WHERE id = 'c1'`,
    `UPDATE paper_revision SET state = 'rejected'`,
    `DELETE FROM paper_revision`,
  ])('%s is refused by the database itself', (sql) => {
    put('unchecked', AT);
    expect(() => outside(sql)).toThrow(/append-only: paper/u);
    expect(sealedCopies(desk.store).get('c1')?.state).toBe('unchecked');
  });

  test('is of a kind that offers no removal; every other kind keeps no states', async () => {
    const removable = RECORD_KINDS.papers.filter(({ removal }) => removal).map(({ name }) => name);
    expect(removable).toEqual([
      PAPERS.letters.letter,
      PAPERS.letters.ownForm,
      PAPERS.rights.fact,
      PAPERS.rights.order,
      PAPERS.rights.invoice,
      PAPERS.rights.outage,
      PAPERS.rights.outageLog,
      PAPERS.rights.ticket,
      PAPERS.evidence.timestampRoot,
      PAPERS.evidence.courtList,
      PAPERS.settings.signatory,
      PAPERS.settings.holidays,
    ]);
    put('unchecked', AT);
    expect(() => sealedCopies(desk.store).remove('c1', AT)).toThrow(TypeError);
    const id = await order('SO-1');
    expect(repository(desk.store, ORDER).revisions(id)).toEqual([]);
  });
});
