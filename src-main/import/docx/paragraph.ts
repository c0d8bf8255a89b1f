import type { DocxStyles, ParagraphStyle } from './styles.ts';
import { switched } from './styles.ts';
import type { LeftOut } from '../left-out.ts';
import { isInserted, revisionOf } from './revision.ts';
import { BLANK, type Run } from '../runs.ts';
import { child, descendants, elements, textBelow, type XmlElement } from './xml.ts';

/** What the reading of paragraphs shares over a document: open fields, notes referred to, what was left out. */
export interface ParagraphContext {
  readonly styles: DocxStyles;
  readonly left: LeftOut;
  /** Fields begun and not ended; they may run over several paragraphs, as a table of contents does. */
  readonly fields: Field[];
  /** Footnotes and endnotes in the order of their marks. */
  readonly references: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
}

interface Field {
  instruction: string;
  result: boolean;
  /** Run that came before the result, to see whether the result is blank. */
  readonly from: Run | undefined;
  readonly form: XmlElement | undefined;
}

/** A paragraph's runs, cut at its line breaks, and the text boxes anchored in it. */
export interface ParagraphContent {
  readonly lines: readonly (readonly Run[])[];
  readonly boxes: readonly XmlElement[];
}

const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:fldSimple',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:ruby',
  'w:rubyBase',
]);
/** Private characters of symbol fonts that stand for boxes and ticks (Wingdings, Wingdings 2). */
const SYMBOLS: Readonly<Record<string, string>> = {
  f0a8: '☐',
  f06f: '☐',
  f0a3: '☐',
  f0fe: '☑',
  f052: '☑',
  f0fc: '✓',
  f050: '✓',
  f0fd: '☒',
  f051: '☒',
  f0b7: '•',
  f06c: '●',
  f06e: '■',
  f0d8: '➢',
};

