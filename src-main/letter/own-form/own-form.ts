import { asWritten, say } from '../../agreement/sentence.ts';
import { type LetterTemplate, type LetterValues, type TemplateField, text } from '../template.ts';
import { writtenValue } from '../written.ts';
import { knownField, plainLabel } from './known-label.ts';

/** A place in a provider's file that waits for a value. */
export interface FormPlace {
  /** Finds the place again in the same bytes. */
  readonly id: string;
  /** As the file has it. */
  readonly label: string;
  readonly kind?: 'date' | 'long-text' | 'choice' | undefined;
  readonly options?: readonly string[] | undefined;
  /** Places with the same label are one field: a placeholder may stand in several sentences. */
  readonly shared?: boolean | undefined;
}

/** A place and the field that fills it. */
export interface BoundPlace extends FormPlace {
  readonly field: string;
}

export interface BoundForm {
  readonly fields: readonly TemplateField[];
  readonly places: readonly BoundPlace[];
}

/** A company's name and code are never left open on a form that asks for them; whether the rest is for us to fill, only a person knows. */
const REQUIRED = new Set(['companyName', 'creditCode']);

const ONE_OF_A_KIND = new Set(['companyName', 'creditCode', 'legalRepresentative', 'address', 'date']);

/** Gives each place a field: a known one, so that the company's particulars fill it and sets can be compared, or one of the form's own. */
export function bindPlaces(places: readonly FormPlace[]): BoundForm {
  const fields = new Map<string, TemplateField>();
  const byLabel = new Map<string, string>();
  const bound = places.map((place): BoundPlace => {
    const label = plainLabel(place.label) || place.label;
    const before = place.shared ? byLabel.get(label) : sameEverywhere(place, label, fields);
    if (before !== undefined) return { ...place, field: before };
    const field = fieldFor(place, label, fields);
    fields.set(field.key, field);
    byLabel.set(label, field.key);
    return { ...place, field: field.key };
  });
  return { fields: [...fields.values()], places: bound };
}

/** The field that an earlier place has bound, where both ask for what a company has only one of. */
function sameEverywhere(
  { kind }: FormPlace,
  label: string,
  taken: ReadonlyMap<string, TemplateField>,
): string | undefined {
  const key = kind === 'choice' ? undefined : knownField(label)?.key;
  return key !== undefined && ONE_OF_A_KIND.has(key) && taken.has(key) ? key : undefined;
}

function fieldFor(place: FormPlace, label: string, taken: ReadonlyMap<string, TemplateField>): TemplateField {
  const known = place.kind === 'choice' ? undefined : knownField(label);
  const same = [...taken.values()].filter(
    ({ label: other }) => say(other, 'zh').replace(/ \d+$/u, '') === label,
  ).length;
  const shown = same === 0 ? label : `${label} ${same + 1}`;
  if (known && !taken.has(known.key)) {
    return { ...known, label: asWritten(shown), required: REQUIRED.has(known.key) };
  }
  return {
    key: `field${taken.size + 1}`,
    label: asWritten(shown),
    kind: place.kind ?? known?.kind ?? 'text',
    required: false,
    ...(place.options ? { options: place.options } : {}),
  };
}

/** A provider's form as a template: its checks, its fingerprint and its place in a set are those of any letter. */
export function ownFormTemplate(id: string, title: string, fields: readonly TemplateField[]): LetterTemplate {
  return {
    id,
    name: asWritten(title),
    standing: 'as-published',
    fields,
    blocks: [
      { kind: 'title', text: [title] },
      ...fields.map(({ key }) => ({ kind: 'paragraph' as const, text: text(`{${key}}`), when: key })),
    ],
    rules: [],
  };
}

/** What is written at each place, by its id. Open places are left out. */
export function writtenAt({ fields, places }: BoundForm, values: LetterValues): ReadonlyMap<string, string> {
  const kinds = new Map(fields.map(({ key, kind }) => [key, kind]));
  return new Map(
    places.flatMap(({ id, field }) => {
      const value = values[field];
      if (typeof value !== 'string' || value.trim() === '') return [];
      return [[id, writtenValue(kinds.get(field) ?? 'text', value.trim())] as const];
    }),
  );
}
