import { type Language, say, sentence } from '../agreement/sentence.ts';
import { dayWords } from '../agreement/date-words.ts';
import { createHash } from 'node:crypto';
import { checkValue } from './check.ts';
import type { FilledBlock, FilledLetter, FilledRun } from './filled.ts';
import { normaliseCode } from './credit-code.ts';
import { chineseLeft, presetOf } from './language.ts';
import { currencyOfLetter, fieldsIn, inYuan, type LetterCurrency, moneyIn } from './money.ts';
import { error, type Problem } from './problem.ts';
import { columnSum, ruleProblems } from './rule.ts';
import type {
  FieldValue,
  LetterTemplate,
  LetterValues,
  Piece,
  RowValue,
  TemplateBlock,
  TemplateField,
  Text,
} from './template.ts';
import { readAmount, writtenAmount, writtenValue } from './written.ts';

/** 人民币大写 of a decimal amount, given by the caller. */
export type InCapitals = (amount: string) => string;

const BLANK = '\u3000\u3000\u3000\u3000\u3000\u3000';

/** Codes are printed in the form the authority writes them, whatever was typed. */
const CODE_KINDS: ReadonlySet<TemplateField['kind']> = new Set([
  'credit-code',
  'tax-number',
  'bank-account',
  'identity',
]);

/** The fields in reach of a text: the letter's, or a row's. */
interface Scope {
  readonly fields: readonly TemplateField[];
  readonly values: Readonly<Record<string, FieldValue | undefined>>;
  readonly inCapitals: InCapitals;
  readonly language: Language;
  readonly currency: LetterCurrency;
}

function valueIn(scope: Scope, key: string, as?: 'capitals' | 'initial' | 'money'): string {
  const field = scope.fields.find((candidate) => candidate.key === key);
  if (!field) throw new RangeError(`the template has no field “${key}”`);
  const value = scope.values[key];
  if (value === undefined || typeof value !== 'string' || value.trim() === '') return '';
  if (as === 'capitals') {
    const amount = readAmount(value);
    // a reduction is written as 负 before the capitals of its size
    return amount ? `${amount.lt(0) ? '负' : ''}${scope.inCapitals(amount.abs().toFixed(2))}` : '';
  }
  const written = writtenValue(
    field.kind,
    CODE_KINDS.has(field.kind) ? normaliseCode(value) : optionIn(scope.language, field, value),
    scope.language,
  );
  if (as === 'money' && scope.currency !== undefined) return moneyIn(written, scope.currency, scope.language);
  return as === 'initial' ? written.charAt(0).toUpperCase() + written.slice(1) : written;
}

/** What was chosen, as a letter in this language says it. */
const optionIn = (language: Language, { options, english, former }: TemplateField, value: string): string => {
  if (language !== 'en') return value;
  const chosen = value.trim();
  return english?.[options?.indexOf(chosen) ?? -1] ?? former?.find(([chinese]) => chinese === chosen)?.[1] ?? value;
};

/** Words that end with a stop, whether inside of quotation marks or not. */
const STOPPED = { zh: /[。！？][”’」』]?\s*$/u, en: /[.!?。！？][”’」』]?\s*$/u } as const;
/** A form's own stop, after what was filled in and perhaps its closing quotation mark. */
const STOP = { zh: /^(”?)。/u, en: /^(”?)\./u } as const;

/** What was filled in brings its own stop at times: the form's after it is left out. */
const withOneStop = (runs: readonly FilledRun[], language: Language): readonly FilledRun[] =>
  runs.map((run, index) =>
    STOPPED[language].test(runs[index - 1]?.text ?? '')
      ? { ...run, text: run.text.replace(STOP[language], '$1') }
      : run,
  );

function runsOf(text: Text, scope: Scope): readonly FilledRun[] {
  const { currency, language } = scope;
  const pieces = currency === undefined ? inYuan(text, language) : text;
  const runs = pieces.flatMap((piece: Piece): readonly FilledRun[] => {
    if (typeof piece === 'string') return [{ text: piece }];
    if ('words' in piece) {
      return [
        { text: piece.words, strong: piece.strong ? 'source' : undefined, underline: piece.underline || undefined },
      ];
    }
    const value = valueIn(scope, piece.field, piece.as);
    if (piece.within) return value === '' ? [] : [{ text: `${piece.within[0]}${value}${piece.within[1]}` }];
    return [value === '' ? { text: BLANK, underline: true } : { text: value }];
  });
  return withOneStop(runs, language);
}

const plain = (text: Text, scope: Scope): string =>
  runsOf(text, scope)
    .map((run) => run.text)
    .join('');

const rowsOf = (scope: Scope, key: string): readonly RowValue[] => {
  const value = scope.values[key];
  return value === undefined || typeof value === 'string' ? [] : value;
};

