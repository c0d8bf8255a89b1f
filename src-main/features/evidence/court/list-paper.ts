import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { ChainHead } from '../../../ledger/entry.ts';
import type { PackRow } from '../../../ledger/pack/court-pack.ts';
import type { Paper, PaperBlock, PaperRun } from '../../../pdf/paper.ts';

/** A file as the list's annex names it. */
export interface ListedFile {
  readonly number: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Pages as they are numbered through all items; absent: an electronic file. */
  readonly pages?: string;
}

export interface ListContents {
  readonly title: string;
  readonly company: string;
  /** UTC ISO. */
  readonly made: string;
  readonly head: ChainHead;
  readonly rows: readonly PackRow[];
  readonly files: readonly ListedFile[];
}

/**
 * Shares of the columns: a hash, a day and the longest word of a form and of a kind of pages stand on one line, which is wider in Latin
 * letters.
 */
const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  zh: [6.1, 20.5, 20.2, 10.3, 18.9, 10.4, 13.6],
  en: [6.2, 19.2, 19, 12.6, 17, 12.7, 13.3],
};

/** Characters of a hash in the table; whole it stands in the annex, where it does not break over lines. */
const SHORT = 8;

/**
 * The list of evidence as a court's registry takes it: number, name, source, form, purpose, pages, and hash (evidence rules, article 19: a
 * party numbers its evidence and says its source, object and content briefly), with every file's whole hash in an annex.
 */
export function listPaper({ title, company, made, head, rows, files }: ListContents, language: Language): Paper {
  const word = (key: Sentence): string => say(key, language);
  const firstOf = (row: PackRow): ListedFile | undefined => files.find(({ path }) => path === row.files[0]);
  const hashOf = (row: PackRow): string => {
    const first = firstOf(row);
    if (!first) return word(sentence('court.list.itself'));
    const short = first.sha256.slice(0, SHORT);
    const before = rows.find((each) => each.number < row.number && firstOf(each)?.sha256 === first.sha256);
    return before ? `${short}\n${word(sentence('court.list.same-file', { number: before.number }))}` : short;
  };
  return {
    title: word(sentence('court.list.title')),
    style: 'record',
    language,
    blocks: [
      { kind: 'title', text: word(sentence('court.list.title')), subtitle: title },
      caseLine(language),
      {
        kind: 'table',
        header: [
          word(sentence('court.list.columns.number')),
          word(sentence('court.list.columns.name')),
          word(sentence('court.list.columns.origin')),
          word(sentence('court.list.columns.form')),
          word(sentence('court.list.columns.purpose')),
          word(sentence('court.list.columns.pages')),
          word(sentence('court.list.columns.hash')),
        ],
        rows: rows.map((row) => [
          String(row.number),
          row.name,
          row.origin,
          row.form,
          row.purpose,
          row.pages,
          hashOf(row),
        ]),
        widths: WIDTHS[language],
        align: ['center', 'left', 'left', 'center', 'left', 'center', 'left'],
      },
      { kind: 'note', text: word(sentence('court.list.note')) },
      { kind: 'note', text: word(sentence('court.list.made', { at: beijingTime(made), sequence: head.sequence })) },
      {
        kind: 'signature',
        zone: 'seal-court-list',
        label: word(sentence('court.paper.submitted-by')),
        name: company,
        date: '',
        signatory: { label: word(sentence('court.paper.agent')) },
      },
      { kind: 'page-break' },
      { kind: 'heading', level: 1, runs: [{ text: word(sentence('court.list.annex')) }] },
      {
        kind: 'paragraph',
        indent: false,
        runs: [{ text: word(sentence('court.list.head')) }],
      },
      // By itself, so that it stands on one line.
      { kind: 'paragraph', indent: false, runs: [{ text: `${head.sequence}:${head.hash}` }] },
      {
        kind: 'table',
        header: [word(sentence('court.list.columns.number')), word(sentence('court.list.columns.file'))],
        rows: files.map(({ number, path, bytes, sha256, pages }) => [
          number,
          [
            path,
            word(
              pages === undefined
                ? sentence('court.list.bytes', { bytes })
                : sentence('court.list.bytes-pages', { bytes, pages }),
            ),
            sha256,
          ].join('\n'),
        ]),
        widths: [8, 92],
        align: ['center', 'left'],
      },
    ],
  };
}

/** The number of the case, with room for its year, and what it is about: what only the court gives is written by hand. */
function caseLine(language: Language): PaperBlock {
  const room = (width: number): PaperRun => ({ text: '\u3000'.repeat(width), underline: true });
  const label = (text: Sentence): PaperRun => ({ text: say(text, language) });
  const number =
    language === 'zh'
      ? [label(sentence('court.list.case-number')), room(4), label(sentence('court.list.case-year')), room(12)]
      : [label(sentence('court.list.case-number')), room(12)];
  return { kind: 'paragraph', indent: false, runs: [...number, label(sentence('court.list.case-about')), room(12)] };
}
