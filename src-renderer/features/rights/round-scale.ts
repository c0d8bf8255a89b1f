/** Marks of a scale below 100 %, at round figures, and how many decimals they need. */
export interface RoundScale {
  /** The last of the marks. */
  readonly floor: number;
  /** From 100 down. */
  readonly marks: readonly number[];
  readonly decimals: number;
}

const MOST_STEPS = 4;

/** The scale that reaches at least down to a figure below 100, in at most four equal steps of 1, 2 or 5. */
export function roundScale(lowest: number): RoundScale {
  const span = 100 - lowest;
  const power = Math.floor(Math.log10(span / MOST_STEPS));
  const [step = 10] = [1, 2, 5, 10].filter((each) => each * 10 ** power * MOST_STEPS >= span * (1 - 1e-9));
  const exponent = step === 10 ? power + 1 : power;
  const size = step * 10 ** power;
  const steps = Math.ceil(span / size - 1e-9);
  const decimals = Math.max(0, -exponent);
  const marks = Array.from({ length: steps + 1 }, (_, index) =>
    Math.max(0, Number((100 - index * size).toFixed(decimals))),
  );
  return { floor: marks.at(-1) ?? 0, marks, decimals };
}
