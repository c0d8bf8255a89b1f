import { concatTransformationMatrix, degrees, PDFName, PDFString, rgb } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { asksWhether } from '../../../src-main/agreement/coverage.ts';
import { readBeside } from '../../../src-main/import/pdf/beside.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { buildPdf, type Pen, type Sheet } from './build-pdf.ts';
import { plainPdf } from './plain-pdf.ts';

interface Expected {
  /** Lines after the first two, as a person sees them. */
  readonly seen: string;
  readonly told?: readonly string[];
  readonly asked?: readonly string[];
}

const FIRST = 'Example Service Agreement';
const SECOND = '1. The parties observe this agreement in good faith.';
const LINES = `BT /F1 12 Tf 50 780 Td (${FIRST}) Tj 0 -20 Td (${SECOND}) Tj ET`;
/** A line whose middle is drawn in a way of its own. */
const mixed = (before: string, after: string): string =>
  `BT /F1 12 Tf 50 700 Td (The Provider is ) Tj ${before} (not ) Tj ${after} (liable for damages.) Tj ET`;
const line = 'BT /F1 12 Tf 50 700 Td (The Provider is not liable.) Tj ET';
const SEEN = 'The Provider is liable for damages.';
const WHOLE = 'The Provider is not liable.';
/** A line through the middle of the third last word. */
const RULE = '1 w 134 703.6 m 153 703.6 l S';
/** A path of more corners than any page of words has, around where the words stand. */
const MANY = `40 690 m 500 690 l 500 720 l ${'300 719 l 301 720 l '.repeat(10_100)}40 720 l h`;

