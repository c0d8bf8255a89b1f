import { versionNamed } from '../../../../../src-main/kernel/papers/letter-words.ts';
import { say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysOf } from '../../../../../src-main/features/evidence/court/exhibit-groups.ts';
import { notTakenBack } from '../../../../../src-main/features/evidence/court/exhibit-standing.ts';
import { type Exhibit, exhibitsOf, runsOf } from '../../../../../src-main/features/evidence/court/exhibits.ts';
import type { CourtScope } from '../../../../../src-main/contract/evidence/court.ts';
import { letterPapers } from '../../../../../src-main/kernel/papers/letters.ts';
import type { JsonObject } from '../../../../../src-main/ledger/canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../../../../../src-main/ledger/entry.ts';
import { CourtUnderTest } from './court-under-test.ts';

const app = new CourtUnderTest();

test('entries are named one by one; only three and more that follow each other are told as the first and the last', () => {
  expect(runsOf([16, 24, 27])).toEqual(['16', '24', '27']);
  expect(runsOf([39, 37, 38])).toEqual(['37–39']);
  expect(runsOf([7])).toEqual(['7']);
  expect(runsOf([7, 8, 10, 11, 12, 12])).toEqual(['7', '8', '10–12']);
  const origin = (entries: readonly number[]) => sentence('court.origin.entries', { entries: runsOf(entries) });
  expect(say(origin([16, 24, 27]), 'zh')).toBe('我方台账第 16、24、27 号');
  expect(say(origin([16, 24, 27]), 'en')).toBe('Our ledger, entries 16, 24 and 27');
});

let agreementId = '';
beforeAll(async () => {
  await app.furnish();
  agreementId = app.desk.agreement('等级协议').id;
}, 60_000);
afterAll(() => app.end());

const write = (kind: EntryKind, subject: string, payload: JsonObject): void => {
  app.ports.ledger.append({ kind, subject, payload } as Parameters<typeof app.ports.ledger.append>[0]);
};
const about = (kind: EntryKind, payload: JsonObject): void => write(kind, `agreement:${agreementId}`, payload);
const found = (key: string, more: Partial<CourtScope> = {}): Exhibit | undefined =>
  exhibitsOf(app.store, { agreementIds: [agreementId], ...more }, [], app.ports.now().toISOString()).find(
    (exhibit) => exhibit.key === key,
  );

test('a text and what is about it are named by the date that the text bears, with our own count beside it', () => {
  const { id, versions } = app.desk.agreement('服务条款');
  const named = say(versionNamed(app.store, versions[0] ?? ''), 'zh');
  expect(named).toMatch(/（\d{4}年\d+月\d+日(?:版|起施行的版本)，我方台账第 1 版）/u);
  const names = exhibitsOf(app.store, { agreementIds: [id] }, [], app.ports.now().toISOString()).map(({ name }) =>
    say(name, 'zh'),
  );
  expect(names.filter((name) => name.includes(named))).not.toEqual([]);
  expect(names.filter((name) => /》第 \d 版/u.test(name))).toEqual([]);
});

describe('the day of what an entry names', () => {
  const days = (payload: JsonObject, kind: EntryKind = 'outages-recorded'): readonly string[] =>
    daysOf({ kind, payload } as unknown as LedgerEntry);

  test('is the one in Beijing: an evening in UTC belongs to the next month there', () => {
    expect(days({ rows: [{ from: '2026-10-31T16:30:00.000Z' }, { from: '2026-10-31T15:59:00.000Z' }] })).toEqual([
      '2026-11-01',
      '2026-10-31',
    ]);
    expect(days({ tickets: [{ opened: '2026-10-31T18:00:00.000Z' }] }, 'tickets-recorded')).toEqual(['2026-11-01']);
    expect(days({ from: '2026-10-31T20:00:00.000Z' }, 'exclusion-checked')).toEqual(['2026-11-01']);
  });

  test('a civil day, a month and a time without a place stay as they are; what is no time names none', () => {
    expect(days({ on: '2026-10-31', month: '2026-09' }, 'claim-sent')).toEqual(['2026-10-31', '2026-09']);
    expect(days({ from: '2026-10-31T20:00' }, 'exclusion-checked')).toEqual(['2026-10-31']);
    expect(days({ rows: [{ from: 'soon' }, { from: 7 }, 'x'] })).toEqual([]);
  });

  test('an outage early in a month there is in a list of that month, and in none of the month before', () => {
    about('outages-recorded', { how: 'manual', rows: [{ from: '2026-08-31T17:00:00.000Z' }] });
    const key = `log:${app.store.ledger.head()?.sequence ?? 0}`;
    expect(found(key, { from: '2026-09-01', to: '2026-09-30' })).toBeDefined();
    expect(found(key, { from: '2026-08-01', to: '2026-08-31' })).toBeUndefined();
  });
});

