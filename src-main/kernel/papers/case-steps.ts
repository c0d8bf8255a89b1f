import type { Channel } from '../../agreement/channel.ts';
import type { KeptFile } from '../../agreement/kept-file.ts';
import type { CaseState, CaseStep } from '../../letter/case.ts';
import { addDays, startOfDaySeconds } from '../../term/calendar/civil-date.ts';
import { beijingToday } from '../beijing-today.ts';
import { keptFile } from '../kept-files.ts';
import type { Ports } from '../ports.ts';

type Clock = Pick<Ports, 'now'>;

/** What a person says happened: on which day, by whom it is said, how, and the hash of the kept proof. */
export interface SaidStep {
  readonly on: string;
  readonly by: string;
  readonly channel?: Channel;
  readonly number?: string;
  readonly proof?: string | undefined;
}

/** The next step of a case as a person says it. @throws Refusal `not-found` for a proof that is not kept. */
export function saidStep(
  ports: Clock & Pick<Ports, 'store'>,
  state: CaseState,
  { on, by, channel, number, proof }: SaidStep,
): CaseStep {
  const file: KeptFile | undefined = proof === undefined ? undefined : keptFile(ports.store, proof);
  return {
    state,
    at: instantOf(ports, on),
    said: by,
    ...(channel === undefined ? {} : { channel }),
    ...(number === undefined || number === '' ? {} : { number }),
    ...(file ? { proof: file } : {}),
  };
}

/** A day that the person named, as an instant: today is now; an earlier day is its end. Days are Beijing’s, as for every duty. */
export function instantOf({ now }: Clock, day: string): string {
  if (day === beijingToday(now())) return now().toISOString();
  return new Date((startOfDaySeconds(addDays(day, 1)) - 1) * 1000).toISOString();
}
