import type { Anchor } from '../fact.ts';
import { actorBefore, isDenied } from '../frames/polarity.ts';
import { sentences } from '../meaning/sentences.ts';
import {
  ANNOUNCED,
  BY_USE,
  FROM_EFFECT,
  LATER_OF_TWO,
  OBJECT_BEFORE,
  OBJECT_FROM,
  OBJECT_WITHIN,
  OBJECTION_WORDS,
  OTHER_OBJECTION,
  OBJECTING,
  SILENCE_AGREES,
  SILENT,
  TAKEN_FOR,
  UNTIL_ITS_END,
} from '../rules/objections.ts';
import { firstOf, type Hit, lengthFact, type Stated, type Told, wholeQuote } from './told.ts';

/** How far from the length its start is looked for. */
const NEAR = 48;
const CHINESE = /\p{Script=Han}/u;

/** From when it runs: what stands nearest before the length in Chinese (`收到通知后7日内`), right behind it in English (`within 7 days of receipt`). */
function anchorOf({ sentence: { text } }: Told, { at }: Hit): Anchor | undefined {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const behind = text.slice(at + 1, at + 1 + NEAR).split(/[，,。；;]/u)[0] ?? '';
  if (CHINESE.test(text)) return lastOf(before) ?? firstAnchor(behind);
  return firstAnchor(behind) ?? lastOf(before);
}

const places = (words: string): readonly { readonly anchor: Anchor; readonly index: number }[] =>
  OBJECT_FROM.flatMap(([anchor, pattern]) =>
    [...words.matchAll(new RegExp(pattern.source, 'giu'))].map(({ index }) => ({ anchor, index })),
  ).toSorted((a, b) => a.index - b.index);

const lastOf = (words: string): Anchor | undefined => places(words).at(-1)?.anchor;
const firstAnchor = (words: string): Anchor | undefined => places(words)[0]?.anchor;

/** The sentence, with the one before it where only that says what is objected to. */
function quoteWithSubject(told: Told): string {
  const own = wholeQuote(told);
  if (ANNOUNCED.test(told.sentence.text)) return own;
  const { text } = told.clause;
  const all = sentences(text);
  const here = all.findIndex(({ start, end }) => text.slice(start, end).includes(own));
  const before = all[here - 1];
  const stretch = all[here];
  return before && stretch && ANNOUNCED.test(text.slice(before.start, before.end))
    ? text.slice(before.start, text.indexOf(own, stretch.start) + own.length).trim()
    : own;
}

/**
 * Whether silence counts as the customer's consent: it is not the provider who is silent or who is taken to agree, and the sentence
 * does not deny that it counts.
 */
function silenceAgrees(text: string): boolean {
  const match = SILENCE_AGREES.exec(text);
  if (!match || BY_USE.test(text)) return false;
  const silent = SILENT.exec(match[0]);
  if (silent && actorBefore(text, match.index + silent.index) === 'provider') return false;
  return [...text.matchAll(TAKEN_FOR)].every(({ index, 0: words, groups }) => {
    const end = index + words.length;
    return groups?.['provider'] === undefined && !isDenied(text, { start: index, end });
  });
}

/** Whether it is the customer, or nobody in particular, who may object within that length. */
function customerObjects(text: string, at: number): boolean {
  const verbs = [...text.matchAll(OBJECTING)].map(({ index }) => index);
  const near = verbs.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? at;
  const denied = CHINESE.test(text) ? at : near;
  if (isDenied(text, { start: denied, end: denied + 1 })) return false;
  return actorBefore(text, CHINESE.test(text) ? Math.max(near, at) : near) !== 'provider';
}

/**
 * How long after it was told of a change, or of a transfer of the contract, the customer may object, and that silence is taken for
 * agreement. What may be objected to otherwise (a bill, a delivery, a renewal) is none of these.
 */
export function objectionFacts(told: Told): readonly Stated[] {
  const { text } = told.sentence;
  const all = `${text} ${told.around}`;
  if (!OBJECTION_WORDS.test(all) || OTHER_OBJECTION.test(all.replace(UNTIL_ITS_END, ' ')) || !ANNOUNCED.test(all))
    return [];
  const quote = quoteWithSubject(told);
  const silence: readonly Stated[] = silenceAgrees(text)
    ? [{ kind: 'deemed-consent', value: wholeQuote(told), unit: 'text', quote }]
    : [];
  if (!OBJECTION_WORDS.test(text) || LATER_OF_TWO.test(text)) return silence;
  const back = firstOf(told, OBJECT_BEFORE);
  if (back && !customerObjects(text, back.at)) return silence;
  if (back) return [...lengthFact('objection-window', told, back, { anchor: 'effective', quote }), ...silence];
  const hit = firstOf(told, OBJECT_WITHIN);
  if (!hit || !customerObjects(text, hit.at)) return silence;
  const anchor = anchorOf(told, hit);
  // What it says of its effect may be the start that was not found.
  if (anchor !== 'in-force' && FROM_EFFECT.test(text)) return silence;
  return [
    ...lengthFact('objection-window', told, hit, { ...(anchor === undefined ? {} : { anchor }), quote }),
    ...silence,
  ];
}
