import type { FormWords, OwnFormat } from '../../contract/letters.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { FORMATS } from '../../import/formats.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { type BoundForm, bindPlaces, ownFormTemplate, writtenAt } from '../../letter/own-form/own-form.ts';
import type { LetterTemplate, LetterValues } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { printFonts } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';

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

const DESK = 'letters';
const KIND = 'own-form';
const PREFIX = 'own-form:';
const MEDIA: Readonly<Record<OwnFormat, string>> = {
  pdf: FORMATS.pdf.mediaType,
  docx: FORMATS.docx.mediaType,
};

/** The provider's forms that were brought in. */
export const ownForms = (store: Store): readonly OwnForm[] =>
  store.papers.ofKind<Body>(DESK, KIND).map(({ id, body }) => ({ id: `${PREFIX}${id}`, ...body }));

/** The provider's form behind a template id, if it is one. */
export function ownFormOf(store: Store, templateId: string): OwnForm | undefined {
  if (!templateId.startsWith(PREFIX)) return undefined;
  const paper = store.papers.byId<Body>(templateId.slice(PREFIX.length));
  return paper?.kind === KIND ? { id: templateId, ...paper.body } : undefined;
}

/** As a template like any other. */
export function ownTemplate(store: Store, templateId: string): LetterTemplate | undefined {
  const own = ownFormOf(store, templateId);
  return own && ownFormTemplate(own.id, own.title, own.fields);
}

/** Brings in a provider's DOCX or PDF form; its template id. Nothing when the dialog was closed. */
export async function importForm(ports: Ports): Promise<string | undefined> {
  const { files, store, ledger } = ports;
  const [file] = await files.choose({
    title: { zh: '选择服务商的表单（.docx / .pdf）', en: 'Choose the provider’s form (.docx, .pdf)' },
    extensions: ['docx', 'pdf'],
  });
  if (!file) return undefined;
  const format: OwnFormat = /\.pdf$/iu.test(file.name) ? 'pdf' : 'docx';
  const bound = bindPlaces(await placesIn(format, file.bytes));
  const id = ports.newId();
  const at = ports.now().toISOString();
  const body: Body = {
    ...bound,
    title: file.name.replace(/\.(?:docx|pdf)$/iu, ''),
    format,
    file: file.name,
    sha256: sha256Hex(file.bytes),
  };
  store.transaction(() => {
    store.attachments.keep({ sha256: body.sha256, name: file.name, mediaType: MEDIA[format], bytes: file.bytes, at });
    store.papers.add({ id, desk: DESK, kind: KIND, state: 'kept', body, createdAt: at });
    ledger.append({
      at,
      kind: 'source-imported',
      subject: `form:${id}`,
      payload: { name: file.name, sha256: body.sha256, fields: bound.fields.length },
    });
  });
  ports.emit('changed', { features: ['letters', 'evidence'] });
  return `${PREFIX}${id}`;
}

/** Takes a form off the list while no letter was started from it; its file and its entry stay. */
export function removeForm(ports: Ports, templateId: string): void {
  const { store } = ports;
  if (!ownFormOf(store, templateId)) throw unknownThing({ zh: '这份表单', en: 'form' });
  if (store.papers.ofSubject(DESK, 'letter', templateId).length > 0) {
    throw new Refusal(
      'form-in-use',
      { zh: '已有文书用这份表单填写，不能移除。', en: 'A paper was filled in on this form; it cannot be removed.' },
      { zh: '请先移除用它填写的草稿。', en: 'Remove the drafts made with it first.' },
    );
  }
  store.papers.remove(templateId.slice(PREFIX.length));
  ports.emit('changed', { features: ['letters'] });
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
  if (!bytes) throw unknownThing({ zh: '表单原件', en: 'original of this form' });
  return bytes;
}

function noPlaces(): Refusal {
  return new Refusal(
    'form-without-fields',
    {
      zh: '这份 Word 文档里没有找到要填写的位置，没有存入。',
      en: 'No place to fill in was found in this Word document; it was not stored.',
    },
    {
      zh: '请在要填写处写上 {{公司名称}} 这样的占位符，或留出下划线，再导入。',
      en: 'Mark the places with {{Company name}} or with underscores, then import it again.',
    },
  );
}