/** Reads the runs of one `w:p`. */
export function readParagraph(
  paragraph: XmlElement,
  style: ParagraphStyle,
  context: ParagraphContext,
): ParagraphContent {
  const lines: Run[][] = [[]];
  const boxes: XmlElement[] = [];
  const add = (text: string, look: Omit<Run, 'text'>): void => void lines.at(-1)?.push({ text, ...look });

  function inside(parent: XmlElement): void {
    for (const element of elements(parent)) {
      if (element.name === 'w:r') readRun(element);
      else if (TRANSPARENT.has(element.name)) {
        if (isInserted(element)) context.left.inserted(textBelow(element), revisionOf(element));
        inside(element);
      } else if (element.name === 'w:del' || element.name === 'w:moveFrom') {
        context.left.add('deleted-text', textBelow(element), revisionOf(element));
      } else if (element.name === 'w:rt') context.left.add('ruby', textBelow(element));
      else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
        add(formula(element), { strong: false, underline: false });
      } else if (element.name === 'mc:AlternateContent') inside(chosen(element));
    }
  }

  function readRun(run: XmlElement): void {
    const look = context.styles.runLook(child(run, 'w:rPr'), style);
    if (look.hidden) {
      context.left.add('hidden-text', textBelow(run));
      return;
    }
    for (const part of elements(run)) readPart(part, { strong: look.strong, underline: look.underline });
  }

  function readPart(part: XmlElement, look: Omit<Run, 'text'>): void {
    if (part.name === 'w:fldChar') return readField(part, look);
    const field = context.fields.at(-1);
    if (part.name === 'w:instrText') {
      if (field && !field.result)
        field.instruction += part.children.filter((text) => typeof text === 'string').join('');
      return;
    }
    if (field && !field.result) return;
    switch (part.name) {
      case 'w:t':
        return add(part.children.filter((text) => typeof text === 'string').join(''), look);
      case 'w:tab':
      case 'w:ptab':
        return add('\t', look);
      case 'w:br':
      case 'w:cr':
        lines.push([]);
        return;
      case 'w:noBreakHyphen':
        return add('-', look);
      case 'w:sym':
        return add(symbol(part), look);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return add(reference(part, context), { strong: false, underline: false });
      case 'w:ruby':
        return inside(part);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return readDrawing(part);
      case 'mc:AlternateContent':
        for (const inner of elements(chosen(part))) readPart(inner, look);
    }
  }

  function readDrawing(drawing: XmlElement): void {
    const found = descendants(drawing, 'w:txbxContent');
    boxes.push(...found);
    if (
      found.length === 0 &&
      (descendants(drawing, 'pic:pic').length > 0 || descendants(drawing, 'v:imagedata').length > 0)
    ) {
      const caption = descendants(drawing, 'wp:docPr')[0]?.attributes.get('descr');
      context.left.picture(caption);
    }
  }

  function readField(part: XmlElement, look: Omit<Run, 'text'>): void {
    const type = part.attributes.get('w:fldCharType');
    const field = context.fields.at(-1);
    if (type === 'begin') {
      context.fields.push({
        instruction: '',
        result: false,
        from: lines.at(-1)?.at(-1),
        form: child(part, 'w:ffData'),
      });
    } else if (type === 'separate' && field) field.result = true;
    else if (type === 'end' && field) {
      context.fields.pop();
      endField(field, look);
    }
  }

  /** A form field shows a box or, while nobody filled it in, white space: both are places to fill in. */
  function endField(field: Field, look: Omit<Run, 'text'>): void {
    if (/^\s*FORMCHECKBOX/.test(field.instruction)) {
      const box = child(field.form, 'w:checkBox');
      const ticked = switched(box, 'w:checked') ?? switched(box, 'w:default') ?? false;
      return add(ticked ? '☑' : '☐', look);
    }
    if (!/^\s*FORMTEXT/.test(field.instruction)) return;
    const line = lines.at(-1) ?? [];
    const from = field.from === undefined ? 0 : line.lastIndexOf(field.from) + 1;
    if (line.slice(from).every(({ text }) => text.trim() === '')) {
      line.splice(from);
      add(BLANK, { strong: false, underline: false });
    }
  }

  inside(paragraph);
  return { lines, boxes };
}

/** Of alternatives for newer and older programs the first that is there; never both, or words would stand twice. */
export function chosen(alternatives: XmlElement): XmlElement {
  return child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback') ?? { ...alternatives, children: [] };
}

function symbol(part: XmlElement): string {
  const code = (part.attributes.get('w:char') ?? '').toLowerCase().padStart(4, '0');
  const shown = SYMBOLS[code] ?? SYMBOLS[`f0${code.slice(-2)}`];
  if (shown !== undefined) return shown;
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xe000 ? String.fromCodePoint(value) : '\uFFFD';
}

function reference(part: XmlElement, context: ParagraphContext): string {
  const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  context.references.push({ kind, id: part.attributes.get('w:id') ?? '' });
  return `[${context.references.length}]`;
}

/** A formula in one line: fractions with a stroke, roots and powers by their signs, in brackets where they need them. */
function formula(element: XmlElement): string {
  const inner = (name: string): string => {
    const text = formula(child(element, name) ?? { ...element, children: [] });
    return /^[\p{L}\p{N}.%]*$/u.test(text) ? text : `(${text})`;
  };
  switch (element.name) {
    case 'm:t':
      return element.children.filter((text) => typeof text === 'string').join('');
    case 'm:f':
      return `${inner('m:num')}/${inner('m:den')}`;
    case 'm:rad':
      return `√${inner('m:e')}`;
    case 'm:sSup':
      return `${inner('m:e')}^${inner('m:sup')}`;
    case 'm:sSub':
      return `${inner('m:e')}_${inner('m:sub')}`;
    case 'm:d':
      return `(${elements(element, 'm:e').map(formula).join(', ')})`;
    default:
      return elements(element).map(formula).join('');
  }
}
