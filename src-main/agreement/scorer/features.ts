import type { Clause, ClauseTag } from '../model.ts';
import { type Parties, partiesOf } from '../parties/parties.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { INTRO } from '../rules/inherit.ts';
import type { StructuredDocument } from '../structure/structured.ts';
import { filledSlots } from './slots.ts';

/** So many places a feature can have. */
export const FEATURE_BITS = 17;
const PLACES = 1 << FEATURE_BITS;

/** What a clause looks like to the scorer: places of its features, each with its weight. */
export interface Features {
  readonly places: Uint32Array;
  readonly weights: Float32Array;
}

const BEGINNING = 2_166_136_261;
const PRIME = 16_777_619;

/** FNV-1a of what came before and of more words. */
function hashOn(state: number, words: string): number {
  let hash = state;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), PRIME);
  return hash;
}

/** The place of a hash, its low bits spread. */
function place(state: number): number {
  const hash = Math.imul(state ^ (state >>> 15), 0x2c_1b_3c_6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % PLACES;
}

const placeOf = (feature: string): number => place(hashOn(BEGINNING, feature));

const SIDE_WORDS = { provider: ' \uE001 ', customer: ' \uE002 ', either: ' \uE003 ' } as const;
const TOKEN = /\p{Script=Han}|[a-z]+|[0，。；：、:;,.()%$¥\uE001-\uE003]/gu;

/** The words as the scorer sees them: whoever is named is his side, every number is one. */
function masked(parties: Parties, text: string): string {
  return plain(text)
    .replace(parties.pattern, (name) => {
      const side = parties.side(name);
      return side === undefined ? name : SIDE_WORDS[side];
    })
    .toLowerCase()
    .replace(/\d+(?:[.,]\d+)*/gu, '0');
}

const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

function addGrams(places: Set<number>, prefix: string, tokens: readonly string[], longest: number): void {
  const start = hashOn(BEGINNING, prefix);
  for (let at = 0; at < tokens.length; at += 1) {
    let state = start;
    for (let next = at; next < Math.min(tokens.length, at + longest); next += 1) {
      state = hashOn(Math.imul(state ^ 95, PRIME), tokens[next] ?? '');
      places.add(place(state));
    }
  }
}

/** Slots and sides of one sentence, in their order. */
function frameOf(sentence: string, language: 'zh' | 'en'): readonly string[] {
  const sides = [...sentence.matchAll(/[\uE001-\uE003]/gu)].map(({ 0: name, index }) => ({ name, start: index }));
  return [...filledSlots(sentence, language), ...sides].toSorted((a, b) => a.start - b.start).map(({ name }) => name);
}

const FRAME_REACH = 7;

function addFrames(places: Set<number>, text: string, language: 'zh' | 'en'): void {
  for (const { start, end } of sentences(text)) {
    const frame = frameOf(text.slice(start, end), language).slice(0, 60);
    for (let at = 0; at < frame.length; at += 1) {
      const first = frame[at];
      places.add(placeOf(`f_${first}`));
      for (let next = at + 1; next < Math.min(frame.length, at + FRAME_REACH); next += 1)
        places.add(placeOf(`f2_${first}_${frame[next]}`));
      places.add(placeOf(`f3_${first}_${frame[at + 1]}_${frame[at + 2]}`));
    }
  }
}

const LONGEST_GRAM = { zh: 4, en: 3 };

/** How much each block of features weighs beside the others. */
export const BLOCKS = { words: 1, frames: 0.8, introduction: 1.2, headings: 0.5, above: 0.5, rules: 1, document: 0.3 };
const LONGEST_READ = 6000;
const HEADING_WORDS = 60;

const INTRODUCTION_LENGTH = 240;
/** A sentence that speaks of a list and then goes on. */
const LEAD =
  /(?:以下|下列|如下|下述)(?:任[何一]|各项?)?(?:情形|情况|原因|事由|因素|风险|行为|事项|事件|条件|方式|任一)|\bfollowing (?:reasons|circumstances|events|cases|situations|conditions|causes|acts|conduct)\b/iu;
/** Part of a sentence that others of its list go on. */
const PART = /[;；](?:\s*(?:and|or|和|或者?|以及))?$/u;

/**
 * Which clause introduces each: the clause above it, or the paragraph before the list that it is an item of; an item of an item has
 * its introduction where it has none of its own.
 */
export function introducedBy(clauses: readonly Clause[]): readonly (number | undefined)[] {
  const introduces = (at: number): boolean => {
    const clause = clauses[at];
    if (!clause || clause.role === 'heading') return false;
    if (INTRO.test(clause.text.slice(-200))) return true;
    const next = clauses[at + 1];
    const lists = next?.number !== undefined && (next.parent === clause.id || next.parent === clause.parent);
    return lists && (LEAD.test(clause.text) || PART.test(next.text)) && (next.parent === clause.id || !clause.number);
  };
  const index = new Map(clauses.map(({ id }, at) => [id, at]));
  const runs = new Map<string, number>();
  const found: (number | undefined)[] = [];
  clauses.forEach((clause, at) => {
    const parent = clause.parent ?? '';
    const above = index.get(parent);
    const item = clause.number !== undefined || clause.role === 'item';
    if (!item) runs.delete(parent);
    const higher = above === undefined ? undefined : introduces(above) ? above : found[above];
    found.push(item ? (runs.get(parent) ?? higher) : undefined);
    if (!item && introduces(at)) runs.set(parent, at);
  });
  return found;
}

/** The last words of what introduces a clause, and of what introduces that. */
function introductionOf(introduced: readonly (number | undefined)[], words: readonly string[], index: number): string {
  const by = introduced[index];
  if (by === undefined) return '';
  const higher = introduced[by];
  const said = (words[by] ?? '').slice(-INTRODUCTION_LENGTH);
  return higher === undefined ? said : `${(words[higher] ?? '').slice(-INTRODUCTION_LENGTH)} ${said}`;
}

/** The features of every clause of a document, index-aligned; `tags` are what the rules found. */
export function features(doc: StructuredDocument, tags: readonly (readonly ClauseTag[])[]): readonly Features[] {
  const parties = partiesOf(doc);
  const language = doc.language === 'en' ? 'en' : 'zh';
  const longest = LONGEST_GRAM[language];
  const at = new Map(doc.clauses.map((clause, index) => [clause.id, index]));
  const words = doc.clauses.map(({ text }) => masked(parties, text.slice(0, LONGEST_READ)));
  const introduced = introducedBy(doc.clauses);
  const title = new Set<number>();
  addGrams(title, 'd', tokensOf(masked(parties, doc.title)), 2);
  title.add(placeOf(`kind${doc.kind}`));
  const heads = new Map<string, ReadonlySet<number>>();
  const headsOf = (clause: Clause): ReadonlySet<number> => {
    const above = clause.parent === undefined ? undefined : heads.get(clause.parent);
    const own = new Set(above);
    const heading = clause.heading ?? (clause.text.length < HEADING_WORDS ? clause.text : undefined);
    if (heading !== undefined) addGrams(own, 'h', tokensOf(masked(parties, heading)), 3);
    heads.set(clause.id, own);
    const named = new Set(above);
    if (clause.heading !== undefined) addGrams(named, 'h', tokensOf(masked(parties, clause.heading)), 3);
    return named;
  };
  return doc.clauses.map((clause, index): Features => {
    const text = words[index] ?? '';
    const above = at.get(clause.parent ?? '');
    const own = new Set<number>();
    addGrams(own, 't', tokensOf(text), longest);
    const frames = new Set<number>();
    addFrames(frames, text, language);
    const introduction = new Set<number>();
    const before = introductionOf(introduced, words, index);
    addGrams(introduction, 't', tokensOf(before), longest);
    addFrames(introduction, before, language);
    const parent = new Set<number>();
    if (above !== undefined) {
      addGrams(parent, 'p', tokensOf((words[above] ?? '').slice(-200)), 3);
      for (const tag of tags[above] ?? []) parent.add(placeOf(`PR${tag.kind}`));
    }
    const rules = new Set<number>([placeOf('b'), placeOf(`role${clause.role}`)]);
    rules.add(placeOf(`len${Math.min(9, Math.floor(Math.log2(clause.text.length + 1)))}`));
    for (const tag of tags[index] ?? []) {
      rules.add(placeOf(`R${tag.kind}`));
      rules.add(placeOf(`R${tag.kind}_${tag.by}_${tag.title}`));
    }
    return joined([
      [own, BLOCKS.words],
      [frames, BLOCKS.frames],
      [introduction, BLOCKS.introduction],
      [headsOf(clause), BLOCKS.headings],
      [parent, BLOCKS.above],
      [rules, BLOCKS.rules],
      [title, BLOCKS.document],
    ]);
  });
}

/** What words alone look like, without anything around them. */
export function wordFeatures(parties: Parties, text: string, language: 'zh' | 'en'): Features {
  const words = masked(parties, text);
  const own = new Set<number>();
  addGrams(own, 't', tokensOf(words), LONGEST_GRAM[language]);
  const frames = new Set<number>();
  addFrames(frames, words, language);
  return joined([
    [own, BLOCKS.words],
    [frames, BLOCKS.frames],
  ]);
}

/** Blocks together, each scaled by the root of its size, so that a long clause does not speak louder than a short one. */
function joined(blocks: readonly (readonly [ReadonlySet<number>, number])[]): Features {
  const size = blocks.reduce((sum, [places]) => sum + places.size, 0);
  const places = new Uint32Array(size);
  const weights = new Float32Array(size);
  let at = 0;
  for (const [block, weight] of blocks) {
    const scaled = weight / Math.sqrt(Math.max(1, block.size));
    for (const place of block) {
      places[at] = place;
      weights[at] = scaled;
      at += 1;
    }
  }
  return { places, weights };
}
