import { sentence } from '../../agreement/sentence.ts';
import { Aside } from './aside.ts';
import type { DocxColours } from './colours.ts';
import { type Drawing, readDrawing } from './drawing.ts';
import type { Fields } from './fields.ts';
import { formula } from './formula.ts';
import { HOLDS_RUNS, TURNS_RUNS } from './holders.ts';
import type { DocxStyles, ParagraphStyle, SettledLook } from './styles.ts';
import { switched } from './styles.ts';
import type { LeftOut } from '../left-out.ts';
import { isInserted, revisionOf } from './revision.ts';
import { BLANK, type Run } from '../runs.ts';
import { type Ground, PAPER, type UnseenBy, unseenBy } from './visible.ts';
import { child, chosen, elements, textBelow, type XmlElement } from './xml.ts';

/** What the reading of paragraphs shares over a document: open fields, notes referred to, what was left out. */
export interface ParagraphContext {
  readonly styles: DocxStyles;
  readonly colours: DocxColours;
  readonly left: LeftOut;
  readonly fields: Fields;
  /** Footnotes and endnotes in the order of their marks, each with its number. */
  readonly references: Map<string, number>;
}

/** A paragraph's runs, cut at its line breaks, and what is drawn in it. */
export interface ParagraphContent {
  readonly lines: readonly (readonly Run[])[];
  readonly drawings: readonly Drawing[];
}

/** Why words are not put into the lines: nobody sees them, or they are struck. */
type Away = { readonly kind: 'hidden-text'; readonly by: UnseenBy } | { readonly kind: 'deleted-text' };

/** How words stand: their look, and why they are left out, where they are. */
interface Look extends Omit<Run, 'text'> {
  readonly away?: Away | undefined;
}

const PLAIN: Look = { strong: false, underline: false };
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

/** Fields that Word draws by itself, whatever the file holds of what they show. */
const DRAWN_BY_WORD = /^\s*(?:EQ|LISTNUM|AUTONUM(?:LGL|OUT)?)\b/i;
const MACRO_BUTTON = /^\s*MACROBUTTON\s+\S+\s+([^]*?)\s*$/i;
/** Twentieths of a point: letters squeezed into less are not read. */
const NARROWEST_FIT = 45;

