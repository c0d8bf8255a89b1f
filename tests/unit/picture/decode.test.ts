import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { say } from '../../../src-main/agreement/sentence.ts';
import { decodePicture, MOST_PIXELS, tooLarge } from '../../../src-main/picture/decode.ts';

it('refuses a picture of too many pixels before it is inflated', () => {
  const png = PNG.sync.write(new PNG({ width: 4, height: 4 }));
  png.writeUInt32BE(MOST_PIXELS, 16);
  expect(() => decodePicture(png, 'bomb.png')).toThrow(/scan-too-large/u);
});

it('says the limit that it keeps', () => {
  const { sentence } = tooLarge();
  expect(say(sentence, 'zh')).toContain(`${MOST_PIXELS / 10_000} 万像素`);
  expect(say(sentence, 'en')).toContain(`${MOST_PIXELS / 1e6} million pixels`);
});

it('takes what is transparent for paper', () => {
  const png = new PNG({ width: 2, height: 1 });
  png.data.set([255, 0, 0, 255, 0, 0, 0, 0]);
  const { width, height, rgb } = decodePicture(PNG.sync.write(png), 'seal.png');
  expect({ width, height, rgb: [...rgb] }).toEqual({ width: 2, height: 1, rgb: [255, 0, 0, 255, 255, 255] });
});
