import { sentence } from '../agreement/sentence.ts';
import { parseCivilDate, parseMonth } from '../term/calendar/civil-date.ts';
import { invoiceDates, vatSplit } from '../term/fees/invoices.ts';
import { allSteps } from '../term/answer.ts';
import type { Command, CommandContext } from './command.ts';
import { type PickedDocument, basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required } from './term-output.ts';

const USAGE = `assent invoice --document FILE[:N] --plan prepaid|postpaid --month YYYY-MM [options] [--json] [--lang=zh|en]
  --document FILE[:N]      the agreement; N as in \`read --json\` (0-based)
  --guide FILE[:N]         the provider's invoice guide (default: the only guide in the agreement's file)
  --plan prepaid|postpaid  how it is paid
  --month YYYY-MM          month in which the charge arose
  --type ordinary|special  VAT invoice, ordinary (default) or special
  --charged DATE           day of the charge, where asking is allowed at once
  --amount YUAN            amount including VAT, to take apart
  --own KIND=NUMBER        a value the document does not state; may be repeated`;

async function guideOf(argument: string | undefined, agreement: PickedDocument) {
  if (argument !== undefined)
    return (await pickDocument(argument, ['invoice-ordinary-day', 'invoice-special-day'])).document;
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
    own: { type: 'string', multiple: true },
  });
  const plan = oneOf(required(given.plan, 'plan'), ['prepaid', 'postpaid'], 'plan');
  const type = oneOf(given.type, ['ordinary', 'special'], 'type');
  const month = parseMonth(required(given.month, 'month'));
  const charged = given.charged === undefined ? {} : { charged: parseCivilDate(given.charged) };
  const picked = await pickDocument(required(given.document, 'document'), [
    'invoice-ordinary-day',
    'invoice-special-day',
  ]);
  const guide = await guideOf(given.guide, picked);
  const dates = invoiceDates(picked.document, guide, { plan, month, type, ...charged });
  const vat = given.amount === undefined ? undefined : vatSplit(basisOf([picked.document], given.own), given.amount);
  const guideLines: readonly ResultLine[] = [
    {
      name: 'earliestAsk.guide',
      label: sentence('cli.invoice.guide-lines.label'),
      answer: dates.ask.guide,
    },
    {
      name: 'issuedFrom.guide',
      label: sentence('cli.invoice.guide-lines.label-2'),
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
        label: sentence('cli.invoice.run.lines.label'),
        answer: dates.ask.agreement,
      },
      {
        name: 'issuedFrom.agreement',
        label: sentence('cli.invoice.run.lines.label-2'),
        answer: dates.issue.agreement,
      },
      ...guideLines,
      ...(vat === undefined ? [] : [{ name: 'vat', label: sentence('cli.invoice.run.lines.label-3'), answer: vat }]),
    ],
    steps: [...dates.steps, ...(vat === undefined ? [] : allSteps([vat]))],
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
