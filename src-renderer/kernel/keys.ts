/** In milliseconds: the key that ends a composition may come just after its end. Nobody presses two keys so fast. */
const LAST_KEY_MS = 20;

let ended = -Infinity;

/** An input method has ended its composition. */
export const composed = ({ timeStamp }: Event): void => void (ended = timeStamp);

/**
 * Whether an input method is composing a character: its keys belong to it alone, the one that ends it among them. Some send
 * 229 in place of the key before they say that they compose; some say that they are done before they send the key.
 */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229 || ending(event);

/** Whether it is the key that ended a composition, sent after its end: it means nothing, to the browser neither. */
export const ending = ({ key, timeStamp }: KeyboardEvent): boolean =>
  key === 'Enter' && timeStamp >= ended && timeStamp - ended < LAST_KEY_MS;

/** Whether the key is typed into something: letters then are letters. */
export const typing = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

/** Whether a key alone may mean something to the screen: nothing composes, is typed into, held down or open above it. */
const free = (event: KeyboardEvent): boolean =>
  !composing(event) &&
  !typing(event) &&
  !(event.ctrlKey || event.metaKey || event.altKey) &&
  document.querySelector('dialog[open]') === null;

/** What keys alone do on a screen, by the key in small letters. */
export type Keys = Readonly<Record<string, () => unknown>>;

/** Runs what a key alone means to the screen; every other key is the browser's. */
export function press(event: KeyboardEvent, keys: Keys): void {
  const act = free(event) ? keys[event.key.toLowerCase()] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}
