import { asWritten, type Sentence, sentence } from '../agreement/sentence.ts';
import { Decimal } from 'decimal.js';
import { normaliseCode } from './credit-code.ts';
import { error, type Problem, warning } from './problem.ts';
import type { FieldValue, LetterTemplate, LetterValues, RowValue, TemplateRule } from './template.ts';
import { readAmount, writtenAmount } from './written.ts';

const rowsOf = (value: FieldValue | undefined): readonly RowValue[] =>
  value === undefined || typeof value === 'string' ? [] : value;

const wordOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** The same day a year later, by its written form; 29 February stays before 1 March. */
const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;

/** Exact sum of a column; what is not a number counts as nothing, its own check names it. */
export function columnSum(rows: readonly RowValue[], column: string): Decimal {
  return rows.reduce((sum, row) => sum.plus(readAmount(row[column] ?? '') ?? 0), new Decimal(0));
}

function labelOf(template: LetterTemplate, key: string, column?: string): Sentence {
  const field = template.fields.find((candidate) => candidate.key === key);
  const found = column === undefined ? field : field?.columns?.find((candidate) => candidate.key === column);
  return found?.label ?? asWritten(key);
}

function sumProblem(
  rule: Extract<TemplateRule, { rule: 'sum' }>,
  values: LetterValues,
  template: LetterTemplate,
): readonly Problem[] {
  const total = readAmount(wordOf(values[rule.total]));
  const sum = columnSum(rowsOf(values[rule.rows]), rule.column);
  if (!total || total.eq(sum)) return [];
  const [have, want] = [writtenAmount(sum.toFixed()), writtenAmount(total.toFixed())];
  const off = writtenAmount(sum.minus(total).abs().toFixed());
  const label = labelOf(template, rule.total);
  return [error('sum-differs', rule.total, sentence('letter.rule.sum-differs', { have, label, want, off }))];
}

function uniqueProblems(
  rule: Extract<TemplateRule, { rule: 'unique' }>,
  values: LetterValues,
  template: LetterTemplate,
): readonly Problem[] {
  const seen = new Map<string, number>();
  return rowsOf(values[rule.rows]).flatMap((row, index) => {
    const value = normaliseCode(row[rule.column] ?? '');
    const before = seen.get(value);
    if (value === '') return [];
    if (before === undefined) {
      seen.set(value, index + 1);
      return [];
    }
    const label = labelOf(template, rule.rows, rule.column);
    return [
      error(
        'row-repeated',
        `${rule.rows}.${index + 1}.${rule.column}`,
        sentence('letter.rule.row-repeated', { row: index + 1, label, before }),
      ),
    ];
  });
}

function differenceProblems(
  rule: Extract<TemplateRule, { rule: 'difference' }>,
  values: LetterValues,
): readonly Problem[] {
  return rowsOf(values[rule.rows]).flatMap((row, index) => {
    const [first, second, difference] = [rule.first, rule.second, rule.difference].map((column) =>
      readAmount(row[column] ?? ''),
    );
    if (!first || !second || !difference || first.minus(second).eq(difference)) return [];
    const right = writtenAmount(first.minus(second).toFixed());
    return [
      error(
        'difference-wrong',
        `${rule.rows}.${index + 1}.${rule.difference}`,
        sentence('letter.rule.difference-wrong', { row: index + 1, right }),
      ),
    ];
  });
}

/** The one of two fields that is empty while the other is filled in. */
function togetherProblems(
  { first, second }: Extract<TemplateRule, { rule: 'together' }>,
  values: LetterValues,
  template: LetterTemplate,
): readonly Problem[] {
  const open = [first, second].filter((key) => wordOf(values[key]) === '');
  if (open.length !== 1) return [];
  return open.map((key) => error('missing', key, sentence('letter.fill.missing', { label: labelOf(template, key) })));
}

/** Conditions across fields that do not hold. */
export function ruleProblems(template: LetterTemplate, values: LetterValues): readonly Problem[] {
  return template.rules.flatMap((rule): readonly Problem[] => {
    switch (rule.rule) {
      case 'sum':
        return sumProblem(rule, values, template);
      case 'unique':
        return uniqueProblems(rule, values, template);
      case 'difference':
        return differenceProblems(rule, values);
      case 'order': {
        const [first, second] = [wordOf(values[rule.first]), wordOf(values[rule.second])];
        if (first === '' || second === '' || first <= second) return [];
        return [
          error(
            'order-wrong',
            rule.second,
            sentence('letter.rule.order-wrong', {
              first: labelOf(template, rule.first),
              second: labelOf(template, rule.second),
            }),
          ),
        ];
      }
      case 'within-year': {
        const [first, second] = [wordOf(values[rule.first]), wordOf(values[rule.second])];
        if (first === '' || second === '' || second <= yearAfter(first)) return [];
        return [
          warning(
            'year-over',
            rule.second,
            sentence('letter.rule.year-over', { first: labelOf(template, rule.first) }),
          ),
        ];
      }
      case 'either': {
        if (wordOf(values[rule.first]) !== '' || wordOf(values[rule.second]) !== '') return [];
        const [first, second] = [labelOf(template, rule.first), labelOf(template, rule.second)];
        return [error('neither', rule.first, sentence('letter.rule.neither', { first, second }))];
      }
      case 'together':
        return togetherProblems(rule, values, template);
      case 'with-choice': {
        const chosen = wordOf(values[rule.choice]);
        if (chosen === '') return [];
        const [wanted, other] = chosen === rule.is ? [rule.field, undefined] : [rule.otherwise, rule.field];
        const missing =
          wordOf(values[wanted]) === ''
            ? [error('missing', wanted, sentence('letter.fill.missing', { label: labelOf(template, wanted) }))]
            : [];
        if (other === undefined || wordOf(values[other]) === '') return missing;
        return [
          ...missing,
          error('other-choice', other, sentence('letter.rule.other-choice', { label: labelOf(template, other) })),
        ];
      }
      case 'choice-needs': {
        if (wordOf(values[rule.choice]) !== rule.is) return [];
        return rule.fields.flatMap((key) => {
          const label = labelOf(template, key);
          return wordOf(values[key]) === '' ? [error('missing', key, sentence('letter.fill.missing', { label }))] : [];
        });
      }
      case 'each-or': {
        if (wordOf(values[rule.field]) !== '') return [];
        const label = labelOf(template, rule.rows, rule.column);
        return rowsOf(values[rule.rows]).flatMap((row, index) =>
          wordOf(row[rule.column]) === ''
            ? [error('missing', `${rule.rows}.${index + 1}.${rule.column}`, sentence('letter.fill.missing', { label }))]
            : [],
        );
      }
      case 'same-code': {
        const [first, second] = [wordOf(values[rule.first]), wordOf(values[rule.second])].map(normaliseCode);
        if (!first || !second || first === second) return [];
        return [
          error(
            'code-differs',
            rule.second,
            sentence('letter.rule.code-differs', {
              first: labelOf(template, rule.first),
              second: labelOf(template, rule.second),
            }),
          ),
        ];
      }
    }
  });
}
