import type { Language } from '../agreement/sentence.ts';

/**
 * What can stand on a printed page, whatever it came from: a letter, a whole agreement, a redline, a certificate, a register.
 * Both page setters (Chromium's and the plain one) draw this model and nothing else. A filled letter has this shape already.
 * Lengths are millimetres unless a name says points.
 */

/** A stretch of text. `strong: 'rule'` is bold that the source did not have: it is always marked as such on paper. */
export interface PaperRun {
  readonly text: string;
  readonly strong?: 'source' | 'rule' | undefined;
  readonly underline?: boolean | undefined;
  readonly change?: 'inserted' | 'deleted' | undefined;
}

export type CellAlign = 'left' | 'right' | 'center';

export interface ContentsEntry {
  readonly number?: string | undefined;
  readonly text: string;
  /** 1 = outermost. */
  readonly level: number;
  readonly anchor: string;
}

/** Where a company signs: the seal overlaps name and date, so a square around both is kept free of other text. */
export interface SignatureZone {
  readonly kind: 'signature';
  /** Unique on the paper; finds the zone again on the printed page. Empty: of another party, whose seal is none of ours. */
  readonly zone: string;
  /** `承诺单位（盖章）` */
  readonly label: string;
  readonly name: string;
  /** A line of its own below the name: `(company seal)`. */
  readonly mark?: string;
  /** Already written out: `2026年3月1日`. Empty leaves `　　年　月　日` to be written by hand. */
  readonly date: string;
  /** The line for the hand-written signature; `name`: of whoever is to sign there, in print beside the line. */
  readonly signatory?: { readonly label: string; readonly name?: string | undefined } | undefined;
  /** Who signs below the signatory, the same way. */
  readonly witness?: { readonly label: string; readonly name?: string | undefined } | undefined;
  /** Another party that seals and dates the same paper, on its left with as much room; `name`: empty where it is not known. */
  readonly beside?: { readonly label: string; readonly name: string } | undefined;
  /** Labels of those who sign or set their name seal one below the other, each with the day in their own hand. */
  readonly signers?: readonly string[] | undefined;
}

export type PaperBlock =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string | undefined }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly number?: string | undefined;
      readonly runs: readonly PaperRun[];
      readonly anchor?: string | undefined;
    }
  | { readonly kind: 'addressee'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly PaperRun[];
      readonly indent?: boolean | undefined;
      readonly anchor?: string | undefined;
    }
  | {
      readonly kind: 'item';
      readonly number: string;
      readonly runs: readonly PaperRun[];
      /** 1 = outermost; deeper items stand further in. */
      readonly depth?: number | undefined;
      readonly anchor?: string | undefined;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly align?: readonly CellAlign[] | undefined;
      /** Relative column widths. */
      readonly widths?: readonly number[] | undefined;
      readonly caption?: string | undefined;
      readonly anchor?: string | undefined;
    }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'closing'; readonly text: string }
  | SignatureZone
  | { readonly kind: 'contents'; readonly title: string; readonly entries: readonly ContentsEntry[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'ruler'; readonly millimetres: number }
  | { readonly kind: 'page-break' };

/** How large the type is: a letter is set in 16 pt, an English one and a whole agreement in 12 pt, a record in 10.5 pt. */
export type PaperStyle = 'letter' | 'english-letter' | 'agreement' | 'record';

/** A paper to be sealed: set as a letter, tightened before it spills. */
export const isLetter = (style: PaperStyle): boolean => style === 'letter' || style === 'english-letter';

export interface Paper {
  readonly title: string;
  readonly style: PaperStyle;
  readonly language: Language;
  readonly blocks: readonly PaperBlock[];
}

/** A4 and the margins of GB/T 9704-2012, in millimetres. */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;

/** Type sizes in points. Line heights fill the 225 mm text area with whole lines: 22 of a letter, 32 of an agreement. */
export const TYPE: Readonly<
  Record<PaperStyle, { readonly body: number; readonly line: number; readonly title: number }>
> = {
  letter: { body: 16, line: 28.9, title: 22 },
  'english-letter': { body: 12, line: 18, title: 17 },
  agreement: { body: 12, line: 19.9, title: 20 },
  record: { body: 10.5, line: 16.7, title: 18 },
};

/** Side of the square kept free for a seal, in millimetres. */
export const SEAL_ZONE = 50;

/** The sign that stands after words made bold by rule, explained in the paper's footnote. */
export const RULE_SIGN = '※';

export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres to PostScript points. */
export const toPoints = (millimetres: number): number => millimetres * POINTS_PER_MM;

/** The characters of one block, in reading order: for the coverage check, and to tell a ToUnicode map what was typed. */
function blockText(block: PaperBlock): string {
  switch (block.kind) {
    case 'title':
      return block.text + (block.subtitle ?? '');
    case 'heading':
      return (block.number ?? '') + block.runs.map((run) => run.text).join('');
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'item':
      return block.number + block.runs.map((run) => run.text).join('');
    case 'table':
      return [block.caption ?? '', ...block.header, ...block.rows.flat()].join('');
    case 'field':
      return block.label + block.value;
    case 'signature':
      return [
        ...[
          block.label,
          block.name,
          block.mark ?? '',
          block.date,
          block.signatory?.label ?? '',
          block.signatory?.name ?? '',
        ],
        ...[block.witness?.label ?? '', block.witness?.name ?? ''],
        ...[block.beside?.label ?? '', block.beside?.name ?? ''],
        ...(block.signers ?? []),
      ].join('');
    case 'contents':
      return block.title + block.entries.map((entry) => (entry.number ?? '') + entry.text).join('');
    case 'addressee':
    case 'closing':
    case 'note':
    case 'notice':
      return block.text;
    case 'ruler':
    case 'page-break':
      return '';
  }
}

/** Everything that is written on a paper, without what the page setter itself adds. */
export function paperText(paper: Paper): string {
  return [paper.title, ...paper.blocks.map(blockText)].join('\n');
}

/** A field that is filled in by hand: its line is as long as sixteen characters; `beside`: what is printed behind that room. */
export const fieldToWrite = (label: string, beside = ''): PaperBlock => ({
  kind: 'field',
  label,
  value: `${'\u3000'.repeat(16)}${beside}`,
});
