const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(\d+(?:\.\d+)?)\s*(?:days?|d|天|日)/giu, 86_400],
  [/(\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h|个?小时|时)/giu, 3600],
  [/(\d+(?:\.\d+)?)\s*(?:minutes?|mins?|m(?!s)|分钟|分)/giu, 60],
  [/(\d+(?:\.\d+)?)\s*(?:seconds?|secs?|s|秒钟?)/giu, 1],
];
const CLOCK = /^(?:(\d+)[.\s]+)?(\d{1,3}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/u;

/** To the millisecond, as moments are. */
const toMillis = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** The unit that a heading names: `Duration (in mins.)`, `持续时间（秒）`. */
function unitOfHeading(heading: string): number | undefined {
  const said = heading.normalize('NFKC').toLowerCase();
  if (/\b(?:ms|milliseconds?)\b|毫秒/u.test(said)) return 0.001;
  if (/\b(?:s|secs?|seconds?)\b|秒/u.test(said)) return 1;
  if (/\b(?:m|mins?|minutes?)\b|分/u.test(said)) return 60;
  return /\b(?:h|hrs?|hours?)\b|小时/u.test(said) ? 3600 : undefined;
}

/**
 * How long a cell says, in seconds: `25分钟`, `1h 5m`, `00:25:00`; a bare number only where the heading names its unit.
 * `undefined` where the cell says no length, or more than one can read.
 */
export function durationOf(cell: string, heading: string): number | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/^\d+(?:\.\d+)?$/u.test(text)) {
    const unit = unitOfHeading(heading);
    return unit === undefined ? undefined : toMillis(Number(text) * unit);
  }
  const clock = CLOCK.exec(text);
  // `25:00` could be minutes or hours; three parts leave no doubt.
  if (clock) {
    const [, days = '0', hours = '0', minutes = '0', seconds] = clock;
    return seconds === undefined
      ? undefined
      : toMillis(Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }
  let seconds = 0;
  let rest = text;
  for (const [pattern, unit] of UNITS) {
    rest = rest.replace(pattern, (_, count: string) => {
      seconds += Number(count) * unit;
      return '';
    });
  }
  return rest === text || rest.replace(/[\s,，、零]/gu, '') !== '' ? undefined : toMillis(seconds);
}
