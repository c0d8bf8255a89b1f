import type { AgreementDocument, Clause, Reading, TagKind } from '../../src-main/agreement/model.ts';
import { FEATURE_BITS, type Features, features } from '../../src-main/agreement/scorer/features.ts';
import {
  kept,
  type LanguageModel,
  type Linear,
  linear,
  score,
  type Scorer,
  type UsefulKind,
} from '../../src-main/agreement/scorer/model.ts';
import { COST_RULES } from '../../src-main/agreement/rules/costs/costs.ts';
import { hashOf, type LabelledFile, providerOf } from './labels.ts';
import { clauseOf, CONSPICUOUS, kindOf, unitsOf } from './measure.ts';

type Language = 'zh' | 'en';

/** One clause of a labelled agreement as the scorer sees it. */
export interface Row {
  readonly language: Language;
  readonly provider: string;
  readonly looks: Features;
  readonly kinds: ReadonlySet<string>;
  readonly conspicuous: boolean;
  /** What the readers saw as one with it; nobody said which part of it the label is of. */
  readonly unit: string;
  readonly alone: boolean;
  /** In the project's own words: its kinds are those that the rules found. */
  readonly own?: true;
}

const isBold = (kinds: ReadonlySet<string>): boolean => [...kinds].some((kind) => CONSPICUOUS.has(kind));

/** The clauses of a labelled file that nobody doubts, with what they look like. `reading` is by the rules alone. */
export function rowsOf({ head, clauses: labels }: LabelledFile, reading: Reading): readonly Row[] {
  const clauses = reading.documents.flatMap((document) => document.clauses);
  const wanted = new Map<Clause, string[]>();
  const doubtful = new Set<Clause>();
  for (const label of labels) {
    const clause = clauseOf(label, clauses);
    if (clause && label.doubt) doubtful.add(clause);
    else if (clause) wanted.set(clause, [...(wanted.get(clause) ?? []), ...label.tags]);
  }
  const looks = new Map(reading.documents.flatMap(looksOf));
  return unitsOf(clauses, new Set([...wanted.keys(), ...doubtful])).flatMap((unit, index): readonly Row[] => {
    if (unit.some((clause) => doubtful.has(clause))) return [];
    const spoken = unit.filter(({ role, text }) => role !== 'heading' && text.trim() !== '');
    const kinds = new Set(unit.flatMap((clause) => wanted.get(clause) ?? []).map(kindOf));
    return spoken.flatMap((clause) => {
      const [language, own] = looks.get(clause) ?? [];
      if (!language || !own) return [];
      const base = { language, provider: providerOf(head.file), looks: own, kinds, conspicuous: isBold(kinds) };
      return [{ ...base, unit: `${head.file} ${index}`, alone: spoken.length === 1 }];
    });
  });
}

/** Clauses of texts in the project's own words, where the rules are right by their tests: of the kinds that they find. */
export function ownRows(name: string, reading: Reading): readonly Row[] {
  return reading.documents.flatMap((document) => {
    const looks = new Map(looksOf(document));
    return document.clauses.flatMap((clause): readonly Row[] => {
      const kinds = new Set(clause.tags.filter(({ title }) => title !== true).map(({ kind }): string => kind));
      const [language, own] = looks.get(clause) ?? [];
      if (!language || !own || clause.role === 'heading' || clause.text.trim() === '') return [];
      const base = { language, provider: name, looks: own, kinds, unit: `${name} ${clause.id}` };
      return [{ ...base, conspicuous: isBold(kinds), alone: true, own: true }];
    });
  });
}

/** Clauses of texts that were written to be learnt from, with the kinds that their lines are marked with. */
export function writtenRows(
  name: string,
  marks: ReadonlyMap<number, readonly string[]>,
  reading: Reading,
): readonly Row[] {
  return reading.documents.flatMap((document) => {
    const looks = new Map(looksOf(document));
    return document.clauses.flatMap((clause): readonly Row[] => {
      const [first, last] = clause.lines;
      const marked = marks.get(first);
      const [language, own] = looks.get(clause) ?? [];
      // A clause that the reading put together from several lines, or cut out of one, is of nobody's mark.
      const whole = first === last && document.clauses.filter(({ lines }) => lines[0] === first).length === 1;
      if (!marked || !language || !own || !whole || clause.role === 'heading') return [];
      const kinds = new Set(marked);
      const base = { language, provider: name, looks: own, kinds, unit: `${name} ${clause.id}` };
      return [{ ...base, conspicuous: isBold(kinds), alone: true, own: true }];
    });
  });
}

