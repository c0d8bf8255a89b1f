import { isDenied } from './polarity.ts';
import { type Slot, slotsOf } from './slots.ts';

/** The slots of a sentence that sends disputes to arbitration: that it is arbitrated, by what body or under whose rules. */

const ARBITRATED = /仲裁|arbitrat|mediation\b|\bJAMS\b|\bAAA\b/iu;
/** Rules that a text only speaks of, and bodies that somebody may not go to. */
const NOT_SENT =
  /(?:不得|不能|放弃|排除)[^，。；]{0,12}仲裁|\b(?:not|never|no)\s(?:be\s)?(?:subject\sto|submit\w*|go\sto)\s[^.;]{0,20}arbitrat/iu;

const PLACE_ZH = String.raw`(?:(?!向|由|至|到|在|于|交|请|诉|可|应|均|将|的|双|任|选|或|提)\p{Script=Han}[ \u3000]*){2,14}?`;
const BODIES: readonly RegExp[] = [
  // `提交深圳国际仲裁院仲裁`, `由临沂仲裁委员会裁决`
  new RegExp(
    String.raw`(?<value>${PLACE_ZH}仲裁[ \u3000]*(?:委员会|院|中心|机构|委)(?:[（(][\p{Script=Han}A-Z]{2,12}[）)])?(?:(?:(?![向由至到在于])\p{Script=Han}){2,4}分会)?)`,
    'gu',
  ),
  /(?<value>\b(?:the\s)?(?:[A-Z][\p{L}'’.&-]+\s(?:(?:of|and|for|the)\s)*){1,6}(?:Arbitration|Mediation|Arbitral)(?:\s(?:Association|Commission|Cent(?:re|er)|Institute|Court|Tribunal|Board|Forum|Chamber|Services?|and\sMediation(?:\sServices?)?))(?:,?\sInc\.?)?(?:\s\([“"']?(?:the\s[“"'])?\**[A-Z]{2,8}\**[”"']?\))?)/gu,
  // `the Vienna Court of Arbitration`, `the Arbitration Institute of the Stockholm Chamber of Commerce`
  /(?<value>\b(?:[A-Z][\p{L}'’.&-]+\s){0,4}(?:(?:Permanent\s)?Court|Chamber|Board|Institute|Cent(?:re|er))\s(?:of|for)\s(?:International\s|Commercial\s|Domestic\s)*Arbitration\b(?:\s(?:of|at|attached\sto)\s(?:the\s)?[A-Z]\p{L}+(?:\s(?:(?:of|and)\s)?[A-Z]\p{L}+){0,5})?)/gu,
  /(?<value>\b(?:Arbitration|Arbitral)\s(?:Institute|Court|Cent(?:re|er)|Tribunal|Board)\s(?:of|at|attached\sto)\s(?:the\s)?[A-Z]\p{L}+(?:\s(?:(?:of|and)\s)?[A-Z]\p{L}+){0,5})/gu,
  /(?<value>\b(?:American|London|Singapore|Hong\sKong|Judicial|National|International|European|Swiss|German)\s(?:[A-Z][\p{L}-]+\s){0,4}?(?:Arbitration(?:\s(?:and|&)\sMediation)?|Mediation)(?:\s(?:Association|Commission|Cent(?:re|er)|Institute|Court|Services?))?(?:,?\sInc\.?)?(?:\s\([“"'*]*[A-Z]{2,8}[”"'*]*\))?)/gu,
  /\badministered\s(?:exclusively\s|solely\s)?by\s(?:the\s)?(?<value>(?!Arbitrat|Rules)[A-Z][\p{L}&.-]*\p{L}(?:\s(?:(?:of|for|and|&)\s)?[A-Z][\p{L}&.-]*\p{L}){1,6}(?:,\s(?:Inc\.?|LLC))?)/gu,
  /(?<value>\bInternational\sChamber\sof\sCommerce\b)/gu,
  /(?<value>\b(?:JAMS(?:,?\sI(?:nc|NC)\.?)?|HKIAC|SIAC|CIETAC|LCIA|CPR|NAM|AAA)\b)/gu,
];

/** Left of a name, that it is one: what is sent, administered or ruled by it. */
const NAMED_BY =
  /(?:\b(?:by|before|with|to|through|under|of|from|the|via|contact|use)\s(?:the\s)?(?:rules\sof\s(?:the\s)?)?(?:\w+\srules\sof\s(?:the\s)?)?[“"'*(\s]*$)|^\W*$/iu;
/** A form of `by the rules then in force of that body` and of nothing else: rules of evidence, a federal act. */
const NO_BODY =
  /^(?:the\s)?(?:Federal|Uniform|United\sStates)\sArbitration|Arbitration\s(?:Agreement|Act|Notice|Rules?|Procedures?|Provision|Clause)|^(?:该|本|此|域名|劳动|人事|农村土地|相关|司法|行政|所在地|当地|有关|上述|前述|任何|其他|一家|我国|中国境内)+(?:的)?仲裁/iu;

/** The bodies that a sentence sends disputes to, each once. */
export function bodiesIn(sentence: string): readonly Slot[] {
  if (!ARBITRATED.test(sentence) || NOT_SENT.test(sentence)) return [];
  const found: Slot[] = [];
  for (const pattern of BODIES)
    for (const slot of slotsOf(sentence, pattern)) {
      const bare = slot.words.replace(
        /^(?:(?:the|The|of|and|under|Under|by|By|Rules|Procedures?|Commercial|Comprehensive|Arbitration\sRules)\s)+/u,
        '',
      );
      const start = slot.start + slot.words.length - bare.length;
      if (isDenied(sentence, { start, end: slot.end })) continue;
      if (NO_BODY.test(bare) || found.some((other) => start < other.end && other.start < slot.end)) continue;
      const latin = /^[A-Z]/u.test(bare);
      if (
        latin &&
        !NAMED_BY.test(sentence.slice(Math.max(0, start - 60), start)) &&
        !/Association|Cent|Commission/u.test(bare)
      )
        continue;
      found.push({ words: bare, start, end: slot.end });
    }
  return found;
}
