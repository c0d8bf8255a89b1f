import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import type { BackupPort } from '../../kernel/ports.ts';
import type { Store } from '../../kernel/open-records.ts';

/** After the list is there, and after the file's own check has begun. */
const FIRST_MS = 30_000;
/** How often it is looked whether a day has passed, or the second disk was connected. */
const AGAIN_MS = 15 * 60_000;
/** Looks that are let pass after each failure in a row, at most: a full disk is not tried again every quarter of an hour. */
const MOST_PASSED = 24;
/** A day less some hours: who starts the app each morning has one each morning. */
const DAY_MS = 20 * 3_600_000;

/**
 * Backs up once a day while the app runs, and copies to the second place as soon as that is there. After a failure it waits,
 * longer with each one in a row, at most some hours.
 */
export function dailyBackups(options: {
  readonly port: BackupPort;
  readonly store: Store;
  readonly folder: string;
  readonly now: () => Date;
  /** Something about the backups is otherwise now. */
  readonly told: (error?: unknown) => void;
}): { readonly stop: () => void } {
  const { port, store, folder, now, told } = options;
  let running = false;
  let failures = 0;
  let pass = 0;
  async function look(): Promise<void> {
    if (running) return;
    if (pass > 0) {
      pass -= 1;
      return;
    }
    running = true;
    try {
      const { backups, second } = await port.overview();
      // One from the future was made while the clock was ahead: it must not keep the next one from being made till then.
      const until = now().toISOString();
      const last = backups.find(({ place, kind, at }) => place === 'beside' && kind === 'ours' && at <= until);
      const newest = last?.at;
      const copied = backups.some(({ place, name }) => place === 'second' && name === last?.name);
      const old = newest === undefined || now().getTime() - Date.parse(newest) > DAY_MS;
      if (old && store.ledger.count() > 1 && changedSince(folder, newest)) await port.make(store);
      else if (second?.there && last && !copied) await port.copyNewest();
      else return;
      failures = 0;
      told();
    } catch (error) {
      failures += 1;
      pass = Math.min(2 ** failures - 1, MOST_PASSED);
      told(error);
    } finally {
      running = false;
    }
  }
  const first = setTimeout(() => void look(), FIRST_MS);
  const again = setInterval(() => void look(), AGAIN_MS);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(again);
    },
  };
}

/** Whether the database was written after a time; its log is where that shows first. */
export function changedSince(folder: string, at: string | undefined): boolean {
  if (at === undefined) return true;
  return ['', '-wal'].some((part) => {
    const known = statSync(join(folder, DATABASE) + part, { throwIfNoEntry: false });
    return known !== undefined && known.mtime.toISOString() > at;
  });
}
