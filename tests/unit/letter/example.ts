import type { AgreementDocument, Clause } from '../../../src-main/agreement/model.ts';
import type { Company, Contact, Signatory } from '../../../src-main/letter/company.ts';
import { creditCheckCharacter, organisationCheckCharacter } from '../../../src-main/letter/credit-code.ts';
import type { LetterValues } from '../../../src-main/letter/template.ts';

/** A well-formed credit code for eight characters of a made-up organisation code. */
export function creditCode(organisation: string): string {
  const first17 = `91330106${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + creditCheckCharacter(first17);
}

export const COMPANY: Company = {
  name: '杭州示例网络科技有限公司',
  creditCode: creditCode('MA2B1C2D'),
  address: '浙江省杭州市西湖区示例路1号A座1801室',
  legalRepresentative: '王小明',
  phone: '0571-88880000',
  bank: { name: '示例银行杭州西湖支行', account: '1202020209900012345' },
  signatories: [],
  contacts: [],
};

export const SIGNATORY: Signatory = { name: '韩梅梅', position: '采购经理', standing: 'authorised', basis: '授权书' };
export const CONTACT: Contact = { name: '李雷', phone: '13800000000', email: 'li.lei@example.com' };

/** Values that the profile does not know, for every form at once. */
export const VALUES: LetterValues = {
  addressee: '示例通信有限公司杭州分公司',
  agreementTitle: '跨境专线服务协议',
  agreementVersion: '第2版',
  agreementFingerprint: 'ab12'.repeat(16),
  lineNumber: 'HZ-LINE-0001',
  agentIdentity: '11010519491231002X',
  agentName: '韩梅梅',
  agentPhone: '13800000001',
  validTo: '2027-11-22',
  feeMonth: '2026-10',
  reason: '集团内两家子公司分摊线路费用',
  titles: [
    {
      title: '甲示例有限公司',
      taxNumber: creditCode('MA2B1C2E'),
      use: '线路一，办公',
      payment: '对公转账',
      amount: '1000',
      relation: '子公司',
    },
    {
      title: '乙示例有限公司',
      taxNumber: creditCode('MA2B1C2F'),
      use: '线路二，办公',
      payment: '对公转账',
      amount: '2,345.67',
      relation: '子公司',
    },
  ],
  lines: [
    { line: 'HZ-LINE-0001', month: '2026-09', billed: '12000', right: '10800', difference: '1200' },
    { line: 'HZ-LINE-0002', month: '2026-10', billed: '3000', right: '854.33', difference: '2145.67' },
  ],
  total: '3345.67',
  taxpayerKind: '一般纳税人',
  answerBy: '2026-12-07',
  answerDays: '15',
  agentPosition: '采购经理',
  relation: '全资子公司',
  questions: [{ clause: '7.4', quote: '示例条文甲', question: '上限按哪个月的费用计算？' }],
  service: '企业网络',
  instance: 'net-0001',
  month: '2026-10',
  availability: '99.8992',
  promised: '99.95',
  steps: [{ step: '(44640−45)÷44640', value: '99.8992%' }],
  basis: '第 2.1 条、第 3.2 条',
  remedy: '代金券',
  amount: '1500',
  outages: [{ from: '2026-10-03 09:00', to: '2026-10-03 09:45', minutes: '45', on: '', cause: '', counted: '计入' }],
  clauses: [{ clause: '3.1', quote: '示例条文丙' }],
  endsOn: '2026-12-31',
  announcedOn: '2026-11-20',
  announcedBy: '邮件',
  changes: [{ clause: '第 8.1 条通知期改为 7 天', why: '通知期不足，应对时间不够' }],
  demand: '继续按原约定履行。',
  invoiceKind: '电子发票（增值税专用发票）',
  delivery: '税务数字账户',
  assignee: '示例通信（集团）有限公司',
  what: '合同权利和义务',
  facts: '2026年10月线路连续中断九十小时，经两次报修未恢复。',
  knownOn: '2026-10-20',
  ground: '贵公司上述违约行为致使不能实现合同目的（第五百六十三条第一款第四项）',
  duty: '恢复 HZ-LINE-0001 线路，并提供故障报告。',
  breach: '2026年10月线路连续中断九十小时，门店无法收款。',
  losses: [
    { item: '备用线路租用费', amount: '2000', proof: '发票两张' },
    { item: '外聘技术人员费用', amount: '1,345.67', proof: '合同及付款凭证' },
  ],
  endedOn: '2026-11-20',
  ended: '解除',
  refunds: [
    { item: '2026年11月下旬线路费', amount: '2345.67' },
    { item: '预存款余额', amount: '1000' },
  ],
  data: '线路配置、访问日志和工单记录。',
  asOf: '2026-11-20',
  accounts: [
    { item: '2026年9月线路费', billed: '12000', paid: '10000', balance: '2000' },
    { item: '2026年10月线路费', billed: '3345.67', paid: '2000', balance: '1345.67' },
  ],
  contactAddress: '浙江省杭州市西湖区示例路1号A座1801室',
  scope: '协议履行期间的通知',
  grantedOn: '2026-03-01',
  paper: '跨境专线服务协议',
  seal: '公章',
  across: '加盖',
  department: '信息技术部',
  providerEmail: 'notice@example.net',
  lawFirm: '示例律师事务所',
  lastDay: '2026-12-20',
  materials: [
    { material: '证据目录', form: '打印件', pages: '3' },
    { material: '证据包', form: '电子文件', pages: '1' },
  ],
  contractTerm: '自接受之日起十二个月',
  keyTerms: '责任以一个月的费用为限；逾期三十日可终止。',
  duties: [
    { clause: '4.2', duty: '每月十日前付款', owner: '财务部', due: '2026-12-10', done: '', proof: '付款回单' },
    {
      clause: '9.1',
      duty: '续费提前三十日告知',
      owner: '采购部',
      due: '2026-11-30',
      done: '2026-11-20',
      proof: '邮件',
    },
  ],
  commitments: [
    {
      clause: '一',
      words: '线路只供本公司办公使用。',
      owner: '信息技术部',
      measure: '按线路登记用途',
      check: '每季度核对',
    },
  ],
  keeper: '韩梅梅',
  device: '责任部门的专用计算机',
  depositWith: '示例时间戳服务中心',
  inForceFrom: '2026-12-01',
};

export const BELONGS_TO = { title: '跨境专线服务协议', version: '第2版', fingerprint: 'ab12'.repeat(16) };

const clause = (id: string, text: string, more: Partial<Clause> = {}): Clause => ({
  id,
  level: 1,
  role: 'clause',
  text,
  emphasis: [],
  tags: [],
  lines: [1, 1],
  ...more,
});

/** A made-up commitment letter as the reading hands it over; `items` in its body. */
export function commitmentDocument(items: readonly string[]): AgreementDocument {
  const title = '专线业务信息安全承诺书（示例）';
  return {
    title,
    kind: 'commitment-letter',
    language: 'zh',
    fingerprint: 'cd34'.repeat(16),
    lines: [1, 20],
    repairs: [],
    tables: [],
    facts: [],
    blanks: [],
    clauses: [
      clause('title', title, { role: 'heading', heading: title }),
      clause('to', '致：示例通信有限公司杭州分公司：', { role: 'preamble' }),
      clause('intro', '本公司就所租用的线路作出以下书面保证，供贵方留存备查：', { role: 'preamble' }),
      ...items.map((text, index) => clause(`item-${index}`, text, { number: '一二三四五六七八九十'[index] ?? '十一' })),
      clause('closing', '特此承诺。', { role: 'signature' }),
      clause('blanks', '承诺单位（盖章）：________\n日期：    年   月   日', { role: 'signature' }),
    ],
  };
}
