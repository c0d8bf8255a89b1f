import { ANNOUNCED, HANDED_ON, OTHER_OBJECTION } from '../../agreement/rules/objections.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type Missing, type TermStep, unknown } from '../answer.ts';
import { citation, type TermBasis } from '../basis.ts';
import { addDays, type CivilDate, dateWords } from '../calendar/civil-date.ts';

/** That one objects before what was announced takes effect, without a length: `应在变更生效日前书面提出异议`, `may object before the effective date`. */
const BEFORE_EFFECT =
  /(?:生效|施行|实施|执行)(?:之)?(?:日期?)?(?:之|以)?前[^。；]{0,24}?(?:异议|反对|不同意|不接受|拒绝)|(?:异议|反对)[^。；]{0,24}?(?:生效|施行|实施|执行)(?:之)?(?:日期?)?(?:之|以)?前|\b(?:object(?:s|ion|ions)?|reject(?:s|ion)?|disagree\w*|refuse)\b[^.;]{0,60}?\b(?:before|prior\sto)\s(?:[^.;]{0,30}?\beffective\sdate|[^.;]{0,40}?\b(?:takes?\seffect|becomes?\seffective|comes?\sinto\s(?:effect|force)))|\b(?:before|prior\sto)\s[^.;]{0,40}?\b(?:effective\sdate|takes?\seffect|becomes?\seffective)\b[^.;]{0,60}?\b(?:object|reject|disagree|refuse)/iu;

/** The clause that has one object to a change, or to a transfer of the contract, before it takes effect; absent where none does. */
export function objectsBeforeEffect({ sources }: TermBasis, kind: string): TermStep['clause'] {
  for (const source of sources)
    for (const { id, text } of source.clauses) {
      const words = text
        .split(/(?<=[。；;])|(?<=\.)\s/u)
        .find(
          (each) =>
            BEFORE_EFFECT.test(each) &&
            ANNOUNCED.test(each) &&
            !OTHER_OBJECTION.test(each) &&
            HANDED_ON.test(each) === (kind === 'assignment'),
        );
      if (words !== undefined) return citation(source, id, words.trim());
    }
  return undefined;
}

/**
 * A last day that is not known, with the eve of effect as the soonest. It rests on the clause that has one object before the effect; what
 * the arrival lacks is told by what is missing and, with its own clauses, where the arrival is told.
 */
export function atSoonest(
  { missing, steps }: { readonly missing: readonly Missing[] } & Pick<Answer<Deadline>, 'steps'>,
  effective: Answer<Deadline>,
  effect: CivilDate,
  clause: TermStep['clause'],
): Answer<Deadline> {
  const eve = addDays(effect, -1);
  if (!clause) return unknown(missing, steps, eve);
  const text = sentence('term.notice-clock.last-day-at-soonest', { on: dateWords(effect), words: dateWords(eve) });
  return unknown(missing, [...effective.steps, { text, clause }], eve);
}