/** Reads the runs of one `w:p`. */
export function readParagraph(
  paragraph: XmlElement,
  style: ParagraphStyle,
  ground: Ground,
  context: ParagraphContext,
): ParagraphContent {
  const lines: Run[][] = [[]];
  const drawings: Drawing[] = [];
  const aside = new Aside(context.left);
  let direction: Run['direction'];
  let under = ground;
  /** Why what a run holds in runs of its own is left out. */
  let within: Away | undefined;
  const add = (text: string, { away, ...look }: Look): void => {
    if (away) return aside.add(away.kind, text, away.kind === 'hidden-text' ? { by: away.by } : {});
    aside.settle();
    lines.at(-1)?.push({ text, ...look, ...(direction && { direction }) });
  };

  function inside(parent: XmlElement): void {
    for (const element of elements(parent)) {
      if (element.name === 'w:r') readRun(element);
      else if (TURNS_RUNS.has(element.name)) turned(element);
      else if (HOLDS_RUNS.has(element.name)) {
        if (isInserted(element)) aside.add('inserted', textBelow(element), revisionOf(element));
        inside(element);
      } else if (element.name === 'w:del' || element.name === 'w:moveFrom') {
        aside.add('deleted-text', textBelow(element), revisionOf(element));
      } else if (element.name === 'w:rt') readReading(element);
      else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') readFormula(element);
      else if (element.name === 'mc:AlternateContent') inside(told(element));
    }
  }

  /** The alternative that is drawn; where another one holds other words, that is told. */
  function told(alternatives: XmlElement): XmlElement {
    const drawn = chosen(alternatives);
    const seen = textBelow(drawn).trim();
    const read = elements(alternatives)
      .map((one) => textBelow(one).trim())
      .find((words) => words !== '' && words !== seen);
    if (seen !== '' && read !== undefined)
      context.left.doubtful('drawn-differently', { seen, read, cause: sentence('import.cause.alternatives') });
    return drawn;
  }

  function turned(element: XmlElement): void {
    const before = direction;
    const way = element.attributes.get('w:val') === 'rtl' ? 'rtl' : 'ltr';
    direction = element.name === 'w:bdo' ? `${way}-override` : way;
    inside(element);
    direction = before;
  }

  /** Why the words of a run are left out. */
  function awayBy(properties: XmlElement | undefined, settled: SettledLook): Away | undefined {
    const fit = Number(child(properties, 'w:fitText')?.attributes.get('w:val') ?? NARROWEST_FIT);
    const by = unseenBy(settled, ground) ?? (fit < NARROWEST_FIT ? 'scaled' : undefined);
    if (by !== undefined) return { kind: 'hidden-text', by };
    return settled.struck === true ? { kind: 'deleted-text' } : within;
  }

  function readRun(run: XmlElement): void {
    const properties = child(run, 'w:rPr');
    const settled = context.styles.runLook(properties, style);
    const away = awayBy(properties, settled);
    const look: Look = { strong: settled.strong, underline: settled.underline, away };
    if (!away && ground.drawn === true && unseenBy(settled, PAPER) === 'colour' && !context.fields.hides) {
      const words = textBelow(run);
      context.left.doubtful('drawn-differently', {
        seen: words,
        read: words,
        cause: sentence('import.cause.on-drawing'),
      });
    }
    const signs = away ? '' : (settled.signs ?? '');
    const [outerUnder, outerWithin] = [under, within];
    // Nothing of a hidden run is seen; of others, what is drawn has a look of its own.
    if (settled.hidden) under = { ...ground, unseen: 'vanish' };
    within = away;
    for (const part of elements(run)) {
      if (part.name === 'w:t' && signs !== '') readSigns(part, look, signs);
      else readPart(part, look);
    }
    [under, within] = [outerUnder, outerWithin];
  }

  /** How letters are to be read aloud: it stands over them, not among them. */
  function readReading(element: XmlElement): void {
    if (!context.fields.hides) context.left.add('ruby', textBelow(element));
  }

  function readFormula(element: XmlElement): void {
    if (context.fields.hides) return;
    const seen = seenOf(element);
    if (textBelow(seen).trim() !== '') add(formula(seen), { ...PLAIN, away: within });
  }

  /** A formula without what nobody sees of it. */
  function seenOf(element: XmlElement): XmlElement {
    const without = { ...element, children: [] };
    if (element.name === 'w:del' || element.name === 'w:moveFrom') {
      aside.add('deleted-text', textBelow(element), revisionOf(element));
      return without;
    }
    if (element.name !== 'm:r') {
      const children = element.children.map((inner) => (typeof inner === 'string' ? inner : seenOf(inner)));
      return { ...element, children };
    }
    const properties = child(element, 'w:rPr');
    const away = awayBy(properties, context.styles.runLook(properties, style));
    if (!away) return element;
    add(textBelow(element), { ...PLAIN, away });
    return without;
  }

  /** Letters in a font of signs: known ones are the signs that are drawn, others are not what the file says. */
  function readSigns(part: XmlElement, look: Look, font: string): void {
    if (context.fields.hides) return;
    const text = part.children.filter((inner) => typeof inner === 'string').join('');
    const seen = [...text].map((char) => SYMBOLS[`f0${codeOf(char)}`] ?? SYMBOLS[codeOf(char)] ?? char).join('');
    add(seen, look);
    if (!/[\p{L}\p{N}]/u.test(seen)) return;
    context.left.doubtful('drawn-differently', { read: text, cause: sentence('import.cause.sign-font', { font }) });
  }

  function readPart(part: XmlElement, look: Look): void {
    if (part.name === 'w:fldChar') return readField(part, look);
    if (part.name === 'w:instrText')
      return context.fields.instruct(part.children.filter((text) => typeof text === 'string').join(''));
    // A mark of a field counts wherever it stands: the end of one that hides may be in here.
    if (part.name === 'w:ruby') return inside(part);
    if (part.name === 'mc:AlternateContent') {
      const drawn = look.away || context.fields.hides ? chosen(part) : told(part);
      for (const inner of elements(drawn)) readPart(inner, look);
      return;
    }
    if (context.fields.hides) return;
    switch (part.name) {
      case 'w:t':
        return add(part.children.filter((text) => typeof text === 'string').join(''), look);
      case 'w:tab':
      case 'w:ptab':
        return add('\t', look);
      case 'w:br':
      case 'w:cr':
        if (look.away) add(' ', look);
        else lines.push([]);
        return;
      case 'w:noBreakHyphen':
        return add('-', look);
      case 'w:sym':
        return add(symbol(part), look);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (!look.away) add(reference(part, context), PLAIN);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        drawings.push(readDrawing(part, context.colours, under));
    }
  }

  function readField(part: XmlElement, look: Look): void {
    const type = part.attributes.get('w:fldCharType');
    if (type === 'begin') context.fields.begin(part, lines.at(-1)?.at(-1), child(part, 'w:ffData'));
    else if (type === 'separate') context.fields.separate();
    else if (type === 'end') endField(look);
  }

  /** A form field shows a box or, while nobody filled it in, white space: both are places to fill in. */
  function endField(look: Look): void {
    const field = context.fields.end();
    if (!field || context.fields.hides) return;
    const { instruction } = field;
    if (/^\s*FORMCHECKBOX/.test(instruction)) {
      const box = child(field.form, 'w:checkBox');
      const ticked = switched(box, 'w:checked') ?? switched(box, 'w:default') ?? false;
      return add(ticked ? '☑' : '☐', look);
    }
    if (!field.result) {
      const [, shown] = MACRO_BUTTON.exec(instruction) ?? [];
      if (shown !== undefined) add(shown, look);
      else if (DRAWN_BY_WORD.test(instruction) && !look.away)
        context.left.doubtful('generated', { read: instruction, cause: sentence('import.cause.field') });
    }
    if (!/^\s*FORMTEXT/.test(instruction) || look.away) return;
    const line = lines.at(-1) ?? [];
    const from = field.from === undefined ? 0 : line.lastIndexOf(field.from) + 1;
    if (line.slice(from).every(({ text }) => text.trim() === '')) {
      line.splice(from);
      add(BLANK, PLAIN);
    }
  }

  inside(paragraph);
  aside.settle();
  return { lines, drawings };
}

const codeOf = (char: string): string => (char.codePointAt(0) ?? 0).toString(16).padStart(2, '0');

function symbol(part: XmlElement): string {
  const code = (part.attributes.get('w:char') ?? '').toLowerCase().padStart(4, '0');
  const shown = SYMBOLS[code] ?? SYMBOLS[`f0${code.slice(-2)}`];
  if (shown !== undefined) return shown;
  const value = Number.parseInt(code, 16);
  return value >= 0x20 && value < 0xe000 ? String.fromCodePoint(value) : '\uFFFD';
}

/** A note stands once, however often it is referred to. */
function reference(part: XmlElement, { references }: ParagraphContext): string {
  const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const name = `${kind} ${part.attributes.get('w:id') ?? ''}`;
  const number = references.get(name) ?? references.size + 1;
  references.set(name, number);
  return `[${number}]`;
}
