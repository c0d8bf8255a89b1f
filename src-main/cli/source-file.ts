import { sentence } from '../agreement/sentence.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { MarkedText } from '../agreement/model.ts';
import { Refusal } from '../agreement/refusal.ts';
import { importSource } from '../import/source.ts';

/** Character maps and fonts for PDFs, as a build lays them beside the bundles; in a checkout the library's own are found. */
const PDF_RESOURCES = join(__dirname, '..', 'assets', 'pdfjs');

/** A file that a command was given: its bytes, and its marked lines. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly marked: MarkedText;
}

/**
 * Opens a file and reads its lines; stores nothing.
 * @throws Refusal `file-not-readable`, and what the import refuses.
 */
export async function openSource(path: string, encoding?: string): Promise<SourceFile> {
  const bytes = await readBytes(path);
  const name = basename(path);
  const marked = await importSource(bytes, name, {
    ...(existsSync(PDF_RESOURCES) && { resources: PDF_RESOURCES }),
    ...(encoding !== undefined && { encoding }),
  });
  return { name, bytes, marked };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new Refusal(
      'file-not-readable',
      sentence('cli.source-file.file-not-readable', { path }),
      sentence('cli.source-file.file-not-readable.next'),
      { cause: error },
    );
  }
}
