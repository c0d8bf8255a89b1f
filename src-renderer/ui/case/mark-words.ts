import type { CaseAct, CaseView } from '../../../src-main/contract/letters-cases.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What the button says that marks a step: a claim is settled by its credit. */
export const markWords = ({ kind }: Pick<CaseView, 'kind'>, act: CaseAct): string =>
  t(`letters.case.mark.${act === 'settled' && kind === 'claim' ? 'credited' : act}`);
