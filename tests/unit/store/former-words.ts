const WORDS = 'a sentence';

/** A value as JSON has it, every sentence (both languages, or a key with parameters) replaced by one marker. */
export function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const names = members
    .map(([name]) => name)
    .sort()
    .join(' ');
  if ('notProven' in value && 'sections' in value) return paperShape(value as unknown as PaperWords);
  if (names === 'en zh' || names === 'key' || names === 'key params') return WORDS;
  return Object.fromEntries(
    members
      // Beside an own value stood the name of a unit; now stands a sentence, and none where it would say nothing.
      .filter(([name]) => !(name === 'unit' && 'values' in value))
      .map(([name, member]) => [name, SAID_ANEW.has(name) ? WORDS : withoutWords(member)]),
  );
}

interface PaperRow {
  readonly label: string;
  readonly value: string;
}

interface PaperWords {
  readonly sections: readonly { readonly rows: readonly PaperRow[] }[];
}

/** A post and a letter of authorisation that an authority of another kind lacks: then a row said so, today there is none. */
const isUntold = ({ label, value }: PaperRow): boolean =>
  (label === '职务' || label === '授权文件') && value.startsWith('不适用：');

/**
 * A record's paper is said anew each time it is shown: how much of the record it tells stays, in which words may change. What can
 * be checked by it, and what it does not prove, is today's answer: then it claimed what nothing vouched for.
 */
const paperShape = ({ sections }: PaperWords): unknown => ({
  rows: sections.map(({ rows }) => rows.filter((row) => !isUntold(row)).length),
});

/** Texts that are said anew at each decision; what a record holds of them is compared elsewhere, word for word. */
const SAID_ANEW: ReadonlySet<string> = new Set(['statement', 'acceptButton', 'declineButton', 'setAsideButton']);

/** A certificate as version 0.1.0 had it: without the part that tells the decision from the acceptance in the world. */
export function withoutStanding(value: unknown): unknown {
  const { content, ...rest } = value as { readonly content?: PaperWords };
  if (!content) return value;
  return { ...rest, content: { ...content, sections: content.sections.filter((_, index) => index !== 1) } };
}
