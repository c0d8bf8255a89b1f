import { plainHeading } from '../log/plain-heading.ts';
import type { LogTable } from '../log/table.ts';

/** What a column of a ticket log can be. */
export const TICKET_ROLES = [
  'opened',
  'responded',
  'restored',
  'severity',
  'number',
  'title',
  'instances',
  'zone',
] as const;
export type TicketRole = (typeof TICKET_ROLES)[number];

/** Which heading stands over a role, as written in the file; empty: no column has it; absent: as the headings say. */
export type TicketMap = Partial<Readonly<Record<TicketRole, string>>>;

/** Headings that ticket systems and people write, in the form that `plainHeading` gives. That a ticket was closed restores nothing. */
const HEADINGS: Readonly<Record<TicketRole, readonly string[]>> = {
  opened: [
    ...['opened', 'opened at', 'created', 'created at', 'created time', 'create time', 'creation time', 'created date'],
    ...['reported', 'reported at', 'submitted', 'submitted at', 'open time', 'open date', 'date created', 'start'],
    ...['提交时间', '创建时间', '报障时间', '受理时间', '建单时间', '开单时间', '申告时间', '报修时间', '发起时间'],
    ...['故障申告时间', '工单创建时间', '工单提交时间', '提单时间', '报告时间'],
  ],
  responded: [
    ...['first response', 'first response at', 'first response time', 'first reply', 'first reply at', 'responded'],
    ...['responded at', 'response time', 'acknowledged', 'acknowledged at', 'first responded at', 'initial response'],
    ...['首次响应时间', '首次响应', '响应时间', '首次回复时间', '首次答复时间', '首响时间', '应答时间', '接单时间'],
  ],
  restored: [
    ...['restored', 'restored at', 'service restored', 'resolved', 'resolved at', 'resolution time', 'resolved time'],
    ...['resolved date', 'date resolved', 'recovered at', 'fixed at'],
    ...['恢复时间', '业务恢复时间', '服务恢复时间', '解决时间', '修复时间', '故障恢复时间', '故障解决时间'],
  ],
  severity: [
    ...['severity', 'priority', 'level', 'sev', 'impact', 'urgency', 'severity level'],
    ...['级别', '故障级别', '优先级', '严重程度', '严重级别', '事件级别', '工单级别', '等级', '故障等级', '紧急程度'],
  ],
  number: [
    ...['number', 'ticket', 'ticket id', 'ticket number', 'ticket no', 'ticket no.', 'id', 'key', 'issue key'],
    ...['case', 'case id', 'case number', 'incident', 'incident id', 'incident number', 'no.', 'request id'],
    ...['工单号', '工单编号', '单号', '编号', '事件编号', '工单id', '申告单号', '序号'],
  ],
  title: [
    ...['title', 'subject', 'summary', 'description', 'short description', 'name'],
    ...['标题', '主题', '摘要', '问题描述', '故障描述', '描述', '故障现象', '工单标题', '内容'],
  ],
  instances: [
    ...['instances', 'instance', 'resource', 'asset', 'host', 'device', 'service'],
    ...['实例', '实例id', '实例名称', '资源', '资源id', '设备', '带宽包', '受影响实例'],
  ],
  zone: ['timezone', 'time zone', 'tz', 'utc offset', '时区'],
};

/** Lines before which a heading row stands. */
const HEADING_WITHIN = 20;

export interface TicketHeading {
  readonly at: number;
  readonly headings: readonly string[];
  readonly places: Partial<Readonly<Record<TicketRole, number>>>;
}

function places(cells: readonly string[], map: TicketMap): TicketHeading['places'] {
  const plain = cells.map(plainHeading);
  const taken = new Set(Object.values(map).filter((each) => each !== ''));
  const found: Partial<Record<TicketRole, number>> = {};
  for (const role of TICKET_ROLES) {
    const said = map[role];
    if (said === '') continue;
    const at =
      said === undefined
        ? HEADINGS[role].map((name) => plain.indexOf(name)).find((each) => each >= 0 && !taken.has(cells[each] ?? ''))
        : [cells.indexOf(said), plain.indexOf(plainHeading(said))].find((each) => each >= 0);
    if (at !== undefined) found[role] = at;
  }
  return found;
}

/** The heading of a ticket log: the first row that names when tickets were opened, and when something was done. */
export function ticketHeading(lines: LogTable, map: TicketMap = {}): TicketHeading | undefined {
  for (const [at, { cells }] of lines.slice(0, HEADING_WITHIN).entries()) {
    const found = places(cells, map);
    if (found.opened !== undefined && (found.responded ?? found.restored) !== undefined)
      return { at, headings: cells, places: found };
  }
  return undefined;
}
