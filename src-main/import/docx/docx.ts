import { largest } from '../extremes.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import { givenTitle } from '../given-title.ts';
import { decode } from '../text/encoding.ts';
import { DocxNumbering } from './numbering.ts';
import { chosen, type ParagraphContext, readParagraph } from './paragraph.ts';
import { DocxStyles, numberOf, type ParagraphStyle } from './styles.ts';
import { bodyOf } from '../body-coverage.ts';
import { LeftOut } from '../left-out.ts';
import { note } from '../note.ts';
import { isInserted, revisionOf } from './revision.ts';
import { importRefusal } from '../refusals.ts';
import { rowOf, type Run, type Words, wordsOf } from '../runs.ts';
import { child, descendants, elements, parseXml, textBelow, type XmlElement } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** More paragraphs than this in one cell: the table lays out a text (two languages side by side), it does not tabulate. */
const MOST_IN_CELL = 8;
const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;
const TITLE_NAME = /^(?:title|标题)$/i;
const CONTENTS_NAME = /^(?:toc|目录)\s*\d$/i;

/**
 * A Word document as marked lines: one line per paragraph or line break, computed list numbers as text (they are the clauses'
 * numbers), bold, underline, headings, tables, text boxes, foot- and endnotes. Read directly from OOXML: converters to HTML keep a
 * list but lose the number that Word shows. Insertions under review are kept, deletions are left out and counted.
 * @throws Refusal `docx-corrupt`, `not-word`, `zip-bomb`, `zip-encrypted`
 */
export function readDocx(bytes: Uint8Array): MarkedText {
  try {
    return new DocxReading(openPackage(bytes)).read();
  } catch (error) {
    throw error instanceof Refusal ? error : importRefusal('docx-corrupt', error);
  }
}

class DocxReading {
  readonly #package: Package;
  readonly #main: string;
  readonly #related: readonly XmlElement[];
  readonly #numbering: DocxNumbering;
  readonly #context: ParagraphContext;
  readonly #lines: MarkedLine[] = [];
  readonly #notes: ReadingNote[] = [];
  #tables = 0;
  /** Runs of a paragraph whose end mark was deleted under review: they run on into the next one. */
  #carried: readonly Run[] = [];

  constructor(source: Package) {
    this.#package = source;
    this.#main = mainPart(source);
    this.#related = relationships(source, this.#main);
    const styles = this.#part('/styles');
    this.#context = {
      styles: new DocxStyles(styles),
      left: new LeftOut(() => this.#lines.length),
      fields: [],
      references: [],
    };
    this.#numbering = new DocxNumbering(this.#part('/numbering'), (id) => this.#context.styles.style(id).list);
  }

