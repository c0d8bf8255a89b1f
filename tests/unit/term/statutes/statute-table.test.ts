import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { statutesBeside, statutesByClause, statuteStep } from '../../../../src-main/term/statutes/beside.ts';
import {
  readStatutes,
  SHIPPED_STATUTES,
  statuteFigure,
  type StatuteTable,
} from '../../../../src-main/term/statutes/statute-table.ts';
import { telecomArrears } from '../../../../src-main/term/fees/telecom.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { documentOf } from '../../agreement/meaning.ts';
import { basis, stated, text } from '../quantity/stated.ts';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { valueOf } from '../basis-of.ts';

const changed = (figures: Record<string, number>): StatuteTable => ({
  ...SHIPPED_STATUTES,
  asOf: '2028-01-01',
  rows: SHIPPED_STATUTES.rows.map((row) => (row.id === 'telecom-arrears' ? { ...row, figures } : row)),
});
const telecom = { sources: [{ ...text([]), title: '示例专线服务协议' }], calendar: SHIPPED_CALENDAR };
const ids = (kinds: Parameters<typeof statutesBeside>[1], of = basis([])): readonly string[] =>
  statutesBeside(of, kinds).map(({ id }) => id);

describe('the table of the law beside the contract', () => {
  test('is dated, cites every row in both languages, and says that it is no advice', () => {
    expect(SHIPPED_STATUTES.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(SHIPPED_STATUTES.note.zh).toContain('不是法律意见');
    expect(SHIPPED_STATUTES.note.en).toContain('Not legal advice');
    for (const { article, says } of SHIPPED_STATUTES.rows) {
      expect(article.zh).toMatch(/第.+条|法释|《|〕\d+号/u);
      expect(article.en).not.toMatch(/\p{Script=Han}/u);
      expect(says.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('stands beside what it is about: silence beside changes, consent beside transfers, courts beside courts', () => {
    expect(ids(['change-notice'])).toEqual(['silence-and-change', 'standard-terms']);
    expect(ids(['assignment-notice'])).toEqual(['assignment']);
    expect(ids(['court'])).toEqual(['jurisdiction']);
    expect(ids(['late-fee'])).toEqual(['penalty-reduction']);
    expect(ids(['liability-cap'])).toEqual(['cap-limits']);
    expect(ids(['delivery'])).toEqual(['standard-terms', 'arrival']);
    expect(ids(['claim-closes'])).toContain('limitation');
    expect(ids(['outage-termination'])).toEqual(['end-by-notice']);
    expect(ids(['hotline'])).toEqual([]);
  });

  test('has the floors of telecom for telecom alone', () => {
    expect(ids(['overdue-termination'])).toEqual([]);
    expect(ids(['overdue-termination'], telecom)).toEqual(['telecom-arrears']);
    expect(ids(['late-fee'], telecom)).toEqual(['telecom-late-fee', 'penalty-reduction']);
    expect(ids(['outage-termination'], telecom)).toEqual(['telecom-repair', 'end-by-notice']);
  });

  test('a right to end has the time that the agreement sets for it first, and lapses sooner once the other side calls for a decision', () => {
    const says = SHIPPED_STATUTES.rows.find(({ id }) => id === 'end-by-notice')?.says;
    for (const said of ['约定了行使期限的，从其约定', '经对方催告后在合理期限内', '主要债务', '不定期合同'])
      expect(says?.zh).toContain(said);
    expect(says?.en).toMatch(/agreement sets.+comes first.+called for a decision.+principal obligation/u);
  });

  test('a penalty is for the party in breach to prove too high, and bad faith gets no reduction', () => {
    const says = SHIPPED_STATUTES.rows.find(({ id }) => id === 'penalty-reduction')?.says;
    expect(says?.zh).toMatch(/违约方证明.+恶意违约/u);
    expect(says?.en).toMatch(/in breach, who has to prove.+bad faith/u);
  });

  test('under another law tells what regulates in the mainland anyway, and why; the law of contracts gives way', () => {
    const law = stated('governing-law', '香港法律', { unit: 'text' });
    const hongKong = basis([law]);
    expect(ids(['change-notice', 'late-fee', 'claim-closes', 'court', 'assignment-notice'], hongKong)).toEqual([]);
    expect(ids(['vat-rate'], hongKong)).toEqual(['vat-rate']);
    const line = { ...telecom, sources: [{ ...text([law]), title: '示例专线服务协议' }] };
    expect(ids(['overdue-termination', 'outage-termination'], line)).toEqual(['telecom-arrears', 'telecom-repair']);
    for (const language of ['zh', 'en'] as const) {
      const [row] = statutesBeside(line, ['overdue-termination']);
      const why = say(row?.whateverLaw ?? { zh: '', en: '' }, language);
      expect(why).toMatch(language === 'zh' ? /不免除这项义务/u : /whatever law the contract chooses/u);
      expect(row && say(statuteStep(row).text, language)).toContain(why);
    }
    const [own] = statutesBeside(telecom, ['overdue-termination']);
    expect(own).not.toHaveProperty('whateverLaw');
    // 2 March + 30 = 1 April; suspended from the 2nd, + 60 = 1 June: the regulation's own days, not those of another law.
    const lawful = telecomArrears(line, '2026-03-02');
    expect(lawful && [valueOf(lawful.suspension), valueOf(lawful.termination)]).toMatchObject([
      { safe: '2026-04-02' },
      { safe: '2026-06-02' },
    ]);
  });

  test('beside a court it says whom it helps, whose domicile counts, and since when an Internet Court may take its place', () => {
    const [row] = statutesBeside(basis([]), ['court']);
    const [zh, en] = (['zh', 'en'] as const).map((language) => row && say(statuteStep(row).text, language));
    for (const words of [
      '签订时的住所地',
      '只允许消费者主张无效',
      '第四百九十六条第二款',
      '2025年11月1日',
      '互联网法院',
    ])
      expect(zh).toContain(words);
    for (const words of [
      'at the time of signing',
      'consumers alone',
      'article 496',
      '1 November 2025',
      'Internet Court',
    ])
      expect(en).toContain(words);
    expect(row?.article.zh).toMatch(/第二十四条、第三十五条.*第三十条至第三十二条.*法释〔2025〕14号/u);
    expect(row).toMatchObject({ bound: 'reading', since: '2025-11-01' });
  });

  test('stands beside clauses without a figure: the line abroad, data abroad, true names and logs', () => {
    const document = documentOf([
      '客户租用的国际专线仅供本单位办公使用。',
      '客户应当办理实名登记。',
      '客户应当留存网络日志不少于三个月。',
      '数据出境由客户自行负责。',
      '客户应当按月付款。',
      '平台规则由平台修改，公布后生效。',
      '本承诺书自签署之日起不可撤销。',
      '逾期付款的，每日按欠费的千分之三支付违约金。',
    ]);
    const read = classify(document);
    const stating = facts(document, read);
    const clauses = document.clauses.map((clause, index) => ({ ...clause, tags: read[index] ?? [] }));
    const beside = (words: string, law: readonly Fact[] = []) => {
      const found = statutesByClause({ sources: [{ clauses, facts: [...stating, ...law] }] }, clauses);
      const clause = clauses.find(({ text: written }) => written.includes(words));
      return found.get(clause?.id ?? '')?.map(({ id }) => id) ?? [];
    };
    expect(beside('国际专线')).toEqual(['cross-border-line']);
    expect(beside('实名')).toEqual(['real-name']);
    expect(beside('日志')).toEqual(['network-logs']);
    expect(beside('出境')).toEqual(['data-export']);
    expect(beside('按月')).toEqual([]);
    expect(beside('平台规则')).toContain('platform-rules');
    expect(beside('不可撤销')).toContain('rescission');
    expect(beside('违约金')).toEqual(['penalty-reduction']);
    const hongKong = [stated('governing-law', '香港法律', { unit: 'text' })];
    expect(beside('日志', hongKong)).toEqual(['network-logs']);
    expect(beside('国际专线', hongKong)).toEqual(['cross-border-line']);
    expect(beside('违约金', hongKong)).toEqual([]);
  });

  test('says where lawyers disagree', () => {
    const [row] = statutesBeside(basis([]), ['delivery']).filter(({ id }) => id === 'arrival');
    expect(row && say(statuteStep(row).text, 'zh')).toContain('有不同意见');
  });
});

describe('a table that a person gives', () => {
  test('is what the dates by law are counted by', () => {
    const table = changed({ suspendAfterDays: 45, terminateAfterDays: 90 });
    const by = (statutes?: StatuteTable) => {
      const lawful = telecomArrears({ ...telecom, ...(statutes ? { statutes } : {}) }, '2026-03-02');
      return [lawful?.suspension, lawful?.termination].map((end) => end && valueOf(end));
    };
    // 2 March + 30 = 1 April; suspended from the 2nd, + 60 = 1 June, ended from the 2nd.
    expect(by()).toMatchObject([{ safe: '2026-04-02' }, { safe: '2026-06-02' }]);
    // 2 March + 45 = 16 April; + 90 from the 17th = 16 July.
    expect(by(table)).toMatchObject([{ safe: '2026-04-17' }, { safe: '2026-07-17' }]);
    expect(readStatutes(JSON.stringify(table))).toEqual(table);
  });

  test('that leaves a figure out is filled by the shipped one', () => {
    const table = changed({ suspendAfterDays: 45 });
    expect(statuteFigure(table, 'telecom-arrears', 'suspendAfterDays')).toBe(45);
    expect(statuteFigure(table, 'telecom-arrears', 'terminateAfterDays')).toBe(60);
    expect(statuteFigure({ ...table, rows: table.rows.slice(-1) }, 'limitation', 'limitationYears')).toBe(3);
  });

  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['another number', { ...SHIPPED_STATUTES, v: 2 }],
    ['a day that is none', { ...SHIPPED_STATUTES, asOf: '2026-02-30' }],
    ['no rows', { ...SHIPPED_STATUTES, rows: [] }],
    ['a row twice', { ...SHIPPED_STATUTES, rows: [...SHIPPED_STATUTES.rows, SHIPPED_STATUTES.rows[0]] }],
    ['a fact that is none', { ...SHIPPED_STATUTES, rows: [{ ...SHIPPED_STATUTES.rows[0], beside: ['comet'] }] }],
    ['a row beside nothing', { ...SHIPPED_STATUTES, rows: [{ ...SHIPPED_STATUTES.rows[0], beside: [] }] }],
    ['a figure below nought', changed({ suspendAfterDays: -1 })],
    ['a member that nobody knows', { ...SHIPPED_STATUTES, comet: 1 }],
  ])('is refused with %s', (_name, given) => {
    const words = given === undefined ? '{' : JSON.stringify(given);
    expect(() => readStatutes(words)).toThrow(Refusal);
    expect(() => readStatutes(words)).toThrow(expect.objectContaining({ code: 'statutes-unusable' }));
  });

  test('whatever is given, it is read whole or refused', () => {
    fc.assert(
      fc.property(fc.json(), (words) => {
        expect(() => readStatutes(words)).toThrow(Refusal);
      }),
      { numRuns: 200 },
    );
  });
});
