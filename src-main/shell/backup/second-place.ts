import { readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { replaceFile } from '../written-file.ts';

/** Where backups are kept besides the data folder: a disk that is not always there, or a share. */
export interface SecondPlace {
  /** The folder that the person chose. */
  readonly chosen: string;
  /** The folder in it that this history has for itself: two computers may use one disk. */
  readonly directory: string;
  /** When it was chosen, and when a backup was last copied there, UTC ISO. */
  readonly since: string;
  readonly last?: string;
}

const shape: z.ZodType<SecondPlace> = z.strictObject({
  chosen: z.string(),
  directory: z.string(),
  since: z.string(),
  last: z.string().exactOptional(),
});

/** Beside the records and not in them: it must be known when they cannot be opened, and is no part of a backup. */
const fileIn = (folder: string): string => join(folder, 'second-backups.json');

/** The second place of a data folder's backups, if the person chose one. */
export function secondPlace(folder: string): SecondPlace | undefined {
  try {
    return shape.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Remembers a second place, or that there is none any more. */
export function rememberSecondPlace(folder: string, place: SecondPlace | undefined): void {
  replaceFile(fileIn(folder), new TextEncoder().encode(JSON.stringify(place ?? null)), 0o600);
}

/** The place that a person chose; `first` names the history whose backups go there. */
export function placeIn(chosen: string, first: string, since: string): SecondPlace {
  return { chosen, directory: join(chosen, `Assent-${first.slice(0, 8)}`), since };
}

/** How long a disk or a share may take to say whether it is there, and to show what is on it, in milliseconds. */
const ANSWERS_MS = 4_000;
export const LISTS_MS = 30_000;
/** How long it may take to take a backup: the least, and for each byte at the pace of an old stick. */
const TAKES_MS = 60_000;
const BYTES_A_MS = 1_000;

/**
 * Places whose system has not answered yet. Nothing more is asked of one until it does: each question that is not answered
 * holds one of the few threads that all files are read with.
 */
const silent = new Map<string, Promise<unknown>>();

/** Whether the disk is connected. Its own folder is made again; the one that was chosen never is. */
export type Connection = 'there' | 'away' | 'silent';

/** Whether the place is there. A share that hangs is `silent` after some seconds, and at once until it answers. */
export async function connection(place: SecondPlace): Promise<Connection> {
  const ask = (): Promise<Connection> =>
    access(place.chosen).then(
      () => 'there',
      () => 'away',
    );
  return atPlace(place, ANSWERS_MS, ask).catch(() => 'silent');
}

/** Milliseconds in which a file of some bytes must be at the second place. */
export const timeFor = (bytes: number): number => TAKES_MS + bytes / BYTES_A_MS;

/**
 * Does something at the place, and goes on without it where it takes too long.
 * @throws Refusal `second-place-silent`.
 */
export async function atPlace<Result>(
  { chosen }: SecondPlace,
  within: number,
  work: () => Promise<Result>,
): Promise<Result> {
  if (silent.has(chosen)) throw noAnswer();
  let timer: NodeJS.Timeout | undefined;
  const working = work();
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const ended = working.then(
        () => undefined,
        () => undefined,
      );
      silent.set(chosen, ended);
      void ended.then(() => silent.delete(chosen));
      reject(noAnswer());
    }, within);
  });
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

const noAnswer = (): Refusal =>
  new Refusal('second-place-silent', sentence('shell.backups.silent'), sentence('shell.backups.silent.next'));

/** What the person calls it: the folder's name, or the disk's. */
export const placeName = ({ chosen }: SecondPlace): string => basename(chosen) || dirname(chosen);
