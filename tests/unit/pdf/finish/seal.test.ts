import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import { sealedCopy } from '../../../../src-main/pdf/finish/picture-copy.ts';
import { finish } from '../../../../src-main/pdf/finish/finish.ts';
import { sampleSealPng, sampleSealSvg } from '../../../../src-main/pdf/finish/sample-seal.ts';
import { SEAL_SHAPES, sealBox, sealFits, type SealShape, seamGroups } from '../../../../src-main/pdf/finish/seal.ts';
import { makeLocalIdentity } from '../../../../src-main/pdf/sign/certificate.ts';
import { signPdf } from '../../../../src-main/pdf/sign/signature.ts';
import { AT, FINGERPRINT, FONTS, has, paperOf, pixels } from '../paper-tools.ts';

const shapes = Object.keys(SEAL_SHAPES) as SealShape[];

describe('seam seal', () => {
  it('lands on every page once, in groups of at most ten, no slice under 4.2 mm, slices without gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 90 }), fc.constantFrom(...shapes), (pages, shape) => {
        const groups = seamGroups(pages, shape);
        const slices = groups.flatMap((group) => group.slices);
        expect(slices.map(({ page }) => page)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
        for (const { first, last, slices: own } of groups) {
          expect(last - first + 1).toBeLessThanOrEqual(10);
          expect(own[0]?.from).toBe(0);
          expect(own.at(-1)?.to).toBeCloseTo(SEAL_SHAPES[shape].width, 9);
          own.forEach(({ from, to }, index) => {
            expect(to - from).toBeGreaterThanOrEqual(4.2 - 1e-9);
            if (index > 0) expect(from).toBeCloseTo(own[index - 1]?.to ?? -1, 9);
          });
        }
      }),
    );
  });

  it('has no seam on a single page', () => expect(seamGroups(1, 'round-42')).toEqual([]));
});

describe('seal box', () => {
  it('stays exactly as large as the seal and on the page, wherever it is moved', () => {
    const zone = { left: 114, bottom: 60, width: 50, height: 50 };
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: -300, max: 300 }),
        (shape, x, y) => {
          const box = sealBox(shape, zone, { x, y });
          expect(box).toMatchObject({ width: SEAL_SHAPES[shape].width, height: SEAL_SHAPES[shape].height });
          expect(
            box.left >= 0 && box.left + box.width <= 210 && box.bottom >= 0 && box.bottom + box.height <= 297,
          ).toBe(true);
        },
      ),
    );
    for (const shape of shapes) expect(sealFits(shape)).toBe(true);
  });
});

const letter = paperOf([
  { kind: 'title', text: '承诺书' },
  { kind: 'paragraph', runs: [{ text: '本页用于测量印章。' }] },
  { kind: 'signature', zone: 'seal', label: '（盖章）', name: '示例有限公司', date: '2026年3月1日' },
]);

/** Width and height in millimetres of everything that is at least half red. */
function redExtent({ width, height, data }: { width: number; height: number; data: Buffer }, dots: number) {
  const [xs, ys] = [new Set<number>(), new Set<number>()];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if ((data[at] ?? 0) - (data[at + 1] ?? 0) < 92) continue;
      xs.add(x);
      ys.add(y);
    }
  }
  const extent = (values: Set<number>): number => ((Math.max(...values) - Math.min(...values) + 1) / dots) * 25.4;
  return { width: extent(xs), height: extent(ys) };
}

