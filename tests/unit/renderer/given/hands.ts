import { fireEvent } from '@testing-library/svelte';
import { settled } from './page.ts';

/** Keys held while another is pressed, and whether an input method is composing. */
interface Held {
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  readonly composing?: boolean;
}

const CLICKS = 'button, summary, a[href], [type=checkbox], [type=radio]';

/** What the browser itself does with a key that nobody kept from it. */
async function byDefault(key: string, on: Element): Promise<void> {
  const dialog =
    on.closest<HTMLDialogElement>('dialog[open]') ?? document.querySelector<HTMLDialogElement>('dialog[open]');
  if (key === 'Escape' && dialog) {
    if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
    return;
  }
  if ((key === 'Enter' || key === ' ') && on.matches(CLICKS)) {
    await fireEvent.click(on);
    return;
  }
  if (key !== 'Enter' || !on.matches('input')) return;
  const form = on.closest('form');
  const button = form?.querySelector<HTMLButtonElement>('button:not([type=button])');
  if (button) await fireEvent.click(button);
}

/** Presses a key where the focus is, as a person would. Says whether the page kept it from the browser. */
export async function press(key: string, held: Held = {}): Promise<boolean> {
  const on = document.activeElement ?? document.body;
  const event = {
    key,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
    isComposing: held.composing ?? false,
  };
  const free = await fireEvent.keyDown(on, event);
  if (free && !event.isComposing) await byDefault(key, on);
  await fireEvent.keyUp(document.activeElement ?? document.body, event);
  await settled();
  return !free;
}

/** Clicks, with the focus going where a click takes it. */
export async function click(element: Element): Promise<void> {
  const focused = element.closest<HTMLElement>('a[href], button, input, select, textarea, [tabindex]');
  if (focused && !focused.matches(':disabled')) focused.focus();
  await fireEvent.click(element);
  await settled();
}

/** Replaces what a field holds. */
export async function write(field: Element, text: string): Promise<void> {
  (field as HTMLElement).focus();
  await fireEvent.input(field, { target: { value: text } });
  await fireEvent.change(field);
  await settled();
}

/** Chooses an option of a list by its value; one that is not there, or not to be chosen, cannot be. */
export async function pick(list: Element, value: string): Promise<void> {
  const select = list as HTMLSelectElement;
  const options = [...select.options];
  const at = options.findIndex(
    (option) => (option.getAttribute('value') ?? option.value) === value && !option.disabled,
  );
  if (at === -1) throw new Error(`of ${options.map((option) => option.value).join(', ')} none is ${value}`);
  select.focus();
  select.selectedIndex = at;
  await fireEvent.change(select);
  await settled();
}

/** Clicks twice, as on a row. */
export async function doubleClick(element: Element): Promise<void> {
  await click(element);
  await fireEvent.dblClick(element);
  await settled();
}

/** Sets or clears a box. */
export async function check(box: Element): Promise<void> {
  await click(box);
}

/** What a field holds: of a day as the form keeps it, whichever words it is shown in. */
export const valueOf = (field: Element): string =>
  (field as HTMLInputElement).dataset['value'] ?? (field as HTMLInputElement).value;

/** Whether a person cannot use it now. */
export const isDisabled = (element: Element): boolean => element.matches(':disabled, [aria-disabled="true"]');