describe('a letter to the own lawyer', () => {
  test('is on no list, and neither is its sending', () => {
    const body = { templateId: 'counsel-brief', title: '律师函委托材料', agreementId, values: {}, outputs: [] };
    letterPapers(app.store).put({ id: 'B1', state: 'exported', body }, app.ports.now().toISOString());
    write('letter-exported', 'letter:B1', { format: 'pdf' });
    about('case-sent', {
      origin: 'letter:B1',
      letter: 'B1',
      on: '2026-11-20',
      by: '李航',
      channel: 'mail',
      proof: 'none',
    });
    expect(found('letter:B1')).toBeUndefined();
    expect(found('dispatch:letter:B1')).toBeUndefined();
  });
});

describe('a letter', () => {
  const said = { origin: 'letter:L1', letter: 'L1', on: '2026-11-23', by: '李航', channel: 'mail', proof: 'none' };

  test('that went out is in the list, also in one of a period before it went; taken back, it is not sent any more', () => {
    write('letter-exported', 'letter:L1', { format: 'pdf' });
    const until = { to: app.store.ledger.head()?.at.slice(0, 10) ?? '' };
    about('case-sent', { ...said, on: '2999-01-01' });
    expect(found('letter:L1')?.left).toBe(false);
    expect(found('dispatch:letter:L1', until)).toBeUndefined();
    expect(found('letter:L1', until)?.left).toBe(false);
    about('case-step-undone', { origin: 'letter:L1', letter: 'L1', undone: 'sent', on: '2999-01-01' });
    expect(found('letter:L1')?.left).toBe(true);
    expect(found('dispatch:letter:L1')).toMatchObject({ left: true });
    about('case-sent', said);
    expect(found('letter:L1')?.left).toBe(false);
    expect(found('dispatch:letter:L1')).toMatchObject({ left: false });
  });
});

