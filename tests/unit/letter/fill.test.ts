import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledBlock } from '../../../src-main/letter/filled.ts';
import {
  ACCOUNT_ADJUSTMENT,
  AUTHORISATION,
  COMMITMENT_BREAKDOWN,
  CONTRACT_APPROVAL,
  COUNSEL_BRIEF,
  DATA_AGREEMENT,
  LEDGER_RULES,
  PERFORMANCE_RECORD,
  FORMER_FORMS,
  FORMS,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  SEAL_APPROVAL,
  formById,
  RECONCILIATION,
} from '../../../src-main/letter/forms.ts';
import { isReady } from '../../../src-main/letter/problem.ts';
import { STATE_OF_LAW, STATUTES } from '../../../src-main/letter/statutes.ts';
import type { LetterTemplate } from '../../../src-main/letter/template.ts';
import type { Paper } from '../../../src-main/pdf/paper.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { VALUES } from './example.ts';
import { citedInFull, codes, filled, spoken, words } from './as-filled.ts';

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

  it.each(['damages-claim', 'service-credit-claim'])('%s names an account with its bank, or neither', (id) => {
    const form = formById(id);
    if (!form) throw new Error('no such form');
    const open = (more: Record<string, string>) =>
      filled(form, more)
        .problems.filter(({ field }) => field.startsWith('bank'))
        .map(({ code, field }) => [code, field]);
    expect(open({})).toEqual([]);
    expect(open({ bankName: '' })).toEqual([['missing', 'bankName']]);
    expect(open({ bankAccount: '' })).toEqual([['missing', 'bankAccount']]);
    expect(open({ bankName: '', bankAccount: '' })).toEqual([]);
  });

  it('is a template on screen only: no paper says how it was made', () => {
    for (const form of FORMS) {
      expect(form.standing).toBe('own-draft');
      expect(filled(form).blocks.some(({ kind }) => kind === 'notice')).toBe(false);
      expect(words(filled(form).blocks)).not.toMatch(/自拟|仅供填写|模板|签阅|Assent|软件|草稿/u);
    }
  });

  it('cites the law out of the one table, and everything in the table is cited', () => {
    const known: readonly string[] = Object.values(STATUTES).map(({ article: one }) => one);
    // the company’s own rules count their articles as a law does
    const all = FORMS.map((form) => JSON.stringify([form.blocks, form.fields]).replace(/"number":"第[^"]+"/gu, ''));
    const written =
      citedInFull(all.join('')).match(
        /第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?/gu,
      ) ?? [];
    expect(written.filter((one) => !known.includes(one))).toEqual([]);
    // when the right to terminate lapses is told on screen, and stands against its owner on paper
    const silent = STATUTES.terminationLapses.article;
    expect(known.filter((each) => each !== silent && !written.some((one) => one === each))).toEqual([]);
    for (const { since } of Object.values(STATUTES)) expect(since <= `${STATE_OF_LAW}-01`).toBe(true);
  });

  it('is called on screen what stands at the head of its paper', () => {
    for (const form of [...FORMS]) {
      const headed = (blocks: LetterTemplate['blocks']): unknown => blocks.find(({ kind }) => kind === 'title');
      const named = (language: 'zh' | 'en'): string => say(form.name, language).replace(/\s*[（(].*[）)]$/u, '');
      expect(headed(form.blocks)).toMatchObject({ text: [named('zh')] });
      const english = headed(form.english ?? []) as { text: readonly string[] };
      expect(english.text.join('').toLowerCase()).toBe(named('en').toLowerCase());
    }
  });

  it('says on screen as of when its citations are', () => {
    const [year = '', month = ''] = STATE_OF_LAW.split('-');
    expect(say(sentence('letters.ownDraft'), 'zh')).toContain(`${year}年${Number(month)}月`);
  });

  it('bears the line of who deals with it beside its seal, where it goes out to be sealed', () => {
    for (const form of FORMS.filter(({ internal }) => !internal)) {
      const zone = filled(form).blocks.find(({ kind }) => kind === 'signature');
      expect(zone).toMatchObject({ signatory: { label: expect.stringMatching(/经办人\/授权代表|法定代表人/u) } });
    }
    expect(filled(SEAL_APPROVAL).blocks.some(({ kind }) => kind === 'signature')).toBe(false);
  });

  it('names in print who signs for us beside the line, and leaves the other party’s line empty', () => {
    for (const form of FORMS.filter(({ internal }) => !internal))
      for (const language of ['zh', 'en'] as const) {
        const { blocks } = filled(form, {}, language);
        const zone = blocks.find(({ kind }) => kind === 'signature');
        const name = zone?.kind === 'signature' ? zone.signatory?.name : undefined;
        expect([form.id, language, name]).toEqual([form.id, language, form === AUTHORISATION ? '王小明' : '韩梅梅']);
      }
    for (const form of [DATA_AGREEMENT, RECONCILIATION]) {
      const [ours, theirs] = filled(form).blocks.filter(({ kind }) => kind === 'signature');
      expect(ours).toMatchObject({ zone: expect.stringMatching(/^seal-/u), date: '2026年11月23日' });
      expect(theirs).toMatchObject({ zone: '', name: '示例通信有限公司杭州分公司', date: '' });
      expect(theirs).not.toHaveProperty('signatory.name');
    }
    expect(spoken(filled(AUTHORISATION))).toMatch(/代理人（签字样本）：\u3000+（韩梅梅）/u);
  });

  it('writes an amount in capitals with 人民币 before them', () => {
    for (const form of FORMS) {
      const said = words(filled(form).blocks);
      for (const [capital] of said.matchAll(/（大写：[^）]*）/gu)) expect(capital).toMatch(/^（大写：人民币/u);
      expect(said).not.toMatch(/人民币人民币/u);
    }
  });

  it('of former letters stays to be opened, under the name it was begun by', () => {
    expect(FORMER_FORMS.map(({ id }) => formById(id)?.id)).toEqual(FORMER_FORMS.map(({ id }) => id));
    expect(new Set([...FORMS, ...FORMER_FORMS].map(({ id }) => id)).size).toBe(FORMS.length + FORMER_FORMS.length);
  });

  it('can be handed to the page setter as it is', () => {
    const paper: Paper = filled(INVOICE_TITLES);
    expect(paper.style).toBe('letter');
  });
});

