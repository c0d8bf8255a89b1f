import { z } from 'zod';
import type { Setting } from '../../../kernel/papers/settings.ts';
import { SETTINGS } from '../../../kernel/stored-names.ts';
import { COLUMN_ROLES } from '../../../term/service/log/columns.ts';
import type { SaidOfLog } from '../../../kernel/logs/log-job.ts';
import { TICKET_ROLES } from '../../../term/service/support/ticket-columns.ts';

/** What was said of the logs of each monitoring tool, by their headings. */
export interface LogColumns {
  readonly v: 1;
  readonly said: Readonly<Record<string, SaidOfLog>>;
}

const choices = z.strictObject({
  map: z.partialRecord(z.enum([...COLUMN_ROLES, ...TICKET_ROLES]), z.string()).exactOptional(),
  order: z.enum(['dmy', 'mdy']).exactOptional(),
  twelve: z.enum(['midnight', 'noon']).exactOptional(),
  zone: z.string().exactOptional(),
});

export const LOG_COLUMNS: Setting<LogColumns> = {
  name: SETTINGS.rights.logColumns,
  schema: z.strictObject({ v: z.literal(1), said: z.record(z.string(), choices) }),
};

/** Tools whose logs are remembered; the one that was said longest ago gives way. */
const MOST = 50;

/** What was said, with one more; the newest last. */
export function withSaid(before: LogColumns | undefined, print: string, said: SaidOfLog): LogColumns {
  const { [print]: _former, ...others } = before?.said ?? {};
  return { v: 1, said: Object.fromEntries([...Object.entries(others).slice(1 - MOST), [print, said]]) };
}
