import { PDFDocument, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { renumberNodes } from '../../../../src-main/pdf/finish/node-ids.ts';

/** A document with two elements of a structure and the list that finds them, counted on from a print before. */
async function printed(from: number): Promise<string> {
  const document = await PDFDocument.create();
  const { context } = document;
  const name = (index: number) => PDFString.of(`node${String(from + index).padStart(8, '0')}`);
  context.register(context.obj({ ID: name(5), Title: PDFString.of('node of words') }));
  context.register(context.obj({ ID: name(2), A: { Headers: [name(5)] } }));
  context.register(context.obj({ Names: [name(2), name(5)] }));
  renumberNodes(document);
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object))
    .join('\n');
}

test('the same paper has the same names of its elements at each print, in their order', async () => {
  const first = await printed(0);
  expect(await printed(28_559)).toBe(first);
  expect(first).toContain('(node00000001) (node00000002)');
  expect(first.match(/node00000002/gu)).toHaveLength(3);
  // Words that only begin so stay.
  expect(first).toContain('(node of words)');
});
