const SENTENCE = /[。；;]|[A-Za-z)]\.(?:\s|$)/;

/** Whether words that stand beside a text say something, as a title, a name or a number does not. */
export const holdsSentence = (words: string): boolean => SENTENCE.test(words);
