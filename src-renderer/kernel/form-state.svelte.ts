import { getContext, setContext, untrack } from 'svelte';
import type { Failure } from '../../src-main/contract/call.ts';
import { failureFrom } from './client.svelte.ts';
import { askedBy, exporting } from './files/exporting.svelte.ts';

/**
 * What a form has to do with the main side. A failure of its calls stands in the form, at the field that it names; what
 * was typed stays, and the failure is gone when the person changes that field or sends again.
 */
export class FormState {
  #failures = $state.raw<readonly Failure[]>([]);
  /** The failure of the last attempt, whatever was mended since. */
  #refused = $state.raw<Failure | undefined>(undefined);
  #running = $state(0);
  #touched = $state(false);
  /** Paths of the fields that are shown, one for each of them. */
  #fields = $state.raw<readonly string[]>([]);

  /** The first of what is wrong. */
  get failure(): Failure | undefined {
    return this.#failures[0];
  }

  /** What the last attempt failed with: one is led to it once, not again while one mends it. */
  get refused(): Failure | undefined {
    return this.#refused;
  }

  get busy(): boolean {
    return this.#running > 0;
  }

  /** How what it asked for leaves the app right now, if it does. */
  get writingOut(): ReturnType<typeof exporting.of> {
    return exporting.of(this);
  }

  /** The person typed, chose or ticked something that is not kept yet. */
  get touched(): boolean {
    return this.#touched;
  }

  /** The failure that no field of the form can show: it stands above the buttons. */
  get general(): Failure | undefined {
    return this.#failures.find(({ field }) => !this.#fields.some((path) => covers(path, field)));
  }

  /** The failure of the field with this path in the call's input. */
  at(path: string): Failure | undefined {
    return this.#failures.find(({ field }) => covers(path, field));
  }

  /** Runs work of the form; undefined where it failed, which the form then shows. */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    this.#failures = [];
    this.#refused = undefined;
    this.#running += 1;
    try {
      return await askedBy(this, work);
    } catch (error) {
      const failure = failureFrom(error);
      this.#failures = [failure, ...(failure.others ?? [])];
      this.#refused = failure;
      return undefined;
    } finally {
      this.#running -= 1;
    }
  }

  /** The person typed, chose or ticked something. */
  touch(): void {
    this.#touched = true;
  }

  /** What was typed is kept now: there is nothing left to lose. */
  settle(): void {
    this.#touched = false;
  }

  /** The person changed a field: what was wrong with it is no longer said. */
  mend(path: string): void {
    if (this.at(path)) this.#failures = this.#failures.filter(({ field }) => !covers(path, field));
  }

  /** A field with this path is shown; call the answer when it is no more. */
  hold(path: string): () => void {
    // Only told, never asked: whoever tells does not follow what the others tell.
    untrack(() => (this.#fields = [...this.#fields, path]));
    return () => {
      const at = this.#fields.indexOf(path);
      this.#fields = this.#fields.toSpliced(at, 1);
    };
  }
}

/** Whether a failure's place in the input is a field's own or lies inside of it: `outages` covers `outages.0.start`. */
export const covers = (path: string, field: string | undefined): boolean =>
  field !== undefined && (field === path || field.startsWith(`${path}.`));

const KEY = Symbol('form');

/** Gives the fields inside a component their form. */
export const provideForm = (form: FormState): FormState => setContext(KEY, form);

/** The form that a field stands in, if it stands in one. */
export const formHere = (): FormState | undefined => getContext<FormState | undefined>(KEY);
