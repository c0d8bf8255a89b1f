import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { say, type Language } from '../agreement/sentence.ts';
import { fittingName } from '../kernel/files/file-name.ts';
import { sampleSet } from '../kernel/demo/demo-files.ts';
import type { ChosenFile, FilePort } from '../kernel/ports.ts';
import { filesIn } from './folders/files-in.ts';
import { isOurs, ownFile } from './backup/own-files.ts';
import { writeWhole } from './written-file.ts';

/** System dialogs. Paths stay on this side: the page is given names and bytes' fates, never a path. */
export function dialogs(options: {
  readonly window: () => BrowserWindow | undefined;
  readonly language: () => Language;
  readonly assets: string;
  /** The data folder: what the app itself keeps there is never written over. */
  readonly folder: string;
  /** Takes the folders that the person last dropped. */
  readonly dropped: () => Promise<readonly string[]>;
}): FilePort {
  const { window, language, assets, folder: own } = options;
  return {
    async choose(request) {
      const title = say(request.title, language());
      const properties: ('openFile' | 'openDirectory' | 'multiSelections')[] = [
        request.folder ? 'openDirectory' : 'openFile',
        ...(request.multiple && !request.folder ? (['multiSelections'] as const) : []),
      ];
      const filters = request.folder ? [] : [{ name: title, extensions: [...request.extensions] }];
      const parent = window();
      const settings = { title, properties, filters };
      const answer = parent ? await dialog.showOpenDialog(parent, settings) : await dialog.showOpenDialog(settings);
      if (answer.canceled) return [];
      const paths = request.folder ? await filesIn(answer.filePaths, request.extensions) : answer.filePaths;
      return Promise.all(paths.map(readChosen));
    },

    async dropped(extensions) {
      const found = await filesIn(await options.dropped(), extensions);
      return Promise.all(found.map(readChosen));
    },

    async save({ name, bytes }) {
      const parent = window();
      const settings = {
        defaultPath: fittingName(name),
        filters: [{ name: extname(name).slice(1), extensions: [extname(name).slice(1)] }],
      };
      const answer = parent ? await dialog.showSaveDialog(parent, settings) : await dialog.showSaveDialog(settings);
      if (answer.canceled || !answer.filePath) return undefined;
      if (isOurs(own, answer.filePath)) throw ownFile();
      writeWhole(answer.filePath, bytes);
      return basename(answer.filePath);
    },

    async saveAll({ title, files }) {
      const parent = window();
      const settings = {
        title: say(title, language()),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const answer = parent ? await dialog.showOpenDialog(parent, settings) : await dialog.showOpenDialog(settings);
      const [folder] = answer.filePaths;
      if (answer.canceled || folder === undefined) return undefined;
      if (isOurs(own, folder)) throw ownFile();
      const target = await newFolderIn(folder, say(title, language()));
      // the flag refuses to write over anything
      for (const { name, bytes } of files) writeWhole(join(target, fittingName(name)), bytes, 'wx');
      return { folder: basename(target) };
    },

    samples: (wanted = language()) => sampleSet(assets, wanted),

    asset: (name) => readFile(join(assets, ...name.split('/').filter((part) => part !== '..'))),
  };
}

/** The chosen folder itself while it is empty; else a new one inside, so that two sets never mix. */
async function newFolderIn(folder: string, label: string): Promise<string> {
  if ((await readdir(folder)).length === 0) return folder;
  for (let count = 1; ; count += 1) {
    const target = join(folder, count === 1 ? label : `${label} (${count})`);
    const made = await mkdir(target).then(
      () => true,
      (error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      },
    );
    if (made) return target;
  }
}

async function readChosen(path: string): Promise<ChosenFile> {
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
}
