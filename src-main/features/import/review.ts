import { sentence } from '../../agreement/sentence.ts';
import type { ReadingChoices } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import type { DocumentDecision, ImportReview } from '../../contract/import.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { pendingSource } from '../../kernel/pending-source.ts';
import { questionsOf } from '../../kernel/reading/answers.ts';
import { providerAlready } from '../../kernel/reading/providers.ts';
import { calledAt } from '../../kernel/standing.ts';
import type { Ports } from '../../kernel/ports.ts';
import type { Store } from '../../store/store.ts';
import { proposals } from './proposals.ts';
import type { ImportQueue } from './queue.ts';

/** What confirming without a change would save: every document that is not already there. */
export function proposedDecisions(review: ImportReview): readonly DocumentDecision[] {
  return review.reading.documents.flatMap((document, index) => {
    const proposal = review.proposals[index];
    if (proposal?.known) return [];
    return [
      {
        index,
        fingerprint: document.fingerprint,
        title: document.title,
        ...(document.provider === undefined ? {} : { provider: document.provider }),
        ...(proposal?.resembles ? { agreementId: proposal.resembles.agreementId } : {}),
        ...(!proposal?.resembles && proposal?.follows ? { follows: proposal.follows.index } : {}),
      },
    ];
  });
}

/** Source beside reading, with the choices made so far. */
export async function importReview(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  choices: ReadingChoices | undefined,
  encoding: string | undefined,
): Promise<ImportReview> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing(sentence('import.review.import-review'));
  const marked = await queue.markedText(source, encoding);
  const { state } = ports.store.sources.byId(sourceId) ?? source;
  const used = choices ?? source.choices;
  // What can be read after all is not left standing as unreadable.
  if (choices !== undefined || encoding !== undefined || state === 'unreadable') {
    ports.store.sources.setReading(sourceId, {
      state: state === 'unreadable' ? 'pending' : state,
      encoding: encoding ?? source.encoding,
      choices: used,
      at: ports.now().toISOString(),
    });
  }
  const reading = read(marked, used);
  const instant = ports.now().toISOString();
  return {
    source: pendingSource(ports.store.sources.byId(sourceId) ?? source),
    format: marked.format,
    encoding: marked.encoding,
    lines: marked.lines.map(({ line, text }) => ({ line, text })),
    reading,
    questions: questionsOf(reading).map(({ id, what, document }) => ({
      id,
      ...(what && { what }),
      ...(document === undefined ? {} : { document }),
    })),
    choices: used,
    proposals: proposals(ports.store, reading.documents, instant),
    agreements: continuable(ports.store, instant),
    queue: waitingSources(ports),
  };
}

/** A review with the names under which its providers may be in the library already, but for agreements that were put away. */
export function withProviders(store: Store, review: ImportReview, away: ReadonlySet<string>): ImportReview {
  const proposals = review.proposals.map((proposal, at) => {
    const provider = review.reading.documents[at]?.provider;
    const already = provider === undefined ? undefined : providerAlready(store, provider, away);
    return already === undefined ? proposal : { ...proposal, providerAlready: already };
  });
  return { ...review, proposals };
}

function continuable(store: Store, instant: string): ImportReview['agreements'] {
  const { agreements } = store;
  return agreements.ownAgreements().map(({ id }) => {
    const newest = agreements.versionsOf(id).at(-1);
    return { id, title: calledAt(store, id, instant), next: (newest?.ordinal ?? 0) + 1 };
  });
}

/** The sources that wait to be checked, oldest first, as they came in. */
export function waitingSources({ store }: Ports): ImportReview['queue'] {
  return store.sources
    .all()
    .filter(({ state, origin }) => state === 'pending' && origin === 'own')
    .map(({ id, name }) => ({ id, name }))
    .toReversed();
}
