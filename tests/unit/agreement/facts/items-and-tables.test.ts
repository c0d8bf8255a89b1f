import { describe, expect, test } from 'vitest';
import type { Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readMarkdown } from '../../../../src-main/import/markdown/markdown.ts';
import { documentOf } from '../meaning.ts';

const told = ({ value, unit }: Fact): string =>
  typeof value === 'number' ? `${value} ${unit}` : typeof value === 'string' ? value : JSON.stringify(value);

/** What a whole text states of one kind. */
const inText = (kind: FactKind, ...lines: readonly string[]): readonly Fact[] =>
  read(readMarkdown(['# Terms of Use', '', ...lines].join('\n\n'), 'utf-8'), {}, null)
    .documents.flatMap((document) => document.facts)
    .filter((fact) => fact.kind === kind);

/** What one clause states of one kind. */
function stated(kind: FactKind, text: string): readonly string[] {
  const document = documentOf([
    ['3', 'General'],
    ['3.1', text, '3'],
  ]);
  return facts(document, classify(document))
    .filter((fact) => fact.kind === kind)
    .map(told);
}

describe('an item is read with the words that introduce it', () => {
  test('a term that a list defines has a law and a court for each case', () => {
    const lines = [
      '1. Definitions.',
      '“Governing Law” means:',
      '(a) for members in Freedonia, the laws of Freedonia; and',
      '(b) for all other members, the laws of the State of Ohio.',
      '“Venue” means:',
      '(a) for members in Freedonia, the courts of Elmstadt, Freedonia; and',
      '(b) for all other members, the state courts located in Elm County, Ohio.',
    ];
    expect(inText('governing-law', ...lines).map(told)).toEqual(['laws of Freedonia', 'laws of the State of Ohio']);
    expect(inText('court', ...lines).map(told)).toEqual([
      'courts of Elmstadt, Freedonia',
      'state courts located in Elm County, Ohio',
    ]);
  });

  test('what must be done, and what has ended, may stand in the introduction', () => {
    const window = [
      '1. Bills. A member who doubts a bill must:',
      '(a) contact us within 21 days of the date of the bill; and',
      '(b) pay the rest.',
    ];
    expect(inText('claim-closes', ...window).map(told)).toEqual(['21 day']);
    const kept = [
      '1. After the end. Once the contract is cancelled:',
      '(a) your access ends; and',
      '(b) we delete your content within 40 days.',
    ];
    expect(inText('data-return', ...kept).map(told)).toEqual(['40 day']);
  });

  test('the bound that a list gives is one of the liability that its introduction limits', () => {
    const lines = [
      '1. Limit. In no event shall our total liability exceed the greater of:',
      '(a) $700; or',
      '(b) the fees paid by you in the last quarter.',
    ];
    expect(inText('liability-cap', ...lines).map(told)).toEqual(['$700', 'the fees paid by you in the last quarter']);
  });

  test('what introduces something else lends an item nothing', () => {
    const lines = [
      '1. Support. We look into:',
      '(a) bills that you report to us within 21 days; and',
      '(b) $700 of damage at the door.',
    ];
    expect(inText('liability-cap', ...lines)).toEqual([]);
    expect(
      inText('data-return', '1. Posts. Members may:', '(a) delete content within 40 days; and', '(b) write.'),
    ).toEqual([]);
  });
});

describe('a table of laws and courts', () => {
  const rows = [
    '1. Who you contract with and by what law:',
    '| Where you live | Company | Governing law | Courts |\n| --- | --- | --- | --- |\n| Freedonia | Elm GmbH | Freedonia – see part 9 | Elmstadt |\n| Elsewhere | Elm Inc. | Ohio, USA | Elm County, Ohio |\n| Sylvania | none | Not applicable | See part 9 |',
  ];
  test('each row is a case of its own', () => {
    expect(inText('governing-law', ...rows).map((fact) => [told(fact), fact.scope])).toEqual([
      ['Freedonia', { case: 'Freedonia' }],
      ['Ohio, USA', { case: 'Elsewhere' }],
    ]);
    expect(inText('court', ...rows).map(told)).toEqual(['Elmstadt', 'Elm County, Ohio']);
  });
  test('a table of other laws, and one of jurisdictions in which something is sold, has none', () => {
    const other = '| Product | Privacy law |\n| --- | --- |\n| Elm Box | Act of Ohio |';
    expect(inText('governing-law', '1. Laws:', other)).toEqual([]);
    const sold = '| Product | Jurisdictions served |\n| --- | --- |\n| Elm Box | Ohio, USA |';
    expect(inText('court', '1. Where:', sold)).toEqual([]);
  });
});

