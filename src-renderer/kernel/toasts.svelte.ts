/** A short word that something was done, and for a while the way back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Puts back what was done. */
  readonly undo?: () => Promise<void>;
}

interface Timed {
  readonly toast: Toast;
  /** When it was told. */
  readonly at: number;
  /** Of showing, in milliseconds. */
  left: number;
  since: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** As long as one may undo. */
const UNDO_MS = 10_000;
const TOLD_MS = 5_000;
/** Told no longer ago than this, it was told by what led to the next screen. */
const ON_THE_WAY_MS = 1_500;

let living = $state.raw<readonly Toast[]>([]);
let timed: readonly Timed[] = [];
let held = false;
let last = 0;

/** What was told a short while ago. Each stands in place of the one before, whose way back stays open as long. */
export const toasts = {
  /** Oldest first. */
  get all(): readonly Toast[] {
    return living;
  },
  /** The newest, the only one that is shown. */
  get shown(): Toast | undefined {
    return living.at(-1);
  },
  /** The newest thing that can be taken back. */
  get undoable(): Toast | undefined {
    return living.findLast(({ undo }) => undo !== undefined);
  },
};

/** Something was removed, merged, renamed or closed: it is said for ten seconds, with the way back. */
export function removed(text: string, undo: () => Promise<void>): void {
  show({ id: (last += 1), text, undo }, UNDO_MS);
}

/** A short word that something was done; it goes by itself, and gives way to the next word. */
export function tell(text: string): void {
  for (const { id, undo } of living) if (!undo) dismiss(id);
  show({ id: (last += 1), text }, TOLD_MS);
}

export function dismiss(id: number): void {
  for (const { toast, timer } of timed) if (toast.id === id) clearTimeout(timer);
  keep(timed.filter(({ toast }) => toast.id !== id));
}

/** One went to another screen: what was told before stays behind, but not what was told on the way. */
export function leaveBehind(): void {
  const now = performance.now();
  for (const { toast, at } of timed) if (now - at > ON_THE_WAY_MS) dismiss(toast.id);
}

/** A step was taken that rests on what was told before: the way back is now that step's own, and no toast offers another. */
export function overtaken(): void {
  for (const { id } of living) dismiss(id);
}

/** While one points at it or has the focus in it, it stays, and so does what it stands in place of. */
export function hold(): void {
  if (held) return;
  held = true;
  for (const each of timed) {
    clearTimeout(each.timer);
    each.left -= performance.now() - each.since;
  }
}

export function release(): void {
  if (!held) return;
  held = false;
  timed.forEach(run);
}

/** Takes one back. Where that fails it is shown again, so that it can be tried again, and what was thrown goes on. */
export async function undo(toast: Toast): Promise<void> {
  dismiss(toast.id);
  try {
    await toast.undo?.();
  } catch (error) {
    show(toast, UNDO_MS);
    throw error;
  }
}

function show(toast: Toast, left: number): void {
  const each: Timed = { toast, at: performance.now(), left, since: 0, timer: undefined };
  keep([...timed, each]);
  if (!held) run(each);
}

function run(each: Timed): void {
  each.since = performance.now();
  each.timer = setTimeout(() => dismiss(each.toast.id), each.left);
}

function keep(next: readonly Timed[]): void {
  timed = next;
  living = next.map(({ toast }) => toast);
  if (next.length === 0) held = false;
}
