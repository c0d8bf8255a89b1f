import type { Words } from './sentence.ts';

/** What a clause can be about. */
interface TagKindRow {
  /** Its name, the same on screen, on paper, in a comparison and on the command line. */
  readonly label: Words;
  /**
   * When a clause of this kind is a key clause: shown bold by rule where the source lost its bold, and acknowledged one by one.
   * `provider`: only where the right is the provider's or either side's, see `ClauseTag.by`. Absent: never.
   */
  readonly conspicuous?: 'always' | 'provider';
  /** Which part of a comparison a clause of this kind belongs to when its words change, whatever the words are. */
  readonly material?: 'cap' | 'exclusion' | 'liability' | 'court' | 'conspicuous';
}

/**
 * The one table of kinds: what there is, what each is called, and which make a clause a key clause. No other file lists kinds
 * but the reading's own rules; the page gets names with its views.
 */
export const TAG_KINDS = {
  definitions: { label: { zh: '定义', en: 'Definitions' } },
  'liability-cap': { label: { zh: '责任上限', en: 'Liability cap' }, conspicuous: 'always', material: 'cap' },
  'liability-exclusion': {
    label: { zh: '责任免除', en: 'Liability exclusion' },
    conspicuous: 'always',
    material: 'exclusion',
  },
  'damages-exclusion': {
    label: { zh: '损失赔偿排除', en: 'Damages exclusion' },
    conspicuous: 'always',
    material: 'exclusion',
  },
  'warranty-disclaimer': { label: { zh: '不作保证', en: 'No warranty' }, conspicuous: 'always', material: 'exclusion' },
  breach: { label: { zh: '违约责任', en: 'Breach' }, conspicuous: 'always', material: 'liability' },
  'liquidated-damages': {
    label: { zh: '违约金', en: 'Liquidated damages' },
    conspicuous: 'always',
    material: 'liability',
  },
  suspension: { label: { zh: '中止服务', en: 'Suspension' }, conspicuous: 'provider', material: 'conspicuous' },
  termination: { label: { zh: '终止', en: 'Termination' }, conspicuous: 'provider', material: 'conspicuous' },
  jurisdiction: { label: { zh: '管辖', en: 'Jurisdiction' }, conspicuous: 'always', material: 'court' },
  arbitration: { label: { zh: '仲裁', en: 'Arbitration' } },
  'governing-law': { label: { zh: '适用法律', en: 'Governing law' }, material: 'court' },
  'change-notice': { label: { zh: '变更与通知', en: 'Notice of changes' } },
  'continued-use': {
    label: { zh: '继续使用视为接受', en: 'Acceptance by use' },
    conspicuous: 'always',
    material: 'conspicuous',
  },
  'sealed-prevails': { label: { zh: '以盖章文本为准', en: 'Sealed text prevails' } },
  supersedes: { label: { zh: '取代先前协议', en: 'Replaces earlier agreement' } },
  assignment: { label: { zh: '转让', en: 'Assignment' } },
  'sla-availability': { label: { zh: '可用性承诺', en: 'Availability' } },
  'sla-credit': { label: { zh: '赔偿标准', en: 'Service credits' } },
  'sla-exclusion': { label: { zh: '赔偿除外', en: 'Credit exclusions' }, conspicuous: 'always', material: 'exclusion' },
  'claim-window': { label: { zh: '索赔期限', en: 'Claim window' } },
  fee: { label: { zh: '费用', en: 'Fees' } },
  renewal: { label: { zh: '续费', en: 'Renewal' } },
  'late-fee': { label: { zh: '逾期违约金', en: 'Late fee' } },
  refund: { label: { zh: '退款', en: 'Refund' } },
  invoice: { label: { zh: '发票', en: 'Invoices' } },
  'notice-delivery': { label: { zh: '通知与送达', en: 'Notice and delivery' } },
  confidentiality: { label: { zh: '保密', en: 'Confidentiality' } },
  disclosure: { label: { zh: '信息披露', en: 'Disclosure' } },
  'data-backup': { label: { zh: '数据备份', en: 'Data backup' } },
  'personal-data': { label: { zh: '个人信息', en: 'Personal data' } },
  ip: { label: { zh: '知识产权', en: 'Intellectual property' } },
  indemnity: { label: { zh: '第三方索赔赔偿', en: 'Indemnity' }, conspicuous: 'always', material: 'liability' },
  'force-majeure': { label: { zh: '不可抗力', en: 'Force majeure' } },
  'prohibited-use': { label: { zh: '禁止行为', en: 'Prohibited use' } },
  compliance: { label: { zh: '合规', en: 'Compliance' } },
  'real-name': { label: { zh: '实名登记', en: 'Real-name registration' } },
  'security-commitment': { label: { zh: '安全承诺', en: 'Security commitment' } },
  'resale-ban': { label: { zh: '禁止转售', en: 'No resale' } },
  survival: { label: { zh: '终止后仍有效', en: 'Survival' } },
  severability: { label: { zh: '部分无效', en: 'Severability' } },
  waiver: { label: { zh: '不视为弃权', en: 'No waiver' } },
  general: { label: { zh: '其他约定', en: 'General' } },
  term: { label: { zh: '服务期限', en: 'Term' } },
  'auto-renewal': { label: { zh: '自动续期', en: 'Auto-renewal' } },
  'non-renewal': { label: { zh: '不续期', en: 'Non-renewal' } },
  'price-increase': { label: { zh: '涨价', en: 'Price increase' } },
  'minimum-commitment': { label: { zh: '最低消费', en: 'Minimum commitment' } },
  'early-termination-fee': { label: { zh: '提前终止费', en: 'Early termination fee' } },
  'non-refundable': { label: { zh: '不予退款', en: 'Non-refundable' } },
  'uncapped-liability': { label: { zh: '责任不设上限', en: 'Uncapped liability' } },
  audit: { label: { zh: '审计', en: 'Audit' } },
  exclusivity: { label: { zh: '排他', en: 'Exclusivity' } },
  'most-favoured': { label: { zh: '最惠待遇', en: 'Most favoured terms' } },
  'change-of-control': { label: { zh: '控制权变更', en: 'Change of control' } },
  insurance: { label: { zh: '保险', en: 'Insurance' } },
  'non-solicit': { label: { zh: '禁止招揽员工', en: 'Non-solicitation' } },
  'data-location': { label: { zh: '数据存放地', en: 'Data location' } },
  'cross-border': { label: { zh: '数据出境', en: 'Cross-border transfer' } },
  subprocessor: { label: { zh: '转委托处理', en: 'Subprocessors' } },
  'breach-notification': { label: { zh: '数据泄露通知', en: 'Data breach notice' } },
  'data-return': { label: { zh: '数据返还', en: 'Data return' } },
  'support-response': { label: { zh: '支持响应', en: 'Support response' } },
  'feature-sunset': { label: { zh: '功能下线', en: 'Feature sunset' } },
  'language-precedence': { label: { zh: '语言优先', en: 'Prevailing language' } },
  publicity: { label: { zh: '宣传使用', en: 'Publicity' } },
  'feedback-licence': { label: { zh: '反馈授权', en: 'Feedback licence' } },
  'ai-use': { label: { zh: 'AI 使用', en: 'AI use' } },
  'third-party-beneficiary': { label: { zh: '第三方受益人', en: 'Third-party rights' } },
} as const satisfies Readonly<Record<string, TagKindRow>>;

export type TagKind = keyof typeof TAG_KINDS;

const ROWS: Readonly<Record<TagKind, TagKindRow>> = TAG_KINDS;

/** The kinds by name, in the order of the table; none is empty, so that a schema can be made of them. */
export const TAG_KIND_NAMES = Object.keys(TAG_KINDS) as [TagKind, ...TagKind[]];

/** Its row; absent for a word that is no kind: a structure from elsewhere may hold one. */
export function tagKind(kind: string): TagKindRow | undefined {
  return Object.hasOwn(ROWS, kind) ? ROWS[kind as TagKind] : undefined;
}

/** What a kind is called. */
export function tagLabel(kind: TagKind): Words {
  return ROWS[kind].label;
}
