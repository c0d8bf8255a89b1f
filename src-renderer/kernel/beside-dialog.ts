import type { Place } from '../../src-main/contract/event.ts';
import { go } from './navigation.svelte.ts';
import { tell } from './toasts.svelte.ts';

/**
 * Goes where something that was brought in is looked at. While a dialog is open one stays: what is typed in it would go with
 * the screen, so it is only told where to find what was brought in.
 */
export function goOrTell(place: Place, words: string): void {
  if (document.querySelector('dialog[open]')) tell(words);
  else go(place);
}