const rowScope = (scope: Scope, key: string, row: RowValue): Scope => ({
  fields: scope.fields.find((field) => field.key === key)?.columns ?? [],
  values: row,
  inCapitals: scope.inCapitals,
  language: scope.language,
  currency: scope.currency,
});

/** A day is written short in a cell, so that it does not break; a month may, between its parts. */
function inCell({ kind }: TemplateField, value: string | undefined, written: string, language: Language): string {
  if (kind === 'month') return written.replaceAll('\u00a0', ' ');
  if (kind !== 'date' || !/^\d{4}-\d\d-\d\d$/u.test(value ?? '')) return written;
  return language === 'zh' ? (value ?? '') : say(dayWords(value ?? ''), language);
}

function tableBlock(block: Extract<TemplateBlock, { kind: 'table' }>, scope: Scope): FilledBlock {
  if (typeof block.rows !== 'string') {
    return { kind: 'table', header: block.header ?? [], rows: block.rows, widths: block.widths };
  }
  const { rows: key, numbered = false, total, sparse = false } = block;
  const all = scope.fields.find((field) => field.key === key)?.columns ?? [];
  const rows = rowsOf(scope, key);
  const isShown = (column: TemplateField): boolean =>
    !sparse || column.required || rows.some((row) => (row[column.key] ?? '').trim() !== '');
  const columns = all.filter(isShown);
  const lead = (cell: string): readonly string[] => (numbered ? [cell] : []);
  const cellOf = (row: RowValue, column: TemplateField): string =>
    inCell(column, row[column.key], valueIn(rowScope(scope, key, row), column.key), scope.language);
  const body = rows.map((row, index) => [...lead(String(index + 1)), ...columns.map((column) => cellOf(row, column))]);
  const sums = columns.map((column, index) => {
    if (total?.columns.includes(column.key)) return writtenAmount(columnSum(rows, column.key).toFixed());
    return index === 0 && !numbered ? (total?.label ?? '') : '';
  });
  return {
    kind: 'table',
    header: [
      ...lead(say(sentence('letter.fill.row-number'), scope.language)),
      ...columns.map(({ label }) => say(label, scope.language)),
    ],
    rows: total ? [...body, [...lead(total.label), ...sums]] : body,
    align: [
      ...(numbered ? (['center'] as const) : []),
      ...columns.map(({ kind }) => (kind === 'amount' || kind === 'percent' ? ('right' as const) : ('left' as const))),
    ],
    widths: block.widths?.filter((_, index) => {
      const column = all[index - (numbered ? 1 : 0)];
      return column === undefined || isShown(column);
    }),
  };
}

const itemText = ({ text, more }: Extract<TemplateBlock, { kind: 'items-of' }>, row: RowValue): Text =>
  more && (row[more.when] ?? '').trim() !== '' ? [...text, ...more.text] : text;

const notesOf = ({ text, rows }: Extract<TemplateBlock, { kind: 'note' }>, scope: Scope): readonly FilledBlock[] => {
  const scopes = rows === undefined ? [scope] : rowsOf(scope, rows).map((row) => rowScope(scope, rows, row));
  return scopes.map((each) => ({ kind: 'note', text: plain(text, each) }));
};

const isAbsent = ({ values }: Scope, key: string | undefined): boolean =>
  key !== undefined && (values[key] ?? '').length === 0;

