import type { Language } from '../../agreement/sentence.ts';
import { type DemoFiles, demoFiles } from './demo-files.ts';

/**
 * A machine with nobody at the screen: files without dialogs, and a clock that the demo moves on itself, because nobody
 * sits through the seconds that its clauses are on screen. Every record and entry says that its clock was a rehearsal's.
 */
export interface Rehearsal {
  /** Of its sample set, its company, and everything it writes. */
  readonly language: Language;
  readonly files: DemoFiles;
  readonly monotonic: () => number;
  /** The clock on the wall, moved on by what was let pass: no more seconds were seen than it allows. */
  readonly now: () => Date;
  /** Lets seconds pass. */
  readonly pass: (seconds: number) => void;
}

/** A rehearsal in a language, whose papers go into a folder. */
export function rehearsalIn(
  folder: string,
  assets: string,
  language: Language,
  wall: () => Date = () => new Date(),
): Rehearsal {
  let elapsed = 0;
  return {
    language,
    files: demoFiles(folder, assets, language),
    monotonic: () => elapsed,
    now: () => new Date(wall().getTime() + elapsed),
    pass: (seconds) => {
      elapsed += seconds * 1000;
    },
  };
}
