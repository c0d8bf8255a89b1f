/** The screen that a page is thought to be seen on, in CSS pixels. */
export const SCREEN = { width: 1280, height: 800 };

const FEATURES: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
  scripting: 'enabled',
  'display-mode': 'browser',
  update: 'fast',
  'color-gamut': 'srgb',
};

/** A longer query is not understood: parts of it may stand within each other. */
const LONGEST_QUERY = 4096;

/** Whether a list of media queries is true of a screen in colour. What is not understood is not true, as in a browser. */
export function mediaFits(query: string): boolean {
  if (query.length > LONGEST_QUERY) return false;
  const text = query.toLowerCase().replace(/\s+/g, ' ').trim();
  return text === '' || text.split(',').some((part) => oneFits(part.trim()));
}

function oneFits(query: string): boolean {
  if (query.startsWith('not ')) return !oneFits(query.slice(4).replace(/^\((.*)\)$/, '$1'));
  const parts = query.replace(/^only /, '').split(/\s+and\s+/);
  if (query.includes(' or ')) return query.split(/\s+or\s+/).some((part) => oneFits(part.trim()));
  return parts.every((part) => (part.startsWith('(') ? featureFits(part.replace(/^\(+|\)+$/g, '')) : typeFits(part)));
}

const typeFits = (type: string): boolean => type === 'screen' || type === 'all';

function featureFits(feature: string): boolean {
  const range = /^(?:([\d.]+)(px|em|rem)\s*(<=?|>=?)\s*)?(width|height)\s*(?:(<=?|>=?)\s*([\d.]+)(px|em|rem))?$/.exec(
    feature,
  );
  if (range) return rangeFits(range);
  const [name = '', value] = feature.split(':').map((part) => part.trim());
  const size = /^(min|max)-(?:device-)?(width|height)$/.exec(name);
  if (size) {
    const limit = pixels(value ?? '');
    const own = SCREEN[size[2] as 'width' | 'height'];
    return limit !== undefined && (size[1] === 'min' ? own >= limit : own <= limit);
  }
  if (name === 'color') return true;
  const known = FEATURES[name];
  if (known === undefined) return false;
  return value === undefined ? known !== 'none' && known !== 'no-preference' : known === value;
}

function rangeFits([, low, lowUnit, lowMark, name, mark, high, highUnit]: RegExpExecArray): boolean {
  const own = SCREEN[name as 'width' | 'height'];
  const holds = (one: number | undefined, sign: string | undefined, other: number | undefined): boolean => {
    if (one === undefined || other === undefined || sign === undefined) return sign === undefined;
    return sign.startsWith('<')
      ? sign === '<'
        ? one < other
        : one <= other
      : sign === '>'
        ? one > other
        : one >= other;
  };
  const from = low === undefined ? undefined : pixels(`${low}${lowUnit ?? ''}`);
  const to = high === undefined ? undefined : pixels(`${high}${highUnit ?? ''}`);
  return holds(from, lowMark, own) && holds(own, mark, to);
}

function pixels(text: string): number | undefined {
  const [, amount, unit] = /^([\d.]+)(px|em|rem|)$/.exec(text.trim()) ?? [];
  if (amount === undefined) return undefined;
  return Number(amount) * (unit === 'em' || unit === 'rem' ? 16 : 1);
}
