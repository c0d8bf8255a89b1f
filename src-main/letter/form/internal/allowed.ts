import type { TemplateBlock } from '../../template.ts';

/** Room to sign by hand in a cell of the table. */
const ROOM = '\u3000\n\u3000';

/** Who allows it, one line each: opinion, signature and day are written by hand. */
export const allowed = (header: readonly string[], steps: readonly string[]): TemplateBlock => ({
  kind: 'table',
  header,
  rows: steps.map((step) => [step, ROOM, ROOM, ROOM]),
  widths: [3, 4, 3.4, 3.4],
});
