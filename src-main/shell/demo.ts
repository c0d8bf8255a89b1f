import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Command, Place } from '../contract/event.ts';
import type { ContractHandlers } from '../contract/index.ts';
import { demoJob, type DemoStage } from '../kernel/demo/demo-job.ts';
import type { Rehearsal } from '../kernel/demo/rehearsal.ts';

/** What the window shows at a stage: a place, as the palette would go there. */
const SHOWN: Readonly<Record<DemoStage['done'], (stage: DemoStage) => Place>> = {
  imported: () => ({ screen: 'library' }),
  reviewed: ({ versionId = '' }) => ({ screen: 'review', versionId }),
  accepted: () => ({ screen: 'library' }),
  letter: ({ letterId = '' }) => ({ screen: 'letters', letterId }),
  signed: ({ letterId = '' }) => ({ screen: 'letters', letterId }),
  bundle: () => ({ screen: 'evidence' }),
};

/** Time for fonts and panes to settle before a picture is taken. */
const SETTLE_MS = 1500;

/** Does the whole main job on the sample set in a hidden window and leaves papers and pictures in a folder; then ends. */
export async function demo(options: {
  readonly window: BrowserWindow;
  readonly handlers: ContractHandlers;
  readonly rehearsal: Rehearsal;
  readonly folder: string;
}): Promise<void> {
  const { window, handlers, rehearsal, folder } = options;
  await mkdir(folder, { recursive: true });
  if (window.webContents.isLoading()) {
    await new Promise<void>((resolve) => {
      window.webContents.once('did-finish-load', () => resolve());
    });
  }
  window.showInactive();
  let pictures = 0;
  await demoJob(handlers, rehearsal, async (stage) => {
    const command: Command = { name: 'go', place: SHOWN[stage.done](stage) };
    window.webContents.send('assent:command', command);
    await new Promise((resolve) => {
      setTimeout(resolve, SETTLE_MS);
    });
    pictures += 1;
    const picture = await window.webContents.capturePage();
    await writeFile(join(folder, `${String(pictures).padStart(2, '0')}-${stage.done}.png`), picture.toPNG());
  });
  app.quit();
}
