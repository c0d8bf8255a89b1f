import type { CallName } from '../../../src-main/contract/index.ts';

/** How something leaves the app: written to a file, printed, or signed on its way. */
type WritingOut = 'export' | 'print' | 'sign';

/** What leaves the app without being called an export. */
const ALSO: ReadonlyMap<CallName, WritingOut> = new Map<CallName, WritingOut>([
  ['agenda.calendar', 'export'],
  ['evidence.captureSheet', 'export'],
  ['evidence.register', 'export'],
  ['letters.saveRoot', 'export'],
  ['letters.saveRuler', 'export'],
  ['letters.sign', 'sign'],
  ['notices.saveAnnouncement', 'export'],
  ['rights.saveInvoiceFile', 'export'],
  ['settings.moveOut', 'export'],
  ['settings.saveReport', 'export'],
]);

const isPrint = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'as' in input && input.as === 'print';

function kindOf(name: CallName, input: unknown): WritingOut | undefined {
  const kind = ALSO.get(name) ?? (/\.export(?![a-z])/u.test(name) ? 'export' : undefined);
  if (kind !== undefined) return isPrint(input) ? 'print' : kind;
  return /\.print(?![a-z])/u.test(name) ? 'print' : undefined;
}

interface Running {
  readonly kind: WritingOut;
  /** The form or button whose work it is, where that is known. */
  readonly asker: object | undefined;
}

let running = $state.raw<readonly Running[]>([]);
/** Whose work makes calls right now, before it waits for anything. */
let asking: object | undefined;

/** What is being written out now: told in the bar on top wherever it was asked for, and by the button that asked for it alone. */
export const exporting = {
  get now(): WritingOut | undefined {
    return running[0]?.kind;
  },
  of(asker: object): WritingOut | undefined {
    return running.find((each) => each.asker === asker)?.kind;
  },
  /** One signs at a time, in the dialog that asks for it. */
  get signs(): boolean {
    return running.some(({ kind }) => kind === 'sign');
  },
};

/**
 * Begins the work of a form or button, so that what is written out in it is told as its own. What it asks for once it waited for something
 * belongs to nobody, unless it is begun by `sameAsker`.
 */
export function askedBy<Value>(asker: object | undefined, work: () => Promise<Value>): Promise<Value> {
  const before = asking;
  asking = asker;
  try {
    return work();
  } finally {
    asking = before;
  }
}

/** For work that waits before it asks for something to be written out: begins that as the work of whoever is asking now. */
export function sameAsker(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const asker = asking;
  return (work) => askedBy(asker, work);
}

/** Does the work of a call, and says meanwhile that something is written out, where it is such a call. */
export async function tellingOfExport<Value>(
  name: CallName,
  work: () => Promise<Value>,
  input?: unknown,
): Promise<Value> {
  const kind = kindOf(name, input);
  if (kind === undefined) return work();
  const one: Running = { kind, asker: asking };
  running = [...running, one];
  try {
    return await work();
  } finally {
    running = running.filter((each) => each !== one);
  }
}
