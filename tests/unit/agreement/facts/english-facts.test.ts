import { describe, expect, test } from 'vitest';
import type { FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

/** What a clause states of one kind: a length with its unit, a share, a sum or the words of it. */
function stated(kind: FactKind, text: string, heading = 'General terms'): readonly string[] {
  const document = documentOf([
    ['4', heading],
    ['4.1', text, '4'],
  ]);
  return facts(document, classify(document))
    .filter((fact) => fact.kind === kind)
    .map(({ value, unit }) => {
      if (typeof value === 'number') return `${value} ${unit}`;
      if (typeof value === 'string') return value;
      if ('channel' in value) return `${value.channel} ${value.delay.value} ${value.delay.unit}`;
      if ('amount' in value) return `${value.amount} ${value.unit}`;
      return 'rule' in value ? value.rule : JSON.stringify(value);
    });
}

type Row = readonly [text: string, expected: readonly string[]];
function reads(kind: FactKind, rows: readonly Row[]): void {
  describe(kind, () => {
    test.each<Row>(rows)('%s', (text, expected) => expect(stated(kind, text)).toEqual(expected));
  });
}

reads('delivery', [
  ['Notices are effective when we send them.', ['any 0 day']],
  ['Electronic notices are effective upon transmission.', ['any 0 day']],
  ['Notices take effect on the date they are posted on the Site.', ['site 0 day']],
  ['You are deemed to have received any e-mail when we send it, whether or not you read it.', ['email 0 day']],
  [
    'If we send a notice to your e-mail address, you will be considered to have received it immediately.',
    ['email 0 day'],
  ],
  [
    'Notices shall be deemed received one business day after transmission, if sent by e-mail, and five business days after posting, if sent by registered mail.',
    ['post 5 working-day', 'email 1 working-day'],
  ],
  // On paper, or by hand: not electronic, and not at once.
  ['All notices are deemed given four days after being sent by prepaid certified U.S. mail.', ['post 4 day']],
  [
    'Notice will be deemed given (a) when delivered personally, or (b) three days after being sent by certified mail.',
    ['post 3 day'],
  ],
  ['Notice of changes will be given and they will become effective upon posting.', []],
  ['We may terminate by notice to you, effective immediately.', []],
]);

reads('liability-cap', [
  [
    'We will not be liable for: (i) lost profits; (ii) substitute services; or (iii) any amounts that exceed the fees paid by you in the last year.',
    ['the fees paid by you in the last year'],
  ],
  [
    'In no event will Oakline be liable for: (a) loss of data; (b) any amounts in excess of the charges paid for the service.',
    ['the charges paid for the service'],
  ],
  [
    'The aggregate compensation payable by Oakline shall under no circumstance exceed the total fees you have paid.',
    ['the total fees you have paid'],
  ],
  [
    'The maximum compensation for which Oakline is responsible is the licence fee paid by the user.',
    ['the licence fee paid by the user'],
  ],
  [
    'Except for trials, where liability is limited to $80, each party’s liability is limited to fees paid in the last 9 months.',
    ['$80', 'fees paid in the last 9 months'],
  ],
  ['Any compensation for overtime exceeds the salary.', []],
  ['We may charge you for any amounts that exceed your plan.', []],
]);

reads('early-termination-fee', [
  ['If you terminate before the end of the term, all remaining fees become immediately due.', ['100 percent']],
  [
    'Upon early cancellation Customer shall pay 100% of the monthly charges for the months remaining in the term.',
    ['100 percent'],
  ],
  ['Accounts terminated for a breach forfeit all prepaid fees for the remaining term.', ['100 percent']],
  [
    'If Oakline terminates for cause, Customer will pay any unpaid fees for the remainder of the term.',
    ['100 percent'],
  ],
  // What is owed anyway, or given back.
  ['An account terminated for a violation must pay any outstanding balance.', []],
  ['If you terminate for our breach, we refund the prepaid fees for the remaining term.', []],
  ['Upon termination, all amounts remaining unpaid become due.', []],
]);

reads('auto-renewal', [
  ['This Agreement renews for additional annual terms.', ['1 year']],
  ['The licence renews automatically for successive one-month terms.', ['1 month']],
  ['Your plan renews monthly or yearly, depending on what you chose.', ['1 year', '1 month']],
  [
    'The Agreement will renew for successive terms each equal to the last one unless a party says no later than 20 days (or less, where the portal says so) before its end that it does not renew.',
    [],
  ],
  ['It is the customer’s intent not to renew no later than 20 days (or less) before the end.', []],
]);

reads('non-renewal-notice', [
  [
    'Either party may choose to terminate an Order at the end of its then-current Term by notice no less than 20 days prior to the end of such Term.',
    ['20 day'],
  ],
  ['Cancellation is made by e-mail two weeks before the planned end of the subscription.', ['14 day']],
  ['You may cancel in the portal five days before the renewal of your plan.', ['5 day']],
  ['You may terminate this agreement at any time on 20 days’ notice.', []],
  ['We remind you ten days before the renewal of your plan.', []],
  ['He will be informed at the latest one week before that, if the plan is not cancelled, it is renewed.', []],
]);

reads('renewal-lead', [
  ['If you object to the change within 20 days after our notice, your plan ends at its renewal.', []],
  ['You will be informed one week before that your plan is renewed.', []],
]);

reads('payment-due', [
  ['If you do not pay within 5 days after ordering, the order lapses.', ['5 day']],
  ['Failure to pay within three days of placing the order voids the order.', ['3 day']],
  ['Oakline shall pay the share due to the Partner forty (40) days from the end of each calendar month.', ['40 day']],
  ['Overage fees unpaid 12 days after being billed are overdue.', ['12 day']],
  ['If you do not pay within 5 days of our reminder, we close the account.', []],
  ['The goods are sent within 5 days after ordering.', []],
]);

reads('data-return', [
  ['If this Agreement ends, Oakline will delete all Customer Content from its systems within twenty days.', ['20 day']],
  [
    'If this Agreement terminates: (a) all rights cease; and (b) Oakline will delete all Customer Content within twenty days, unless the law forbids it.',
    ['20 day'],
  ],
  ['We give the customer a copy of its content upon a request within 40 days of termination.', ['40 day']],
  ['Content that you delete is deleted from the backups within twenty days.', []],
  ['We answer a request within 40 days of receipt.', []],
]);

reads('claim-closes', [
  ['No action, whatever its form, may be brought more than ten months after the event.', ['10 month']],
  ['If you believe we charged you wrongly, tell us within 40 days after the date of the charge.', ['40 day']],
  ['If an invoice has an error you must let us know within 40 days of its date.', ['40 day']],
  [
    'If you do not want to be bound by the arbitration provision, you must notify us in writing within 20 days of the date of acceptance.',
    [],
  ],
  ['If ten claims are filed within twenty days of each other, they are heard together in arbitration.', []],
  ['If the service fails for more than 10 hours in a row, contact us to claim a credit.', []],
]);

reads('change-notice', [
  ['We will contact the user and give them approximately 2 business days to change the content in the notice.', []],
  ['The terms before such change shall govern the duration of the 20-day notice period.', []],
  [
    'The developer shall, within twenty days from the date of first notice of any modification, comply with the modification.',
    [],
  ],
  ['Changes take effect 20 days after we post them.', ['20 day']],
  ['Oakline may change its fees and payment policies by notifying you at least fifteen days before.', []],
]);

reads('termination-notice', [
  ['Upon providing us with fifteen (15) days notice, you may close your account.', ['15 day']],
  ['We will give you at least eight days notice before the changes take effect, and you may end this agreement.', []],
  ['If you do not use your account for at least 6 months, we may terminate it, but we will give you notice.', []],
]);

reads('assignment-notice', [
  [
    'Oakline may transfer all its rights and obligations to a third party and notify the user four days in advance.',
    ['4 day'],
  ],
  ['Thirty days after receipt of written notice of a breach this agreement ends.', []],
]);

reads('term', [
  ['This Agreement is effective for a period of one year, and that year begins on the Effective Date.', ['1 year']],
  ['You do not have the period of 14 days in which consumers may reconsider.', []],
  ['The licence holds while this agreement lasts and for 12 months following termination.', []],
]);

reads('price-increase-cap', [
  ['The fees may not rise by more than 6% a year.', ['6 percent']],
  ['A rise of the fees by more than 6% is a material change.', []],
  ['If the fees increase by more than 6%, you may leave.', []],
]);

reads('effective-date', [
  ['Effective date: May 4, 2023 (see the previous version)', ['2023-05-04']],
  ['Date of entry into force of the General Terms: 4 May 2023.', ['2023-05-04']],
  ['These terms were deprecated effective 4 May 2023.', []],
  // The day before the name is that of the name before it.
  ['Published: April 2, 2023 Effective date: May 4, 2023', ['2023-05-04']],
  ['Published April 2, 2023 Effective Date May 4, 2023', ['2023-05-04']],
  ['版本：V3.2发布日期：2023年4月2日生效日期：2023年5月4日', ['2023-05-04']],
  ['发布日期 2023年4月2日 实施日期 2023年5月4日', ['2023-05-04']],
  ['本协议发布于2023年4月2日，生效日期：2023年5月4日。', ['2023-05-04']],
  ['This contract is made on May 4, 2023 (the “Effective Date”).', ['2023-05-04']],
  ['自2023年5月4日（生效日期）起，本协议适用。', ['2023-05-04']],
  ['本协议2023年5月4日正式生效。', ['2023-05-04']],
]);

reads('outage-termination', [['We may terminate if your account has been suspended for more than 40 days.', []]]);

describe('availability', () => {
  test('a promise in square brackets is one', () => {
    expect(stated('availability', 'Availability will be no less than [99.95%].')).toEqual(['{"promise":99.95}']);
  });
});

reads('governing-law', [
  [
    '“Governing Law” means: (a) for customers in Europe, the laws of Freedonia; and (b) for everyone else, the laws of the State of Sylvania.',
    ['laws of Freedonia', 'laws of the State of Sylvania'],
  ],
  ['The parties agree that this shall be the law of Freedonia.', ['law of Freedonia']],
  [
    'These Terms are subject to the laws of the state shown in your billing address.',
    ['laws of the state shown in your billing address'],
  ],
  [
    'This agreement is governed by the laws of the country in which you live, without regard to its conflicts rules.',
    ['laws of the country in which you live'],
  ],
  // Laws that the text only speaks of.
  ['To the extent state law applies to this agreement, the laws of the State apply.', []],
  ['Claims of copyright will be processed in accordance with Freedonian law.', []],
  ['“Applicable Law” means the laws of Freedonia that apply to the Services.', []],
  ['This section applies to data that is subject to the data protection laws of Freedonia under this agreement.', []],
  ['Relief may be sought under this agreement only to the extent provided by Sylvanian law.', []],
  ['Under these terms the transfer falls beneath the Regulation, which is part of the law of Freedonia.', []],
]);

reads('court', [
  [
    '“Venue” means: (a) for customers in Europe, the courts of Elmport, Freedonia; and (b) for everyone else, the state courts located in Oakton, Sylvania.',
    ['courts of Elmport, Freedonia', 'state courts located in Oakton, Sylvania'],
  ],
  ['The courts in Clause 18 are the courts of Freedonia.', ['courts of Freedonia']],
  ['You submit to personal jurisdiction in Elmport, Freedonia.', ['Elmport, Freedonia']],
  ['Venue is proper only in Oak County.', ['Oak County']],
  [
    "The courts for Oakline's registered office have exclusive jurisdiction over all disputes.",
    ["courts for Oakline's registered office"],
  ],
  [
    'Disputes are subject to the jurisdiction of the District Court of Elmport, with appeals to the Regional Court of Oakton.',
    ['District Court of Elmport'],
  ],
  // Where a consumer may go as well, what a complaint must say, what a court does beside the arbitrator.
  ['If you are a consumer, you may also bring proceedings in the courts of the country where you live.', []],
  ['A data subject may also bring legal proceedings before the courts of the state in which it has its residence.', []],
  ['State that you consent to the jurisdiction of the court for the judicial district in which you are located.', []],
  ['All issues are for the arbitrator, except that a Sylvania court has the authority to decide on a claim.', []],
]);

describe('what a service level caps', () => {
  const capsIn = (title: string, text: string): readonly string[] => {
    const kind = /level/iu.test(title) ? 'sla' : 'other';
    const document = { ...documentOf([text], kind), title };
    return facts(document, classify(document))
      .filter((fact) => fact.kind.endsWith('-cap'))
      .map((fact) => fact.kind);
  };
  test.each<[title: string, text: string, expected: readonly string[]]>([
    [
      'Server Service Level Agreement',
      'Our total compensation shall in no circumstance exceed the monthly fees that you have paid for the failed server.',
      ['credit-cap'],
    ],
    [
      'Compensation Standard of Servers',
      'The total compensation shall not exceed what was paid in cash for one server.',
      ['credit-cap'],
    ],
    [
      'Compensation Scheme of Disks',
      'The compensation may never exceed what was paid for the disk that failed.',
      ['credit-cap'],
    ],
    // Beside no service level the same words bound the liability; time is no money.
    ['Terms of Use', 'Our total compensation shall not exceed the fees paid for the server.', ['liability-cap']],
    ['Compensation Standard of Servers', 'The failure shall not exceed the time paid for maintenance.', []],
  ])('%s: %s', (title, text, expected) => expect(capsIn(title, text)).toEqual(expected));
});
