import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupView } from '../../contract/settings.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import { entriesSince } from '../../kernel/backup/since.ts';
import type { BackupPort } from '../../kernel/ports.ts';
import type { Store } from '../../kernel/open-records.ts';

/** After the list is there, and after the file's own check has begun. */
const FIRST_MS = 30_000;
/** How often it is looked whether something new was recorded, or the second disk was connected. */
const AGAIN_MS = 15 * 60_000;
/** Looks that are let pass after each failure in a row, at most: a full disk is not tried again every quarter of an hour. */
const MOST_PASSED = 24;
/** What was recorded since the newest backup waits no longer than this for the next one; nothing is backed up more often. */
const HOUR_MS = 3_600_000;
/** A day less some hours: who starts the app each morning has one each morning, of what is no entry, too. */
const DAY_MS = 20 * 3_600_000;

/**
 * Backs up while the app runs and after its start: within the hour what was recorded since the newest backup, and once a day whatever
 * else was written, such as how far somebody has read. Copies to the second place as soon as that is there. After a failure it waits,
 * longer with each one in a row, at most some hours.
 */
export function regularBackups(options: {
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
      const copied = backups.some(({ place, name }) => place === 'second' && name === last?.name);
      if (store.ledger.count() > 1 && isDue(last)) await port.make(store);
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
  function isDue(last: BackupView | undefined): boolean {
    if (!last) return true;
    const age = now().getTime() - Date.parse(last.at);
    if (age >= HOUR_MS && entriesSince(store, last.entries) > 0) return true;
    return age > DAY_MS && changedSince(folder, last.at);
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
