import { sentence } from '../agreement/sentence.ts';
import { civilDateAt, parseMonth } from '../term/calendar/civil-date.ts';
import { invoiceDates, vatSplit } from '../term/fees/invoices.ts';
import { allSteps } from '../term/answer.ts';
import { dueOf } from './fees-due.ts';
import { paidLines, paidOf } from './invoice-paid.ts';
import type { Command, CommandContext, Usage } from './command.ts';
import { type PickedDocument, basisOf, pickDocument } from './term-document.ts';
import { dateGiven, type ResultLine, flags, needsWith, oneOf, onlyOne, printResult, required } from './term-output.ts';

const USAGE: Usage = {
  synopsis:
    'assent invoice --document FILE[:N] --plan prepaid|postpaid --month YYYY-MM [OPTION…] [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.invoice.usage.document')],
    ['--guide FILE[:N]', sentence('cli.invoice.usage.guide')],
    ['--plan prepaid|postpaid', sentence('cli.invoice.usage.plan')],
    ['--month YYYY-MM', sentence('cli.invoice.usage.month')],
    ['--type ordinary|special', sentence('cli.invoice.usage.type')],
    ['--charged DATE', sentence('cli.invoice.usage.charged')],
    ['--amount YUAN', sentence('cli.invoice.usage.amount')],
    ['--paid DATE[=YUAN]', sentence('cli.invoice.usage.paid')],
    ['--due DATE | --billed DATE', sentence('cli.invoice.usage.due')],
    ['--own KIND=VALUE', sentence('cli.invoice.usage.own')],
  ],
};

async function guideOf(argument: string | undefined, agreement: PickedDocument) {
  if (argument !== undefined) return (await pickDocument(argument, ['invoice-ordinary', 'invoice-special'])).document;
  const guides = agreement.others.filter((document) => document.kind === 'guide');
  return guides.length === 1 ? guides[0] : undefined;
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, {
    document: { type: 'string' },
    guide: { type: 'string' },
    plan: { type: 'string' },
    month: { type: 'string' },
    type: { type: 'string', default: 'ordinary' },
    charged: { type: 'string' },
    amount: { type: 'string' },
    paid: { type: 'string', multiple: true },
    due: { type: 'string' },
    billed: { type: 'string' },
    own: { type: 'string', multiple: true },
  });
  needsWith(given, { due: 'amount', billed: 'amount' });
  if (given.due !== undefined && given.billed !== undefined) throw onlyOne(['--due', '--billed']);
  const plan = oneOf(required(given.plan, 'plan'), ['prepaid', 'postpaid'], 'plan');
  const type = oneOf(given.type, ['ordinary', 'special'], 'type');
  const month = parseMonth(required(given.month, 'month'));
  const charged = given.charged === undefined ? {} : { charged: dateGiven(given.charged, 'charged') };
  const picked = await pickDocument(required(given.document, 'document'), ['invoice-ordinary', 'invoice-special']);
  const guide = await guideOf(given.guide, picked);
  const basis = basisOf([picked.document], { ...given, now: context.now });
  const paid = paidOf(given.paid, given.amount);
  const settled = paid.settledOn === undefined ? {} : { paid: paid.settledOn };
  const dates = invoiceDates(basis.sources[0], guide, { plan, month, type, ...charged, ...settled });
  const { amount, billed } = given;
  // The month is that of the charge, not that of paying it.
  const due = given.due === undefined && billed === undefined ? undefined : dueOf(basis, { due: given.due, billed }).on;
  const today = civilDateAt(context.now().toISOString());
  const tellsPaid = given.paid !== undefined || due !== undefined;
  const ofParts = amount !== undefined && tellsPaid ? paidLines(basis, amount, paid, { due, today }) : [];
  const vat = given.amount === undefined ? undefined : vatSplit(basis, given.amount);
  const guideLines: readonly ResultLine[] = [
    {
      name: 'earliestAsk.guide',
      label: sentence('cli.invoice.ask-by-guide'),
      answer: dates.ask.guide,
    },
    {
      name: 'issuedFrom.guide',
      label: sentence('cli.invoice.issued-by-guide'),
      answer: dates.issue.guide,
    },
  ].filter(({ name, answer }) => answer.known || (given.guide !== undefined && name === 'earliestAsk.guide'));
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: {
      ...(guide === undefined ? {} : { guide: { title: guide.title } }),
      plan,
      month,
      type,
      contradictions: dates.contradictions,
    },
    lines: [
      {
        name: 'earliestAsk.agreement',
        label: sentence('cli.invoice.ask-by-agreement'),
        answer: dates.ask.agreement,
      },
      {
        name: 'issuedFrom.agreement',
        label: sentence('cli.invoice.issued-by-agreement'),
        answer: dates.issue.agreement,
      },
      ...guideLines,
      ...(vat === undefined ? [] : [{ name: 'vat', label: sentence('cli.invoice.net-and-vat'), answer: vat }]),
      ...ofParts,
    ],
    steps: [...new Set([...dates.steps, ...allSteps([...(vat ? [vat] : []), ...ofParts.map(({ answer }) => answer)])])],
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
