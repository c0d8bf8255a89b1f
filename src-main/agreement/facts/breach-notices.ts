import { CUSTOMER_TELLS, DATA_BREACH, TOLD_WITHIN } from '../rules/breaches.ts';
import { firstOf, lengthFact, type Stated, type Told } from './told.ts';

/** How soon the provider tells of a breach of data. What the customer has to tell is its own duty, and none of these. */
export function breachNoticeFacts(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  if (!DATA_BREACH.test(`${text} ${told.around}`) || CUSTOMER_TELLS.test(text)) return [];
  const hit = firstOf(told, TOLD_WITHIN);
  return lengthFact('breach-notice', told, hit, { anchor: 'breach', party: 'provider' });
}
