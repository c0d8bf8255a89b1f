import { PDFDocument } from 'pdf-lib';
import { beside, type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { fittingName } from '../../../kernel/files/file-name.ts';
import { paperToPdf } from '../../../kernel/paper-pdf.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readableRecord } from '../../../kernel/kept-records.ts';
import { canonicalJson } from '../../../ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../ledger/entry.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import { PACK_BUNDLE, type PackFile, type PackRow } from '../../../ledger/pack/court-pack.ts';
import type { Store } from '../../../store/store.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { captures } from '../capture/capture-records.ts';
import { captureSheet, captureView } from '../capture/capture-sheet.ts';
import { certificateNamed, certificateSheet } from '../certificate/certificate-sheet.ts';
import { namingIn } from './extract-names.ts';
import { extractPaper } from './extract-paper.ts';
import { entriesWords, type Piece } from './exhibits.ts';
import { type ListedExhibit, purposeOf } from './list-rows.ts';

/** The files of a pack's exhibits, numbered as in its list, and the rows of the list. */
export interface ExhibitsOnPaper {
  readonly rows: readonly PackRow[];
  readonly files: readonly PackFile[];
  /** Pages of the files that have some, by their paths, as they are stamped when all is printed. */
  readonly spans: ReadonlyMap<string, string>;
}

interface Making {
  readonly ports: Ports;
  readonly company: string;
  readonly language: Language;
}

/** A file with the pages that it has on paper; undefined for what has none of its own. */
interface Counted extends PackFile {
  readonly pages: number | undefined;
}

/** Puts every exhibit into files, in the order of the list. Pages run on from exhibit to exhibit, as they are stamped when all is printed. */
export async function exhibitsOnPaper(making: Making, exhibits: readonly ListedExhibit[]): Promise<ExhibitsOnPaper> {
  const rows: PackRow[] = [];
  const files: PackFile[] = [];
  const spans = new Map<string, string>();
  let page = 1;
  for (const [index, exhibit] of exhibits.entries()) {
    const number = index + 1;
    const own = await filesOf(making, exhibit, number);
    const pages = own.reduce((sum, file) => sum + (file.pages ?? 0), 0);
    rows.push({
      ...rowOf(exhibit, number, making.language),
      pages: pagesSaid(own, page, pages, making.language),
      files: pathsOf(exhibit, own),
    });
    files.push(...own.map(({ pages: _, ...file }) => file));
    for (const { path, pages: count } of own) {
      if (count === undefined) continue;
      spans.set(path, spanOf(page, count));
      page += count;
    }
  }
  return { rows, files, spans };
}

const pathsOf = ({ kind }: ListedExhibit, own: readonly Counted[]): readonly string[] =>
  kind === 'ledger' ? [PACK_BUNDLE] : own.map(({ path }) => path);

function rowOf(exhibit: ListedExhibit, number: number, language: Language): Omit<PackRow, 'pages' | 'files'> {
  return {
    number,
    name: say(exhibit.name, language),
    origin: say(originIn(exhibit, language), language),
    form: say(sentence(`court.form.${exhibit.form}`), language),
    purpose: say(purposeOf(exhibit), language),
  };
}

const spanOf = (from: number, pages: number): string => (pages === 1 ? String(from) : `${from}–${from + pages - 1}`);

/** `3–7`; what has no pages is said to be an electronic file. */
function pagesSaid(own: readonly Counted[], from: number, pages: number, language: Language): string {
  if (pages === 0) return say(sentence('court.list.electronic'), language);
  const span = spanOf(from, pages);
  return own.every((file) => file.pages !== undefined)
    ? span
    : say(sentence('court.list.and-electronic', { span }), language);
}

async function filesOf(making: Making, exhibit: ListedExhibit, number: number): Promise<readonly Counted[]> {
  const { ports, language } = making;
  const folder = say(sentence('court.file.folder'), language);
  const extract = exhibit.extract ? [await extractOf(making, exhibit)] : [];
  const pieces = await Promise.all(
    piecesIn(exhibit, language).map(async (piece) => {
      if (piece === 'sheet') return sheetOf(making, exhibit);
      const bytes = bytesOf(ports.store, piece);
      return {
        name: nameIn(making, exhibit, piece),
        bytes,
        entry: piece.entry,
        pages: await pagesOf(piece.name, bytes),
      };
    }),
  );
  const all = [...extract, ...pieces];
  const two = String(number).padStart(2, '0');
  const digits = String(all.length).length;
  return all.map(({ name, ...file }, index) => ({
    ...file,
    path: `${folder}/${fittingName(`${all.length === 1 ? two : `${two}-${String(index + 1).padStart(digits, '0')}`} ${name}`)}`,
  }));
}

/**
 * The pieces of an exhibit, of sheets of ours the one in the language of the pack; where there are others alone, one is made, and what
 * was signed stays beside it.
 */
function piecesIn({ pieces }: Pick<ListedExhibit, 'pieces'>, language: Language): readonly (Piece | 'sheet')[] {
  const ours = pieces.findIndex((piece) => piece.language !== undefined);
  const found = pieces.some((piece) => piece.language === language);
  return pieces.flatMap((piece, at): readonly (Piece | 'sheet')[] => {
    if (piece.language === undefined || piece.language === language) return [piece];
    return [...(!found && at === ours ? (['sheet'] as const) : []), ...(piece.signed ? [piece] : [])];
  });
}

/** What a piece is called in the pack; a record of a decision names its version as the list does, whatever it was saved as. */
function nameIn({ ports: { store }, language }: Making, { kind, key }: ListedExhibit, piece: Piece): string {
  const row = kind === 'decision' && piece.language ? store.acceptances.byId(idIn(key)) : undefined;
  const decided = row && readableRecord(store, row.id)?.record;
  if (!row || !decided) return piece.name;
  const { title, of } = certificateNamed(store, row, decided, piece.language ?? language);
  const name = beside(language, title, of);
  return `${piece.signed ? say(sentence('court.file.signed', { name }), language) : name}.pdf`;
}

const idIn = (key: string): string => key.slice(key.indexOf(':') + 1);

/** The record of a decision or of a capture, made for the pack. */
async function sheetOf({ ports, company, language }: Making, { kind, key, pieces, entries }: ListedExhibit) {
  const id = idIn(key);
  if (kind === 'capture') {
    const capture = captures(ports.store).get(id);
    if (!capture) throw unknownThing(sentence('court.capture.noun'));
    const { title, bytes, pages } = await captureSheet(
      ports,
      captureView(capture),
      company,
      language,
      madeAt(ports, entries),
    );
    return { name: `${title}.pdf`, bytes, pages };
  }
  const row = ports.store.acceptances.byId(id);
  if (!row) throw unknownThing(sentence('evidence.handlers.issue-certificate'));
  const { title, of, bytes, pages } = await certificateSheet(ports, row, 'none', language, madeAt(ports, entries));
  const name = beside(language, title, of);
  const isBesideSigned = pieces.some(({ signed }) => signed);
  const told = isBesideSigned ? say(sentence('court.file.translation', { name }), language) : name;
  return { name: `${told}.pdf`, bytes, pages };
}

/** Of sheets of ours an extract tells those that go along. */
function enclosedEntries({ entries, pieces }: ListedExhibit, language: Language): readonly LedgerEntry[] {
  const kept = piecesIn({ pieces }, language).flatMap((piece) => (piece === 'sheet' ? [] : piece.entry));
  return entries.filter(({ kind, sequence }) => kind !== 'capture-sheet-exported' || kept.includes(sequence));
}

/** The list names the entries that the extract tells. */
const originIn = (exhibit: ListedExhibit, language: Language): Sentence =>
  exhibit.kind === 'capture' ? entriesWords(enclosedEntries(exhibit, language)) : exhibit.origin;

/** The time of what a sheet tells last, by which it is the same file whenever it is made. */
const madeAt = ({ now }: Ports, entries: readonly LedgerEntry[]): Date => {
  const last = entries.at(-1)?.at;
  return last === undefined ? now() : new Date(last);
};

async function extractOf({ ports, company, language }: Making, exhibit: ListedExhibit) {
  const { name } = exhibit;
  const entries = enclosedEntries(exhibit, language);
  const paper = extractPaper(
    { name, entries, company, naming: namingIn(ports.store, ports.now().toISOString()) },
    language,
  );
  const fingerprint = sha256Hex(canonicalJson(entries.map(({ hash }) => hash)));
  const { bytes, pages } = await paperToPdf(ports, paper, {
    fingerprint,
    fingerprintOf: 'extract',
    author: company,
    folio: 'of',
    // Of its last entry, not of now: the same extract is the same file at each export, so that a list and a pack agree.
    at: madeAt(ports, entries),
  });
  return { name: `${say(name, language)}.pdf`, bytes, pages };
}

function bytesOf(store: Store, { sha256, sourceId }: Piece): Uint8Array {
  const bytes = sourceId === undefined ? store.attachments.bytes(sha256) : store.sources.bytes(sourceId);
  if (!bytes) throw unknownThing(sentence('court.list.some-file'));
  return new Uint8Array(bytes);
}

/** How many sheets a file is on paper: of a PDF its pages, of a picture one; undefined for everything else, and what cannot be opened. */
async function pagesOf(name: string, bytes: Uint8Array): Promise<number | undefined> {
  if (/\.(?:png|jpe?g)$/iu.test(name)) return 1;
  if (!name.toLowerCase().endsWith('.pdf')) return undefined;
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })).getPageCount();
  } catch {
    // Kept as it came: that it opens nowhere is said by the list, which calls it an electronic file.
    return undefined;
  }
}
