import { z } from 'zod';
import { LANGUAGES } from '../agreement/sentence.ts';
import type { Sentence } from '../agreement/sentence.ts';

/** One call between the two sides: what goes in (parsed), what comes out (typed). */
export interface Call<Input, Output> {
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

/** A table of calls: a feature's part of the contract. */
export type Calls = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

/**
 * Declares a call: `call<View>()(schema)`. The answer is built by our own handlers and stays inside the process
 * boundary, so it is typed, not parsed again; everything that comes from the window is parsed.
 */
export function call<Output>() {
  return <Input>(input: z.ZodType<Input>): Call<Input, Output> => ({ input, output: z.custom<Output>() });
}

export type InputOf<Entry> = Entry extends { readonly input: z.ZodType<infer Input> } ? Input : never;
export type OutputOf<Entry> = Entry extends { readonly output: z.ZodType<infer Output> } ? Output : never;

/** The handlers that serve a table of calls, by name. */
export type Handlers<Table> = {
  readonly [Name in keyof Table]: (
    input: InputOf<Table[Name]>,
  ) => OutputOf<Table[Name]> | Promise<OutputOf<Table[Name]>>;
};

/** A failure as it crosses: a code, a sentence for the person, what to do next, details that can be copied. */
export interface Failure {
  readonly code: string;
  readonly sentence: Sentence;
  readonly next: Sentence;
  /** Path of the input's member that does not fit, `outages.0.start`: the page moves the focus there. */
  readonly field?: string;
  readonly details?: string;
  /** What does not fit either, each at its own member. */
  readonly others?: readonly Failure[];
}

/** The envelope of every answer. */
export type CallResult<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly failure: Failure };

/** Ids are made by the app; nothing else passes for one. */
export const id = z.string().regex(/^[0-9a-f-]{36}$/);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Words of a person: no control characters but line feeds and tabs, bounded. */
export const words = (longest: number) =>
  z
    .string()
    .max(longest)
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/);
/** Words that must say something: blanks alone are none. */
export const filled = (longest: number) => words(longest).regex(/\S/);
export const date = z.iso.date();
/** A language of the product: one folder of messages each. */
export const language = z.enum(LANGUAGES);
export const nothing = z.strictObject({});
