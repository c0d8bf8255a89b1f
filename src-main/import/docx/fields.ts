import type { Run } from '../runs.ts';
import { controlled, DRAWINGS, HOLDS_BLOCKS, HOLDS_RUNS, TURNS_RUNS } from './holders.ts';
import { rowsOf } from './table.ts';
import { chosen, elements, type XmlElement } from './xml.ts';

/** A field that was begun: what it is told to do, then what it shows. */
interface Field {
  instruction: string;
  result: boolean;
  /** Run that came before the result, to see whether the result is blank. */
  readonly from: Run | undefined;
  readonly form: XmlElement | undefined;
}

const CONTENTS = /^\s*TOC\b/;

/**
 * The marks that begin a field which nothing ends: what follows them is text, not field. It goes where the reading goes, and
 * nowhere else: an end that stands in what is struck, covered or passed over ends nothing.
 */
export function openFields(part: XmlElement): ReadonlySet<XmlElement> {
  const unclosed = new Set<XmlElement>();
  const story = (content: XmlElement): void => {
    const begun: XmlElement[] = [];
    const blocks = (parent: XmlElement): void => {
      for (const element of elements(parent)) {
        if (element.name === 'w:p') runs(element);
        else if (element.name === 'w:tbl') for (const cell of cellsOf(element)) blocks(cell);
        else if (element.name === 'mc:AlternateContent') blocks(chosen(element));
        else if (HOLDS_BLOCKS.has(element.name)) blocks(element);
        else if (element.name === 'w:sdt') {
          const { content: inner, contents } = controlled(element);
          if (inner && !contents) blocks(inner);
        }
      }
    };
    const runs = (parent: XmlElement): void => {
      for (const element of elements(parent)) {
        if (element.name === 'w:r') marks(element);
        else if (element.name === 'mc:AlternateContent') runs(chosen(element));
        else if (TURNS_RUNS.has(element.name) || HOLDS_RUNS.has(element.name)) runs(element);
      }
    };
    const marks = (parent: XmlElement): void => {
      for (const element of elements(parent)) {
        const type = element.name === 'w:fldChar' ? element.attributes.get('w:fldCharType') : undefined;
        if (type === 'begin') begun.push(element);
        else if (type === 'end') begun.pop();
        else if (element.name === 'w:ruby') runs(element);
        else if (element.name === 'mc:AlternateContent') marks(chosen(element));
        else if (DRAWINGS.has(element.name)) boxes(element);
      }
    };
    blocks(content);
    for (const mark of begun) unclosed.add(mark);
  };
  const boxes = (parent: XmlElement): void => {
    for (const element of elements(parent.name === 'mc:AlternateContent' ? chosen(parent) : parent)) {
      if (element.name === 'w:txbxContent') story(element);
      else boxes(element);
    }
  };
  story(part);
  return unclosed;
}

const cellsOf = (table: XmlElement): readonly XmlElement[] =>
  rowsOf(table).flatMap(({ cells }) => cells.filter((cell) => cell !== undefined));

/** The fields that are open at a place of a document; they may run over several paragraphs, as a table of contents does. */
export class Fields {
  #open: Field[] = [];
  readonly #unclosed = new Set<XmlElement>();
  #instructing = 0;
  #contents = 0;
  /** Tables of contents that were begun so far. */
  contentsBegun = 0;

  /** Whether words belong to what a field is told to do, which nobody sees. */
  get hides(): boolean {
    return this.#instructing > 0;
  }

  get inContents(): boolean {
    return this.#contents > 0;
  }

  /** Takes note of the fields of a part that do not end; gives back how many there are. */
  expect(part: XmlElement): number {
    const found = openFields(part);
    for (const mark of found) this.#unclosed.add(mark);
    return found.size;
  }

  /** Reads a box, a text of its own: no field of the text around it runs into it, and none of its own out of it. */
  apart(read: () => void): void {
    const [open, instructing, contents] = [this.#open, this.#instructing, this.#contents];
    [this.#open, this.#instructing, this.#contents] = [[], 0, 0];
    read();
    [this.#open, this.#instructing, this.#contents] = [open, instructing, contents];
  }

  begin(mark: XmlElement, from: Run | undefined, form: XmlElement | undefined): void {
    if (this.#unclosed.has(mark)) return;
    this.#open.push({ instruction: '', result: false, from, form });
    this.#instructing++;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.result) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (!field || field.result) return;
    field.result = true;
    this.#instructing--;
    if (!CONTENTS.test(field.instruction)) return;
    this.#contents++;
    this.contentsBegun++;
  }

  end(): Field | undefined {
    const field = this.#open.pop();
    if (!field) return undefined;
    if (!field.result) this.#instructing--;
    else if (CONTENTS.test(field.instruction)) this.#contents--;
    return field;
  }
}
