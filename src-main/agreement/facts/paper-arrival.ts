import type { Fact } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentenceOf, wordsAt } from '../meaning/phrases.ts';
import { sentences } from '../meaning/sentences.ts';
import { EN_ORDINAL, NUMBER } from '../quantity/written-numbers.ts';

/** Paper that is brought to somebody's door, and signed for. */
const PAPER =
  /快递|邮寄|邮政|挂号|信函|信件|特快专递|\bEMS\b|\bcourier|\bregistered\s(?:mail|post|letter)|\bby\s(?:post|mail|hand)\b|\bletters?\b/iu;
const ON_SIGNATURE =
  /(?:签收|收件人收到)(?:之)?(?:日|时|当日|当天|后)?[^，。；]{0,4}(?:即|即视为|视为|即为|为)?(?:送达|收到)|\b(?:deemed|considered|treated\sas)\b[^.;]{0,40}\b(?:received|delivered|served|given)\b[^.;]{0,12}\b(?:on|upon|at|when)\s(?:the\s)?(?:(?:date|day|time)\sof\s)?(?:its\s|actual\s|their\s)?(?:signature|signing|signed\s(?:for|receipt))/iu;
/** What holds only where nobody signs. */
const NOT_SIGNED =
  /(?:无法|不能|未能|拒绝|拒不|拒|无人|未|没有)(?:予以)?签收|\b(?:refus\w*|unable|not\ssigned|nobody|fails?)\b/iu;

/**
 * That paper counts as delivered on the day on which it is signed for: a rule of the agreement that counts from its arrival. Only where
 * its sentence gives no time.
 */
export function paperArrivals(sources: readonly { readonly clause: Clause }[]): readonly Fact[] {
  return sources.flatMap(({ clause }) => {
    const found = sentences(clause.text).flatMap((stretch) => {
      const sentence = sentenceOf(clause.text, stretch);
      const { text, quantities } = sentence;
      if (quantities.size > 0 || !PAPER.test(text) || NOT_SIGNED.test(text)) return [];
      const rule = ON_SIGNATURE.exec(text);
      if (!rule) return [];
      const start = rule.index;
      const words = wordsAt(clause.text, sentence, { start, end: start + rule[0].length });
      return [{ words, quote: clause.text.slice(stretch.start, stretch.end).trim() }];
    });
    const [first] = found;
    if (!first) return [];
    const value = { channel: 'post', delay: { value: 0, unit: 'day' }, words: first.words } as const;
    const id = `${clause.id}/delivery/signed`;
    return [{ id, kind: 'delivery', value, unit: 'day', anchor: 'received', clause: clause.id, quote: first.quote }];
  });
}

/** An ordinal that leaves unsaid of what: `by post, on the fifth`. */
const ORDINAL_ALONE = new RegExp(
  String.raw`\b(?:by|via)\s(?:\w+\s){0,2}(?:post|mail|courier|letter)\b[^.;,]{0,30},?\son\sthe\s${EN_ORDINAL}\s*(?=[.;,]|$)|(?:邮寄|快递|信函|挂号信?|特快专递)[^，。；]{0,10}[，,]?\s*(?:则?为|于|在)?第\s?${NUMBER}\s*个?\s*(?=[，。；]|$)`,
  'iu',
);
const ON_DELIVERY = /送达|收到|\b(?:received|delivered|served|given)\b/iu;

/** A rule for paper that is written with a day and does not say of what: told in its words, never counted and never dropped. */
export function paperDaysNotRead(sources: readonly { readonly clause: Clause }[]): readonly Fact[] {
  return sources.flatMap(({ clause }): readonly Fact[] => {
    const words = ON_DELIVERY.test(clause.text) ? ORDINAL_ALONE.exec(clause.text)?.[0] : undefined;
    if (words === undefined) return [];
    const value = { channel: 'post', delay: { value: 0, unit: 'text' }, words } as const;
    return [
      {
        id: `${clause.id}/delivery/ordinal`,
        kind: 'delivery',
        value,
        unit: 'text',
        anchor: 'posted',
        clause: clause.id,
        quote: words,
      },
    ];
  });
}
