import { describe, expect, test } from 'vitest';
import { SHIPPED_CALENDAR } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { fromAcceptance } from '../../../../src-main/term/renewal/on-acceptance.ts';

const beginsBy = (text: string): boolean =>
  fromAcceptance({ sources: [{ facts: [], clauses: [{ id: 'c1', text }] }], calendar: SHIPPED_CALENDAR }) !== undefined;

describe('an agreement that holds from its acceptance', () => {
  test.each([
    '本协议自甲方接受之日起生效，有效期一年。',
    '本协议有效期为一年，自客户点击同意之日起算。',
    '协议有效期为自贵方接受之日起一年。',
    '合同期限自乙方接受本合同之日起计算，为期两年。',
    '服务期限为十二个月，自客户同意本协议全部条款之日起开始。',
    '本协议自客户接受之日起一年内有效。',
    '自客户点击“同意”之日起，本协议生效。',
    '本条款一经发布，自您点击同意按钮之时起对您生效。',
    'This Agreement takes effect on the date Customer accepts it and continues for one year.',
    'The initial term of the Agreement is one year from acceptance.',
    'The term of this Agreement begins on acceptance by Customer.',
    'The terms enter into force upon acceptance and remain in force for 18 months.',
    'The subscription term under this Agreement is twelve months from the day you accept these terms.',
  ])('says so: %s', (text) => {
    expect(beginsBy(text)).toBe(true);
  });

  test.each([
    '付款期限为自甲方接受发票之日起30日内，按本合同约定支付。',
    '保密期限自乙方同意披露之日起三年，协议终止后仍然有效。',
    '异议期限为自其同意对账之日起五日，逾期按本协议视为无异议。',
    '异议期限自其同意对账之日起计算，按本协议办理。',
    '付款期限自甲方接受之日起计算，按本合同约定支付。',
    '按本协议，质保期自甲方接受之日起开始。',
    '本协议项下的付款期限自甲方接受之日起计算。',
    '本合同项下的保密义务自乙方接受之日起生效。',
    '代金券有效期为自客户接受之日起一年，按本协议使用。',
    'The term of payment under this Agreement is 30 days from acceptance of the invoice.',
    'The term of payment under this Agreement is 30 days from acceptance.',
    'The payment period under this Agreement runs from acceptance of the invoice.',
    'The term of confidentiality in this Agreement is three years from acceptance of the disclosure.',
    'The warranty term under this Agreement is one year from acceptance.',
    'The contract term for objections runs from the day the invoice is accepted.',
  ])('does not say so where something else begins: %s', (text) => {
    expect(beginsBy(text)).toBe(false);
  });
});
