import { ownVersionWords, versionNamed } from '../../../kernel/papers/letter-words.ts';
import { versionTitled } from '../../../acceptance/record-view.ts';
import { asWritten, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { dayWords } from '../../../agreement/date-words.ts';
import { dayOf } from '../../../acceptance/history.ts';
import type { ExhibitKind } from '../../../contract/evidence/court.ts';
import { caseByOrigin, type CaseSource } from '../../../kernel/cases/cases.ts';
import { readableRecord } from '../../../kernel/kept-records.ts';
import { calledAt } from '../../../kernel/standing.ts';
import { letterPapers } from '../../../kernel/papers/letters.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import type { Store } from '../../../store/store.ts';
import { idOf, letterIn, said } from './exhibit-groups.ts';

/** What a deposit is called of which there is no receipt. */
export const sheetName = (entry: LedgerEntry): Sentence =>
  sentence('court.exhibit.deposit-sheet', { way: depositWay(entry) });

/** What an exhibit is called in a list of evidence. */
export function nameOf(
  store: Store,
  kind: ExhibitKind,
  entries: readonly LedgerEntry[],
  cases: readonly CaseSource[],
  instant: string,
): Sentence {
  const [first] = entries;
  if (!first) return sentence('court.exhibit.ledger');
  switch (kind) {
    case 'text':
    case 'conclusion':
    case 'standing':
      return sentence(`court.exhibit.${kind}`, { version: versionNamed(store, idOf(first)) });
    case 'decision': {
      const record = readableRecord(store, idOf(first))?.record;
      const how = record ? sentence(`court.decision.${record.decision}`) : asWritten('');
      return sentence('court.exhibit.decision', {
        version: record
          ? versionTitled(record.version, ownVersionWords(store, { id: record.version.id }))
          : asWritten(''),
        how,
      });
    }
    case 'sealed':
      return first.subject.startsWith('letter:')
        ? sentence('court.exhibit.sealed-letter', { title: letterTitle(store, idOf(first)) })
        : sentence('court.exhibit.sealed', { version: versionNamed(store, said(first, 'versionId')) });
    case 'explanation':
      return sentence('court.exhibit.explanation', { version: versionNamed(store, said(first, 'versionId')) });
    case 'notice':
      return sentence('court.exhibit.notice', { day: dayWords(said(first, 'sent') || dayOf(first.at)) });
    case 'letter':
      return sentence('court.exhibit.letter', { title: letterTitle(store, idOf(first)) });
    case 'dispatch':
      return sentence('court.exhibit.dispatch', { what: whatWent(store, first, cases) });
    case 'log':
      return sentence(first.kind === 'tickets-recorded' ? 'court.exhibit.tickets' : 'court.exhibit.log', {
        day: dayWords(dayOf(first.at)),
      });
    case 'figures':
      return sentence('court.exhibit.figures', { title: calledAt(store, idOf(first), instant) });
    case 'order':
      return sentence('court.exhibit.order', { service: said(first, 'service'), number: said(first, 'number') });
    case 'invoice':
      return sentence('court.exhibit.invoice', { month: said(first, 'month') });
    case 'capture':
      return sentence('court.exhibit.capture', { page: said(first, 'title') || said(first, 'address') });
    case 'deposit':
      return sentence('court.exhibit.deposit', { way: depositWay(first) });
    case 'ledger':
      return sentence('court.exhibit.ledger');
  }
}

const letterTitle = (store: Store, id: string): string => letterPapers(store).get(id)?.body.title ?? '';

function whatWent(store: Store, entry: LedgerEntry, cases: readonly CaseSource[]): Sentence {
  const title = letterTitle(store, letterIn(entry));
  if (title !== '') return asWritten(title);
  return caseByOrigin(store, cases, said(entry, 'origin'))?.from.name ?? sentence('court.exhibit.some-letter');
}

const depositWay = (entry: LedgerEntry): Sentence => {
  const way = said(entry, 'way');
  return way === '' ? sentence('court.way.timestamp') : sentence(`court.way.${way as 'notary'}`);
};
