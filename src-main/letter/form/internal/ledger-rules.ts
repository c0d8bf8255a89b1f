import { sentence } from '../../../agreement/sentence.ts';
import { paragraph, SIGNED_ENGLISH, signedBy } from '../../fields.ts';
import { article, cited, citedEnglish } from '../../statutes.ts';
import { type TemplateBlock, text } from '../../template.ts';
import { internalForm } from './internal-form.ts';

const item = (number: string, written: string): TemplateBlock => ({ kind: 'item', number, text: text(written) });

const RULES: readonly TemplateBlock[] = [
  paragraph('为规范{companyName}电子协议的审阅、决定、履行及其记录的形成和保管，制定本办法。'),
  item('第一条　', '适用范围：本公司与服务商之间的协议、承诺书、通知、函件、索赔和付款的记录。'),
  item('第二条　', '责任部门为{department}，台账管理员为{keeper}。管理员变动的，办理交接并留存交接记录。'),
  item(
    '第三条　',
    '台账保存在{device}。设备专人使用，设登录口令和磁盘加密，及时安装更新，采取防病毒措施，时间与国家授时中心同步，不安装来历不明的程序。',
  ),
  item(
    '第四条　',
    '审阅、决定、对外接受、发函、到达、答复和付款，由经办人在发生当日记入台账，并附凭证的原始文件。补记的，写明发生日、补记日和原因。',
  ),
  item('第五条　', '已经记入的记录不删除、不改写。有误的，另记更正，写明原因。'),
  item(
    '第六条　',
    '网页取证由取证人核对网址、时间和设备，保存原始页面，填写操作记录单并签名。有条件的，由另一人见证并录屏；没有的，在操作记录单写明。',
  ),
  item(
    '第七条　',
    '管理员{depositEvery}核验台账，并将核验码交存{depositWith}，回执附入台账；没有按时办理的，及时补办并写明原因。定期备份，另存于不同地点，并定期进行恢复测试。',
  ),
  item(
    '第八条　',
    '台账和凭证保存至协议终止后{keepYears}年；涉及争议的，还应保存至争议终结。期满销毁的，登记清单并经批准。',
  ),
  item(
    '第九条　',
    '查阅和导出须经责任部门负责人同意并登记。导出前核对所含他人的个人信息和商业秘密；导出的记录不作删改。',
  ),
  item(
    '第十条　',
    `需要作为证据时，由管理员从台账直接输出，附电子数据说明和核验结果，说明生成、存储、传输的环境和完整性的核查方法（${cited('judgedBy')}；${cited('originalForm')}、${article('weighed')}）。`,
  ),
  paragraph('本办法自{inForceFrom}起施行。'),
  { ...signedBy('制定单位（盖章）'), signatory: { label: '批准人（签字）' } },
];

/**
 * The company's own rules for its ledger: who keeps it, what is recorded when, and how it is verified, kept and taken out, which a court
 * asks of electronic data (evidence provisions 93 and 94). They go to no provider; sealed, they stand in a list of evidence.
 */
export const LEDGER_RULES = internalForm({
  id: 'ledger-rules',
  name: sentence('letter.ledger-rules.name'),
  fields: [
    { key: 'department', label: sentence('letter.ledger-rules.field.department'), kind: 'text', required: true },
    { key: 'keeper', label: sentence('letter.ledger-rules.field.keeper'), kind: 'text', required: true, asGiven: true },
    { key: 'device', label: sentence('letter.ledger-rules.field.device'), kind: 'text', required: true },
    {
      key: 'depositEvery',
      label: sentence('letter.ledger-rules.field.deposit-every'),
      kind: 'choice',
      required: true,
      preset: '每周',
      presetEnglish: '每周',
      options: ['每周', '每月', '每季度'],
      english: ['every week', 'every month', 'every quarter'],
    },
    {
      key: 'depositWith',
      label: sentence('letter.ledger-rules.field.deposit-with'),
      kind: 'text',
      required: true,
      asGiven: true,
    },
    {
      key: 'keepYears',
      label: sentence('letter.ledger-rules.field.keep-years'),
      kind: 'text',
      required: true,
      preset: '5',
    },
    { key: 'inForceFrom', label: sentence('letter.ledger-rules.field.in-force-from'), kind: 'date', required: true },
  ],
  title: '电子协议台账管理办法',
  body: RULES,
  titleEnglish: 'Rules for Keeping the Ledger of Electronic Agreements',
  english: [
    paragraph(
      'These rules govern how {companyName} reviews, decides on and performs electronic agreements and how the records are made and kept.',
    ),
    item(
      '1. ',
      'Scope: records of agreements, commitment letters, notices, letters, claims and payments between the company and its providers.',
    ),
    item(
      '2. ',
      'The department in charge is {department}; the keeper of the ledger is {keeper}. On a change of keeper the ledger is handed over, and the handover recorded.',
    ),
    item(
      '3. ',
      'The ledger is kept on {device}. Only named persons use the device. It has a login password and disk encryption, is kept updated and protected against malware, takes its time from a national time service, and runs no program of unknown origin.',
    ),
    item(
      '4. ',
      'Whoever handles a review, decision, acceptance, letter, arrival, answer or payment records it on the day on which it happens, with the original supporting file. A late entry states when the event happened, when it was recorded and why.',
    ),
    item(
      '5. ',
      'Nothing recorded is deleted or rewritten. An error is corrected by a further record that gives the reason.',
    ),
    item(
      '6. ',
      'Whoever captures a web page checks the address, the time and the device, saves the original page, and fills in and signs the record sheet. Where possible another person witnesses it and the screen is recorded; where not, the record sheet says so.',
    ),
    item(
      '7. ',
      'The keeper verifies the ledger {depositEvery}, deposits its checkpoint with {depositWith}, and attaches the receipt to the ledger; anything not done in time is made up as soon as possible and the reason recorded. Backups are made regularly and kept in another place, and restoration is tested from time to time.',
    ),
    item(
      '8. ',
      'The ledger and its proof are kept until {keepYears} years after an agreement ends, and in any event until any dispute is over. Destruction thereafter must be listed and approved.',
    ),
    item(
      '9. ',
      'Access and export require the approval of the head of the department and are logged. Other people’s personal data and trade secrets are checked before export; exported records are not altered.',
    ),
    item(
      '10. ',
      `Where records are needed as evidence, the keeper exports them directly from the ledger, with the statement on electronic data and the result of verification, and describes the environment in which the data was made, stored and transmitted and how its integrity was checked (${citedEnglish('judgedBy')}; ${citedEnglish('originalForm', 'weighed')}).`,
    ),
    paragraph('These rules are in force from {inForceFrom}.'),
    { ...SIGNED_ENGLISH, signatory: { label: 'Approved by (signature)' } },
  ],
});
