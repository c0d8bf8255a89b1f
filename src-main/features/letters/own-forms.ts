import { z } from 'zod';
import { say, sentence } from '../../agreement/sentence.ts';
import type { FormWords, OwnFormat } from '../../contract/letters.ts';
import type { UndoToken } from '../../contract/undo.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { FIELD_KINDS, PROFILE_SOURCES, type LetterTemplate, type LetterValues } from '../../letter/template.ts';
import { type BoundForm, bindPlaces, ownFormTemplate, writtenAt } from '../../letter/own-form/own-form.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { DEMO, isDemo, printFonts } from '../../kernel/paper-pdf.ts';
import { preferences } from '../../kernel/preferences.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { Ports } from '../../kernel/ports.ts';
import { frozenWords, hash } from '../../kernel/papers/members.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { record } from '../../kernel/record.ts';
import { PAPERS, TEMPLATES } from '../../kernel/stored-names.ts';

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

const field = z.strictObject({
  key: z.string(),
  label: frozenWords,
  kind: z.enum(FIELD_KINDS),
  required: z.boolean(),
  from: z.enum(PROFILE_SOURCES).exactOptional(),
  preset: z.string().exactOptional(),
  options: z.array(z.string()).exactOptional(),
  asGiven: z.literal(true).exactOptional(),
});

const place = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['date', 'long-text', 'choice']).exactOptional(),
  options: z.array(z.string()).exactOptional(),
  shared: z.boolean().exactOptional(),
  field: z.string(),
});

export const OWN_FORM: PaperKind<Body, 'kept'> = {
  name: PAPERS.letters.ownForm,
  noun: sentence('letters.own-forms.noun'),
  feature: 'letters',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      fields: z.array(field),
      places: z.array(place),
      title: z.string(),
      format: z.enum(['pdf', 'docx']),
      file: z.string(),
      sha256: hash,
    }),
  ),
  called: ({ body }) => body.file,
  removal: {
    what: 'form',
    entries: { removed: 'form-removed', restored: 'form-restored' },
    entry: ({ id, body }) => ({ subject: `form:${id}`, payload: { name: body.file, sha256: body.sha256 } }),
    changed: ['letters'],
  },
};

const forms = (store: Store): Repository<Body, 'kept'> => repository(store, OWN_FORM);

/** The provider's forms that were brought in. */
export const ownForms = (store: Store): readonly (OwnForm & { readonly at: string })[] =>
  forms(store)
    .list()
    .map(({ id, body, createdAt }) => ({ id: `${PREFIX}${id}`, at: createdAt, ...body }));

/** The provider's form behind a template id, if it is one. */
export function ownFormOf(store: Store, templateId: string): OwnForm | undefined {
  if (!templateId.startsWith(PREFIX)) return undefined;
  const paper = forms(store).get(templateId.slice(PREFIX.length));
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
      kind: 'form-imported',
      subject: `form:${id}`,
      payload: { name: file.name, sha256: body.sha256, fields: bound.fields.length },
    },
    files: [kept],
    write: () => forms(store).put({ id, state: 'kept', body }, at),
    changed: ['letters'],
  });
  return `${PREFIX}${id}`;
}

/** Takes a form off the list while no letter was started from it; its file and its entry stay. */
export function removeForm(ports: Ports, templateId: string): UndoToken {
  const { store } = ports;
  const paper = templateId.startsWith(PREFIX) ? forms(store).get(templateId.slice(PREFIX.length)) : undefined;
  if (!paper) throw unknownThing(sentence('letters.own-forms.remove-form'));
  if (letterPapers(store).list({ about: templateId }).length > 0) {
    throw new Refusal(
      'form-in-use',
      sentence('letters.own-forms.form-in-use'),
      sentence('letters.own-forms.form-in-use.next'),
    );
  }
  return removePaper(ports, OWN_FORM, paper);
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
  ports: Pick<Ports, 'store' | 'files' | 'ledger'>,
  form: OwnForm,
  values: LetterValues,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const original = originalOf(ports.store, form);
  const written = writtenAt(form, values);
  const mark = isDemo(ports) ? say(DEMO, preferences(ports.store).language) : undefined;
  if (form.format === 'pdf') {
    const { fillPdfForm } = await import('../../pdf/finish/form.ts');
    return fillPdfForm(original, written, await printFonts(ports.files), mark);
  }
  const { fillDocx } = await import('../../letter/own-form/docx.ts');
  return { bytes: fillDocx(original, written, mark), pages: 0 };
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
