import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { MomentFault } from './moment.ts';

/** Why a cell is no moment, and what to do about it. */
interface Fault {
  readonly why: (line: number, cell: string) => Sentence;
  readonly next: Sentence;
}

export const AS_TIME = sentence('term.outage-log.outage-time.next');
const AS_ZONE = sentence('term.outage-log.zone.next');

/** Every way in which a cell is no moment. */
export const FAULTS: Readonly<Record<MomentFault, Fault>> = {
  unreadable: { why: (line, cell) => sentence('term.outage-log.outage-time', { line, cell }), next: AS_TIME },
  'no-such-day': { why: (line, cell) => sentence('term.outage-log.no-such-day', { line, cell }), next: AS_TIME },
  'no-such-time': { why: (line, cell) => sentence('term.outage-log.no-such-time', { line, cell }), next: AS_TIME },
  'no-time': { why: (line, cell) => sentence('term.outage-log.no-time', { line, cell }), next: AS_TIME },
  order: {
    why: (line, cell) => sentence('term.outage-log.order', { line, cell }),
    next: sentence('term.outage-log.order.next'),
  },
  twelve: {
    why: (line, cell) => sentence('term.outage-log.twelve', { line, cell }),
    next: sentence('term.outage-log.twelve.next'),
  },
  zone: { why: (line, cell) => sentence('term.outage-log.zone', { line, cell }), next: AS_ZONE },
  twice: {
    why: (line, cell) => sentence('term.outage-log.twice', { line, cell }),
    next: sentence('term.outage-log.twice.next'),
  },
};
