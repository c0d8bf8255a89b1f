import type { z } from 'zod';

/** What is known of a paper beside its body, where an older body does not say it itself. */
export interface AroundBody {
  readonly state: string;
  readonly createdAt: string;
}

/** Takes a body one number on. */
export type Step = (body: Readonly<Record<string, unknown>>, around: AroundBody) => Readonly<Record<string, unknown>>;

/**
 * The shape of a stored body. Bodies carry the number of their shape in `v`; those without one were written before
 * shapes had numbers and are number 1. `steps[0]` takes a body from 1 to 2, and so on: the newest is one more than steps.
 */
export interface Shape<Body> {
  /** Of the newest body, without `v`. */
  readonly schema: z.ZodType<Body>;
  readonly steps: readonly Step[];
}

/** The shape that a schema gives from its first number on. */
export const shape = <Body>(schema: z.ZodType<Body>, ...steps: readonly Step[]): Shape<Body> => ({ schema, steps });

/** Number of the newest bodies. */
export const newestOf = ({ steps }: Shape<unknown>): number => steps.length + 1;

/** A body as it was stored, in the newest shape. @throws Error (Zod's, or TypeError) where it has none of the shapes. */
export function bodyOf<Body>(of: Shape<Body>, stored: unknown, around: AroundBody): Body {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new TypeError('body: no object');
  const { v = 1, ...first } = stored as Readonly<Record<string, unknown>>;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1 || v > newestOf(of)) {
    throw new TypeError(`v: ${String(v)} is no number of a shape from 1 to ${newestOf(of)}`);
  }
  const newest = of.steps.slice(v - 1).reduce((body, step) => step(body, around), first);
  return of.schema.parse(newest);
}

/** A body as it is stored: only ever in the newest shape. */
export const storedBody = <Body>(of: Shape<Body>, body: Body): object => ({ v: newestOf(of), ...body });
