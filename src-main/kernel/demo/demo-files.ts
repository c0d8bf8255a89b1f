import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Language } from '../../agreement/sentence.ts';
import { isNamedAs } from '../../import/formats.ts';
import { fittingName } from '../files/file-name.ts';
import type { ChosenFile, FilePort } from '../ports.ts';

/** Files without dialogs, with what was put on the table and what was saved. */
export interface DemoFiles extends FilePort {
  /** The next `choose` takes these. */
  readonly table: ChosenFile[];
  /** What was saved, by name. */
  readonly saved: ReadonlyMap<string, Uint8Array>;
}

/**
 * Files without dialogs: what is saved goes into a folder, what is chosen was put on the table before. For the demo,
 * which does the whole job with nobody at the screen. The sample set is that of a language.
 */
export function demoFiles(folder: string, assets: string, language: Language): DemoFiles {
  const table: ChosenFile[] = [];
  const saved = new Map<string, Uint8Array>();
  return {
    table,
    saved,
    choose: () => Promise.resolve(table.splice(0)),
    dropped: () => Promise.resolve([]),
    async save({ name, bytes }) {
      await mkdir(folder, { recursive: true });
      const safe = fittingName(name);
      await writeFile(join(folder, safe), bytes);
      saved.set(safe, bytes);
      return safe;
    },
    async saveAll({ files }) {
      for (const file of files) await this.save(file);
      return { folder: basename(folder) };
    },
    samples: (wanted = language) => sampleSet(assets, wanted),
    asset: (name) => readFile(join(assets, ...name.split('/').filter((part) => part !== '..'))),
  };
}

/** The sample set that the product ships in a language, in name order. */
export async function sampleSet(assets: string, language: Language): Promise<readonly ChosenFile[]> {
  const folder = join(assets, 'sample', language);
  const names = (await readdir(folder)).filter((name) => isNamedAs(name, 'text', 'markdown', 'html')).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })));
}
