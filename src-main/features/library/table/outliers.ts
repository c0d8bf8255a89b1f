/** With fewer values there is no “most”. */
const ENOUGH = 5;

function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * Which of the values lie far from the others: beyond one and a half times the distance of the quartiles (Tukey's fences). Where at
 * least three of four say the same, whatever differs from it. None among fewer than five.
 */
export function outliers(values: readonly number[]): ReadonlySet<number> {
  if (values.length < ENOUGH) return new Set();
  const sorted = [...values].sort((a, b) => a - b);
  const [first, third] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = (third - first) * 1.5;
  return new Set(values.filter((value) => value < first - reach || value > third + reach));
}
