/**
 * A log of a hundred thousand outages, from its import to its claim: for how long at a time each step lets nothing else run in the
 * main process, where a window's calls wait. Each is told as milliseconds and set against the plainest pass over the same rows,
 * measured in the same run.
 */
import { performance } from 'node:perf_hooks';
import { handlers } from '../../src-main/handlers.ts';
import { AppUnderTest } from '../unit/kernel/ports.ts';

const ROWS = 100_000;
const MONTH = '2026-10';
const TEXT =
  '甲云服务等级协议\n\n服务商：示例云服务有限公司\n\n1. 可用性\n1.1 月度可用性不低于99.9%；低于99.9%的，赔偿当月服务费的10%。\n2. 申请\n2.1 赔偿申请应在故障月份结束后两个月内提出。\n';

/** Lines of a monitor's export: outages of one instance, spread over fourteen months. */
function lines(): readonly string[] {
  const begin = Date.UTC(2025, 9, 1) / 1000;
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return Array.from({ length: ROWS }, (_, n) => `${iso(begin + n * 360)},${iso(begin + n * 360 + 60)},gw-1`);
}

/** Milliseconds that this thread has worked. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

interface Measured<Result> {
  readonly result: Result;
  readonly totalMs: number;
  /** The longest time in which nothing else was let through, as this thread worked in it: other programs count for nothing. */
  readonly longestMs: number;
}

async function measured<Result>(work: () => Result | Promise<Result>): Promise<Measured<Result>> {
  const began = workedMs();
  let [last, longestMs, done] = [began, 0, false];
  const look = (): void => {
    const now = workedMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!done) setImmediate(look);
  };
  setImmediate(look);
  const result = await work();
  done = true;
  look();
  return { result, totalMs: workedMs() - began, longestMs };
}

const round = (value: number): number => Math.round(value * 10) / 10;

interface Desk {
  readonly desk: AppUnderTest;
  readonly text: string;
  /** Runs one step and notes how long it took. */
  readonly step: <Result>(name: string, work: () => Result | Promise<Result>) => Promise<Result>;
}

/** A text of its own, and its log from the import to the claim. */
async function wholeWay({ desk, text, step }: Desk, title: string): Promise<void> {
  const bytes = new TextEncoder().encode(TEXT.replace('甲云', title));
  const outcome = await desk.handlers['import.bytes']({ name: `${title}.txt`, bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title }] });
  const agreementId = saved?.agreementId ?? '';
  desk.conclude(saved?.versionId ?? '');
  // Reading has a process of its own in the app; what is looked up of the rows before they are shown has not.
  const read = await desk.ports.readLog({ of: 'outages', text, said: {} });
  const { 'rights.readLog': readLog, 'rights.keepLog': keepLog } = handlers({
    ...desk.ports,
    readLog: () => Promise.resolve(read),
  });
  const of = { agreementId, month: MONTH };
  const preview = async (): Promise<string> => (await readLog({ agreementId, text }))?.token ?? '';
  const token = await step('preview', preview);
  await step('keep', () => keepLog({ agreementId, token }));
  await step('agreement', () => desk.handlers['rights.open']({ agreementId }));
  await step('month', () => desk.handlers['rights.month'](of));
  await desk.handlers['rights.setMonthFee']({ ...of, fee: { fee: '1000' } });
  await step('agenda', () => desk.handlers['agenda.list']({}));
  await step('claim', () => desk.handlers['rights.claim']({ ...of, outside: 'bench' }));
  await step('agendaAfterClaim', () => desk.handlers['agenda.list']({}));
  const again = await step('previewAgain', preview);
  await step('keepAgain', () => keepLog({ agreementId, token: again }));
}

export default async function outagesBench(): Promise<Record<string, unknown>> {
  const desk = new AppUnderTest();
  // Its clock goes on with the machine's, so that slices end when they do in the app.
  const began = performance.now();
  Object.defineProperty(desk, 'elapsed', { get: () => performance.now() - began });
  const figures: Record<string, number> = {};
  const step: Desk['step'] = async (name, work) => {
    const { result, totalMs, longestMs } = await measured(work);
    figures[`${name}Ms`] = round(totalMs);
    figures[`${name}LongestMs`] = round(longestMs);
    return result;
  };
  try {
    const rows = lines();
    const logOf = (some: readonly string[]): string => ['start,end,instance', ...some].join('\n');
    // The first way warms up: what a program does for the first time takes longer, of one row as of many.
    await wholeWay({ desk, text: logOf(rows.slice(-8000)), step }, '乙云');
    // The plainest pass over the same rows: their times are read.
    const plain = await measured(() => rows.map((row) => row.split(',').map((cell) => Date.parse(cell))));
    await wholeWay({ desk, text: logOf(rows), step }, '甲云');
    const longest = Object.entries(figures).filter(([name]) => name.endsWith('LongestMs'));
    const [worst = ['', 0]] = longest.toSorted(([, a], [, b]) => b - a);
    return {
      name: 'outages',
      rows: ROWS,
      plainPassMs: round(plain.totalMs),
      longestMs: worst[1],
      longestIn: worst[0].replace(/LongestMs$/u, ''),
      longestToPlainPass: Math.round((worst[1] / plain.totalMs) * 1000) / 1000,
      ...figures,
    };
  } finally {
    desk.end();
  }
}
