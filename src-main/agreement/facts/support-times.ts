import { USUALLY } from '../frames/usually.ts';
import type { Fact, HoursValue, Unit } from '../fact.ts';
import type { Clause, ClauseTable } from '../model.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { hoursInWords } from '../quantity/hours-words.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import { supportRate } from '../quantity/support-rate.ts';
import { NUMBER, readNumber } from '../quantity/written-numbers.ts';
import { yuanIn } from '../quantity/yuan.ts';
import { byClause } from './told.ts';

/** Times to respond and to restore, the hours in which they are counted, and what is given where they are missed. */

interface Place {
  readonly clause: Clause;
  /** Headings above and the clause's own. */
  readonly headings: string;
}

type Stated = Omit<Fact, 'id' | 'clause'>;

const UNIT_WORDS: readonly (readonly [Unit, string])[] = [
  ['working-hour', '(?:工作|服务|营业|支持)小时|(?:business|working|support|service)[ -]hours?'],
  ['working-day', '工作日|营业日|(?:business|working)[ -]days?'],
  ['minute', '分钟|minutes?|mins?\\b'],
  ['hour', '小时|hours?|hrs?\\b|h\\b'],
  ['day', '自然日|日历日|天|日|(?:calendar )?days?'],
];
const LENGTH = `(?<![\\d×xX*/.])(?<n>${NUMBER}|半)\\s?个?(?:${UNIT_WORDS.map(([, words]) => `(?:${words})`).join('|')})`;
const UNITS = UNIT_WORDS.map(([unit, words]) => [unit, new RegExp(`(?:${words})$`, 'iu')] as const);

const RESPONSE = '响应|应答|首次回复|首次答复|respon(?:d|se)|acknowledg(?:e|ment)';
const RESTORE = '恢复|修复|解决|排除|restor(?:e|ed|ation)|resol(?:ve|ved|ution)|repair(?:ed)?';
const DONE = `(?:完成|予以|进行|作出|给予|故障|服务|业务|问题)*`;

/** The length before what is done (`15分钟内响应`), or after its name (`响应时间不超过15分钟`, `respond within 15 minutes`). */
const before = (done: string): RegExp =>
  new RegExp(`${LENGTH}\\s?(?:之)?(?:以)?内\\s?(?:[^，,。；;\\d]{0,6}?)${DONE}(?:${done})`, 'giu');
const after = (done: string): RegExp =>
  new RegExp(
    `(?:${done})(?:时间|时限|时长|\\stimes?)?(?:[^，,。；;\\d一二三四五六七八九十]{0,14}?|\\sto\\s(?:[a-z-]+\\s){1,5}?)(?:为|是|不超过|不得超过|不大于|≤|<=|在|：|:|\\bwithin\\s|\\bis\\s|\\bof\\s|\\bnot\\sexceed\\s|\\bin\\s)\\s?(?:not more than |no more than |不超过|最长)?${LENGTH}`,
    'giu',
  );
/** The same words, as long as they were, with the next business day as what it is: one of them. */
const inLengths = (words: string): string =>
  words.replaceAll(/\b((?:on|by)\s)?(?:the\s)?next\s(?:business|working)\sday\b/giu, (each, lead?: string) =>
    `${lead === undefined ? '' : 'in '}1 business day`.padEnd(each.length),
  );
/** The same of work that somebody comes for; as a name (`维修时间`) it is maintenance. */
const SEEN_TO = '(?:取得联系|回电)';
const MENDED = '(?:(?:完成|予以|上门|到场)[^，。；]{0,4}?(?:维修|抢修|修理|更换)|修好|处理(?:完毕|完成))';
const PATTERNS = [
  ['response', before(SEEN_TO)],
  ['restore', before(MENDED)],
  ['response', before(RESPONSE)],
  ['response', after(RESPONSE)],
  ['restore', before(RESTORE)],
  ['restore', after(RESTORE)],
] as const;

const IN_HEAD = {
  response: new RegExp(RESPONSE, 'iu'),
  restore: new RegExp(RESTORE, 'iu'),
} as const;

