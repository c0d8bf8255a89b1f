import { readFile } from 'node:fs/promises';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { known, mapAnswer } from '../term/answer.ts';
import { capitals } from '../term/fees/capitals.ts';
import { parseMonth } from '../term/calendar/civil-date.ts';
import type { MonthFee } from '../term/service/month-fee.ts';
import { readOutageLog } from '../term/service/outage-log.ts';
import { type Downtime, serviceLevel } from '../term/service/service-level.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { flags, oneOf, printResult, required, wholeNumber } from './term-output.ts';

const USAGE = `assent sla --document FILE[:N] --month YYYY-MM (--unavailable-minutes N | --outages FILE.csv) [options] [--json] [--lang=zh|en]
  --document FILE[:N]        the service-level agreement; N as in \`read --json\` (0-based)
  --terms FILE[:N]           a second document for what the first does not state (termination after an outage)
  --month YYYY-MM            the service month
  --unavailable-minutes N    minutes already counted
  --excluded-minutes N       minutes under an exclusion, shown beside them
  --outages FILE.csv         outage log with columns start,end[,cause,instances,exclusion,evidence]; Beijing time without an offset
  --count whole|started      whole (default): only minutes down throughout; started: every minute touched
  --fee YUAN                 the month's fee, e.g. 1000.00
  --prepaid YUAN --months N  instead of --fee: paid at once for N months, apportioned
  --voucher YUAN             part of it paid by voucher, outside of the cap
  --own KIND=NUMBER          a value the document does not state; may be repeated`;

const NEEDED: readonly LegacyKind[] = ['availability', 'credit-tier', 'claim-opens-working-day', 'claim-closes-months'];

async function logText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal(
      'file-not-readable',
      { zh: `打不开中断记录“${path}”。`, en: `The outage log "${path}" cannot be opened.` },
      { zh: '请检查路径与读取权限。', en: 'Check the path, and that you may read the file.' },
      { cause: error },
    );
  }
}

interface Given {
  readonly 'unavailable-minutes'?: string;
  readonly 'excluded-minutes'?: string;
  readonly outages?: string;
  readonly count: string;
  readonly fee?: string;
  readonly prepaid?: string;
  readonly months?: string;
  readonly voucher?: string;
}

async function downtimeOf(given: Given): Promise<Downtime> {
  const { outages, 'unavailable-minutes': minutes, 'excluded-minutes': excluded } = given;
  if ((outages === undefined) === (minutes === undefined)) throw new UsageError('--unavailable-minutes | --outages?');
  if (outages !== undefined) {
    return {
      outages: readOutageLog(await logText(outages)),
      counting: oneOf(given.count, ['whole', 'started'], 'count'),
    };
  }
  return {
    minutes: wholeNumber(minutes ?? '', 'unavailable-minutes'),
    ...(excluded === undefined ? {} : { excludedMinutes: wholeNumber(excluded, 'excluded-minutes') }),
  };
}

function feeOf(given: Given): MonthFee | undefined {
  const vouchers = given.voucher === undefined ? {} : { vouchers: given.voucher };
  if (given.prepaid !== undefined) {
    if (given.fee !== undefined) throw new UsageError('--fee | --prepaid?');
    return { total: given.prepaid, months: wholeNumber(required(given.months, 'months'), 'months'), ...vouchers };
  }
  return given.fee === undefined ? undefined : { fee: given.fee, ...vouchers };
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, {
    document: { type: 'string' },
    terms: { type: 'string' },
    month: { type: 'string' },
    'unavailable-minutes': { type: 'string' },
    'excluded-minutes': { type: 'string' },
    outages: { type: 'string' },
    count: { type: 'string', default: 'whole' },
    fee: { type: 'string' },
    prepaid: { type: 'string' },
    months: { type: 'string' },
    voucher: { type: 'string' },
    own: { type: 'string', multiple: true },
  });
  const month = parseMonth(required(given.month, 'month'));
  const downtime = await downtimeOf(given);
  const fee = feeOf(given);
  const picked = await pickDocument(required(given.document, 'document'), NEEDED);
  const terms =
    given.terms === undefined ? [] : [(await pickDocument(given.terms, ['outage-termination-hours'])).document];
  const basis = basisOf([picked.document, ...terms], given.own);
  const level = serviceLevel(basis, { month, downtime, ...(fee === undefined ? {} : { fee }) });
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: { month },
    lines: [
      {
        name: 'totalMinutes',
        label: { zh: '当月总分钟', en: 'minutes of the month' },
        answer: known(level.totalMinutes, []),
      },
      {
        name: 'unavailableMinutes',
        label: { zh: '不可用分钟', en: 'unavailable minutes' },
        answer: known(level.unavailableMinutes, []),
      },
      {
        name: 'excludedMinutes',
        label: { zh: '除外分钟', en: 'excluded minutes' },
        answer: known(level.excludedMinutes, []),
      },
      { name: 'availability', label: { zh: '可用性 %', en: 'availability %' }, answer: known(level.availability, []) },
      {
        name: 'availabilityWithoutExclusions',
        label: { zh: '不计除外时的可用性 %', en: 'availability % without exclusions' },
        answer: known(level.availabilityWithoutExclusions, []),
      },
      { name: 'promised', label: { zh: '承诺可用性 %', en: 'promised %' }, answer: level.promised },
      { name: 'breach', label: { zh: '未达承诺', en: 'breach' }, answer: level.breach },
      { name: 'tier', label: { zh: '赔偿档次', en: 'tier' }, answer: mapAnswer(level.tier, (tier) => tier ?? 'none') },
      { name: 'creditPercent', label: { zh: '赔偿比例 %', en: 'credit %' }, answer: level.creditPercent },
      { name: 'monthlyFee', label: { zh: '月度服务费用（元）', en: 'monthly fee (CNY)' }, answer: level.monthlyFee },
      { name: 'cap', label: { zh: '赔偿上限（元）', en: 'cap (CNY)' }, answer: level.cap },
      { name: 'credit', label: { zh: '赔偿金额（元）', en: 'credit (CNY)' }, answer: level.credit },
      { name: 'creditInCapitals', label: { zh: '大写', en: 'in capitals' }, answer: mapAnswer(level.credit, capitals) },
      { name: 'claimOpens', label: { zh: '可申请之日', en: 'claims open' }, answer: level.claim.opens },
      {
        name: 'claimCloses',
        label: { zh: '申请截止日', en: 'claims close' },
        answer: mapAnswer(level.claim.closes, (end) => end.lastDay),
      },
      { name: 'termination', label: { zh: '连续中断终止权', en: 'right to terminate' }, answer: level.termination },
    ],
    steps: level.steps,
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
