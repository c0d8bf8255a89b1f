import { bracketLabel, headingOf, termOf } from './headings.ts';
import type { ClauseRole } from '../model.ts';
import { isItemStyle, type Placed, type Standing } from './nesting.ts';
import type { Piece } from './pieces.ts';
import { isRuled, isSignatureLabel, isSignatureLine } from './signature.ts';
import { isClosing, isHeadingLike } from '../documents/titles.ts';

const CHAPTER = /^(?:第(?:编|部分|篇|章|节|条)|Article|Section|Chapter|Part|Clause|附件|Annex|一、)$/;
const DEFINITIONS = /定义|释义|术语|名词解释|\b(?:definitions?|interpretation|defined terms|glossary)\b/i;
/** Sections that stand before the agreement proper. */
const PREAMBLE_SECTION =
  /^(?:.{0,4}提示(?:条款)?|前言|引言|序言|导言|鉴于|背景|特别(?:提示|声明)|首部|preamble|recitals?|background|introduction|whereas|important notice)$/i;

/** What each piece is to the tree. */
export function standingsOf(pieces: readonly Piece[]): readonly Standing[] {
  const signed = signaturesOf(pieces);
  return pieces.map((piece, index): Standing => {
    if (piece.isTitle || signed.has(index)) return 'root';
    if (piece.rows || piece.verbatim) return 'body';
    if (piece.number) return isAnnex(piece) && !isListedAnnex(pieces, index) ? 'root' : 'number';
    if (piece.heading !== undefined) return 'section';
    if (piece.list) return 'bullet';
    return isSection(pieces, index, signed) ? 'section' : 'body';
  });
}

const isAnnex = (piece: Piece | undefined): boolean =>
  piece?.number?.style === '附件' || piece?.number?.style === 'Annex';

/** Annexes that a clause lists: each directly after the other, or after its colon. */
function isListedAnnex(pieces: readonly Piece[], index: number): boolean {
  if (isAnnex(pieces[index + 1]) || (isAnnex(pieces[index - 1]) && !pieces[index - 1]?.isTitle)) return true;
  let at = index;
  while (isAnnex(pieces[at - 1]) && !pieces[at - 1]?.isTitle) at -= 1;
  return /[：:]$/.test(pieces[at - 1]?.text ?? '');
}

/** A line without number that heads what follows it. */
function isSection(pieces: readonly Piece[], index: number, signed: ReadonlySet<number>): boolean {
  const piece = pieces[index];
  const next = pieces[index + 1];
  if (!piece || !next || signed.has(index + 1) || !isHeadingLike(piece.text)) return false;
  if (/\d{4}|版本|\bversion\b|\b(?:inc|llc|ltd|limited)\b|公司$|[_＿\t]/i.test(piece.text)) return false;
  if (pieces[index - 1] && /[：:]$/.test(pieces[index - 1]?.text ?? '') && !piece.gap) return false;
  if (isHeadingLike(next.text) && isHeadingLike(pieces[index + 2]?.text ?? '') && !next.number) return false;
  return (
    next.rows !== undefined ||
    next.number !== undefined ||
    next.list !== undefined ||
    next.text.length > piece.text.length ||
    isHeadingLike(next.text)
  );
}

/** Indexes of closing formulas and signature blocks: lines of signing after the body, and the labels beside them. */
function signaturesOf(pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>();
  const lastNumber = pieces.findLastIndex((piece) => piece.number !== undefined);
  pieces.forEach((piece, index) => {
    if (piece.rows || piece.number || piece.isTitle || index === 0) return;
    if (isClosing(piece.text) || (isSignatureLine(piece.text) && index > lastNumber)) found.add(index);
    else if (isSignatureLine(piece.text) && (found.has(index - 1) || index > pieces.length * 0.6)) found.add(index);
  });
  for (const index of [...found]) {
    for (let at = index + 1; !found.has(at) && (isLabelled(pieces[at]) || isSigner(pieces, at)); at += 1) found.add(at);
    for (let at = index - 1; at > lastNumber && !found.has(at) && isLabelled(pieces[at]); at -= 1) found.add(at);
  }
  // The office of the signer stands beneath the line to sign on.
  for (const index of [...found]) {
    const under = pieces[index + 1];
    if (under && isRuled(pieces[index]?.text ?? '') && isBareLabel(under)) found.add(index + 1);
  }
  return found;
}

const isBareLabel = (piece: Piece): boolean =>
  !piece.number && !piece.rows && !piece.isTitle && piece.text.length <= 60 && isHeadingLike(piece.text);

