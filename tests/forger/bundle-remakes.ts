import { zipSync } from 'fflate';
import { ENTRIES, KEY_WORD, KEYS, MANIFEST, MANIFEST_SIGNATURE, VERIFIER } from '../../src-main/ledger/bundle.ts';
import type { JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { writeZip } from '../../src-main/ledger/zip-write.ts';
import { filesOf, listed, madeAnew, packed, relisted, remove, reword, textOf, unlisted } from './bundle-tools.ts';
import { records } from './database-tools.ts';
import {
  type BundleCase,
  forger,
  forged,
  firstOf,
  reviewed,
  clausesOf,
  nobodysKey,
  restamped,
  inYears,
  raw,
} from './bundle-edits.ts';

/** What is done to the list, the keys, the wrapping, the stamp and the review. */
export const BUNDLE_REMAKES: readonly BundleCase[] = [
  forged(
    'the signature of the list taken off',
    unlisted((files) => void files.delete(MANIFEST_SIGNATURE)),
    'incomplete',
    'device',
  ),
  forged(
    'the list said to be unsigned',
    relisted(() => undefined),
    'intact',
  ),
  forged(
    'the list signed by another',
    (stage) => {
      const files = filesOf(stage);
      const own = `${KEY_WORD} ${forger.id} ${forger.publicKey}\n`;
      files.set(KEYS, new TextEncoder().encode([own, textOf(files, KEYS)].toSorted().join('')));
      return packed(listed(files, forger));
    },
    'intact',
    'forger',
  ),
  forged(
    'the signature of another list',
    unlisted((files) => {
      const sequence = (JSON.parse(textOf(files, MANIFEST)) as { head: { sequence: number } }).head.sequence;
      reword(files, MANIFEST, `"sequence":${sequence}`, `"sequence":${sequence - 1}`);
    }),
    'altered',
    'device',
  ),
  forged(
    'a list with a blank',
    unlisted((files) => reword(files, MANIFEST, '{"files"', '{ "files"')),
    'altered',
    'device',
  ),
  forged(
    'the key replaced',
    relisted((files) => reword(files, KEYS, /[0-9a-f]{64}/u, forger.publicKey)),
    'altered',
  ),
  forged(
    'the key taken away',
    relisted((files) => files.set(KEYS, new Uint8Array())),
    'incomplete',
  ),
  forged('a key that is nobody’s, all made anew', madeAnew(undefined, nobodysKey), 'altered', 'someone'),
  forged(
    'the verifier replaced',
    unlisted((files) => files.set(VERIFIER, new Uint8Array([60]))),
    'altered',
    'device',
  ),
  // The page that comes with a bundle is as little to be trusted as the bundle: another one is taken for what matters.
  forged(
    'the verifier replaced, under a fitting list',
    relisted((files) => files.set(VERIFIER, new Uint8Array([60]))),
    'intact',
  ),
  forged(
    'a line of the ledger with a blank',
    relisted((files) => reword(files, ENTRIES, '{"at":', '{ "at":')),
    'altered',
  ),
  forged(
    'files in another order',
    raw((_bytes, stage) => writeZip([...filesOf(stage)].map(([path, bytes]) => ({ path, bytes })).toReversed())),
    'intact',
    'device',
  ),
  forged(
    'packed anew',
    raw((_bytes, stage) => zipSync(Object.fromEntries(filesOf(stage)), { level: 6 })),
    'intact',
    'device',
  ),
  forged(
    'bytes behind the end',
    raw((bytes) => Uint8Array.from([...bytes, 0])),
    'altered',
  ),
  forged(
    'bytes before the start',
    raw((bytes) => Uint8Array.from([0, ...bytes])),
    'altered',
  ),
  forged(
    'cut off',
    raw((bytes) => bytes.subarray(0, -30)),
    'altered',
  ),
  forged(
    'a name twice',
    raw((_bytes, stage) => {
      const files = [...filesOf(stage)].map(([path, bytes]) => ({ path, bytes }));
      return writeZip([...files, ...files.slice(0, 1)]);
    }),
    'altered',
  ),
  forged(
    'a stamp that is garbage',
    relisted((files) => files.set(firstOf(files, 'timestamps'), new Uint8Array([48, 0]))),
    'altered',
  ),
  forged(
    'a stamp taken away',
    relisted((files) => remove(files, /^timestamps\//u)),
    'incomplete',
  ),
  forged(
    'a stamp over something else, all made anew',
    restamped(() => 'a'.repeat(64)),
    'altered',
    'forger',
  ),
  forged(
    'a stamp of before the entry, all made anew',
    restamped(({ hash }) => hash, inYears(5)),
    'altered',
    'forger',
  ),
  forged(
    'seconds that the clock makes impossible, all made anew',
    madeAnew(
      reviewed((review, record) => ({ ...review, openedAt: (record['time'] as JsonObject)['utc'] ?? '' })),
      forger,
    ),
    'altered',
    'forger',
  ),
  forged(
    'fewer seconds than it says were needed, all made anew',
    madeAnew(
      reviewed((review) => ({
        ...review,
        clauses: clausesOf(review).map((clause) => ({
          ...clause,
          attention: { ...(clause['attention'] as JsonObject), seconds: 0.1, needed: 8 },
        })),
      })),
      forger,
    ),
    'altered',
    'forger',
  ),
  forged(
    'a clause noted before the review, all made anew',
    madeAnew(
      reviewed((review) => ({
        ...review,
        clauses: clausesOf(review).map((clause) => ({
          ...clause,
          attention: { ...(clause['attention'] as JsonObject), acknowledgedAt: '2026-01-01T00:00:00.000Z' },
        })),
      })),
      forger,
    ),
    'altered',
    'forger',
  ),
  forged(
    'attention carried over from a decision that there is not, all made anew',
    madeAnew(
      reviewed((review) => ({
        ...review,
        clauses: clausesOf(review).map((clause) => ({
          ...clause,
          attention: {
            how: 'inherited',
            recordId: '11111111-2222-4333-8444-555555555555',
            clauseHash: '3'.repeat(64),
            seenOn: '2026-01-01T00:00:00.000Z',
            confirmedAt: review['openedAt'] ?? '',
          },
        })),
      })),
      forger,
    ),
    'incomplete',
    'forger',
  ),
  forged(
    'a record of another text, all made anew',
    madeAnew(
      records((record) => ({ ...record, hashes: { ...(record['hashes'] as JsonObject), structure: '3'.repeat(64) } })),
      forger,
    ),
    'altered',
    'forger',
  ),
  forged(
    'a version under the fingerprint of another, all made anew',
    madeAnew(
      (entry) =>
        entry.kind === 'version-saved'
          ? { ...entry, payload: { ...(entry.payload as JsonObject), fingerprint: '4'.repeat(64) } }
          : entry,
      forger,
    ),
    'altered',
    'forger',
  ),
];
