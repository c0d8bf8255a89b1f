import type { AgreementDocument, Clause } from '../../../agreement/model.ts';
import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import { REMEDIES } from '../../../letter/form/service-credit-claim.ts';
import type { ServiceLevel } from '../../../term/service/service-level.ts';

type Remedy = (typeof REMEDIES)[number];

/** What each is called in the working. */
export const REMEDY_WORDS: Readonly<Record<Remedy, Sentence>> = {
  代金券: sentence('rights.claim-letter.voucher'),
  款项: sentence('rights.claim-letter.money'),
  服务时间: sentence('rights.claim-letter.time'),
  费用抵扣额: sentence('rights.claim-letter.credit'),
};

/** What was paid with vouchers is another matter than a credit that is given as one. */
const AS_VOUCHER =
  /(?:以|通过|发放|赔偿|补偿|费的[^，。；]{0,12})(?:[^，。；]{0,8})(?:代金券|抵用券)|\b(?:as|in the form of|by)\s(?:a\s)?(?:\w+\s)?vouchers?/iu;

/** A clause beside the tiers speaks of other matters too: there the words must say how a credit is given. */
const GIVEN_AS_VOUCHER =
  /(?:赔偿|补偿|赔付)(?:金额?|款项?|费用?)?(?:均|将|应|统一|仅)*(?:以|通过|采用|采取|用|按)(?![^，。；]{0,10}(?:购买|支付的|而非|而不是|不以))[^，。；]{0,6}(?:代金券|抵用券)(?:的?(?:形式|方式)|[^，。；]{0,4}(?:发放|给付|提供|赔付|补偿|兑付))|\bcredits?\s(?:are|is|will\sbe|shall\sbe)\s(?:given|issued|provided|granted|paid|made)\s(?:only\s)?(?:as|in\sthe\sform\sof|by)\s(?:a\s)?(?:\w+\s)?vouchers?/iu;

/** The text gives something that is set off against what the service costs, and no payment. */
const AS_CREDIT =
  /\b(?:receives?|entitled\sto|gets?|obtains?|given|issues?|provides?|grants?|claim)\s(?:an?\s|the\s)?(?:following\s)?credits?\b|(?:\d\s?%|per\scent)\scredits?\b|\bcredits?\s(?:of|equal\sto)\s(?=[^.;]{0,20}\d)|(?:以|用于|用来)(?<!(?:不|无权|不得|不能|不可|不应当?|不予)(?:以|用于|用来))[^，。；]{0,6}(?:抵扣|冲抵|抵减)[^，。；]{0,8}(?:后续|以后|未来|下[一个]?[期月年]|续费)/iu;
/** A credit that is paid out is a payment. */
const PAID_OUT =
  /\bcredits?\s(?:is|are|will\sbe|shall\sbe)\s(?:paid|refunded|settled\sin\scash)\b|\bpays?\s(?:each|the|all|any)\scredits?\b/iu;

/** The clauses in which the tier and its cap stand, with those right above them and those beside: the form of a credit is said once for all. */
function creditClauses(
  { tier, cap }: ServiceLevel,
  { clauses }: AgreementDocument,
): { readonly own: readonly Clause[]; readonly beside: readonly Clause[] } {
  const cited = new Set([tier, cap].flatMap(({ steps }) => steps).flatMap(({ clause }) => clause?.id ?? []));
  const giving = clauses.filter(({ id }) => cited.has(id));
  const above = new Set(giving.flatMap(({ parent }) => parent ?? []));
  const own = clauses.filter(({ id }) => cited.has(id) || above.has(id));
  const over = new Set(own.flatMap(({ parent }) => parent ?? []));
  return {
    own,
    beside: clauses.filter(({ id, parent }) => !cited.has(id) && parent !== undefined && over.has(parent)),
  };
}

/** What the agreement gives for a broken promise: what its tier says, or a clause that gives it; else a payment. */
export function remedyOf(level: ServiceLevel, document: AgreementDocument): Remedy {
  const [voucher, money, time, credit] = REMEDIES;
  if (level.serviceDays.known && level.serviceDays.value !== undefined) return time;
  const form = level.tier.known ? level.tier.value?.form : undefined;
  if (form === 'voucher') return voucher;
  if (form !== undefined) return money;
  const { own, beside } = creditClauses(level, document);
  if (own.some(({ text }) => AS_VOUCHER.test(text)) || beside.some(({ text }) => GIVEN_AS_VOUCHER.test(text)))
    return voucher;
  const isCredit = own.some(({ text }) => AS_CREDIT.test(text));
  return isCredit && ![...own, ...beside].some(({ text }) => PAID_OUT.test(text)) ? credit : money;
}
