import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { decodePicture, isPdf } from '../../picture/decode.ts';
import type { PrintExpectation } from './expectation.ts';
import type { SheetImage } from '../../picture/image.ts';
import { MOST_SHEETS, openPdf } from './pdf-pages.ts';
import { pagePreview, sheetPreview } from './preview.ts';
import { readSheet, type SheetReading } from './sheet-reading.ts';

/** Largest file of a scan, in bytes, and of all files of one scan together. */
export const MOST_SCAN_BYTES = 200 * 1024 * 1024;

export interface ScanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One sheet of the scan as it was read, with a small picture of it. */
export interface ScannedSheet {
  readonly file: string;
  /** The n-th sheet of its file, from 1. */
  readonly number: number;
  readonly reading: SheetReading;
  /** JPEG; straightened when the page was found. */
  readonly preview: Uint8Array;
}

/**
 * Reads the files of one scan, in the order given: each page of a PDF and each picture is a sheet. One sheet is in memory at a
 * time; between sheets the thread is given free.
 * @throws Refusal when any file cannot be read: half a scan is none
 */
export async function readScan(
  files: readonly ScanFile[],
  prints: readonly PrintExpectation[],
  options: { readonly progress?: (done: number, total: number) => void; readonly resources?: string } = {},
): Promise<readonly ScannedSheet[]> {
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_SCAN_BYTES) throw tooManyBytes();
  const sources = await Promise.all(files.map((file) => sourceOf(file, options.resources)));
  const total = sources.reduce((sum, { count }) => sum + count, 0);
  if (total > MOST_SHEETS) throw tooManySheets(total);
  const sheets: ScannedSheet[] = [];
  try {
    for (const [index, source] of sources.entries()) {
      for (let number = 1; number <= source.count; number += 1) {
        const image = await source.sheet(number);
        const { reading, sheet } = readSheet(image, prints);
        const preview = sheet ? pagePreview(sheet) : sheetPreview(image);
        sheets.push({ file: files[index]?.name ?? '', number, reading, preview });
        options.progress?.(sheets.length, total);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  } finally {
    await Promise.all(sources.map((source) => source.close()));
  }
  return sheets;
}

interface Source {
  readonly count: number;
  sheet(number: number): Promise<SheetImage>;
  close(): Promise<void>;
}

async function sourceOf({ name, bytes }: ScanFile, resources: string | undefined): Promise<Source> {
  if (isPdf(bytes)) return openPdf(bytes, name, resources);
  return {
    count: 1,
    sheet: async () => decodePicture(bytes, name),
    close: () => Promise.resolve(),
  };
}

function tooManyBytes(): Refusal {
  const most = MOST_SCAN_BYTES / 1024 / 1024;
  return new Refusal(
    'scan-too-many-bytes',
    sentence('pdf.read.scan-too-many-bytes', { most }),
    sentence('pdf.read.scan-too-many-bytes.next'),
  );
}

function tooManySheets(sheets: number): Refusal {
  return new Refusal(
    'scan-too-many-pages',
    sentence('pdf.read.scan-too-many-pages', { sheets, most: MOST_SHEETS }),
    sentence('pdf.read.scan-too-many-pages.next'),
  );
}
