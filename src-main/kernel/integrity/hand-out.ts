import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { notingReads, readSoFar, withoutReads } from '../../store/read-rows.ts';
import type { Store } from '../../store/store.ts';
import type { Ports } from '../ports.ts';
import { refuseAlteredWords } from './refuse.ts';
import { rowFaults } from './row-check.ts';

/**
 * Ports through which nothing leaves that was made of what is not as it was recorded: before a file is saved or a page printed,
 * every text and every paper that was read in the course of the call is held against its fingerprint and the ledger. Whoever
 * makes something to hand out need not ask, and cannot forget to.
 */
export function guarded<Guarded extends Pick<Ports, 'store' | 'files' | 'print'>>(ports: Guarded): Guarded {
  const { store, files, print } = ports;
  return {
    ...ports,
    files: {
      ...files,
      save: async (request) => {
        await refuseAltered(store);
        return files.save(request);
      },
      saveAll: async (request) => {
        await refuseAltered(store);
        return files.saveAll(request);
      },
    },
    print: {
      ...print,
      dialog: async (pdf, name) => {
        await refuseAltered(store);
        return print.dialog(pdf, name);
      },
    },
  };
}

/** The same handlers, each noting what it reads. */
export function noting<Handlers extends object>(handlers: Handlers): Handlers {
  const named = Object.entries(handlers) as readonly (readonly [string, (...given: readonly unknown[]) => unknown])[];
  return Object.fromEntries(
    named.map(([name, handler]) => [name, (...given: readonly unknown[]) => notingReads(() => handler(...given))]),
  ) as Handlers;
}

/** Hands something out by the person's word, whatever it is made of; what is wrong with it is told by what is handed out. */
export const despiteFaults = <Result>(work: () => Result): Result => withoutReads(work);

/** Lets nothing go on whose texts, as far as they were read in the course of the call, are altered. @throws Refusal `text-altered`. */
export function refuseAlteredReads(store: Store): void {
  for (const id of [...(readSoFar()?.versions ?? [])]) {
    const version = store.agreements.version(id);
    if (version) refuseAlteredWords(store, version);
  }
}

/** @throws Refusal `text-altered`, `record-altered`. */
async function refuseAltered(store: Store): Promise<void> {
  const papers = new Set(readSoFar()?.papers);
  refuseAlteredReads(store);
  if (papers.size === 0) return;
  const { faults } = await rowFaults(store, [], ({ table, id }) => table === 'paper' && papers.has(id));
  const [fault] = faults;
  if (!fault) return;
  throw new Refusal(
    'record-altered',
    sentence('kernel.integrity.record-altered', { why: fault.text }),
    sentence('kernel.integrity.text-altered.next'),
  );
}