/** Whether what is filled in and what is not, what was chosen, and the day that is given, are those that a paragraph is for. */
function isFor(block: Extract<TemplateBlock, { kind: 'paragraph' }>, scope: Scope): boolean {
  const { when, unless = [], where, within } = block;
  const { values } = scope;
  if (isAbsent(scope, when) || [unless].flat().some((key) => !isAbsent(scope, key))) return false;
  const said = (key: string): string => {
    const value = values[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  if (where && !where.is.includes(said(where.field))) return false;
  if (!within) return true;
  const [day, first, last] = [said(within.day), said(within.first), said(within.last)];
  return day !== '' && last !== '' && first <= day && day <= last;
}

function fillBlock(block: TemplateBlock, scope: Scope, index: number): readonly FilledBlock[] {
  const absent = (key: string | undefined): boolean => isAbsent(scope, key);
  switch (block.kind) {
    case 'title':
      return [
        {
          kind: 'title',
          text: plain(block.text, scope),
          subtitle: block.subtitle ? plain(block.subtitle, scope) : undefined,
        },
      ];
    case 'notice':
    case 'addressee':
    case 'closing':
      return [{ kind: block.kind, text: plain(block.text, scope) }];
    case 'page-break':
      return [block];
    case 'note':
      return absent(block.when) ? [] : notesOf(block, scope);
    case 'paragraph':
      return isFor(block, scope)
        ? [{ kind: 'paragraph', runs: runsOf(block.text, scope), indent: block.flat !== true }]
        : [];
    case 'item':
      return [{ kind: 'item', number: block.number, runs: runsOf(block.text, scope), depth: block.depth }];
    case 'items-of':
      return rowsOf(scope, block.rows).map((row, number) => ({
        kind: 'item',
        number: `${number + 1}. `,
        runs: runsOf(itemText(block, row), rowScope(scope, block.rows, row)),
      }));
    case 'table':
      if (absent(block.when)) return [];
      return [tableBlock(block, scope)];
    case 'field': {
      if (absent(block.when)) return [];
      const named = scope.fields.find((field) => field.key === block.field)?.label;
      const label = named ? say(named, scope.language) : block.field;
      return [
        {
          kind: 'field',
          label: block.as === 'capitals' ? `${label}（大写）` : label,
          value: valueIn(scope, block.field, block.as),
        },
      ];
    }
    case 'signature': {
      const { label = '', name: signs } = block.signatory ?? {};
      const named = signs === undefined ? '' : valueIn(scope, signs);
      const signatory = block.signatory ? { label, ...(named === '' ? {} : { name: named }) } : undefined;
      return [
        {
          kind: 'signature',
          zone: block.theirs ? '' : `seal-${index}`,
          label: block.label,
          name: plain(block.name, scope).replaceAll('\u3000', ''),
          ...(block.mark === undefined ? {} : { mark: block.mark }),
          date: block.date === undefined ? '' : valueIn(scope, block.date),
          signatory,
        },
      ];
    }
  }
}

function fieldProblems(field: TemplateField, value: FieldValue | undefined, path: string): readonly Problem[] {
  if (field.kind === 'rows') {
    const rows = value === undefined || typeof value === 'string' ? [] : value;
    if (rows.length === 0) return field.required ? [missing(field, path)] : [];
    return rows.flatMap((row, index) =>
      (field.columns ?? []).flatMap((column) =>
        fieldProblems(column, row[column.key], `${path}.${index + 1}.${column.key}`),
      ),
    );
  }
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return field.required ? [missing(field, path)] : [];
  const { options = [], former = [] } = field;
  if (field.kind === 'choice' && !options.includes(text) && !former.some(([chinese]) => chinese === text)) {
    return [error('choice-unknown', path, sentence('letter.fill.choice-unknown', { label: field.label, options }))];
  }
  return checkValue(field.kind, text, path);
}

const missing = ({ label }: TemplateField, path: string): Problem =>
  error('missing', path, sentence('letter.fill.missing', { label }));

/** Everything that is wrong or doubtful about the values, in the order of the fields. */
export function valueProblems(template: LetterTemplate, values: LetterValues): readonly Problem[] {
  return [
    ...template.fields.flatMap((field) => fieldProblems(field, values[field.key], field.key)),
    ...ruleProblems(template, values),
  ];
}

/** What a letter has to be written with. */
export interface FillOptions {
  readonly inCapitals: InCapitals;
  /** English where the template has it; else the letter is written in its own language. */
  readonly language?: Language;
}

/**
 * Writes the values into the template. Never refuses: what is missing becomes a blank on the paper and a problem in the answer, so
 * that a draft can be looked at; a letter with errors is never exported as finished.
 */
export function fill(template: LetterTemplate, given: LetterValues, options: FillOptions): FilledLetter {
  const { inCapitals } = options;
  const english = options.language === 'en' ? template.english : undefined;
  const language = english ? 'en' : 'zh';
  const known: LetterValues = Object.fromEntries(
    template.fields.flatMap((field): readonly (readonly [string, string])[] => {
      const preset = presetOf(field, language);
      return preset === undefined ? [] : [[field.key, preset]];
    }),
  );
  const values: LetterValues = { ...known, ...given };
  const currency = currencyOfLetter(values);
  const told: LetterTemplate = { ...template, fields: fieldsIn(template.fields, currency) };
  const scope: Scope = { fields: told.fields, values, inCapitals, language, currency };
  const blocks = (english ?? template.blocks).flatMap((block, index) => fillBlock(block, scope, index));
  const title = blocks.find((block) => block.kind === 'title')?.text ?? say(template.name, language);
  const said = JSON.stringify({ template: template.id, title, blocks });
  return {
    template: template.id,
    standing: template.standing,
    title,
    style: english ? 'english-letter' : 'letter',
    language,
    blocks,
    values,
    problems: [...valueProblems(told, values), ...(english ? chineseLeft(told, values) : [])],
    fingerprint: createHash('sha256').update(said).digest('hex'),
  };
}
