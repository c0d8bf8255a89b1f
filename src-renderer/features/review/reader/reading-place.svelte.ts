import type { Clause } from '../../../../src-main/contract/views.ts';

/** How far down the page one reads, as a part of its height. */
const READING_LINE = 0.3;
/** Of a clause that ends so many pixels below the top of the page nothing is on screen that could be read. */
const NEXT_LINE = 12;

/** Where one is in a text: the clause that was picked, while it is on screen, else the one at the reading line. */
export class ReadingPlace {
  /** The clause that was picked: its notes are shown, and the keys are about it. */
  picked = $state<string | undefined>(undefined);
  /** The clause at the reading line; absent before one scrolled. */
  #passing = $state<string | undefined>(undefined);
  /** The first that is on screen; absent before one scrolled. */
  top = $state<string | undefined>(undefined);
  #due = false;

  get at(): string | undefined {
    return this.picked ?? this.#passing;
  }

  /** Brings a clause to the middle of the page, with all that is noted with it where there is room, and makes it the current one. */
  pick(clauseId: string): void {
    this.picked = clauseId;
    const element = elementOf(clauseId);
    if (!element) return;
    inWhole(element).scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }

  /** Shows a clause at the top, as one left it, without picking it. Says whether it is there. */
  show(clauseId: string, page: HTMLElement, clauses: readonly Clause[]): boolean {
    const element = elementOf(clauseId);
    element?.scrollIntoView({ block: 'start' });
    if (element) this.#look(page, clauses);
    return element !== null;
  }

  /** After the window became wider or narrower the text has other lines: what one reads stays on screen. */
  hold(): void {
    const { picked, top } = this;
    requestAnimationFrame(() => {
      if (picked !== undefined) elementOf(picked)?.scrollIntoView({ block: 'center' });
      else if (top !== undefined) elementOf(top)?.scrollIntoView({ block: 'start' });
      this.picked = picked;
    });
  }

  /** The page was scrolled; looked at once a frame. What was picked and is no longer on screen is picked no more. */
  moved(page: HTMLElement, clauses: readonly Clause[]): void {
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => {
      this.#due = false;
      this.#look(page, clauses);
    });
  }

  #look(page: HTMLElement, clauses: readonly Clause[]): void {
    const { top, bottom, height } = page.getBoundingClientRect();
    const picked = this.picked === undefined ? undefined : elementOf(this.picked)?.getBoundingClientRect();
    if (picked && (picked.bottom <= top || picked.top >= bottom)) this.picked = undefined;
    const line = top + height * READING_LINE;
    const [last] = clauses.slice(-1);
    const first = clauses.find((clause) => bottomOf(clause) > top + NEXT_LINE);
    this.top = (first ?? last)?.id;
    this.#passing = (clauses.find((clause) => bottomOf(clause) > line) ?? last)?.id;
  }
}

/** The card that a clause belongs to, where it is larger and fits into the page; else the clause. */
function inWhole(element: HTMLElement): HTMLElement {
  const card = element.closest<HTMLElement>('[data-card]');
  const room = element.closest('article')?.clientHeight ?? 0;
  return card && card.offsetHeight > element.offsetHeight && card.offsetHeight <= room ? card : element;
}

const bottomOf = ({ id }: Clause): number => elementOf(id)?.getBoundingClientRect().bottom ?? 0;

const elementOf = (clauseId: string): HTMLElement | null => document.getElementById(`clause-${clauseId}`);
