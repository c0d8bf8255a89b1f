import type { Coverage, Suspicion } from './coverage.ts';
import type { Fact } from './fact.ts';
import type { TagKind } from './tag-kinds.ts';

export type { Fact, TagKind };

/**
 * The model of a read agreement: what every other folder speaks about.
 * Shapes follow the command line's `read --json`; offsets are UTF-16 code units into `Clause.text`.
 * An absent value is an absent property: the text did not state it.
 */

/** A stretch of text that is strong and/or underlined. `origin` is never mixed up: `source` has it, or a `rule` added it. */
export interface Emphasis {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly underline: boolean;
  readonly origin: 'source' | 'rule';
}

/** One line of a source as text, emphasis marks already taken out of `text` and kept as spans. What `import/` hands over. */
export interface MarkedLine {
  /** 1-based line of the source as text. */
  readonly line: number;
  /** The words of the line; marks of emphasis, headings and lists removed. Row of a table: cells joined by tabs. */
  readonly text: string;
  /** Spans from the source, offsets into `text`. */
  readonly emphasis: readonly Emphasis[];
  /** Heading level 1–6 that the format itself declares (Markdown `#`, HTML h1–h6, DOCX style). */
  readonly heading?: number;
  /** List mark that the format itself declares: bullet (`-`, ul) or an ordered mark as written (`1.`). */
  readonly list?: { readonly ordered: boolean; readonly marker: string; readonly depth: number };
  /** Cells, when the line is one row of a table. Rows of one table share `table`. */
  readonly cells?: readonly string[];
  readonly table?: number;
  /** The row is declared or recognisable as the table's header. */
  readonly header?: boolean;
  /** Code block or preformatted text: never numbered, never joined. */
  readonly verbatim?: boolean;
  /** The format says that the line is a whole paragraph (DOCX, HTML); it is never joined to a neighbour. */
  readonly paragraph?: boolean;
  /** The format says that the line goes on the paragraph of the line before (Markdown's soft line break). */
  readonly continues?: boolean;
  /** 1-based page, where the format has pages. */
  readonly page?: number;
}

export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/** A source as marked lines: the only input of the reading. */
export interface MarkedText {
  readonly format: SourceFormat;
  /** IANA-like name as shown to the person: `utf-8`, `utf-16le`, `gb18030`, `big5`; `binary` for docx and pdf. */
  readonly encoding: string;
  readonly lines: readonly MarkedLine[];
  /** Name and value of what a file of data says; a name may come several times. Absent where the file is a text or a page. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
  /** The name that the format gives the whole where it reads like a title: the page's title, a running header. */
  readonly title?: string;
  /** What the importer could not read, in words for the person. */
  readonly notes: readonly ReadingNote[];
  /** How far each part was read; absent where the lines are all there is. */
  readonly coverage?: readonly Coverage[];
  /** Where what is seen and what was read may differ; absent where the importer knows of none. */
  readonly suspicions?: readonly Suspicion[];
}

/** Something said about the reading, in both languages: `text` is the zh-CN sentence, `english` the same in English. */
export interface ReadingNote {
  readonly code: string;
  readonly text: string;
  readonly english: string;
  readonly line?: number;
}

export type DocumentKind =
  'terms' | 'sla' | 'service-agreement' | 'commitment-letter' | 'privacy' | 'form-list' | 'guide' | 'other';

export type ClauseRole = 'heading' | 'clause' | 'item' | 'definition' | 'table' | 'signature' | 'preamble';

export type Anomaly = 'duplicate-number' | 'gap' | 'misplaced';

/** What a clause is about, with the words of the clause that made it so. */
export interface ClauseTag {
  readonly kind: TagKind;
  readonly because: string;
  /** Whose right or duty, where it matters (termination, suspension): only the provider's is conspicuous, see `tag-kinds.ts`. */
  readonly by?: 'provider' | 'customer' | 'either';
  /** It may be of this kind, and may not: shown as a doubt, neither bold nor required. Absent: it is. */
  readonly certainty?: 'possible';
  /** The clause is a heading that only names the kind and says nothing operative: it lends its kind, but binds nobody by itself. */
  readonly title?: true;
}

export interface Clause {
  /** Stable inside the agreement; carried over to the matching clause of the next version by `compare/`. */
  readonly id: string;
  /** As written, without closing punctuation: `3.1.1`, `十三`, `第九条`, `(1)`, `a`. */
  readonly number?: string;
  readonly parent?: string;
  /** 1 = top level. */
  readonly level: number;
  readonly role: ClauseRole;
  readonly heading?: string;
  /** Without number and without marks of emphasis. A table clause's text is its rows joined by line feeds, cells by tabs. */
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
  readonly tags: readonly ClauseTag[];
  /** 1-based first and last line of the source. */
  readonly lines: readonly [number, number];
  readonly anomaly?: Anomaly;
}

export interface ClauseTable {
  readonly clause: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A place to fill in: ＿＿＿, ____, `甲方：`. */
export interface Blank {
  readonly clause: string;
  readonly label: string;
}

export type RepairKind = 'joined-lines' | 'dropped-chrome' | 'split-line';

/** Something the reader mended in a dump. Never changes a word; revertible before a version is saved. */
export interface Repair {
  /** 1-based line of the source where it happened (the first line, for a join). */
  readonly line: number;
  readonly kind: RepairKind;
  readonly before: string;
  readonly after: string;
}

/** One document found in a source. */
export interface AgreementDocument {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly provider?: string;
  readonly language: 'zh' | 'en' | 'mixed';
  /** SHA-256 (hex) of the canonical text. */
  readonly fingerprint: string;
  /** ISO date the document states about itself (published, updated, effective). */
  readonly date?: string;
  /** Index of the document this one is an annex of. */
  readonly annexOf?: number;
  readonly lines: readonly [number, number];
  readonly repairs: readonly Repair[];
  /** Document order. */
  readonly clauses: readonly Clause[];
  readonly tables: readonly ClauseTable[];
  readonly facts: readonly Fact[];
  readonly blanks: readonly Blank[];
}

/** Decisions a person made on the review screen; the reading is done again with them, nothing is patched by hand. */
export interface ReadingChoices {
  /** Lines (first line of the join) whose join is undone. */
  readonly keepApart?: readonly number[];
  /** Lines where a document must start. */
  readonly splitAt?: readonly number[];
  /** Lines where a found document start is taken back (merged with the document before). */
  readonly mergeAt?: readonly number[];
  /** Title by first line of the document. */
  readonly titles?: Readonly<Record<number, string>>;
  /** Lines kept as they are: dropped chrome that belongs to the document after all, a line not to be split at its numbers. */
  readonly keepLines?: readonly number[];
}

/** Everything read from one source. */
export interface Reading {
  readonly documents: readonly AgreementDocument[];
  /** Chrome outside of any document. */
  readonly dropped: readonly Repair[];
  readonly notes: readonly ReadingNote[];
  readonly coverage: readonly Coverage[];
  readonly suspicions: readonly Suspicion[];
}
