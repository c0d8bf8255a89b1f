/** A decoded picture of one sheet: three bytes a pixel, row by row from the top. */
export interface SheetImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** One value a pixel. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Averages `factor` × `factor` pixels into one; what does not fill a whole one at the right and lower edge is left out. */
export function shrink(image: SheetImage, factor: number): SheetImage {
  if (factor <= 1) return image;
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const rgb = new Uint8Array(width * height * 3);
  const area = factor * factor;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (let row = 0; row < factor; row += 1) {
        let at = ((y * factor + row) * image.width + x * factor) * 3;
        for (let column = 0; column < factor; column += 1, at += 3) {
          red += image.rgb[at] ?? 0;
          green += image.rgb[at + 1] ?? 0;
          blue += image.rgb[at + 2] ?? 0;
        }
      }
      const to = (y * width + x) * 3;
      rgb[to] = red / area;
      rgb[to + 1] = green / area;
      rgb[to + 2] = blue / area;
    }
  }
  return { width, height, rgb };
}

/** How a grey value is made of a pixel. `red`: red ink on it is nearly white, so that a seal does not cover what is black. */
export type GreyMix = 'red' | 'luminance';

const MIXES: Readonly<Record<GreyMix, readonly [number, number, number]>> = {
  red: [0.9, 0.1, 0],
  luminance: [0.3, 0.59, 0.11],
};

/** A part of the picture in grey, drawn at another size: the mean over the pixels of the picture that a new pixel covers. */
export function greyPart(
  image: SheetImage,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  scale: number,
  mix: GreyMix,
): Plane {
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const values = new Uint8Array(width * height);
  const [r, g, b] = MIXES[mix];
  const reach = Math.max(1, Math.round(1 / scale));
  const grey = (x: number, y: number): number => {
    const column = Math.min(Math.max(x, 0), image.width - 1);
    const row = Math.min(Math.max(y, 0), image.height - 1);
    const at = (row * image.width + column) * 3;
    return (image.rgb[at] ?? 0) * r + (image.rgb[at + 1] ?? 0) * g + (image.rgb[at + 2] ?? 0) * b;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = part.left + (x + 0.5) / scale - reach / 2;
      const fromY = part.top + (y + 0.5) / scale - reach / 2;
      let sum = 0;
      if (scale > 1) {
        const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
        const [u, v] = [fromX - left, fromY - top];
        sum =
          (grey(left, top) * (1 - u) + grey(left + 1, top) * u) * (1 - v) +
          (grey(left, top + 1) * (1 - u) + grey(left + 1, top + 1) * u) * v;
        values[y * width + x] = sum;
        continue;
      }
      const [left, top] = [Math.round(fromX), Math.round(fromY)];
      for (let row = 0; row < reach; row += 1)
        for (let column = 0; column < reach; column += 1) sum += grey(left + column, top + row);
      values[y * width + x] = sum / (reach * reach);
    }
  }
  return { width, height, values };
}
