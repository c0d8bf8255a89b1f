import { describe, expect, it } from 'vitest';
import {
  COMMITMENT_BREAKDOWN,
  CONTRACT_APPROVAL,
  FORMS,
  INVOICE_TITLES,
  LEDGER_RULES,
  PERFORMANCE_RECORD,
  SEAL_APPROVAL,
  SERVICE_CREDIT_CLAIM,
} from '../../../src-main/letter/forms.ts';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledLetter } from '../../../src-main/letter/filled.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { boxesOf } from '../../../src-main/pdf/plain/boxes.ts';
import { openFont, printFeatures } from '../../../src-main/pdf/typeset/font.ts';
import { FONTS } from '../pdf/paper-tools.ts';
import { filled, spoken } from './as-filled.ts';
import { VALUES } from './example.ts';

const tables = ({ blocks }: FilledLetter) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

/** How many lines the cells of each row are set in, by the widths of the print font. */
function linesOf(letter: FilledLetter): readonly (readonly number[])[] {
  const features = printFeatures(letter.language);
  const boxes = boxesOf(letter, (character, weight, size) => {
    const font = openFont(FONTS[weight]);
    const glyphs = font.layout(character, features).glyphs;
    return (glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / font.unitsPerEm) * size;
  });
  return boxes.flatMap(({ content }) =>
    content.kind === 'row' ? [content.cells.map(({ lines }) => lines.length)] : [],
  );
}

describe('cells of a paper', () => {
  it('a taxpayer’s number stands on one line', () => {
    const [, ...rows] = linesOf(filled(INVOICE_TITLES));
    expect(rows.map((row) => row[2])).toEqual([1, 1, 1]);
  });

  it('a clause, a person and a day each stand on one line, the day written short', () => {
    const letter = filled(PERFORMANCE_RECORD);
    expect(tables(letter)[0]?.rows.map((row) => [row[4], row[5]])).toEqual([
      ['2026-12-10', ''],
      ['2026-11-30', '2026-11-20'],
    ]);
    for (const row of linesOf(letter).slice(1)) expect([row[1], row[3], row[4], row[5]]).toEqual([1, 1, 1, 1]);
    for (const row of linesOf(filled(COMMITMENT_BREAKDOWN)).slice(1)) expect([row[1], row[3]]).toEqual([1, 1]);
  });

  it('the outages of a claim have the columns that some of them fills', () => {
    const [, outages] = tables(filled(SERVICE_CREDIT_CLAIM));
    expect(outages?.header).toEqual(['序号', '开始', '结束', '分钟', '是否计入']);
    expect(outages?.widths).toHaveLength(5);
    const [outage] = VALUES['outages'] as readonly Record<string, string>[];
    const [, named] = tables(filled(SERVICE_CREDIT_CLAIM, { outages: [{ ...outage, cause: '设备故障' }] }));
    expect(named?.header).toContain('原因');
    expect(named?.widths).toHaveLength(6);
  });
});

describe('what a claim demands', () => {
  it('a draft that asks for nothing yet shows the blank of its demand', () => {
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, { amount: '' }))).toMatch(
      /请贵公司于收到本函之日起15日内，向我公司发放代金券人民币\u3000+元（大写：人民币\u3000+）。/u,
    );
    const english = fill(SERVICE_CREDIT_CLAIM, {}, { inCapitals: capitals, language: 'en' });
    expect(spoken(english)).toMatch(/days of receiving this letter, credit us with CNY \u3000+ in the form/u);
  });

  it('a claim for the whole agreement names no instance and leaves no empty brackets', () => {
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, { instance: '' }))).not.toMatch(/实例|（\s*）/u);
    expect(spoken(filled(SERVICE_CREDIT_CLAIM))).toContain('（实例：net-0001）');
  });

  it('an account is named or is to be asked for, and never only spoken of', () => {
    const without = spoken(filled(SERVICE_CREDIT_CLAIM, { remedy: '款项', bankName: '', bankAccount: '' }));
    expect(without).not.toMatch(/我公司下列账户|户名/u);
    expect(without).toContain('收款账户请与下列联系人确认');
    const named = { bankName: '示例银行', bankAccount: '1202020209900012345' };
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, named))).toMatch(
      /我公司下列账户：\n户名：杭州示例网络科技有限公司\n开户行：示例银行\n账号：/u,
    );
  });

  it.each([
    ['an amount', {}],
    ['another currency', { currency: '美元' }],
    ['time', { amount: '', serviceDays: '10' }],
  ])('it asks once where it asks for %s', (_, more) => {
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, more)).match(/请贵公司于收到本函之日起/gu)).toHaveLength(1);
  });
});

describe('forms that stay in the company', () => {
  it('all have whose they are, who handles them and of which day', () => {
    const internal = FORMS.filter((form) => form.internal);
    expect(internal).toEqual([
      CONTRACT_APPROVAL,
      SEAL_APPROVAL,
      PERFORMANCE_RECORD,
      COMMITMENT_BREAKDOWN,
      LEDGER_RULES,
    ]);
    for (const { id, fields } of internal) {
      expect(fields[0]?.key).toBe('companyName');
      expect(fields.slice(-2).map(({ key, required }) => [key, required])).toEqual([
        // Nothing is asked that the paper does not print.
        ['handler', id !== LEDGER_RULES.id],
        ['date', true],
      ]);
    }
  });

  it('print what need not be filled in only where it is', () => {
    const labels = (more: Parameters<typeof filled>[1]) =>
      filled(CONTRACT_APPROVAL, more).blocks.flatMap((block) => (block.kind === 'field' ? [block.label] : []));
    expect(labels({ agreementVersion: '' })).not.toContain('协议版本');
    expect(labels({})).toContain('协议版本');
  });
});
