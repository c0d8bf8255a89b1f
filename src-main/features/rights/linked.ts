import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { LinkedItem } from '../../contract/library.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import { monthWords } from '../../term/calendar/civil-date.ts';
import { claimCase, claims, titleWithUnit } from './claim-records.ts';
import { orderRecords } from './order-records.ts';

/** The claims and orders under an agreement, newest first. */
export const linkedRights: LinkSource = ({ store }, agreementId) => [
  ...claims(store, agreementId)
    .toReversed()
    .map((claim): LinkedItem => {
      const { month, amount, days, unit } = claim.body;
      return {
        id: claim.id,
        what: 'claim',
        title: sentence('library.linked.claim', { month: titleWithUnit(monthWords(month), unit) }),
        state: sentence(`library.linked.claims.${claimCase(store, claim)?.state ?? claim.state}`),
        ...(days === undefined ? { amount } : {}),
        place: { screen: 'rights', agreementId, part: 'service' },
      };
    }),
  ...orderRecords(store, agreementId)
    .toReversed()
    .map(({ id, body: { order } }): LinkedItem => ({
      id,
      what: 'order',
      title: sentence('library.linked.order', { name: asWritten(`${order.service} ${order.number}`.trim()) }),
      amount: order.amount,
      place: { screen: 'rights', agreementId, part: 'orders' },
    })),
];
