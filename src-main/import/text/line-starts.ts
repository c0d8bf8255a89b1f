/** The mark of a list before the words of a line. */
export const BULLET = /^(?:[-*+•·●○■◆◇▪▫➢➤►–—]|\u{f06c}|\u{f0b7})[ \t\u3000]+(?=\S)/u;
/** Marks of a heading before its words. */
export const HEADING = /^(#{1,6})[ \t]+(?=\S)/;
