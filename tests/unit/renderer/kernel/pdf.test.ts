import { describe, expect, it, vi } from 'vitest';
import { drawPage, openPdf, pageSize, pageWords, type PDFPageProxy } from '../../../../src-renderer/kernel/pdf.ts';

const asked: Record<string, unknown>[] = [];
vi.mock('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url', () => ({ default: 'worker.mjs' }));
vi.mock('pdfjs-dist/legacy/build/pdf.mjs', () => ({
  GlobalWorkerOptions: {},
  getDocument: (options: Record<string, unknown>) => {
    asked.push(options);
    return { promise: Promise.resolve({ numPages: 1 }) };
  },
}));

/** A page of A4 whose drawing ends when the test says so. */
function page(): { readonly page: PDFPageProxy; readonly finish: () => void; readonly widths: number[] } {
  let finish: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (finish = resolve));
  const widths: number[] = [];
  const proxy = {
    getViewport: ({ scale }: { scale: number }) => ({ width: 595.276 * scale, height: 841.89 * scale }),
    render: ({ canvas }: { canvas: HTMLCanvasElement }) => {
      widths.push(canvas.width);
      return { promise };
    },
    getTextContent: () =>
      Promise.resolve({
        items: [{ str: 'Berths', hasEOL: true }, { type: 'mark' }, { str: 'by the day', hasEOL: false }],
      }),
  };
  return { page: proxy as unknown as PDFPageProxy, finish, widths };
}

describe('PDF pages', () => {
  it('nothing in an opened file is run, and its bytes stay with whoever gave them', async () => {
    vi.stubGlobal(
      'Worker',
      class extends EventTarget {
        constructor() {
          super();
          queueMicrotask(() => this.dispatchEvent(new Event('message')));
        }
      },
    );
    const bytes = new Uint8Array([37, 80]);
    await openPdf(bytes);
    expect(asked[0]).toMatchObject({ isEvalSupported: false, useWasm: false, data: bytes });
    expect(asked[0]?.['data']).not.toBe(bytes);
  });

  it('a page of A4 is 210 by 297 millimetres', () => {
    const { width, height } = pageSize(page().page);
    expect(width).toBeCloseTo(210, 1);
    expect(height).toBeCloseTo(297, 1);
  });

  it('a page is drawn as sharply as the screen allows', async () => {
    vi.stubGlobal('devicePixelRatio', 2);
    const { page: drawn, finish, widths } = page();
    const canvas = document.createElement('canvas');
    finish();
    expect(await drawPage(drawn, canvas, 400)).toBe(true);
    expect(widths).toEqual([800]);
    expect(canvas.width).toBe(800);
    vi.unstubAllGlobals();
  });

  it('of two drawings on one canvas the later one wins, however late the earlier one ends', async () => {
    const canvas = document.createElement('canvas');
    const [slow, quick] = [page(), page()];
    const first = drawPage(slow.page, canvas, 100);
    const second = drawPage(quick.page, canvas, 200);
    quick.finish();
    expect(await second).toBe(true);
    slow.finish();
    expect(await first).toBe(false);
    expect(canvas.width).toBe(Math.round(200 * devicePixelRatio));
  });

  it('its words are said line by line', async () => {
    expect(await pageWords(page().page)).toBe('Berths\nby the day');
  });
});
