import { largest } from '../extremes.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import { givenTitle } from '../given-title.ts';
import { DocxNumbering } from './numbering.ts';
import { readBeside } from './beside.ts';
import { DocxColours } from './colours.ts';
import { type Drawing, drawnWords } from './drawing.ts';
import { Fields } from './fields.ts';
import { controlled, HOLDS_BLOCKS } from './holders.ts';
import { type ParagraphContext, readParagraph } from './paragraph.ts';
import { paperOf } from './paper.ts';
import { mainPart, partXml, relationships, resolve } from './parts.ts';
import { DocxStyles, numberOf, type ParagraphStyle } from './styles.ts';
import { blocksIn, rowsOf } from './table.ts';
import { headingOf, lettersOf, NO_WORDS, rowPrefix } from './words.ts';
import { type Ground, groundIn, groundOf, PAPER } from './visible.ts';
import { SeenCharacters } from '../characters/seen.ts';
import { bodyOf } from '../body-coverage.ts';
import { LeftOut } from '../left-out.ts';
import { note } from '../note.ts';
import { isInserted, revisionOf } from './revision.ts';
import { importRefusal } from '../refusals.ts';
import { rowOf, type Run, type Words, wordsOf } from '../runs.ts';
import { child, chosen, descendants, elements, textBelow, type XmlElement } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** More paragraphs than this in one cell: the table lays out a text (two languages side by side), it does not tabulate. */
const MOST_IN_CELL = 8;
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
  readonly #characters: SeenCharacters;
  /** What tables of contents list, to see whether the text has it too. */
  readonly #listed: string[] = [];
  #tables = 0;
  #chunks = 0;
  /** Runs of a paragraph whose end mark was deleted under review: they run on into the next one. */
  #carried: readonly Run[] = [];

  constructor(source: Package) {
    this.#package = source;
    this.#main = mainPart(source);
    this.#related = relationships(source, this.#main);
    const styles = this.#part('/styles');
    const colours = new DocxColours(this.#part('/theme'));
    this.#context = {
      styles: new DocxStyles(styles, colours),
      colours,
      left: new LeftOut(() => this.#lines.length),
      fields: new Fields(),
      references: new Map(),
    };
    this.#characters = new SeenCharacters(this.#context.left.doubts);
    this.#numbering = new DocxNumbering(this.#part('/numbering'), (id) => this.#context.styles.style(id).list);
  }

  read(): MarkedText {
    const document = partXml(this.#package, this.#main);
    if (!document) throw new Error('docx: no main part');
    const { left } = this.#context;
    const body = child(document, 'w:body') ?? document;
    this.#expectFields(body);
    this.#blocks(body, this.#paper(document));
    this.#references();
    const headers = this.#beside();
    for (const format of this.#numbering.unknownFormats) {
      this.#notes.push(note('list-format', sentence('import.docx.list-format', { format })));
    }
    this.#unread();
    const notes = [...left.notes(), ...this.#notes, ...this.#characters.finish()];
    const title = givenTitle(headers);
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

  #paper(document: XmlElement): Ground {
    const beside = ['/header', '/footer'].flatMap((relation) => this.#parts(relation));
    return paperOf(document, this.#part('/settings'), beside, this.#context.colours);
  }

  /** A field that does not end would take all that follows for itself. */
  #expectFields(part: XmlElement): void {
    if (this.#context.fields.expect(part) > 0)
      this.#context.left.doubtful('drawn-differently', { cause: sentence('import.cause.open-field') });
  }

  /** What stands beside the text: headers, footers, comments. Gives back the words of the headers. */
  #beside(): readonly string[] {
    const { left, colours } = this.#context;
    const headers = this.#parts('/header').flatMap((part) => readBeside(part, colours, left));
    for (const part of this.#parts('/footer')) readBeside(part, colours, left);
    for (const part of this.#parts('/comments')) left.add('comments', textBelow(part));
    return headers;
  }

  /** Tells what of the package was not read although it may be seen. */
  #unread(): void {
    const { left } = this.#context;
    const lines = new Set(this.#lines.map(({ text }) => lettersOf(text)));
    if (this.#listed.some((entry) => !lines.has(lettersOf(entry)))) left.asks('contents');
    for (const name of this.#package.doubled) {
      if (!/\.(?:xml|rels)$/i.test(name)) continue;
      const why = sentence('import.docx.doubled', { name });
      left.part({ part: `other ${name}`, kind: 'attachment', state: 'unread', words: 0, why, asks: true });
    }
    if (this.#package.names.some((name) => /\.odttf$/i.test(name))) {
      const why = sentence('import.docx.own-fonts');
      left.part({ part: 'fonts', kind: 'layer', state: 'unread', words: 0, why, asks: false });
    }
  }

  #parts(type: string): readonly XmlElement[] {
    return this.#related
      .filter(({ attributes }) => attributes.get('Type')?.endsWith(type) === true)
      .flatMap(({ attributes }) => partXml(this.#package, resolve(this.#main, attributes.get('Target') ?? '')) ?? []);
  }

  #part(type: string): XmlElement | undefined {
    return this.#parts(type)[0];
  }

  /** The part that the main one refers to by an id. */
  #referred(id: string): XmlElement | undefined {
    const target = this.#related.find(({ attributes }) => attributes.get('Id') === id)?.attributes.get('Target');
    return target === undefined ? undefined : partXml(this.#package, resolve(this.#main, target));
  }

  #blocks(parent: XmlElement, ground: Ground): void {
    for (const element of elements(parent)) {
      if (element.name === 'w:p') this.#paragraph(element, ground);
      else if (element.name === 'w:tbl') this.#table(element, ground);
      else if (element.name === 'w:sdt') this.#structured(element, ground);
      else if (element.name === 'mc:AlternateContent') this.#blocks(chosen(element), ground);
      else if (HOLDS_BLOCKS.has(element.name)) {
        if (isInserted(element)) this.#context.left.inserted(textBelow(element), revisionOf(element));
        this.#blocks(element, ground);
      } else if (/^w:(?:del|moveFrom)$/.test(element.name))
        this.#context.left.add('deleted-text', textBelow(element), revisionOf(element));
      else if (element.name === 'w:altChunk') {
        const why = sentence('import.docx.embedded-file');
        this.#notes.push(note('embedded-file', why));
        this.#chunks++;
        const part = `embedded text ${this.#chunks}`;
        this.#context.left.part({ part, kind: 'frame', state: 'unread', words: 0, why, asks: true });
      }
    }
  }

  #structured(element: XmlElement, ground: Ground): void {
    const { content, contents } = controlled(element);
    if (!content) return;
    if (!contents) return this.#blocks(content, ground);
    for (const paragraph of descendants(content, 'w:p')) this.#contents(textBelow(paragraph));
  }

  #contents(words: string): void {
    this.#context.left.add('contents', words);
    if (lettersOf(words) !== '') this.#listed.push(words);
  }

  #paragraph(element: XmlElement, outer: Ground): void {
    const properties = child(element, 'w:pPr');
    const styleId = child(properties, 'w:pStyle')?.attributes.get('w:val');
    const style = this.#context.styles.style(styleId);
    const heading = headingOf(numberOf(properties, 'w:outlineLvl') ?? style.outline, style.name);
    // A heading is bold because it is a heading: that is no emphasis of its words.
    const plain: ParagraphStyle = heading === undefined ? style : { ...style, strong: false };
    const { fields, styles } = this.#context;
    const [inContents, begunBefore] = [fields.inContents, fields.contentsBegun];
    const ground = groundOf(properties, plain, styles.behind(properties), outer);
    const { lines, drawings } = readParagraph(element, plain, ground, this.#context);
    const [first = [], ...more] = lines;
    const runs = [[...this.#carried, ...first], ...more];
    const contents = (inContents || fields.contentsBegun > begunBefore) && heading === undefined;
    const runsOn = child(properties, 'w:rPr', 'w:del') !== undefined;
    this.#carried = [];
    if (!runsOn) {
      if (contents || CONTENTS_NAME.test(style.name)) {
        this.#contents(
          runs
            .flat()
            .map(({ text }) => text)
            .join(''),
        );
      } else {
        const words = runs
          .map((line, index) => wordsOf(this.#characters.runs(line, this.#lines.length + 1 + index)))
          .filter(({ text }) => text !== '');
        if (words.length > 0) this.#push(words, this.#number(properties, style, styleId), heading);
        // An empty paragraph of a list shows its number all the same, and the next one goes on from there.
        else if (!styles.runLook(child(properties, 'w:rPr'), plain).hidden) this.#number(properties, style, styleId);
      }
    }
    for (const drawing of drawings) this.#drawn(drawing);
    if (runsOn) this.#carried = runs.flat();
  }

  /** What is drawn in a paragraph, after it. */
  #drawn({ unseen, boxes, words, diagrams, charts, pictures, objects, icon, caption, covers }: Drawing): void {
    const { left } = this.#context;
    if (covers) left.covering();
    for (const { content, ground } of boxes)
      this.#context.fields.apart(() => this.#blocks(content, { ...ground, unseen: ground.unseen ?? unseen }));
    const shown = [...words, ...diagrams.flatMap((id) => this.#drawnIn(id))];
    if (unseen) {
      for (const text of shown) left.add('hidden-text', text, { cause: sentence(`import.cause.${unseen}`) });
      return;
    }
    for (const text of shown) this.#push([wordsOf([{ text, strong: false, underline: false }])], {}, undefined);
    for (const id of charts) left.add('charts', this.#drawnIn(id).join(' '));
    // What an embedded file shows is a picture of it: both are one thing to be asked about.
    if (objects > 0) left.embedded();
    else for (let picture = 0; picture < pictures; picture++) left.picture(caption, icon && pictures === 1);
  }

  #drawnIn(id: string): readonly string[] {
    const part = this.#referred(id);
    return part ? drawnWords(part).filter((text) => text !== '') : [];
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

  #table(table: XmlElement, outer: Ground): void {
    const properties = child(table, 'w:tblPr');
    const { styles } = this.#context;
    const plain = groundIn(outer, styles.behind(properties));
    const ground = styles.shadesTables(child(properties, 'w:tblStyle')?.attributes.get('w:val'))
      ? { ...plain, colour: undefined }
      : plain;
    const under = (cell: XmlElement): Ground => groundIn(ground, styles.behind(child(cell, 'w:tcPr')));
    const rows = rowsOf(table, this.#context.left);
    const widest = largest(rows.map(({ cells }) => cells.length));
    const cells = rows.flatMap((row) => row.cells).filter((cell) => cell !== undefined);
    const lays =
      widest < 2 || cells.some((cell) => descendants(cell, 'w:tbl').length > 0 || blocksIn(cell) > MOST_IN_CELL);
    if (lays) {
      for (const { cells: row, flat } of rows)
        for (const cell of row)
          if (cell) this.#blocks(cell, flat ? { ...under(cell), unseen: 'no-size' } : under(cell));
      return;
    }
    this.#tables++;
    const number = this.#tables;
    for (const { cells: row, header, flat } of rows) {
      const words = row.map((cell) =>
        cell ? this.#cell(cell, flat ? { ...under(cell), unseen: 'no-size' } : under(cell)) : NO_WORDS,
      );
      if (words.every(({ text }) => text === '')) continue;
      const { text, emphasis } = rowOf(words);
      const shape = { cells: words.map((cell) => cell.text), table: number, ...(header ? { header } : {}) };
      this.#lines.push({ line: this.#lines.length + 1, text, emphasis, ...shape });
    }
  }

  /** The words of one cell: its paragraphs as they would be lines, joined by a space. */
  #cell(cell: XmlElement, ground: Ground): Words {
    const from = this.#lines.length;
    this.#blocks(cell, ground);
    let joined = NO_WORDS;
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
    const { references, left } = this.#context;
    for (const part of notes.values()) this.#expectFields(part);
    // A note may refer to another, which then comes last.
    for (const [name, number] of references) {
      const note = notes.get(name);
      notes.delete(name);
      if (!note) continue;
      const { text, emphasis } = rowPrefix(`[${number}] `, this.#cell(note, PAPER));
      this.#lines.push({ line: this.#lines.length + 1, text, emphasis, paragraph: true });
    }
    for (const note of notes.values())
      if (!note.attributes.has('w:type'))
        left.add('hidden-text', textBelow(note), { cause: sentence('import.cause.no-mark') });
  }
}

interface Numbered {
  readonly prefix?: string;
  readonly list?: NonNullable<MarkedLine['list']>;
}
