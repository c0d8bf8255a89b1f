import type { Fact, FactKind } from '../../fact.ts';
import { sentences } from '../../meaning/sentences.ts';

/** What says where a dispute goes, and by what law. */
const FORUM: ReadonlySet<FactKind> = new Set<FactKind>(['court', 'arbitration-body', 'governing-law']);

/** In front of the case: the words that a list defines, and the item’s mark. */
const LISTED = String.raw`(?:(?:governing\slaws?|venue|forum)[”"’']?\s(?:means?|is|are|shall\smean)[:\s]+)?(?:(?:and|or)\s)?(?:\(?[a-z\d]{1,3}\)\s)?`;
const LEAD = String.raw`^[^\p{L}]*${LISTED}(?:(?:however|but|provided\sthat|notwithstanding\sthe\sforegoing|otherwise)[,，]?\s)*`;
const CASES: readonly RegExp[] = [
  new RegExp(
    `${LEAD}(?<case>(?:if|where|when|for|with\\srespect\\sto|in\\s(?:the\\s)?(?:case|event)|to\\sthe\\sextent|should)\\b[^,.;]{3,160}(?:,\\s(?:or|and)\\s[^,.;]{3,80})?),`,
    'iu',
  ),
  /(?:^|[，。；：])\s*(?:但是?)?(?<case>(?:如果?|若|对于|针对|就|在)[^，。；：]{2,60})[，,]/u,
  /(?:^|[，。；：])\s*(?:但是?)?(?<case>[^，。；：]{2,60}?)的(?:[，,]|(?=适用|则?由|应?向|受))/u,
];
/** The same, said behind it: `… the laws of Hong Kong if the customer is located there`. */
const CASE_BEHIND =
  /^(?:\s(?:for|where|if|when|in\sthe\scase\sof)\s)(?<rest>[^.;]{3,100}?)(?=,?\s(?:and|or|otherwise)\s(?:otherwise\s|in\s(?:all|any)\sother\s|by\s)|[.;,]|$)/iu;
/** Everything else: what was said before it is the case of another. */
const OTHERWISE = /否则|其他情[况形]|\botherwise\b|,\sand\sby\b|\bin\s(?:all|any)\sother\b/iu;
/** That they first talk, that they go to court at all, as far as the law lets them, or that nothing else was agreed, is said of every forum. */
const OF_EVERY =
  /amicabl|negotiat|settle|resol(?:ve|ution)|cannot\sagree|otherwise|informal|any\s(?:reason|dispute|claim)|disputes?\s(?:aris|should|between)|avoidance\sof\sdoubt|litigation|proceedings|permitted|allowed|允许|适用法律|管辖|友好|解决|协商|调解|另有|争议|纠纷|分歧|不成|未能|本(?:协议|合同|条款)/iu;

/** On what condition the words before a forum make it one, as written; none where it is one in any case. */
function caseIn(before: string, behind: string): string | undefined {
  const own = before.split(OTHERWISE).at(-1) ?? '';
  const after = own === before ? CASE_BEHIND.exec(behind)?.[0].trim() : undefined;
  if (after !== undefined && !OF_EVERY.test(after)) return after;
  for (const pattern of CASES) {
    const words = pattern.exec(own)?.groups?.['case']?.trim();
    if (words !== undefined && !OF_EVERY.test(words)) return words;
  }
  return undefined;
}

const valueOf = ({ value }: Fact): string =>
  typeof value === 'string' ? value : typeof value === 'object' && 'rule' in value ? value.rule : '';

/** Forums and laws that hold only on a condition, with it as their scope: they contradict no other. */
export function forumCases(facts: readonly Fact[], textOf: (clause: string) => string): readonly Fact[] {
  return facts.map((fact) => {
    if (!FORUM.has(fact.kind) || fact.scope !== undefined) return fact;
    const text = textOf(fact.clause);
    const from = text.indexOf(fact.quote);
    const value = valueOf(fact);
    const at = text.indexOf(value, Math.max(0, from));
    const stretch = sentences(text).find(({ start, end }) => at >= start && at < end);
    const words = stretch && caseIn(text.slice(stretch.start, at), text.slice(at + value.length, stretch.end));
    return words === undefined ? fact : { ...fact, scope: { case: words } };
  });
}
