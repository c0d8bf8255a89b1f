import { conspicuousTags, keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause, ClauseTable, Emphasis } from '../../agreement/model.ts';
import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { namesIn } from '../../agreement/structure/number-above.ts';
import { tagLabel } from '../../agreement/tag-kinds.ts';
import { type ContentsEntry, type Paper, type PaperBlock, type PaperRun, RULE_SIGN } from '../paper.ts';

/** Which version of an agreement is printed; everything here is shown on the first page. */
export interface PackFacts {
  readonly provider?: string | undefined;
  /** `第 2 版` */
  readonly version: string;
  /** SHA-256 (hex) of the version's canonical text. */
  readonly fingerprint: string;
  readonly source?: { readonly name: string; readonly sha256: string } | undefined;
  /** The source file is plain text, which carries no formatting. */
  readonly plain?: boolean | undefined;
  /** State in words with its date: `已接受 2026-11-22`. */
  readonly state?: string | undefined;
  /** Of the pack's own words, not of the agreement. */
  readonly language: Language;
}

const RULE_NOTE = sentence('pdf.agreement-pack.rule-note', { sign: RULE_SIGN });
const RULE_NOTE_PLAIN = sentence('pdf.agreement-pack.rule-note-plain', { sign: RULE_SIGN });
const CONTENTS = sentence('pdf.agreement-pack.contents');
const INDEX = sentence('pdf.agreement-pack.index');

const strongest = (spans: readonly Emphasis[]): PaperRun['strong'] => {
  const strong = spans.filter((span) => span.strong);
  if (strong.some(({ origin }) => origin === 'source')) return 'source';
  return strong.length > 0 ? 'rule' : undefined;
};