/** The name of a party between the lines of a signature block. */
const isSigner = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at];
  if (
    !piece ||
    piece.number ||
    piece.rows ||
    piece.isTitle ||
    piece.text.length > 60 ||
    !isHeadingLike(piece.text.replace(/[.,]/g, ''))
  )
    return false;
  return isLabelled(pieces[at + 1]) || (isHeadingLike(pieces[at + 1]?.text ?? '') && isLabelled(pieces[at + 2]));
};

const isLabelled = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  !piece.number &&
  !piece.rows &&
  !piece.isTitle &&
  (isSignatureLabel(piece.text) || isSignatureLine(piece.text));

/** What a piece is in its document, and the words that name it. */
export interface RoleReading {
  readonly role: ClauseRole;
  readonly heading?: string;
}

/** Roles and headings of the pieces, known once their places are. Index-aligned. */
export function rolesOf(
  pieces: readonly Piece[],
  standings: readonly Standing[],
  placed: readonly Placed[],
): readonly RoleReading[] {
  const signed = signaturesOf(pieces);
  // What stands before the first section or clause of the top is preamble.
  const firstClause = standings.findIndex(
    (standing, index) =>
      (standing === 'number' && placed[index]?.level === 1) ||
      (standing === 'section' && !PREAMBLE_SECTION.test(pieces[index]?.text ?? '')),
  );
  const parents = new Set(placed.map(({ parent }) => parent));
  const defines = definitionSections(pieces, placed);
  return pieces.map((piece, index): RoleReading => {
    const standing = standings[index] ?? 'body';
    const given = givenRole(piece, standing, signed.has(index));
    if (given) return given;
    const term = termOf(piece.text, defines.has(placed[index]?.parent ?? -1));
    if (term !== undefined && !parents.has(index)) return { role: 'definition', heading: term };
    if (standing === 'number') return numberedRole(piece, parents.has(index), isStep(pieces, placed, index));
    const preamble = standing === 'body' && index < firstClause;
    return withHeading(standing === 'bullet' ? 'item' : preamble ? 'preamble' : 'clause', bracketLabel(piece.text));
  });
}

/** Roles that need no look at the neighbours. */
function givenRole(piece: Piece, standing: Standing, signed: boolean): RoleReading | undefined {
  if (piece.isTitle) return { role: 'heading', heading: piece.text };
  if (piece.rows) return { role: 'table' };
  if (signed) return { role: 'signature' };
  if (piece.verbatim) return { role: 'clause' };
  const heads = standing === 'section' || (standing === 'root' && isHeadingLike(piece.text));
  return heads ? { role: 'heading', heading: piece.text } : undefined;
}

function numberedRole(piece: Piece, hasChildren: boolean, step: boolean): RoleReading {
  const style = piece.number?.style ?? '';
  const chapter = CHAPTER.test(style) && !isAnnex(piece);
  // (a) and (i) number the parts of a sentence, however short.
  const part = /^\(?[ai][.)、]/.test(style) && piece.heading === undefined;
  if (!part && isHeadingLike(piece.text) && (hasChildren || chapter || piece.heading !== undefined))
    return { role: 'heading', heading: piece.text };
  return withHeading(isItemStyle(style) || isAnnex(piece) || step ? 'item' : 'clause', headingOf(piece));
}

const withHeading = (role: ClauseRole, heading: string | undefined): RoleReading =>
  heading === undefined ? { role } : { role, heading };

/** Indexes of the clauses whose children are definitions. */
function definitionSections(pieces: readonly Piece[], placed: readonly Placed[]): ReadonlySet<number> {
  const found = new Set<number>();
  pieces.forEach((piece, index) => {
    const parent = placed[index]?.parent;
    const inherits = parent !== undefined && found.has(parent);
    if (inherits || (piece.text.length <= 60 && !piece.isTitle && DEFINITIONS.test(piece.text))) found.add(index);
  });
  return found;
}

/** A single number beneath a clause of the same style, or beneath a section without number, is a step of a list. */
function isStep(pieces: readonly Piece[], placed: readonly Placed[], index: number): boolean {
  const number = pieces[index]?.number;
  const parent = placed[index]?.parent;
  if (!number || number.values.length > 1 || parent === undefined || !/^1[.、]?$/.test(number.style)) return false;
  const above = pieces[parent];
  return (
    above !== undefined &&
    (above.number === undefined
      ? !above.isTitle
      : above.number.values.length > 1 || above.number.style === number.style)
  );
}
