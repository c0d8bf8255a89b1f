import { OBJECTION, SERVICE_CREDIT_CLAIM } from '../../../src-main/letter/forms.ts';
import type { LetterValues } from '../../../src-main/letter/template.ts';
import { VALUES } from './example.ts';

/** The same facts, in the words that a person writes into an English letter. */
export const ENGLISH: LetterValues = {
  companyName: 'Example Networks Co., Ltd.',
  address: '1 Example Road',
  legalRepresentative: 'Wang Xiaoming',
  contactName: 'Li Lei',
  handler: 'Han Meimei',
  agentName: 'Han Meimei',
  agentPosition: 'Purchasing manager',
  contactAddress: '1 Example Road',
  bankName: 'Example Bank',
  addressee: 'Example Carrier Limited',
  agreementTitle: 'Cross-Border Line Agreement',
  agreementVersion: 'version 2',
  reason: 'two subsidiaries share the line',
  titles: (VALUES['titles'] as readonly Record<string, string>[]).map((row, index) => ({
    ...row,
    title: `Subsidiary ${index + 1} Limited`,
    use: 'office',
    payment: 'bank transfer',
  })),
  questions: [{ clause: '7.4', quote: 'The cap is one month’s fee.', question: 'Which month is meant?' }],
  service: 'Enterprise network',
  month: '2026-10',
  steps: [{ step: 'Availability', value: '99.8992%' }],
  basis: 'clause 2.1',
  outages: [{ from: '2026-10-03 09:00', to: '2026-10-03 09:45', minutes: '45', on: '', cause: '', counted: 'Yes' }],
  clauses: [{ clause: '3.1', quote: 'Example clause.' }],
  changes: [{ clause: 'Clause 8.1 is shortened to 7 days', why: 'there is no time to react' }],
  demand: 'that you go on performing as agreed.',
  assignee: 'Example Group Limited',
  facts: 'the line was down for ninety hours',
  duty: 'to restore the line',
  breach: 'the line was down for ninety hours.',
  losses: [
    { item: 'Backup line', amount: '2000', proof: 'invoices' },
    { item: 'Technicians', amount: '1,345.67', proof: 'contract' },
  ],
  refunds: [
    { item: 'Line fee', amount: '2345.67' },
    { item: 'Prepaid balance', amount: '1000' },
  ],
  data: 'configuration and logs',
  accounts: [
    { item: 'September 2026', billed: '12000', paid: '10000', balance: '2000' },
    { item: 'October 2026', billed: '3345.67', paid: '2000', balance: '1345.67' },
  ],
  paper: 'Notice of Termination',
  department: 'IT',
  lawFirm: 'Example Law Firm',
  materials: [
    { material: 'List of evidence', form: 'Print', pages: '3' },
    { material: 'Evidence bundle', form: 'Electronic file', pages: '1' },
  ],
  contractTerm: 'twelve months from acceptance',
  keyTerms: 'Liability is capped at one month’s fee.',
  duties: [
    { clause: '4.2', duty: 'Pay by the tenth', owner: 'Finance', due: '2026-12-10', done: '', proof: 'bank receipt' },
    {
      clause: '9.1',
      duty: 'Renew in time',
      owner: 'Purchasing',
      due: '2026-11-30',
      done: '2026-11-20',
      proof: 'email',
    },
  ],
  commitments: [
    {
      clause: '1',
      words: 'The line is for own offices only.',
      owner: 'IT',
      measure: 'Use by line',
      check: 'Quarterly',
    },
  ],
  keeper: 'Han Meimei',
  device: 'the department’s own computer',
  depositWith: 'Example Time Stamp Service',
};

/** Fields that are something else on these papers. */
export const OF_FORM: Readonly<Record<string, LetterValues>> = {
  [OBJECTION.id]: { ground: '' },
  [SERVICE_CREDIT_CLAIM.id]: { delivery: 'ticket' },
};
