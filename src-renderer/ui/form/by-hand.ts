import { typed } from '../../../assets/typed/typed-words.ts';
import { asTyped } from './as-typed.ts';

/** Keys that leave what was typed so far as it is. */
const BESIDE: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];

/** What a day, a month or a moment is written with. */
const WRITTEN = /^[\d./\-年月日号]$/u;
const WRITTEN_MOMENT = /^[\d./\-年月日号T :时点分秒]$/u;
/** Begun with the year, and with a mark after it: it cannot be meant for the parts of a control that has the day first. */
const YEAR_BEGUN = /^\d{4}[./\-年]/u;
/** All of it is there: what no control can take by now is refused at once, everything else once the field is left. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}[./\-年]\d{1,2}[./\-月](?:\d{2}|\d[日号])$/u,
  month: /^\d{4}[./\-年](?:\d{2}|\d月)$/u,
  'datetime-local': /^\d{4}[./\-年]\d{1,2}[./\-月]\d{1,2}[日号]?[T ]*\d{2}[:时点]\d{2}$/u,
};

/** Under an input method the key is called `Process`; the key of the board says what it would have written. */
const BY_CODE: Readonly<Record<string, string>> = {
  Slash: '/',
  NumpadDivide: '/',
  Minus: '-',
  NumpadSubtract: '-',
  Period: '.',
};
function characterOf({ key, code }: KeyboardEvent): string {
  if (key !== 'Process') return [...key].length === 1 && key !== ' ' ? typed(key) : key;
  return /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1] ?? BY_CODE[code] ?? key;
}

/**
 * For a field of a day, a month or a moment: what is typed with the year first (`2026-9-1`) is that day, whatever order Chromium lays its
 * own parts out in. By its parts alone, `2026-9-1` in a field of day, month, year is the 20th of February of the year 6. What is no day
 * (`2026/2/30`) leaves nothing in the field, and `refused` is told of it: by its parts it would be another day.
 */
function yearFirst(field: HTMLInputElement, refused: (written: string) => void): () => void {
  const marks = field.type === 'datetime-local' ? WRITTEN_MOMENT : WRITTEN;
  let written = '';
  const refuse = (): void => {
    const said = written;
    written = '';
    put(field, '');
    // Empty again, the field says in the person's language what is written there.
    delete field.dataset['begun'];
    refused(said);
  };
  /** Begun, and no value of the field. */
  const unfit = (): boolean => YEAR_BEGUN.test(written) && asTyped(field.type, written) === undefined;
  const pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || BESIDE.includes(key)) return;
    if (key === 'Enter' && unfit()) {
      event.preventDefault();
      refuse();
      return;
    }
    const character = characterOf(event);
    // Tab leaves the field, where what was begun is looked at.
    if (key !== 'Tab')
      written = marks.test(character) && !(character === ' ' && written === '') ? written + character : '';
    // By itself a blank opens the control's calendar.
    if (key === ' ' && written !== '') event.preventDefault();
    const said = /^\d{4}/u.test(written) ? asTyped(field.type, written) : undefined;
    // Chromium writes the key into its own part after this: what was meant is put in its place then.
    if (said !== undefined) setTimeout(() => put(field, said));
    else if (unfit() && WHOLE[field.type]?.test(written)) setTimeout(refuse);
  };
  const left = (): void => {
    if (unfit()) refuse();
    written = '';
  };
  const anew = (): void => {
    written = '';
  };
  field.addEventListener('keydown', pressed);
  field.addEventListener('focus', anew);
  field.addEventListener('pointerdown', anew);
  field.addEventListener('blur', left);
  return () => {
    field.removeEventListener('keydown', pressed);
    field.removeEventListener('focus', anew);
    field.removeEventListener('pointerdown', anew);
    field.removeEventListener('blur', left);
  };
}

function put(field: HTMLInputElement, said: string): void {
  // An emptied field may still show parts that make no value.
  if (field.value === said && said !== '') return;
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

/**
 * What a hand types into a field of a day, a month, a moment or a number in another usual form than the control's own is what it says.
 * @param refused is told what was typed where it is no value; the field is empty then
 */
export const byHand =
  (refused: (written: string) => void) =>
  (field: HTMLInputElement): (() => void) | undefined => {
    if (field.type === 'date' || field.type === 'month' || field.type === 'datetime-local')
      return yearFirst(field, refused);
    return field.type === 'number' ? plainDigits(field) : undefined;
  };
