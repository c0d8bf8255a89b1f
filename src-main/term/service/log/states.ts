const NOTHING = new Set(['', '-', '--', '—', '/', 'n/a', 'na', 'null', 'none', 'nil']);
const STILL = new Set([
  ...['ongoing', 'now', 'present', 'still down', 'not resolved', 'unresolved', 'open', 'active', 'firing'],
  ...['至今', '未恢复', '尚未恢复', '进行中', '持续中', '仍在继续', '未结束'],
]);
const NO = new Set([
  ...NOTHING,
  '否',
  '无',
  '不',
  '不是',
  '不除外',
  '未除外',
  '未免责',
  '没有',
  'no',
  'n',
  'false',
  'f',
  '0',
]);
const DOWN = new Set([
  ...['down', 'critical', 'problem', 'failed', 'failure', 'fail', 'alert', 'alerting', 'alarm', 'firing', 'offline'],
  ...['triggered', 'trigger', 'outage', 'error', 'unreachable', 'unavailable', 'opened', 'open', 'false', 'no'],
  ...['中断', '故障', '报警', '告警', '异常', '不可用', '离线', '触发', '报警中', '告警中', '失败', '掉线', '宕机'],
]);
const UP = new Set([
  ...['up', 'ok', 'resolved', 'resolve', 'recovered', 'recovery', 'online', 'normal', 'success', 'closed', 'available'],
  ...['reachable', 'cleared', 'true', 'yes'],
  ...['恢复', '已恢复', '正常', '在线', '可用', '解除', '已解除', '恢复正常', '成功', '已解决'],
]);
/** Of a row that has a beginning and an end: it was up all the time between. A row that says `resolved` was down. */
const WAS_UP = new Set(['up', 'uptime', 'online', 'available', '在线', '可用']);

const plain = (cell: string): string => cell.normalize('NFKC').trim().toLowerCase();

/** No end is written: the outage goes on. Exports of alerts write the year 1 for it. */
export const isStill = (cell: string): boolean => {
  const said = plain(cell);
  return NOTHING.has(said) || STILL.has(said) || said.startsWith('0001-01-01');
};

/** The cell takes nothing out of the count: empty, or a word for no. */
export const saysNo = (cell: string): boolean => NO.has(plain(cell));

/** What an event says; `undefined` where it is neither. */
export function stateOf(cell: string): 'down' | 'up' | undefined {
  const said = plain(cell);
  return DOWN.has(said) ? 'down' : UP.has(said) ? 'up' : undefined;
}

/** What a sample says: 0 or a word for down, anything above 0 or a word for up. */
export function sampleOf(cell: string): 'down' | 'up' | undefined {
  const said = plain(cell);
  if (/^\d+(?:\.\d+)?%?$/u.test(said)) return Number.parseFloat(said) === 0 ? 'down' : 'up';
  return stateOf(cell);
}

export const wasUp = (cell: string): boolean => WAS_UP.has(plain(cell));
