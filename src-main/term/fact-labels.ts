import type { Bilingual } from '../agreement/bilingual.ts';
import type { FactKind } from '../agreement/model.ts';

interface FactLabel {
  readonly label: Bilingual;
  /** Follows the value, with the space it needs. */
  readonly unit: Bilingual;
}

const DAYS: Bilingual = { zh: ' 天', en: ' days' };
const NO_UNIT: Bilingual = { zh: '', en: '' };

/** What each fact is called in a working step, and its unit. */
export const FACT_LABELS: Readonly<Record<FactKind, FactLabel>> = {
  'change-notice-days': { label: { zh: '变更条款须提前通知', en: 'notice before a change of terms' }, unit: DAYS },
  'termination-notice-days': { label: { zh: '终止服务须提前通知', en: 'notice before termination' }, unit: DAYS },
  'termination-notice-months': {
    label: { zh: '终止服务须提前通知', en: 'notice before termination' },
    unit: { zh: ' 个月', en: ' month(s)' },
  },
  'assignment-notice-days': { label: { zh: '转让合同须提前通知', en: 'notice before assignment' }, unit: DAYS },
  'payment-due-days': { label: { zh: '下单后付款期限', en: 'time to pay after ordering' }, unit: DAYS },
  'renewal-lead-days': { label: { zh: '期满前续费须提前', en: 'renewal before the end of the term' }, unit: DAYS },
  'outage-termination-hours': {
    label: { zh: '连续不可用达此时长可终止', en: 'continuous outage that allows termination' },
    unit: { zh: ' 小时', en: ' hours' },
  },
  'liability-cap': { label: { zh: '赔偿上限', en: 'cap of liability' }, unit: NO_UNIT },
  court: { label: { zh: '管辖法院', en: 'court' }, unit: NO_UNIT },
  'governing-law': { label: { zh: '适用法律', en: 'governing law' }, unit: NO_UNIT },
  availability: { label: { zh: '承诺可用性', en: 'promised availability' }, unit: { zh: '%', en: '%' } },
  'credit-tier': { label: { zh: '赔偿档次', en: 'credit tier' }, unit: NO_UNIT },
  'claim-opens-working-day': {
    label: { zh: '次月可申请赔偿的起点：第几个工作日之后', en: 'claims open after this working day of the next month' },
    unit: { zh: '（个工作日）', en: ' (working day)' },
  },
  'claim-closes-months': {
    label: { zh: '相关月份结束后的申请时限', en: 'claims close after the end of the month by' },
    unit: { zh: ' 个月', en: ' month(s)' },
  },
  'late-fee-per-day': { label: { zh: '逾期违约金（每日）', en: 'late fee per day' }, unit: { zh: '‰', en: '‰' } },
  'overdue-termination-days': {
    label: { zh: '逾期达此天数可终止服务', en: 'days overdue after which service may be ended' },
    unit: DAYS,
  },
  'damages-multiple': {
    label: { zh: '赔偿标准（累计服务费的倍数）', en: 'damages as a multiple of the fees paid' },
    unit: { zh: ' 倍', en: ' times' },
  },
  'paper-delivery-days': {
    label: { zh: '纸质通知交邮后视为送达', en: 'paper notice counts as delivered after posting' },
    unit: { zh: ' 个自然日', en: ' natural days' },
  },
  'electronic-delivery': { label: { zh: '电子通知的送达', en: 'delivery of an electronic notice' }, unit: NO_UNIT },
  'vat-rate': { label: { zh: '增值税税率', en: 'VAT rate' }, unit: { zh: '%', en: '%' } },
  'invoice-ordinary-day': {
    label: { zh: '开具增值税普通发票', en: 'issue of an ordinary VAT invoice' },
    unit: NO_UNIT,
  },
  'invoice-special-day': { label: { zh: '开具增值税专用发票', en: 'issue of a special VAT invoice' }, unit: NO_UNIT },
  hotline: { label: { zh: '客服热线', en: 'hotline' }, unit: NO_UNIT },
  'effective-date': { label: { zh: '生效日期', en: 'effective date' }, unit: NO_UNIT },
};
