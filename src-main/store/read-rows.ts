import { AsyncLocalStorage } from 'node:async_hooks';

/** What was read in the course of one piece of work: versions whose words or readings were, and papers. */
export interface ReadRows {
  readonly versions: Set<string>;
  readonly papers: Set<string>;
}

const works = new AsyncLocalStorage<ReadRows>();

/** Does a piece of work, however long it waits in between, and notes what it reads. */
export const notingReads = <Result>(work: () => Result): Result =>
  works.run({ versions: new Set(), papers: new Set() }, work);

/** What was read in the work that is under way; undefined where nobody notes it. */
export const readSoFar = (): ReadRows | undefined => works.getStore();

/** Does something of which it does not matter what was read before. */
export const withoutReads = <Result>(work: () => Result): Result => works.exit(work);

export const noteVersionRead = (id: string): void => void works.getStore()?.versions.add(id);

export const notePaperRead = (id: string): void => void works.getStore()?.papers.add(id);