function looksOf(document: AgreementDocument): readonly (readonly [Clause, readonly [Language, Features]])[] {
  const all = features(
    document,
    document.clauses.map(({ tags }) => tags),
  );
  const language = document.language === 'en' ? 'en' : 'zh';
  return document.clauses.flatMap((clause, index) => {
    const looks = all[index];
    return looks ? [[clause, [language, looks]] as const] : [];
  });
}

const ROUNDS = 10;
const STEP = 0.3;
const FADE = 1e-5;
const CLEAR = 0.01;

/** Logistic regression by AdaGrad, in an order drawn from a fixed seed: the same rows always give the same weights. */
function learn(rows: readonly Row[], bits: number, is: (row: Row) => boolean): Linear {
  const size = 1 << bits;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.01);
  let bias = 0;
  let biasSquare = 0.01;
  let seed = 7;
  const order = rows.map((_, index) => index);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const other = Math.floor((seed / 4_294_967_296) * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const row = rows[index];
      if (!row) continue;
      const { places, weights: values } = row.looks;
      let sum = bias;
      for (let at = 0; at < places.length; at += 1)
        sum += (weights[(places[at] ?? 0) & (size - 1)] ?? 0) * (values[at] ?? 0);
      const off = 1 / (1 + Math.exp(-sum)) - (is(row) ? 1 : 0);
      if (Math.abs(off) < CLEAR) continue;
      for (let at = 0; at < places.length; at += 1) {
        const place = (places[at] ?? 0) & (size - 1);
        const slope = off * (values[at] ?? 0) + FADE * (weights[place] ?? 0);
        squares[place] = (squares[place] ?? 0) + slope * slope;
        weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt(squares[place] ?? 1);
      }
      biasSquare += off * off;
      bias -= (STEP * off) / Math.sqrt(biasSquare);
    }
  }
  // As it is kept, so that what is measured is what is shipped.
  return linear(kept({ bias, weights: Float32Array.from(weights) }));
}

const KIND_BITS = 14;
/** A kind with fewer labels than this is left to the rules. */
const FEWEST = 8;

/** Kinds that are no alarm and that the rules alone find badly. */
const USEFUL = [...new Set(COST_RULES.map(({ kind }) => kind))].filter((kind) => !CONSPICUOUS.has(kind));
const USEFUL_BITS = 13;
const FEWEST_USEFUL = 20;

/** Of each kind that has enough labels the line above which it is said, where right and found are together most (F1), by providers that did not teach it. */
export function usefulLines(rows: readonly Row[], language: Language): ReadonlyMap<TagKind, number> {
  const clear = rows.filter((row) => row.language === language && row.alone);
  const lines = new Map<TagKind, number>();
  for (const kind of USEFUL) {
    const is = (row: Row): boolean => row.kinds.has(kind);
    const all = clear.filter(is).length;
    if (all < FEWEST_USEFUL) continue;
    const scored: { weight: number; right: boolean }[] = [];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const taught = clear.filter(({ provider }) => foldOf(provider) !== fold);
      const model = learn(taught, USEFUL_BITS, is);
      for (const row of clear.filter(({ provider }) => foldOf(provider) === fold))
        scored.push({ weight: score(model, row.looks), right: is(row) });
    }
    let [right, best, line] = [0, 0, 0];
    for (const [index, each] of scored.toSorted((a, b) => b.weight - a.weight).entries()) {
      right += Number(each.right);
      const f1 = (2 * right) / (index + 1 + all);
      if (each.right && f1 > best) [best, line] = [f1, each.weight];
    }
    lines.set(kind, Math.floor(line * 10) / 10);
  }
  return lines;
}

