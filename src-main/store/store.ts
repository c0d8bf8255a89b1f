import { agreementStore } from './agreements.ts';
import { attachmentStore } from './attachments.ts';
import { backUp, checkIntegrity, type Database, openDatabase, type OpenOptions } from './database.ts';
import { ledgerStore } from './ledger.ts';
import { paperStore } from './papers.ts';
import { acceptanceStore, reviewStore } from './records.ts';
import { searchStore } from './search.ts';
import { settingStore } from './settings.ts';
import { sourceStore } from './sources.ts';
import { writtenRows } from './written.ts';

/** All aggregates over one database, and the transaction that joins them. */
export function openStore(path: string, options: OpenOptions = {}) {
  const database = openDatabase(path, options);
  const written = writtenRows(database);
  const changes = database.prepare('SELECT total_changes()').pluck();
  return {
    sources: sourceStore(database, written.note),
    agreements: agreementStore(database, written.note),
    search: searchStore(database),
    reviews: reviewStore(database),
    acceptances: acceptanceStore(database),
    attachments: attachmentStore(database),
    papers: paperStore(database, written.note),
    settings: settingStore(database, written.note),
    written,
    ledger: ledgerStore(database),
    /** How many rows this connection has written, changed or removed: the same number, and nothing was written between. */
    changes: (): number => changes.get() as number,
    /** Runs `work` as one transaction: all of its writes are there, or none. */
    transaction: <Result>(work: () => Result): Result => database.transaction(work).immediate(),
    checkIntegrity: (): readonly string[] => checkIntegrity(database),
    /** Writes a consistent copy to a new file that stands by itself; safe while the app works. */
    backupTo: (file: string): Promise<void> => backUp(database, file, options.nativeBinding),
    close(): void {
      database.pragma('optimize');
      database.close();
    },
  };
}

export type Store = ReturnType<typeof openStore>;
export type { Database };
