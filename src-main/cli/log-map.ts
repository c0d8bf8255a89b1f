import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import { COLUMN_ROLES, type ColumnRole } from '../term/service/log/columns.ts';
import type { LogChoices, LogReading } from '../term/service/log/log-reading.ts';
import { zoneOf } from '../term/service/log/zone.ts';
import { UsageError } from './command.ts';

const ROLES: Readonly<Record<string, ColumnRole>> = {
  start: 'from',
  end: 'to',
  instance: 'instances',
  ...Object.fromEntries(COLUMN_ROLES.map((role) => [role, role])),
};

/**
 * What `--map` says of a log: `start=Down at,end=Up at,instances=Host`, and `dates=dmy|mdy`, `twelve=midnight|noon` for 上午12, and the
 * zone of times that name none (`zone=UTC+8`, `zone=Europe/Berlin`; a heading of that name goes before). @throws UsageError
 */
export function logChoices(map: string | undefined): LogChoices {
  if (map === undefined) return {};
  const columns: Partial<Record<ColumnRole, string>> = {};
  let choices: LogChoices = {};
  for (const part of map.split(',')) {
    const [named = '', ...rest] = part.split('=');
    const [name, value] = [named.trim().toLowerCase(), rest.join('=').trim()];
    const role = ROLES[name];
    const zone = role === 'zone' ? zoneOf(value) : undefined;
    if (value === '') throw new UsageError(`--map ${part}?`);
    if (name === 'dates' && (value === 'dmy' || value === 'mdy')) choices = { ...choices, order: value };
    else if (name === 'twelve' && (value === 'midnight' || value === 'noon')) choices = { ...choices, twelve: value };
    else if (zone !== undefined) choices = { ...choices, zone };
    else if (role !== undefined) columns[role] = value;
    else throw new UsageError(`--map ${part}?`);
  }
  return Object.keys(columns).length === 0 ? choices : { ...choices, map: columns };
}

/** Refuses (`outage-columns`) a column that the log does not have: nothing that was said of it is dropped. */
export function checkMapped({ map = {} }: LogChoices, { map: read, headings: given }: LogReading): void {
  for (const role of COLUMN_ROLES) {
    const said = map[role];
    if (said === undefined || read[role] !== undefined) continue;
    const headings = given.length === 0 ? '—' : given.join(' · ');
    throw new Refusal(
      'outage-columns',
      role === 'zone'
        ? sentence('term.outage-log.no-such-zone', { said, headings })
        : sentence('term.outage-log.no-such-column', { said, headings }),
      sentence('term.outage-log.outage-columns.next'),
    );
  }
}
