import path from 'node:path';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import table from '../../../../assets/figures.json' with { type: 'json' };
import { figuresFrom, otherFigure, packed, shapeOf } from '../../../../src-main/import/pdf/outlines.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { loadPdfLibrary, ResourceFiles } from '../../../../src-main/picture/pdf-library.ts';
import { plainPdf } from '../plain-pdf.ts';

const FIGURES = '0123456789';
const FONTS = ['Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Times-Bold', 'Courier', 'Courier-Bold'];

/** The shapes of figures as the PDF library draws them in one of its fonts. */
async function drawn(font: string): Promise<readonly string[]> {
  const library = await loadPdfLibrary();
  const fonts = path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'standard_fonts/',
  );
  const task = library.getDocument({
    data: plainPdf([`BT /F1 12 Tf (${FIGURES}) Tj ET`], { 3: `<< /Type /Font /Subtype /Type1 /BaseFont /${font} >>` }),
    verbosity: library.VerbosityLevel.ERRORS,
    BinaryDataFactory: ResourceFiles,
    standardFontDataUrl: fonts,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const page = await (await task.promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const at = (operator: number): unknown => (argsArray[fnArray.indexOf(operator)] as readonly unknown[])[0];
  const name = String(at(library.OPS.setFont));
  const shapes = (at(library.OPS.showText) as readonly { readonly fontChar: string }[]).map(({ fontChar }) => {
    const { path: outline } = page.commonObjs.get(`${name}_path_${fontChar}`) as { readonly path: ArrayLike<number> };
    return packed(shapeOf(outline) ?? new Uint8Array());
  });
  await task.destroy();
  return shapes;
}

it('the table of figures is that of the fonts that come with the PDF library', async () => {
  const shapes: (readonly string[])[] = [];
  for (const font of FONTS) shapes.push(await drawn(font));
  expect(table).toEqual(Object.fromEntries([...FIGURES].map((figure, at) => [figure, shapes.map((own) => own[at])])));
});

it('no figure is taken for another, and one that claims to be another is told', () => {
  const figures = figuresFrom(table);
  for (const [figure, shapes] of figures)
    for (const shape of shapes) {
      expect(otherFigure(shape, figure, figures)).toBeUndefined();
      const told = [...FIGURES].filter((claimed) => otherFigure(shape, claimed, figures) === figure);
      expect(told.length).toBeGreaterThan(5);
    }
});

it('a page that draws 37 and reads 91 is told, and one that reads what it draws is not', async () => {
  const map = (three: string, seven: string): string =>
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ' +
    `2 beginbfchar <33> <00${three}> <37> <00${seven}> endbfchar 1 beginbfrange <20> <32> <0020> endbfrange ` +
    '1 beginbfrange <38> <7e> <0038> endbfrange endcmap end';
  const read = async (three: string, seven: string) => {
    const cmap = map(three, seven);
    const fonts = {
      3: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 9 0 R >>',
      9: `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
    };
    const pages = ['BT /F1 12 Tf 50 700 Td (Damages are limited to 37 yuan for each month.) Tj ET'];
    return importSource(plainPdf(pages, fonts), 'a.pdf');
  };
  const lie = await read('39', '31');
  expect(lie.lines.map(({ text }) => text)).toEqual(['Damages are limited to 91 yuan for each month.']);
  expect(lie.suspicions).toMatchObject([{ kind: 'drawn-differently', seen: 'ed to 37 yuan', read: 'ed to 91 yuan' }]);
  expect((await read('33', '37')).suspicions).toBeUndefined();
});
