const LATEST: Readonly<Record<string, string>> = {
  date: '9999-12-31',
  month: '9999-12',
  'datetime-local': '9999-12-31T23:59:59',
};

/**
 * The latest value of an input of this type, undefined where it has none. An input without one takes six digits for the
 * year; with one, typing goes on to the month after four.
 */
export const latestOf = (type: string): string | undefined => LATEST[type];
