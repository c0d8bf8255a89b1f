import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { typed } from '../../assets/typed/typed-words.ts';
import { say, type Sentence, type Language, type Param, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { type Answer, type Deadline, mapAnswer, type TermStep, type Unknown } from '../term/answer.ts';
import { type CivilDate, parseCivilDate } from '../term/calendar/civil-date.ts';
import { isCounted } from '../term/calendar/deadline.ts';
import { statuteStep } from '../term/statutes/beside.ts';
import type { StatuteRow } from '../term/statutes/statute-table.ts';
import { type CommandContext, UsageError } from './command.ts';

/** Reads the arguments of a command; whatever does not fit is a usage error. */
export function flags<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** How an option that has to be there is written, and what is given with it. */
const NEEDED = {
  document: ['FILE[:N]', sentence('cli.term-output.needed.document')],
  month: ['YYYY-MM', sentence('cli.term-output.needed.month')],
  plan: ['prepaid|postpaid', sentence('cli.term-output.needed.plan')],
  announced: ['DATE', sentence('cli.term-output.needed.announced')],
  months: ['N', sentence('cli.term-output.needed.months')],
  starts: ['DATE', sentence('cli.term-output.needed.starts')],
  ended: ['DATE', sentence('cli.term-output.needed.ended')],
  due: ['DATE', sentence('cli.term-output.needed.due')],
} as const satisfies Readonly<Record<string, readonly [form: string, what: Sentence]>>;

/** The value of an option that has to be there; a usage error names it and what to give. */
export function required(value: string | undefined, name: keyof typeof NEEDED): string {
  if (value !== undefined) return value;
  const [form, what] = NEEDED[name];
  throw new UsageError(sentence('cli.term-output.needed', { option: `--${name}`, written: `--${name} ${form}`, what }));
}

/** None of several options was given of which one has to be. */
export const oneNeeded = (options: readonly string[]): UsageError =>
  new UsageError(sentence('cli.term-output.one-needed', { options }));

/** Several options were given that say the same thing. */
export const onlyOne = (options: readonly string[]): UsageError =>
  new UsageError(sentence('cli.term-output.only-one', { options }));

/** Refuses an option that was given without the one that it belongs to: it would say nothing. */
export function needsWith(given: Readonly<Record<string, unknown>>, needs: Readonly<Record<string, string>>): void {
  for (const [name, other] of Object.entries(needs)) {
    if (given[name] !== undefined && given[other] === undefined)
      throw new UsageError(sentence('cli.term-output.needs-with', { option: `--${name}`, other: `--${other}` }));
  }
}

/** One of a list of words, or a usage error that lists them. */
export function oneOf<const T extends string>(value: string, words: readonly T[], name: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(sentence('cli.term-output.one-of', { option: `--${name}`, value, words }));
  return found;
}

/** The day of an option, in any usual writing. Refuses (`bad-date`) what is none, and says of which option. */
export function dateGiven(value: string, name: string): CivilDate {
  try {
    return parseCivilDate(value);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = sentence('cli.term-output.of-option', { option: `--${name}`, problem: error.sentence });
    throw new Refusal(error.code, text, error.next, { cause: error, field: name });
  }
}

/** A number with digits only, or a usage error. */
export function wholeNumber(value: string, name: string): number {
  const digits = typed(value);
  if (!/^\d{1,9}$/u.test(digits))
    throw new UsageError(sentence('cli.term-output.whole-number', { option: `--${name}`, value }));
  return Number(digits);
}

const COMPUTED: Sentence = sentence('cli.term-output.computed');
const DOCUMENT: Sentence = sentence('cli.term-output.document');
const PERSON: Sentence = sentence('cli.term-output.person');

/** `第三条` is a whole number in Chinese already, `3.1` is not. */
function clauseWords(clause: NonNullable<TermStep['clause']>): Sentence {
  const { number, quote } = clause;
  const place =
    number === undefined
      ? sentence('cli.term-output.clause')
      : /^第.*[条章节款项]$/u.test(number)
        ? sentence('cli.term-output.clause-whole-number', { number })
        : sentence('cli.term-output.clause-number', { number });
  return quote === undefined ? place : sentence('cli.term-output.clause-quoted', { place, quote });
}

/** Where a step comes from, in one line: clause, statute, calendar rows, the person, or arithmetic. */
export function stepSource(step: TermStep, language: Language): string {
  const parts: readonly Param[] = [
    ...(step.clause ? [clauseWords(step.clause)] : []),
    ...(step.statute ? [step.statute] : []),
    ...(step.calendar === undefined ? [] : [step.calendar]),
    ...(step.by === 'person' ? [PERSON] : []),
  ];
  return say(parts.length === 0 ? COMPUTED : sentence('cli.term-output.sources', { parts }), language);
}

/** A line of a result: its name in JSON, its label for a person, the answer. */
export interface ResultLine {
  readonly name: string;
  readonly label: Sentence;
  readonly answer: Answer<unknown>;
  /** The known value in words, where its parts alone do not say it. */
  readonly words?: Sentence;
  /** It is a last day: where it is not known, whoever keeps to the earliest that it can be is in time. */
  readonly lastDay?: boolean;
}

/** A day that can move, as it is printed: the day to keep to, and the one up to which one could still argue. */
export const twoDays = (end: Answer<Deadline>): Answer<Pick<Deadline, 'safe' | 'latest'>> =>
  mapAnswer(end, ({ safe, latest }) => ({ safe, latest }));

/** A result to print: the document and what was asked, then lines that may be unknown, then the working. */
export interface TermResult {
  readonly document: { readonly index: number; readonly title: string };
  /** What was asked, and lists: for JSON alone. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: readonly ResultLine[];
  /** Figures that each class of the agreement has of its own. */
  readonly scopes?: readonly { readonly scope: string; readonly lines: readonly ResultLine[] }[];
  /** Figures that each instance has of its own. */
  readonly instances?: readonly { readonly instance: string; readonly lines: readonly ResultLine[] }[];
  /** Times of each ticket against what is promised; `fields` for JSON alone. */
  readonly tickets?: readonly {
    readonly ticket: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly lines: readonly ResultLine[];
  }[];
  readonly steps: readonly TermStep[];
  /** What the law says beside these figures. */
  readonly statutes?: readonly StatuteRow[];
  /** Of lists in `fields`, what is missing for their days: for JSON alone, which names each by its place. */
  readonly listed?: readonly ResultLine[];
}

/** Words for the parts of a value, where a person reads it. */
const PART_WORDS: Readonly<Record<string, (value: Param) => Sentence>> = {
  safe: (value) => sentence('cli.term-output.safe', { value }),
  latest: (value) => sentence('cli.term-output.latest', { value }),
  hours: (value) => sentence('cli.term-output.hours', { value }),
  days: (value) => sentence('cli.term-output.days', { value }),
  workingDays: (value) => sentence('cli.term-output.working-days', { value }),
  months: (value) => sentence('cli.term-output.months', { value }),
  below: (value) => sentence('cli.term-output.below', { value }),
  from: (value) => sentence('cli.term-output.from', { value }),
  credit: (value) => sentence('cli.term-output.credit', { value }),
  allowed: (value) => sentence('cli.term-output.allowed', { value }),
  longestHours: (value) => sentence('cli.term-output.longest-hours', { value }),
  rate: (value) => sentence('cli.term-output.rate', { value }),
  net: (value) => sentence('cli.term-output.net', { value }),
  vat: (value) => sentence('cli.term-output.vat', { value }),
  gross: (value) => sentence('cli.term-output.gross', { value }),
};

function shown(value: unknown): Param {
  if (value === true) return sentence('cli.term-output.yes');
  if (value === false) return sentence('cli.term-output.no');
  if (typeof value === 'string' || typeof value === 'number') return value;
  const parts = Object.entries(value ?? {}).map(([name, part]): Param => {
    const words = PART_WORDS[name];
    return words ? words(shown(part)) : sentence('cli.term-output.other-part', { name, value: shown(part) });
  });
  return parts.length === 0 ? '' : parts.reduce((before, part) => sentence('cli.term-output.parts', { before, part }));
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

const BOUNDS = ['notBefore', 'notAfter', 'atLeast', 'atMost'] as const;

/** What is known of an unknown answer all the same. */
function boundsOf(answer: Unknown): Partial<Record<(typeof BOUNDS)[number], string>> {
  return Object.fromEntries(BOUNDS.flatMap((name) => (answer[name] === undefined ? [] : [[name, answer[name]]])));
}

function unknownOf(
  lines: readonly ResultLine[],
  language: Language,
  of: { readonly scope?: string; readonly instance?: string; readonly ticket?: string } = {},
) {
  return lines.flatMap(({ name, answer: given }) =>
    given.known
      ? []
      : [
          {
            field: name,
            ...of,
            missing: given.missing.map((item) => ({
              what: item.what,
              name: item.name,
              text: say(item.text, language),
            })),
            ...boundsOf(given),
          },
        ],
  );
}

function placed(lines: readonly ResultLine[], answer: Record<string, unknown>): Record<string, unknown> {
  for (const { name, answer: given } of lines) place(answer, name, given.known ? given.value : 'unknown');
  return answer;
}

function asJson(result: TermResult, language: Language): unknown {
  const { scopes, instances, tickets } = result;
  const answer = placed(result.lines, { document: result.document, ...result.fields });
  if (scopes) answer['scopes'] = scopes.map(({ scope, lines }) => placed(lines, { scope }));
  if (instances) answer['instances'] = instances.map(({ instance, lines }) => placed(lines, { instance }));
  if (tickets) answer['tickets'] = tickets.map(({ ticket, fields, lines }) => placed(lines, { ticket, ...fields }));
  const unknownLines = [
    ...unknownOf(result.lines, language),
    ...unknownOf(result.listed ?? [], language),
    ...(scopes ?? []).flatMap(({ scope, lines }) => unknownOf(lines, language, { scope })),
    ...(instances ?? []).flatMap(({ instance, lines }) => unknownOf(lines, language, { instance })),
    ...(tickets ?? []).flatMap(({ ticket, lines }) => unknownOf(lines, language, { ticket })),
  ];
  const steps = result.steps.map((step) => ({ text: say(step.text, language), source: stepSource(step, language) }));
  const statutes = (result.statutes ?? []).map(({ id, article, says, bound, disputed, whateverLaw }) => ({
    ...{ id, article: say(article, language), says: say(says, language), bound },
    ...(whateverLaw === undefined ? {} : { whateverLaw: say(whateverLaw, language) }),
    ...(disputed === true ? { disputed } : {}),
  }));
  return { ...answer, unknown: unknownLines, steps, ...(statutes.length > 0 ? { statutes } : {}) };
}

/** Whether the words are clear and only days off, or by whose clock a day begins, are not known: there is one day to keep to. */
const lacksOnlyTables = ({ missing }: Unknown): boolean =>
  isCounted(missing) || missing.every(({ what }) => what === 'calendar');

function resultLine({ label, answer, words, lastDay }: ResultLine): Sentence {
  if (answer.known) return sentence('cli.term-output.known', { label, value: words ?? shown(answer.value) });
  const missing = answer.missing.map(({ text }) => text);
  const { notBefore, notAfter, atLeast, atMost } = answer;
  if (atLeast !== undefined && atMost !== undefined)
    return sentence('cli.term-output.unknown-between', { label, atLeast, atMost, missing });
  if (atLeast !== undefined) return sentence('cli.term-output.unknown-at-least', { label, atLeast, missing });
  if (atMost !== undefined) return sentence('cli.term-output.unknown-at-most', { label, atMost, missing });
  if (lastDay && notBefore !== undefined && lacksOnlyTables(answer)) {
    const told = { label, safe: notBefore, missing };
    return notAfter === undefined
      ? sentence('cli.term-output.safe-alone', told)
      : sentence('cli.term-output.safe-within', { ...told, latest: notAfter });
  }
  if (notBefore !== undefined && notAfter !== undefined) {
    return sentence('cli.term-output.unknown-between', { label, atLeast: notBefore, atMost: notAfter, missing });
  }
  if (notAfter !== undefined) return sentence('cli.term-output.unknown-not-after', { label, bound: notAfter, missing });
  return notBefore === undefined
    ? sentence('cli.term-output.unknown', { label, missing })
    : sentence('cli.term-output.unknown-not-before', { label, bound: notBefore, missing });
}

/** Prints a result: as one JSON document, or as lines and numbered steps. An unknown value is the word `unknown`, with what is missing. */
export function printResult(context: CommandContext, result: TermResult): void {
  const { language, print } = context;
  if (context.json) {
    print(JSON.stringify(asJson(result, language), undefined, 2));
    return;
  }
  print(`${say(DOCUMENT, language)}: ${result.document.index} ${result.document.title}`);
  for (const line of result.lines) print(say(resultLine(line), language));
  for (const { scope, lines } of result.scopes ?? []) {
    print('');
    print(say(sentence('cli.term-output.scope', { scope }), language));
    for (const line of lines) print(say(resultLine(line), language));
  }
  for (const { ticket, lines } of result.tickets ?? []) {
    print('');
    print(say(sentence('cli.term-output.of-ticket', { ticket }), language));
    for (const line of lines) print(say(resultLine(line), language));
  }
  for (const { instance, lines } of result.instances ?? []) {
    print('');
    print(say(sentence('cli.term-output.of-instance', { instance }), language));
    for (const line of lines) print(say(resultLine(line), language));
  }
  print('');
  result.steps.forEach((step, index) => {
    print(`${index + 1}. ${say(step.text, language)} [${stepSource(step, language)}]`);
  });
  const { statutes = [] } = result;
  if (statutes.length === 0) return;
  print('');
  print(say(sentence('cli.term-output.statutes'), language));
  for (const row of statutes) {
    const { text, statute } = statuteStep(row);
    print(`- ${say(text, language)}${statute ? ` [${say(statute, language)}]` : ''}`);
  }
}
