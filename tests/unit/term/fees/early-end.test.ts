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
    '订单支付成功后不可取消。',
    '订单支付后不可取消，但法律另有规定的除外。',
    'The order, once accepted, cannot be cancelled.',
    'The order cannot be cancelled within its initial term.',
    'No termination during the subscription term is possible for an order.',
    'The order cannot be cancelled, except for a material breach.',
    '客户不得提前终止由服务商提供的包年包月服务。',
    '包年包月订单不得提前退订由我们提供的资源。',
    '服务商不接受客户提前终止。',
    '我们不允许用户提前退订。',
    '本公司不接受提前退订。',
    'The customer may not terminate early the prepaid services provided by the provider.',
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
    '用户在本协议中授予的许可不得撤销。',
    '本协议项下的授权不可撤销。',
    '订单支付成功后不可取消，但可随时退订并按比例退款。',
    '试用订单不能退订，可随时停用。',
    '订阅的通知邮件不能退订。',
    '订单提交后不能取消，未支付的订单除外。',
    'The subscription cannot be cancelled in the mobile app; cancel it on our website.',
    'The order cannot be cancelled within 24 hours before the scheduled maintenance.',
    'The agreement cannot be terminated, except on 30 days written notice.',
    'The order cannot be cancelled, but may be ended on 30 days’ notice.',
    'A credit, once applied to the order, cannot be cancelled.',
    'Support tickets for services cannot be withdrawn.',
    'No termination during the services outage window is counted.',
    '客户不接受服务商提前终止。',
    '本协议禁止服务商提前解除。',
    '本协议不得由服务商单方提前解除。',
  ])('%s', (text) => {
    expect(ban(text)).toBeUndefined();
  });
});
