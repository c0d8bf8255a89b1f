import { gramsOf, requirementsOf, type Requirement } from './phrase-grams.ts';
import { plain, type Stretch } from './sentences.ts';
import { quantities, type Measure, type Quantity } from '../quantity/quantities.ts';

/**
 * The notation of the rule files. A phrase is plain words with
 *  - `(a|b)` for alternatives and `(a)?` for words that may be missing, as in regular expressions,
 *  - `…` for any words between, at most 60 characters in a Chinese phrase and 160 in an English one, never across a sentence end,
 *  - `{day}` and its kin for a quantity, see SLOTS,
 *  - a space for any white space.
 * Case does not matter; an English phrase starts at the start of a word.
 */
export type Phrase = string;

/** Stands in the readable text for one quantity, one private-use character per measure. */
const TOKENS: Readonly<Record<Measure, string>> = {
  day: '\uE001',
  workday: '\uE002',
  month: '\uE003',
  year: '\uE004',
  hour: '\uE005',
  minute: '\uE006',
  percent: '\uE007',
  permille: '\uE008',
  times: '\uE009',
  'nth-day': '\uE00A',
  'nth-workday': '\uE00B',
  'day-of-month': '\uE00C',
  date: '\uE00D',
  phone: '\uE00E',
};

/** Slot names of phrases. `{day}` takes working days too; the quantity found says which it is. */
const SLOTS: Readonly<Record<string, readonly Measure[]>> = {
  day: ['day', 'workday'],
  month: ['month'],
  hour: ['hour', 'day'],
  hours: ['hour'],
  percent: ['percent'],
  rate: ['permille', 'percent'],
  times: ['times'],
  'nth-day': ['nth-day', 'nth-workday'],
  'nth-workday': ['nth-workday'],
  'day-of-month': ['day-of-month'],
  date: ['date'],
  phone: ['phone'],
};

/** Slots of a length: words that say it must be whole may stand before it in Chinese (`提前满10个工作日`). */
const LENGTH_SLOTS: ReadonlySet<string> = new Set(['day', 'month', 'hour', 'hours']);
const WHOLE = String.raw`(?:(?:满|足)\s*)?`;

const GAP_ZH = 60;
const GAP_EN = 160;

/** One sentence ready for phrases: its words with every quantity as one character, and the way back to the clause's offsets. */
export interface Sentence extends Stretch {
  readonly text: string;
  /** Offset in the clause of each character of `text`, and of its end. */
  readonly origin: readonly number[];
  readonly quantities: ReadonlyMap<number, Quantity>;
  readonly grams: ReadonlySet<string>;
}

/** Letters of clauses whose sentences are kept ready at a time; several rooms ask for the same ones one after the other. */
const MOST_KEPT = 1_000_000;
const ready = new Map<string, Map<string, Sentence>>();
let lettersKept = 0;

/** Forgets the sentences of the source that was read before. */
export function forgetSentences(): void {
  ready.clear();
  lettersKept = 0;
}

/** Makes a stretch of a clause's text ready for phrases. What was made ready of the same source is not made again. */
export function sentenceOf(clauseText: string, stretch: Stretch): Sentence {
  let own = ready.get(clauseText);
  if (!own) {
    if (lettersKept + clauseText.length > MOST_KEPT) forgetSentences();
    own = new Map();
    ready.set(clauseText, own);
    lettersKept += clauseText.length;
  }
  const key = `${stretch.start}-${stretch.end}`;
  const known = own.get(key);
  if (known) return known;
  const made = makeReady(clauseText, stretch);
  own.set(key, made);
  return made;
}

function makeReady(clauseText: string, stretch: Stretch): Sentence {
  const raw = plain(clauseText.slice(stretch.start, stretch.end));
  const origin: number[] = [];
  const at = new Map<number, Quantity>();
  const pieces: string[] = [];
  let length = 0;
  let from = 0;
  const copy = (to: number): void => {
    for (let index = from; index < to; index += 1) origin.push(stretch.start + index);
    pieces.push(raw.slice(from, to));
    length += to - from;
  };
  const rawGrams = gramsOf(raw);
  const found = quantities(raw, rawGrams);
  for (const quantity of found) {
    copy(quantity.start);
    at.set(length, quantity);
    pieces.push(TOKENS[quantity.measure]);
    origin.push(stretch.start + quantity.start);
    length += 1;
    from = quantity.end;
  }
  copy(raw.length);
  origin.push(stretch.end);
  const text = pieces.join('');
  return { ...stretch, text, origin, quantities: at, grams: found.length === 0 ? rawGrams : gramsOf(text) };
}

interface Segment {
  readonly source: string;
  /** Compiled when first needed. */
  pattern?: RegExp;
  /** Characters of the slots in this segment: a following gap may not run over another quantity of that measure. */
  readonly tokens: string;
}

interface CompiledPhrase {
  readonly required: readonly Requirement[];
  readonly segments: readonly Segment[];
  readonly gap: number;
}

/** Where a phrase was found in `Sentence.text`, and the quantity in its last slot. */
export interface PhraseMatch extends Stretch {
  readonly quantity?: Quantity;
}