/** Of what happens to a service, and of nothing else that is answered or brought back in time. */
const ABOUT =
  /故障|工单|报障|事件|技术支持|响应|服务请求|优先级|严重|维修|报修|保修|售后|客诉|质量|incident|ticket|support|severity|priority|outage|fault/iu;
const NOT_ABOUT =
  /欠费|付款|缴费|删除|备份|数据恢复|不计(?:入|算)|赔偿申请|异议|发票|争议|恢复原状|overdue|payment|invoice|backup|dispute|claim/iu;
/** What is aimed at is no promise, nor what is normally done. */
const AIM = new RegExp(
  `目标|尽力|力争|争取|尽量|RTO|RPO|\\btargets?\\b|\\baim|endeavou?r|reasonable efforts|best efforts|${USUALLY}`,
  'iu',
);

const SEVERITY =
  /(?<![A-Za-z])(?:P|S|Sev(?:erity)?|Priority|Level)[\s.-]?(?:level\s)?[0-5](?![\d.]|\s?[%％])(?:\s?级)?(?:故障|事件|问题|工单)?|(?:[一二三四五]|[1-5])级(?:（[^（）]{1,8}）)?(?:故障|事件|问题|工单)?|(?:特别重大|特别紧急|重大|较大|紧急|严重|重要|关键|一般|普通|轻微|高|中|低)(?:级别?|优先级)?(?:的)?(?:故障|事件|问题|工单)|\b(?:critical|urgent|high|medium|normal|low|minor|major)(?:\s|-)(?:severity|priority|incidents?|issues?|tickets?)/giu;

/** The severity that was named last before a place; none where none was. */
const severityAt = (words: string, at: number): string | undefined =>
  [...words.slice(0, at).matchAll(SEVERITY)].at(-1)?.[0];

interface Length {
  readonly value: number;
  readonly unit: Unit;
}

function lengthOf(written: string, n: string): Length | undefined {
  const unit = UNITS.find(([, pattern]) => pattern.test(written))?.[0];
  const value = n === '半' ? 0.5 : readNumber(n);
  return unit === undefined || value === undefined ? undefined : { value, unit };
}

const quoteOf = (clause: Clause, start: number, end: number): string => {
  const text = clause.text;
  const from = Math.max(...['，', ',', '。', '；', ';', '\n'].map((mark) => text.lastIndexOf(mark, start - 1) + 1));
  const stops = ['，', '。', '；', ';', '\n'].flatMap((mark) => {
    const at = text.indexOf(mark, end);
    return at < 0 ? [] : [at];
  });
  return text.slice(from, Math.min(text.length, ...stops)).trim();
};

const ALL_LENGTHS = new RegExp(LENGTH, 'giu');
const LEADS_IN =
  /(?:\b(?:within|in|is|under|exceed(?:ing)?)|不(?:得)?超过|不大于|[为是在：:]|≤|<=)\s?(?:not more than |no more than )?$/iu;

/** What is done by a time: the one thing that the words speak of, or of two the one that was named last before it. */
function doneBy(words: string, at: number): 'response' | 'restore' | undefined {
  const last = (kind: keyof typeof IN_HEAD, text: string): number =>
    [...text.matchAll(new RegExp(IN_HEAD[kind], 'giu'))].at(-1)?.index ?? -1;
  const whole = { response: last('response', words), restore: last('restore', words) };
  if (whole.restore < 0) return 'response';
  if (whole.response < 0) return 'restore';
  const [response, restore] = [last('response', words.slice(0, at)), last('restore', words.slice(0, at))];
  return response === restore ? undefined : response > restore ? 'response' : 'restore';
}

/**
 * The lengths of a sentence that names a severity right before each, with what is done by them: `responds to Severity 1
 * within 30 minutes and to Severity 2 within four hours`, `响应时间：P1 15分钟，P2 1小时`. @param before what stands in front of it, up to a full stop
 */
