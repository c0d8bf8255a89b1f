import type { MarkedText } from '../../src-main/agreement/model.ts';
import { split } from '../../src-main/agreement/documents/split-documents.ts';
import { actingName } from '../../src-main/agreement/parties/acting-name.ts';
import { type KeptWords, type KnownWords, piecesOf } from '../../src-main/agreement/parties/known-words.ts';
import { NAME_TRAITS, nameCandidates, type NameTraits } from '../../src-main/agreement/parties/name-candidates.ts';
import { onlyCompany, onlyEnglishCompany, readProvider } from '../../src-main/agreement/parties/provider.ts';
import { isSure } from '../../src-main/agreement/parties/who-provides.ts';
import { read } from '../../src-main/agreement/read.ts';
import { repair } from '../../src-main/agreement/repair/repair.ts';
import { type DocumentLabel, isUnseen, letters, providerOf } from './labels.ts';
import { isNamed } from './same-fact.ts';
import { writtenTexts } from './own-texts.ts';

/** What teaches who provides: an agreement of a provider that is looked at, with the names that its readers gave. */
export interface NameLesson {
  readonly provider: string;
  readonly names: readonly string[];
  readonly title: string;
  readonly texts: readonly string[];
}

/** The agreement of a label; none of the providers that nobody looks at, nor where nobody has a name. */
export function lessonOf(head: DocumentLabel, marked: MarkedText): NameLesson | undefined {
  const [title] = read(marked, {}, null).documents.map((document) => document.title);
  const [part] = split(repair(marked, {}).passages, {});
  const isNameless = head.provider.every((name) => /^本(?:\p{Script=Han}{1,3}|APP)$/iu.test(name));
  return isUnseen(head.file) || isNameless || title === undefined || part === undefined
    ? undefined
    : {
        provider: providerOf(head.file),
        names: head.provider,
        title,
        texts: part.passages.map(({ text }) => text),
      };
}

/** A piece is any text's from so many providers on, some texts' from so many on. */
const MANY = 9;
const SOME = 2;

/** Which agreements have a piece: by provider, of the made-up ones of the project each by itself. */
type Holders = ReadonlyMap<string, ReadonlySet<string>>;

async function holdersOf(lessons: readonly NameLesson[]): Promise<Holders> {
  const holders = new Map<string, Set<string>>();
  const add = (whose: string, text: string): void => {
    for (const piece of piecesOf(text)) {
      const own = holders.get(piece) ?? new Set();
      own.add(whose);
      holders.set(piece, own);
    }
  };
  for (const { provider, title, texts } of lessons) add(provider, [title, ...texts].join('\n'));
  for (const [index, { text }] of (await writtenTexts()).entries()) add(`own ${index}`, text);
  return holders;
}

/** What is known of pieces without the texts of one provider: its own agreements do not tell that its name is common. */
const knownWithout = (holders: Holders, provider: string): KnownWords => ({
  rarity: (piece) => {
    const own = holders.get(piece);
    const count = (own?.size ?? 0) - Number(own?.has(provider) ?? false);
    return count >= MANY ? 0 : count >= SOME ? 1 : 2;
  },
});

function keptWords(holders: Holders): KeptWords {
  const of = (from: number, to: number): KeptWords['many'] => {
    const pieces = [...holders].filter(([, { size }]) => size >= from && size < to).map(([piece]) => piece);
    const isPair = (piece: string): boolean => /^\p{Script=Han}{2}$/u.test(piece);
    return {
      pairs: pieces.filter(isPair).toSorted().join(''),
      words: pieces
        .filter((piece) => !isPair(piece))
        .toSorted()
        .join(' '),
    };
  };
  return { many: of(MANY, Number.POSITIVE_INFINITY), some: of(SOME, MANY) };
}

/** The candidates of one agreement; what only holds a right name or is held by one teaches nothing. */
interface Choice {
  readonly share: number;
  readonly candidates: readonly { readonly traits: readonly (readonly [number, number])[]; readonly right: boolean }[];
}

function choiceOf(lesson: NameLesson, holders: Holders, share: number): Choice | undefined {
  const { title, texts, names } = lesson;
  const provider = readProvider(texts);
  if (provider && isSure(provider, texts)) return undefined;
  const company = provider?.name ?? onlyCompany(texts) ?? onlyEnglishCompany(texts);
  const also = {
    acting: actingName(title, texts),
    company: company === undefined ? undefined : { name: company, weak: provider !== undefined },
  };
  const candidates = nameCandidates(title, texts, also, knownWithout(holders, lesson.provider));
  const isExact = (name: string): boolean => names.some((each) => letters(each) === letters(name));
  const some = candidates.some(({ name }) => isExact(name));
  const isRight = (name: string): boolean => (some ? isExact(name) : isNamed(name, names));
  const told = candidates.filter(({ name }) => isRight(name) || !isNamed(name, names));
  return told.some(({ name }) => isRight(name))
    ? { share, candidates: told.map(({ name, traits }) => ({ traits: placed(traits), right: isRight(name) })) }
    : undefined;
}

const placed = (traits: NameTraits): readonly (readonly [number, number])[] =>
  NAME_TRAITS.flatMap((trait, place) => (traits[trait] === undefined ? [] : [[place, traits[trait]] as const]));

const STEPS = 160;
const PACE = 0.5;
const FADE = 0.003;

/** One step towards the weights by which the right candidates of a choice outweigh the others. */
function step(weights: Float64Array, slope: Float64Array, { candidates, share }: Choice): void {
  const sums = candidates.map(({ traits }) =>
    traits.reduce((sum, [place, value]) => sum + value * (weights[place] ?? 0), 0),
  );
  const most = sums.reduce((a, b) => Math.max(a, b));
  const odds = sums.map((sum) => Math.exp(sum - most));
  const all = odds.reduce((a, b) => a + b);
  const rightOnes = candidates.reduce((sum, { right }, index) => sum + (right ? (odds[index] ?? 0) : 0), 0);
  for (const [index, { traits, right }] of candidates.entries()) {
    const odd = odds[index] ?? 0;
    const pull = ((right ? odd / rightOnes : 0) - odd / all) * share;
    for (const [place, value] of traits) slope[place] = (slope[place] ?? 0) + pull * value;
  }
}

/** The weights of the traits and the known words: what `assets/reading/names.json` holds. A provider of many agreements counts as the root of them. */
export async function learnNames(
  lessons: readonly NameLesson[],
): Promise<KeptWords & { readonly weights: Readonly<Record<string, number>> }> {
  const holders = await holdersOf(lessons);
  const counts = new Map<string, number>();
  for (const { provider } of lessons) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  const choices = lessons.flatMap(
    (lesson) => choiceOf(lesson, holders, (counts.get(lesson.provider) ?? 1) ** -0.5) ?? [],
  );
  const whole = choices.reduce((sum, { share }) => sum + share, 0);
  const weights = new Float64Array(NAME_TRAITS.length);
  for (let time = 0; time < STEPS; time += 1) {
    const slope = new Float64Array(NAME_TRAITS.length);
    for (const choice of choices) step(weights, slope, choice);
    for (const [place, weight] of weights.entries())
      weights[place] = weight + PACE * ((3 * (slope[place] ?? 0)) / whole - FADE * weight);
  }
  const rounded = NAME_TRAITS.map((trait, place) => [trait, Math.round((weights[place] ?? 0) * 100) / 100] as const);
  return { weights: Object.fromEntries(rounded), ...keptWords(holders) };
}
