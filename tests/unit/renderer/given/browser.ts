import { vi } from 'vitest';

/**
 * What a browser does and happy-dom does not, by the standard: the focus of a modal dialog, observers that a test moves,
 * and the few methods that only a browser with a layout can offer.
 */

const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';
const before = new WeakMap<HTMLDialogElement, Element | null>();

/** HTML standard, "dialog focusing steps": what asks for the focus, else the first that can take it, else the dialog. */
function showModal(this: HTMLDialogElement): void {
  if (this.open) throw new DOMException('the dialog is open already', 'InvalidStateError');
  before.set(this, document.activeElement);
  this.setAttribute('open', '');
  const all = [...this.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => !element.matches(':disabled') && element.tabIndex >= 0,
  );
  const first = all.find((element) => element.hasAttribute('autofocus')) ?? all[0];
  if (!first) this.tabIndex = -1;
  (first ?? this).focus();
}

/** HTML standard, "close the dialog": the focus goes back to what had it. A dialog that is only removed gives nothing back. */
function close(this: HTMLDialogElement, returnValue?: string): void {
  if (!this.open) return;
  this.removeAttribute('open');
  if (returnValue !== undefined) this.returnValue = returnValue;
  const had = before.get(this);
  if (had instanceof HTMLElement) had.focus();
  queueMicrotask(() => this.dispatchEvent(new Event('close')));
}

/** An element as it comes into view, or leaves it. */
export interface Sight {
  readonly target: Element;
  readonly isIntersecting: boolean;
  readonly ratio?: number;
  readonly height?: number;
}

class WatchingObserver {
  readonly #callback: IntersectionObserverCallback;
  readonly #targets = new Set<Element>();

  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback;
    observers.add(this);
  }

  observe(target: Element): void {
    this.#targets.add(target);
  }

  unobserve(target: Element): void {
    this.#targets.delete(target);
  }

  disconnect(): void {
    this.#targets.clear();
    observers.delete(this);
  }

  takeRecords(): readonly never[] {
    return [];
  }

  see({ target, isIntersecting, ratio = isIntersecting ? 1 : 0, height = 20 }: Sight): void {
    if (!this.#targets.has(target)) return;
    const box = { height, width: 100, top: 0, bottom: height, left: 0, right: 100, x: 0, y: 0, toJSON: () => ({}) };
    const entry = {
      target,
      isIntersecting,
      intersectionRatio: ratio,
      time: performance.now(),
      boundingClientRect: box,
      intersectionRect: { ...box, height: height * ratio },
      rootBounds: { ...box, height: 800 },
    };
    this.#callback([entry], this as unknown as IntersectionObserver);
  }
}

const observers = new Set<WatchingObserver>();

/** Moves elements into view or out of it; each observer hears of those that it watches. */
export function see(...sights: readonly Sight[]): void {
  for (const sight of sights) for (const observer of [...observers]) observer.see(sight);
}

/** How many observers watch. */
export const watching = (): number => observers.size;

const WIDE = 1600;
let width = WIDE;

/** From now on the window is that wide, in CSS pixels. */
export const resizeTo = (pixels: number): void => void (width = pixels);

function matchMedia(media: string): MediaQueryList {
  const [, bound, pixels] = /\((min|max)-width: (\d+)px\)/u.exec(media) ?? [];
  const matches = bound === 'max' ? width <= Number(pixels) : bound === 'min' && width >= Number(pixels);
  return Object.assign(new EventTarget(), { matches, media, onchange: null }) as unknown as MediaQueryList;
}

export const clipboard: string[] = [];
/** Elements that were brought into view, oldest first. */
export const scrolledTo: Element[] = [];

/** A chosen option is `:checked`; happy-dom knows that of inputs only. */
function querySelector(this: HTMLSelectElement, selectors: string): Element | null {
  return selectors === ':checked'
    ? ([...this.options].find(({ selected }) => selected) ?? null)
    : Element.prototype.querySelector.call(this, selectors);
}

/** Steps are counted from the least value, and decimals are not exact; happy-dom divides them as they are. */
function stepMismatch(this: ValidityState & { readonly element: HTMLInputElement }): boolean {
  const { type, value, step, min } = this.element;
  if (!['number', 'range'].includes(type) || step === 'any' || value === '') return false;
  const steps = (Number(value) - Number(min)) / Number(step || '1');
  return Math.abs(steps - Math.round(steps)) > 1e-6;
}

/** Puts all of it in place, and forgets what was seen before. */
export function browser(): void {
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
  Object.assign(HTMLSelectElement.prototype, { querySelector });
  vi.stubGlobal('IntersectionObserver', WatchingObserver);
  vi.stubGlobal('matchMedia', matchMedia);
  const validity = Object.getPrototypeOf(document.createElement('input').validity) as object;
  Object.defineProperty(validity, 'stepMismatch', { get: stepMismatch, configurable: true });
  width = WIDE;
  Object.assign(Element.prototype, {
    setPointerCapture: () => undefined,
    releasePointerCapture: () => undefined,
    scrollIntoView(this: Element) {
      scrolledTo.push(this);
    },
  });
  clipboard.length = 0;
  scrolledTo.length = 0;
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (text: string) => void clipboard.push(text) },
    configurable: true,
  });
}
