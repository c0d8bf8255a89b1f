import { typed } from '../../../assets/typed/typed-words.ts';

/** For a field of a number: Chromium drops digits in full width (`１０００`), as input methods write them; the plain ones take their place. */
export function plainDigits(field: HTMLInputElement): (() => void) | undefined {
  if (field.type !== 'number') return undefined;
  const writes = (event: InputEvent): void => {
    const { data, isComposing } = event;
    if (data === null || isComposing || typed(data) === data) return;
    event.preventDefault();
    document.execCommand('insertText', false, typed(data));
  };
  field.addEventListener('beforeinput', writes);
  return () => field.removeEventListener('beforeinput', writes);
}