const NOTHING: readonly PhraseMatch[] = [];
const compiled = new Map<Phrase, CompiledPhrase>();

/** Cuts a phrase at its `…`; one inside brackets stays, as a short gap of its own. */
function topLevelParts(phrase: Phrase): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of phrase) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '…' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character === '…' ? '.{0,30}?' : character;
  }
  return parts.map((part, index) => (index > 0 && part.startsWith('?') ? part.slice(1) : part));
}

function compile(phrase: Phrase): CompiledPhrase {
  const known = compiled.get(phrase);
  if (known) return known;
  const chinese = /\p{Script=Han}/u.test(phrase);
  const segments = topLevelParts(phrase).map((part): Segment => {
    const words = part.trim();
    let tokens = '';
    const source = words
      .replace(/\{([a-z-]+)\}/gu, (_slot, name: string) => {
        const measures = SLOTS[name];
        if (!measures) throw new Error(`no slot {${name}} in phrase “${phrase}”`);
        const characters = measures.map((measure) => TOKENS[measure]).join('');
        tokens += characters;
        return `${chinese && LENGTH_SLOTS.has(name) ? WHOLE : ''}[${characters}]`;
      })
      .replaceAll(/(\.\{0,\d+\})(?!\?)/gu, '$1?')
      .replaceAll(' ?', String.raw`\s*`)
      .replaceAll(' ', chinese ? String.raw`\s*` : String.raw`\s+`);
    // The boundary holds for the whole beginning: of `(waiver|放弃)` the Chinese word is found only right behind a Latin letter or a figure.
    // The rules are weighed as they are; a Chinese word that shall be found by itself stands in a phrase that begins with it alone.
    const boundary = /^\(*[a-z]/iu.test(words) ? String.raw`\b` : '';
    return { source: boundary + source, tokens };
  });
  const required = segments.flatMap(({ source }) => requirementsOf(source));
  const result = { required, segments, gap: chinese ? GAP_ZH : GAP_EN };
  compiled.set(phrase, result);
  return result;
}

function patternOf(segment: Segment): RegExp {
  return (segment.pattern ??= new RegExp(segment.source, 'giu'));
}

function firstIn(pattern: RegExp, text: string, from: number, to: number): Stretch | undefined {
  pattern.lastIndex = 0;
  const match = pattern.exec(text.slice(from, to));
  return match ? { start: from + match.index, end: from + match.index + match[0].length } : undefined;
}

function quantityIn(sentence: Sentence, stretch: Stretch, tokens: string): Quantity | undefined {
  for (let index = stretch.end - 1; index >= stretch.start; index -= 1)
    if (tokens.includes(sentence.text[index] ?? '')) return sentence.quantities.get(index);
  return undefined;
}

/** Asked for every phrase of every sentence: a loop, not a function for each run. */
function hasOne(grams: ReadonlySet<string>, runs: Requirement): boolean {
  for (const run of runs) if (grams.has(run)) return true;
  return false;
}

/** Every place where a phrase stands in a sentence, in order; the work is linear in the sentence's length. */
export function findPhrase(sentence: Sentence, phrase: Phrase): readonly PhraseMatch[] {
  const { required, segments, gap } = compile(phrase);
  for (const each of required) if (!hasOne(sentence.grams, each)) return NOTHING;
  const [first, ...rest] = segments;
  const { text } = sentence;
  if (!first) return NOTHING;
  const found: PhraseMatch[] = [];
  let free = 0;
  for (const head of text.matchAll(patternOf(first))) {
    if (head.index < free) continue;
    let end = head.index + head[0].length;
    let tokens = first.tokens;
    let quantity = quantityIn(sentence, { start: head.index, end }, tokens);
    let complete = true;
    for (const segment of rest) {
      let limit = Math.min(text.length, end + gap + 40);
      if (tokens !== '') {
        const other = text.slice(end, limit).search(new RegExp(`[${tokens}]`, 'u'));
        if (other >= 0) limit = end + other;
      }
      const next = firstIn(patternOf(segment), text, end, limit);
      if (!next || next.start - end > gap) {
        complete = false;
        break;
      }
      end = next.end;
      tokens = segment.tokens === '' ? tokens : segment.tokens;
      quantity = quantityIn(sentence, next, tokens) ?? quantity;
    }
    if (!complete) continue;
    found.push(quantity ? { start: head.index, end, quantity } : { start: head.index, end });
    free = end;
  }
  return found;
}

/** First of the phrases' places, or undefined. */
export function anyPhrase(sentence: Sentence, phrases: readonly Phrase[] | undefined): PhraseMatch | undefined {
  for (const phrase of phrases ?? []) {
    const [match] = findPhrase(sentence, phrase);
    if (match) return match;
  }
  return undefined;
}

/** The clause's own words under a stretch of `Sentence.text`. */
export function wordsAt(clauseText: string, sentence: Sentence, stretch: Stretch): string {
  const start = sentence.origin[stretch.start] ?? sentence.start;
  const end = stretch.end >= sentence.text.length ? sentence.end : (sentence.origin[stretch.end] ?? sentence.end);
  return clauseText.slice(start, end).trim();
}
