import type { LetterLine, LetterView } from '../../../src-main/contract/letters.ts';
import { say } from '../../kernel/preferences.svelte.ts';
import type { Crumb } from '../../kernel/screen-bar.svelte.ts';

/** Where a letter stands: under the agreement that it belongs to, as the list tells it, with its version. */
export function letterCrumbs(
  { agreementId, name }: Pick<LetterView, 'agreementId' | 'name'>,
  about: LetterLine['about'],
): readonly Crumb[] {
  const agreement =
    about?.agreement && [about.agreement, about.version && say(about.version)].filter(Boolean).join(' · ');
  return [
    ...(agreement && agreementId !== undefined
      ? [{ words: agreement, place: { screen: 'library', agreementId } as const }]
      : []),
    { words: say(name) },
  ];
}
