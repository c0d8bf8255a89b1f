import type { Answer } from '../../../src-main/contract/rights.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** Between what a figure lies that is not known: in words, or nothing where nothing bounds it. Never less than nought says nothing. */
export function boundsWords(answer: Answer<unknown>, say: (value: string) => string): string | undefined {
  if (answer.known) return undefined;
  const least = answer.atLeast !== undefined && Number(answer.atLeast) > 0 ? answer.atLeast : undefined;
  const { atMost: most } = answer;
  if (least !== undefined && most !== undefined) return t('rights.between', { least: say(least), most: say(most) });
  if (least !== undefined) return t('rights.atLeast', { value: say(least) });
  return most === undefined ? undefined : t('rights.atMost', { value: say(most) });
}
