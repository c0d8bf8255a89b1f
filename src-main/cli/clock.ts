import { sentence } from '../agreement/sentence.ts';
import type { FactKind } from '../agreement/fact.ts';
import { Refusal } from '../agreement/refusal.ts';
import { allSteps, known, mapAnswer } from '../term/answer.ts';
import { civilDateIn, type Zone } from '../term/calendar/zone.ts';
import { dayClock } from '../term/day-clock.ts';
import {
  type ChangeNotice,
  isLeaving,
  NOTICE_KINDS,
  type NoticeClock,
  type NoticeKind,
  noticeCases,
  noticeClock,
} from '../term/notice/notice-clock.ts';
import { NOTICE_CHANNELS, refuseEarlyReceipt } from '../term/notice/notice-delivery.ts';
import type { Command, CommandContext, Usage } from './command.ts';
import { statutesBeside } from '../term/statutes/beside.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { dateGiven, type ResultLine, flags, oneOf, printResult, required, twoDays } from './term-output.ts';

const USAGE: Usage = {
  synopsis: 'assent clock --document FILE[:N] --announced DATE|INSTANT [OPTION…] [--json] [--lang=zh|en]',
  options: [
    ['--document FILE[:N]', sentence('cli.clock.usage.document')],
    ['--announced DATE', sentence('cli.clock.usage.announced')],
    ['--channel CHANNEL', sentence('cli.clock.usage.channel')],
    ['--kind KIND', sentence('cli.clock.usage.kind')],
    ['--effective DATE', sentence('cli.clock.usage.effective')],
    ['--received DATE', sentence('cli.clock.usage.received')],
    ['--own KIND=VALUE', sentence('cli.clock.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
    ['--statutes FILE', sentence('cli.term-output.usage.statutes')],
    ['--last-day-stays', sentence('cli.clock.usage.last-day-stays')],
    ['--start-day-counts', sentence('cli.clock.usage.start-day-counts')],
  ],
};

const NEEDED: Readonly<Record<NoticeKind, readonly FactKind[]>> = {
  change: ['change-notice'],
  'sla-change': ['change-notice'],
  termination: ['termination-notice'],
  assignment: ['assignment-notice'],
  fee: ['price-notice'],
};

/** A day as it is, or the day of an instant by the agreement's clock. */
function dayOf(text: string, zone: Zone): string {
  return text.includes(':') ? civilDateIn(text, zone) : dateGiven(text, 'announced');
}

/** @param compared whether the provider named a day of effect, which the notice is measured by */
function linesOf(kind: NoticeKind, clock: NoticeClock, compared: boolean): readonly ResultLine[] {
  const measured: readonly ResultLine[] = [
    {
      name: 'noticeDaysGiven',
      label: sentence('cli.clock.days-given'),
      answer: clock.noticeDaysGiven,
    },
    {
      name: 'shortfallDays',
      label: sentence('cli.clock.days-short'),
      answer: mapAnswer(clock.shortfall, ({ full }) => full),
    },
    {
      name: 'shortfallDaysCountedBack',
      label: sentence('cli.clock.days-short-back'),
      answer: mapAnswer(clock.shortfall, ({ back }) => back),
    },
  ];
  return [
    { name: 'delivered', label: sentence('cli.clock.delivered'), answer: clock.delivered },
    { name: 'required', label: sentence('cli.clock.notice-required'), answer: clock.required },
    {
      name: 'periodEnds',
      label: sentence('cli.clock.last-day-of-notice'),
      answer: twoDays(clock.periodEnds),
    },
    {
      name: 'earliestEffective',
      label: sentence('cli.clock.earliest-effect'),
      answer: twoDays(clock.earliestEffective),
    },
    ...(clock.objectBy
      ? [{ name: 'objectBy', label: sentence('cli.clock.object-by'), answer: twoDays(clock.objectBy), lastDay: true }]
      : []),
    {
      name: 'lastDayToAct',
      label: isLeaving(kind, clock) ? sentence('cli.clock.last-day-to-leave') : sentence('cli.clock.last-day-to-act'),
      answer: twoDays(clock.lastDayToAct),
      lastDay: true,
    },
    ...(compared ? measured : []),
  ];
}

/** Refuses (`no-such-scope`) a case that the text has no notice of its own for. */
function refuseOtherScope(scope: string | undefined, cases: readonly string[]): void {
  if (scope === undefined || cases.some((each) => each.normalize('NFKC').trim() === scope.normalize('NFKC').trim()))
    return;
  throw new Refusal(
    'no-such-scope',
    sentence('cli.clock.no-such-scope', { scope }),
    cases.length > 0 ? sentence('cli.clock.no-such-scope.next', { cases }) : sentence('cli.clock.no-such-scope.none'),
  );
}

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, {
    document: { type: 'string' },
    announced: { type: 'string' },
    channel: { type: 'string', default: 'site' },
    kind: { type: 'string', default: 'change' },
    effective: { type: 'string' },
    received: { type: 'string' },
    own: { type: 'string', multiple: true },
    scope: { type: 'string' },
    statutes: { type: 'string' },
    'last-day-stays': { type: 'boolean', default: false },
    'start-day-counts': { type: 'boolean', default: false },
  });
  const kind = oneOf(given.kind, NOTICE_KINDS, 'kind');
  const channel = oneOf(given.channel, NOTICE_CHANNELS, 'channel');
  const announced = required(given.announced, 'announced');
  const picked = await pickDocument(required(given.document, 'document'), NEEDED[kind]);
  const basis = basisOf([picked.document], { ...given, now: context.now });
  const sent = dayOf(announced, dayClock(basis).zone);
  const cases = noticeCases(basis, kind);
  refuseOtherScope(given.scope, cases);
  const notice: ChangeNotice = {
    kind,
    channel,
    sent,
    ...(announced.includes(':') ? { sentAt: announced } : {}),
    ...(given.effective === undefined ? {} : { announcedEffective: dateGiven(given.effective, 'effective') }),
    ...(given.received === undefined ? {} : { received: dateGiven(given.received, 'received') }),
    counting: { lastDayStays: given['last-day-stays'], startDayCounts: given['start-day-counts'] },
  };
  refuseEarlyReceipt(notice);
  const clock = noticeClock(basis, notice);
  const compared = given.effective !== undefined;
  const clocks =
    given.scope === undefined ? cases.map((scope) => [scope, noticeClock({ ...basis, scope }, notice)] as const) : [];
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: {
      kind,
      channel,
      announced: sent,
      ...(given.effective === undefined ? {} : { announcedEffective: given.effective }),
    },
    lines: linesOf(kind, clock, compared),
    ...(clocks.length > 0
      ? { scopes: clocks.map(([scope, each]) => ({ scope, lines: linesOf(kind, each, compared) })) }
      : {}),
    statutes: statutesBeside(basis, [...NEEDED[kind], 'delivery']),
    steps: allSteps([clock, ...clocks.map(([, each]) => each)].map(({ steps }) => known('', steps))),
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
