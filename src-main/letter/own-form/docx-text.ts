/** One `w:t`: where its text stands in the part's XML. */
export interface TextNode {
  readonly start: number;
  readonly end: number;
  /** Start of the tag, which is written anew when the text changes. */
  readonly tag: number;
  readonly text: string;
  readonly underlined: boolean;
}

/** A paragraph of a part, with what is needed to write into it. */
export interface Paragraph {
  readonly nodes: readonly TextNode[];
  readonly text: string;
  /** Where a run can be put in: before the end tag, or in the place of `/>`. */
  readonly end: number;
  readonly empty: boolean;
  /** Run properties that the paragraph keeps for its own mark: new text takes them. */
  readonly mark: string;
}

/** Cells of one table row, each with its paragraphs. */
export type Row = readonly (readonly Paragraph[])[];

export interface PartText {
  readonly paragraphs: readonly Paragraph[];
  readonly rows: readonly Row[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Text as it stands in XML; a line feed becomes a break between two texts. */
export const encoded = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r?\n/gu, '</w:t><w:br/><w:t xml:space="preserve">');

interface Tag {
  readonly opening: boolean;
  readonly selfClosing: boolean;
  readonly attributes: string;
  readonly start: number;
  /** Where what follows the tag begins. */
  readonly after: number;
}

/**
 * Finds paragraphs, texts and table rows by position: the rest of the XML is never touched, so that what Word or WPS wrote
 * stays as it is, byte for byte. What stands in `mc:Fallback` repeats a text box for old readers and is passed over.
 */
class PartReader {
  readonly paragraphs: Paragraph[] = [];
  readonly rows: Row[] = [];
  readonly #xml: string;
  readonly #open: { readonly nodes: TextNode[]; mark: string }[] = [];
  readonly #cells: Paragraph[][][] = [];
  #underlined = false;
  #inRun = false;
  #fallback = 0;

  constructor(xml: string) {
    this.#xml = xml;
    const tags = /<(\/?)(mc:Fallback|w:p|w:r|w:t|w:u|w:rPr|w:tr|w:tc)(\s[^>]*?)?(\/?)>/gu;
    for (let match = tags.exec(xml); match; match = tags.exec(xml)) {
      const [whole, slash, name = '', attributes = '', end] = match;
      const after = match.index + whole.length;
      const tag = { opening: slash === '', selfClosing: end === '/', attributes, start: match.index, after };
      if (name === 'mc:Fallback') this.#skip(tag);
      else if (this.#fallback === 0) tags.lastIndex = this.#handlers[name]?.(tag) ?? after;
    }
  }

  /** By tag; a handler that has read on says where to go on. */
  readonly #handlers: Readonly<Record<string, (tag: Tag) => number | undefined>> = {
    'w:p': ({ opening, selfClosing, start, after }) => {
      if (opening) this.#open.push({ nodes: [], mark: '' });
      if (!opening || selfClosing) this.#close(selfClosing ? after - 2 : start, selfClosing);
      return undefined;
    },
    'w:r': ({ opening, selfClosing }) => {
      this.#inRun = opening && !selfClosing;
      this.#underlined = false;
      return undefined;
    },
    'w:u': ({ attributes }) => {
      this.#underlined = this.#inRun && !attributes.includes('w:val="none"');
      return undefined;
    },
    'w:rPr': ({ opening, selfClosing, start, after }) => {
      const end = this.#xml.indexOf('</w:rPr>', after);
      const paragraph = this.#open.at(-1);
      if (opening && !selfClosing && !this.#inRun && paragraph && end !== -1)
        paragraph.mark = this.#xml.slice(start, end + '</w:rPr>'.length);
      return undefined;
    },
    'w:t': (tag) => (tag.opening && !tag.selfClosing ? this.#text(tag) : undefined),
    'w:tr': ({ opening, selfClosing }) => {
      if (opening && !selfClosing) this.#cells.push([]);
      if (!opening) this.rows.push(this.#cells.pop() ?? []);
      return undefined;
    },
    'w:tc': ({ opening, selfClosing }) => {
      if (opening && !selfClosing) this.#cells.at(-1)?.push([]);
      return undefined;
    },
  };

  #skip({ opening, selfClosing }: Tag): void {
    if (!selfClosing) this.#fallback += opening ? 1 : -1;
  }

  #text({ start, after }: Tag): number {
    const end = this.#xml.indexOf('</w:t>', after);
    if (end === -1) throw new Error('docx: text without end');
    const text = decoded(this.#xml.slice(after, end));
    this.#open.at(-1)?.nodes.push({ start: after, end, tag: start, text, underlined: this.#underlined });
    return end;
  }

  #close(end: number, empty: boolean): void {
    const { nodes, mark } = this.#open.pop() ?? { nodes: [], mark: '' };
    const paragraph = { nodes, text: nodes.map(({ text }) => text).join(''), end, empty, mark };
    this.paragraphs.push(paragraph);
    this.#cells.at(-1)?.at(-1)?.push(paragraph);
  }
}

/** Paragraphs and table rows of one part, each with where it stands. */
export function readPart(xml: string): PartText {
  const { paragraphs, rows } = new PartReader(xml);
  return { paragraphs, rows };
}
