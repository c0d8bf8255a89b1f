import { screen } from '@testing-library/svelte';
import Decision from '../../../../../src-renderer/features/review/Decision.svelte';
import type { DecisionPage, VersionView } from '../../../../../src-main/contract/review.ts';
import { anId } from '../../given/agreements.ts';
import type { Answers, Double } from '../../given/double.ts';
import { the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { show } from '../../given/page.ts';
import { aDecisionPage, aProgress, aView, theWords } from '../../given/review.ts';

/** A version of which everything was seen. */
export const ready = (more: Partial<VersionView> = {}): VersionView => aView({ progress: aProgress([]), ...more });
export const place = { screen: 'decision', versionId: anId(101) } as const;

/** The page with somebody who signed last. */
export const known = (more: Partial<DecisionPage> = {}): DecisionPage =>
  aDecisionPage({ signedLast: { companyId: anId(61), signatoryId: anId(71) }, ...more });

/** The decision on a version, shown. */
export const decision = (
  view: VersionView,
  page: DecisionPage = known(),
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(
    Decision,
    { place },
    {
      'review.open': () => view,
      'review.page': () => page,
      'review.statement': theWords,
      'review.next': () => undefined,
      ...answers,
    },
    wish,
  );

/** The button that binds; absent where it is not offered. */
export const binding = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-act=accept]');

export function accept(): HTMLElement {
  const button = binding();
  if (!button) throw new Error('nothing can be accepted here');
  return button;
}
export const setAside = (): HTMLElement => the('button', 'review.decision.defer');
/** The button that records that it was put off. */
export const deferred = (): HTMLElement => screen.getByRole('button', { name: 'Not now' });
export const person = (name: string): HTMLElement => screen.getByRole('radio', { name: new RegExp(`^${name}`, 'u') });
export const isChosen = (radio: HTMLElement): boolean => (radio as HTMLInputElement).checked;
export const justClicked = (): Promise<void> => click(the('radio', 'review.conclusion.kinds.just-clicked'));
