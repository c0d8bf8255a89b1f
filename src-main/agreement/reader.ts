/**
 * Number of the reader: of everything between the marked lines of a source and the document that is read from them.
 * Raise it with every change after a release by which some source is read otherwise: a version whose reading an earlier
 * reader made can then be read again. A test compares what is read with what this number stands for.
 */
export const READER = 1;

/** The name that a reading keeps: the reader's number, and the build that it was part of. */
export const readerName = (build: string): string => `reader ${READER}, build ${build}`;

/** The number in a reader's name; undefined where nobody noted it. */
export function readerNumber(name: string): number | undefined {
  const number = /^reader (\d+),/u.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Whether a reading was made by an earlier reader than today's; of one that nobody named it is taken for so. */
export const isEarlierReader = (name: string): boolean => (readerNumber(name) ?? 0) < READER;
