import { call, hear } from '../../kernel/client.svelte.ts';
import { attempt } from '../../kernel/failures.svelte.ts';

let notices = $state(0);
let agenda = $state(0);

/** What waits for someone to act, by screen; 0 where nothing does. */
export const due = {
  /** Notices that something is still to be done about. */
  get notices(): number {
    return notices;
  },
  /** What is due or ahead, whichever screen it comes from. */
  get agenda(): number {
    return agenda;
  },
};

async function countNotices(): Promise<void> {
  const list = await attempt(() => call('notices.list', {}));
  notices = list?.notices.filter(({ open }) => open).length ?? notices;
}

async function countAgenda(): Promise<void> {
  agenda = (await attempt(() => call('agenda.list', {})))?.open ?? agenda;
}

/** Counts once and follows what changes, until the answer is called. */
export function followDue(): () => void {
  void countNotices();
  void countAgenda();
  const stop = hear('changed', ({ features }) => {
    if (features.includes('notices')) void countNotices();
    void countAgenda();
  });
  return () => {
    stop();
    notices = 0;
    agenda = 0;
  };
}
