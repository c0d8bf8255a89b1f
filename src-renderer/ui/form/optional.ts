import { t } from '../../kernel/preferences.svelte.ts';

/**
 * A label and the mark that it may stay empty: `End date`, ` (optional)`. A label with a bracket at its end takes the mark into that
 * one: `End date (no fixed term`, `, optional)`.
 */
export function optionalLabel(label: string): readonly [label: string, mark: string] {
  return /[)）]$/u.test(label) ? [label.slice(0, -1), t('frame.optionalToo')] : [label, t('frame.optional')];
}
