import { canonicalText } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { isEarlierReader, READER, readerName } from '../../agreement/reader.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { reviewCarried } from '../../acceptance/review-carried.ts';
import { carryIds } from '../../compare/align/carry.ts';
import { readingChanges, type ReadingChanges } from '../../compare/readings.ts';
import type { Handlers } from '../../contract/call.ts';
import type { readingCalls, ReadingState } from '../../contract/review-readings.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { markedSource } from '../../kernel/reading/read-source.ts';
import { record } from '../../kernel/record.ts';
import { keepSketch } from '../../kernel/reading/sketches.ts';
import { matterOf, isForeign, soFar } from '../../kernel/version-in-review.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { StoredReading } from '../../store/stored-reading.ts';
import { differencesIn } from './reading-differences.ts';

/** What another reading of a version would be. */
interface Reread {
  readonly version: VersionRow;
  readonly before: StoredReading;
  readonly document: AgreementDocument;
  /** SHA-256 of the document as it would be stored. */
  readonly to: string;
  readonly changes: ReadingChanges;
}

/** The reading of a version that is used, as its screen shows it. */
export function readingState({ store }: Pick<Ports, 'store'>, versionId: string): ReadingState {
  const newest = store.agreements.readings(versionId).at(-1);
  if (!newest) throw unknownThing(sentence('review.rereading.version'));
  const tried = store.agreements.readingTried(versionId, READER);
  return {
    at: newest.at,
    byEarlier: isEarlierReader(newest.reader),
    ...(tried === undefined ? {} : { differs: tried.differs }),
  };
}

/** Reading a version again: its words stay, what is understood of them may change; shown before it is kept. */
export function readingHandlers(ports: Ports): Handlers<typeof readingCalls> {
  const { store } = ports;
  /** What was shown last, so that keeping it does not read the source a second time. */
  let shown: Reread | undefined;

  return {
    'review.readAgain': async ({ versionId }) => {
      shown = await reread(ports, versionId);
      const { before, to, changes } = shown;
      store.agreements.noteTried({ versionId, sha256: before.sha256, reader: READER, differs: changes.count });
      return { versionId, from: before.sha256, to, differences: differencesIn(changes), count: changes.count };
    },

    'review.keepReading': async ({ versionId, from, to }) => {
      const isShown = (it: Reread | undefined): it is Reread =>
        it !== undefined && it.version.id === versionId && it.before.sha256 === from && it.to === to;
      const again = isShown(shown) ? shown : await reread(ports, versionId);
      if (!isShown(again)) throw notAsShown();
      shown = undefined;
      keep(ports, again);
      return readingState(ports, versionId);
    },
  };
}

/**
 * Reads the source of a version again, with the person's choices, and takes the document that has exactly its words.
 * @throws Refusal where the source cannot be read, or no document in it has these words any more: nothing changes then.
 */
async function reread(ports: Ports, versionId: string): Promise<Reread> {
  const { store } = ports;
  const matter = matterOf(ports, versionId);
  const { version } = matter;
  if (isForeign(matter)) throw foreign(matter.agreement.origin);
  const source = store.sources.byId(version.sourceId);
  if (!source) throw unknownThing(sentence('kernel.reading.read-source.source'));
  const marked = await markedSource(ports, source);
  // The person may have gone on with the source since this version was saved: then its words are found as it is read by itself.
  const documents = [source.choices, {}].flatMap((choices) => read(marked, choices).documents);
  // After the wait: what is compared is what stands now.
  const before = store.agreements.reading(versionId);
  if (!before) throw unknownThing(sentence('review.rereading.version'));
  const words = store.agreements.canonicalText(versionId);
  const [same] = documents
    .filter((document) => canonicalText(document) === words)
    .toSorted((one, other) => distance(one, before.document) - distance(other, before.document));
  if (!same) throw otherWords(version);
  const document = carryIds(before.document, { ...same, title: before.document.title });
  return {
    version,
    before,
    document,
    to: sha256Hex(JSON.stringify(document)),
    changes: readingChanges(before.document, document),
  };
}

/** One text may stand in a source twice: it is the one at the same place. */
const distance = ({ lines: [one] }: AgreementDocument, { lines: [other] }: AgreementDocument): number =>
  Math.abs(one - other);

/** Reading, review under way and ledger entry in one transaction. Records of decisions stay as they are. */
function keep(ports: Ports, { version, before, document, to, changes }: Reread): void {
  const { store } = ports;
  const at = ports.now().toISOString();
  const reader = readerName(ports.environment.build);
  record(ports, () => {
    if (store.agreements.readings(version.id).at(-1)?.sha256 !== before.sha256) throw notAsShown();
    return {
      entry: {
        at,
        kind: 'reading-kept',
        subject: `version:${version.id}`,
        payload: {
          from: before.sha256,
          reading: to,
          structure: sha256Hex(canonicalJson(document)),
          reader,
          clauses: changes.clauses.length,
          kinds: changes.tags.length,
          facts: changes.facts.length,
        },
      },
      write: () => {
        const conspicuous = keyClauses(document).length;
        store.agreements.keepReading({ versionId: version.id, reader, at, conspicuous }, document);
        keepSketch(store, version.id, document);
        if (store.reviews.get(version.id)) {
          const carried = reviewCarried(soFar(ports, version.id), before.document.clauses, document.clauses);
          store.reviews.put(version.id, JSON.stringify(carried), at);
        }
      },
      changed: ['library', 'review', 'compare', 'notices', 'letters', 'rights', 'agenda'],
    };
  });
}

const foreign = (origin: string): Refusal =>
  new Refusal(
    'reading-foreign',
    sentence('review.rereading.foreign', { origin }),
    sentence('review.rereading.foreign.next'),
  );

const otherWords = ({ title, ordinal }: VersionRow): Refusal =>
  new Refusal(
    'reading-other-words',
    sentence('review.rereading.other-words', { title, ordinal }),
    sentence('review.rereading.other-words.next'),
  );

const notAsShown = (): Refusal =>
  new Refusal(
    'reading-not-as-shown',
    sentence('review.rereading.not-as-shown'),
    sentence('review.rereading.not-as-shown.next'),
  );