function namedTimes(
  words: string,
  before: string,
): readonly { readonly at: number; readonly kind: 'response' | 'restore' }[] {
  const said =
    [words, /[；;]\s*$/u.test(before) ? before : ''].find(
      (each) => IN_HEAD.response.test(each) || IN_HEAD.restore.test(each),
    ) ?? '';
  if (said === '') return [];
  let behind = 0;
  return [...words.matchAll(ALL_LENGTHS)].flatMap(({ index, 0: written }) => {
    const [severity] = [...words.slice(behind, index).matchAll(SEVERITY)].slice(-1);
    const named = severity ? behind + severity.index + severity[0].length : undefined;
    behind = index + written.length;
    if (named === undefined || /[。；;]/u.test(words.slice(named, index))) return [];
    const leads = LEADS_IN.test(words.slice(0, index)) || words.slice(named, index).trim() === '';
    const within = /^\s?(?:之|以)?内/u.test(words.slice(behind));
    const kind = doneBy(said, said === words ? index : said.length);
    return kind !== undefined && (leads || within) ? [{ at: index, kind }] : [];
  });
}

/** The times that stand right beside the severities they are of, by where they stand. */
function besideSeverities(clause: Clause, start: number, words: string): readonly (readonly [number, Stated])[] {
  const before =
    clause.text
      .slice(0, start)
      .split(/[。\n]/u)
      .at(-1) ?? '';
  return namedTimes(words, before).flatMap(({ at, kind }): readonly (readonly [number, Stated])[] => {
    const match = new RegExp(LENGTH, 'iuy');
    match.lastIndex = at;
    const [written = '', n = ''] = match.exec(words) ?? [];
    const length = lengthOf(written, n);
    const severity = severityAt(words, at);
    if (!length || severity === undefined) return [];
    const quote = quoteOf(clause, start + at, start + at + written.length);
    return [[at, { kind, ...length, quote, scope: { severity } }]];
  });
}

/** Times in a sentence, each once, with the severity that was named last before it. */
function timesIn({ clause, headings }: Place, start: number, written: string): readonly Stated[] {
  const words = inLengths(written);
  if (AIM.test(words) || NOT_ABOUT.test(words) || !ABOUT.test(`${headings} ${words}`)) return [];
  const found = new Map<number, Stated>();
  for (const [kind, pattern] of PATTERNS) {
    for (const match of words.matchAll(pattern)) {
      const n = match.groups?.['n'] ?? '';
      const [said = ''] = new RegExp(LENGTH, 'iu').exec(match[0]) ?? [];
      const at = match.index + match[0].indexOf(said);
      const length = lengthOf(said, n);
      // A bound under which a fault does not count is no promise.
      const isBound = /^\s?(?:及)?以[下上]/u.test(words.slice(match.index + match[0].length));
      if (!length || found.has(at) || isBound) continue;
      const severity = severityAt(words, at);
      const quote = quoteOf(clause, start + match.index, start + match.index + match[0].length);
      found.set(at, { kind, ...length, quote, ...(severity === undefined ? {} : { scope: { severity } }) });
    }
  }
  for (const [at, stated] of besideSeverities(clause, start, words)) if (!found.has(at)) found.set(at, stated);
  return [...found.entries()].toSorted(([a], [b]) => a - b).map(([, each]) => each);
}

const SERVICE_HOURS =
  /(?:仅|只)(?:统计|计算|计|考核|测量)[^。；]{0,40}?(?:可用|不可用)|(?:服务|运营|运行|业务)(?:时间|时段|窗口)(?!限)|service hours|hours of (?:service|operation)/iu;
const SUPPORT_HOURS =
  /(?:支持|响应|受理|值班|客服|热线|工作|营业|办公)(?:时间|时段)|工作小时|技术支持|客服|报障|support hours|business hours|working hours|help ?desk|support/iu;
const NOT_HOURS = /维护|升级|割接|变更窗口|送达|通知|maintenance|upgrade|notice|deliver/iu;