  read(): MarkedText {
    const document = partXml(this.#package, this.#main);
    if (!document) throw new Error('docx: no main part');
    this.#blocks(child(document, 'w:body') ?? document);
    this.#references();
    const headers: string[] = [];
    for (const relation of ['/header', '/footer']) {
      for (const part of this.#parts(relation)) {
        const words = textBelow(part);
        if (relation === '/header') headers.push(words);
        this.#context.left.add('header-footer', words);
      }
    }
    for (const part of this.#parts('/comments')) this.#context.left.add('comments', textBelow(part));
    for (const format of this.#numbering.unknownFormats) {
      this.#notes.push(note('list-format', sentence('import.docx.list-format', { format })));
    }
    const notes = [...this.#context.left.notes(), ...this.#notes];
    const title = givenTitle(headers);
    const { left } = this.#context;
    return {
      format: 'docx',
      encoding: 'binary',
      lines: this.#lines,
      ...(title !== undefined && { title }),
      notes,
      coverage: [bodyOf(this.#lines), ...left.coverage()],
      suspicions: left.doubts.all,
    };
  }

  #parts(type: string): readonly XmlElement[] {
    return this.#related
      .filter(({ attributes }) => attributes.get('Type')?.endsWith(type) === true)
      .flatMap(({ attributes }) => partXml(this.#package, resolve(this.#main, attributes.get('Target') ?? '')) ?? []);
  }

  #part(type: string): XmlElement | undefined {
    return this.#parts(type)[0];
  }

  #blocks(parent: XmlElement): void {
    for (const element of elements(parent)) {
      if (element.name === 'w:p') this.#paragraph(element);
      else if (element.name === 'w:tbl') this.#table(element);
      else if (element.name === 'w:sdt') this.#structured(element);
      else if (element.name === 'mc:AlternateContent') this.#blocks(chosen(element));
      else if (/^w:(?:customXml|ins|moveTo|smartTag|sdtContent)$/.test(element.name)) {
        if (isInserted(element)) this.#context.left.inserted(textBelow(element), revisionOf(element));
        this.#blocks(element);
      } else if (/^w:(?:del|moveFrom)$/.test(element.name))
        this.#context.left.add('deleted-text', textBelow(element), revisionOf(element));
      else if (element.name === 'w:altChunk') {
        this.#notes.push(note('embedded-file', sentence('import.docx.embedded-file')));
      }
    }
  }

  #structured(element: XmlElement): void {
    const gallery = child(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes.get('w:val') ?? '';
    const content = child(element, 'w:sdtContent');
    if (!content) return;
    if (/table of contents/i.test(gallery)) this.#context.left.add('contents', textBelow(content));
    else this.#blocks(content);
  }

  #paragraph(element: XmlElement): void {
    const properties = child(element, 'w:pPr');
    const styleId = child(properties, 'w:pStyle')?.attributes.get('w:val');
    const style = this.#context.styles.style(styleId);
    const heading = headingOf(numberOf(properties, 'w:outlineLvl') ?? style.outline, style.name);
    // A heading is bold because it is a heading: that is no emphasis of its words.
    const plain: ParagraphStyle = heading === undefined ? style : { ...style, strong: false };
    const fieldsBefore = this.#context.fields.length;
    const inContents = this.#context.fields.some(({ instruction }) => /^\s*TOC\b/.test(instruction));
    const { lines, boxes } = readParagraph(element, plain, this.#context);
    const [first = [], ...more] = lines;
    const runs = [[...this.#carried, ...first], ...more];
    this.#carried = [];
    if (child(properties, 'w:rPr', 'w:del')) {
      this.#carried = runs.flat();
      return;
    }
    const startsContents = this.#context.fields
      .slice(fieldsBefore)
      .some(({ instruction }) => /^\s*TOC\b/.test(instruction));
    if (((inContents || startsContents) && heading === undefined) || CONTENTS_NAME.test(style.name)) {
      this.#context.left.add(
        'contents',
        runs
          .flat()
          .map(({ text }) => text)
          .join(''),
      );
      return;
    }
    const words = runs.map(wordsOf).filter(({ text }) => text !== '');
    if (words.length > 0) this.#push(words, this.#number(properties, style, styleId), heading);
    for (const box of boxes) this.#blocks(box);
  }

  #number(properties: XmlElement | undefined, style: ParagraphStyle, styleId: string | undefined): Numbered {
    const own = child(properties, 'w:numPr');
    const list = child(own, 'w:numId')?.attributes.get('w:val') ?? style.list;
    if (list === undefined || list === '0') return {};
    const ownLevel = numberOf(own, 'w:ilvl') ?? style.listLevel;
    const level = ownLevel ?? this.#numbering.levelOfStyle(list, styleId);
    const computed = this.#numbering.next(list, level);
    if (!computed) return {};
    if (computed.text === undefined) return { list: { ordered: false, marker: '-', depth: computed.depth } };
    return { prefix: `${computed.text}${computed.gap}` };
  }

  #push(words: readonly Words[], { prefix = '', list }: Numbered, heading: number | undefined): void {
    words.forEach((line, index) => {
      const numbered = index === 0 ? rowPrefix(prefix, line) : line;
      this.#lines.push({
        line: this.#lines.length + 1,
        text: numbered.text,
        emphasis: numbered.emphasis,
        ...(heading === undefined ? {} : { heading }),
        ...(index === 0 && list !== undefined ? { list } : {}),
        ...(words.length === 1 ? { paragraph: true } : {}),
      });
    });
  }

  #table(table: XmlElement): void {
    const rows = rowsOf(table, this.#context.left);
    const widest = largest(rows.map(({ cells }) => cells.length));
    const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== undefined);
    const lays =
      widest < 2 || cells.some((cell) => descendants(cell, 'w:tbl').length > 0 || blocksIn(cell) > MOST_IN_CELL);
    if (lays) {
      for (const cell of cells) this.#blocks(cell);
      return;
    }
    this.#tables++;
    const number = this.#tables;
    for (const { cells: row, header } of rows) {
      const words = row.map((cell) => (cell ? this.#cell(cell) : { text: '', emphasis: [] }));
      if (words.every(({ text }) => text === '')) continue;
      const { text, emphasis } = rowOf(words);
      const shape = { cells: words.map((cell) => cell.text), table: number, ...(header ? { header } : {}) };
      this.#lines.push({ line: this.#lines.length + 1, text, emphasis, ...shape });
    }
  }

  /** The words of one cell: its paragraphs as they would be lines, joined by a space. */
  #cell(cell: XmlElement): Words {
    const from = this.#lines.length;
    this.#blocks(cell);
    let joined: Words = { text: '', emphasis: [] };
    for (const line of this.#lines.splice(from)) {
      const before = joined.text === '' ? '' : `${joined.text} `;
      const shifted = rowPrefix(before, line);
      joined = { text: shifted.text.replaceAll('\t', ' '), emphasis: [...joined.emphasis, ...shifted.emphasis] };
    }
    return joined;
  }

  #references(): void {
    const notes = new Map<string, XmlElement>();
    for (const kind of ['footnote', 'endnote'] as const) {
      for (const part of this.#parts(`/${kind}s`)) {
        for (const note of elements(part, `w:${kind}`)) notes.set(`${kind} ${note.attributes.get('w:id') ?? ''}`, note);
      }
    }
    for (let index = 0; index < this.#context.references.length; index++) {
      const reference = this.#context.references[index];
      const note = reference && notes.get(`${reference.kind} ${reference.id}`);
      if (!note) continue;
      const { text, emphasis } = rowPrefix(`[${index + 1}] `, this.#cell(note));
      this.#lines.push({ line: this.#lines.length + 1, text, emphasis, paragraph: true });
    }
  }
}

interface Numbered {
  readonly prefix?: string;
  readonly list?: NonNullable<MarkedLine['list']>;
}

function rowPrefix(prefix: string, { text, emphasis }: Words): Words {
  const move = prefix.length;
  const moved = emphasis.map((span) => ({ ...span, start: span.start + move, end: span.end + move }));
  return { text: `${prefix}${text}`, emphasis: moved };
}

function headingOf(outline: number | undefined, styleName: string): number | undefined {
  const named = HEADING_NAME.exec(styleName)?.[1];
  if (outline !== undefined && outline < 9) return Math.min(6, outline + 1);
  if (named !== undefined) return Math.min(6, Number(named));
  return TITLE_NAME.test(styleName) ? 1 : undefined;
}

function blocksIn(cell: XmlElement): number {
  return elements(cell, 'w:p').filter((paragraph) => textBelow(paragraph).trim() !== '').length;
}

interface TableRow {
  /** By column; a place that another cell spans is absent. */
  readonly cells: readonly (XmlElement | undefined)[];
  readonly header: boolean;
}

function rowsOf(table: XmlElement, left: LeftOut): readonly TableRow[] {
  return unwrapped(table, 'w:tr').flatMap((row) => {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) {
      left.add('deleted-text', textBelow(row), revisionOf(child(properties, 'w:del')));
      return [];
    }
    const cells: (XmlElement | undefined)[] = [];
    for (let skip = Math.min(50, numberOf(properties, 'w:gridBefore') ?? 0); skip > 0; skip--) cells.push(undefined);
    for (const cell of unwrapped(row, 'w:tc')) {
      const own = child(cell, 'w:tcPr');
      const merge = child(own, 'w:vMerge');
      const continued = merge !== undefined && merge.attributes.get('w:val') !== 'restart';
      cells.push(continued && textBelow(cell).trim() === '' ? undefined : cell);
      for (let span = Math.min(50, numberOf(own, 'w:gridSpan') ?? 1); span > 1; span--) cells.push(undefined);
    }
    return [{ cells, header: child(properties, 'w:tblHeader') !== undefined }];
  });
}

/** Rows or cells of a table, those in content controls and revision marks too. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(element.name) ? unwrapped(element, name) : [];
  });
}

function partXml(source: Package, name: string): XmlElement | undefined {
  const bytes = source.part(name);
  return bytes ? parseXml(decode(bytes, declaredWide(bytes)).text) : undefined;
}

/** XML parts are UTF-8 but for the rare UTF-16, which has its mark. */
function declaredWide(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function relationships(source: Package, part: string): readonly XmlElement[] {
  const slash = part.lastIndexOf('/');
  return elements(partXml(source, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`), 'Relationship');
}

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** The main part by its relationship, else by its usual name; without one the package is no Word document. */
function mainPart(source: Package): string {
  const main = relationships(source, '').find(
    ({ attributes }) => attributes.get('Type')?.endsWith('/officeDocument') === true,
  );
  const named = resolve('', main?.attributes.get('Target') ?? 'word/document.xml');
  const isWord = source.names.some((name) => /^\[Content_Types\]\.xml$/i.test(name)) && !/^(?:xl|ppt)\//.test(named);
  if (isWord && source.names.includes(named)) return named;
  if (source.names.includes('word/document.xml')) return 'word/document.xml';
  throw importRefusal('not-word');
}
