import { sentence } from '../agreement/sentence.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import { mapAnswer } from '../term/answer.ts';
import { civilDateAt, parseCivilDate } from '../term/calendar/civil-date.ts';
import { NOTICE_KINDS, type NoticeKind, noticeClock } from '../term/notice/notice-clock.ts';
import { NOTICE_CHANNELS } from '../term/notice/notice-delivery.ts';
import type { Command, CommandContext } from './command.ts';
import { basisOf, pickDocument } from './term-document.ts';
import { type ResultLine, flags, oneOf, printResult, required } from './term-output.ts';

const USAGE = `assent clock --document FILE[:N] --announced DATE|INSTANT [options] [--json] [--lang=zh|en]
  --document FILE[:N]   the accepted agreement; N is the document's index in \`read --json\` (0-based)
  --announced DATE      day the notice was published, sent or posted; an instant with its offset is taken as a Beijing day
  --channel CHANNEL     site (default), message, email, sms, post
  --kind KIND           change (default), sla-change, termination, assignment, fee
  --effective DATE      day of effect the provider announced; gives the shortfall
  --received DATE       day it arrived, where the agreement has no delivery rule
  --own KIND=NUMBER     a value the document does not state, e.g. change-notice-days=30; may be repeated
  --last-day-stays      the contract says that a last day on a holiday does not move
  --start-day-counts    the contract says that the first day counts`;

const NEEDED: Readonly<Record<NoticeKind, readonly LegacyKind[]>> = {
  change: ['change-notice-days'],
  'sla-change': ['change-notice-days'],
  termination: ['termination-notice-days', 'termination-notice-months'],
  assignment: ['assignment-notice-days'],
  fee: ['change-notice-days'],
};

/** A day as it is, or the Beijing day of an instant. */
function dayOf(text: string): string {
  return text.includes(':') ? civilDateAt(text) : parseCivilDate(text);
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
    'last-day-stays': { type: 'boolean', default: false },
    'start-day-counts': { type: 'boolean', default: false },
  });
  const kind = oneOf(given.kind, NOTICE_KINDS, 'kind');
  const channel = oneOf(given.channel, NOTICE_CHANNELS, 'channel');
  const sent = dayOf(required(given.announced, 'announced'));
  const picked = await pickDocument(required(given.document, 'document'), NEEDED[kind]);
  const clock = noticeClock(basisOf([picked.document], given.own), {
    kind,
    channel,
    sent,
    ...(given.effective === undefined ? {} : { announcedEffective: parseCivilDate(given.effective) }),
    ...(given.received === undefined ? {} : { received: parseCivilDate(given.received) }),
    counting: { lastDayStays: given['last-day-stays'], startDayCounts: given['start-day-counts'] },
  });
  const compared: readonly ResultLine[] =
    given.effective === undefined
      ? []
      : [
          {
            name: 'noticeDaysGiven',
            label: sentence('cli.clock.compared.label'),
            answer: clock.noticeDaysGiven,
          },
          { name: 'shortfallDays', label: sentence('cli.clock.compared.label-2'), answer: clock.shortfallDays },
        ];
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: {
      kind,
      channel,
      announced: sent,
      ...(given.effective === undefined ? {} : { announcedEffective: given.effective }),
    },
    lines: [
      { name: 'delivered', label: sentence('cli.clock.run.lines.label'), answer: clock.delivered },
      { name: 'required', label: sentence('cli.clock.run.lines.label-2'), answer: clock.required },
      {
        name: 'periodEnds',
        label: sentence('cli.clock.run.lines.label-3'),
        answer: mapAnswer(clock.periodEnds, (end) => end.lastDay),
      },
      {
        name: 'earliestEffective',
        label: sentence('cli.clock.run.lines.label-4'),
        answer: clock.earliestEffective,
      },
      { name: 'lastDayToAct', label: sentence('cli.clock.run.lines.label-5'), answer: clock.lastDayToAct },
      ...compared,
    ],
    steps: clock.steps,
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
