import type { Sentence } from '../../../assets/messages/say.ts';
import type { ChangeKind } from '../../../src-main/contract/compare.ts';

/** What the marks in the text show by themselves: words that came, went or were put for others. */
export const isShown = (kind: ChangeKind): boolean => kind === 'changed' || kind === 'added' || kind === 'removed';

const has = (reasons: readonly Sentence[], key: Sentence['key']): boolean => reasons.some((each) => each.key === key);

const nameOf = ({ params }: Sentence): string | undefined => {
  const name = params?.['name'];
  return typeof name === 'object' && 'key' in name ? name.key : undefined;
};

/**
 * Reasons that say something a reader does not have from another of them. Which figure became which says that a figure
 * changed; that a clause is new or gone says that its words are.
 */
export function toldOf(reasons: readonly Sentence[]): readonly Sentence[] {
  const figures = has(reasons, 'compare.arrow');
  const came = has(reasons, 'compare.reasons.conspicuous-added');
  const went = has(reasons, 'compare.reasons.conspicuous-removed');
  return reasons.filter((each) => {
    if (each.key === 'compare.reasons.tag-figure') return !figures;
    if (nameOf(each) !== 'compare.reasons.name.duty') return true;
    return !(came && each.key === 'compare.reasons.added') && !(went && each.key === 'compare.reasons.struck');
  });
}
