import { sentence, type Sentence } from '../../../assets/messages/say.ts';
import type { Reading } from '../../../src-main/contract/views.ts';

type Part = Reading['coverage'][number];

/** What is said of one or several parts of a source, and whether it calls for a look. */
interface CoverageLine {
  readonly words: Sentence;
  readonly warns: boolean;
}

/** How far a source was read, in words: pages of the same kind together, then what stands beside the words. */
export function coverageLines(coverage: Reading['coverage']): readonly CoverageLine[] {
  const pages = new Map<Part['state'], (Part & { readonly page: number })[]>();
  for (const part of coverage) {
    const { page, state } = part;
    if (page === undefined || part.kind !== 'page') continue;
    const alike = pages.get(state) ?? [];
    pages.set(state, alike);
    alike.push({ ...part, page });
  }
  return [
    ...[...pages].map(([state, alike]): CoverageLine => {
      const [only] = alike;
      const words =
        only && alike.length === 1
          ? sentence('import.coverage.page', { page: only.page, what: wordsOf(only) })
          : sentence(`import.coverage.pages.${state}`, { pages: ranges(alike.map(({ page }) => page)) });
      return { words, warns: state !== 'text' };
    }),
    ...coverage
      .filter(({ page, kind }) => page === undefined || kind !== 'page')
      .map((part): CoverageLine => ({ words: wordsOf(part), warns: warns(part) })),
  ];
}

/** The site's own frame and small pictures are left out for what they are. */
const warns = ({ state, kind, asks }: Part): boolean =>
  asks ?? (state !== 'text' && kind !== 'frame' && !(kind === 'form' && state === 'unread'));

function wordsOf({ state, words, why }: Part): Sentence {
  if (state === 'text') return sentence('import.coverage.read', { count: words });
  const said = sentence(`import.coverage.state.${state}`);
  if (why && words === 0) return sentence('import.coverage.why-alone', { why });
  return why ? sentence('import.coverage.why', { why, count: words }) : said;
}

/** 1, 2, 3, 7 as `1–3` and `7`. */
function ranges(numbers: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