function hoursIn(clause: Clause, start: number, words: string): readonly Stated[] {
  if (NOT_HOURS.test(words)) return [];
  const kind = SERVICE_HOURS.test(words) ? 'service-hours' : SUPPORT_HOURS.test(words) ? 'support-hours' : undefined;
  const value: HoursValue | undefined = kind && hoursInWords(words);
  if (!kind || !value) return [];
  return [{ kind, value, unit: 'hour', quote: clause.text.slice(start, start + words.length).trim() }];
}

const MISSED =
  /(?:未|没有|不能|未能|逾期|超过|超出|超时)[^。；;]{0,40}(?:响应|恢复|修复|解决)|(?:响应|恢复|修复|解决)[^。；;，]{0,16}(?:超时|超过|逾期|延误)|(?:fail|miss|exceed|late)[^.;]{0,60}(?:respon|restor|resol)|(?:respon|restor|resol|repair)[^.;]{0,60}(?:\blate\b|delay|overdue|exceed|missed)|\bdelay(?:s|ed)?\b[^.;]{0,40}(?:respon|restor|resol|repair)|(?:响应|恢复|修复|解决)[^。；;，]{0,8}每[^。；;，]{0,4}(?:延迟|迟延|延误|延)/iu;
const GIVES =
  /赔偿|补偿|减免|扣减|抵扣|返还|代金券|违约金|延长服务期|credit|refund|compensat|\breceives?\b|\bis\sentitled\sto\b|\bpays?\b/iu;
/** So much for each hour is no sum for each time. */
const BY_LENGTH =
  /每(?:超|逾|延|迟|增)[^，。；]{0,8}(?:小时|分钟|天|日)|每满?\s?[\d一二两三四五六七八九十半]*\s?个?(?:小时|分钟)|(?:each|every|per)\s(?:(?:additional|further|full|complete|started)\s)?(?:[\w-]+\s)?(?:hour|minute|day)s?\b/iu;
const OF_AVAILABILITY = /可用(?:性|率)|availab|uptime/iu;

/** The severities that words name, each once, as written. */
const severitiesIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(SEVERITY)].map(([severity]) => severity)),
];

/** A credit for each severity that its sentence names; for all where it names none. */
function bySeverity(stated: readonly Stated[], words: string): readonly Stated[] {
  const severities = severitiesIn(words);
  return severities.length === 0
    ? stated
    : stated.flatMap((each) => severities.map((severity) => ({ ...each, scope: { severity } })));
}

/**
 * The share of a further severity, right behind what is given for the first (`…, for Severity 2 it is 1%`): of the same fee where it names
 * none of its own.
 */
function furtherCredit(clause: Clause, start: number, words: string, [first]: readonly Stated[]): readonly Stated[] {
  const [severity, other] = severitiesIn(words);
  if (!first?.scope || severity === undefined || other !== undefined || OF_AVAILABILITY.test(words)) return [];
  const share = /%|％|百分之|per\s?cent/iu.test(words) ? shareOfWords(words) : undefined;
  const { value } = first;
  if (!share || typeof value !== 'object' || !('amount' in value)) return [];
  const of =
    typeof share.of === 'string' || /费|款|\b(?:fee|charge|price)/iu.test(share.of.words) ? share.of : value.of;
  const quote = clause.text.slice(start, start + words.length).trim();
  return [{ kind: 'support-credit', value: { ...share, of }, unit: share.unit, quote, scope: { severity } }];
}

const creditIn = (clause: Clause, start: number, words: string): readonly Stated[] =>
  bySeverity(creditsIn(clause, start, words), words);

function creditsIn(clause: Clause, start: number, words: string): readonly Stated[] {
  if (!MISSED.test(words) || !GIVES.test(words) || OF_AVAILABILITY.test(words)) return [];
  const quote = clause.text.slice(start, start + words.length).trim();
  const given = words.slice(words.search(GIVES) - 24 < 0 ? 0 : words.search(GIVES) - 24);
  const share = BY_LENGTH.test(words) ? undefined : shareOfWords(given);
  if (share) return [{ kind: 'support-credit', value: share, unit: share.unit, quote }];
  const told = supportRate(words) ?? shareOfWords(given) ?? yuanIn(given)?.yuan;
  // What is given for as long as a time was missed stands even where it is not read: the text does state it.
  return told === undefined && !BY_LENGTH.test(words)
    ? []
    : [{ kind: 'support-credit', value: quote, unit: 'text', quote }];
}

