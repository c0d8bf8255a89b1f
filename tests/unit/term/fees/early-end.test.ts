import { describe, expect, test } from 'vitest';
import { earlyEndBan } from '../../../../src-main/term/fees/early-end.ts';
import { basisOfText } from '../basis-of-text.ts';

const ban = (text: string) => earlyEndBan(basisOfText(text).sources)?.clause?.quote;

describe('an early end is forbidden in whatever voice the words do it', () => {
  test.each([
    'The order may not be terminated before the end of the term.',
    'This agreement may not be cancelled by the customer.',
    'Subscriptions cannot be cancelled during the subscription term.',
    'The contract can’t be terminated early.',
    'Each order is non-cancellable.',
    'Payment obligations are non-cancelable and fees paid are non-refundable.',
    'There is no early termination of an order.',
    'Early termination is not permitted under this agreement.',
    'The customer has no right to terminate the agreement before its term ends.',
    'The order is irrevocable for the term.',
    'The customer is not entitled to cancel the subscription early.',
    '本协议禁止提前解除。',
    '订单一经确认不可取消。',
  ])('%s', (text) => {
    expect(ban(text)).toBe(text);
  });
});

describe('words that lift a ban, or forbid something else or someone else, are none', () => {
  test.each([
    'The order may not be terminated early by the provider.',
    'We may not terminate the order before the end of the term.',
    'This agreement may not be terminated without 30 days’ notice.',
    'Unless the order is non-cancellable, the customer may end it at any time.',
    'Orders other than non-cancellable orders end with the month.',
    'The order is no longer non-cancellable once the price is raised.',
    'No early termination fee applies to the order.',
    'Nothing in this agreement means that the order cannot be cancelled early.',
    'The customer grants an irrevocable licence for the term of the agreement.',
    'A running backup may not be cancelled by the customer.',
    'The customer may cancel the subscription early.',
    'Unless the provider agrees, the order may not be cancelled before the end of the term.',
    '非经提前三十日通知，本协议不得由服务商提前解除。',
    '如订单不可取消，系统将提示。',
    '本协议授予的不可撤销的授权在期满后终止。',
  ])('%s', (text) => {
    expect(ban(text)).toBeUndefined();
  });
});
