import {
  isLetter,
  type Paper,
  type PaperBlock,
  type PaperRun,
  type PaperStyle,
  SEAL_ZONE,
  type SignatureZone,
  toPoints,
  TYPE,
} from '../paper.ts';
import { IN_BRACKETS, keptWithSignature } from '../kept-together.ts';
import { type Stretch, unbroken, unbrokenInCell } from '../unbroken.ts';
import type { Box, Cell } from './box.ts';
import { breakLines, isBarred, type Measure, textWidth } from './lines.ts';
import type { Language } from '../../agreement/sentence.ts';
import { blankDate, labelled, printedName } from '../typeset/typeset.ts';

/** Width of the text area: 210 − 28 − 26 mm. */
export const TEXT_WIDTH = toPoints(156);
const PADDING = toPoints(1.6);
/** The least that a line to sign on has. */
const SIGNED_ON = toPoints(34);
const SMALL = { size: 9, leading: 14 } as const;

interface Setting {
  readonly style: PaperStyle;
  readonly language: Language;
  readonly width: Measure;
}

const plainRun = (text: string): readonly PaperRun[] => [{ text }];
const boldRun = (text: string): readonly PaperRun[] => [{ text, strong: 'source' }];

interface LineBoxes {
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: number;
  readonly left?: number;
  readonly gap?: number;
  readonly align?: 'left' | 'center';
  readonly number?: { readonly text: string; readonly left: number };
  readonly barred?: boolean;
  readonly anchor?: string | undefined;
  readonly first?: Box['before'];
  readonly ruleFrom?: number;
  readonly linkTo?: string;
  /** Kept free at the right. */
  readonly right?: number;
}

/** One box a line; no page ends after a first or before a last line of a paragraph. */
function lineBoxes(
  runs: readonly PaperRun[],
  { style, language, width }: Setting,
  options: LineBoxes = {},
): readonly Box[] {
  const { body, line } = TYPE[style];
  const { size = body, leading = line, left = 0, align = 'left', first = 'allowed' } = options;
  const measure = TEXT_WIDTH - left - (options.right ?? 0);
  const lines = breakLines(runs, {
    ...{ size, measure, indent: options.indent, width },
    whole: (text) => unbroken(text, language),
  });
  return lines.map((each, index) => ({
    height: leading,
    gap: index === 0 ? (options.gap ?? 0) : 0,
    before: index === 0 ? first : index === 1 || index === lines.length - 1 ? 'avoid' : 'allowed',
    anchor: index === 0 ? options.anchor : undefined,
    content: {
      kind: 'line',
      line: each,
      size,
      left,
      align,
      number: index === 0 ? options.number : undefined,
      barred: options.barred,
      ruleFrom: index === lines.length - 1 ? options.ruleFrom : undefined,
      linkTo: index === lines.length - 1 ? options.linkTo : undefined,
    },
  }));
}

/** What does not break in a cell; in a heading, nor what stands in its brackets. */
const wholeInCell = (text: string, header: boolean, language: Language): readonly Stretch[] => [
  ...(header ? [...text.matchAll(IN_BRACKETS)].map(({ index, 0: whole }) => ({ index, text: whole })) : []),
  ...unbrokenInCell(text, language),
];

