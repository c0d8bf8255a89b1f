import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import { DATABASE } from '../kernel/files/data-folder.ts';
import { openStore, type Store } from '../store/store.ts';

/**
 * Looks at the records in a data folder without touching them: at a copy, which is gone afterwards.
 * @throws Refusal `no-records` where the folder has none, and as `openStore`.
 */
export async function withRecords<Result>(folder: string, look: (store: Store) => Promise<Result>): Promise<Result> {
  const there = await stat(join(folder, DATABASE)).catch(() => undefined);
  if (!there?.isFile())
    throw new Refusal(
      'no-records',
      sentence('cli.verify.no-records', { folder }),
      sentence('cli.verify.no-records.next'),
    );
  const copy = await mkdtemp(join(tmpdir(), 'assent-verify-'));
  try {
    // What was written last may still stand in the log beside the database.
    for (const end of ['', '-wal'])
      await copyFile(join(folder, `${DATABASE}${end}`), join(copy, `${DATABASE}${end}`)).catch((error: unknown) => {
        if (end === '') throw error;
      });
    const binding = process.env['ASSENT_SQLITE_BINDING'];
    const store = openStore(join(copy, DATABASE), binding === undefined ? {} : { nativeBinding: binding });
    try {
      return await look(store);
    } finally {
      store.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
