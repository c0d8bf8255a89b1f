import { t } from '../../kernel/preferences.svelte.ts';

/**
 * A label and the mark that it may stay empty: `End date`, ` (optional)`. A label with a bracket at its end takes the mark into that
 * one, and the whole bracket is the mark: `End date`, ` (no fixed term, optional)`.
 */
export function optionalLabel(label: string): readonly [label: string, mark: string] {
  const bracket = /[)）]$/u.test(label) ? (/\s*[(（][^(（]*$/u.exec(label)?.index ?? label.length - 1) : undefined;
  return bracket === undefined
    ? [label, t('frame.optional')]
    : [label.slice(0, bracket), `${label.slice(bracket, -1)}${t('frame.optionalToo')}`];
}
