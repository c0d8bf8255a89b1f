import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src-main/agreement/sentence.ts';
import type { FilledLetter } from '../../../src-main/letter/filled.ts';
import {
  ACCOUNT_ADJUSTMENT,
  COUNSEL_BRIEF,
  DAMAGES_CLAIM,
  FORMS,
  INVOICE_TITLES,
  RECONCILIATION,
  REFUND_AND_DATA,
  TERMINATION_NOTICE,
} from '../../../src-main/letter/forms.ts';
import { filled, spoken } from './as-filled.ts';

/** What the amounts of a letter are in: yuan with capitals, or the currency that the letter names. */

const WITH_AMOUNTS = [
  ACCOUNT_ADJUSTMENT,
  COUNSEL_BRIEF,
  DAMAGES_CLAIM,
  INVOICE_TITLES,
  RECONCILIATION,
  REFUND_AND_DATA,
  TERMINATION_NOTICE,
];

const AMOUNTS = { amount: '3345.67', refund: '3345.67' };

/** All that stands on the paper, cells and headings of tables with it. */
const whole = (letter: FilledLetter): string =>
  [
    spoken(letter),
    ...letter.blocks.flatMap((block) => (block.kind === 'table' ? [block.header, ...block.rows].flat() : [])),
  ].join('\n');

const paper = (form: (typeof FORMS)[number], currency: string, language: Language): string =>
  whole(filled(form, { ...AMOUNTS, currency }, language));

describe('the amounts of a letter', () => {
  it('are in what the letter says, on every form that demands or tells one', () => {
    const telling = FORMS.filter(({ fields }) => fields.some(({ kind }) => kind === 'amount'));
    expect(telling.filter(({ fields }) => !fields.some(({ key }) => key === 'currency'))).toEqual([]);
    expect(telling).toHaveLength(WITH_AMOUNTS.length + 1);
  });

  describe.each(WITH_AMOUNTS.map((form) => [form.id, form] as const))('on %s', (_, form) => {
    it('are yuan, in capitals too, where the letter says nothing else', () => {
      expect(paper(form, '', 'zh')).toContain('人民币3,345.67元（大写：人民币叁仟叁佰肆拾伍元陆角柒分）');
      expect(paper(form, '', 'en')).toContain('CNY 3,345.67');
      expect(paper(form, '人民币', 'zh')).toBe(paper(form, '', 'zh'));
    });

    it.each(['美元', 'USD', 'usd '])('are dollars without a word of yuan or of capitals: %s', (currency) => {
      const chinese = paper(form, currency, 'zh');
      expect(chinese).toContain('3,345.67 美元');
      expect(chinese).not.toMatch(/人民币|大写|（元）|CNY|USD/u);
      const english = paper(form, currency, 'en');
      expect(english).toContain('USD 3,345.67');
      expect(english).not.toMatch(/CNY|美元/u);
    });

    it('leave a blank with the currency in a draft', () => {
      const draft = { total: '', amount: '', refund: '', currency: '美元' };
      expect(whole(filled(form, draft, 'zh'))).not.toMatch(/人民币|大写/u);
    });
  });

  it('name their columns with it', () => {
    const header = (currency: string, language: Language) =>
      filled(RECONCILIATION, { currency }, language).blocks.flatMap((block) =>
        block.kind === 'table' ? block.header : [],
      );
    expect(header('', 'zh').slice(-3)).toEqual(['贵公司账单金额（元）', '已付（元）', '账面余额（元）']);
    expect(header('港元', 'zh').slice(-3)).toEqual(['贵公司账单金额（港元）', '已付（港元）', '账面余额（港元）']);
    expect(header('港元', 'en').slice(-3)).toEqual(['Billed by you (HKD)', 'Paid (HKD)', 'Balance in our books (HKD)']);
  });

  it('are in what was typed where that is no currency that the letter knows', () => {
    expect(paper(DAMAGES_CLAIM, '澳元', 'zh')).toContain('支付3,345.67 澳元。');
    expect(paper(DAMAGES_CLAIM, 'AUD', 'en')).toContain('pay us AUD 3,345.67 within');
    const { problems } = filled(DAMAGES_CLAIM, { currency: '澳元' }, 'en');
    expect(problems.filter(({ field }) => field === 'currency').map(({ code }) => code)).toEqual(['chinese-left']);
  });

  it('are left to the agreement where its text names several', () => {
    expect(paper(DAMAGES_CLAIM, '（币种见协议）', 'zh')).toContain('支付3,345.67（币种见协议）。');
    expect(paper(DAMAGES_CLAIM, '（币种见协议）', 'en')).toContain('pay us (currency as agreed) 3,345.67 within');
  });
});
