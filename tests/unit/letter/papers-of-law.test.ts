import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_ADJUSTMENT,
  ASSIGNMENT_REFUSAL,
  AUTHORISATION,
  COUNSEL_BRIEF,
  DAMAGES_CLAIM,
  DATA_AGREEMENT,
  DELIVERY_ADDRESS,
  EXPLANATION_LETTER,
  INVOICE_DETAILS,
  INVOICE_TITLES,
  LEDGER_RULES,
  NON_RENEWAL_NOTICE,
  OBJECTION,
  PERFORMANCE_DEMAND,
  RECONCILIATION,
  REFUND_AND_DATA,
  SERVICE_CREDIT_CLAIM,
  TERMINATION_NOTICE,
} from '../../../src-main/letter/forms.ts';
import { isReady } from '../../../src-main/letter/problem.ts';
import { codes, filled, spoken, words } from './as-filled.ts';

describe('the request to explain standard terms', () => {
  it('asks for the concept, the content and the legal effect, and says nothing of a trial', () => {
    const letter = words(filled(EXPLANATION_LETTER).blocks);
    expect(letter).toContain('逐条说明其概念、内容及法律后果');
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

  it('the objection says that such standard terms are void, and asks for an exit unless something else is asked', () => {
    expect(spoken(filled(OBJECTION))).toMatch(/主要权利的，依法无效（第四百九十七条）/u);
    expect(spoken(filled(OBJECTION, {}, 'en'))).toContain('(Article 497)');
    const demand = OBJECTION.fields.find(({ key }) => key === 'demand');
    expect(demand?.preset).toMatch(/无责解除，退还未消费款项并协助迁出数据/u);
    expect(demand?.presetEnglish).toMatch(/terminate without liability.+refund.+migrating/u);
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

  it('an English letter has no stop after the stop of what was filled in, in whichever script', () => {
    for (const demand of ['按原约定履行。', 'Perform as agreed.', '按原约定履行']) {
      const letter = spoken(filled(OBJECTION, { demand }, 'en'));
      expect(letter).toContain(demand);
      expect(letter).not.toMatch(/[。.]\s*[.。]/u);
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

  it('an agreement without a fixed term ends on a day that the notice names, whatever was known, and nobody is said to be in breach', () => {
    const ground = TERMINATION_NOTICE.fields.find(({ key }) => key === 'ground')?.options?.at(-1) ?? '';
    const given = { ground, knownOn: '', terminatedOn: '2027-01-31' };
    const text = spoken(filled(TERMINATION_NOTICE, given));
    expect(text).toContain('第五百六十三条第二款');
    expect(text).toContain('上述协议自2027年1月31日起解除');
    expect(text).not.toMatch(/自本通知到达贵公司时解除|违约/u);
    const english = spoken(filled(TERMINATION_NOTICE, given, 'en'));
    expect(english).toContain('Article 563(2)');
    expect(english).toMatch(/The Agreement ends on 31\s+January\s+2027/u);
    expect(english).not.toContain('breach');
    expect(codes(filled(TERMINATION_NOTICE, given))).toEqual([]);
    expect(codes(filled(TERMINATION_NOTICE, { ...given, terminatedOn: '' }))).toEqual(['missing terminatedOn']);
    expect(codes(filled(TERMINATION_NOTICE, { terminatedOn: '2027-01-31' }))).toEqual(['other-choice terminatedOn']);
    expect(codes(filled(TERMINATION_NOTICE, { knownOn: '' }))).toEqual(['missing knownOn']);
  });

  it('no paper says when its ground or breach was known: that day is for the other side to prove', () => {
    for (const form of [TERMINATION_NOTICE, DAMAGES_CLAIM])
      for (const language of ['zh', 'en'] as const) {
        const paper = spoken(filled(form, { knownOn: '2026-10-19' }, language));
        expect(paper).not.toMatch(/知悉|learned|10\s*月\s*19|19 October/u);
        expect(form.clocks?.some(({ from }) => typeof from === 'object' && from.field === 'knownOn')).toBe(true);
      }
  });

  it('only a principal obligation lets one end the contract after a demand, or refuse ahead; others where the purpose is defeated', () => {
    expect(spoken(filled(PERFORMANCE_DEMAND))).toMatch(/系主要债务，或者因此不能实现合同目的的，我公司有权解除协议/u);
    expect(spoken(filled(PERFORMANCE_DEMAND))).toContain('（第五百六十三条第一款第三项、第四项）');
    expect(spoken(filled(PERFORMANCE_DEMAND, {}, 'en'))).toContain('where this is a principal obligation');
    const grounds = TERMINATION_NOTICE.fields.find(({ key }) => key === 'ground');
    expect(grounds?.options?.[1]).toContain('迟延履行主要债务');
    expect(grounds?.options?.[2]).toContain('第五百六十三条第一款第二项');
    expect(grounds?.english?.[2]).toContain('563(1)(2)');
    expect(grounds?.english).toHaveLength(grounds?.options?.length ?? 0);
  });

  it('a letter begun with a ground that is offered no more keeps it, in both languages', () => {
    const ground = '经催告后在合理期限内仍未履行（第五百六十三条第一款第三项）';
    expect(codes(filled(TERMINATION_NOTICE, { ground }))).toEqual([]);
    expect(spoken(filled(TERMINATION_NOTICE, { ground }))).toContain(`因${ground}`);
    expect(spoken(filled(TERMINATION_NOTICE, { ground }, 'en'))).toContain('after our demand (Article 563(1)(3))');
    const grounds = TERMINATION_NOTICE.fields.find(({ key }) => key === 'ground');
    expect(grounds?.options).not.toContain(ground);
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
    const letter = filled(RECONCILIATION);
    expect(spoken(letter)).toContain('不构成我公司对债务、逾期费用或者违约金的承认');
    // The other party's reply is a page of its own, on which there is room for their seal.
    const reply = letter.blocks.slice(letter.blocks.findIndex(({ kind }) => kind === 'page-break'));
    expect(words(reply)).toContain('回复单位（盖章）');
    expect(reply.at(-1)).toMatchObject({ kind: 'signature', zone: '' });
    const accounts = [{ item: '甲', billed: '10', paid: '4', balance: '5' }];
    expect(codes(filled(RECONCILIATION, { accounts, total: '5' }))).toEqual(['difference-wrong accounts.1.balance']);
  });

  it.each([
    ['zh', '致：杭州示例网络科技有限公司'],
    ['en', 'To: 杭州示例网络科技有限公司'],
  ] as const)('%s: the reply to a reconciliation is a page of its own, behind our seal', (language, to) => {
    const { blocks } = filled(RECONCILIATION, {}, language);
    const kinds = blocks.map(({ kind }) => kind);
    expect(kinds.indexOf('page-break')).toBe(kinds.indexOf('signature') + 1);
    const reply = words(blocks.slice(kinds.indexOf('page-break')));
    expect(reply).toContain(to);
    expect(reply.match(/□/gu)).toHaveLength(2);
  });

  it('instructions for a lawyer end what was filled in with one stop in English', () => {
    const given = { facts: 'The line was down', demand: 'Credit the fee.', adverse: '我公司迟付一期费用。' };
    const text = spoken(filled(COUNSEL_BRIEF, given, 'en'));
    for (const ended of ['The line was down.', 'Credit the fee.', '迟付一期费用。']) expect(text).toContain(ended);
    expect(text).not.toMatch(/[.。]\./u);
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
    // Four characters enclose no copy: it is named only where one goes along.
    expect(text).not.toContain('复印件');
    const copy = '代理人身份证件复印件（注明“仅用于本次授权”）';
    expect(spoken(filled(AUTHORISATION, { identityCopy: copy }))).toContain(`附：${copy}。`);
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

describe('what is said of texts and files under seal', () => {
  it('a text that was only mailed is no agreed text: it is told apart by its hash, changed by both, and a sealed one prevails', () => {
    const paper = words(filled(DATA_AGREEMENT).blocks);
    expect(paper).not.toContain('以发送至上述邮箱的文件为准');
    expect(paper).toContain('SHA-256 值相同的文件，双方认可为同一文本');
    expect(paper).toContain('到达不表示收件方同意');
    expect(paper).toContain('变更主协议，须经双方签章的书面文件');
    expect(paper).toContain('仍以盖章文本为准');
    expect(paper).toContain('主协议的其他内容不因本约定变更');
  });

  it('instructions for a lawyer say of no copy that it is an original', () => {
    const paper = words(filled(COUNSEL_BRIEF).blocks);
    expect(paper).not.toMatch(/原件|直接输出/u);
    expect(paper).toContain('仅供贵所承办使用');
  });

  it('from when something was known is on no paper: that is for the other party to prove', () => {
    for (const form of [TERMINATION_NOTICE, DAMAGES_CLAIM])
      for (const language of ['zh', 'en'] as const) {
        const paper = spoken(filled(form, { knownOn: '2026-10-19' }, language));
        expect(paper).not.toMatch(/知悉|2026年10月19日|19 October|learned of/u);
      }
  });

  it('periods that are not claimed are conceded nothing', () => {
    expect(JSON.stringify(SERVICE_CREDIT_CLAIM.blocks)).not.toContain('依约定属除外情形');
    expect(JSON.stringify(SERVICE_CREDIT_CLAIM.blocks)).toContain('不表示我公司认可其属除外情形');
  });

  it('that nothing is decided yet the request says only where it is so', () => {
    expect(spoken(filled(EXPLANATION_LETTER))).not.toMatch(/尚未决定|正在审阅/u);
    expect(spoken(filled(EXPLANATION_LETTER, { position: '尚未决定是否接受' }))).toContain('，尚未决定是否接受。');
  });
});

describe('a certificate that was issued by oneself', () => {
  it('has the name of who signs and no seal’s, and makes no electronic seal of a picture', () => {
    expect(say(sentence('letters.certificateName'), 'zh')).not.toContain('印章');
    expect(say(sentence('letters.certificateName'), 'en')).not.toContain('seal');
    expect(say(sentence('letters.makeNote'), 'zh')).toMatch(/也不是电子印章.+国办发〔2025〕33号/u);
    expect(say(sentence('letters.makeNote'), 'en')).toContain('no electronic seal');
  });
});

describe('what a seal would admit', () => {
  it('a reconciliation calls what was billed the provider’s bill, in both languages', () => {
    const column = RECONCILIATION.fields
      .find(({ key }) => key === 'accounts')
      ?.columns?.find(({ key }) => key === 'billed');
    expect(column && say(column.label, 'zh')).toBe('贵公司账单金额（元）');
    expect(column && say(column.label, 'en')).toBe('Billed by you (CNY)');
  });

  it('an address for notices says that arrival is no consent, and on screen what serving documents there means', () => {
    expect(spoken(filled(DELIVERY_ADDRESS))).toContain('到达不表示我公司同意');
    expect(spoken(filled(DELIVERY_ADDRESS, {}, 'en'))).toContain('does not mean that we agree');
    expect(DELIVERY_ADDRESS.caution && say(DELIVERY_ADDRESS.caution, 'zh')).toContain('缺席审理');
    expect(words(filled(DELIVERY_ADDRESS).blocks)).not.toContain('缺席');
  });

  it('several titles are told on screen to speak of others’ use, which own use alone does not allow', () => {
    expect(INVOICE_TITLES.caution && say(INVOICE_TITLES.caution, 'zh')).toMatch(
      /限定自用.+违约的承认.+信管函〔2017〕32号/u,
    );
    expect(INVOICE_TITLES.caution && say(INVOICE_TITLES.caution, 'en')).toMatch(/own use alone.+breach/u);
    expect(spoken(filled(INVOICE_TITLES))).not.toContain('信管函');
  });

  it('a correction of bills interrupts limitation, and its clock runs anew from its arrival', () => {
    expect(spoken(filled(ACCOUNT_ADJUSTMENT))).toContain(
      '主张权利、请求履行的通知（《中华人民共和国民法典》第一百九十五条）',
    );
    expect(spoken(filled(ACCOUNT_ADJUSTMENT, {}, 'en'))).toContain('interrupts the limitation period (Article 195');
    expect(ACCOUNT_ADJUSTMENT.clocks).toEqual([{ name: 'limitation-anew', from: 'arrived', law: 'limitation' }]);
  });

  it('the rules for the ledger promise nothing that a record may be without', () => {
    const rules = spoken(filled(LEDGER_RULES));
    expect(rules).not.toMatch(/由两人完成|每半年|每月备份/u);
    expect(rules).toContain('没有的，在操作记录单写明');
    expect(spoken(filled(LEDGER_RULES, {}, 'en'))).not.toMatch(/by two persons|every six months|once a month/u);
  });
});
