import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { filledOf, letterOf } from '../../../../src-main/features/letters/letter-records.ts';
import { claimPapers } from '../../../../src-main/features/rights/claim-records.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const TITLE = '示例专线服务等级协议';

/** An agreement with the tiers, the cap and the exclusions that are given. */
const text = (tiers: string, rest: string): string => `${TITLE}

服务提供方：示例云网有限公司

一、可用性
1.1 月度可用性不低于99.95%。

月度可用性	赔偿
${tiers}

${rest}
1.9 客户应在相关月份结束后2个月内提出赔偿申请，逾期不予受理。
二、除外情形
以下原因造成的不可用不计入不可用时间：
（1）例行维护；
（2）客户侧设备故障。
`;

let app: AppUnderTest;
let agreementId: string;
const month = '2026-10';
const LOG = '2026-10-03 09:00,2026-10-06 09:00,核心链路中断';

async function agreed(words: string): Promise<void> {
  const bytes = new TextEncoder().encode(words);
  const outcome = await app.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  const { sourceId } = outcome;
  await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: TITLE }] });
  const { id, versions } = app.agreement(TITLE);
  agreementId = id;
  app.conclude(versions[0] ?? '');
  await app.handlers['rights.pasteOutages']({ agreementId, text: LOG });
  await app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000' } });
}

async function claimed(): Promise<LetterView> {
  const { letterId } = await app.handlers['rights.claim']({ agreementId, month });
  return app.handlers['letters.open']({ letterId });
}

const words = (letterId: string): string => {
  const { blocks } = filledOf(app.store, letterOf(app.store, letterId));
  return blocks
    .map((block) => {
      if ('runs' in block) return block.runs.map((run) => run.text).join('');
      return 'text' in block ? block.text : '';
    })
    .join('\n');
};

beforeEach(() => {
  app = new AppUnderTest();
  app.now = new Date('2026-10-01T02:00:00.000Z');
});
afterEach(() => app.end());

const later = (): void => void (app.now = new Date('2026-11-20T02:00:00.000Z'));