/** Pages by their own operators. Kept as expectation is what PDF 32000-1 says is drawn. */
const CASES: readonly (readonly [name: string, drawn: string, expected: Expected])[] = [
  ['without ink', mixed('3 Tr', '0 Tr'), { seen: SEEN, told: ['hidden-text'] }],
  ['for clipping only', mixed('7 Tr', '0 Tr'), { seen: SEEN, told: ['hidden-text'] }],
  ['white', mixed('1 g', '0 g'), { seen: SEEN, told: ['hidden-text'] }],
  ['nearly white', mixed('.98 .98 1 rg', '0 g'), { seen: SEEN, told: ['hidden-text'] }],
  ['white in outline only', mixed('1 G 1 Tr', '0 Tr'), { seen: SEEN, told: ['hidden-text'] }],
  ['white on a dark field', `0 g 40 690 400 30 re f 1 g ${line}`, { seen: 'The Provider is not liable.' }],
  [
    'black on a dark field',
    `0 g 133 690 400 30 re f ${mixed('', '')}`,
    { seen: 'The Provider is', told: ['hidden-text'] },
  ],
  [
    'white on a round field',
    `0 g 40 690 m 440 690 450 690 450 720 c 40 720 l f 1 g ${line}`,
    { seen: 'The Provider is not liable.' },
  ],
  ['seen through', mixed('/Clear gs', '/Full gs'), { seen: SEEN, told: ['hidden-text'] }],
  ['tiny', mixed('/F1 .5 Tf', '/F1 12 Tf'), { seen: SEEN, told: ['hidden-text'] }],
  [
    'off the page',
    `${line} BT /F1 12 Tf 900 700 Td (not) Tj ET`,
    { seen: 'The Provider is not liable.', told: ['hidden-text'] },
  ],
  [
    'outside the crop box',
    `${line} BT /F1 12 Tf 50 830 Td (not) Tj ET`,
    { seen: 'The Provider is not liable.', told: ['hidden-text'] },
  ],
  ['clipped', `q 0 0 10 10 re W n ${line} Q`, { seen: '', told: ['hidden-text'] }],
  ['clipped to what is seen', `q 40 680 500 40 re W n ${line} Q`, { seen: 'The Provider is not liable.' }],
  ['covered', `${line} 1 g 132 690 19 20 re f`, { seen: 'The Provider is liable.', told: ['hidden-text'] }],
  ['marked', `${line} /Mark gs 1 1 0 rg 40 690 400 20 re f`, { seen: 'The Provider is not liable.' }],
  ['framed', `${line} 0 g 30 680 500 40 re 32 682 496 36 re f*`, { seen: 'The Provider is not liable.' }],
  ['struck', `${line} 0 G 1 w 134 703.6 m 153 703.6 l S`, { seen: 'The Provider is liable.', told: ['struck'] }],
  ['struck by a filled line', `${line} 0 g 134 703 19 1 re f`, { seen: 'The Provider is liable.', told: ['struck'] }],
  ['struck by a line in white', `${line} 1 G ${RULE}`, { seen: WHOLE }],
  ['struck by a line that is seen through', `${line} /Unruled gs ${RULE}`, { seen: WHOLE }],
  ['struck by a line out of the clip', `${line} q 0 0 10 10 re W n ${RULE} Q`, { seen: WHOLE }],
  ['struck before a field is laid over the line', `${RULE} 1 g 130 690 30 20 re f 0 g ${line}`, { seen: WHOLE }],
  ['underlined in white and written on', `1 G 1 w 200 698 m 300 698 l S ${line}`, { seen: WHOLE }],
  [
    'painted over with a wide line',
    `${line} 1 G 20 w 132 703 m 151 703 l S`,
    { seen: 'The Provider is liable.', told: ['hidden-text'] },
  ],
  ['beside a triangle', `${line} 1 g 0 600 m 590 600 l 590 800 l 0 600 l f`, { seen: WHOLE }],
  [
    'in a hole that fields far apart in their path leave',
    `${line} 1 g 132 690 19 20 re 300 600 9 9 re 132 690 19 20 re f*`,
    { seen: WHOLE },
  ],
  [
    'covered twice by one path',
    `${line} 1 g 132 690 19 20 re 132 690 19 20 re f`,
    { seen: 'The Provider is liable.', told: ['hidden-text'] },
  ],
  [
    'covered by a round field',
    `${line} 1 g 130 690 m 130 750 155 750 155 690 c f`,
    { seen: 'The Provider is liable.', told: ['hidden-text'] },
  ],
  [
    'within a frame that is filled',
    `${line} q 30 680 500 40 re 32 682 496 36 re W* n 1 g 0 0 595 842 re f Q`,
    { seen: WHOLE },
  ],
  ['by a field with more corners than are compared', `${line} 1 g ${MANY} f`, { seen: WHOLE, told: ['covered-text'] }],
  ['by a clip with more corners than are compared', `q ${MANY} W n ${line} Q`, { seen: WHOLE, told: ['covered-text'] }],
  ['clipped to an arch', `q 40 690 m 40 800 300 800 300 690 c h W n ${line} Q`, { seen: WHOLE }],
  [
    'clipped to two corners of the page',
    `q 0 0 10 10 re 580 800 10 10 re W n ${line} Q`,
    { seen: '', told: ['hidden-text'] },
  ],
  ['underlined', `${line} 0 G 1 w 134 698 m 153 698 l S`, { seen: 'The Provider is not liable.' }],
  ['on a layer that is off', `/OC /Off BDC ${line} EMC`, { seen: '', told: ['hidden-text'] }],
  ['on a layer that is on', `/OC /On BDC ${line} EMC`, { seen: 'The Provider is not liable.' }],
  [
    'with other words for it',
    `/Span << /ActualText (The Provider is liable.) >> BDC ${line} EMC`,
    { seen: 'The Provider is not liable.' },
  ],
  ['picture beside words', 'q 400 0 0 100 50 500 cm /Im Do Q', { seen: '', asked: ['pictures (1)'] }],
  ['small picture', 'q 20 0 0 20 50 500 cm /Im Do Q', { seen: '' }],
  [
    'picture in strips',
    'q 400 0 0 20 50 500 cm /Im Do Q q 400 0 0 20 50 480 cm /Im Do Q',
    { seen: '', asked: ['pictures (1)'] },
  ],
  ['picture on a layer that is off', '/OC /Off BDC q 400 0 0 100 50 500 cm /Im Do Q EMC', { seen: '' }],
  [
    'picture over words',
    `${line} q 400 0 0 100 50 650 cm /Im Do Q`,
    { seen: 'The Provider is not liable.', told: ['covered-text'], asked: ['pictures (1)'] },
  ],
  [
    'picture over words that stand on a picture',
    `q 500 0 0 60 40 680 cm /Im Do Q ${line} q 100 0 0 30 120 690 cm /Im Do Q`,
    { seen: WHOLE, told: ['covered-text'], asked: ['pictures (2)'] },
  ],
  [
    'the same picture under words and over them',
    `q 400 0 0 100 50 650 cm /Im Do Q ${line} q 400 0 0 100 50 650 cm /Im Do Q`,
    { seen: WHOLE, told: ['covered-text'], asked: ['pictures (2)'] },
  ],
  [
    'white at an angle',
    'BT 1 g .7 .7 -.7 .7 200 300 Tm /F1 12 Tf (The Provider is not liable.) Tj ET',
    { seen: '', told: ['hidden-text'] },
  ],
  [
    'without ink at an angle',
    'BT 3 Tr .7 .7 -.7 .7 200 300 Tm /F1 12 Tf (The Provider is not liable.) Tj ET',
    { seen: '', told: ['hidden-text'] },
  ],
  [
    'sentence at an angle',
    'BT .7 .7 -.7 .7 200 300 Tm /F1 12 Tf (The Provider is not liable.) Tj ET',
    { seen: '', asked: ['tilted text'] },
  ],
  ['stamp at an angle', 'BT .7 .7 -.7 .7 200 300 Tm /F1 40 Tf (DRAFT) Tj ET', { seen: '' }],
  ['letters as shapes', '10 300 m 12 300 14 310 10 310 c f '.repeat(80), { seen: '', asked: ['drawn shapes (1)'] }],
];