describe('what was taken back', () => {
  const keyHere = (): string => `log:${app.store.ledger.head()?.sequence ?? 0}`;
  const row = { from: '2026-09-10T01:00:00.000Z', to: '2026-09-10T02:00:00.000Z', cause: 'a cut' };
  const other = { ...row, from: '2026-09-11T01:00:00.000Z' };

  test('a row that was removed belongs to its log, which goes with its last row and comes back with it', () => {
    about('outages-recorded', { how: 'file 监控.csv', rows: [row, other] });
    const key = keyHere();
    about('outage-removed', { rows: [row], paper: '1' });
    expect(found(key)?.entries.map(({ kind }) => kind)).toEqual(['outages-recorded', 'outage-removed']);
    expect(found(keyHere())).toBeUndefined();
    about('outage-removed', { rows: [other], paper: '2' });
    expect(found(key)).toBeUndefined();
    about('outage-restored', { rows: [other], paper: '2' });
    expect(found(key)?.entries).toHaveLength(4);
    about('outage-removed', { rows: [other], paper: '2' });
    about('outage-restored', { rows: [row], paper: '1' });
    about('outage-removed', { log: '监控.csv', rows: 2, paper: '3' });
    expect(found(key)).toBeUndefined();
  });

  test('of several invoices of one charge only the one that was removed is gone', () => {
    const invoice = (id: string): JsonObject => ({ order: 'O1', month: '2026-09', invoice: id });
    about('invoice-kept', { ...invoice('I1'), number: '1' });
    about('invoice-kept', { ...invoice('I2'), number: '2' });
    about('invoice-use-said', { ...invoice('I1'), use: 'deducted' });
    about('invoice-removed', { order: 'O1', month: '2026-09', paper: 'I1' });
    expect(found('invoice:O1/2026-09')?.entries).toHaveLength(4);
    about('invoice-removed', { order: 'O1', month: '2026-09', paper: 'I2' });
    expect(found('invoice:O1/2026-09')).toBeUndefined();
    about('invoice-restored', { order: 'O1', month: '2026-09', paper: 'I1' });
    expect(found('invoice:O1/2026-09')).toBeDefined();
  });

  test('of an invoice that was changed and whose red letter was undone only what stands is evidence', () => {
    const entry = (kind: EntryKind, payload: JsonObject) => ({ kind, payload }) as unknown as LedgerEntry;
    const first = entry('invoice-kept', { invoice: 'I1', how: 'added' });
    const other = entry('invoice-kept', { invoice: 'I2', how: 'added' });
    const changed = entry('invoice-kept', { invoice: 'I1', how: 'changed' });
    const raised = entry('red-letter-told', { invoice: 'I1', state: 'raised' });
    const issued = entry('red-letter-told', { invoice: 'I1', state: 'issued', files: [] });
    const elsewhere = entry('red-letter-told', { invoice: 'I2', state: 'raised' });
    const undone = entry('red-letter-told', { invoice: 'I1', state: 'raised', how: 'undone' });
    const all = [first, other, raised, issued, elsewhere, undone, changed];
    expect(notTakenBack('invoice', all)).toEqual([other, raised, elsewhere, changed]);
  });

  test('a letter that was removed unsent is none; a correction that was removed says so beside its figures', () => {
    write('letter-exported', 'letter:L1', { format: 'pdf' });
    write('letter-removed', 'letter:L1', { paper: 'L1' });
    // It was sent: what left stays evidence, and that it was removed here is told with it.
    expect(found('letter:L1')?.entries.at(-1)?.kind).toBe('letter-removed');
    about('case-step-undone', { origin: 'letter:L1', letter: 'L1', undone: 'sent', on: '2026-11-23' });
    expect(found('letter:L1')).toBeUndefined();
    about('fact-corrected', { kind: 'availability', value: 99.9 });
    about('fact-correction-removed', { kind: 'availability' });
    expect(found(`figures:${agreementId}`)?.entries.map(({ kind }) => kind)).toContain('fact-correction-removed');
  });

  test('that nobody told of an acceptance yet is no acceptance', () => {
    const [versionId = ''] = app.desk.agreement('等级协议').versions;
    write('acceptance-not-yet', `version:${versionId}`, { by: 'Ada' });
    expect(found(`conclusion:${versionId}`)).toBeUndefined();
    write('earlier-text-kept', `version:${versionId}`, { by: 'Ada' });
    expect(found(`standing:${versionId}`)?.entries.map(({ kind }) => kind)).toEqual(['earlier-text-kept']);
  });
});

test('the file of an imported log is a piece of it, byte for byte', async () => {
  const csv = {
    name: '监控导出.csv',
    bytes: new TextEncoder().encode('开始时间,结束时间,原因\n2026-10-03 09:00,2026-10-03 10:00,中断\n'),
  };
  app.desk.chosen = [csv];
  const read = await app.handlers['rights.readLog']({ agreementId });
  await app.handlers['rights.keepLog']({ agreementId, token: read?.token ?? '' });
  const log = exhibitsOf(app.store, { agreementIds: [agreementId] }, [], app.ports.now().toISOString())
    .filter(({ kind }) => kind === 'log')
    .at(-1);
  expect(log?.pieces).toMatchObject([{ name: '监控导出.csv', bytes: csv.bytes.length }]);
});
