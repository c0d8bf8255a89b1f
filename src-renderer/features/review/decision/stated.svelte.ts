import type { Input, Output } from '../../../../src-main/contract/index.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { attempt } from '../../../kernel/failures.svelte.ts';

/** The statement of one decision as it is on screen. What was asked last is what stands, whatever answer comes last. */
export class Stated {
  words = $state.raw<Output<'review.statement'> | undefined>(undefined);
  #asked = '';
  #answer = Promise.resolve();

  /** Asks for the words where what they say has changed; done when they are there. */
  ask(input: Input<'review.statement'>): Promise<void> {
    const asked = JSON.stringify(input);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#answer = this.#load(input, asked);
    }
    return this.#answer;
  }

  /** Asks whatever was answered before: the text was read on meanwhile. */
  askAnew(input: Input<'review.statement'>): Promise<void> {
    this.#asked = '';
    return this.ask(input);
  }

  async #load(input: Input<'review.statement'>, asked: string): Promise<void> {
    const words = await attempt(() => call('review.statement', input));
    if (asked !== this.#asked) return;
    if (words) this.words = words;
    else this.#asked = '';
  }
}
