import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { OutageInput } from '../../../contract/rights.ts';
import type { Zone } from '../../../term/calendar/zone.ts';
import { readOutageLog } from '../../../term/service/outage-log.ts';
import type { RecordedOutage } from '../../../term/service/outages.ts';
import type { KeptOutage } from './kept-outage.ts';

/** A row as it was read, in the form in which it is kept. */
export function readRow(row: RecordedOutage): Omit<KeptOutage, 'origin'> {
  const { from, to, zoned, cause = '', instances = [], exclusion } = row;
  return {
    from,
    ...(to === undefined ? {} : { to }),
    ...(zoned === undefined ? {} : { zoned }),
    cause,
    instances,
    ...(exclusion ? { exclusion: exclusion.item } : {}),
  };
}

/** A row typed by hand goes through the same reader as one from a file. */
export function keptRow(input: OutageInput, origin: KeptOutage['origin'], zone: Zone): KeptOutage {
  const [from, to] = [onTheWall(input.from), onTheWall(input.to)];
  if (from !== undefined && to !== undefined && to < from) throw inverted();
  const [row] = readOutageLog(`start,end\n${input.from},${input.to}`, { assumed: zone });
  if (!row) throw noRow();
  const { cause, instances, exclusion } = input;
  const read = readRow(row);
  return { ...read, cause, instances, origin, ...(exclusion === undefined ? {} : { exclusion }) };
}

/** A time by the clock on the wall, as such times are compared; undefined of one that names its offset, or of none. */
const onTheWall = (typed: string): string | undefined =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/u.test(typed) ? typed.replace('T', ' ') : undefined;

const inverted = (): Refusal =>
  new Refusal(
    'outage-inverted',
    sentence('rights.outages.outage-inverted'),
    sentence('rights.outages.outage-inverted.next'),
    { field: 'outage.to' },
  );

function noRow(): Refusal {
  return new Refusal(
    'outage-empty',
    sentence('rights.outages.outage-empty'),
    sentence('rights.outages.outage-empty.next'),
  );
}
