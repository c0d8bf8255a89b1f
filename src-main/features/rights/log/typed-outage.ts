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
  const [row] = readOutageLog(`start,end\n${input.from},${input.to}`, { assumed: zone });
  if (!row) throw noRow();
  const { cause, instances, exclusion } = input;
  const read = readRow(row);
  return { ...read, cause, instances, origin, ...(exclusion === undefined ? {} : { exclusion }) };
}

function noRow(): Refusal {
  return new Refusal(
    'outage-empty',
    sentence('rights.outages.outage-empty'),
    sentence('rights.outages.outage-empty.next'),
  );
}
