import { join } from 'node:path';
import { type Backup, type Backups, backupsIn, type Surveyor, thinOut } from './folder.ts';
import { copyBackup, makeBackupFolder } from './make.ts';
import { atPlace, LISTS_MS, type SecondPlace, timeFor } from './second-place.ts';

/** The backups in a second place that is there; `silent` where it took too long to list them. */
export async function backupsThere(place: SecondPlace, surveyor: Surveyor): Promise<Backups | 'silent'> {
  return atPlace(place, LISTS_MS, () => backupsIn(place.directory, surveyor)).catch(() => 'silent');
}

/**
 * Copies a backup to a second place that is there, unless it lies there already, and removes there what is no longer kept.
 * @returns whether it was copied now.
 * @throws Refusal `second-place-silent`, `backup-no-room`; the system's error.
 */
export function copyThere(place: SecondPlace, backup: Backup, surveyor: Surveyor): Promise<boolean> {
  return atPlace(place, timeFor(backup.bytes), async () => {
    await makeBackupFolder(place.directory);
    const there = (await backupsIn(place.directory, surveyor)).whole.some(({ name }) => name === backup.name);
    if (!there) await copyBackup(backup.file, join(place.directory, backup.name), surveyor);
    await thinOut((await backupsIn(place.directory, surveyor)).whole, backup.name);
    return !there;
  });
}
