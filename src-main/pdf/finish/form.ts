import { type Sentence, sentence } from '../../agreement/sentence.ts';
import {
  PDFCheckBox,
  PDFDict,
  PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFString,
  PDFTextField,
} from 'pdf-lib';
import { Refusal } from '../../agreement/refusal.ts';
import { embedPrintFont, type PrintFonts } from '../typeset/font.ts';
import { assertPrintable } from '../typeset/font-coverage.ts';

/** A field of a PDF form: its full name, and what the reader is told it is for. */
export interface PdfFormField {
  readonly id: string;
  readonly label: string;
  readonly kind?: 'long-text' | 'choice' | undefined;
  readonly options?: readonly string[] | undefined;
}

/** What a ticked and an empty box are in the filled values, which are stored: never another word. */
const YES = '是';
const NO = '否';

const refuse = (code: string, why: Sentence, cause?: unknown): Refusal =>
  new Refusal(code, sentence('pdf.form.not-stored', { why }), sentence('pdf.form.next'), { cause });

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (cause) {
    throw refuse('form-unreadable', sentence('pdf.form.unreadable'), cause);
  }
}

/** The alternate name is what a viewer shows; without one, the last part of the technical name. */
function labelOf(field: PDFField): string {
  const told = field.acroField.dict.lookup(PDFName.of('TU'));
  if (told instanceof PDFString || told instanceof PDFHexString) {
    const label = told.decodeText().trim();
    if (label !== '') return label;
  }
  return field.getName().split('.').at(-1) ?? field.getName();
}

function asField(field: PDFField): readonly PdfFormField[] {
  const [id, label] = [field.getName(), labelOf(field)];
  if (field.isReadOnly()) return [];
  if (field instanceof PDFTextField) return [{ id, label, kind: field.isMultiline() ? 'long-text' : undefined }];
  if (field instanceof PDFCheckBox) return [{ id, label, kind: 'choice', options: [YES, NO] }];
  if (field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup)
    return [{ id, label, kind: 'choice', options: field.getOptions() }];
  return [];
}

const isSigned = (field: PDFField): boolean =>
  field.acroField.dict.lookup(PDFName.of('V')) instanceof PDFDict && field.constructor.name === 'PDFSignature';

/** The fields of a PDF form. @throws Refusal `form-unreadable`, `form-without-fields`, `form-signed`. */
export async function pdfFormFields(bytes: Uint8Array): Promise<readonly PdfFormField[]> {
  const fields = (await open(bytes)).getForm().getFields();
  if (fields.some(isSigned)) throw refuse('form-signed', sentence('pdf.form.signed'));
  const fillable = fields.flatMap(asField);
  if (fillable.length === 0) throw refuse('form-without-fields', sentence('pdf.form.without-fields'));
  return fillable;
}

function put(field: PDFField, value: string): void {
  if (field instanceof PDFTextField) {
    const longest = field.getMaxLength();
    if (longest !== undefined && [...value].length > longest) throw tooLong(labelOf(field), longest);
    field.setText(value);
  } else if (field instanceof PDFCheckBox) {
    if (value === YES) field.check();
    else field.uncheck();
  } else if (field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup)
    field.select(value);
}

/**
 * The same PDF with values in its fields (by full name), drawn with the print font so that every viewer shows the same. A mark stands
 * over the words of every page.
 */
export async function fillPdfForm(
  bytes: Uint8Array,
  values: ReadonlyMap<string, string>,
  fonts: PrintFonts,
  mark?: string,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  assertPrintable([...values.values()].join(''), fonts);
  const document = await open(bytes);
  const form = document.getForm();
  form.deleteXFA();
  const font = await embedPrintFont(document, fonts.regular);
  for (const field of form.getFields()) {
    const value = values.get(field.getName());
    if (value === undefined) continue;
    put(field, value);
    if (field instanceof PDFTextField || field instanceof PDFDropdown || field instanceof PDFOptionList)
      field.updateAppearances(font);
  }
  if (mark !== undefined)
    for (const page of document.getPages()) page.drawText(mark, { font, size: 8, x: 20, y: page.getHeight() - 14 });
  return {
    bytes: await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
    pages: document.getPageCount(),
  };
}

function tooLong(label: string, longest: number): Refusal {
  return new Refusal(
    'form-value-too-long',
    sentence('pdf.form.form-value-too-long', { label, longest }),
    sentence('pdf.form.form-value-too-long.next'),
  );
}
