import type { FactKind } from '../agreement/fact.ts';
import type { Clause } from '../agreement/model.ts';
import type { TagKind } from '../agreement/tag-kinds.ts';

/**
 * What a clause is about that states a fact of the kind: where a clause is about it and no fact was read, the text is not silent,
 * the reading is.
 */
export const TAGS_OF_FACT: Readonly<Partial<Record<FactKind, readonly TagKind[]>>> = {
  'change-notice': ['change-notice'],
  'termination-notice': ['termination'],
  'assignment-notice': ['assignment'],
  'price-notice': ['price-increase'],
  'sunset-notice': ['feature-sunset'],
  'payment-due': ['fee'],
  'renewal-lead': ['renewal'],
  term: ['term'],
  'auto-renewal': ['auto-renewal'],
  'non-renewal-notice': ['non-renewal'],
  'price-increase-cap': ['price-increase'],
  'minimum-commitment': ['minimum-commitment'],
  'early-termination-fee': ['early-termination-fee'],
  'outage-termination': ['termination'],
  'liability-cap': ['liability-cap'],
  'credit-cap': ['liability-cap', 'sla-credit'],
  court: ['jurisdiction'],
  'arbitration-body': ['arbitration'],
  'governing-law': ['governing-law'],
  availability: ['sla-availability'],
  'credit-tier': ['sla-credit'],
  'claim-opens': ['claim-window'],
  'claim-closes': ['claim-window'],
  'late-fee': ['late-fee'],
  'overdue-termination': ['termination', 'suspension'],
  'damages-multiple': ['liquidated-damages', 'breach'],
  delivery: ['notice-delivery'],
  'invoice-ordinary': ['invoice'],
  'invoice-special': ['invoice'],
  'breach-notice': ['breach-notification'],
  'data-return': ['data-return'],
  response: ['support-response'],
  restore: ['support-response'],
  'support-credit': ['support-response', 'sla-credit'],
  'service-hours': ['support-response', 'sla-availability'],
  'support-hours': ['support-response'],
};

/** The provider's own lateness is no late fee of the customer's, and no reason to end the contract over it. */
const NOT_PAID_LATE =
  /^(?!.*(?:逾期|延迟|迟延|未按期|未按时|拖延)(?:响应|恢复|到场|完成|处理|开票|开具|整改|退还|退款|提供|实施|解决|交付|供货|开通|修复))/su;

/** Words without which a clause of a broad kind is not about the fact at all. */
const ABOUT: Readonly<Partial<Record<FactKind, RegExp>>> = {
  'payment-due': /付款|支付|缴|付费|\bpay|\bdue\b/iu,
  'termination-notice': /通知|提前|notice/iu,
  'outage-termination': /中断|不可用|故障|outage|unavailab|downtime/iu,
  'late-fee': NOT_PAID_LATE,
  'overdue-termination':
    /(?:逾期|延期)(?!响应|恢复|到场|完成|处理|开票|开具|整改|退还|退款|提供|实施|解决|交付|供货|开通|修复)|欠费|未付|未缴|overdue|unpaid|past due|arrears/iu,
  'claim-opens': /方可|才可|起可以|可以?(?:自|在|于)|次月|最早|no earlier|not before|opens?\b/iu,
  'invoice-ordinary': /[\d一二三四五六七八九十]\s*[日号天]|\bday\b/iu,
  'invoice-special': /[\d一二三四五六七八九十]\s*[日号天]|\bday\b/iu,
  'credit-cap': /不超过|不得超过|上限|最高|为限|exceed|maximum|at most|capped|\bup to\b/iu,
  'support-credit': /响应|恢复|修复|解决|respon|restor|resol/iu,
  'service-hours': /服务(?:时间|时段)|service hours/iu,
  'support-hours': /(?:支持|工作|受理)(?:时间|时段)|support hours|business hours/iu,
  'damages-multiple': /倍|times|twice/iu,
};

/** A number is what a value is told by. */
const FIGURE =
  /\d|[零一二两三四五六七八九十百千]|LPR|利率|\b(?:one|two|three|four|five|six|seven|ten|thirty|sixty|ninety|month|year)\b/iu;

/** The clauses that are about what a kind states, in document order. */
export function clausesAbout<Of extends Pick<Clause, 'text'> & Partial<Pick<Clause, 'tags'>>>(
  { clauses }: { readonly clauses: readonly Of[] },
  kind: FactKind,
): readonly Of[] {
  const kinds: readonly TagKind[] = TAGS_OF_FACT[kind] ?? [];
  const about = ABOUT[kind];
  return clauses.filter(
    ({ tags = [], text }) =>
      tags.some((tag) => kinds.includes(tag.kind) && tag.title !== true) &&
      FIGURE.test(text) &&
      (about?.test(text) ?? true),
  );
}
