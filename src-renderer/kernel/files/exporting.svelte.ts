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
/** Whose work runs, once for each piece of it. */
let busy: readonly object[] = [];

/** What is being written out now: told in the bar on top wherever it was asked for, and by the button that asked for it alone. */
export const exporting = {
  get now(): WritingOut | undefined {
    return running[0]?.kind;
  },
  of(asker: object): WritingOut | undefined {
    return running.find((each) => each.asker === asker)?.kind;
  },
};

/** Does the work of a form or button, so that what is written out in it is told as its own. */
export async function askedBy<Value>(asker: object, work: () => Promise<Value>): Promise<Value> {
  const before = asking;
  asking = asker;
  busy = [...busy, asker];
  const begun = (async () => work())();
  asking = before;
  try {
    return await begun;
  } finally {
    busy = busy.toSpliced(busy.indexOf(asker), 1);
  }
}

/** Whose work a call belongs to that begins now. One that begins after its work waited is that of the only one at work; among several nobody's. */
function askerNow(): object | undefined {
  const [only, ...others] = new Set(busy);
  return asking ?? (others.length === 0 ? only : undefined);
}

/** Does the work of a call, and says meanwhile that something is written out, where it is such a call. */
export async function tellingOfExport<Value>(
  name: CallName,
  work: () => Promise<Value>,
  input?: unknown,
): Promise<Value> {
  const kind = kindOf(name, input);
  if (kind === undefined) return work();
  const one: Running = { kind, asker: askerNow() };
  running = [...running, one];
  try {
    return await work();
  } finally {
    running = running.filter((each) => each !== one);
  }
}
