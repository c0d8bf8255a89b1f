import type { CallName } from '../../../src-main/contract/index.ts';

/** How something leaves the app: written to a file, printed, or signed on its way. */
type WritingOut = 'export' | 'print' | 'sign';

/** What leaves the app without being called an export. */
const ALSO: ReadonlyMap<CallName, WritingOut> = new Map<CallName, WritingOut>([
  ['agenda.calendar', 'export'],
  ['evidence.register', 'export'],
  ['letters.saveRoot', 'export'],
  ['letters.saveRuler', 'export'],
  ['letters.sign', 'sign'],
  ['notices.saveAnnouncement', 'export'],
  ['rights.saveInvoiceFile', 'export'],
  ['settings.saveReport', 'export'],
]);

const isPrint = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'as' in input && input.as === 'print';

function kindOf(name: CallName, input: unknown): WritingOut | undefined {
  const kind = ALSO.get(name) ?? (/\.export(?![a-z])/u.test(name) ? 'export' : undefined);
  if (kind !== undefined) return isPrint(input) ? 'print' : kind;
  return /\.print(?![a-z])/u.test(name) ? 'print' : undefined;
}

const running = $state<WritingOut[]>([]);

/** What is being written out now, wherever it was asked for: told in the bar on top, and by the button that asked for it. */
export const exporting = {
  get now(): WritingOut | undefined {
    return running[0];
  },
};

/** Does the work of a call, and says meanwhile that something is written out, where it is such a call. */
export async function tellingOfExport<Value>(
  name: CallName,
  work: () => Promise<Value>,
  input?: unknown,
): Promise<Value> {
  const kind = kindOf(name, input);
  if (kind === undefined) return work();
  running.push(kind);
  try {
    return await work();
  } finally {
    running.splice(running.indexOf(kind), 1);
  }
}
