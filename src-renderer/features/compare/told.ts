import { say, sentence } from '../../../assets/messages/say.ts';
import type { ChangeKind, ImpactLine, RedlineRow } from '../../../src-main/contract/compare.ts';

type RowChange = NonNullable<RedlineRow['change']>;
type Reason = ImpactLine['reasons'][number];

/** What the marks in the text show by themselves: words that came, went or were put for others. Any other kind is named. */
export const isShown = (kind: ChangeKind): kind is 'changed' | 'added' | 'removed' =>
  kind === 'changed' || kind === 'added' || kind === 'removed';

/** What happened to a clause besides, which neither the marks in its text nor a reason tells: it stands beside the reasons. */
export const alsoOf = ({ also, reasons }: Pick<RowChange, 'also' | 'reasons'>): readonly Reason[] =>
  also.flatMap((kind) =>
    isShown(kind) || reasons.some((each) => each.kind === kind) ? [] : sentence(`compare.also.${kind}`),
  );

const keyOf = (reason: Reason): string | undefined => ('key' in reason ? reason.key : undefined);

const DUTY = say(sentence('compare.reasons.name.duty'), 'zh');

/** Whether it is about words of right or duty: the name of these stands in it as it is said in both languages. */
const isOfDuty = (reason: Reason): boolean => {
  const name = 'key' in reason ? reason.params?.['name'] : undefined;
  return typeof name === 'object' && 'zh' in name && name.zh === DUTY;
};

/**
 * Reasons that say something a reader does not have from another of them. Which figure became which says that a figure
 * changed; that a clause is new or gone says that its words are.
 */
export function toldOf(reasons: readonly Reason[]): readonly Reason[] {
  const keys = new Set(reasons.map(keyOf));
  return reasons.filter((each) => {
    const key = keyOf(each);
    if (key === 'compare.reasons.tag-figure') return !keys.has('compare.arrow');
    if (!isOfDuty(each)) return true;
    if (key === 'compare.reasons.added') return !keys.has('compare.reasons.conspicuous-added');
    return key !== 'compare.reasons.struck' || !keys.has('compare.reasons.conspicuous-removed');
  });
}
