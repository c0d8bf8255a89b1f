import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { TableView } from '../../../../src-main/contract/library/table.ts';
import { outliers } from '../../../../src-main/features/library/table/outliers.ts';
import { csvOf, xlsxOf } from '../../../../src-main/features/library/table/sheet.ts';
import { readZip } from '../../../../src-main/ledger/zip-read.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

describe('values that lie far from the others', () => {
  test('are marked beyond the fences, and none where there are few', () => {
    expect([...outliers([30, 30, 30, 30, 7])]).toEqual([7]);
    expect([...outliers([28, 30, 31, 33, 35, 300])]).toEqual([300]);
    expect([...outliers([30, 45, 60, 75, 90])]).toEqual([]);
    expect([...outliers([30, 30, 30, 7])]).toEqual([]);
  });
});

describe('a table as a file', () => {
  const sheet = {
    name: '总表: a/b',
    rows: [
      ['名称', '金额'],
      ['=1+1, "x"\n<&>', 1234.5],
      [undefined, '-3'],
    ],
  };

  test('CSV keeps commas, quotes and line ends in their field, and no field begins like a formula', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(sheet))).toBe(
      '\uFEFF名称,金额\r\n"\'=1+1, ""x""\n<&>",1234.5\r\n,\'-3\r\n',
    );
  });

  test('a workbook has its parts, numbers as numbers, words as words', () => {
    const { files } = readZip(xlsxOf(sheet));
    const part = (path: string): string => new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
    expect(part('xl/workbook.xml')).toContain('name="总表  a b"');
    const body = part('xl/worksheets/sheet1.xml');
    expect(body).toContain('<c r="B2"><v>1234.5</v></c>');
    expect(body).toContain('=1+1, &quot;x&quot;\n&lt;&amp;&gt;</t>');
    expect(body).not.toContain('<f>');
  });
});

