/** Beijing keeps UTC+8 all year round; a time of which no zone is said is taken to be there. */
export const BEIJING = '+08:00';

/** Zones by the names that logs write, as far as each means one offset all year round. */
const NAMED: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  'etc/utc': 'Z',
  'etc/gmt': 'Z',
  'asia/shanghai': BEIJING,
  'asia/chongqing': BEIJING,
  'asia/urumqi': '+06:00',
  'asia/hong_kong': BEIJING,
  'asia/macau': BEIJING,
  'asia/taipei': BEIJING,
  'asia/singapore': BEIJING,
  'asia/tokyo': '+09:00',
  'asia/seoul': '+09:00',
  'asia/kolkata': '+05:30',
  'china standard time': BEIJING,
  'beijing time': BEIJING,
  beijing: BEIJING,
  北京时间: BEIJING,
  北京: BEIJING,
  中国标准时间: BEIJING,
  东八区: BEIJING,
  hkt: BEIJING,
  sgt: BEIJING,
  jst: '+09:00',
  kst: '+09:00',
  est: '-05:00',
  edt: '-04:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
};

/**
 * The offset that a zone's name or number means, as `Z` or `+08:00`; `undefined` for names of several zones (`CST`, `IST`, `BST`)
 * and for places that change their clocks.
 */
export function zoneOffset(written: string): string | undefined {
  const name = written.normalize('NFKC').trim().toLowerCase();
  const named = NAMED[name];
  if (named !== undefined) return named;
  const match = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?$/u.exec(name);
  if (!match) return undefined;
  const [, sign = '+', hours = '0', minutes = '00'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return Number(hours) === 0 && Number(minutes) === 0 ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** A name of the tz database: a continent or ocean and a place. Its short names (`CST`, `IST`) mean several zones. */
const PLACE = /^[a-z]+(?:\/[a-z0-9_+-]+){1,2}$/iu;
const OFFSET_PART = /GMT(?:([+-]\d{2}:\d{2}))?/u;

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** The clock of a place; `undefined` where there is no such place. */
function clockOf(name: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(name)) {
    try {
      clocks.set(name, new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' }));
    } catch {
      clocks.set(name, undefined);
    }
  }
  return clocks.get(name);
}

/** A zone as times are read in it: an offset (`Z`, `+08:00`), or a place whose offset changes over the year (`Europe/Berlin`). */
export function zoneOf(written: string): string | undefined {
  const offset = zoneOffset(written);
  if (offset !== undefined) return offset;
  const name = written.normalize('NFKC').trim();
  return PLACE.test(name) && clockOf(name) ? name : undefined;
}

const secondsOf = (offset: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/u.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
};

/**
 * The offsets that a zone's clocks had when they showed a time: one; none where they were put forward over it; two where they were
 * put back over it.
 * @param wall what the clocks showed, as seconds since 1970 if it were UTC
 */
export function offsetsAt(zone: string, wall: number): readonly string[] {
  const clock = zone === 'Z' || /^[+-]/u.test(zone) ? undefined : clockOf(zone);
  if (!clock) return [zone];
  const at = (seconds: number): string => {
    const part = clock.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return OFFSET_PART.exec(part)?.[1] ?? 'Z';
  };
  const around = new Set([at(wall - DAY), at(wall + DAY)]);
  return [...around].filter((offset) => at(wall - secondsOf(offset)) === offset);
}

const DAY = 86_400;

/** The zone that a heading names in brackets: `Start Time (UTC)`, `开始时间（北京时间）`. */
export function zoneInHeading(heading: string): string | undefined {
  for (const [, inside = ''] of heading.normalize('NFKC').matchAll(/[([]([^)\]]*)[)\]]/gu)) {
    const zone = zoneOf(inside);
    if (zone !== undefined) return zone;
  }
  return undefined;
}
