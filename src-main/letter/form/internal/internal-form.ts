import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { CaseKind } from '../../case.ts';
import { FIELDS, titled } from '../../fields.ts';
import type { LetterTemplate, TemplateBlock, TemplateField } from '../../template.ts';

/** With whom the agreement is. */
export const OTHER_PARTY: TemplateField = {
  ...FIELDS.addressee,
  label: sentence('letter.seal-approval.field.other-party'),
};

/** Whose wish it is. */
export const DEPARTMENT: TemplateField = {
  key: 'department',
  label: sentence('letter.seal-approval.field.department'),
  kind: 'text',
  required: true,
};

/** The columns by which a row belongs to a clause, and to a person. */
export const CLAUSE_COLUMN: TemplateField = {
  key: 'clause',
  label: sentence('letter.performance-record.column.clause'),
  kind: 'clause',
  required: false,
};
export const OWNER_COLUMN: TemplateField = {
  key: 'owner',
  label: sentence('letter.performance-record.column.owner'),
  kind: 'text',
  required: false,
};

/** What is special about a form that stays in the company. */
interface InternalForm {
  readonly id: string;
  readonly about?: CaseKind;
  readonly name: Sentence;
  /** Its own fields: the company before them, who handles it and the day behind them are asked by every such form. */
  readonly fields: readonly TemplateField[];
  /** Keys of what stands in its head, in order; what need not be filled in is left out where it is not. */
  readonly head?: readonly string[];
  readonly title: string;
  readonly body: readonly TemplateBlock[];
  readonly titleEnglish: string;
  readonly english: readonly TemplateBlock[];
}

/** A form that stays in the company: whose it is, who handles it, of which day, and what follows. */
export function internalForm(form: InternalForm): LetterTemplate {
  const { head: heads = [] } = form;
  // Who handles it is asked of nobody where the paper does not name them.
  const handler = { ...FIELDS.handler, required: heads.includes(FIELDS.handler.key) };
  const fields = [FIELDS.companyName, ...form.fields, handler, FIELDS.date];
  const head = heads.map((key): TemplateBlock => {
    const needed = fields.some((field) => field.key === key && field.required);
    return { kind: 'field', field: key, ...(needed ? {} : { when: key }) };
  });
  return {
    id: form.id,
    ...(form.about === undefined ? {} : { about: form.about }),
    internal: true,
    name: form.name,
    standing: 'own-draft',
    fields,
    blocks: [titled(form.title), ...head, ...form.body],
    english: [titled(form.titleEnglish), ...head, ...form.english],
    rules: [],
  };
}