describe('the law of whatever the words call the contract', () => {
  test.each<[string, readonly string[]]>([
    ['This statement of work shall be governed by the laws of the State of Ohio.', ['laws of the State of Ohio']],
    ['The software and its use are governed by Freedonian law.', ['Freedonian law']],
    ['Governed by Sylvanian law.', ['Sylvanian law']],
    [
      'This agreement is governed by the laws of Freedonia or, if you live in Sylvania, the laws of Sylvania.',
      ['laws of Freedonia', 'laws of Sylvania'],
    ],
    ['Each side’s rights and duties are determined in their entirety by Sylvanian law.', ['Sylvanian law']],
    ['We don’t agree that this agreement is governed by the laws of Freedonia.', []],
    ['The provider is a company governed by the laws of Freedonia.', []],
    [
      'This agreement is governed by the laws of Ohio, and users are responsible for compliance with the laws of Iowa.',
      ['laws of Ohio'],
    ],
    // What has a law of its own, and a law that something is said apart from.
    ['The transfer of personal data to the group is governed by the laws of Freedonia.', []],
    ['Copyright in the photographs is governed by Freedonian law.', []],
    ['The internal affairs of the corporation are governed by Ohio law.', []],
    [
      'These terms are governed by the laws of Ohio, without regard to the laws of your home state of Iowa.',
      ['laws of Ohio'],
    ],
  ])('%s', (text, expected) => expect(stated('governing-law', text)).toEqual(expected));
});

describe('a jurisdiction that is exclusive is one of courts', () => {
  test.each<[string, readonly string[]]>([
    ['You submit to the exclusive jurisdiction of Elmstadt, Freedonia.', ['Elmstadt, Freedonia']],
    ['Any dispute falls under the jurisdiction of Elmstadt, Freedonia.', ['Elmstadt, Freedonia']],
    ['Jurisdiction and venue for any action lie in Elm County, Ohio.', ['Elm County, Ohio']],
    ['Only the courts of Freedonia can decide a dispute.', ['courts of Freedonia']],
    ['We don’t agree to the exclusive jurisdiction of the courts of Elmstadt.', []],
    ['The licence is valid in the jurisdiction of Elmstadt, Freedonia.', []],
    ['Some jurisdictions, such as Elmstadt, Freedonia, do not allow such limits.', []],
    ['We act under the jurisdiction of Freedonia and keep its rules.', []],
    ['A court of Freedonia that decides on the permit may order its return in an action.', []],
  ])('%s', (text, expected) => expect(stated('court', text)).toEqual(expected));
});

describe('other words for a time', () => {
  test.each<[FactKind, string, readonly string[]]>([
    ['claim-closes', 'The limitation period for claims against us is two years.', ['2 year']],
    ['claim-closes', 'Warranty claims lapse 8 months after delivery.', ['8 month']],
    ['claim-closes', 'You have 25 days from the date of the invoice to contest it.', ['25 day']],
    ['claim-closes', 'We shall respond to a complaint about a bill that you raise within 25 days.', []],
    ['claim-closes', 'You must tell us of the dispute 60 days before filing a claim.', []],
    ['claim-closes', 'If a dispute is not settled within 25 days, either side may start arbitration.', []],
    ['data-return', 'You may cancel at any time. Your data will then be removed within 35 days.', ['35 day']],
    ['data-return', 'Deleted accounts are purged from our systems within one month.', ['1 month']],
    ['data-return', 'Access logs are deleted within 14 days.', []],
    ['data-return', 'Your data is kept for 13 months.', []],
    ['data-return', 'Backups of your files are made daily and kept for 7 days.', []],
    ['overdue-termination', 'If you don’t pay for 50 days we will delete your account.', ['50 day']],
    ['overdue-termination', 'If an account is in arrears for 50 days we may close it.', ['50 day']],
    ['overdue-termination', 'If you don’t pay within 5 days we send a reminder.', []],
    [
      'termination-notice',
      'The contract may be terminated by either side, subject to a notice period of 45 days.',
      ['45 day'],
    ],
    ['termination-notice', 'We tell you 45 days ahead if we decide to close the service.', ['45 day']],
    ['termination-notice', 'We look after the service for 45 days if we decide to close a gap.', []],
    ['payment-due', 'Payment terms are 28 days net.', ['28 day']],
    ['effective-date', 'These terms come into force on 4 May 2031.', ['2031-05-04']],
    ['breach-notice', 'In the case of data breaches the supplier informs the customer within 48 hours.', ['48 hour']],
    ['breach-notice', 'The customer is told of any breach of security within 36 hours.', ['36 hour']],
    ['breach-notice', 'A breach of these terms is notified within 36 hours.', []],
    [
      'arbitration-body',
      'Disputes go to arbitration under the rules of the Elmstadt Court of Arbitration.',
      ['Elmstadt Court of Arbitration'],
    ],
    [
      'arbitration-body',
      'The arbitration is administered by Elm Resolution Services, Inc.',
      ['Elm Resolution Services, Inc'],
    ],
    ['arbitration-body', 'The arbitration is administered by an arbitrator whom both sides name.', []],
  ])('%s: %s', (kind, text, expected) => expect(stated(kind, text)).toEqual(expected));
});
