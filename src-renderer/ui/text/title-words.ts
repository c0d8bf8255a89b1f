/**
 * What stands over a dialog, made of the words of the button that opens it: the ellipsis of a button says that something more is
 * asked, and here it is.
 */
export const titleWords = (words: string): string => words.replace(/…$/u, '');
