import type { Piece } from './pieces.ts';
import { isHeadingLike, isTitleCase } from '../documents/titles.ts';

/** “术语”是指…, "Term" means …: a definition wherever it stands. */
const QUOTED_TERM =
  /^[“"「『《【]([^”"」』》】]{1,60})[”"」』》】]\s{0,2}(?:[（(][^（）()]{0,60}[）)])?\s{0,2}(?:[：:]|是?指|系指|即指|意指|具有|means?\b|shall (?:mean|have)|refers? to|has the meaning|is defined)/i;
/** 术语：… or Term means …: a definition where definitions are given. */
const PLAIN_TERM =
  /^([^，。；：:,.;]{1,60}?)\s{0,2}(?:[：:]\s{0,2}(?=\S)|(?:是|系)?指|\s(?:means?|shall mean|refers? to|has the meaning)\b)/i;
const LABEL = /^([^，。；：:、,;.()（）“”]{2,14})：(?=\S)/;
const BRACKET_LABEL = /^【([^】]{1,30})】/;
const SPACED_HEADING = /^([\p{Script=Han}、与和及（）]{2,20})[\u3000 ]{1,8}(?=[\p{Script=Han}“\d]\S{8})/u;
const ENGLISH_HEADING = /^([A-Z][^.:;]{1,70})[.:](?:[–—-])?\s+(?=["“(]?[A-Z\d])/;
/** A name that is all there is: `Credits.` */
const ENGLISH_NAME = /^([A-Z][^.:;]{1,70})\.$/;

/** The words of `【审慎阅读】` at the head of a paragraph. */
export const bracketLabel = (text: string): string | undefined => BRACKET_LABEL.exec(text)?.[1];

/** The term that a text defines; a term without quotation marks only where definitions are given. */
export function termOf(text: string, inDefinitions: boolean): string | undefined {
  const quoted = QUOTED_TERM.exec(text)?.[1];
  if (quoted !== undefined || !inDefinitions) return quoted;
  const plain = PLAIN_TERM.exec(text);
  return plain && plain[0].length < text.length ? plain[1]?.trim() : undefined;
}

/** Words at the head of a numbered clause that name it: in bold, before a stop or a colon. */
export function headingOf(piece: Piece): string | undefined {
  const { text } = piece;
  const bold = boldLabel(piece);
  if (bold !== undefined) return bold;
  const bracket = bracketLabel(text) ?? LABEL.exec(text)?.[1] ?? SPACED_HEADING.exec(text)?.[1];
  if (bracket !== undefined) return bracket;
  const english = ENGLISH_HEADING.exec(text)?.[1] ?? ENGLISH_NAME.exec(text)?.[1];
  return english !== undefined && isTitleCase(english) && english.split(/\s+/).length <= 9 ? english : undefined;
}

/** Bold words at the head, shorter than the clause. */
function boldLabel({ text, emphasis }: Piece): string | undefined {
  const bold = emphasis[0];
  if (!bold?.strong || bold.start > 0 || bold.end >= text.length || bold.end > 80) return undefined;
  const words = text.slice(0, bold.end).replace(/[.:：。\s]+$/u, '');
  return isHeadingLike(words) ? words : undefined;
}
