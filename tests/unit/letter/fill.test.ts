import { say } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledBlock, FilledLetter } from '../../../src-main/letter/filled.ts';
import {
  ACCOUNT_ADJUSTMENT,
  EXPLANATION_REQUEST,
  FORMS,
  INVOICE_TITLES,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  VAT_SPECIAL_INVOICE,
} from '../../../src-main/letter/forms.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import { isReady } from '../../../src-main/letter/problem.ts';
import type { LetterTemplate, LetterValues } from '../../../src-main/letter/template.ts';
import type { Paper } from '../../../src-main/pdf/paper.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from './example.ts';

const filled = (template: LetterTemplate, more: LetterValues = {}): FilledLetter => {
  const known = prefill(template, { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' });
  return fill(template, { ...known, ...VALUES, ...more }, { inCapitals: capitals });
};

const words = (blocks: readonly FilledBlock[]): string => JSON.stringify(blocks);
const codes = (letter: FilledLetter): readonly string[] => letter.problems.map(({ code, field }) => `${code} ${field}`);

describe('every form', () => {
  it.each(FORMS.map((form) => [form.id, form] as const))('%s is complete when all its fields are', (_, form) => {
    const letter = filled(form);
    expect(letter.problems).toEqual([]);
    expect(isReady(letter.problems)).toBe(true);
    expect(words(letter.blocks)).toContain('杭州示例网络科技有限公司');
    expect(words(letter.blocks)).toContain('2026年11月23日');
    expect(words(letter.blocks)).not.toMatch(/undefined|\{\w+/);
  });

  it.each(FORMS.map((form) => [form.id, form] as const))('%s names each missing field in both languages', (_, form) => {
    const letter = fill(form, {}, { inCapitals: capitals });
    const required = form.fields.filter((field) => field.required && field.preset === undefined).map(({ key }) => key);
    const either = form.rules.flatMap((rule) => (rule.rule === 'either' ? [rule.first] : []));
    expect(letter.problems.map(({ field }) => field)).toEqual([...required, ...either]);
    for (const { message } of letter.problems) expect(say(message, 'zh') && say(message, 'en')).toBeTruthy();
    expect(isReady(letter.problems)).toBe(false);
  });

  it('of the provider is marked as our draft on the paper itself', () => {
    for (const form of FORMS.slice(0, 4)) {
      expect(form.standing).toBe('own-draft');
      expect(filled(form).blocks[0]).toMatchObject({ kind: 'notice' });
    }
  });

  it('can be handed to the page setter as it is', () => {
    const paper: Paper = filled(INVOICE_TITLES);
    expect(paper.style).toBe('letter');
  });
});

describe('invoice titles', () => {
  it('must add up to the total, and the difference is said', () => {
    const letter = filled(INVOICE_TITLES, { total: '3345.68' });
    expect(codes(letter)).toEqual(['sum-differs total']);
    expect(say(letter.problems[0]!.message, 'zh')).toContain('相差 0.01 元');
  });

  it('adds decimal amounts exactly', () => {
    const row = (amount: string, taxNumber: string) => ({ title: '甲', taxNumber, amount, relation: '子公司' });
    const [one, two] = VALUES.titles as readonly { readonly taxNumber: string }[];
    const titles = [row('0.1', one?.taxNumber ?? ''), row('0.2', two?.taxNumber ?? '')];
    expect(codes(filled(INVOICE_TITLES, { titles, total: '0.3' }))).toEqual([]);
  });

  it('may not name one taxpayer twice', () => {
    const [first] = VALUES.titles as readonly Record<string, string>[];
    const letter = filled(INVOICE_TITLES, { titles: [{ ...first }, { ...first }], total: '2000' });
    expect(codes(letter)).toEqual(['row-repeated titles.2.taxNumber']);
  });

  it('shows totals in figures and in capitals', () => {
    const text = words(filled(INVOICE_TITLES).blocks);
    expect(text).toContain('3,345.67');
    expect(text).toContain('叁仟叁佰肆拾伍元陆角柒分');
  });
});

describe('account adjustment', () => {
  it('checks every difference and the total', () => {
    const lines = (VALUES.lines as readonly Record<string, string>[]).map((line, index) =>
      index === 1 ? { ...line, difference: '2145' } : line,
    );
    const letter = filled(ACCOUNT_ADJUSTMENT, { lines });
    expect(codes(letter)).toEqual(['difference-wrong lines.2.difference', 'sum-differs total']);
    expect(say(letter.problems[0]!.message, 'zh')).toContain('2,145.67');
  });

  it('writes an increase as a negative reduction', () => {
    const lines = [{ line: 'A', month: '2026-10', billed: '100', right: '150', difference: '-50' }];
    const letter = filled(ACCOUNT_ADJUSTMENT, { lines, total: '-50' });
    expect(letter.problems).toEqual([]);
    expect(words(letter.blocks)).toContain('负伍拾元整');
  });
});

describe('VAT special invoice', () => {
  it('asks for the taxpayer number of the company itself', () => {
    const other = (VALUES.titles as readonly Record<string, string>[])[0]?.taxNumber ?? '';
    expect(codes(filled(VAT_SPECIAL_INVOICE, { taxNumber: other }))).toEqual(['code-differs taxNumber']);
  });
});

describe('fingerprint', () => {
  it('changes with any filled word, and with nothing else', () => {
    const letter = filled(INVOICE_TITLES);
    expect(filled(INVOICE_TITLES).fingerprint).toBe(letter.fingerprint);
    expect(filled(INVOICE_TITLES, { reason: '分摊' }).fingerprint).not.toBe(letter.fingerprint);
    expect(letter.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the request to explain standard terms', () => {
  it('asks for the concept, the content and the legal effect, and says nothing of a trial', () => {
    const letter = words(filled(EXPLANATION_REQUEST).blocks);
    expect(letter).toContain('逐条说明其概念、内容及其法律后果');
    expect(letter).toContain('有权主张该条款不成为合同内容');
    expect(letter).not.toContain('试用');
  });
});

describe('letters against a renewal and against a change', () => {
  it('the notice of non-renewal cites the clause only where one is known, and never ends before it is written', () => {
    expect(words(filled(NON_RENEWAL_NOTICE, { clause: '1.2', quote: '期满前30日' }).blocks)).toContain(
      '依据该协议条款',
    );
    expect(words(filled(NON_RENEWAL_NOTICE).blocks)).not.toContain('依据该协议条款');
    expect(codes(filled(NON_RENEWAL_NOTICE, { endsOn: '2026-11-01' }))).toEqual(['order-wrong endsOn']);
  });

  it('the objection says that going on with the service is no consent, and names what it asks', () => {
    const letter = words(filled(OBJECTION, { otherwise: '依法解除合同。' }).blocks);
    for (const said of [
      '第五百四十三条',
      '不构成对变更的同意',
      '第 8.1 条通知期改为 7 天',
      '继续按原约定履行',
      '依法解除合同',
    ])
      expect(letter).toContain(said);
    expect(words(filled(OBJECTION).blocks)).not.toContain('逾期未复');
  });
});
