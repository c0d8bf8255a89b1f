import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { CellAlign, Paper, PaperBlock, SignatureZone } from '../paper.ts';

/** One part of a certificate: labelled values, a table, or sentences. Nothing is blank: what is absent is said in words. */
export interface RecordSection {
  readonly heading: string;
  readonly fields?: readonly { readonly label: string; readonly value: string }[] | undefined;
  readonly table?:
    | {
        readonly header: readonly string[];
        readonly rows: readonly (readonly string[])[];
        readonly widths?: readonly number[] | undefined;
        readonly align?: readonly CellAlign[] | undefined;
      }
    | undefined;
  readonly sentences?: readonly string[] | undefined;
}

/** What a certificate of an acceptance says, already in the words of the reader's language. */
export interface CertificateContent {
  readonly title: string;
  /** Number of the record. */
  readonly subtitle: string;
  readonly language: Language;
  /** What this paper proves and what it does not: printed first, in a frame. */
  readonly standing: string;
  /** What it is of. */
  readonly sections: readonly RecordSection[];
  /** What it proves and what not. */
  readonly proof?: readonly RecordSection[] | undefined;
  /** Hashes, UTC times and everything else that only whoever checks it needs. */
  readonly annex?: { readonly heading: string; readonly sections: readonly RecordSection[] } | undefined;
  /** One line right before the signatures. */
  readonly closing?: string | undefined;
  /** Before the annex: who made it, and its seal. */
  readonly signature?: Omit<SignatureZone, 'kind' | 'zone'> | undefined;
}

const ABSENT = sentence('pdf.record.absent');

function sectionBlocks(
  { heading, fields = [], table, sentences = [] }: RecordSection,
  language: Language,
): readonly PaperBlock[] {
  return [
    { kind: 'heading', level: 1, runs: [{ text: heading }] },
    ...fields.map(({ label, value }): PaperBlock => ({
      kind: 'field',
      label,
      value: value.trim() === '' ? say(ABSENT, language) : value,
    })),
    ...sentences.map((text): PaperBlock => ({ kind: 'paragraph', runs: [{ text }] })),
    ...(table ? [{ kind: 'table', ...table } as const] : []),
  ];
}

/** The certificate of one acceptance, or any other record of the ledger on paper. */
export function certificatePaper(content: CertificateContent): Paper {
  const { title, subtitle, language, standing, sections, proof = [], annex, closing, signature } = content;
  const blocksOf = (of: readonly RecordSection[]): readonly PaperBlock[] =>
    of.flatMap((section) => sectionBlocks(section, language));
  return {
    title,
    style: 'record',
    language,
    blocks: [
      { kind: 'title', text: title, subtitle },
      { kind: 'notice', text: standing },
      ...blocksOf(sections),
      ...blocksOf(proof),
      ...(closing === undefined ? [] : [{ kind: 'paragraph', indent: false, runs: [{ text: closing }] } as const]),
      ...(signature ? [{ kind: 'signature', zone: 'seal-certificate', ...signature } as const] : []),
      ...(annex
        ? [
            { kind: 'page-break' } as const,
            { kind: 'title', text: annex.heading } as const,
            ...blocksOf(annex.sections),
          ]
        : []),
    ],
  };
}

/** A register: one table over as many pages as it needs, its header on each. */
export interface RegisterContent {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths?: readonly number[] | undefined;
  readonly note?: string | undefined;
}

export function registerPaper({ title, subtitle, language, header, rows, widths, note }: RegisterContent): Paper {
  return {
    title,
    style: 'record',
    language,
    blocks: [
      { kind: 'title', text: title, subtitle },
      { kind: 'table', header, rows, widths },
      ...(note ? [{ kind: 'note', text: note } as const] : []),
    ],
  };
}

/** The page that finds out a printer that scales: 100 mm to be measured with any ruler. */
export function rulerPaper(language: Language): Paper {
  const title = say(sentence('pdf.record.ruler-title'), language);
  return {
    title,
    style: 'record',
    language,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'paragraph', runs: [{ text: say(sentence('pdf.record.ruler-how'), language) }] },
      { kind: 'ruler', millimetres: 100 },
    ],
  };
}
