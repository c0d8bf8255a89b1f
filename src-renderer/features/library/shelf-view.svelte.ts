import type { Place } from '../../../src-main/contract/event.ts';
import type { Shelf } from '../../../src-main/contract/library.ts';

/** The orders that the list can be in. */
export const SORTS = ['provider', 'next-date', 'name', 'accepted'] as const;
export type Sort = (typeof SORTS)[number];

/** How the library is looked at. It outlives the screen, so that coming back finds the same place. */
class ShelfView {
  query = $state('');
  /** The part that is looked at; undefined: all that is not archived. */
  shelf = $state<Shelf | undefined>(undefined);
  sort = $state<Sort>('provider');
  /** The agreement beside the list; undefined: what is due is shown instead. */
  chosen = $state<string | undefined>(undefined);
  /** How far the list was scrolled, in pixels. */
  scrolled = 0;
  #screens = 0;

  /**
   * The screen comes, or goes. Going from the library to the library is asking for the whole of it: nothing is chosen then,
   * whichever of the two comes first.
   */
  comes(agreementId: string | undefined): void {
    if (agreementId !== undefined) this.chosen = agreementId;
    else if (this.#screens > 0) this.chosen = undefined;
    this.#screens += 1;
  }
  goes(to: Place): void {
    this.#screens -= 1;
    if (to.screen === 'library' && to.agreementId === undefined) this.chosen = undefined;
  }

  /** Whether anything keeps agreements off the list. */
  get narrowed(): boolean {
    return this.query.trim() !== '' || this.shelf !== undefined;
  }

  widen(): void {
    this.query = '';
    this.shelf = undefined;
  }

  /** As at the first start. */
  reset(): void {
    this.widen();
    this.sort = 'provider';
    this.chosen = undefined;
    this.scrolled = 0;
  }
}

export const shelfView = new ShelfView();
