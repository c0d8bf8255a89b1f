import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { ContractHandlers } from '../contract/index.ts';
import { demoJob, type DemoStage } from '../kernel/demo/demo-job.ts';
import type { Rehearsal } from '../kernel/demo/rehearsal.ts';

/** What the window shows at a stage: a place, as the palette would go there. */
const SHOWN: Readonly<Record<DemoStage['done'], (stage: DemoStage) => string>> = {
  imported: () => 'go:library',
  reviewed: ({ versionId }) => `place:${JSON.stringify({ screen: 'review', versionId })}`,
  accepted: () => 'go:library',
  letter: ({ letterId }) => `place:${JSON.stringify({ screen: 'letters', letterId })}`,
  signed: ({ letterId }) => `place:${JSON.stringify({ screen: 'letters', letterId })}`,
  bundle: () => 'go:evidence',
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
    window.webContents.send('assent:command', { name: SHOWN[stage.done](stage) });
    await new Promise((resolve) => {
      setTimeout(resolve, SETTLE_MS);
    });
    pictures += 1;
    const picture = await window.webContents.capturePage();
    await writeFile(join(folder, `${String(pictures).padStart(2, '0')}-${stage.done}.png`), picture.toPNG());
  });
  app.quit();
}
