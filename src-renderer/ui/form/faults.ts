import { longDate } from '../../kernel/dates.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { dayIn } from './doubts.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the browser finds wrong with what stands in a control, in the words of the person: its own bubble speaks the language
 * that the app was started in, and is gone before one has read it.
 */
export function faultOf(control: Control, label: string): string {
  const { validity } = control;
  if (validity.customError) return control.validationMessage;
  if (validity.badInput) return t('frame.field.unfinished', { name: label });
  if (validity.valueMissing)
    return t(control instanceof HTMLSelectElement ? 'frame.field.unchosen' : 'frame.field.missing', { name: label });
  const [min, max] = control instanceof HTMLInputElement ? [control.min, control.max] : ['', ''];
  const [first, last] = [dayIn(min), dayIn(max)];
  if (validity.rangeUnderflow)
    return first === undefined
      ? t('frame.field.least', { value: min })
      : t('frame.field.earliest', { date: longDate(first) });
  if (validity.rangeOverflow)
    return last === undefined
      ? t('frame.field.most', { value: max })
      : t('frame.field.latest', { date: longDate(last) });
  if (validity.stepMismatch) return t('frame.field.whole');
  return t('frame.field.unfit', { name: label });
}

/** Whether it is the first in its form that does not fit: it gets the focus. */
export const firstUnfit = (control: Control): boolean =>
  [...(control.form?.elements ?? [])].find((each) => 'validity' in each && !(each as Control).validity.valid) ===
  control;

/** For a field of words that must be filled in: the browser takes blanks for words, and a name or a reason of blanks is none. */
export const blanksAreNone =
  (required: boolean, value: unknown, label: string) =>
  (control: HTMLInputElement | HTMLTextAreaElement): void => {
    const blank = required && control.type !== 'password' && typeof value === 'string' && /^\s+$/u.test(value);
    control.setCustomValidity(blank ? t('frame.field.missing', { name: label }) : '');
  };