describe('the table over all agreements', () => {
  let desk: AppUnderTest;
  let agreementId: string;
  beforeEach(async () => {
    desk = await AppUnderTest.withSamples();
    agreementId = desk.agreement('跨域专线服务协议').id;
  });
  afterEach(() => desk.end());
  const table = (): TableView => desk.handlers['library.table']({}) as TableView;
  const row = () => table().rows.find((each) => each.agreementId === agreementId);
  const keep = (particulars: object): unknown =>
    desk.handlers['library.keepParticulars']({ agreementId, particulars: { tags: [], ...particulars } });

  test('has a row for each own agreement with what its text says, and none for guides', () => {
    const { rows, columns } = table();
    expect(rows.length).toBeGreaterThan(2);
    expect(columns.map(({ name }) => name)).toContain('cancelBy');
    const said = rows.flatMap(({ cells }) => (cells.changeNotice ? [say(cells.changeNotice.words, 'zh')] : []));
    expect(said.some((words) => words.includes('天'))).toBe(true);
    expect(row()?.cells.cancelBy).toBeUndefined();
  });

  test('shows what a person keeps of an agreement, which is recorded, and refuses an amount that is none', () => {
    void keep({ owner: '王敏', amount: '12,000.50', currency: 'CNY', tags: ['云', '云', '核心'] });
    expect(row()?.cells).toMatchObject({
      owner: { sort: '王敏' },
      amount: { sort: 12000.5 },
      tags: { sort: '云、核心' },
    });
    expect(desk.store.ledger.ofSubject(`agreement:${agreementId}`).at(-1)).toMatchObject({
      payload: { what: 'particulars', particulars: { owner: '王敏', amount: '12000.50' }, before: { tags: [] } },
    });
    expect(() => keep({ amount: 'viel' })).toThrow(expect.objectContaining({ code: 'bad-amount' }) as Error);
  });

  test('the page of the agreement shows the same', async () => {
    void keep({ department: '信息部' });
    const told = await desk.handlers['library.inspect']({ agreementId });
    expect(told.particulars).toEqual({ department: '信息部', tags: [] });
  });

  test('says of a text that does not renew that it does not, and of one that is silent nothing', async () => {
    expect(row()?.cells.renews).toBeUndefined();
    const bytes = new TextEncoder().encode(
      '青禾数据交换服务协议\n\n第一条 期限\n1.1 本协议有效期一年，期满不自动续期。\n',
    );
    const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes });
    if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
    await desk.handlers['import.confirm']({
      sourceId: outcome.sourceId,
      documents: [{ index: 0, title: '青禾数据交换服务协议' }],
    });
    const { id } = desk.agreement('青禾数据交换服务协议');
    const cells = table().rows.find((each) => each.agreementId === id)?.cells;
    expect(cells?.renews).toMatchObject({ words: { key: 'library.table.neverRenews' } });
  });

  test('shows the day to cancel of a term, and the larger of commitment and fee', () => {
    const says = (kind: 'term' | 'auto-renewal' | 'non-renewal-notice' | 'minimum-commitment', value: string): void =>
      void desk.handlers['rights.correctFact']({ agreementId, kind, value, by: '王敏', reason: '订购单' });
    says('term', '1 年');
    says('auto-renewal', '1 年');
    says('non-renewal-notice', '30 天');
    says('minimum-commitment', '500000');
    void desk.handlers['rights.keepTerm']({ agreementId, term: { starts: '2026-01-01' } });
    expect(row()?.cells).toMatchObject({
      ends: { sort: '2026-12-31' },
      cancelBy: { sort: '2026-12-01' },
      renews: { sort: 365 },
      exposure: { sort: 500000 },
    });
    // In the currency of the agreement, which the heading does not say.
    expect(JSON.stringify(row()?.cells.exposure?.words)).toContain('500,000.00 CNY');
  });

  test('a file has all that is kept of an agreement, and beside each amount what it is in', async () => {
    void keep({
      owner: '王敏',
      department: '信息部',
      amount: '8800.5',
      currency: 'HKD',
      costCentre: 'CC-07',
      tags: ['专线', '核心'],
    });
    expect(row()?.cells).toMatchObject({
      amount: { sort: 8800.5, currency: 'HKD' },
      department: { sort: '信息部' },
      costCentre: { sort: 'CC-07' },
    });
    const kept = [
      ['金额', '8800.5'],
      ['币种', 'HKD'],
      ['负责人', '王敏'],
      ['部门', '信息部'],
      ['成本中心', 'CC-07'],
      ['标签', '专线；核心'],
    ] as const;
    await desk.handlers['library.exportTable']({ format: 'csv', agreementIds: [agreementId], language: 'zh' });
    const [heading = [], first = []] = new TextDecoder()
      .decode(desk.saved.at(-1)?.bytes)
      .split('\r\n')
      .map((line) => line.split(','));
    expect(kept.map(([name]) => [name, first[heading.indexOf(name)]])).toEqual(kept);
    expect(first).toHaveLength(heading.length);
    await desk.handlers['library.exportTable']({ format: 'xlsx', agreementIds: [agreementId], language: 'zh' });
    const { files } = readZip(desk.saved.at(-1)?.bytes ?? new Uint8Array());
    const sheet = new TextDecoder().decode(files.find(({ path }) => path === 'xl/worksheets/sheet1.xml')?.bytes);
    expect(sheet).toMatch(/<v>8800\.5<\/v><\/c><c [^>]*>(?:<[^>]*>)*HKD</u);
    expect(sheet).toContain('CC-07');
  });

  test('is exported in the order it is shown, with amounts as figures', async () => {
    void keep({ amount: '88' });
    const others = table().rows.flatMap((each) => (each.agreementId === agreementId ? [] : [each.agreementId]));
    const agreementIds = [agreementId, ...others];
    await desk.handlers['library.exportTable']({ format: 'csv', agreementIds, language: 'zh' });
    const [heading, first] = new TextDecoder().decode(desk.saved.at(-1)?.bytes).split('\r\n');
    expect(heading).toContain('协议,服务商');
    expect(first).toContain('跨域专线');
    expect(first?.split(',')).toContain('88');
    await desk.handlers['library.exportTable']({ format: 'xlsx', agreementIds, language: 'en' });
    expect(desk.saved.at(-1)?.name).toBe('All agreements.xlsx');
  });
});
