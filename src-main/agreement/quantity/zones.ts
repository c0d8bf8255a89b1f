import { explains, unreadZone, zonesOfAbbreviations, zonesOfPlaces } from './zone-places.ts';
import { asWritten, type Sentence, sentence } from '../sentence.ts';

/** A zone of time: an IANA name (`Asia/Shanghai`) or a distance from UTC that never changes (`+05:30`). */
export type Zone = string;

/** The zone in which days are counted where neither the text nor a person says another one. */
export const BEIJING: Zone = 'Asia/Shanghai';

interface ZoneRow {
  readonly zone: Zone;
  readonly label: Sentence;
  /** How agreements and people name it. */
  readonly named: RegExp;
}

/** The zones that are known by name, as agreements write them. */
export const ZONES: readonly ZoneRow[] = [
  {
    zone: BEIJING,
    label: sentence('names.zone.beijing'),
    named: /北京时间|中国(?:标准)?时间|东八区|\b(?:beijing|china|shanghai)(?:\sstandard)?\stime\b|Asia\/Shanghai/iu,
  },
  {
    zone: 'Asia/Hong_Kong',
    label: sentence('names.zone.hong-kong'),
    named: /香港时间|\bhong\s?kong(?:\sstandard)?\stime\b|\bHKT\b|Asia\/Hong_Kong/iu,
  },
  {
    zone: 'Asia/Taipei',
    label: sentence('names.zone.taipei'),
    named: /台北时间|\btaipei(?:\sstandard)?\stime\b|Asia\/Taipei/iu,
  },
  {
    zone: 'Asia/Singapore',
    label: sentence('names.zone.singapore'),
    named: /新加坡时间|\bsingapore(?:\sstandard)?\stime\b|\bSGT\b|Asia\/Singapore/iu,
  },
  {
    zone: 'Asia/Tokyo',
    label: sentence('names.zone.tokyo'),
    named: /(?:日本|东京)(?:标准)?时间|\b(?:japan|tokyo)(?:\sstandard)?\stime\b|\bJST\b|Asia\/Tokyo/iu,
  },
  {
    zone: 'Europe/London',
    label: sentence('names.zone.london'),
    named: /(?:伦敦|英国)时间|\b(?:london|uk)\stime\b|Europe\/London/iu,
  },
  {
    zone: 'Europe/Berlin',
    label: sentence('names.zone.central-europe'),
    named:
      /(?:中欧|欧洲中部)(?:标准)?时间|\bcentral\seuropean(?:\s(?:standard|summer))?\stime\b|\bCES?T\b|Europe\/Berlin/iu,
  },
  {
    zone: 'America/New_York',
    label: sentence('names.zone.us-eastern'),
    named:
      /(?:美国)?东部(?:标准)?时间|纽约时间|(?<!\b(?:australian|indonesian|brazilian|european|africa)\s)\b(?:u\.?s\.?\s)?eastern(?:\s(?:standard|daylight))?\stime\b|\bnew\syork\stime\b|America\/New_York/iu,
  },
  {
    zone: 'America/Los_Angeles',
    label: sentence('names.zone.us-pacific'),
    named: /太平洋(?:标准)?时间|\b(?:u\.?s\.?\s)?pacific(?:\s(?:standard|daylight))?\stime\b|America\/Los_Angeles/iu,
  },
  {
    zone: 'UTC',
    label: sentence('names.zone.utc'),
    named:
      /协调世界时|世界(?:协调|标准)时|国际协调时|格林(?:尼|威)治(?:标准|平均|平太阳)?时|\b(?:UTC|GMT)\b(?!\s?[+\-−－＋])|\bcoordinated\suniversal\stime\b|\bgreenwich(?:\smean)?\stime\b|\bzulu\b/iu,
  },
];

const OFFSET =
  /\b(?:UTC|GMT)\s?(?<sign>[+\-−－＋])\s?(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?(?!\d)|^(?<plain>[+-]\d{2}:\d{2})$/iu;

/** The zones that the words name, each once; empty where they name none. */
export function zonesIn(words: string): readonly Zone[] {
  const text = words.normalize('NFKC');
  const named = ZONES.filter((row) => row.named.test(text)).map(({ zone }) => zone);
  const places = zonesOfPlaces(text).map(({ zone }) => zone);
  const short = zonesOfAbbreviations(text).map(({ zone }) => zone);
  const zones = [...new Set([...named, ...offsetIn(text), ...places, ...short])];
  // An abbreviation and the place that it stands for, or two places beside one: `Melbourne time (AEST/AEDT)` is Melbourne's.
  const said = new Set([...named, ...places]);
  const clear = said.size > 0 ? zones.filter((zone) => said.has(zone) || !short.includes(zone)) : zones;
  return clear.filter((zone) => !clear.some((place) => explains(zone, place)));
}

/** `UTC+8` is Beijing's time, which has stood so since 1991. */
function offsetIn(text: string): readonly Zone[] {
  const { sign, hours, minutes = '00', plain } = OFFSET.exec(text)?.groups ?? {};
  if (plain !== undefined) return [plain];
  if (sign === undefined || hours === undefined || Number(hours) > 14) return [];
  const offset = `${/[+＋]/u.test(sign) ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return [offset === '+08:00' ? BEIJING : offset];
}

/** What a zone is called: `北京时间`, `UTC+05:30`. */
export function zoneWords(zone: Zone): Sentence {
  const row = ZONES.find((each) => each.zone === zone);
  return row ? row.label : asWritten(/^[+-]/u.test(zone) ? `UTC${zone}` : zone);
}

/** That days and times in general are those of a zone; a window of maintenance in some zone says nothing about duties. */
const IN_GENERAL =
  /(?:时间|日期|期间|期限|时刻|日历日|自然日|工作日|期日)[^。；]{0,30}?(?:均|都|皆)?(?:以|按照?|为|系?指|采用|依据?)[^。；]{0,16}?(?:为准|计算|时间|时)|\b(?:times?|dates?|days?|deadlines?|periods?|months?|measurements?)\b[^.;]{0,60}?\b(?:are|is|refers?|means?|in|by|based\son|according\sto|calculated|measured|expressed|determined|stated|local)\b/iu;
const OF_WORK = /维护|割接|客服|热线|支持时间|maintenance|support\s(?:hours|is)|help\s?desk|hotline/iu;

/**
 * The zone that a sentence says days and times are in, in its own words; absent where it says none, or only when something is
 * open. Words that name a zone which is not known are words of a zone all the same.
 */
export function generalZone(words: string): string | undefined {
  if (!IN_GENERAL.test(words) || OF_WORK.test(words)) return undefined;
  const text = words.normalize('NFKC');
  const zones = zonesIn(text);
  const [zone] = zones;
  if (zone === undefined) return unreadZone(text);
  // Of two zones none is picked: the sentence stands for both, and is not read.
  if (zones.length > 1) return text;
  const row = ZONES.find(({ named }) => named.test(text));
  return (
    row?.named.exec(text)?.[0] ??
    zonesOfPlaces(text)[0]?.words ??
    OFFSET.exec(text)?.[0] ??
    zonesOfAbbreviations(text)[0]?.words
  );
}
