import type { Page } from './glyph.ts';
import { holds } from './geometry.ts';
import type { Placed } from './sight.ts';

/** A field of a form that shows something else than its value. */
export interface FieldValue {
  readonly seen: string;
  readonly read: string;
}

interface Widget {
  readonly subtype?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly options?: unknown;
  readonly rect?: unknown;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What a choice of a list is shown as: a list may keep another value for each of its words. */
function shownAs(value: string, options: unknown): string {
  if (!Array.isArray(options)) return value;
  const own = (options as readonly { readonly exportValue?: unknown; readonly displayValue?: unknown }[]).find(
    ({ exportValue }) => exportValue === value,
  );
  return typeof own?.displayValue === 'string' ? own.displayValue : value;
}

/** The number that a field says, written with marks between its thousands, a currency or as per cent. */
function numberOf(text: string): number | undefined {
  const figures = bare(text).replace(/[^0-9.,%-]/gu, '');
  const comma = /^-?[\d.]*,\d{1,2}%?$/.test(figures);
  const written = comma ? figures.replaceAll('.', '').replace(',', '.') : figures.replaceAll(',', '');
  if (!/^-?\d+(?:\.\d+)?%?$/.test(written)) return undefined;
  return Number.parseFloat(written) / (written.endsWith('%') ? 100 : 1);
}

function saysSame(seen: string, read: string): boolean {
  if (bare(seen).includes(bare(read))) return true;
  const [one, other] = [numberOf(seen), /^-?[\d.]+$/.test(read) ? numberOf(read) : undefined];
  return one !== undefined && other !== undefined && Math.abs(one - other) < 0.005 * Math.min(1, Math.abs(other));
}

/** Fields whose value is not among the letters that are drawn where they stand. */
export async function valuesNotDrawn(page: Page, placed: readonly Placed[]): Promise<readonly FieldValue[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Widget[];
  const viewport = page.getViewport({ scale: 1 });
  return annotations.flatMap(({ subtype, fieldType, fieldValue, options, rect }) => {
    if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch') || !Array.isArray(rect)) return [];
    const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((one) => typeof one === 'string');
    const read = values
      .map((value) => shownAs(value, options))
      .join(' ')
      .trim();
    if (read === '') return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = viewport.convertToViewportRectangle(rect as number[]) as number[];
    const box = {
      left: Math.min(x0, x1),
      right: Math.max(x0, x1),
      top: Math.min(y0, y1),
      bottom: Math.max(y0, y1),
    };
    const seen = placed
      .filter(({ x, y }) => holds(box, x, y))
      .map(({ glyph }) => glyph.text)
      .join('');
    return saysSame(seen, read) ? [] : [{ seen: seen.trim(), read }];
  });
}
