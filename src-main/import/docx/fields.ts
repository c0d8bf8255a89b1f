import type { Run } from '../runs.ts';
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

/** The marks that begin a field which nothing ends: what follows them is text, not field. */
export function openFields(part: XmlElement): ReadonlySet<XmlElement> {
  const unclosed = new Set<XmlElement>();
  const look = (parent: XmlElement, begun: XmlElement[]): void => {
    for (const element of elements(parent.name === 'mc:AlternateContent' ? chosen(parent) : parent)) {
      if (element.name === 'w:fldChar') {
        const type = element.attributes.get('w:fldCharType');
        if (type === 'begin') begun.push(element);
        else if (type === 'end') begun.pop();
      } else if (element.name === 'w:txbxContent') apart(element);
      else look(element, begun);
    }
  };
  const apart = (parent: XmlElement): void => {
    const begun: XmlElement[] = [];
    look(parent, begun);
    for (const mark of begun) unclosed.add(mark);
  };
  apart(part);
  return unclosed;
}

/** The fields that are open at a place of a document; they may run over several paragraphs, as a table of contents does. */
export class Fields {
  readonly #open: Field[] = [];
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