describe('seal picture', () => {
  const made = setPlain(letter, FONTS).then((bytes) =>
    finish(bytes, letter, { fingerprint: FINGERPRINT, at: AT, author: '示例', fonts: FONTS }),
  );

  it.skipIf(!has('pdftoppm')).each([
    ['round-42', 300],
    ['round-40', 300],
    ['round-45', 600],
    ['round-27', 600],
    ['round-20', 600],
    ['oval-40x30', 600],
    ['oval-45x30', 600],
    ['square-22', 600],
  ] as const)(
    '%s measures what it should within 0.1 mm at %i dpi, as picture and in a signature (needs pdftoppm)',
    async (shape, dots) => {
      const { bytes, zones } = await made;
      const zone = zones[0];
      if (!zone) throw new Error('no zone');
      const png = sampleSealPng('示例有限公司', shape, FONTS);
      const copy = await sealedCopy(
        bytes,
        { seal: { png, shape, page: 1, zone: zone.box } },
        { fonts: FONTS, at: AT, language: 'zh' },
      );
      const { signer } = makeLocalIdentity({ name: '王小明', company: '示例有限公司', at: AT });
      const signed = await signPdf(bytes, signer, {
        at: AT,
        reason: '测量',
        visible: { page: 1, box: zone.box, seal: { png, shape }, fonts: FONTS },
      });
      const { left, bottom } = zone.box;
      const crop = [left - 2, 297 - bottom - 52, 54, 54].map((value) => Math.round((value / 25.4) * dots)) as [
        number,
        number,
        number,
        number,
      ];
      for (const pdf of [copy, signed]) {
        const { width, height } = redExtent(pixels(pdf, 1, dots, 'pdftoppm', crop), dots);
        expect(Math.abs(width - SEAL_SHAPES[shape].width)).toBeLessThanOrEqual(0.1);
        expect(Math.abs(height - SEAL_SHAPES[shape].height)).toBeLessThanOrEqual(0.1);
      }
    },
  );

  it.skipIf(!has('pdftoppm')).each(['round-40', 'round-20', 'oval-40x30'] as const)(
    'the outline of %s is printed in the middle of its zone at its own size (needs pdftoppm)',
    async (shape) => {
      const bare = await made;
      const { bytes, zones } = await finish(await setPlain(letter, FONTS), letter, {
        fingerprint: FINGERPRINT,
        at: AT,
        author: '示例',
        fonts: FONTS,
        guides: { seal: shape },
      });
      const zone = zones[0]?.box ?? { left: 0, bottom: 0, width: 0, height: 0 };
      const [dots, margin] = [600, 1];
      const { left, bottom, width, height } = zone;
      const crop = [left - margin, 297 - bottom - height - margin, width + 2 * margin, height + 2 * margin].map(
        (value) => Math.round((value / 25.4) * dots),
      ) as [number, number, number, number];
      const [outlined, plain] = [bytes, bare.bytes].map((pdf) => pixels(pdf, 1, dots, 'pdftoppm', crop));
      const [xs, ys] = [new Set<number>(), new Set<number>()];
      outlined?.data.forEach((value, index) => {
        if (value > 200 || value === plain?.data[index]) return;
        const pixel = Math.floor(index / 4);
        xs.add(pixel % outlined.width);
        ys.add(Math.floor(pixel / outlined.width));
      });
      const reach = (of: Set<number>) => [Math.min(...of), Math.max(...of)].map((value) => (value / dots) * 25.4);
      const [[x0 = 0, x1 = 0], [y0 = 0, y1 = 0]] = [reach(xs), reach(ys)];
      expect(Math.abs(x1 - x0 - SEAL_SHAPES[shape].width)).toBeLessThanOrEqual(0.3);
      expect(Math.abs(y1 - y0 - SEAL_SHAPES[shape].height)).toBeLessThanOrEqual(0.3);
      expect(Math.abs((x0 + x1) / 2 - margin - width / 2)).toBeLessThanOrEqual(0.3);
      expect(Math.abs((y0 + y1) / 2 - margin - height / 2)).toBeLessThanOrEqual(0.3);
    },
  );

  it('is refused when it would cover the name, or does not have the seal’s proportions', async () => {
    const { bytes, zones } = await made;
    const zone = zones[0]?.box ?? { left: 0, bottom: 0, width: 50, height: 50 };
    const { PNG } = await import('pngjs');
    const opaque = new PNG({ width: 60, height: 60 });
    opaque.data.fill(255);
    const place = (png: Uint8Array, shape: SealShape) =>
      sealedCopy(bytes, { seal: { png, shape, page: 1, zone } }, { fonts: FONTS, at: AT, language: 'zh' });
    await expect(place(PNG.sync.write(opaque), 'round-42')).rejects.toMatchObject({ code: 'picture-not-transparent' });
    await expect(place(sampleSealPng('示例', 'oval-45x30', FONTS, 100), 'round-42')).rejects.toMatchObject({
      code: 'seal-proportions',
    });
    await expect(place(new Uint8Array(9), 'round-42')).rejects.toMatchObject({ code: 'picture-unreadable' });
  });

  it('is refused on a signed file, whose signature it would break', async () => {
    const { bytes, zones } = await made;
    const { signer } = makeLocalIdentity({ name: '王小明', company: '示例有限公司', at: AT });
    const signed = await signPdf(bytes, signer, { at: AT, reason: '测试' });
    const seal = {
      png: sampleSealPng('示例', 'round-42', FONTS, 72),
      shape: 'round-42' as const,
      page: 1,
      zone: zones[0]?.box ?? { left: 0, bottom: 0, width: 50, height: 50 },
    };
    await expect(sealedCopy(signed, { seal }, { fonts: FONTS, at: AT, language: 'zh' })).rejects.toMatchObject({
      code: 'already-signed',
    });
  });

  it('can be drawn as vectors too', () => {
    expect(sampleSealSvg('示例有限公司', 'round-42', FONTS)).toContain('width="42mm" height="42mm"');
  });
});
