import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import type { Answer, Missing, TermStep } from '../term/answer.ts';
import { type CommandContext, UsageError } from './command.ts';

/** Reads the arguments of a command; whatever does not fit is a usage error. */
export function flags<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The value of a flag that has to be there. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new UsageError(`--${name}?`);
  return value;
}

/** One of a list of words, or a usage error that lists them. */
export function oneOf<const T extends string>(value: string, words: readonly T[], name: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name}: ${words.join('|')}`);
  return found;
}

/** A number with digits only, or a usage error. */
export function wholeNumber(value: string, name: string): number {
  if (!/^\d{1,9}$/u.test(value)) throw new UsageError(`--${name}: ${value}?`);
  return Number(value);
}

const COMPUTED: Sentence = sentence('cli.term-output.computed');
const DOCUMENT: Sentence = sentence('cli.term-output.document');
const PERSON: Sentence = sentence('cli.term-output.person');

function clauseWords(clause: NonNullable<TermStep['clause']>, language: Language): string {
  const { number, quote } = clause;
  const said = quote === undefined ? '' : language === 'zh' ? `“${quote}”` : ` “${quote}”`;
  if (number === undefined) return language === 'zh' ? `条款${said}` : `clause${said}`;
  if (language === 'en') return `clause ${number}${said}`;
  return /^第.*[条章节款项]$/u.test(number) ? `${number}${said}` : `第 ${number} 条${said}`;
}

/** Where a step comes from, in one line: clause, statute, calendar rows, the person, or arithmetic. */
export function stepSource(step: TermStep, language: Language): string {
  const parts = [
    ...(step.clause ? [clauseWords(step.clause, language)] : []),
    ...(step.statute ? [say(step.statute, language)] : []),
    ...(step.calendar === undefined ? [] : [step.calendar]),
    ...(step.by === 'person' ? [say(PERSON, language)] : []),
  ];
  return parts.length === 0 ? say(COMPUTED, language) : parts.join(language === 'zh' ? '；' : '; ');
}

/** A line of a result: its name in JSON, its label for a person, the answer. */
export interface ResultLine {
  readonly name: string;
  readonly label: Sentence;
  readonly answer: Answer<unknown>;
}

/** A result to print: the document and what was asked, then lines that may be unknown, then the working. */
export interface TermResult {
  readonly document: { readonly index: number; readonly title: string };
  /** What was asked, and lists: for JSON alone. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: readonly ResultLine[];
  readonly steps: readonly TermStep[];
}

/** Words for the parts of a value, where a person reads it; `#` is the part. */
const PART_WORDS: Readonly<Record<string, Sentence>> = {
  days: sentence('cli.term-output.part-words.days'),
  months: sentence('cli.term-output.part-words.months'),
  below: sentence('cli.term-output.part-words.below'),
  from: sentence('cli.term-output.part-words.from'),
  credit: sentence('cli.term-output.part-words.credit'),
  allowed: sentence('cli.term-output.part-words.allowed'),
  longestHours: sentence('cli.term-output.part-words.longest-hours'),
  rate: sentence('cli.term-output.part-words.rate'),
  net: sentence('cli.term-output.part-words.net'),
  vat: sentence('cli.term-output.part-words.vat'),
  gross: sentence('cli.term-output.part-words.gross'),
};

const partWords = (name: string, language: Language): string => {
  const words = PART_WORDS[name];
  return words ? say(words, language) : `${name} #`;
};

function shown(value: unknown, language: Language): string {
  if (value === true) return language === 'zh' ? '是' : 'yes';
  if (value === false) return language === 'zh' ? '否' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Object.entries(value ?? {})
    .map(([name, part]) => partWords(name, language).replace('#', shown(part, language)))
    .join(language === 'zh' ? '，' : ', ');
}

function missingWords(missing: readonly Missing[], language: Language): string {
  return missing.map((item) => say(item.text, language)).join(language === 'zh' ? '' : ' ');
}

/** Writes dotted names as nested objects: `claim.opens`. */
function place(target: Record<string, unknown>, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner: Record<string, unknown> = { ...(target[first] ?? {}) };
  place(inner, rest.join('.'), value);
  target[first] = inner;
}

function asJson(result: TermResult, language: Language): unknown {
  const answer: Record<string, unknown> = { document: result.document, ...result.fields };
  for (const { name, answer: given } of result.lines) place(answer, name, given.known ? given.value : 'unknown');
  const unknownLines = result.lines.flatMap(({ name, answer: given }) =>
    given.known
      ? []
      : [
          {
            field: name,
            missing: given.missing.map((item) => ({
              what: item.what,
              name: item.name,
              text: say(item.text, language),
            })),
            ...(given.notBefore === undefined ? {} : { notBefore: given.notBefore }),
          },
        ],
  );
  const steps = result.steps.map((step) => ({ text: say(step.text, language), source: stepSource(step, language) }));
  return { ...answer, unknown: unknownLines, steps };
}

/** Prints a result: as one JSON document, or as lines and numbered steps. An unknown value is the word `unknown`, with what is missing. */
export function printResult(context: CommandContext, result: TermResult): void {
  const { language, print } = context;
  if (context.json) {
    print(JSON.stringify(asJson(result, language), undefined, 2));
    return;
  }
  print(`${say(DOCUMENT, language)}: ${result.document.index} ${result.document.title}`);
  for (const { label, answer } of result.lines) {
    const bound = !answer.known && answer.notBefore !== undefined ? answer.notBefore : undefined;
    const atLeast = bound === undefined ? '' : language === 'zh' ? `（不早于 ${bound}）` : ` (not before ${bound})`;
    print(
      answer.known
        ? `${say(label, language)}: ${shown(answer.value, language)}`
        : `${say(label, language)}: ${language === 'zh' ? '未知' : 'unknown'}${atLeast} — ${missingWords(answer.missing, language)}`,
    );
  }
  print('');
  result.steps.forEach((step, index) => {
    print(`${index + 1}. ${say(step.text, language)} [${stepSource(step, language)}]`);
  });
}
