import type { Left } from '../kernel/navigation.svelte.ts';

/** How long what is loaded may take to be as tall as it was. */
const PATIENCE_MS = 4_000;

/** The way from a screen down to a part of it: tags and places, as `div.1/ul.0`. */
function pathOf(element: Element, screen: Element): string | undefined {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== screen; at = at.parentElement) {
    const parent: Element | null = at?.parentElement ?? null;
    if (!at || !parent) return undefined;
    steps.unshift(`${at.localName}.${[...parent.children].indexOf(at)}`);
  }
  return steps.join('/');
}

function partAt(path: string, screen: Element): Element | undefined {
  let at: Element | undefined = screen;
  for (const step of path === '' ? [] : path.split('/')) {
    const [tag, place] = step.split('.');
    const next: Element | undefined = at?.children[Number(place)];
    at = next?.localName === tag ? next : undefined;
  }
  return at;
}

/** Writes down where one is on a screen, as long as it is shown; call the answer to stop. */
export function remember(screen: HTMLElement, left: Left): () => void {
  const scrolled = ({ target }: Event): void => {
    const path = target instanceof Element ? pathOf(target, screen) : undefined;
    if (path !== undefined && target instanceof Element) left.scrolled.set(path, target.scrollTop);
  };
  const focused = ({ target }: FocusEvent): void => {
    if (target instanceof Element) left.focus = pathOf(target, screen);
  };
  screen.addEventListener('scroll', scrolled, true);
  screen.addEventListener('focusin', focused);
  return () => {
    screen.removeEventListener('scroll', scrolled, true);
    screen.removeEventListener('focusin', focused);
  };
}

/**
 * Brings a screen back to where one left it, as soon as what is loaded is there; once the person does something it is left as
 * it is. Call the answer to stop.
 */
export function bringBack(screen: HTMLElement, left: Left): () => void {
  const scrolled = [...left.scrolled].filter(([, top]) => top > 0);
  let { focus } = left;

  function tryNow(): void {
    if (focus !== undefined && taken(focus)) focus = undefined;
    const open = scrolled.filter(([path, top]) => !reached(path, top));
    if (open.length === 0 && focus === undefined) stop();
  }

  function taken(path: string): boolean {
    const part = partAt(path, screen);
    if (part instanceof HTMLElement && !screen.contains(document.activeElement)) part.focus({ preventScroll: true });
    return screen.contains(document.activeElement);
  }

  function reached(path: string, top: number): boolean {
    const part = partAt(path, screen);
    if (!part) return false;
    if (part.scrollTop !== top) part.scrollTop = top;
    return Math.abs(part.scrollTop - top) <= 1;
  }

  const grown = new MutationObserver(tryNow);
  const late = setTimeout(() => stop(), PATIENCE_MS);
  const OWN = ['wheel', 'pointerdown', 'keydown'] as const;
  function stop(): void {
    clearTimeout(late);
    grown.disconnect();
    for (const name of OWN) window.removeEventListener(name, stop, true);
  }

  grown.observe(screen, { childList: true, subtree: true, attributes: true, characterData: true });
  for (const name of OWN) window.addEventListener(name, stop, true);
  tryNow();
  return stop;
}
