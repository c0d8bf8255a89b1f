import { letterPapers } from '../../kernel/papers/letters.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import { formById } from '../../letter/forms.ts';
import type { Store } from '../../store/store.ts';

/** Whether a letter is for the company's own lawyer alone: no law here keeps such a paper from the other party once it was handed out. */
export const isForCounsel = (templateId: string): boolean => formById(templateId)?.counsel === true;

/** Whether an entry tells of a letter to the company's own lawyer: what became of the letter, of its sealed paper, or of its sending. */
export function tellsOfCounsel(store: Store): (entry: Pick<LedgerEntry, 'subject' | 'payload'>) => boolean {
  const letters = new Set(
    letterPapers(store)
      .list({ removedToo: true })
      .filter(({ body }) => isForCounsel(body.templateId))
      .map(({ id }) => `letter:${id}`),
  );
  if (letters.size === 0) return () => false;
  return ({ subject, payload }) => {
    if (letters.has(subject)) return true;
    if (!isObject(payload)) return false;
    const { letter, origin } = payload;
    return (
      (typeof letter === 'string' && letters.has(`letter:${letter}`)) ||
      (typeof origin === 'string' && letters.has(origin))
    );
  };
}