const CELL = new RegExp(`^[^\\d]{0,8}?${LENGTH}\\s?(?:之)?(?:以)?内?$`, 'iu');
const BARE = new RegExp(`^[^\\d]{0,4}(?<n>${NUMBER})$`, 'iu');

/** A cell's one length; its unit may stand in the head: `响应时间（分钟）`. */
function cellLength(cell: string, head: string): Length | undefined {
  const words = inLengths(plain(cell)).trim();
  const whole = CELL.exec(words);
  if (whole) return lengthOf(words.replace(/\s?(?:之)?(?:以)?内$/u, ''), whole.groups?.['n'] ?? '');
  const bare = BARE.exec(words);
  const unit = /[（(]\s?([^（()）]+)\s?[)）]\s*$/u.exec(head)?.[1];
  return bare && unit !== undefined ? lengthOf(unit, bare.groups?.['n'] ?? '') : undefined;
}

/** Rows of a table that names severities and the times of each. */
function tableTimes({ header, rows }: Pick<ClauseTable, 'header' | 'rows'>): readonly Stated[] {
  const heads = header.map(plain);
  const kinds = heads.map((head) =>
    AIM.test(head) ? undefined : (['response', 'restore'] as const).find((kind) => IN_HEAD[kind].test(head)),
  );
  const naming = kinds.findIndex((kind) => kind === undefined);
  if (naming < 0 || kinds.every((kind) => kind === undefined)) return [];
  return rows.flatMap((row) =>
    kinds.flatMap((kind, column): readonly Stated[] => {
      const length = kind && cellLength(row[column] ?? '', heads[column] ?? '');
      const severity = row[naming]?.trim() ?? '';
      if (!kind || !length || severity === '') return [];
      return [{ kind, ...length, quote: row.join('\t'), scope: { severity } }];
    }),
  );
}

/** Caps of credits without those that stand beside what is given for missed times: they are ceilings of that, and of nothing else. */
export function withoutSupportCaps(facts: readonly Fact[]): readonly Fact[] {
  const givenOf = byClause(facts.filter(({ kind }) => kind === 'support-credit'));
  const beside = ({ clause, quote }: Fact): boolean =>
    givenOf(clause).some((each) => plain(each.quote).includes(plain(quote).trim()));
  return facts.filter((fact) => (fact.kind !== 'credit-cap' && fact.kind !== 'liability-cap') || !beside(fact));
}

/** What a document promises of its support: times, hours, and the credit for what is missed. */
export function supportFacts(places: readonly Place[], tables: readonly ClauseTable[]): readonly Fact[] {
  const found: Fact[] = [];
  const groups = new Map<string, Fact[]>();
  const add = (clause: string, stated: readonly Stated[]): void => {
    for (const each of stated) {
      const key = `${clause}/${each.kind}`;
      const same = groups.get(key) ?? [];
      if (
        same.some(
          (fact) =>
            JSON.stringify([fact.value, fact.unit, fact.scope]) === JSON.stringify([each.value, each.unit, each.scope]),
        )
      )
        continue;
      const fact: Fact = { id: `${clause}/${each.kind}/${same.length + 1}`, ...each, clause };
      groups.set(key, [...same, fact]);
      found.push(fact);
    }
  };
  for (const place of places) {
    const { clause } = place;
    let before: readonly Stated[] = [];
    for (const { start, end } of sentences(clause.text)) {
      const words = plain(clause.text.slice(start, end));
      const given = creditIn(clause, start, words);
      const credits = given.length > 0 ? given : furtherCredit(clause, start, words, before);
      before = credits;
      add(clause.id, [...timesIn(place, start, words), ...hoursIn(clause, start, words), ...credits]);
    }
  }
  for (const table of tables) add(table.clause, tableTimes(table));
  return found;
}
