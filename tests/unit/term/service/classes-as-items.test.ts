import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { serviceClasses } from '../../../../src-main/term/service/credit-tier.ts';
import { serviceLevel } from '../../../../src-main/term/service/service-level.ts';
import { valueOf } from '../basis-of.ts';

/** A day and more in September: below every promise. */
const DOWN = { month: '2026-09', downtime: { minutes: 1500 }, fee: { fee: '1000' } } as const;

function levels(lines: readonly string[], classes: readonly string[]) {
  const [document] = read(readText(['远岸托管服务等级协议', '', ...lines].join('\n\n'), 'utf-8')).documents;
  const basis = { sources: document ? [document] : [], calendar: SHIPPED_CALENDAR };
  const of = (scope?: string) => serviceLevel(scope === undefined ? basis : { ...basis, scope }, DOWN).credit;
  return { named: serviceClasses(basis), whole: of(), each: classes.map((scope) => valueOf(of(scope))) };
}

describe('classes that stand as the items of a list', () => {
  test.each<readonly [string, readonly string[], readonly [string, string]]>([
    [
      'with a promise and a credit in two lists',
      [
        '1. 可用性',
        '1.1 服务商承诺月度可用性：',
        '（1）单实例：不低于99.5%；',
        '（2）多实例：不低于99.95%。',
        '2. 赔偿',
        '2.1 未达到承诺的，按下列标准赔偿：',
        '（1）单实例：可用性低于99.5%的，赔偿当月服务费的10%；',
        '（2）多实例：可用性低于99.95%的，赔偿当月服务费的20%。',
      ],
      ['单实例', '多实例'],
    ],
    [
      'with both in each item',
      [
        '1. 可用性',
        '1.1 可用性承诺',
        '（1）单实例：月度可用性不低于99.5%；低于99.5%的，赔偿当月服务费的10%。',
        '（2）多实例：月度可用性不低于99.95%；低于99.95%的，赔偿当月服务费的20%。',
      ],
      ['单实例', '多实例'],
    ],
    [
      'right under a heading of availability, with nothing but the bound',
      [
        '1. 服务可用性',
        '1.1 单实例：不低于99.5%。',
        '1.2 多实例：不低于99.95%。',
        '2. 赔偿',
        '2.1 单实例可用性低于99.5%的，赔偿当月服务费的10%。',
        '2.2 多实例可用性低于99.95%的，赔偿当月服务费的20%。',
      ],
      ['单实例', '多实例'],
    ],
    [
      'as headings over what is credited',
      [
        '1. 可用性',
        '1.1 可用性承诺',
        '（1）单实例月度可用性不低于99.5%；',
        '（2）多实例月度可用性不低于99.95%。',
        '2. 赔偿',
        '（1）单实例',
        '低于99.5%的，赔偿当月服务费的10%。',
        '（2）多实例',
        '低于99.95%的，赔偿当月服务费的20%。',
      ],
      ['单实例', '多实例'],
    ],
    [
      'in English',
      [
        '1. Availability',
        '1.1 The provider credits as follows:',
        '(1) Single-zone: if monthly uptime is below 99.5%, the credit is 10% of the monthly fee;',
        '(2) Multi-zone: if monthly uptime is below 99.95%, the credit is 20% of the monthly fee.',
      ],
      ['Single-zone', 'Multi-zone'],
    ],
  ])('%s: nothing is claimed before one is chosen', (_way, lines, classes) => {
    const { named, whole, each } = levels(lines, classes);
    expect(named).toEqual(classes);
    expect(whole.known).toBe(false);
    expect(each).toEqual(['100.00', '200.00']);
  });

  const promisesOf = (...lines: readonly string[]) =>
    (read(readText(['远岸托管服务等级协议', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? [])
      .filter(({ kind }) => kind === 'availability')
      .map(({ value, scope }) => [typeof value === 'object' && 'promise' in value ? value.promise : value, scope]);

  test('a bound of one class alone is a promise of that class', () => {
    expect(promisesOf('1. 服务可用性', '1.1 单实例：不低于99.5%。')).toEqual([[99.5, { class: '单实例' }]]);
    expect(promisesOf('1. 服务可用性', '1.1 月度可用性：不低于99.5%。')).toEqual([[99.5, undefined]]);
  });

  test.each([
    '故障处理及时率',
    '备份完成率',
    '数据准确率',
    '客户满意率',
    '主机修复及时率',
    '告警准确度',
    '主机修复及时性',
    '故障响应时长',
    '告警成功次数',
    '单机备份成功率（月度）',
    '投诉处理',
    '每日备份',
  ])('what is measured besides is no class: %s', (measured) => {
    const lines = ['一、服务可用性', '1.1 月度服务可用性不低于99.9%。', `1.2 ${measured}：不低于95%。`];
    expect(promisesOf(...lines)).toEqual([[99.9, undefined]]);
    expect(levels([...lines, '二、赔偿', '2.1 可用性低于99.9%的，赔偿当月服务费的10%。'], []).whole).toMatchObject({
      known: true,
      value: '100.00',
    });
  });

  test('a host whose availability is bound is the service, and no class of it', () => {
    expect(promisesOf('1. 服务可用性', '1.1 主机月度可用性：不低于99.9%。')).toEqual([[99.9, undefined]]);
  });

  test.each(['归档存储', '云主机', '热备存储', '集群版节点', '弹性网卡', '高性能云盘', '工作时间', '月度', '云函数'])(
    '%s is a service',
    (name) => {
      expect(promisesOf('一、服务可用性承诺', `1.1 ${name}：不低于99.9%。`)).toEqual([[99.9, undefined]]);
    },
  );

  test.each([
    '企业版',
    '多可用区部署',
    '高可用型',
    'Multi-zone',
    '单实例（入门版）',
    '高性能型',
    '低频率版',
    '双机高可用集群',
    '多可用区数据库',
    '跨地域容灾部署',
    '跨可用区容灾部署',
  ])('%s is a class', (name) => {
    expect(promisesOf('1. 服务可用性', `1.1 ${name}：不低于99.95%。`)).toEqual([[99.95, { class: name }]]);
  });

  test('a bound under another heading is none', () => {
    expect(promisesOf('1. 备份', '1.1 每日备份：不低于99.5%。')).toEqual([]);
  });

  test('the steps of one list of tiers are no classes', () => {
    const { named, whole } = levels(
      [
        '1. 赔偿',
        '1.1 月度可用性不低于99.9%，未达到的按下列标准赔偿：',
        '（1）轻度：可用性低于99.9%但不低于99%的，赔偿当月服务费的10%；',
        '（2）重度：可用性低于99%的，赔偿当月服务费的20%。',
      ],
      [],
    );
    expect([named, valueOf(whole)]).toEqual([[], '200.00']);
  });
});
