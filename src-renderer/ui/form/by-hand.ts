import { typed } from '../../../assets/typed/typed-words.ts';
import { asTyped } from './as-typed.ts';

/** Keys that leave what was typed so far as it is. */
const BESIDE: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];

/**
 * For a field of a day or a month: what is typed with the year first (`2026-9-1`) is that day, whatever order Chromium lays its own parts
 * out in. By its parts alone, `2026-9-1` in a field of day, month, year is the 20th of February of the year 6.
 */
function yearFirst(field: HTMLInputElement): () => void {
  let written = '';
  const pressed = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
    if (ctrlKey || altKey || metaKey || BESIDE.includes(key)) return;
    written = /^[\d./-]$/u.test(key) ? written + key : '';
    const said = /^\d{4}/u.test(written) ? asTyped(field.type, written) : undefined;
    // Chromium writes the key into its own part after this: what was meant is put in its place then.
    if (said !== undefined) setTimeout(() => put(field, said));
  };
  const anew = (): void => {
    written = '';
  };
  field.addEventListener('keydown', pressed);
  field.addEventListener('focus', anew);
  field.addEventListener('pointerdown', anew);
  return () => {
    field.removeEventListener('keydown', pressed);
    field.removeEventListener('focus', anew);
    field.removeEventListener('pointerdown', anew);
  };
}

function put(field: HTMLInputElement, said: string): void {
  if (field.value === said) return;
  field.value = said;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** For a field of a number: Chromium drops digits in full width (`１０００`), as input methods write them; the plain ones take their place. */
function plainDigits(field: HTMLInputElement): () => void {
  const writes = (event: InputEvent): void => {
    const { data, isComposing } = event;
    if (data === null || isComposing || typed(data) === data) return;
    event.preventDefault();
    document.execCommand('insertText', false, typed(data));
  };
  field.addEventListener('beforeinput', writes);
  return () => field.removeEventListener('beforeinput', writes);
}

/** What a hand types into a field of a day, a month or a number in another usual form than the control's own is what it says. */
export function byHand(field: HTMLInputElement): (() => void) | undefined {
  if (field.type === 'date' || field.type === 'month') return yearFirst(field);
  return field.type === 'number' ? plainDigits(field) : undefined;
}
