import { type DemoFiles, demoFiles } from './demo-files.ts';

/**
 * A machine with nobody at the screen: files without dialogs, and a clock that the demo moves on itself, because nobody
 * sits through the seconds that its clauses are on screen. What it records is an example by its own content.
 */
export interface Rehearsal {
  readonly files: DemoFiles;
  readonly monotonic: () => number;
  /** Lets seconds pass. */
  readonly pass: (seconds: number) => void;
}

/** A rehearsal whose papers go into a folder. */
export function rehearsalIn(folder: string, assets: string): Rehearsal {
  let elapsed = 0;
  return {
    files: demoFiles(folder, assets),
    monotonic: () => elapsed,
    pass: (seconds) => {
      elapsed += seconds * 1000;
    },
  };
}
