import type { CaseAct, CaseState, CaseView } from '../../../src-main/contract/letters-cases.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What the button says that marks a step: a claim is settled by its credit. */
export const markWords = ({ kind }: Pick<CaseView, 'kind'>, act: CaseAct): string =>
  t(`letters.case.mark.${act === 'settled' && kind === 'claim' ? 'credited' : act}`);

/** What a state is called: a claim is settled by its credit. */
export const stateWords = ({ kind, state }: Pick<CaseView, 'kind'> & { readonly state: CaseState }): string =>
  t(`letters.case.states.${state === 'settled' && kind === 'claim' ? 'credited' : state}`);
