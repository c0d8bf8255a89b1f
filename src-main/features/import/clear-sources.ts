import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { ClearSources, ImportReview, SavedTogether } from '../../contract/import.ts';
import { failureOf } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { confirm } from './confirm.ts';
import { keptNotice } from './announced-by.ts';
import type { ImportQueue } from './queue.ts';
import { importReview, proposedDecisions, waitingSources } from './review.ts';

/**
 * Nothing in a reading asks for a person's look: all of the source was read as text, nothing was mended, left out, odd or
 * doubtful, nobody chose anything, and of every document it is sure what it continues or that it is new.
 */
export function isClear({ reading, choices, proposals }: ImportReview): boolean {
  const { documents, dropped, notes, coverage, suspicions } = reading;
  return (
    documents.length > 0 &&
    [...dropped, ...notes, ...suspicions].length === 0 &&
    coverage.every(({ state }) => state === 'text') &&
    Object.values(choices).every((choice) => choice === undefined) &&
    documents.every(({ title, repairs, clauses }) => {
      return title !== '' && repairs.length === 0 && clauses.every(({ anomaly }) => anomaly === undefined);
    }) &&
    proposals.every(({ sure, known }) => sure && known === undefined)
  );
}

/** Looks through all that wait to be checked for those without anything to look at. A person can stop it; it writes nothing. */
export function clearSources(ports: Ports, queue: ImportQueue): Promise<ClearSources> {
  return queue.stopping(async (signal) => {
    const sources = waitingSources(ports);
    const clear: { readonly id: string; readonly name: string }[] = [];
    let looked = 0;
    for (const { id, name } of sources) {
      if (signal.aborted) break;
      queue.progress(looked, sources.length, name, 'running');
      if (await looksClear(ports, queue, id)) clear.push({ id, name });
      looked += 1;
    }
    queue.progress(looked, sources.length, '', signal.aborted ? 'cancelled' : 'done');
    return { clear, looked, waiting: sources.length };
  });
}

/** One that cannot be read now is not clear, and stays where it is. The text of a notice is looked at by whoever brought it. */
async function looksClear(ports: Ports, queue: ImportQueue, sourceId: string): Promise<boolean> {
  if (keptNotice(ports.store, sourceId) !== undefined) return false;
  try {
    return isClear(await importReview(ports, queue, sourceId, undefined, undefined));
  } catch (error) {
    failureOf(error);
    return false;
  }
}

/**
 * Saves those of the named sources that are still clear, each in a transaction of its own with its ledger entries; the others
 * are told by name, with why. Where two continue one agreement, only a person can say which comes first: the later is left.
 */
export function saveClear(ports: Ports, queue: ImportQueue, sourceIds: readonly string[]): Promise<SavedTogether> {
  return queue.stopping(async (signal) => {
    const saved: string[] = [];
    const left: { readonly name: string; readonly why: Sentence }[] = [];
    const touched = new Set<string>();
    const names = new Map(waitingSources(ports).map(({ id, name }) => [id, name]));
    for (const [at, id] of sourceIds.entries()) {
      const name = names.get(id);
      // It was saved or set aside meanwhile.
      if (name === undefined) continue;
      if (signal.aborted) break;
      queue.progress(at, sourceIds.length, name, 'running');
      const why = await saveOne(ports, queue, id, touched);
      if (why) left.push({ name, why });
      else saved.push(id);
    }
    queue.progress(sourceIds.length, sourceIds.length, '', signal.aborted ? 'cancelled' : 'done');
    return { saved, left };
  });
}

async function saveOne(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  touched: Set<string>,
): Promise<Sentence | undefined> {
  try {
    const review = await importReview(ports, queue, sourceId, undefined, undefined);
    if (!isClear(review)) {
      // What was saved meanwhile, a moment ago too, may be another version of it.
      const alike = review.proposals.some(({ sure, known }) => !sure || known !== undefined);
      return alike ? sentence('import.clear-sources.alike') : sentence('import.clear-sources.not-clear');
    }
    const decisions = proposedDecisions(review);
    if (decisions.some(({ agreementId }) => agreementId !== undefined && touched.has(agreementId)))
      return sentence('import.clear-sources.same-agreement');
    for (const { agreementId } of await confirm(ports, queue, sourceId, { decisions })) touched.add(agreementId);
    return undefined;
  } catch (error) {
    return failureOf(error).sentence;
  }
}