/** The same, read without the bounds of its fields. */
const said = (blocks: readonly FilledBlock[]): string => words(blocks).replaceAll('"},{"text":"', '');

describe('papers of the company’s own house', () => {
  it('stay in it: no step of a case is asked of them', () => {
    const inside = FORMS.filter(({ internal }) => internal).map(({ id }) => id);
    expect(inside).toEqual([
      'contract-approval',
      'seal-approval',
      'performance-record',
      'commitment-breakdown',
      'ledger-rules',
    ]);
  });

  it('the rules for the ledger say who keeps it, how it is verified and deposited, and rest on what a court asks for', () => {
    const rules = said(filled(LEDGER_RULES).blocks);
    expect(rules).toContain('台账管理员为韩梅梅');
    expect(rules).toContain('管理员每周核验台账，并将核验码交存示例时间戳服务中心');
    expect(rules).toContain('不删除、不改写');
    for (const one of [
      '《最高人民法院关于民事诉讼证据的若干规定》第九十三条',
      '《中华人民共和国电子签名法》第五条',
      '第八条',
    ])
      expect(rules).toContain(one);
    expect(rules).toContain('本办法自2026年12月1日起施行');
  });

  it('a contract is approved by six, in their own hand', () => {
    const table = filled(CONTRACT_APPROVAL).blocks.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ rows: expect.objectContaining({ length: 6 }) });
  });

  it('what is not told yet is a blank cell of the record, not a fault', () => {
    const record = filled(PERFORMANCE_RECORD, { duties: [{ clause: '4.2', duty: '付款' }] });
    expect(record.problems).toEqual([]);
    expect(said(record.blocks)).toContain('第\u00a04.2\u00a0条');
    expect(filled(COMMITMENT_BREAKDOWN, { commitments: [] }).problems.map(({ code }) => code)).toEqual(['missing']);
  });
});

describe('what both parties agree on for their evidence', () => {
  it('names both mailboxes, the hash and the law, and has a place for either party to sign', () => {
    const all = said(filled(DATA_AGREEMENT).blocks);
    for (const one of [
      'li.lei@example.com',
      'notice@example.net',
      'SHA-256',
      '第九十四条第一款第五项',
      '甲方（盖章）',
      '乙方（盖章）',
    ])
      expect(all).toContain(one);
    expect(all).toContain('任何一方有相反证据的，不受影响');
  });
});

describe('instructions for a lawyer’s letter', () => {
  it('list what is enclosed, the last day and what is adverse; what is not known is left out', () => {
    const brief = filled(COUNSEL_BRIEF, { adverse: '两次报修间隔较长。', amount: '1500' });
    const all = said(brief.blocks);
    for (const one of ['2026年12月20日前送达', '两次报修间隔较长。', '（大写：人民币壹仟伍佰元整）', '证据目录'])
      expect(all).toContain(one);
    expect(said(filled(COUNSEL_BRIEF, { adverse: '', amount: '', lastDay: '' }).blocks)).not.toMatch(
      /对我公司不利|涉及金额|最迟/u,
    );
  });
});

describe('invoice titles', () => {
  it('must add up to the total, and the difference is said', () => {
    const letter = filled(INVOICE_TITLES, { total: '3345.68' });
    expect(codes(letter)).toEqual(['sum-differs total']);
    expect(say(letter.problems[0]!.message, 'zh')).toContain('相差 0.01 元');
  });

  it('adds decimal amounts exactly', () => {
    const row = (amount: string, taxNumber: string) => ({
      title: '甲',
      taxNumber,
      amount,
      use: '线路',
      payment: '转账',
    });
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

describe('billing details', () => {
  it('asks for the taxpayer number of the company itself', () => {
    const other = (VALUES.titles as readonly Record<string, string>[])[0]?.taxNumber ?? '';
    expect(codes(filled(INVOICE_DETAILS, { taxNumber: other }))).toEqual(['code-differs taxNumber']);
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
