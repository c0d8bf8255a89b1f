import type { Glyph, Page } from './glyph.ts';
import { holds } from './geometry.ts';

/** A field of a form that shows something else than its value. */
export interface FieldValue {
  readonly seen: string;
  readonly read: string;
}

interface Widget {
  readonly subtype?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly rect?: unknown;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Fields whose value is not among the letters that are drawn where they stand. */
export async function valuesNotDrawn(page: Page, glyphs: readonly Glyph[]): Promise<readonly FieldValue[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Widget[];
  const viewport = page.getViewport({ scale: 1 });
  return annotations.flatMap(({ subtype, fieldType, fieldValue, rect }) => {
    if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch') || !Array.isArray(rect)) return [];
    const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((one) => typeof one === 'string');
    const read = values.join(' ').trim();
    if (read === '') return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = viewport.convertToViewportRectangle(rect as number[]) as number[];
    const box = {
      left: Math.min(x0, x1),
      right: Math.max(x0, x1),
      top: Math.min(y0, y1),
      bottom: Math.max(y0, y1),
    };
    const seen = glyphs
      .filter(({ left, right, y, size }) => holds(box, (left + right) / 2, y - size / 3))
      .map(({ text }) => text)
      .join('');
    return bare(seen).includes(bare(read)) ? [] : [{ seen: seen.trim(), read }];
  });
}
