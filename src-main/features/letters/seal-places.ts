import type { PlacedBox } from '../../contract/letters.ts';
import { PAGE } from '../../pdf/paper.ts';
import type { PrintExpectation } from '../../pdf/scan/expectation.ts';
import type { SheetReading } from '../../pdf/scan/sheet-reading.ts';
import { SEAL_SHAPES } from '../../pdf/finish/seal.ts';

/** Where seals belong on a page of a print. */
export const sealZones = ({ zones }: PrintExpectation, page: number): readonly PlacedBox[] =>
  zones.filter((zone) => zone.page === page).map(({ box }) => ({ page, ...box }));

/** Where they were found, as upright boxes with a turn. */
export function foundSeals(
  { shape }: PrintExpectation,
  { seals }: SheetReading,
  page: number,
): readonly (PlacedBox & { readonly turn: number })[] {
  return seals.flatMap(({ fit }) => {
    if (!fit) return [];
    const [width, height] = [SEAL_SHAPES[shape].width * fit.scale, SEAL_SHAPES[shape].height * fit.scale];
    const bottom = PAGE.height - fit.y - height / 2;
    return [{ page, left: fit.x - width / 2, bottom, width, height, turn: fit.turn }];
  });
}
