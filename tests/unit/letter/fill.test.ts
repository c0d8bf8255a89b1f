import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledBlock, FilledLetter } from '../../../src-main/letter/filled.ts';
import {
  ACCOUNT_ADJUSTMENT,
  ASSIGNMENT_REFUSAL,
  AUTHORISATION,
  COMMITMENT_BREAKDOWN,
  CONTRACT_APPROVAL,
  COUNSEL_BRIEF,
  DATA_AGREEMENT,
  LEDGER_RULES,
  PERFORMANCE_RECORD,
  DAMAGES_CLAIM,
  EXPLANATION_LETTER,
  FORMER_FORMS,
  FORMS,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  PERFORMANCE_DEMAND,
  RECONCILIATION,
  REFUND_AND_DATA,
  SEAL_APPROVAL,
  TERMINATION_NOTICE,
  formById,
} from '../../../src-main/letter/forms.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import { isReady } from '../../../src-main/letter/problem.ts';
import { STATE_OF_LAW, STATUTES } from '../../../src-main/letter/statutes.ts';
import type { LetterTemplate, LetterValues } from '../../../src-main/letter/template.ts';
import type { Paper } from '../../../src-main/pdf/paper.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from './example.ts';

const filled = (template: LetterTemplate, more: LetterValues = {}): FilledLetter => {
  const known = prefill(template, { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' });
  return fill(template, { ...known, ...VALUES, ...more }, { inCapitals: capitals });
};

const words = (blocks: readonly FilledBlock[]): string => JSON.stringify(blocks);
/** What a reader reads, without where values begin and end. */
const spoken = (letter: FilledLetter): string =>
  letter.blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')).join('\n');
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

  it('is a template on screen only: no paper says how it was made', () => {
    for (const form of FORMS) {
      expect(form.standing).toBe('own-draft');
      expect(filled(form).blocks.some(({ kind }) => kind === 'notice')).toBe(false);
      expect(words(filled(form).blocks)).not.toMatch(/自拟|仅供填写|模板|签阅|Assent|软件|草稿/u);
    }
  });

  it('cites the law out of the one table, and everything in the table is cited', () => {
    const known: readonly string[] = Object.values(STATUTES).map(({ article: one }) => one);
    const all = FORMS.map((form) => JSON.stringify([form.blocks, form.fields]));
    const written =
      all
        .join('')
        .match(/第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?/gu) ??
      [];
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
    for (const one of ['第九十三条', '第九十四条第一款第三项', '第九十四条第一款第四项', '第五条', '第八条'])
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
    expect(all).toContain('对方有相反证据的，不受影响');
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

describe('the request to explain standard terms', () => {
  it('asks for the concept, the content and the legal effect, and says nothing of a trial', () => {
    const letter = words(filled(EXPLANATION_LETTER).blocks);
    expect(letter).toContain('逐条说明其概念、内容及其法律后果');
    expect(letter).toContain('有权主张该条款不成为合同内容');
    expect(letter).not.toContain('试用');
  });

  it('is called a request wherever its name stands, and asks in its words without another one for it', () => {
    const letter = filled(EXPLANATION_LETTER);
    expect(letter.title).toBe('关于请求说明格式条款的函');
    expect(say(EXPLANATION_LETTER.name, 'zh')).toBe(letter.title);
    expect(words(letter.blocks)).not.toContain('提请');
    expect(words(letter.blocks)).toMatch(/请贵公司于.+前以书面.+逐条说明/u);
  });
});

describe('letters against a renewal and against a change', () => {
  it('the notice of non-renewal cites the clause only where one is known, and never ends before it is written', () => {
    expect(spoken(filled(NON_RENEWAL_NOTICE, { clause: '1.2', quote: '期满前30日' }))).toContain(
      '依据该协议第\u00a01.2\u00a0条（“期满前30日”），现通知如下：',
    );
    expect(spoken(filled(NON_RENEWAL_NOTICE))).not.toContain('依据该协议');
    expect(spoken(filled(NON_RENEWAL_NOTICE))).toContain('现通知如下：');
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

  it.each([
    ['条款1.2：“保留六十日。”改为“保留七日。”', '条款1.2：“保留六十日。”改为“保留七日。”理由：来不及迁出。'],
    ['删除条款4。', '删除条款4。理由：来不及迁出。'],
    ['删除条款4', '删除条款4。理由：来不及迁出。'],
  ])('each sentence has one stop, whoever set it: %s', (clause, said) => {
    for (const why of ['来不及迁出', '来不及迁出。']) {
      const letter = spoken(
        filled(OBJECTION, { changes: [{ clause, why }], demand: '按原约定履行。', ground: '通知期不足。' }),
      );
      expect(letter).toContain(said);
      expect(letter).not.toMatch(/。[”」]?。/u);
    }
  });

  it('an item of an objection without a reason of its own ends with a stop, and the common reason says that it is one', () => {
    const changes = [{ clause: '删除条款4', why: '' }];
    const letter = spoken(filled(OBJECTION, { changes, ground: '通知期不足' }));
    expect(letter).toContain('删除条款4。');
    expect(letter).toContain('以上各项的共同理由：通知期不足。');
  });
});

describe('papers that the law counts', () => {
  it('a termination says that it ends the agreement on arrival, and warns when a year has gone by', () => {
    const text = spoken(filled(TERMINATION_NOTICE, { refund: '200' }));
    expect(text).toContain('自本通知到达贵公司时解除（第五百六十五条第一款）');
    expect(text).toContain('人民币200.00元（大写：人民币贰佰元整）');
    expect(codes(filled(TERMINATION_NOTICE, { knownOn: '2025-11-23' }))).toEqual([]);
    expect(codes(filled(TERMINATION_NOTICE, { knownOn: '2025-11-22' }))).toEqual(['year-over date']);
    expect(isReady(filled(TERMINATION_NOTICE, { knownOn: '2025-11-22' }).problems)).toBe(true);
  });

  it('a demand gives a time from its receipt', () => {
    expect(spoken(filled(PERFORMANCE_DEMAND, { answerDays: '10' }))).toContain('自收到本函之日起10日内履行完毕');
  });

  it('a claim for damages adds up, and says that it interrupts limitation', () => {
    expect(codes(filled(DAMAGES_CLAIM, { total: '3345.68' }))).toEqual(['sum-differs total']);
    expect(spoken(filled(DAMAGES_CLAIM))).toContain('诉讼时效中断、重新计算（第一百八十八条、第一百九十五条）');
  });

  it('a refusal of an assignment says that silence is no consent', () => {
    expect(spoken(filled(ASSIGNMENT_REFUSAL))).toContain('均不构成同意（第一百四十条第二款、第五百五十一条第二款）');
  });

  it('a reconciliation admits nothing, and every balance is what is left', () => {
    expect(spoken(filled(RECONCILIATION))).toContain('不构成我公司对债务、逾期费用或者违约金的承认');
    const accounts = [{ item: '甲', billed: '10', paid: '4', balance: '5' }];
    expect(codes(filled(RECONCILIATION, { accounts, total: '5' }))).toEqual(['difference-wrong accounts.1.balance']);
  });

  it('a refund names the account and takes the personal data back', () => {
    const text = spoken(filled(REFUND_AND_DATA));
    expect(text).toContain('1202020209900012345');
    expect(text).toContain('《中华人民共和国个人信息保护法》第二十一条第二款');
  });

  it('an authorisation needs no identity number, and shows four characters at most', () => {
    expect(spoken(filled(AUTHORISATION))).not.toContain('证件号码');
    const text = spoken(filled(AUTHORISATION, { agentIdentityTail: '002x' }));
    expect(text).toContain('韩梅梅（采购经理，证件号码后四位****\u00a0002X）为代理人');
    expect(codes(filled(AUTHORISATION, { agentIdentityTail: '11010519491231002X' }))).toEqual([
      'identity-tail agentIdentityTail',
    ]);
    expect(text).toContain('亦不得转委托（《中华人民共和国民法典》第一百六十九条）');
  });

  it('billing details require name and number alone', () => {
    const required = INVOICE_DETAILS.fields.filter(({ required: needed, preset }) => needed && preset === undefined);
    expect(required.map(({ key }) => key)).toEqual([
      'addressee',
      'companyName',
      'creditCode',
      'agreementTitle',
      'taxNumber',
      'date',
    ]);
    const text = words(filled(INVOICE_DETAILS).blocks);
    expect(text).toContain('电子发票（增值税专用发票）');
    expect(text).not.toContain('开户');
  });

  it('several titles are those who use and pay, and nothing is vouched for beyond that', () => {
    const text = spoken(filled(INVOICE_TITLES));
    expect(text).toContain('实际使用单位');
    expect(text).not.toMatch(/后果由本公司承担|同意承担/u);
  });
});
