import { asWritten } from '../../../../assets/messages/say.ts';
import type { CourtListView, ExhibitView } from '../../../../src-main/contract/evidence/court.ts';
import { aHash, anId } from './agreements.ts';

export const anExhibit = (more: Partial<ExhibitView> = {}): ExhibitView => ({
  key: 'text:1',
  kind: 'text',
  name: asWritten('Crane terms, version 1'),
  origin: asWritten('File crane.txt'),
  form: 'electronic',
  purpose: asWritten('What the terms say'),
  own: false,
  files: [{ name: 'crane.txt', sha256: aHash(31), bytes: 12 }],
  extract: false,
  adverse: [],
  left: false,
  fresh: false,
  ...more,
});

export const aCourtList = (more: Partial<CourtListView> = {}): CourtListView => ({
  id: anId(91),
  title: 'Crane dispute',
  scope: { agreementIds: [anId(1)] },
  rows: [
    anExhibit(),
    anExhibit({
      key: 'decision:2',
      kind: 'decision',
      name: asWritten('The decision'),
      adverse: [asWritten('noted 3 clauses')],
    }),
    anExhibit({ key: 'ledger:own', kind: 'ledger', name: asWritten('The ledger'), files: [] }),
  ],
  exported: [],
  ...more,
});

export const courtLine = {
  id: anId(91),
  title: 'Crane dispute',
  scope: { agreementIds: [anId(1)] },
  savedAt: '2026-11-20T02:00:00Z',
  rows: 3,
};
