import { type Language, LANGUAGES, say } from '../../../assets/messages/say.ts';
import type { ImportOutcome } from '../../../src-main/contract/import.ts';
import type { Place } from '../../../src-main/contract/event.ts';
import { goOrTell } from '../beside-dialog.ts';
import { call } from '../client.svelte.ts';
import { attempt, showKnownFailure, tell } from '../failures.svelte.ts';
import { go } from '../navigation.svelte.ts';
import { t } from '../preferences.svelte.ts';

/** Asks for files or a folder in the system dialog and imports them. */
export async function chooseFiles(what: 'files' | 'folder'): Promise<void> {
  const outcomes = await attempt(() => call('import.choose', { what }));
  if (outcomes) show(outcomes);
}

/** Asks for the new text that a notice announced: what is saved of it is linked with the notice, and leads back to it. */
export async function chooseNewText(noticeId: string): Promise<void> {
  const outcomes = await attempt(() => call('import.choose', { what: 'file' }));
  if (outcomes) show(outcomes, noticeId);
}

/** Files that are being brought in by the page itself: dropped or pasted ones. */
interface Bringing {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

let now = $state<Bringing | undefined>(undefined);
let stopped = false;

export const bringing = {
  get now(): Bringing | undefined {
    return now;
  },
};

/** Stops after the file that is being read; what was taken in is kept. */
export async function stopImport(): Promise<void> {
  stopped = true;
  await attempt(() => call('import.cancel', {}));
}

/** Imports files dropped onto the window: their bytes, never their paths. The main side has the folders among them. */
export async function importFiles(files: readonly File[], folders = false): Promise<void> {
  const inside = folders ? await attempt(() => call('import.dropped', {})) : undefined;
  const outcomes: ImportOutcome[] = [...(inside ?? [])];
  stopped = false;
  for (const [done, file] of files.entries()) {
    if (stopped) break;
    now = { name: file.name, done, total: files.length };
    const outcome = await attempt(async () =>
      call('import.bytes', {
        name: file.name || t('frame.pasteName'),
        bytes: new Uint8Array(await file.arrayBuffer()),
      }),
    );
    if (outcome) outcomes.push(outcome);
  }
  now = undefined;
  show(outcomes);
}

/** What the app calls a pasted text in a language: its first words, where it has any, make it known among others. */
const nameOfPasted = (text: string, language?: Language): string =>
  [
    language === undefined ? t('frame.pasteName') : say({ key: 'frame.pasteName', params: {} }, language),
    firstWords(text),
  ]
    .filter(Boolean)
    .join(' ');

/**
 * Whether a source is text that was pasted, in whichever language the app spoke then: it is called exactly what the app calls such
 * a text. A file that only begins like that is somebody's own.
 */
export const isPasted = (name: string, text: string): boolean =>
  LANGUAGES.some((language) =>
    ['txt', 'html'].some((ending) =>
      [nameOfPasted(text, language), nameOfPasted('', language)].some((called) => name === `${called}.${ending}`),
    ),
  );

/** What tells a pasted text from others in a list: its first words, where its name has them. */
export function pastedWords(name: string): string | undefined {
  const called = LANGUAGES.map((language) => say({ key: 'frame.pasteName', params: {} }, language));
  const own = /\.(?:txt|html)$/u.test(name) ? called.find((each) => name.startsWith(`${each} `)) : undefined;
  return own === undefined ? undefined : name.slice(own.length + 1).replace(/\.(?:txt|html)$/u, '');
}

/** Letters of the first line that a name has room for. */
const FEW = 24;

/** The first words of a text, as far as they can stand in the name of a file. */
function firstWords(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const plain = line.replaceAll(/[\p{C}\\/:*?"<>|.]+/gu, ' ').replaceAll(/\s+/gu, ' ');
  return [...plain.trim()].slice(0, FEW).join('').trim();
}

/** Imports pasted text as a source of its own; with its bold and tables where it came as a page. */
export async function importText(text: string, page?: string): Promise<void> {
  const [ending, words] = page === undefined ? ['txt', text] : ['html', `<meta charset="utf-8">${page}`];
  const bytes = new TextEncoder().encode(words);
  const outcome = await attempt(() => call('import.bytes', { name: `${nameOfPasted(text)}.${ending}`, bytes }));
  if (outcome) show([outcome]);
}

/** One readable file leads to its review; several are told, and lead to the review of the first, with the others queueing behind it. */
function show(outcomes: readonly ImportOutcome[], noticeId?: string): void {
  const failed = outcomes.find((outcome) => 'failure' in outcome);
  if (failed && 'failure' in failed) showKnownFailure(failed.failure);
  const readable = outcomes.flatMap((outcome) => ('failure' in outcome ? [] : [outcome]));
  const [only] = readable;
  if (readable.length === 1 && only) {
    if (only.known) tell(t('import.sameFile'));
    const place: Place = { screen: 'import', sourceId: only.sourceId, ...(noticeId === undefined ? {} : { noticeId }) };
    if (noticeId === undefined) goOrTell(place, t('frame.importedBeside', { name: only.name }));
    else go(place);
  }
  if (readable.length > 1) {
    tell(t('frame.imported', { count: readable.length }));
    const first = readable.find(({ known }) => known === undefined);
    goOrTell(
      first ? { screen: 'import', sourceId: first.sourceId } : { screen: 'library' },
      t('frame.importedBesideMany', { count: readable.length }),
    );
  }
}
