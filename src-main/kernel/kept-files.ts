import type { KeptFile } from '../agreement/kept-file.ts';
import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { extensionOf, mediaTypeOf as typeByName } from '../import/formats.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';
import type { ChosenFile, FilePort, Ports } from './ports.ts';

/** Bytes of the largest file that is kept beside the records. */
const LARGEST = 100 * 1024 * 1024;

/** First bytes that say what a file is, whatever its name says. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
];

/** What is kept beside what can be imported, by the end of its name. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  sha256: 'text/plain',
  zip: 'application/zip',
  tsr: 'application/timestamp-reply',
};

/** A file that will be kept, with the name that it is found by. */
export interface FileToKeep extends ChosenFile {
  readonly sha256: string;
}

/** A file made ready to be kept. @throws Refusal `file-size`: it is empty or over 100 MB. */
export function toKeep({ name, bytes }: ChosenFile): FileToKeep {
  if (bytes.length === 0 || bytes.length > LARGEST) throw unkeepable(name);
  return { name, bytes, sha256: sha256Hex(bytes) };
}

/** A file as records name it. */
export const named = ({ sha256, name }: FileToKeep): KeptFile => ({ sha256, name });

/** Keeps a file beside the records, once by its hash. `record()` does it for the files of an act. */
export function keep({ store, now }: Pick<Ports, 'store' | 'now'>, { name, bytes, sha256 }: FileToKeep): void {
  store.attachments.keep({ sha256, name, mediaType: mediaTypeOf({ name, bytes }), bytes, at: now().toISOString() });
}

/** Keeps a file that a later act will name: chosen while a form is still being filled in. @throws Refusal as `toKeep`. */
export function keepFile(ports: Pick<Ports, 'store' | 'now'>, file: ChosenFile): KeptFile {
  const ready = toKeep(file);
  keep(ports, ready);
  return named(ready);
}

/** Lets the person choose a file and keeps it; absent when the dialog was closed. @throws Refusal as `toKeep`. */
export async function keepChosen(
  ports: Ports,
  request: Parameters<FilePort['choose']>[0],
): Promise<KeptFile | undefined> {
  const [file] = await ports.files.choose(request);
  return file && keepFile(ports, file);
}

/** A file that was kept, by its hash. @throws Refusal `not-found`: the page cannot name what is not there. */
export function keptFile(store: Store, sha256: string): KeptFile {
  const kept = store.attachments.get(sha256);
  if (!kept) throw unknownThing(sentence('kernel.kept-files.kept-file'));
  return { sha256, name: kept.name };
}

/** What a file is: by its first bytes, else by the end of its name. */
function mediaTypeOf({ name, bytes }: ChosenFile): string {
  const bySignature = SIGNATURES.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (bySignature) return bySignature[1];
  return OTHER_TYPES[extensionOf(name)] ?? typeByName(name);
}

const unkeepable = (name: string): Refusal =>
  new Refusal(
    'file-size',
    sentence('kernel.kept-files.file-size', { name }),
    sentence('kernel.kept-files.file-size.next'),
  );
