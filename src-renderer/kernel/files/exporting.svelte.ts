import type { CallName } from '../../../src-main/contract/index.ts';

/** What leaves the app without being called an export. */
const ALSO: ReadonlySet<CallName> = new Set<CallName>([
  'letters.saveRoot',
  'letters.saveRuler',
  'notices.saveAnnouncement',
  'rights.saveInvoiceFile',
  'settings.saveReport',
]);

const kindOf = (name: CallName): 'export' | 'print' | undefined => {
  if (/\.print(?![a-z])/u.test(name)) return 'print';
  return /\.export(?![a-z])/u.test(name) || ALSO.has(name) ? 'export' : undefined;
};

const running = $state<('export' | 'print')[]>([]);

/** What is being written out now, wherever it was asked for: told in the bar on top, and by the button of a dialog. */
export const exporting = {
  get now(): 'export' | 'print' | undefined {
    return running[0];
  },
};

/** Does the work of a call, and says meanwhile that something is written out, where it is such a call. */
export async function tellingOfExport<Value>(name: CallName, work: () => Promise<Value>): Promise<Value> {
  const kind = kindOf(name);
  if (kind === undefined) return work();
  running.push(kind);
  try {
    return await work();
  } finally {
    running.splice(running.indexOf(kind), 1);
  }
}
