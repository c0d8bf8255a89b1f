import { LANGUAGES } from '../../agreement/sentence.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { Ports } from '../ports.ts';

/** SHA-256 of files that earlier sample sets held: who opened those still has samples. */
const FORMER_SAMPLES = [
  '4f26e8d3067ae917c1a86177cba9231ac6974329945ba1a957027b7da5d097f9',
  '100d9dbd3a726904e4876f77d4f9a0eed87f1cf194f1d5c7f5caffc5ede1ec6e',
] as const;

/**
 * Tells which agreements came with the sample set, by the file that their first version was read from: what is for practice may teach
 * faults, and is called so wherever it is read, whichever language it was opened in; with how many texts the set holds of each, for it has
 * a later one of some. The shipped files are looked at once; an installation that has lost them knows no sample.
 */
export function sampleAgreements({
  store,
  files,
}: Pick<Ports, 'store' | 'files'>): () => Promise<ReadonlyMap<string, number>> {
  let shipped: Promise<ReadonlySet<string>> | undefined;
  const sampleFiles = (): Promise<ReadonlySet<string>> =>
    (shipped ??= Promise.all(LANGUAGES.map((language) => files.samples(language))).then(
      (found) => new Set([...found.flat().map(({ bytes }) => sha256Hex(bytes)), ...FORMER_SAMPLES]),
      () => new Set(),
    ));
  return async () => {
    const known = await sampleFiles();
    const sources = new Set(store.sources.all().flatMap(({ id, sha256 }) => (known.has(sha256) ? [id] : [])));
    if (sources.size === 0) return new Map();
    const texts = store.agreements.versions().filter(({ sourceId }) => sources.has(sourceId));
    return new Map(
      texts
        .filter(({ ordinal }) => ordinal === 1)
        .map(({ agreementId: id }) => [id, texts.filter(({ agreementId }) => agreementId === id).length]),
    );
  };
}
