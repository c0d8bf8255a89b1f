import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { embedPrintFont, openFont } from '../../../../src-main/pdf/typeset/font.ts';
import { fillCoverage } from '../../../../src-main/pdf/finish/raster.ts';
import { CHROMIUM, chromiumPrint, FONTS, fontUrl, has, pixels } from '../paper-tools.ts';
import { coverageOf } from '../gb2312.ts';

/** The whole of GB 2312 takes a minute and runs where it is asked for; the ordinary run samples it. */
const EXTENT = process.env['ASSENT_GLYPHS'] === 'full' ? 'full' : 'sample';

const CELL = 24;
const COLUMNS = 22;
const ROWS = 30;
const SIZE = 20;
const MARGIN = 36;
const SCALE = 2;

type Weight = 'regular' | 'bold';

/** A page of characters on a grid: column and row of the character at `index`; x and base line in points from the upper left. */
const place = (index: number) => ({
  x: MARGIN + (index % COLUMNS) * CELL,
  y: MARGIN + Math.floor(index / COLUMNS) * CELL + SIZE,
});

/** The outlines of a character from the font file itself, as coverage of its cell at SCALE pixels a point. */
function drawn(character: string, weight: Weight): Float32Array {
  const font = openFont(FONTS[weight]);
  const scale = (SIZE / font.unitsPerEm) * SCALE;
  const rings: (readonly [number, number])[][] = [];
  let last: readonly [number, number] = [0, 0];
  const point = (x: number, y: number): readonly [number, number] => [
    x * scale + 2 * SCALE,
    SIZE * SCALE - y * scale + 2 * SCALE - SCALE * 2,
  ];
  for (const { command, args } of font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') rings.push([point(a, b)]);
    if (command === 'lineTo') rings.at(-1)?.push(point(a, b));
    if (command === 'quadraticCurveTo') {
      for (let step = 1; step <= 5; step += 1) {
        const t = step / 5;
        rings
          .at(-1)
          ?.push(
            point(
              (1 - t) ** 2 * last[0] + 2 * t * (1 - t) * a + t * t * c,
              (1 - t) ** 2 * last[1] + 2 * t * (1 - t) * b + t * t * d,
            ),
          );
      }
    }
    last = command === 'quadraticCurveTo' ? [c, d] : [a, b];
  }
  return fillCoverage(rings, CELL * SCALE, CELL * SCALE + 8);
}

const STEPS = [0, -1, 1, -2, 2];
const SHIFTS = STEPS.flatMap((dy) => STEPS.map((dx) => [dx, dy] as const));

/**
 * Are both pictures of one cell the same? Cosine of their darkness, over a shift of at most a point: Chromium snaps boxes to its own
 * pixels. Marks of a few pixels
 * differ more by where the pixel grid falls: they need less, and still no other character's.
 */
function alike(expected: Float32Array, seen: (x: number, y: number) => number): boolean {
  const [width, height] = [CELL * SCALE, CELL * SCALE + 8];
  const ink = expected.reduce((sum, share) => sum + share, 0);
  const enough = ink < 60 ? 0.7 : ink < 150 ? 0.8 : 0.9;
  return SHIFTS.some(([dx, dy]) => {
    let [both, own, other] = [0, 0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const [a, b] = [expected[y * width + x] ?? 0, seen(x + dx, y + dy)];
        both += a * b;
        own += a * a;
        other += b * b;
      }
    }
    return both / Math.sqrt(own * other || 1) >= enough;
  });
}

/** Characters of one page that do not look as the font draws them. */
function wrong(
  pdf: Uint8Array,
  page: number,
  characters: readonly string[],
  weight: Weight,
  renderer: 'pdftoppm' | 'mutool',
): readonly string[] {
  const { data, width } = pixels(pdf, page, 72 * SCALE, renderer);
  return characters.filter((character, index) => {
    const { x, y } = place(index);
    const [left, top] = [(x - 2) * SCALE, (y - SIZE) * SCALE];
    const seen = (dx: number, dy: number): number => 1 - (data[((top + dy) * width + left + dx) * 4] ?? 255) / 255;
    return !alike(drawn(character, weight), seen);
  });
}

const pagesOf = (text: string): readonly (readonly string[])[] => {
  const characters = [...text];
  const size = COLUMNS * ROWS;
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, page) =>
    characters.slice(page * size, (page + 1) * size),
  );
};

async function byPdfLib(pages: readonly (readonly string[])[], weight: Weight): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await embedPrintFont(document, FONTS[weight]);
  for (const characters of pages) {
    const page = document.addPage([600, 840]);
    characters.forEach((character, index) => {
      const { x, y } = place(index);
      page.drawText(character, { font, size: SIZE, x, y: 840 - y });
    });
  }
  return document.save();
}

function byChromium(pages: readonly (readonly string[])[], weight: Weight): Uint8Array {
  // an ideograph's base line lies 1.151 em under the top of its content box
  const cells = (characters: readonly string[]): string =>
    characters
      .map((character, index) => {
        const { x, y } = place(index);
        return `<i style="left:${x}pt;top:${y - 1.151 * SIZE}pt">${character.replace('<', '&lt;')}</i>`;
      })
      .join('');
  return chromiumPrint(`<!doctype html><meta charset="utf-8"><style>@font-face{font-family:P;font-weight:400;src:url("${fontUrl(weight === 'bold' ? 700 : 400)}")}
@page{size:600pt 840pt;margin:0}*{margin:0}section{position:relative;width:600pt;height:839pt;break-after:page;font:400 ${SIZE}pt P;text-spacing-trim:space-all}i{position:absolute;font-style:normal;line-height:normal}</style>${pages
    .map((characters) => `<section>${cells(characters)}</section>`)
    .join('')}`);
}

const pages = pagesOf(coverageOf(EXTENT));
const renderers = (['pdftoppm', 'mutool'] as const).filter(has);

describe.skipIf(renderers.length === 0)(
  `glyphs of GB 2312 and punctuation, ${EXTENT} (needs pdftoppm or mutool)`,
  { timeout: 600_000 },
  () => {
    it.each(['regular', 'bold'] as const)(
      'embedded by the finisher are drawn as the font draws them: %s',
      async (weight) => {
        const pdf = await byPdfLib(pages, weight);
        for (const renderer of renderers) {
          expect(pages.flatMap((characters, index) => wrong(pdf, index + 1, characters, weight, renderer))).toEqual([]);
        }
      },
    );

    it.skipIf(!CHROMIUM).each(['regular', 'bold'] as const)(
      'printed by Chromium are drawn as the font draws them: %s (needs Chromium)',
      (weight) => {
        const pdf = byChromium(pages, weight);
        for (const renderer of renderers) {
          expect(pages.flatMap((characters, index) => wrong(pdf, index + 1, characters, weight, renderer))).toEqual([]);
        }
      },
    );

    it('would be found out: another character’s outline does not pass', async () => {
      const pdf = await byPdfLib([['承', '诺']], 'regular');
      expect(wrong(pdf, 1, ['诺', '诺'], 'regular', renderers[0] ?? 'pdftoppm')).toEqual(['诺']);
    });
  },
);
