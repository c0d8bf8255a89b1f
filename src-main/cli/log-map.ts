import { COLUMN_ROLES, type ColumnRole } from '../term/service/log/columns.ts';
import type { LogChoices } from '../term/service/log/log-reading.ts';
import { zoneOffset } from '../term/service/log/zone.ts';
import { UsageError } from './command.ts';

const ROLES: Readonly<Record<string, ColumnRole>> = {
  start: 'from',
  end: 'to',
  instance: 'instances',
  ...Object.fromEntries(COLUMN_ROLES.map((role) => [role, role])),
};

/**
 * What `--map` says of a log: `start=Down at,end=Up at,instances=Host`, and `dates=dmy|mdy`, and the zone of times that name none
 * (`zone=UTC+8`; a heading of that name goes before). @throws UsageError
 */
export function logChoices(map: string | undefined): LogChoices {
  if (map === undefined) return {};
  const columns: Partial<Record<ColumnRole, string>> = {};
  let choices: LogChoices = {};
  for (const part of map.split(',')) {
    const [name = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    const role = ROLES[name.trim().toLowerCase()];
    const zone = role === 'zone' ? zoneOffset(value) : undefined;
    if (value === '') throw new UsageError(`--map ${part}?`);
    if (name.trim() === 'dates' && (value === 'dmy' || value === 'mdy')) choices = { ...choices, order: value };
    else if (zone !== undefined) choices = { ...choices, zone };
    else if (role !== undefined) columns[role] = value;
    else throw new UsageError(`--map ${part}?`);
  }
  return Object.keys(columns).length === 0 ? choices : { ...choices, map: columns };
}
