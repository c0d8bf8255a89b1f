import { expect, it } from 'vitest';
import type { Language } from '../../../src-main/agreement/sentence.ts';
import { formById } from '../../../src-main/letter/forms.ts';
import type { LetterValues } from '../../../src-main/letter/template.ts';
import { filled, spoken, words } from './as-filled.ts';

/** What a letter says, since a lawyer read it, and what it says no more; each row is one point that he made. */
type Row = readonly [form: string, language: Language, says: string, no: string, given?: LetterValues];

const LAPSED = { announcedBy: '站内信' };
const OTHER_LAW = { otherLaw: '新加坡法律' };

const ROWS: readonly Row[] = [
  ['bill-adjustment', 'zh', '不表示我公司认可上述账单的其余金额、逾期费用或者违约金', '应计金额'],
  ['bill-adjustment', 'en', 'It is not an acknowledgement of the remaining amounts billed', 'charges to be wrong'],
  ['bill-adjustment', 'zh', '请在同一期限内退还；我公司书面选择抵扣的', '由我公司选择退还'],
  ['bill-adjustment', 'zh', '贵公司按上列差额开具红字发票的，我公司将', '发现下列费用有误'],
  ['bill-adjustment', 'en', 'you raise a red-letter invoice for the difference listed', 'at our option'],
  ['invoice-titles', 'zh', '系我公司的全资子公司，为上述服务的实际使用单位', '分别承担所列费用'],
  ['invoice-titles', 'zh', '未向他人转租、转售', '服务费用合计'],
  ['invoice-titles', 'zh', '按贵公司账单合计', '合计人民币3,345.67元；'],
  ['invoice-titles', 'en', 'wholly owned subsidiaries of our company', 'The reason is as follows'],
  ['invoice-titles', 'en', 'According to your bill', 'The fees for October'],
  ['explanation-letter', 'zh', '系我公司自行注意到，不表示贵公司已经依法履行提示义务', '推定知悉并理解'],
  ['explanation-letter', 'zh', '不表示贵公司已经提示我公司注意', '依法履行提示义务', OTHER_LAW],
  ['explanation-letter', 'en', 'We have noticed them ourselves', 'know and understand these terms'],
  ['explanation-letter', 'en', 'have brought them to our notice. The Agreement', 'as the law requires', OTHER_LAW],
  ['explanation-letter', 'en', 'the meaning, content and legal consequences of each', 'email and ticket included'],
  ['damages-claim', 'zh', '继续发生的损失，我公司保留另行主张的权利', '已获得服务等级补偿的'],
  ['damages-claim', 'en', 'Failing payment within that period, we will bring proceedings.', 'service credits'],
  ['damages-claim', 'zh', '获得的服务等级补偿人民币200.00元', '请支付。', { credited: '200' }],
  ['refund-and-data', 'zh', '不是双方的最终结算，不影响我公司请求赔偿损失', '应当留存的除外'],
  ['refund-and-data', 'zh', '受托处理的个人信息不得保留', '其中的个人信息'],
  ['refund-and-data', 'zh', '第五百六十六条', '协议解除的，并依'],
  ['refund-and-data', 'zh', '结算、通知、协助和保密义务', '第五百六十六条', { ended: '期限届满' }],
  ['refund-and-data', 'en', 'do nothing with it but store and secure it', 'save as retention'],
  ['refund-and-data', 'en', 'Articles 558, 566 and 567', 'on termination for cause'],
  ['refund-and-data', 'en', 'not a final settlement', 'Articles 558, 566', { ended: '双方协商终止' }],
  ['termination-notice', 'zh', '因贵公司上述违约行为致使不能实现合同目的', '因违约行为'],
  ['termination-notice', 'zh', '自该日起15日内与我公司核对并结算费用', '扣款，与我公司核对'],
  ['termination-notice', 'zh', '贵公司是否确认收到，不影响本通知自到达时生效', '确认收到后生效'],
  ['termination-notice', 'en', 'within 15 days of it, reconcile and settle', 'stop charging and collecting'],
  ['termination-notice', 'en', 'whether or not you confirm receipt', 'The facts:'],
  ['non-renewal-notice', 'zh', '贵公司是否确认收到，不影响本通知自到达时生效', '停止自动续费和扣款'],
  ['non-renewal-notice', 'en', 'Until expiry both parties', 'Until then'],
  ['authorisation-withdrawal', 'zh', '2026年12月7日前书面确认。原授权委托书自本通知到达时起作废', '撤销以前'],
  ['authorisation-withdrawal', 'zh', '委托韩梅梅（采购经理）为代理人', '并书面确认'],
  ['authorisation-withdrawal', 'en', 'must no longer be relied on', 'before its withdrawal'],
  ['authorisation', 'zh', '不得接受该协议的其他版本或者对该协议的变更', '办理开通'],
  ['authorisation', 'zh', '签收不表示本公司同意其内容', '有关的通知和文件。'],
  [
    'authorisation',
    'en',
    'may not accept any other version of, or change to, that agreement',
    'relating to that agreement.',
  ],
  ['data-agreement', 'zh', '不变更、不取代本约定', '双方书面一致同意'],
  ['data-agreement', 'zh', '以及异议、催告、索赔、不续约和解除的通知', '一、变更主协议'],
  ['data-agreement', 'en', 'neither change nor replace this agreement', 'agreement of both parties in writing'],
  ['objection', 'zh', '不合理地免除或者减轻贵公司责任、加重我公司责任', '以邮件通知变更'],
  ['objection', 'zh', '保留主张其不成为合同内容的权利（第四百九十六条第二款）', '请允许我公司无责解除'],
  ['objection', 'zh', '本函不表示我公司认可该邮件已于该日到达或者符合约定。', '已经送达'],
  ['objection', 'zh', '本函不表示我公司认可该站内信已经送达或者符合约定。', '已于该日到达', LAPSED],
  ['objection', 'en', 'exempt you from or reduce your liability', 'void so far as'],
  ['objection', 'en', 'may be changed only by agreement of the parties', 'The reason common to them all'],
  ['objection', 'en', 'that you propose should take effect on 1', ', to take effect on', { effectiveOn: '2027-01-01' }],
  ['assignment-refusal', 'zh', '须分别经债权人、对方同意', '合同相对方）'],
  ['assignment-refusal', 'zh', '款项只向贵公司支付', '以邮件通知'],
  ['assignment-refusal', 'en', 'we will pay you alone', 'nothing of it'],
  ['performance-demand', 'zh', '上述期限系贵公司履行的合理期限。', '上述义务系主要债务。'],
  ['performance-demand', 'zh', '上述义务系主要债务。', '义务不是', { principal: '上述义务系主要债务' }],
  ['performance-demand', 'en', 'a reasonable time for performance', 'This is a principal obligation.'],
  ['performance-demand', 'en', 'This is a principal obligation.', '主要债务', { principal: '上述义务系主要债务' }],
  ['delivery-address', 'zh', '包括网站、控制台公告和站内信', '仅在网站公告的'],
  ['delivery-address', 'en', 'announced or sent in any other way', 'only announced on a website'],
  ['counsel-brief', 'zh', '二、请求事项：', '二、请对方'],
  ['counsel-brief', 'en', 'between that company and our company', 'between us'],
  ['reconciliation', 'zh', '贵公司账面余额合计', '：账面余额合计'],
  ['reconciliation', 'en', 'The entries and the balance in your books agree', 'To reconcile our accounts'],
  ['ledger-rules', 'zh', '及时安装更新，采取防病毒措施', '安装更新和防病毒措施'],
  ['ledger-rules', 'en', 'A late entry states when the event happened', 'What is recorded later'],
];

it.each(ROWS.map((row) => ({ row, point: `the ${row[0]} (${row[1]}) says: ${row[2]}` })))('$point', ({ row }) => {
  const [id, language, says, no, given = {}] = row;
  const form = formById(id);
  if (!form) throw new Error(id);
  const paper = filled(form, given, language);
  const said = `${spoken(paper)}\n${words(paper.blocks)}`.replaceAll('\u00a0', ' ');
  expect(said).toContain(says);
  expect(said).not.toContain(no);
});

it('five kinds of letter demand performance by the words of the article that interrupts limitation', () => {
  for (const id of [
    'bill-adjustment',
    'service-credit-claim',
    'damages-claim',
    'performance-demand',
    'refund-and-data',
  ]) {
    const form = formById(id);
    if (!form) throw new Error(id);
    expect(spoken(filled(form))).toContain('向贵公司主张权利、请求履行的通知');
  }
});

it('what time is reasonable for performance depends on the duty: none is preset', () => {
  const days = formById('performance-demand')?.fields.find(({ key }) => key === 'answerDays');
  expect(days).toMatchObject({ required: true, preset: undefined });
});
