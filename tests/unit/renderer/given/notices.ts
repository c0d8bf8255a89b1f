import { asWritten } from '../../../../assets/messages/say.ts';
import type { NoticeSummary, NoticeView } from '../../../../src-main/contract/notices.ts';
import { anId } from './agreements.ts';

export const aNotice = (more: Partial<NoticeSummary> = {}): NoticeSummary => ({
  id: anId(41),
  agreementId: anId(1),
  agreementTitle: 'Harbour storage terms',
  kind: 'change',
  state: 'announced',
  since: '2026-11-10',
  open: true,
  lastDay: '2026-12-15',
  lastDayKnown: true,
  effective: '2026-12-20',
  overdue: false,
  ...more,
});

export const aNoticeView = (more: Partial<NoticeView> = {}): NoticeView => ({
  ...aNotice(),
  channel: 'email',
  sent: '2026-11-10',
  basis: { versionId: anId(101), ordinal: 1, accepted: true, by: 'sent' },
  candidates: [],
  clock: [
    {
      name: 'effective',
      date: '2026-12-20',
      missing: [],
      steps: [{ text: asWritten('Thirty days later'), own: false }],
    },
  ],
  cases: [],
  fields: [],
  moves: ['under-review', 'accepted', 'objected', 'in-use', 'withdrawn'],
  statutes: [],
  checklist: [],
  history: [{ sequence: 9, at: '2026-11-10T02:00:00Z', words: asWritten('The notice was registered') }],
  ...more,
});
