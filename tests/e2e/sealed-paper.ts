import { PDFDocument } from 'pdf-lib';
import { chanceOf, type printedPages, scanned, scannerOf, stamped, toJpeg } from '../unit/pdf/scan/simulate.ts';

const RED = [205, 30, 48] as const;
/** A4 in points. */
const SHEET = { width: 595.28, height: 841.89 } as const;

/** Where a print has room for a seal: the page, and the place on it in millimetres. */
export interface SealZone {
  readonly page: number;
  readonly box: {
    readonly left: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
}

/** A print as it comes back from the scanner, one PDF of pictures: stamped with a round seal of so many millimetres, or not. */
export async function scanOf(
  pages: ReturnType<typeof printedPages>,
  zone: SealZone,
  how: { readonly seed: number; readonly seal: 40 | 42 | undefined; readonly upTo?: number },
): Promise<Uint8Array> {
  const chance = chanceOf(how.seed);
  const across = how.seal ?? 42;
  const box = { left: zone.box.left + 6, bottom: zone.box.bottom + 3, width: across, height: across };
  const stamp = { shape: `round-${across}`, box, colour: RED, ink: 0.85, uneven: 0.4, turn: 3 } as const;
  const sheets = pages
    .slice(0, how.upTo)
    .map((sheet, index) => (how.seal && index + 1 === zone.page ? stamped(sheet, stamp, chance) : sheet));
  const pdf = await PDFDocument.create();
  for (const sheet of sheets) {
    const picture = await pdf.embedJpg(toJpeg(scanned(sheet, scannerOf(chance, 200), chance), 70));
    pdf.addPage([SHEET.width, SHEET.height]).drawImage(picture, { x: 0, y: 0, ...SHEET });
  }
  return pdf.save();
}
