import type { Sentence } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';

interface FactWords {
  /** What the fact is called when it is missing. */
  readonly label: Sentence;
  /** What the agreement says, with the value in its place. */
  readonly says: (value: string | number) => Sentence;
}

function named(zh: string, en: string): FactWords {
  const label = { zh, en };
  return { label, says: (value) => ({ zh: `${zh}为${value}`, en: `${en}: ${value}` }) };
}

/** How each fact is named and said in a working step. */
export const FACT_WORDS: Readonly<Record<LegacyKind, FactWords>> = {
  'change-notice-days': {
    label: { zh: '变更条款须提前多少天通知', en: 'days of notice before a change of terms' },
    says: (value) => ({ zh: `变更条款须提前 ${value} 天通知`, en: `${value} days' notice before a change of terms` }),
  },
  'termination-notice-days': {
    label: { zh: '终止服务须提前多少天通知', en: 'days of notice before termination' },
    says: (value) => ({ zh: `终止服务须提前 ${value} 天通知`, en: `${value} days' notice before termination` }),
  },
  'termination-notice-months': {
    label: { zh: '终止服务须提前多少个月通知', en: 'months of notice before termination' },
    says: (value) => ({ zh: `终止服务须提前 ${value} 个月通知`, en: `${value} month(s)' notice before termination` }),
  },
  'assignment-notice-days': {
    label: { zh: '转让合同须提前多少天通知', en: 'days of notice before an assignment' },
    says: (value) => ({ zh: `转让合同须提前 ${value} 天通知`, en: `${value} days' notice before an assignment` }),
  },
  'payment-due-days': {
    label: { zh: '下单后的付款期限', en: 'time to pay after ordering' },
    says: (value) => ({
      zh: `下单后 ${value} 天内未付款的，订单失效`,
      en: `an order unpaid ${value} days after it was placed lapses`,
    }),
  },
  'renewal-lead-days': {
    label: { zh: '续费须在期满前多少天支付', en: 'how long before the end a renewal is to be paid' },
    says: (value) => ({
      zh: `续费款至迟在期满前 ${value} 天支付`,
      en: `a renewal is paid at least ${value} days before the end`,
    }),
  },
  'outage-termination-hours': {
    label: { zh: '连续不可用多少小时可以终止', en: 'hours of unbroken outage that allow termination' },
    says: (value) => ({
      zh: `连续 ${value} 小时不能使用的，客户可以终止服务`,
      en: `an unbroken outage of ${value} hours lets the customer terminate`,
    }),
  },
  'liability-cap': named('赔偿上限', 'cap of liability'),
  court: named('管辖法院', 'court'),
  'governing-law': named('适用法律', 'governing law'),
  availability: {
    label: { zh: '承诺的可用性', en: 'promised availability' },
    says: (value) => ({ zh: `可用性不低于 ${value}%`, en: `availability of at least ${value}%` }),
  },
  'credit-tier': named('赔偿档次', 'credit tiers'),
  'claim-opens-working-day': {
    label: { zh: '赔偿申请自第几个工作日之后开始', en: 'working day after which claims open' },
    says: (value) => ({
      zh: `次月第 ${value} 个工作日之后可以申请赔偿`,
      en: `claims open after working day ${value} of the next month`,
    }),
  },
  'claim-closes-months': {
    label: { zh: '赔偿申请的截止期限', en: 'when claims close' },
    says: (value) => ({
      zh: `赔偿申请限相关月份结束后 ${value} 个月内提出`,
      en: `claims close ${value} month(s) after the end of the month concerned`,
    }),
  },
  'late-fee-per-day': {
    label: { zh: '逾期违约金的每日比例', en: 'late fee per day' },
    says: (value) => ({ zh: `逾期每天加收 ${value}‰ 的违约金`, en: `a late fee of ${value}‰ a day` }),
  },
  'overdue-termination-days': {
    label: { zh: '逾期多少天服务商可以终止服务', en: 'days overdue after which service may be ended' },
    says: (value) => ({
      zh: `逾期 ${value} 天仍未缴清的，服务商可以终止服务`,
      en: `unpaid ${value} days after the settlement day, the provider may end the service`,
    }),
  },
  'damages-multiple': {
    label: { zh: '赔偿为累计服务费的多少倍', en: 'damages as a multiple of the fees paid' },
    says: (value) => ({ zh: `赔偿为累计服务费的 ${value} 倍`, en: `damages of ${value} times the fees paid so far` }),
  },
  'paper-delivery-days': {
    label: { zh: '纸质通知何时视为送达', en: 'when a paper notice counts as delivered' },
    says: (value) => ({
      zh: `纸质通知交邮后第 ${value} 个自然日视为送达`,
      en: `a paper notice counts as delivered on natural day ${value} after posting`,
    }),
  },
  'electronic-delivery': {
    label: { zh: '电子通知何时视为送达', en: 'when an electronic notice counts as delivered' },
    says: (value) => ({ zh: `电子通知的送达：${value}`, en: `delivery of an electronic notice: ${value}` }),
  },
  'vat-rate': {
    label: { zh: '增值税税率', en: 'VAT rate' },
    says: (value) => ({ zh: `增值税税率为 ${value}%`, en: `a VAT rate of ${value}%` }),
  },
  'invoice-ordinary-day': named('增值税普通发票的开具日', 'day of issue of an ordinary VAT invoice'),
  'invoice-special-day': named('增值税专用发票的开具日', 'day of issue of a special VAT invoice'),
  hotline: named('客服热线', 'hotline'),
  'effective-date': named('生效日期', 'effective date'),
};