describe('the claim letter', () => {
  test('is true line by line where the cap is lower: the whole fee is 1000, and no line says that it were 500', async () => {
    await agreed(text('低于99.95%	月度服务费的100%', '1.2 赔偿总额不超过当月服务费的50%。'));
    later();
    const { values, id, problems } = await claimed();
    const rows = values['steps'] as readonly { readonly step: string; readonly value: string }[];
    expect(rows.slice(-4)).toEqual([
      { step: '当月服务费', value: '1,000.00 元' },
      { step: '月服务费的 100%', value: '1,000.00 元' },
      { step: '协议约定的补偿上限', value: '500.00 元' },
      { step: '申请补偿：款项（按该上限计算，不表示我公司认可该约定限制损害赔偿）', value: '500.00 元' },
    ]);
    expect(words(id)).toContain('发放款项人民币500.00元（大写：人民币伍佰元整）');
    expect(words(id)).toContain('收到本函之日起15日内');
    expect(words(id)).toContain('第五百七十七条、第五百八十四条');
    expect(words(id)).toContain('第一百九十五条');
    expect(
      problems.map(({ field }) => field).filter((field) => !/^(?:company|credit|contact|date)/u.test(field)),
    ).toEqual([]);
  });

  test('of a cap that counts a whole year says what is left of it', async () => {
    await agreed(text('低于99.95%	月度服务费的100%', '1.2 全年累计赔偿不超过半个月服务费。'));
    await app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000', taken: '200' } });
    later();
    const { values } = await claimed();
    const rows = values['steps'] as readonly { readonly step: string; readonly value: string }[];
    expect(values['amount']).toBe('300.00');
    expect(rows).toContainEqual({ step: '协议约定的补偿上限（已减去同一上限内其他月份的补偿）', value: '300.00 元' });
  });

  test('names no cap that lowers nothing: what was agreed on it is for the provider to say', async () => {
    await agreed(text('低于99.95%	月度服务费的20%', '1.2 赔偿总额不超过当月服务费的50%。'));
    later();
    const { values, id } = await claimed();
    expect(values['amount']).toBe('200.00');
    expect(JSON.stringify(values['steps'])).not.toContain('上限');
    expect(words(id)).not.toMatch(/上限|取得的文本/u);
  });

  test('asks for vouchers where the text gives vouchers', async () => {
    await agreed(text('低于99.95%	月度服务费的20%的代金券', ''));
    later();
    const { id, values } = await claimed();
    expect(values['remedy']).toBe('代金券');
    expect(words(id)).toContain('发放代金券人民币200.00元（大写：人民币贰佰元整）');
  });

  test('asks for days where the text gives days of service, and names no yuan', async () => {
    await agreed(text('低于99.95%	延长服务时间30天', ''));
    later();
    const { id, values } = await claimed();
    expect(values).toMatchObject({ serviceDays: '30', remedy: '服务时间' });
    expect(words(id)).toContain('将上述服务的期限延长30日');
    expect(words(id)).not.toContain('元');
    expect(claimPapers(app.store).list()[0]?.body).toMatchObject({ days: 30, amount: '0.00' });
  });

  test('is drafted anew where more days are owed than were asked for', async () => {
    await agreed(text('低于99.95%但不低于90%\t延长服务时间3天\n低于90%\t延长服务时间30天', ''));
    later();
    const before = await claimed();
    expect(before.values).toMatchObject({ serviceDays: '3' });
    await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-10 09:00,2026-10-15 09:00,核心链路中断' });
    const after = await claimed();
    expect(after.values).toMatchObject({ serviceDays: '30' });
    expect((await claimed()).id).toBe(after.id);
  });

  test('lists what was left out of the count, and by which exclusion', async () => {
    await agreed(text('低于99.95%	月度服务费的20%', ''));
    await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-20 02:00,2026-10-20 04:00,割接' });
    const view = (): MonthView => app.handlers['rights.month']({ agreementId, month }) as MonthView;
    const row = view().rows.find(({ cause }) => cause === '割接')!;
    const { clauseId } = view().exclusions[0]!;
    await app.handlers['rights.excludeOutage']({ outageId: row.id, clauseId });
    later();
    const { values, id } = await claimed();
    expect(values['outages']).toEqual([
      expect.objectContaining({ from: '2026-10-03 09:00', minutes: '4,320', counted: '计入' }),
      expect.objectContaining({ from: '2026-10-20 02:00', minutes: '120', counted: '未计入' }),
    ]);
    expect(words(id)).toMatch(/2026-10-20 02:00至2026-10-20 04:00，120分钟：.*例行维护/u);
    // nothing but a log that came as a file has a hash that says anything
    expect(values['logFiles']).toEqual([]);
    // the time to claim is for the provider to invoke: by it the letter knows that it is in time, and quotes it nowhere
    expect(JSON.stringify(values['clauses'])).not.toContain('逾期不予受理');
    expect(values['claimUntil']).toBe('2026-12-31');
  });

  test('is not drafted after the last day but with a reason, which is kept with the claim', async () => {
    await agreed(text('低于99.95%	月度服务费的20%', ''));
    app.now = new Date('2027-02-20T02:00:00.000Z');
    await expect((async () => app.handlers['rights.claim']({ agreementId, month }))()).rejects.toMatchObject({
      code: 'claim-closed',
      field: 'outside',
    });
    expect(claimPapers(app.store).list()).toEqual([]);
    await app.handlers['rights.claim']({ agreementId, month, outside: '服务商电话同意补报' });
    const outside = { when: 'after', reason: '服务商电话同意补报' };
    expect(claimPapers(app.store).list()[0]?.body.history).toMatchObject([{ state: 'drafted', outside }]);
    expect(app.store.ledger.head()).toMatchObject({ kind: 'claim-drafted', payload: { outside } });
  });

  test('is in the currency of the agreement, with no yuan and no capitals, and says that tax comes on top', async () => {
    await agreed(text('低于99.95%	月度服务费的10%', '1.2 费用以港币（HKD）计收，不含税。'));
    later();
    const { id, values } = await claimed();
    expect(values).toMatchObject({ amount: '100.00', currency: '港元' });
    expect(words(id)).toContain('发放款项100.00港元。');
    expect(words(id)).not.toContain('人民币');
    expect(words(id)).toContain('不含税');
    const rows = values['steps'] as readonly { readonly value: string }[];
    expect(rows.some(({ value }) => /(?<!港)元/u.test(value))).toBe(false);
    expect(() => app.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000元' } })).toThrow();
  });

  test('lists the tickets that were late, and asks for what the text gives for them', async () => {
    await agreed(
      text('低于99.95%	月度服务费的10%', '1.2 故障响应：P1故障15分钟内响应；未按时响应的，每次按当月服务费的1%赔偿。'),
    );
    const ticket = { number: 'T-1', title: '', severity: 'P1', instances: [], restored: '' };
    const times = { opened: '2026-10-05 10:00', responded: '2026-10-05 10:20' };
    void app.handlers['rights.saveTicket']({ agreementId, ticket: { ...ticket, ...times } });
    later();
    const { id, values } = await claimed();
    expect(values['missed']).toEqual([
      {
        ticket: 'T-1（P1）',
        opened: '2026-10-05 10:00',
        what: '首次响应',
        due: '2026-10-05 10:15',
        done: '2026-10-05 10:20',
        late: '5 分钟',
      },
    ]);
    expect(words(id)).toContain('请贵公司在同一期限内一并发放10.00 元');
    expect(words(id)).toContain('附表三');
  });

  test('says nothing of tickets where the text gives nothing for them', async () => {
    await agreed(text('低于99.95%	月度服务费的10%', '1.2 故障响应：P1故障15分钟内响应。'));
    const ticket = { number: 'T-1', title: '', severity: 'P1', instances: [], restored: '' };
    const times = { opened: '2026-10-05 10:00', responded: '2026-10-05 10:20' };
    void app.handlers['rights.saveTicket']({ agreementId, ticket: { ...ticket, ...times } });
    later();
    expect(words((await claimed()).id)).not.toContain('附表三');
  });

  test('of a quarter is one claim of the quarter, in its own window, whatever month it was asked from', async () => {
    await agreed(
      text(
        '低于99.9%但等于或高于99%	季度服务费的5%\n低于99%	季度服务费的10%',
        '1.2 服务可用性按季度统计，季度可用性不低于99.9%。',
      ).replace('1.1 月度可用性不低于99.95%。', '1.1 本协议适用于示例专线。'),
    );
    await app.handlers['rights.setMonthFee']({ agreementId, month: '2026-Q4', fee: { fee: '9000' } });
    app.now = new Date('2027-01-20T02:00:00.000Z');
    const view = app.handlers['rights.month']({ agreementId, month: '2026-11' }) as MonthView;
    expect(view).toMatchObject({ period: '2026-Q4', level: { totalMinutes: 92 * 1440, credit: { value: '900.00' } } });
    const { values } = await claimed();
    expect(values).toMatchObject({ period: '2026年第4季度', amount: '900.00' });
    expect(claimPapers(app.store).list()).toMatchObject([{ body: { month: '2026-Q4', amount: '900.00' } }]);
    const closing = app.handlers['agenda.list']({}) as unknown;
    expect(JSON.stringify(closing)).toContain('/2026-Q4/claim-closes');
  });

  test('an outage that is too short to count is listed as not counted, and the clause it rests on is quoted', async () => {
    await agreed(
      text('低于99.95%	月度服务费的20%', '1.2 连续中断5分钟以上的，计为不可用；不足5分钟的，不计入不可用时间。'),
    );
    await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-09 09:00,2026-10-09 09:04,短暂闪断' });
    later();
    const { values } = await claimed();
    const rows = values['outages'] as readonly { readonly counted: string }[];
    expect(rows.map(({ counted }) => counted)).toEqual(['计入', '不足 5 分钟，不计入（第 1.2 条）']);
    const clauses = values['clauses'] as readonly { readonly clause: string }[];
    expect(clauses.map(({ clause }) => clause)).toContain('1.2');
  });

  test('asks for vouchers where the clause of the cap says that credits are vouchers, and not where they only paid', async () => {
    await agreed(
      text('低于99.95%	月度服务费的20%', '1.2 可用性未达承诺的以代金券补偿，补偿总额不超过当月服务费的50%。'),
    );
    later();
    expect((await claimed()).values['remedy']).toBe('代金券');
  });

  test('asks for money where vouchers are only left out of the fee', async () => {
    await agreed(text('低于99.95%	月度服务费的20%', '1.2 补偿总额不超过当月服务费（不含用代金券抵扣的部分）的50%。'));
    later();
    expect((await claimed()).values['remedy']).toBe('款项');
  });
});

describe('the grounds of a claim', () => {
  test('are whole sentences that give it, no limit of liability, and the account it is paid to', async () => {
    await agreed(`${TITLE}

服务提供方：示例云网有限公司

一、可用性
1.1 月度可用性不低于99.95%。
1.2 月度可用性低于99.95%但不低于99.00%的，赔偿月服务费的10%；低于99.00%但不低于95.00%的，赔偿月服务费的25%；低于95.00%的，赔偿月服务费的100%。
1.3 客户应在相关月份结束后60日内提出赔偿申请。
二、责任限制
2.1 除故意或者重大过失外，服务提供方的累计赔偿责任不超过客户在此前12个月内已经支付的服务费总额。
`);
    const letter = await claimed();
    const clauses = letter.values['clauses'] as readonly Readonly<Record<string, string>>[];
    const tiers = clauses.find(({ clause }) => clause === '1.2');
    expect(tiers?.['quote']).toMatch(/^月度可用性低于99\.95%.*100%。$/u);
    expect(clauses.map(({ clause }) => clause)).not.toContain('2.1');
    expect(words(letter.id)).not.toContain('累计赔偿责任');
  });
});
