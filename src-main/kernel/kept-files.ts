import type { KeptFile } from '../acceptance/explanation.ts';
import { mediaTypeOf } from '../import/formats.ts';
import { sha256Hex } from '../ledger/node-digest.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';
import type { ChosenFile, FilePort, Ports } from './ports.ts';

/** Keeps a file beside the records, once by its hash. */
export function keepFile({ store, now }: Pick<Ports, 'store' | 'now'>, file: ChosenFile): KeptFile {
  const sha256 = sha256Hex(file.bytes);
  const mediaType = mediaTypeOf(file.name);
  store.attachments.keep({ sha256, name: file.name, mediaType, bytes: file.bytes, at: now().toISOString() });
  return { sha256, name: file.name };
}

/** Lets the person choose a file and keeps it; absent when the dialog was closed. */
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
  if (!kept) throw unknownThing({ zh: '这个附件', en: 'file' });
  return { sha256, name: kept.name };
}
