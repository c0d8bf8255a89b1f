import { sentence } from '../../agreement/sentence.ts';
import type { FormWords, OwnFormat } from '../../contract/letters.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type BoundForm, bindPlaces, ownFormTemplate, writtenAt } from '../../letter/own-form/own-form.ts';
import type { LetterTemplate, LetterValues } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { printFonts } from '../../kernel/paper-pdf.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { paperById, PAPERS, papersAbout, papersOf, TEMPLATES } from '../../kernel/stored-names.ts';

/** A provider's own file as it is kept: the bytes whole among the attachments, its places bound to fields. */
interface Body extends BoundForm {
  readonly title: string;
  readonly format: OwnFormat;
  readonly file: string;
  readonly sha256: string;
}

export interface OwnForm extends Body {
  /** Template id. */
  readonly id: string;
}

const PREFIX = TEMPLATES.ownForm;

/** The provider's forms that were brought in. */
export const ownForms = (store: Store): readonly OwnForm[] =>
  papersOf<Body>(store, PAPERS.letters.ownForm).map(({ id, body }) => ({ id: `${PREFIX}${id}`, ...body }));

/** The provider's form behind a template id, if it is one. */
export function ownFormOf(store: Store, templateId: string): OwnForm | undefined {
  if (!templateId.startsWith(PREFIX)) return undefined;
  const paper = paperById<Body>(store, PAPERS.letters.ownForm, templateId.slice(PREFIX.length));
  return paper ? { id: templateId, ...paper.body } : undefined;
}

/** As a template like any other. */
export function ownTemplate(store: Store, templateId: string): LetterTemplate | undefined {
  const own = ownFormOf(store, templateId);
  return own && ownFormTemplate(own.id, own.title, own.fields);
}

/** Brings in a provider's DOCX or PDF form; its template id. Nothing when the dialog was closed. */
export async function importForm(ports: Ports): Promise<string | undefined> {
  const { files, store } = ports;
  const [file] = await files.choose({
    title: sentence('letters.own-forms.import-form.title'),
    extensions: ['docx', 'pdf'],
  });
  if (!file) return undefined;
  const kept = toKeep(file);
  const format: OwnFormat = /\.pdf$/iu.test(file.name) ? 'pdf' : 'docx';
  const bound = bindPlaces(await placesIn(format, file.bytes));
  const id = ports.newId();
  const at = ports.now().toISOString();
  const body: Body = {
    ...bound,
    title: file.name.replace(/\.(?:docx|pdf)$/iu, ''),
    format,
    file: file.name,
    sha256: kept.sha256,
  };
  record(ports, {
    entry: {
      at,
      kind: 'source-imported',
      subject: `form:${id}`,
      payload: { name: file.name, sha256: body.sha256, fields: bound.fields.length },
    },
    files: [kept],
    write: () => store.papers.add({ ...PAPERS.letters.ownForm, id, state: 'kept', body, createdAt: at }),
    changed: ['letters'],
  });
  return `${PREFIX}${id}`;
}

/** Takes a form off the list while no letter was started from it; its file and its entry stay. */
export function removeForm(ports: Ports, templateId: string): void {
  const { store } = ports;
  if (!ownFormOf(store, templateId)) throw unknownThing(sentence('letters.own-forms.remove-form'));
  if (papersAbout(store, PAPERS.letters.letter, templateId).length > 0) {
    throw new Refusal(
      'form-in-use',
      sentence('letters.own-forms.form-in-use'),
      sentence('letters.own-forms.form-in-use.next'),
    );
  }
  store.papers.remove(templateId.slice(PREFIX.length));
  tellChanged(ports, ['letters']);
}

async function placesIn(format: OwnFormat, bytes: Uint8Array) {
  if (format === 'pdf') {
    const { pdfFormFields } = await import('../../pdf/finish/form.ts');
    return pdfFormFields(bytes);
  }
  const { docxPlaces } = await import('../../letter/own-form/docx.ts');
  const places = docxPlaces(bytes);
  if (places.length === 0) throw noPlaces();
  return places;
}

/** The provider's own file with the values in it. `pages` is 0 for a Word file: only Word lays it out. */
export async function fillOwnForm(
  ports: Pick<Ports, 'store' | 'files'>,
  form: OwnForm,
  values: LetterValues,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const original = originalOf(ports.store, form);
  const written = writtenAt(form, values);
  if (form.format === 'pdf') {
    const { fillPdfForm } = await import('../../pdf/finish/form.ts');
    return fillPdfForm(original, written, await printFonts(ports.files));
  }
  const { fillDocx } = await import('../../letter/own-form/docx.ts');
  return { bytes: fillDocx(original, written), pages: 0 };
}

/** The words of a Word form with the values in place, to be looked at. */
export async function formWords(
  store: Store,
  form: OwnForm,
  values: LetterValues,
): Promise<readonly (readonly FormWords[])[]> {
  const { docxWords } = await import('../../letter/own-form/docx.ts');
  const fields = new Map(form.places.map(({ id, field }) => [id, field]));
  return docxWords(originalOf(store, form), writtenAt(form, values)).map((paragraph) =>
    paragraph.map(({ text, place }) => {
      const field = place === undefined ? undefined : fields.get(place);
      return field === undefined ? { text } : { text, field };
    }),
  );
}

function originalOf(store: Store, form: OwnForm): Uint8Array {
  const bytes = store.attachments.bytes(form.sha256);
  if (!bytes) throw unknownThing(sentence('letters.own-forms.original-of'));
  return bytes;
}

function noPlaces(): Refusal {
  return new Refusal(
    'form-without-fields',
    sentence('letters.own-forms.form-without-fields'),
    sentence('letters.own-forms.form-without-fields.next', { chinese: '{{公司名称}}', english: '{{Company name}}' }),
  );
}
