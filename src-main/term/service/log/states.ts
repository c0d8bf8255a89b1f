const NOTHING = new Set(['', '-', '--', '—', '/', 'n/a', 'na', 'null', 'none', 'nil']);
const STILL = new Set([
  ...['ongoing', 'now', 'present', 'still down', 'not resolved', 'unresolved', 'open', 'active', 'firing'],
  ...['至今', '未恢复', '尚未恢复', '进行中', '持续中', '仍在继续', '未结束'],
]);
const DOWN = new Set([
  ...['down', 'critical', 'problem', 'failed', 'failure', 'fail', 'alert', 'alerting', 'alarm', 'firing', 'offline'],
  ...['triggered', 'trigger', 'outage', 'error', 'unreachable', 'unavailable', 'opened', 'open', 'false', 'no'],
  ...['timeout', 'timed out', 'disconnected', 'downtime', 'disaster', 'fatal', 'still down', 'insufficient'],
  ...['中断', '故障', '报警', '告警', '异常', '不可用', '离线', '触发', '报警中', '告警中', '失败', '掉线', '宕机'],
  ...['服务中断', '网络中断', '不可达', '超时', '断开', '断线', '断网', '不通', '故障中', '中断中', '未恢复'],
]);
/** What was down until now: at the end of an outage, or as the state of an alert that is over. */
const RECOVERED = new Set([
  ...['resolved', 'resolve', 'recovered', 'recovery', 'closed', 'cleared', 'ended', 'fixed'],
  ...['恢复', '已恢复', '解除', '已解除', '恢复正常', '已恢复正常', '已解决', '已关闭', '已结束', '已修复'],
]);
/** Nothing was wrong while the state held. */
const WELL = new Set([
  ...['up', 'uptime', 'ok', 'okay', 'normal', 'success', 'successful', 'succeeded', 'pass', 'passed', 'passing'],
  ...['online', 'available', 'reachable', 'healthy', 'operational', 'running', 'connected', 'good', 'green'],
  ...['true', 'yes'],
  ...['正常', '在线', '可用', '成功', '健康', '运行', '运行中', '运行正常', '正常运行', '服务正常', '通过', '良好'],
  ...['可达', '连通', '已连接'],
]);
/** How an alert is handled; the row was an outage all the same. */
const HANDLED = new Set([
  ...['acknowledged', 'acked', 'investigating', 'identified', 'monitoring', 'in progress', 'pending', 'incident'],
  ...['处理中', '待处理', '已确认', '已处理', '未处理', '跟进中', '进行中'],
]);

const plain = (cell: string): string => cell.normalize('NFKC').trim().toLowerCase();

/** No end is written: the outage goes on. Exports of alerts write the year 1 for it. */
export const isStill = (cell: string): boolean => {
  const said = plain(cell);
  return NOTHING.has(said) || STILL.has(said) || said.startsWith('0001-01-01');
};

/** What an event says; `undefined` where it is neither. */
export function stateOf(cell: string): 'down' | 'up' | undefined {
  const said = plain(cell);
  if (DOWN.has(said)) return 'down';
  return WELL.has(said) || RECOVERED.has(said) ? 'up' : undefined;
}

/** What a sample says: 0 or a word for down, anything above 0 or a word for up. */
export function sampleOf(cell: string): 'down' | 'up' | undefined {
  const said = plain(cell);
  if (/^\d+(?:\.\d+)?%?$/u.test(said)) return Number.parseFloat(said) === 0 ? 'down' : 'up';
  return stateOf(cell);
}

/**
 * What the state of a row with a beginning and an end says of the time between: `up` all the time; `down`; `recovered`, which an alert
 * is called after its outage and a timeline after the row of the outage; `undefined` where no word says.
 */
export function rowState(cell: string): 'up' | 'down' | 'recovered' | undefined {
  const said = plain(cell);
  if (WELL.has(said)) return 'up';
  if (RECOVERED.has(said)) return 'recovered';
  return DOWN.has(said) || HANDLED.has(said) ? 'down' : undefined;
}
