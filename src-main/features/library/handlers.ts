import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { numbersIn } from '../../agreement/structure/number-above.ts';
import { READER } from '../../agreement/reader.ts';
import type { Handlers } from '../../contract/call.ts';
import type {
  AgreementSummary,
  LibraryAgreement,
  libraryCalls,
  LibraryView,
  SearchResult,
} from '../../contract/library.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Removable } from '../../contract/undo.ts';
import { recentlyRemoved, restorePaper } from '../../kernel/papers/removal.ts';
import { type RecordKinds, unreadableRecords } from '../../kernel/papers/unreadable.ts';
import { pendingSource } from '../../kernel/pending-source.ts';
import type { Ports } from '../../kernel/ports.ts';
import { sampleAgreements } from '../../kernel/demo/samples.ts';
import { agreementSummaries, openQuestions, versionCalledAs } from '../../kernel/standing.ts';
import { isUntouched } from '../../kernel/history/undecided.ts';
import { changesOf, inspection, summaryOf, type ToldByOthers } from './inspection.ts';
import { namingHandlers } from './providers.ts';
import { away, putAway } from './put-away.ts';
import { onShelf } from './shelf.ts';

const SEARCH_LIMIT = 60;
const EXCERPT = 60;

/** What other features bring to what concerns all records. */
export interface OfAllRecords extends ToldByOthers {
  readonly kept: RecordKinds;
  /** What follows once something of a sort is back. */
  readonly afterUndo: Partial<Readonly<Record<Removable, (ports: Ports) => Promise<void>>>>;
}

/** What we have agreed to: the list, search over all clauses, names; and what concerns the records of every feature. */
export function libraryHandlers(
  ports: Ports,
  { kept, afterUndo, ...told }: OfAllRecords,
): Handlers<typeof libraryCalls> {
  const { store } = ports;
  /** Ids of the agreements that came with the sample set. */
  const samples = sampleAgreements(ports);

  async function shelved(summaries: readonly AgreementSummary[]): Promise<readonly LibraryAgreement[]> {
    const [gone, sample] = [away(store), await samples()];
    return summaries.map((summary) => {
      const texts = sample.get(summary.id) ?? 0;
      const listed = onShelf(summary, { archived: gone.has(summary.id), sample: texts > 0 });
      return texts > 1 ? { ...listed, sampleTexts: texts } : listed;
    });
  }

  async function one(agreementId: string): Promise<LibraryAgreement> {
    const [agreement] = await shelved([summaryOf(ports, agreementId)]);
    if (!agreement) throw unknownThing(sentence('library.inspection.agreement'));
    return agreement;
  }

  return {
    'library.list': async (): Promise<LibraryView> => {
      const agreements = await shelved(agreementSummaries(store, ports.now().toISOString()));
      const gone = away(store);
      return {
        agreements,
        questions: openQuestions(store).map(({ agreement: { title, provider }, version, ...asked }) => ({
          versionId: version.id,
          title,
          ordinal: version.ordinal,
          ...(provider === undefined ? {} : { provider }),
          ...asked,
        })),
        pending: store.sources
          .all()
          .filter(({ id, state }) => state !== 'saved' && !(state === 'unreadable' && gone.has(id)))
          .map(pendingSource)
          // As they came in: the first of them is the one that is checked first, as in the queue.
          .toReversed(),
        readAgain: store.agreements
          .readingsTried(READER)
          .flatMap((tried) => (tried.differs > 0 ? [tried.versionId] : [])),
      };
    },

    'library.inspect': async ({ agreementId }) => inspection(ports, await one(agreementId), told),

    'library.changes': async ({ agreementId }) => changesOf(ports, await one(agreementId)),

    'library.archive': ({ agreementIds, away: gone }) => {
      putAway(ports, 'agreement', agreementIds, gone ? 'away' : 'back');
      return undefined;
    },

    'library.putSamplesAway': async ({ away: gone }) => {
      const sample = await samples();
      // What somebody decided on is theirs, whatever file it was read from.
      const undecided = agreementSummaries(store, ports.now().toISOString()).filter(
        ({ id, versions }) => sample.has(id) && versions.every(isUntouched),
      );
      const ids = gone ? undecided.map(({ id }) => id) : [...sample.keys()];
      return { agreementIds: putAway(ports, 'agreement', ids, gone ? 'away' : 'back') };
    },

    'library.dismissSources': ({ sourceIds, away: gone }) => {
      putAway(ports, 'source', sourceIds, gone ? 'away' : 'back');
      return undefined;
    },

    'library.search': ({ query }) => searchResults(ports, query),

    ...namingHandlers(ports),

    'library.undo': async (token) => {
      restorePaper(ports, kept.papers, token);
      await afterUndo[token.what]?.(ports);
      return undefined;
    },

    'library.recentlyRemoved': () => recentlyRemoved(ports, kept.papers),

    'library.unreadable': () =>
      unreadableRecords(store, kept).map(({ id, feature, refusal }) => ({
        id,
        feature,
        sentence: refusal.sentence,
        next: refusal.next,
      })),
  };
}

function searchResults(ports: Ports, query: string): readonly SearchResult[] {
  const { agreements, search } = ports.store;
  const documents = new Map<string, AgreementDocument | undefined>();
  const gone = away(ports.store);
  return search.find(query, SEARCH_LIMIT).flatMap((hit): readonly SearchResult[] => {
    const version = agreements.version(hit.versionId);
    if (!documents.has(hit.versionId))
      documents.set(
        hit.versionId,
        readable(() => agreements.document(hit.versionId)),
      );
    const clause = documents.get(hit.versionId)?.clauses[hit.ordinal];
    if (!version || !clause) return [];
    return [
      {
        versionId: version.id,
        title: versionCalledAs(ports.store, version),
        ...(gone.has(version.agreementId) ? { archived: true as const } : {}),
        ordinal: version.ordinal,
        clauseId: clause.id,
        excerpt: excerptAround(`${clause.heading ?? ''} ${clause.text}`.trim(), query),
        ...numbersIn(documents.get(hit.versionId)?.clauses ?? [])(clause.id),
      },
    ];
  });
}

/** One damaged structure does not keep the clauses of all others from being found. */
function readable(document: () => AgreementDocument | undefined): AgreementDocument | undefined {
  try {
    return document();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function excerptAround(text: string, query: string): string {
  const first = query.trim().split(/\s+/u)[0] ?? '';
  const at = Math.max(0, text.toLowerCase().indexOf(first.toLowerCase()));
  const from = Math.max(0, at - EXCERPT / 3);
  const cut = text.slice(from, from + EXCERPT);
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < text.length ? '…' : ''}`;
}
