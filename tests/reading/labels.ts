import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Folder of the labels; the documents themselves are not part of the project. */
const LABELS = new URL('labels/', import.meta.url);

const factLabel = z.strictObject({
  kind: z.string(),
  value: z.unknown(),
  unit: z.string().optional(),
  calendar: z.string().nullish(),
  anchor: z.string().nullish(),
  scope: z.unknown().optional(),
  party: z.string().nullish(),
  /** The readers did not agree, nor could a third one say. */
  doubt: z.boolean().optional(),
});
export type FactLabel = z.infer<typeof factLabel>;

const clauseLabel = z.strictObject({
  file: z.string(),
  /** 1-based line of the file at which the clause starts. */
  line: z.int().positive(),
  /** As written; none where the paragraph has none of its own. */
  number: z.union([z.string(), z.number()]).nullable(),
  /** Of the clause's first letters: see `startsLike`. */
  starts: z.string(),
  /** `kind/burden` */
  tags: z.array(z.string()),
  facts: z.array(factLabel).default([]),
  /** The reader was not sure: left out of the scores on both sides. */
  doubt: z.boolean().default(false),
});
export type ClauseLabel = z.infer<typeof clauseLabel>;

const documentLabel = z.strictObject({
  file: z.string(),
  kind: z.string(),
  language: z.string(),
  documents: z.int(),
  /** Of the title's letters. */
  title: z.string(),
  /** Short name and full name, as the text has them. */
  provider: z.array(z.string()),
  customer: z.array(z.string()),
});
export type DocumentLabel = z.infer<typeof documentLabel>;

export interface LabelledFile {
  readonly head: DocumentLabel;
  readonly clauses: readonly ClauseLabel[];
}

/** Letters and figures alone: what a label and a reading have in common whatever their punctuation. */
export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const HASHED = 8;
/** In so many characters of a clause there are as many letters as a label hashes, or the clause begins with a rule of blanks. */
const LONGEST_START = 200;
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Whether a clause's words begin as the label says: by a hash of their first eight letters, of fewer where there are fewer. */
export function startsLike(label: string, words: string): boolean {
  const [count, hash] = label.includes(':') ? label.split(':') : [String(HASHED), label];
  return hashOf(letters(words.slice(0, LONGEST_START)).slice(0, Number(count))) === hash;
}

async function linesOf(name: string): Promise<readonly unknown[]> {
  const text = await readFile(new URL(name, LABELS), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** Every labelled file once: where two readers labelled one, the first counts. */
export async function labelledFiles(): Promise<readonly LabelledFile[]> {
  const files = new Map<string, { head: DocumentLabel; clauses: ClauseLabel[] }>();
  const names = (await readdir(LABELS)).filter((name) => /^[A-Z]\.jsonl$/u.test(name)).toSorted();
  for (const name of names) {
    const here = new Set<string>();
    for (const line of await linesOf(name)) {
      const head = documentLabel.safeParse(line);
      if (head.success) {
        if (files.has(head.data.file)) continue;
        files.set(head.data.file, { head: head.data, clauses: [] });
        here.add(head.data.file);
        continue;
      }
      const clause = clauseLabel.parse(line);
      if (here.has(clause.file)) files.get(clause.file)?.clauses.push(clause);
    }
  }
  return [...files.values()];
}

/** What second readers labelled of files that were read twice. */
export async function secondReadings(): Promise<readonly ClauseLabel[]> {
  const names = (await readdir(LABELS)).filter((name) => name.startsWith('second-')).toSorted();
  const lines = await Promise.all(names.map(linesOf));
  return lines.flat().map((line) => clauseLabel.parse(line));
}

/**
 * What two readers, neither of whom saw what the other found, found stated in the files of unseen providers. A third one settled where
 * they differ: that is what `labelledFiles` has.
 */
export async function factReadings(): Promise<{
  readonly first: readonly ClauseLabel[];
  readonly second: readonly ClauseLabel[];
}> {
  const [first = [], second = []] = await Promise.all(['facts-first.jsonl', 'facts-second.jsonl'].map(linesOf));
  return { first: first.map((line) => clauseLabel.parse(line)), second: second.map((line) => clauseLabel.parse(line)) };
}

/** Who provides, by the name of the file: `zh/054-name-…`. */
export const providerOf = (file: string): string => /^(?:\w+)\/\d+-([^-.]+)/u.exec(file)?.[1] ?? file;

/**
 * Whether nobody who works on the rules looks at what is missed there: four providers of ten, chosen by a hash before any rule was
 * changed for the labels.
 */
export const isUnseen = (file: string): boolean => parseInt(hashOf(providerOf(file)).slice(0, 6), 16) % 10 < 4;
