import { say, type Sentence, type Language, sentence } from '../../agreement/sentence.ts';
import type { Paper, PaperBlock, PaperRun } from '../paper.ts';

/** One clause of a redline, as the comparison found it. Deleted and inserted words carry their mark, the rest carry none. */
export interface RedlinedClause {
  readonly number?: string | undefined;
  readonly depth?: number | undefined;
  readonly runs: readonly PaperRun[];
  /** In words: `新增`, `改号 3.1.8 → 3.1.9`. */
  readonly note?: string | undefined;
  /** Title of the document that begins with this clause, where a comparison has several. */
  readonly part?: string | undefined;
}

/** What a printed redline says. */
export interface RedlineContent {
  readonly title: string;
  /** Which two texts. */
  readonly between: string;
  /** The verdict where there is no list: identical, layout only, nothing material. */
  readonly verdict?: string | undefined;
  /** Documents of the older text that the newer one does not hold, each in a sentence. */
  readonly notCompared: readonly string[];
  /** Material changes, most serious first. */
  readonly impact: readonly { readonly place: string; readonly why: string }[];
  readonly clauses: readonly RedlinedClause[];
  /** Clauses that did not change are left out. */
  readonly onlyChanges: boolean;
}

const WORDS = {
  legend: sentence('pdf.redline.legend'),
  inserted: sentence('pdf.redline.inserted'),
  isInserted: sentence('pdf.redline.is-inserted'),
  deleted: sentence('pdf.redline.deleted'),
  isDeleted: sentence('pdf.redline.is-deleted'),
  rest: sentence('pdf.redline.rest'),
  impact: sentence('pdf.redline.impact'),
  all: sentence('pdf.redline.all'),
  changes: sentence('pdf.redline.changes'),
} as const satisfies Readonly<Record<string, Sentence>>;

/**
 * A redline for print in black and white: what matters first, then the clauses; inserted words are bold in a box, deleted
 * ones grey and struck through; no underlines but the source's own.
 */
export function redlinePaper(content: RedlineContent, language: Language): Paper {
  const { title, between, verdict, notCompared, impact, clauses, onlyChanges } = content;
  const inLanguage = (words: Sentence): string => say(words, language);
  const heading = (text: string): PaperBlock => ({ kind: 'heading', level: 1, runs: [{ text }] });
  const headed = inLanguage(sentence('pdf.redline.title', { title }));
  return {
    title: headed,
    style: 'agreement',
    language,
    blocks: [
      { kind: 'title', text: headed, subtitle: between },
      {
        kind: 'paragraph',
        indent: false,
        runs: [
          { text: inLanguage(WORDS.legend) },
          { text: inLanguage(WORDS.inserted), change: 'inserted' },
          { text: inLanguage(WORDS.isInserted) },
          { text: inLanguage(WORDS.deleted), change: 'deleted' },
          { text: inLanguage(WORDS.isDeleted) },
          ...(onlyChanges ? [{ text: inLanguage(WORDS.rest) }] : []),
        ],
      },
      heading(inLanguage(WORDS.impact)),
      ...notCompared.map((text): PaperBlock => ({ kind: 'paragraph', indent: false, runs: [{ text }] })),
      ...(verdict === undefined ? [] : [{ kind: 'paragraph', indent: false, runs: [{ text: verdict }] } as const]),
      ...impact.map(({ place, why }, index): PaperBlock => ({
        kind: 'item',
        number: `${index + 1}.`,
        depth: 1,
        runs: [{ text: place, strong: 'source' }, { text: inLanguage(sentence('pdf.redline.why', { why })) }],
      })),
      ...(clauses.length > 0 ? [heading(inLanguage(onlyChanges ? WORDS.changes : WORDS.all))] : []),
      ...clauses.flatMap(({ number, depth, runs, note, part }): readonly PaperBlock[] => {
        const all: readonly PaperRun[] = note
          ? [...runs, { text: inLanguage(sentence('pdf.redline.note', { note })) }]
          : runs;
        return [
          ...(part === undefined ? [] : [heading(part)]),
          number === undefined ? { kind: 'paragraph', runs: all } : { kind: 'item', number, runs: all, depth },
        ];
      }),
    ],
  };
}
