import type { BasisVersion } from '../../../../src-main/contract/rights.ts';
import { t } from '../../../kernel/preferences.svelte.ts';

/** Which text the figures of a time rest on: said of that time, beside what the head of the screen says of now. */
export const basisThen = ({ by, ordinal }: BasisVersion, when: string): string =>
  t(`rights.basis.then.${by}`, { when, ordinal });