function usefulKinds(rows: readonly Row[], lines: ReadonlyMap<TagKind, number>): ReadonlyMap<TagKind, UsefulKind> {
  const clear = rows.filter(({ alone, own }) => alone && !own);
  return new Map(
    [...lines].map(([kind, certain]): [TagKind, UsefulKind] => [
      kind,
      { linear: learn(clear, USEFUL_BITS, (row) => row.kinds.has(kind)), certain },
    ]),
  );
}

function languageModel(
  rows: readonly Row[],
  thresholds: Thresholds,
  lines: ReadonlyMap<TagKind, number>,
): LanguageModel {
  const clear = rows.filter(({ alone, conspicuous }) => alone || !conspicuous);
  const kinds = [...CONSPICUOUS]
    .filter((kind) => clear.filter((row) => row.kinds.has(kind)).length >= FEWEST)
    .map((kind): [TagKind, Linear] => [kind as TagKind, learn(clear, KIND_BITS, (row) => row.kinds.has(kind))]);
  return {
    conspicuous: learn(clear, FEATURE_BITS, (row) => row.conspicuous),
    kinds: new Map(kinds),
    useful: usefulKinds(rows, lines),
    ...thresholds,
  };
}

export interface Thresholds {
  readonly certain: number;
  readonly possible: number;
}

/** What all the rows teach. */
export function train(
  rows: readonly Row[],
  thresholds: Readonly<Record<Language, Thresholds>>,
  lines: Readonly<Record<Language, ReadonlyMap<TagKind, number>>>,
): Scorer {
  const model = (language: Language): LanguageModel =>
    languageModel(
      rows.filter((row) => row.language === language),
      thresholds[language],
      lines[language],
    );
  return { zh: model('zh'), en: model('en') };
}

/** Providers are parted into so many; each part is judged by what the others teach. */
export const FOLDS = 5;
export const foldOf = (provider: string): number => parseInt(hashOf(`fold ${provider}`).slice(0, 6), 16) % FOLDS;

/** The share of clauses of conspicuous kinds that at least the possible ones hold. */
const WHOLE = 0.98;

/**
 * What is aimed at for the certain ones. In Chinese as many are certain as there are: more precision would cost more clauses that are
 * no longer bold than it saves.
 */
const AIMS = { zh: { precision: 0.92, recall: 0.92 }, en: { precision: 0.95, recall: 0.92 } };

/**
 * `also` is taught in every part and judged in none. Where to draw the lines: certain where neither aim is missed by more than the
 * other, possible where hardly one is left out.
 */
export function thresholdsOf(rows: readonly Row[], also: readonly Row[], language: Language): Thresholds {
  const own = rows.filter((row) => row.language === language);
  const others = also.filter((row) => row.language === language);
  const units = new Map<string, { weight: number; is: boolean }>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const taught = own.filter(
      ({ provider, alone, conspicuous }) => foldOf(provider) !== fold && (alone || !conspicuous),
    );
    const model = learn([...taught, ...others], FEATURE_BITS, (row) => row.conspicuous);
    for (const row of own.filter(({ provider }) => foldOf(provider) === fold)) {
      const weight = score(model, row.looks);
      const before = units.get(row.unit)?.weight ?? Number.NEGATIVE_INFINITY;
      units.set(row.unit, { weight: Math.max(weight, before), is: row.conspicuous });
    }
  }
  const sorted = [...units.values()].toSorted((a, b) => b.weight - a.weight);
  const all = sorted.filter(({ is }) => is).length;
  const { precision, recall } = AIMS[language];
  let right = 0;
  let possible: number | undefined;
  let certain = { weight: 0, short: Number.POSITIVE_INFINITY };
  for (const [index, { weight, is }] of sorted.entries()) {
    right += Number(is);
    if (right >= WHOLE * all) possible ??= weight;
    const short = Math.max(precision - right / (index + 1), recall - right / all);
    if (right > 0 && short < certain.short) certain = { weight, short };
  }
  // To a tenth, downwards: rather a clause too many than one too few.
  const round = (value = 0): number => Math.floor(value * 10) / 10;
  return { certain: round(certain.weight), possible: round(possible) };
}
