import type { LetterPreview, PlacedBox, SealChoice, SealGeometry } from '../../contract/letters.ts';
import type { Zone } from '../../pdf/typeset/links.ts';
import { SEAL_SHAPES, sealBox, type SealShape, seamBottom, seamGroups } from '../../pdf/finish/seal.ts';
import { filledOf, type Letter } from './letter-records.ts';
import { madeOf, type MadeLetter } from './letter-pages.ts';
import { formWords, ownFormOf } from './own-forms.ts';
import type { Ports } from '../../kernel/ports.ts';

/** Height of a handwritten name as it usually stands on a line. */
const HAND_HEIGHT = 14;

/** The pages as they will be exported, with where seals lie; of a Word form its words. */
export async function letterPreview(ports: Ports, letter: Letter, seal: SealChoice): Promise<LetterPreview> {
  const own = ownFormOf(ports.store, letter.body.templateId);
  if (own?.format === 'docx') {
    const { values } = filledOf(ports.store, letter);
    return { kind: 'words', paragraphs: await formWords(ports.store, own, values) };
  }
  const made = await madeOf(ports, letter, seal);
  const shapes = Object.keys(SEAL_SHAPES) as SealShape[];
  const seals = Object.fromEntries(shapes.map((shape) => [shape, geometry(shape, made)]));
  return { kind: 'pages', pdf: made.bytes, seals: seals as Record<SealShape, SealGeometry>, hand: handBox(made.zones) };
}

function geometry(shape: SealShape, { zones, pages }: MadeLetter): SealGeometry {
  return {
    ...SEAL_SHAPES[shape],
    places: zones.map(({ page, box }): PlacedBox => ({ page, ...sealBox(shape, box) })),
    seam: seamGroups(pages, shape).flatMap(({ slices }, group) => slices.map((slice) => ({ ...slice, group }))),
    seamBottom: seamBottom(shape),
  };
}

/** On the line for the signature, which is the upper edge of the zone. */
function handBox([zone]: readonly Zone[]): PlacedBox {
  if (!zone) return { page: 1, left: 120, bottom: 60, width: 40, height: HAND_HEIGHT };
  const { left, bottom, height } = zone.box;
  return {
    page: zone.page,
    left: left + 4,
    bottom: bottom + height - 1,
    width: 40,
    height: HAND_HEIGHT,
  };
}
