import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Survey } from '../../kernel/files/file-check.ts';
import { replaceFile } from '../written-file.ts';

/** Why a backup was made, by its name. `replaced`: what a restored one took the place of. */
export type BackupKind = 'ours' | 'before-migration' | 'replaced';

/** A backup that a full pass found whole. */
export interface Backup {
  readonly name: string;
  readonly file: string;
  readonly kind: BackupKind;
  /** When it was made, UTC ISO. */
  readonly at: string;
  readonly bytes: number;
  readonly survey: Extract<Survey, { state: 'whole' }>;
}

/** What a folder of backups holds. */
export interface Backups {
  /** Newest first. */
  readonly whole: readonly Backup[];
  /** Files that call themselves backups and are none. */
  readonly unusable: number;
}

/** A full pass over a file. */
export type Surveyor = (file: string) => Promise<Survey>;

const NAME =
  /^(?<kind>assent|before-[\w-]+?|replaced)-(?<stamp>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(?:-\d+)?\.sqlite$/u;
/** A file that is being written; what was not finished is no backup, whatever its size. */
const PART = '.part';
/** Beside a backup that the full pass found whole: what it found, of exactly this file. */
const PASS = '.pass';

/** Backups of one sort that are always kept; of older ones the newest of each month. */
const KEPT = 10;

const passShape = z.strictObject({
  bytes: z.number(),
  changed: z.number(),
  survey: z.strictObject({
    state: z.literal('whole'),
    sound: z.boolean(),
    entries: z.number(),
    head: z.strictObject({ hash: z.string(), at: z.string(), keyId: z.string().exactOptional() }).exactOptional(),
    first: z.string().exactOptional(),
  }),
});

/**
 * What was found damaged, for as long as the app runs: a pass that was cut off, or a disk that failed once, must not
 * condemn a backup for ever.
 */
const damaged = new Map<string, { readonly bytes: number; readonly changed: number }>();

/**
 * The backups of a folder. What was not looked through yet, or changed since, is looked through now, whole; what a full
 * pass did not find whole is not listed.
 */
export async function backupsIn(directory: string, surveyor: Surveyor): Promise<Backups> {
  const whole: Backup[] = [];
  let unusable = 0;
  for (const name of namesIn(directory)) {
    const file = join(directory, name);
    const survey = passOf(file) ?? (await lookThrough(file, surveyor));
    if (survey.state === 'whole')
      whole.push({ ...nameParts(name, file), name, file, bytes: statSync(file).size, survey });
    else unusable += 1;
  }
  return { whole: whole.sort((one, other) => other.at.localeCompare(one.at)), unusable };
}

/** Whether a folder holds anything that calls itself a backup. */
export const hasBackups = (directory: string): boolean => namesIn(directory).length > 0;

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.sqlite') && !name.startsWith('.'));
  } catch {
    // No folder, or one that is not there now.
    return [];
  }
}

/** A backup by its name; one that a person gave another name is of the time of its file. */
function nameParts(name: string, file: string): { readonly kind: BackupKind; readonly at: string } {
  const { kind = 'assent', stamp } = NAME.exec(name)?.groups ?? {};
  const [day, time = ''] = (stamp ?? '').split('T');
  const [hour, minute, second, milli] = time.replace('Z', '').split('-');
  return {
    kind: kind === 'replaced' ? 'replaced' : kind === 'assent' ? 'ours' : 'before-migration',
    at: stamp === undefined ? statSync(file).mtime.toISOString() : `${day}T${hour}:${minute}:${second}.${milli}Z`,
  };
}

/** What an earlier pass found, or this run of the app, while the file is the one that it looked through. */
function passOf(file: string): Survey | undefined {
  try {
    const { size, mtimeMs } = statSync(file);
    const bad = damaged.get(file);
    if (bad?.bytes === size && bad.changed === mtimeMs) return { state: 'damaged' };
    const { bytes, changed, survey } = passShape.parse(JSON.parse(readFileSync(file + PASS, 'utf8')));
    return size === bytes && mtimeMs === changed ? survey : undefined;
  } catch {
    return undefined;
  }
}

/** Looks through a file, whole, and notes beside it that it is whole; a folder that cannot be written takes no note. */
export async function lookThrough(file: string, surveyor: Surveyor): Promise<Survey> {
  const survey = await surveyor(file);
  try {
    const { size, mtimeMs } = statSync(file);
    const pass = { bytes: size, changed: mtimeMs, survey };
    damaged.delete(file);
    if (survey.state === 'damaged') {
      damaged.set(file, pass);
      rmSync(file + PASS, { force: true });
    } else replaceFile(file + PASS, new TextEncoder().encode(JSON.stringify(pass)), 0o600);
  } catch {
    // It is looked through again the next time.
  }
  return survey;
}

/** Where a backup is written before it counts. */
export const partOf = (file: string): string => file + PART;

/** Removes what was begun and never finished, and notes of files that are gone. */
export function sweep(directory: string): void {
  for (const name of readdirSync(directory)) {
    const unfinished = /\.part(?:-journal|-wal|-shm)?$/u.test(name);
    const orphan = name.endsWith(PASS) && !existsSync(join(directory, name.slice(0, -PASS.length)));
    if (unfinished || orphan) rmSync(join(directory, name), { force: true });
  }
}

/**
 * Removes backups that are no longer kept: of each sort, and of each history in it, the newest stay, and of every month its
 * newest. What does not agree with its own hashes is counted by itself, so that it never takes the place of what does. A
 * file that a person gave another name is theirs, and what was `made` just now stays whatever its date.
 */
export function thinOut(kept: readonly Backup[], made?: string): void {
  const seen = new Map<string, { count: number; readonly months: Set<string> }>();
  for (const { name, file, kind, at, survey } of kept) {
    if (!NAME.test(name)) continue;
    const group = JSON.stringify([kind, survey.first, survey.sound]);
    const before = seen.get(group) ?? { count: 0, months: new Set<string>() };
    seen.set(group, before);
    const month = at.slice(0, 7);
    if (before.count >= KEPT && before.months.has(month) && name !== made) {
      for (const part of ['', PASS, '-wal']) rmSync(file + part, { force: true });
    }
    before.count += 1;
    before.months.add(month);
  }
}
