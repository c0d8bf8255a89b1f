/** Something that one can press on the present screen. */
export interface ScreenAction {
  readonly name: string;
  readonly press: () => void;
}

/** The one of a list that keys act on: what can be done with it can be done on the screen. */
const CHOSEN = "li[aria-current='true']";

/** What repeats, what only turns the page, what floats: their buttons are no actions of the screen as a whole. */
const NOT_OF_THE_SCREEN = 'dialog, [role=tablist], [role=list], ul, ol, table, nav, [role=alert], [role=status]';

const visible = (element: HTMLElement): boolean => !('checkVisibility' in element) || element.checkVisibility();

/** What parts of the page offer now, in the order in which it stands there; the primary, which stands last, comes first. */
export function actionsOf(...parts: readonly Element[]): readonly ScreenAction[] {
  const buttons = parts
    .flatMap((part) => [...part.querySelectorAll<HTMLButtonElement>('button')])
    .filter(
      (button) =>
        !button.matches(':disabled, [aria-disabled=true], [role=tab]') &&
        (!button.closest(NOT_OF_THE_SCREEN) || button.closest(CHOSEN) !== null) &&
        visible(button),
    );
  const called = buttons.map((button) => [nameOf(button), button] as const).filter(([name]) => name !== '');
  const named = called.map(([name, button]) => {
    const alone = called.every(([other, one]) => one === button || other !== name);
    const what = alone ? '' : whatFor(button);
    return [what === '' ? name : `${name} · ${what}`, button] as const;
  });
  const primary = named.filter(([, button]) => button.matches('.primary, .binding'));
  const once = new Map([...primary, ...named]);
  return [...once].map(([name, button]) => ({ name, press: () => button.click() }));
}

/** What a button is for where others are called the same: the field beside it, else the line or the part that it stands in. */
function whatFor(button: HTMLElement): string {
  const form = button.closest('form');
  const beside = form?.getAttribute('aria-label') ?? form?.querySelector('label > span')?.textContent;
  const summary = button.closest('details')?.querySelector('summary');
  const line = (summary?.querySelector('.label') ?? summary)?.textContent;
  const part = button.closest('section, fieldset')?.querySelector('h2, h3, legend')?.textContent;
  return (beside ?? line ?? part ?? '').replaceAll(/\s+/gu, ' ').trim();
}

/** What a button is called: its label, else its words without the key that is drawn in it. */
function nameOf(button: HTMLElement): string {
  const label = button.getAttribute('aria-label');
  if (label !== null) return label.trim();
  const copy = button.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll('kbd, [aria-hidden=true]')) key.remove();
  return copy.textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';
}
