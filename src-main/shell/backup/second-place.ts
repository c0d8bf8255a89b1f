import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
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

/** Whether the disk is connected. Its own folder is made again; the one that was chosen never is. */
export const isConnected = ({ chosen }: SecondPlace): boolean => existsSync(chosen);

/** What the person calls it: the folder's name, or the disk's. */
export const placeName = ({ chosen }: SecondPlace): string => basename(chosen) || dirname(chosen);
