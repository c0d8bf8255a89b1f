import type { CaseView } from '../../../../src-main/contract/letters-cases.ts';

/** A claim of which only the draft is there. */
export const aCase = (more: Partial<CaseView> = {}): CaseView => ({
  origin: 'claim:k1',
  kind: 'claim',
  state: 'drafted',
  steps: [{ state: 'drafted', at: '2026-11-12T02:00:00.000Z', said: '' }],
  next: ['sent', 'answered', 'withdrawn'],
  undoable: false,
  letterId: '00000000-0000-4000-8000-000000000021',
  ...more,
});

/** One that went out by mail, with its proof. */
export const aSentCase = (more: Partial<CaseView> = {}): CaseView =>
  aCase({
    state: 'sent',
    steps: [
      { state: 'drafted', at: '2026-11-12T02:00:00.000Z', said: '' },
      { state: 'exported', at: '2026-11-13T02:00:00.000Z', said: '' },
      {
        state: 'sent',
        at: '2026-11-20T02:00:00.000Z',
        said: 'Ada Berg',
        channel: 'mail',
        proof: { sha256: 'a'.repeat(64), name: 'receipt.eml' },
      },
    ],
    next: ['arrived', 'answered', 'settled', 'withdrawn'],
    undoable: true,
    ...more,
  });
