/** Names of what the domain speaks about: states, kinds of documents, clause types, facts. */
export const terms = {
  state: {
    'not-reviewed': 'Not reviewed',
    reviewing: 'Reviewing',
    decided: 'Decided',
    accepted: 'Accepted',
    declined: 'Declined',
    'set-aside': 'Set aside',
    superseded: 'Superseded',
  },
  documentKind: {
    terms: 'Service terms',
    sla: 'Service level agreement',
    'service-agreement': 'Service agreement',
    'commitment-letter': 'Commitment letter',
    privacy: 'Privacy policy',
    'form-list': 'List of forms',
    guide: 'Guide',
    other: 'Other document',
  },
  tier: (below: number, from: number | undefined, credit: number) =>
    `below ${below}%${from === undefined ? '' : `, from ${from}%`}: ${credit}% of the month’s fee`,
  anomaly: { 'duplicate-number': 'number used twice', gap: 'number skipped', misplaced: 'number out of place' },
  repair: { 'joined-lines': 'joined lines', 'dropped-chrome': 'page clutter', 'split-line': 'split line' },
  origin: { source: 'bold in the source', rule: 'bold by rule' },
  plan: { prepaid: 'prepaid', postpaid: 'postpaid' },
};
