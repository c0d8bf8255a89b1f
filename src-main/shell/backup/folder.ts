import { readdirSync } from 'node:fs';
import { access, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Survey } from '../../kernel/files/file-check.ts';
import { putInPlace } from '../written-file.ts';

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

/** Backups of one sort that are always kept; of older ones the newest of each month, and of still older ones that of each year. */
const KEPT = 10;
const KEPT_MONTHS = 24;

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
  const names = await readdir(directory).then(backupNames, () => []);
  for (const name of names) {
    const file = join(directory, name);
    const survey = (await passOf(file)) ?? (await lookThrough(file, surveyor));
    const known = survey.state === 'whole' ? await stat(file).catch(() => undefined) : undefined;
    if (survey.state === 'whole' && known)
      whole.push({ ...nameParts(name, known.mtime), name, file, bytes: known.size, survey });
    else unusable += 1;
  }
  return { whole: whole.sort((one, other) => other.at.localeCompare(one.at)), unusable };
}

/** Whether a folder holds anything that calls itself a backup. */
export function hasBackups(directory: string): boolean {
  try {
    return backupNames(readdirSync(directory)).length > 0;
  } catch {
    // No folder, or one that is not there now.
    return false;
  }
}

const backupNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.endsWith('.sqlite') && !name.startsWith('.'));

/** A backup by its name; one that a person gave another name is of the time of its file. */
function nameParts(name: string, changed: Date): { readonly kind: BackupKind; readonly at: string } {
  const { kind = 'assent', stamp } = NAME.exec(name)?.groups ?? {};
  const [day, time = ''] = (stamp ?? '').split('T');
  const [hour, minute, second, milli] = time.replace('Z', '').split('-');
  return {
    kind: kind === 'replaced' ? 'replaced' : kind === 'assent' ? 'ours' : 'before-migration',
    at: stamp === undefined ? changed.toISOString() : `${day}T${hour}:${minute}:${second}.${milli}Z`,
  };
}

/** What an earlier pass found, or this run of the app, while the file is the one that it looked through. */
async function passOf(file: string): Promise<Survey | undefined> {
  try {
    const { size, mtimeMs } = await stat(file);
    const bad = damaged.get(file);
    if (bad?.bytes === size && bad.changed === mtimeMs) return { state: 'damaged' };
    const { bytes, changed, survey } = passShape.parse(JSON.parse(await readFile(file + PASS, 'utf8')));
    return size === bytes && mtimeMs === changed ? survey : undefined;
  } catch {
    return undefined;
  }
}

/** Looks through a file, whole, and notes beside it that it is whole; a folder that cannot be written takes no note. */
export async function lookThrough(file: string, surveyor: Surveyor): Promise<Survey> {
  const survey = await surveyor(file);
  try {
    const { size, mtimeMs } = await stat(file);
    const pass = { bytes: size, changed: mtimeMs, survey };
    damaged.delete(file);
    if (survey.state === 'damaged') {
      damaged.set(file, pass);
      await rm(file + PASS, { force: true });
    } else await putInPlace(file + PASS, new TextEncoder().encode(JSON.stringify(pass)), 0o600);
  } catch {
    // It is looked through again the next time.
  }
  return survey;
}

/** Where a backup is written before it counts. */
export const partOf = (file: string): string => file + PART;

/** Removes what was begun and never finished, and notes of files that are gone. */
export async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const unfinished = /\.part(?:-journal|-wal|-shm)?$/u.test(name);
    const orphan = name.endsWith(PASS) && !(await isThere(join(directory, name.slice(0, -PASS.length))));
    if (unfinished || orphan) await rm(join(directory, name), { force: true });
  }
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Removes backups that are no longer kept: of each sort, and of each history in it, the newest stay, of as many days the newest of each, of two years the newest
 * of each month, and of the years before the newest of each. What does not agree with its own hashes is counted by itself,
 * so that it never takes the place of what does. A file that a person gave another name is theirs, and what was `made` just
 * now stays whatever its date.
 */
export async function thinOut(kept: readonly Backup[], made?: string): Promise<void> {
  const seen = new Map<
    string,
    { count: number; readonly days: Set<string>; readonly months: Set<string>; readonly years: Set<string> }
  >();
  for (const { name, file, kind, at, survey } of kept) {
    if (!NAME.test(name)) continue;
    const group = JSON.stringify([kind, survey.first, survey.sound]);
    const before = seen.get(group) ?? {
      count: 0,
      days: new Set<string>(),
      months: new Set<string>(),
      years: new Set<string>(),
    };
    seen.set(group, before);
    const [day, month, year] = [at.slice(0, 10), at.slice(0, 7), at.slice(0, 4)];
    const ofDay = before.days.size < KEPT && !before.days.has(day);
    const ofMonth = before.months.size < KEPT_MONTHS && !before.months.has(month);
    const stays = before.count < KEPT || ofDay || ofMonth || !before.years.has(year) || name === made;
    if (!stays) for (const part of ['', PASS, '-wal']) await rm(file + part, { force: true });
    before.count += 1;
    if (ofDay) before.days.add(day);
    if (ofMonth) before.months.add(month);
    before.years.add(year);
  }
}
