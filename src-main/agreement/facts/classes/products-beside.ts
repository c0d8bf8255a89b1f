import type { Fact } from '../../fact.ts';
import { creditsBeside } from './credits-beside.ts';
import { besideFurtherCaps } from './further-caps.ts';
import { besideEachOther } from './side-by-side.ts';

type Source = Parameters<typeof besideEachOther>[1][number];

/**
 * The facts with what one sentence gives several products side by side, each under its product: credits, caps and promises; and in doubt
 * where nobody read whose a further one is.
 * @param named the facts before the headings gave them classes
 */
export const productsBeside = (
  facts: readonly Fact[],
  sources: readonly Source[],
  named: readonly Fact[],
): readonly Fact[] => besideFurtherCaps(besideEachOther(creditsBeside(facts, sources), sources, named), sources);
