import type { Sentence } from '../agreement/sentence.ts';
import type { CaseKind } from './case.ts';

/** A letter is a template filled with values. Templates are plain values: blocks, and the fields that stand in them. */

export const FIELD_KINDS = [
  'text',
  'long-text',
  'choice',
  'credit-code',
  'tax-number',
  'bank-account',
  'identity',
  'identity-tail',
  'phone',
  'email',
  'date',
  'month',
  'amount',
  'currency',
  'percent',
  'clause',
  'rows',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Where a value comes from when a company profile is at hand. */
export const PROFILE_SOURCES = [
  'company.name',
  'company.creditCode',
  'company.address',
  'company.legalRepresentative',
  'company.phone',
  'company.bank.name',
  'company.bank.account',
  'signatory.name',
  'signatory.position',
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.address',
  'today',
] as const;
export type ProfileSource = (typeof PROFILE_SOURCES)[number];

export interface TemplateField {
  /** camelCase; the same key means the same thing on every template. */
  readonly key: string;
  readonly label: Sentence;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly from?: ProfileSource | undefined;
  /** What the field holds unless something else is filled in. */
  readonly preset?: string | undefined;
  /** The same in an English letter, where words are preset. */
  readonly presetEnglish?: string | undefined;
  /** What was once preset, in Chinese and English: it goes over to the other language as what is preset now does. */
  readonly formerPresets?: readonly (readonly [chinese: string, english: string])[] | undefined;
  /** What is preset is a fact that the template itself knows, such as the text it belongs to: it is read, not typed. */
  readonly fixed?: true | undefined;
  /** Values of a `choice`, in Chinese whatever the letter's language is. */
  readonly options?: readonly string[] | undefined;
  /** What an English letter says for each of them. */
  readonly english?: readonly string[] | undefined;
  /** Values that were once offered, in Chinese and English: a letter that has one keeps it, and none is begun with it. */
  readonly former?: readonly (readonly [chinese: string, english: string])[] | undefined;
  /** A name or quoted words: they stay in the language that they have. */
  readonly asGiven?: true | undefined;
  /** Stays in the records: on no paper, and in no file that goes with one. */
  readonly unprinted?: true | undefined;
  /** Columns of `rows`. */
  readonly columns?: readonly TemplateField[] | undefined;
}

/**
 * Literal words, published words that the source has bold or underlined, or the value of a field: `capitals` writes an amount as
 * 人民币大写, `money` with what it is in, yuan in capitals as well (`money.ts`), `initial` begins a sentence with it.
 */
export type Piece =
  | string
  | { readonly words: string; readonly strong: boolean; readonly underline: boolean }
  | {
      readonly field: string;
      readonly as?: 'capitals' | 'initial' | 'money';
      /** Words before and after it that are left out with it where it has no value. */
      readonly within?: readonly [before: string, after: string];
    };

export type Text = readonly Piece[];

export type TemplateBlock =
  | { readonly kind: 'title'; readonly text: Text; readonly subtitle?: Text }
  | { readonly kind: 'notice'; readonly text: Text }
  | { readonly kind: 'addressee'; readonly text: Text }
  /** Left out where `when` names a field without a value, or `unless` one with a value. */
  | {
      readonly kind: 'paragraph';
      readonly text: Text;
      readonly when?: string;
      readonly unless?: string | readonly string[];
      /** Left out unless the field holds one of these. */
      readonly where?: { readonly field: string; readonly is: readonly string[] };
      /** Left out unless the day that a field gives is within those of two others; the first of them need not be known. */
      readonly within?: { readonly day: string; readonly first: string; readonly last: string };
      readonly flat?: boolean;
    }
  | { readonly kind: 'item'; readonly number: string; readonly text: Text; readonly depth?: number }
  /** One numbered item for each row of a `rows` field; pieces name its columns. `more` follows where its column holds something. */
  | {
      readonly kind: 'items-of';
      readonly rows: string;
      readonly text: Text;
      readonly more?: { readonly when: string; readonly text: Text };
    }
  | {
      readonly kind: 'table';
      /** A fixed table, or one row for each row of a `rows` field. */
      readonly rows: string | readonly (readonly string[])[];
      readonly header?: readonly string[];
      readonly widths?: readonly number[];
      /** Left out where the field has no value. */
      readonly when?: string;
      /** Columns that no row has anything in are left out, where they need not be filled in. */
      readonly sparse?: true;
      /** Numbers the rows in a first column. */
      readonly numbered?: boolean;
      /** Last row: words, and the columns that are added up. */
      readonly total?: { readonly label: string; readonly columns: readonly string[] };
    }
  | { readonly kind: 'field'; readonly field: string; readonly when?: string; readonly as?: 'capitals' }
  | { readonly kind: 'closing'; readonly text: Text }
  | {
      readonly kind: 'signature';
      readonly label: string;
      readonly name: Text;
      /** Below the name, where the label does not say that a seal goes here: `(company seal)`. */
      readonly mark?: string;
      /** The field with the day; none: it is dated by hand. */
      readonly date?: string;
      /** Of the other party: no seal of ours goes here. */
      readonly theirs?: true;
      /** The line for a hand-written signature; `name`: the field with who signs. */
      readonly signatory?: { readonly label: string; readonly name?: string };
    }
  /** `rows`: one for each row of a `rows` field; pieces name its columns. */
  | { readonly kind: 'note'; readonly text: Text; readonly when?: string; readonly rows?: string }
  /** What follows is annexed: it begins on a page of its own. */
  | { readonly kind: 'page-break' };

/** A condition across fields. */
export type TemplateRule =
  /** The column of all rows adds up to the field. */
  | { readonly rule: 'sum'; readonly rows: string; readonly column: string; readonly total: string }
  /** No two rows have the same value in this column. */
  | { readonly rule: 'unique'; readonly rows: string; readonly column: string }
  /** In every row: first − second = difference. */
  | {
      readonly rule: 'difference';
      readonly rows: string;
      readonly first: string;
      readonly second: string;
      readonly difference: string;
    }
  /** The second date is not before the first. */
  | { readonly rule: 'order'; readonly first: string; readonly second: string }
  /** At least one of the two fields holds something. */
  | { readonly rule: 'either'; readonly first: string; readonly second: string }
  /** Each of the two fields needs the other. */
  | { readonly rule: 'together'; readonly first: string; readonly second: string }
  /** A field goes with this choice and with no other; another one has to be filled in with any other choice. */
  | {
      readonly rule: 'with-choice';
      readonly choice: string;
      readonly is: string;
      readonly field: string;
      readonly otherwise: string;
    }
  /** With this choice these fields have to be filled in as well. */
  | { readonly rule: 'choice-needs'; readonly choice: string; readonly is: string; readonly fields: readonly string[] }
  /** Every row has something in its column, unless the field says it for all of them. */
  | { readonly rule: 'each-or'; readonly rows: string; readonly column: string; readonly field: string }
  /** The second date is within a year of the first: after that the right is said to have lapsed. A warning. */
  | { readonly rule: 'within-year'; readonly first: string; readonly second: string }
  /** Both fields hold the same code. */
  | { readonly rule: 'same-code'; readonly first: string; readonly second: string };

export type Standing = 'as-published' | 'own-draft';

/** A day of the law that a paper sets going: from its arrival, or from a day that one of its fields gives. */
export interface PaperClock {
  /** `ends`: the agreement does, by the arrival; `ends-on`: on the day that the notice names; `may-terminate`: from then on; `lapses`: the right to terminate; `limitation`: the claim, and `limitation-anew` once it was interrupted; `withdrawn`: the authority. */
  readonly name: 'ends' | 'ends-on' | 'may-terminate' | 'lapses' | 'limitation' | 'limitation-anew' | 'withdrawn';
  readonly from: 'arrived' | { readonly field: string };
  /** The years that the law gives, by the table of statutes in use: for the right to terminate, or for a claim. */
  readonly law?: 'end-right' | 'limitation';
  /** The field that says how many days. */
  readonly days?: string;
  /** Its arrival settles what was counted until then. */
  readonly untilArrived?: true;
  /** The day that the field gives counts only once the paper has arrived, and not where that was after it. */
  readonly onceArrived?: true;
  /** A field that gives the day itself: where it names one and the paper had arrived by then, this clock is none. */
  readonly unless?: string;
}

/** A paper as it was once worded: fields and blocks of then. */
export interface FormerWording {
  readonly language: 'zh' | 'en';
  readonly fields: readonly TemplateField[];
  readonly blocks: readonly TemplateBlock[];
}

export interface LetterTemplate {
  readonly id: string;
  /** What its case is about; absent: a letter like any other. */
  readonly about?: CaseKind;
  /** Stays in the company: it goes out to nobody. */
  readonly internal?: true;
  /** Goes to the company's own lawyer and to nobody else: in no bundle, and on no list of evidence. */
  readonly counsel?: true;
  readonly clocks?: readonly PaperClock[];
  readonly name: Sentence;
  /** What to check before it is sealed: on screen, never on the paper. */
  readonly caution?: Sentence;
  /** `own-draft`: our words, to be checked against the provider's current form. */
  readonly standing: Standing;
  readonly fields: readonly TemplateField[];
  readonly blocks: readonly TemplateBlock[];
  /** The paper as it was once worded: a letter that went out in those words keeps them, and no other has them. */
  readonly former?: readonly FormerWording[];
  /** The whole paper in English, with the same facts and figures; absent: it is written in its own language alone. */
  readonly english?: readonly TemplateBlock[];
  readonly rules: readonly TemplateRule[];
}

export type RowValue = Readonly<Record<string, string>>;
export type FieldValue = string | readonly RowValue[];
export type LetterValues = Readonly<Record<string, FieldValue>>;

const PLACEHOLDER = /\[([^[\]{}]*)\{(\w+)\}([^[\]{}]*)\]|\{(\w+)(?::(capitals|initial|money))?\}/g;

/**
 * Our own templates are written as `…{companyName}…{total:money}…[, version {agreementVersion}]…`: what stands in square brackets
 * is left out with its field. Never used on a provider's words.
 */
export function text(written: string): Text {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of written.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push(written.slice(end, match.index));
    pieces.push(placeOf(match));
    end = match.index + match[0].length;
  }
  if (end < written.length) pieces.push(written.slice(end));
  return pieces;
}

function placeOf([, before = '', bracketed, after = '', field = '', as]: RegExpMatchArray): Piece {
  if (bracketed !== undefined) return { field: bracketed, within: [before, after] };
  return { field, ...(as === undefined ? {} : { as: as as 'capitals' | 'initial' | 'money' }) };
}