const textOf = (lines: readonly { readonly text: string }[], from: number): string =>
  lines
    .slice(from)
    .map(({ text }) => text)
    .join('|');

describe('what is drawn', () => {
  it.each(CASES)('%s', async (_, drawn, { seen, told = [], asked = [] }) => {
    const { lines, suspicions = [], coverage = [] } = await importSource(plainPdf([`${LINES} ${drawn}`]), 'a.pdf');
    expect(textOf(lines, 2)).toBe(seen);
    expect(suspicions.map(({ kind }) => kind)).toEqual(told);
    expect(coverage.filter(asksWhether).map(({ part }) => part)).toEqual(asked);
  });

  it('pages that are pictures are asked about one by one, however large the pictures are', async () => {
    const scan = 'q 595 0 0 842 0 0 cm /Im Do Q';
    const { coverage = [], notes } = await importSource(plainPdf([LINES, scan, scan]), 'a.pdf');
    expect(coverage.filter(asksWhether)).toMatchObject([
      { page: 2, state: 'picture-unread' },
      { page: 3, state: 'picture-unread' },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['image-pages']);
  });

  it('words recognised in a picture are read, and told for what they are', async () => {
    const page = `q 595 0 0 842 0 0 cm /Im Do Q 3 Tr ${LINES}`;
    const { lines, coverage, suspicions = [] } = await importSource(plainPdf([page]), 'a.pdf');
    expect(lines.map(({ text }) => text)).toEqual([FIRST, SECOND]);
    expect(coverage).toMatchObject([{ page: 1, state: 'ocr' }]);
    expect(suspicions.map(({ kind }) => kind)).toEqual(['drawn-differently']);
  });
});

describe('what a file holds beside its pages', () => {
  const asked = async (draw: (pen: Pen, sheet: Sheet) => void | Promise<void>): Promise<readonly string[]> => {
    const bytes = await buildPdf(async (pen) => {
      const sheet = pen.page();
      sheet.write('第一条 双方应当遵守本协议，诚实守信地履行各自的义务。', 80, 100);
      await draw(pen, sheet);
    });
    const { coverage = [], suspicions = [] } = await importSource(bytes, 'a.pdf');
    return [...suspicions.map(({ kind }) => kind), ...coverage.filter(asksWhether).map(({ part }) => part)];
  };

  it('attached files are asked about by name', async () => {
    expect(await asked(({ document }) => document.attach(Buffer.from('x'), 'annex.txt'))).toEqual(['attachment 1']);
  });

  it('pages beyond the most that are read are asked about', async () => {
    const document = { numPages: 3010, getAttachments: async () => undefined, getMetadata: async () => ({ info: {} }) };
    const { parts } = await readBeside(document as unknown as Parameters<typeof readBeside>[0]);
    expect(parts.filter(asksWhether)).toMatchObject([
      { state: 'unread', why: { params: { first: 3001, last: 3010 } } },
    ]);
  });

  it('the value of a field that is drawn is read, one that is not is told', async () => {
    const withField =
      (lies: boolean) =>
      ({ document, latin }: Pen, { page }: Sheet): void => {
        const field = document.getForm().createTextField('days');
        field.setText('30');
        field.addToPage(page, { x: 80, y: 600, width: 100, height: 20, font: latin, textColor: rgb(0, 0, 0) });
        document.getForm().updateFieldAppearances(latin);
        if (lies) field.acroField.dict.set(PDFName.of('V'), PDFString.of('90'));
      };
    expect(await asked(withField(false))).toEqual([]);
    expect(await asked(withField(true))).toEqual(['drawn-differently']);
  });

  describe('a field drawn as it should be is not told', () => {
    const drawnAs =
      (shown: string, value: string, prepare: (pen: Pen, sheet: Sheet) => void = () => undefined) =>
      (pen: Pen, sheet: Sheet): void => {
        const { document, latin } = pen;
        prepare(pen, sheet);
        const field = document.getForm().createTextField('term');
        field.setText(shown);
        field.addToPage(sheet.page, { x: 80, y: 600, width: 100, height: 20, font: latin, textColor: rgb(0, 0, 0) });
        document.getForm().updateFieldAppearances(latin);
        field.acroField.dict.set(PDFName.of('V'), PDFString.of(value));
      };

    it('as the word its choice stands for', async () => {
      const choice =
        (value: string) =>
        ({ document, latin }: Pen, { page }: Sheet): void => {
          const field = document.getForm().createDropdown('term');
          field.setOptions(['One year', 'Two years']);
          field.select('One year');
          field.addToPage(page, { x: 80, y: 600, width: 100, height: 20, font: latin, textColor: rgb(0, 0, 0) });
          document.getForm().updateFieldAppearances(latin);
          const options = [
            ['1', 'One year'],
            ['2', 'Two years'],
          ].map((pair) => pair.map((text) => PDFString.of(text)));
          field.acroField.dict.set(PDFName.of('Opt'), document.context.obj(options));
          field.acroField.dict.set(PDFName.of('V'), PDFString.of(value));
        };
      expect(await asked(choice('1'))).toEqual([]);
      expect(await asked(choice('2'))).toEqual(['drawn-differently']);
    });

    it('as the same number in another way of writing it', async () => {
      expect(await asked(drawnAs('1,000.00', '1000'))).toEqual([]);
      expect(await asked(drawnAs('\u00a51,000.00', '1000'))).toEqual([]);
      expect(await asked(drawnAs('10.00%', '0.1'))).toEqual([]);
      expect(await asked(drawnAs('1.000,00', '1000'))).toEqual([]);
      expect(await asked(drawnAs('1,000.00', '100'))).toEqual(['drawn-differently']);
    });

    it('on a page that is turned', async () => {
      const turn = (_: Pen, { page }: Sheet): void => page.setRotation(degrees(90));
      expect(await asked(drawnAs('30', '30', turn))).toEqual([]);
      expect(await asked(drawnAs('30', '90', turn))).toEqual(['drawn-differently']);
    });

    it('after a page that leaves its coordinates upside down', async () => {
      const flip = (_: Pen, { page }: Sheet): void =>
        page.pushOperators(concatTransformationMatrix(1, 0, 0, -1, 0, 842));
      expect(await asked(drawnAs('30', '30', flip))).toEqual([]);
      expect(await asked(drawnAs('30', '90', flip))).toEqual(['drawn-differently']);
    });
  });
});