/** A clause's text cut at every border of an emphasis; source bold wins where both cover a word. */
export function emphasisedRuns(text: string, emphasis: readonly Emphasis[]): readonly PaperRun[] {
  const inText = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
  const cuts = [
    ...new Set([0, text.length, ...emphasis.flatMap(({ start, end }) => [inText(start), inText(end)])]),
  ].toSorted((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((start, index): PaperRun => {
    const end = cuts[index + 1] ?? text.length;
    const spans = emphasis.filter((span) => span.start <= start && span.end >= end);
    return {
      text: text.slice(start, end),
      strong: strongest(spans),
      underline: spans.some((span) => span.underline && span.origin === 'source') || undefined,
    };
  });
  return pieces.reduce<PaperRun[]>((runs, piece) => {
    const last = runs[runs.length - 1];
    if (last && last.strong === piece.strong && last.underline === piece.underline) {
      runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    } else runs.push(piece);
    return runs;
  }, []);
}

const anchorOf = (clause: Clause): string => `clause-${clause.id}`;

/** A heading that only repeats the document's title: the paper has its own. */
const isTitle = (clause: Clause, document: AgreementDocument): boolean =>
  clause.role === 'heading' &&
  clause.number === undefined &&
  (clause.heading ?? clause.text).trim() === document.title.trim();

function clauseBlocks(clause: Clause, tables: readonly ClauseTable[]): readonly PaperBlock[] {
  const found = tables.filter((table) => table.clause === clause.id);
  const words = (clause.heading ?? '') !== '' && clause.text !== '' && !clause.text.startsWith(clause.heading ?? '');
  const heading: readonly PaperBlock[] =
    clause.heading !== undefined && (clause.role === 'heading' || words)
      ? [
          {
            kind: 'heading',
            level: clause.level,
            number: clause.number,
            runs: [{ text: clause.heading }],
            anchor: anchorOf(clause),
          },
        ]
      : [];
  if (found.length > 0) {
    return [
      ...heading,
      ...found.map((table, index): PaperBlock => ({
        kind: 'table',
        header: table.header,
        rows: table.rows,
        ...(heading.length === 0 && index === 0 ? { anchor: anchorOf(clause) } : {}),
      })),
    ];
  }
  if (clause.text === '' || (clause.role === 'heading' && heading.length > 0 && !words)) return heading;
  const runs = emphasisedRuns(clause.text, clause.emphasis);
  if (clause.role === 'heading' && heading.length === 0) {
    return [{ kind: 'heading', level: clause.level, number: clause.number, runs, anchor: anchorOf(clause) }];
  }
  const body: PaperBlock =
    heading.length > 0
      ? { kind: 'paragraph', runs }
      : clause.number === undefined
        ? { kind: 'paragraph', runs, anchor: anchorOf(clause) }
        : { kind: 'item', number: clause.number, runs, depth: clause.level, anchor: anchorOf(clause) };
  return [...heading, body];
}

const shortened = (text: string, length: number): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return [...flat].length > length ? `${[...flat].slice(0, length).join('')}…` : flat;
};

function contents(document: AgreementDocument): readonly ContentsEntry[] {
  const headings = document.clauses.filter(
    (clause) => clause.role === 'heading' && clause.level <= 3 && !isTitle(clause, document),
  );
  const listed =
    headings.length > 0
      ? headings
      : document.clauses.filter(({ level, number }) => level === 1 && number !== undefined);
  return listed.map((clause) => ({
    number: clause.number,
    text: shortened(clause.heading ?? clause.text, 60),
    level: clause.level,
    anchor: anchorOf(clause),
  }));
}

/** The key clauses, each with the kinds that make it one. */
function index(document: AgreementDocument, language: Language): readonly ContentsEntry[] {
  const numberOf = namesIn(document.clauses);
  return keyClauses(document).map((clause) => {
    const kinds = new Set(conspicuousTags(clause.tags).map(({ kind }) => kind));
    const names = [...kinds].map((kind) => tagLabel(kind));
    const words = shortened(clause.text || (clause.heading ?? ''), 120);
    return {
      number: numberOf(clause.id).number,
      text: say(sentence('pdf.agreement-pack.index-entry', { names, words }), language),
      level: 1,
      anchor: anchorOf(clause),
    };
  });
}

/**
 * A whole agreement for print: facts of the version, table of contents, index of key clauses, the clauses with source and
 * rule bold kept apart. Page numbers of both lists are stamped by `finish` from the links.
 */
export function packPaper(document: AgreementDocument, facts: PackFacts): Paper {
  const hasRuleBold = document.clauses.some(({ emphasis }) =>
    emphasis.some(({ strong, origin }) => strong && origin === 'rule'),
  );
  const { language } = facts;
  const inLanguage = (words: Sentence): string => say(words, language);
  const [entries, keys] = [contents(document), index(document, language)];
  const rows: readonly (readonly [string, string | undefined])[] = [
    [inLanguage(sentence('pdf.agreement-pack.provider')), facts.provider ?? document.provider],
    [inLanguage(sentence('pdf.agreement-pack.version')), facts.version],
    [inLanguage(sentence('pdf.agreement-pack.state')), facts.state],
    [inLanguage(sentence('pdf.agreement-pack.source')), facts.source?.name],
    [inLanguage(sentence('pdf.agreement-pack.source-hash')), facts.source?.sha256],
    [inLanguage(sentence('pdf.agreement-pack.fingerprint')), facts.fingerprint],
  ];
  return {
    title: document.title,
    style: 'agreement',
    language: document.language === 'en' ? 'en' : 'zh',
    blocks: [
      { kind: 'title', text: document.title },
      {
        kind: 'table',
        header: [],
        rows: rows.flatMap(([label, value]) => (value ? [[label, value]] : [])),
        widths: [1.3, 3.4],
      },
      ...(hasRuleBold ? [{ kind: 'note', text: inLanguage(facts.plain ? RULE_NOTE_PLAIN : RULE_NOTE) } as const] : []),
      ...(entries.length > 0 ? [{ kind: 'contents', title: inLanguage(CONTENTS), entries } as const] : []),
      ...(keys.length > 0 ? [{ kind: 'contents', title: inLanguage(INDEX), entries: keys } as const] : []),
      ...document.clauses
        .filter((clause) => !isTitle(clause, document))
        .flatMap((clause) => clauseBlocks(clause, document.tables)),
    ],
  };
}
