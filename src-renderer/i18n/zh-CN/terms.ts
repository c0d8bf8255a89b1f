/** Names of what the domain speaks about: states, kinds of documents, clause types, facts. */
export const terms = {
  state: {
    'not-reviewed': '待审阅',
    reviewing: '审阅中',
    decided: '内部已决定',
    accepted: '已接受',
    declined: '已拒绝',
    'set-aside': '暂不决定',
    superseded: '已被取代',
  },
  documentKind: {
    terms: '服务条款',
    sla: '服务等级协议',
    'service-agreement': '服务协议',
    'commitment-letter': '承诺书',
    privacy: '隐私政策',
    'form-list': '表单清单',
    guide: '操作指引',
    other: '其他文档',
  },
  tier: (below: number, from: number | undefined, credit: number) =>
    `低于 ${below}%${from === undefined ? '' : `、不低于 ${from}%`}：月费的 ${credit}%`,
  anomaly: { 'duplicate-number': '编号重复', gap: '编号跳号', misplaced: '编号位置异常' },
  repair: { 'joined-lines': '接行', 'dropped-chrome': '页面杂项', 'split-line': '拆行' },
  origin: { source: '原文加粗', rule: '规则加粗' },
  plan: { prepaid: '先付费', postpaid: '后付费' },
};
