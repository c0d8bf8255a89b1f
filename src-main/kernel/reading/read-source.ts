import { sentence } from '../../agreement/sentence.ts';
import type { MarkedText } from '../../agreement/model.ts';
import type { SourceRow } from '../../store/sources.ts';
import { unknownThing } from '../failure.ts';
import type { Ports } from '../ports.ts';

/**
 * Reads the kept bytes of a source in the guarded process.
 * @throws Refusal of `import/refusals.ts`, or `not-found`.
 */
export async function markedSource(
  { store, parse }: Pick<Ports, 'store' | 'parse'>,
  source: SourceRow,
  { encoding = source.encoding, signal }: { readonly encoding?: string; readonly signal?: AbortSignal } = {},
): Promise<MarkedText> {
  const bytes = store.sources.bytes(source.id);
  if (!bytes) throw unknownThing(sentence('kernel.reading.read-source.source'));
  return parse(bytes, source.name, {
    ...(signal === undefined ? {} : { signal }),
    ...(encoding === undefined ? {} : { encoding }),
  });
}