function tableBoxes(
  block: Extract<PaperBlock, { kind: 'table' }>,
  { style, language, width }: Setting,
): readonly Box[] {
  const size = Math.min(TYPE[style].body, 10.5);
  const leading = size * 1.45;
  const columns = Math.max(block.header.length, ...block.rows.map((row) => row.length));
  const shares = block.widths ?? Array.from({ length: columns }, () => 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const row = (cells: readonly string[], header: boolean, before: Box['before'], gap: number, repeat?: Box): Box => {
    const set = shares.map((share, column): Cell => {
      const cellWidth = (TEXT_WIDTH * share) / total;
      const runs = header ? boldRun(cells[column] ?? '') : plainRun(cells[column] ?? '');
      const align = header ? 'center' : (block.align?.[column] ?? 'left');
      const measure = cellWidth - 2 * PADDING;
      return {
        lines: breakLines(runs, { size, measure, width, whole: (text) => wholeInCell(text, header, language) }),
        width: cellWidth,
        align,
      };
    });
    const height = Math.max(...set.map(({ lines }) => lines.length)) * leading + 2 * toPoints(1);
    return { height, gap, before, repeat, content: { kind: 'row', cells: set, size, leading } };
  };
  const gap = TYPE[style].line / 3;
  const caption = block.caption
    ? lineBoxes(boldRun(block.caption), { style, language, width }, { size, leading: leading * 1.2, gap })
    : [];
  const header =
    block.header.length > 0 ? row(block.header, true, caption.length > 0 ? 'avoid' : 'allowed', gap) : undefined;
  const body = block.rows.map((cells, index) =>
    row(cells, false, index === 0 && header ? 'avoid' : 'allowed', 0, header),
  );
  const end: Box = { height: gap, gap: 0, before: 'avoid', content: { kind: 'nothing' } };
  const [first, ...rest] = [...caption, ...(header ? [header] : []), ...body, end];
  return first ? [{ ...first, anchor: block.anchor }, ...rest] : [];
}

/** Neighbouring fields line up: the labels of one group are as wide as the widest. */
function labelWidth(blocks: readonly PaperBlock[], index: number, { style, language, width }: Setting): number {
  const { body } = TYPE[style];
  let from = index;
  while (blocks[from - 1]?.kind === 'field') from -= 1;
  let widest = 0;
  for (let at = from; blocks[at]?.kind === 'field'; at += 1) {
    const field = blocks[at] as Extract<PaperBlock, { kind: 'field' }>;
    widest = Math.max(widest, textWidth(width, labelled(field.label, language), body));
  }
  return widest;
}

function itemBoxes(block: Extract<PaperBlock, { kind: 'item' }>, setting: Setting): readonly Box[] {
  const { body } = TYPE[setting.style];
  const barred = isBarred(block.runs);
  if (isLetter(setting.style)) {
    return lineBoxes([{ text: block.number }, ...block.runs], setting, {
      indent: 2 * body,
      barred,
      anchor: block.anchor,
    });
  }
  const inset = 1.5 * body * (Math.min(block.depth ?? 1, 5) - 1);
  const numberWidth = textWidth(setting.width, block.number, body);
  const left = inset + Math.max(2.5 * body, numberWidth) + 0.75 * body;
  return lineBoxes(block.runs, setting, {
    left,
    number: { text: block.number, left: inset },
    barred,
    anchor: block.anchor,
  });
}

function signatureBoxes(block: SignatureZone, setting: Setting): readonly Box[] {
  const { style, language, width } = setting;
  const { body, line } = TYPE[style];
  const hand = (
    label: string,
    more: { readonly name?: string | undefined; readonly room?: number; readonly date?: string },
  ): Box => ({
    height: Math.max(line, 26),
    gap: line / 2,
    before: 'avoid',
    content: {
      kind: 'hand',
      label: label === '' ? '' : labelled(label, language),
      size: body,
      ...more,
      name: more.name ?? '',
    },
  });
  const lines = [block.label, block.name, ...(block.mark ? [block.mark] : []), block.date || blankDate(language)];
  const other = block.beside && [block.beside.label, block.beside.name, blankDate(language)];
  const seal: Box = {
    height: toPoints(SEAL_ZONE),
    gap: 0,
    before: 'avoid',
    content: { kind: 'seal', zone: block.zone, lines, other, size: body, leading: line },
  };
  const room = Math.max(0, ...(block.signers ?? []).map((label) => textWidth(width, labelled(label, language), body)));
  return [
    ...[block.signatory, block.witness].flatMap((by) => (by ? signedByHand(by) : [])),
    ...(block.signers ?? []).map((label) => hand(label, { room, date: blankDate(language) })),
    seal,
  ];

  /** The line to sign on keeps its length: a label that leaves it none stands above it, a name below. */
  function signedByHand({ label, name }: NonNullable<SignatureZone['signatory']>): readonly Box[] {
    const written = labelled(label, language);
    const printed = name ? printedName(name, language) : '';
    const left = 2 * body;
    const fits = (text: string): boolean => left + textWidth(width, text, body) + SIGNED_ON <= TEXT_WIDTH;
    const apart = (text: string): readonly Box[] => lineBoxes(plainRun(text), setting, { left, first: 'avoid' });
    const before = fits(written) ? label : '';
    // Half a character stands between the line and the name.
    const beside = printed === '' || fits(`${before && written}${printed}\u3000`);
    return [
      ...(before === '' ? apart(written) : []),
      hand(before, beside ? { name: printed } : {}),
      ...(beside ? [] : apart(printed)),
    ];
  }
}

function contentsBoxes(block: Extract<PaperBlock, { kind: 'contents' }>, setting: Setting): readonly Box[] {
  const { body, line } = TYPE[setting.style];
  const title = lineBoxes(boldRun(block.title), setting, { align: 'center', gap: line / 2 });
  const entries = block.entries.flatMap(({ number, text, level, anchor }) =>
    lineBoxes(plainRun(`${number ? `${number}\u3000` : ''}${text}`), setting, {
      left: 1.5 * body * (Math.min(level, 5) - 1),
      right: toPoints(14),
      linkTo: anchor,
    }),
  );
  return [...title, ...entries, { height: 0, gap: 0, before: 'force', content: { kind: 'nothing' } }];
}

function blockBoxes(block: PaperBlock, index: number, paper: Paper, setting: Setting): readonly Box[] {
  const { body, line, title } = TYPE[setting.style];
  switch (block.kind) {
    case 'title': {
      const heading = lineBoxes(boldRun(block.text), setting, { size: title, leading: 1.5 * title, align: 'center' });
      const below = block.subtitle
        ? lineBoxes(plainRun(block.subtitle), setting, { align: 'center', first: 'avoid' })
        : [];
      const space: Box = { height: 2 * line - 1.5 * title, gap: 0, before: 'avoid', content: { kind: 'nothing' } };
      return [...heading, ...below, space];
    }
    case 'notice': {
      const lines = breakLines(plainRun(block.text), {
        size: SMALL.size,
        measure: TEXT_WIDTH - 2 * toPoints(3),
        width: setting.width,
      });
      const height = lines.length * SMALL.leading + 2 * toPoints(1.5);
      const frame: Box = { height, gap: 0, before: 'allowed', content: { kind: 'frame', lines, ...SMALL } };
      return [frame, { height: line / 2, gap: 0, before: 'avoid', content: { kind: 'nothing' } }];
    }
    case 'heading': {
      const runs = block.runs.map((run): PaperRun => ({ ...run, strong: run.strong ?? 'source' }));
      const number = block.number ? [{ text: `${block.number}\u3000`, strong: 'source' as const }] : [];
      return lineBoxes([...number, ...runs], setting, {
        gap: line / 3,
        anchor: block.anchor,
        barred: isBarred(block.runs),
      });
    }
    case 'addressee':
      return lineBoxes(plainRun(block.text), setting);
    case 'paragraph':
      return lineBoxes(block.runs, setting, {
        indent: block.indent === false ? 0 : 2 * body,
        barred: isBarred(block.runs),
        anchor: block.anchor,
      });
    case 'item':
      return itemBoxes(block, setting);
    case 'table':
      return tableBoxes(block, setting);
    case 'field': {
      const inset = isLetter(setting.style) ? 2 * body : 0;
      const left = inset + labelWidth(paper.blocks, index, setting) + 0.3 * body;
      return lineBoxes(plainRun(block.value), setting, {
        left,
        number: { text: labelled(block.label, setting.language), left: inset },
        ruleFrom: left - 0.3 * body,
      });
    }
    case 'closing':
      return lineBoxes(plainRun(block.text), setting, { indent: 2 * body, first: 'avoid' });
    case 'note':
      return lineBoxes(plainRun(block.text), setting, {
        ...SMALL,
        indent: paper.style === 'letter' ? 2 * body : 0,
        gap: line / 3,
      });
    case 'signature':
      return signatureBoxes(block, setting);
    case 'contents':
      return contentsBoxes(block, setting);
    case 'ruler':
      return [
        {
          height: toPoints(14),
          gap: toPoints(10),
          before: 'allowed',
          content: { kind: 'ruler', millimetres: block.millimetres },
        },
      ];
    case 'page-break':
      return [{ height: 0, gap: 0, before: 'force', content: { kind: 'nothing' } }];
  }
}

/** Blocks after which the page must not end; nor does it after the words that lead to a list or a table. */
const KEEPS_NEXT: ReadonlySet<PaperBlock['kind']> = new Set(['title', 'heading', 'closing']);

/** A paper as boxes in order, with all the places where a page may or may not end. */
export function boxesOf(paper: Paper, width: Measure): readonly Box[] {
  const setting: Setting = { style: paper.style, language: paper.language, width };
  const together = keptWithSignature(paper);
  return paper.blocks.flatMap((block, index) => {
    const boxes = blockBoxes(block, index, paper, setting);
    if (together.has(index)) return boxes.map((box) => ({ ...box, before: 'avoid' as const }));
    const [first, ...rest] = boxes;
    const previous = paper.blocks[index - 1];
    const leads = previous?.kind === 'paragraph' && (block.kind === 'item' || block.kind === 'table');
    const kept = previous && (leads || KEEPS_NEXT.has(previous.kind)) && first?.before === 'allowed';
    return first && kept ? [{ ...first, before: 'avoid' as const }, ...rest] : boxes;
  });
}
