import { EXCLUSION_ASKED } from './excluded.ts';
import { plainHeading } from './plain-heading.ts';
import type { LogLine } from './table.ts';

/** What a column of a log can be. `sample`: the state at each moment; `event`: what happened then, or how the row stands. */
export const COLUMN_ROLES = [
  'from',
  'to',
  'duration',
  'event',
  'sample',
  'instances',
  'cause',
  'exclusion',
  'evidence',
  'zone',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Which heading stands over a role, as written in the file; empty: no column has it; absent: as the headings say. */
export type ColumnMap = Partial<Readonly<Record<ColumnRole, string>>>;

/** Headings that monitoring tools and people write, in the form that `plainHeading` gives. */
const HEADINGS: Readonly<Record<ColumnRole | 'time', readonly string[]>> = {
  from: [
    ...['from', 'start', 'begin', 'started', 'start time', 'started at', 'starts at', 'startsat', 'starttime'],
    ...[
      'start date',
      'begin time',
      'down at',
      'down since',
      'outage start',
      'downtime start',
      'down time',
      'opened at',
    ],
    ...[
      '开始',
      '开始时间',
      '起',
      '起始时间',
      '中断开始',
      '中断开始时间',
      '故障开始',
      '故障开始时间',
      '故障时间',
      '发生时间',
    ],
    ...[
      '报警时间',
      '告警时间',
      '触发时间',
      '首次报警时间',
      '首次告警时间',
      '告警开始时间',
      '报警开始时间',
      '故障发生时间',
    ],
  ],
  to: [
    ...['to', 'end', 'until', 'ended', 'end time', 'ended at', 'ends at', 'endsat', 'endtime', 'end date'],
    ...[
      'recovery time',
      'recovered',
      'recovered at',
      'resolved at',
      'up at',
      'outage end',
      'downtime end',
      'closed at',
    ],
    ...[
      '结束',
      '结束时间',
      '止',
      '终止时间',
      '恢复',
      '恢复时间',
      '中断结束',
      '中断结束时间',
      '故障结束',
      '故障结束时间',
    ],
    ...['故障恢复时间', '解除时间', '告警恢复时间', '报警恢复时间', '告警结束时间', '服务恢复时间'],
  ],
  duration: ['duration', 'length', 'downtime', '持续时间', '持续时长', '时长', '中断时长', '故障时长', '历时'],
  event: [
    'event',
    'status',
    'state',
    'type',
    'event type',
    '事件',
    '事件类型',
    '状态',
    '报警状态',
    '告警状态',
    '服务状态',
    '运行状态',
  ],
  sample: [
    ...['probe_success', 'up', 'value', 'success', 'available', 'availability', 'reachable', 'result'],
    ...['值', '可用', '是否可用', '探测结果'],
  ],
  instances: [
    ...['instances', 'instance', 'monitor', 'monitor name', 'host', 'hostname', 'device', 'resource', 'target', 'node'],
    ...['check', 'check name', 'region', 'zone name'],
    ...[
      '实例',
      '实例id',
      '实例名称',
      '受影响实例',
      '主机',
      '主机名',
      '资源',
      '资源id',
      '设备',
      '监控对象',
      '带宽包',
      '地域',
      '可用区',
    ],
  ],
  cause: [
    ...['cause', 'reason', 'description', 'problem', 'alertname', 'alert name', 'summary', 'note', 'cause; note'],
    ...['原因', '故障原因', '说明', '描述', '规则名称', '告警名称', '报警名称', '告警内容', '报警内容', '备注'],
  ],
  exclusion: [
    'exclusion',
    'excluded',
    '除外',
    '除外情形',
    '免责情形',
    '免责',
    '是否除外',
    '是否免责',
    ...EXCLUSION_ASKED,
  ],
  evidence: ['evidence', 'proof', '证据', '依据', '凭证'],
  zone: ['timezone', 'time zone', 'tz', 'utc offset', '时区'],
  time: [
    'time',
    'date-time',
    'datetime',
    'date time',
    'timestamp',
    'date',
    'event time',
    '时间',
    '日期时间',
    '日期',
    '时间戳',
  ],
};

/** Columns of the day where the time stands in a column of its own. */
const DAYS: Readonly<Record<'from' | 'to', readonly string[]>> = {
  from: [
    ...['start date', 'begin date', 'from date', 'date', 'event date', 'day'],
    ...['开始日期', '起始日期', '故障日期', '中断日期', '发生日期', '报警日期', '告警日期', '日期'],
  ],
  to: ['end date', 'until date', 'to date', 'recovery date', '结束日期', '终止日期', '恢复日期', '解除日期'],
};

/** The columns of days beside those of times; a log with one for both has the beginning's. */
export function dayColumns(
  headings: readonly string[],
  { from, to }: Places,
): { readonly from?: number; readonly to?: number } {
  const plain = headings.map(plainHeading);
  const find = (role: 'from' | 'to', time: number | undefined): number | undefined => {
    const at = plain.findIndex((each, index) => index !== time && DAYS[role].includes(each));
    return time === undefined || at < 0 ? undefined : at;
  };
  const days = { from: find('from', from), to: find('to', to) };
  return {
    ...(days.from === undefined ? {} : { from: days.from }),
    ...(days.to === undefined ? {} : { to: days.to }),
  };
}

/** Columns that could say how a row stands, in order. */
export function stateColumns(headings: readonly string[]): readonly number[] {
  return headings.flatMap((heading, at) => (HEADINGS.event.includes(plainHeading(heading)) ? [at] : []));
}

/** What a log of one monitoring tool is known by: its headings, in order. */
export const headingPrint = (headings: readonly string[]): string => headings.map(plainHeading).join('|');

/** Where each role's column stands. */
export type Places = Partial<Readonly<Record<ColumnRole, number>>>;

/** How rows tell an outage. */
export type LogShape = 'from-to' | 'from-duration' | 'events' | 'samples';

/** Lines before which a heading row stands: exports have titles, periods and empty lines above it. */
const HEADING_WITHIN = 20;

/** The columns that a row of headings names. */
function named(cells: readonly string[], map: ColumnMap): Places {
  const plain = cells.map(plainHeading);
  const find = (names: readonly string[]): number => {
    for (const name of names) {
      const at = plain.indexOf(name);
      if (at >= 0) return at;
    }
    return -1;
  };
  // A tool that writes its headings otherwise now and then writes the same ones.
  const written = (said: string): number => {
    const at = cells.indexOf(said);
    return at >= 0 ? at : plain.indexOf(plainHeading(said));
  };
  const taken = new Set(Object.values(map));
  const free = (at: number): boolean => at >= 0 && !taken.has(cells[at] ?? '');
  const places: Partial<Record<ColumnRole, number>> = {};
  for (const role of COLUMN_ROLES) {
    const said = map[role];
    const found = find(HEADINGS[role]);
    const at = said === undefined ? (free(found) ? found : -1) : said === '' ? -1 : written(said);
    if (at >= 0) places[role] = at;
  }
  const time = find(HEADINGS.time);
  if (places.from === undefined && map.from === undefined && free(time)) places.from = time;
  return places;
}

/** What rows of these columns can tell; the first that fits, tried in the order that claims the least guesswork. */
export function shapesOf({ from, to, duration, event, sample }: Places): readonly LogShape[] {
  if (from === undefined) return [];
  if (to !== undefined) return ['from-to'];
  return [
    ...(event === undefined ? [] : (['events'] as const)),
    ...(duration === undefined ? [] : (['from-duration'] as const)),
    ...(sample === undefined ? [] : (['samples'] as const)),
  ];
}

/** The heading row of a log, and what stands where. */
export interface Heading {
  /** Place of the heading among the lines; -1 where rows begin at once. */
  readonly at: number;
  readonly headings: readonly string[];
  readonly places: Places;
}

const YEAR_FIRST = /^\d{4}[-/.年]\d{1,2}/u;

/** Rows from a monitoring page often come without a heading: two times, then the cause, then the instances. */
const BARE: readonly ColumnRole[] = ['from', 'to', 'cause', 'instances'];

/**
 * Finds the heading among the first lines: the first whose columns tell an outage. `undefined` where none does; the widest of
 * the first lines is then what a person maps.
 */
export function headingOf(lines: readonly LogLine[], map: ColumnMap = {}): Heading | undefined {
  const first = lines.slice(0, HEADING_WITHIN);
  for (const [at, { cells }] of first.entries()) {
    const places = named(cells, map);
    if (shapesOf(places).length > 0) return { at, headings: cells, places };
  }
  const [start] = first;
  if (start && Object.keys(map).length === 0 && YEAR_FIRST.test(start.cells[0]?.normalize('NFKC') ?? '')) {
    const places = Object.fromEntries(BARE.slice(0, start.cells.length).map((role, index) => [role, index]));
    return { at: -1, headings: BARE.slice(0, start.cells.length), places };
  }
  return undefined;
}

/** The row that looks most like headings, for the person to map: the widest of the first, the first of those. */
export function likelyHeading(lines: readonly LogLine[]): Heading | undefined {
  const first = lines.slice(0, HEADING_WITHIN);
  const widest = Math.max(0, ...first.map(({ cells }) => cells.length));
  const at = first.findIndex(({ cells }) => cells.length === widest);
  const headings = first[at]?.cells;
  return headings && { at, headings, places: {} };
}
