import { versionNamed } from '../../../kernel/papers/letter-words.ts';
import { asWritten, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { type Fact, FACT_KINDS, type FactKind, factLabel } from '../../../agreement/fact.ts';
import { factWords } from '../../../agreement/fact-words.ts';
import { LEGACY_KINDS, type LegacyKind } from '../../../agreement/legacy-fact.ts';
import { numbersIn } from '../../../agreement/structure/number-above.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { isObject, parseJson } from '../../../ledger/open-bundle.ts';
import { calledAt } from '../../../kernel/standing.ts';
import { letterPapers } from '../../../kernel/papers/letters.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';
import { idOf, said } from './exhibit-groups.ts';

/** What a value that names something is called on paper; undefined for a value that speaks for itself. */
export type Naming = (member: string, value: string, entry: LedgerEntry) => Sentence | undefined;

/** Names of what entries only give the id of: texts, agreements, letters, orders, clauses, facts; an agreement as it is called at the instant (UTC ISO). */
export function namingIn(store: Store, instant: string): Naming {
  return (member, value, entry) => {
    if (member === 'decision') return decided(value);
    if (member === 'clauseId') return clauseCalled(store, value, entry);
    if (member === 'fact' || member === 'what') return factCalled(value);
    if ((member === 'value' || member === 'insteadOf') && entry.kind.startsWith('fact-correct'))
      return factSaid(member, value, entry);
    if (member === 'how' && value.startsWith('file '))
      return sentence('court.value.file-log', { name: value.slice(5) });
    return isId(value) ? called(store, value, instant) : undefined;
  };
}

const decided = (value: string): Sentence | undefined =>
  value === 'accepted' || value === 'declined' || value === 'set-aside'
    ? sentence(`court.decision.${value}`)
    : undefined;

const isId = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(value);

function called(store: Store, id: string, instant: string): Sentence | undefined {
  const version = store.agreements.version(id);
  if (version) return versionNamed(store, version.id);
  const title = calledAt(store, id, instant);
  if (title !== '') return sentence('court.value.agreement', { title });
  const letter = letterPapers(store).get(id);
  if (letter) return asWritten(letter.body.title);
  const row = store.papers.byId(id);
  if (row?.kind !== PAPERS.rights.order.kind || !isObject(row.body)) return undefined;
  const order: unknown = row.body['order'];
  if (!isObject(order)) return undefined;
  return sentence('court.value.order', { service: String(order['service']), number: String(order['number']) });
}

/** A clause by its number, in the text that the entry is about. */
function clauseCalled(store: Store, clauseId: string, entry: LedgerEntry): Sentence | undefined {
  const about = idOf(entry);
  const versions = [
    said(entry, 'versionId'),
    about,
    ...store.agreements
      .versionsOf(about)
      .map(({ id }) => id)
      .toReversed(),
  ];
  for (const id of versions) {
    const { clauses = [] } = store.agreements.document(id) ?? {};
    const clause = clauses.find((each) => each.id === clauseId);
    const { number } = numbersIn(clauses)(clauseId);
    if (number !== undefined) return sentence('rights.clause', { number });
    if (clause) return asWritten((clause.heading ?? clause.text).slice(0, 40));
  }
  return undefined;
}

function factCalled(kind: string): Sentence | undefined {
  if (Object.hasOwn(FACT_KINDS, kind)) return factLabel(kind as FactKind);
  return Object.hasOwn(LEGACY_KINDS, kind) ? factLabel(LEGACY_KINDS[kind as LegacyKind].kind) : undefined;
}

/** A corrected fact as the screens say it; its value stands in the entry as the text of its JSON. */
function factSaid(member: string, value: string, entry: LedgerEntry): Sentence | undefined {
  const kind = said(entry, 'fact');
  const parsed = parseJson(value);
  if (!Object.hasOwn(FACT_KINDS, kind) || parsed === undefined) return undefined;
  const anchor = said(entry, 'anchor');
  return factWords({
    kind,
    value: parsed,
    unit: said(entry, member === 'value' ? 'unit' : 'insteadUnit'),
    ...(anchor === '' || anchor === 'none' ? {} : { anchor }),
  } as unknown as Fact);
}
