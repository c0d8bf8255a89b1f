import { asWritten } from '../../../../assets/messages/say.ts';
import type { ComparedVersion, ComparisonView, RedlineRow } from '../../../../src-main/contract/compare.ts';
import { anId, aVersion } from './agreements.ts';

export const aCompared = (more: Partial<ComparedVersion> = {}): ComparedVersion => ({
  ...aVersion(),
  agreementId: anId(1),
  agreementTitle: 'Harbour storage terms',
  ...more,
});

const same = (id: string, text: string): RedlineRow => ({
  id,
  part: 0,
  role: 'clause',
  level: 2,
  old: { runs: [{ text }] },
  new: { runs: [{ text }] },
  inline: [{ text }],
});

export const ROWS: readonly RedlineRow[] = [
  { ...same('r0', 'Harbour storage terms'), role: 'title', level: 0 },
  same('r1', 'A berth is let by the day.'),
  {
    ...same('r2', ''),
    old: { number: '1.2', runs: [{ text: 'thirty', change: 'deleted' }, { text: ' days' }] },
    new: { number: '1.2', runs: [{ text: 'ten', change: 'inserted' }, { text: ' days' }] },
    inline: [
      { text: 'thirty', change: 'deleted' },
      { text: 'ten', change: 'inserted', strong: 'rule' },
      { text: ' days' },
    ],
    change: {
      kind: 'changed',
      also: ['renumbered'],
      material: true,
      reasons: [{ kind: 'period', text: asWritten('The time became shorter.') }],
    },
  },
  same('r3', 'The gate is closed at night.'),
  {
    id: 'r4',
    part: 1,
    role: 'clause',
    level: 2,
    new: { number: '2.1', runs: [{ text: 'Dogs stay outside.', change: 'inserted' }] },
    inline: [{ text: 'Dogs stay outside.', change: 'inserted' }],
    change: { kind: 'added', also: [], material: false, reasons: [] },
  },
];

export const aComparison = (more: Partial<ComparisonView> = {}): ComparisonView => {
  const [old, next] = [aCompared(), aCompared({ id: anId(102), ordinal: 2 })];
  return {
    old,
    new: next,
    versions: [old, next],
    identical: false,
    sameWords: false,
    summary: { added: 1, removed: 0, changed: 1, moved: 0, renumbered: 0, emphasis: 0 },
    edits: 2,
    impact: [
      { rowId: 'r2', part: 0, number: '1.2', excerpt: 'ten days', reasons: [asWritten('The time became shorter.')] },
    ],
    others: [
      { rowId: 'r4', part: 1, number: '2.1', excerpt: 'Dogs stay outside.', reasons: [asWritten('Nothing to pay.')] },
    ],
    conservation: { old: 9214, struck: 31, inserted: 28, new: 9211, difference: 0 },
    parts: [{ title: 'Harbour storage terms' }, { title: 'Rules of the yard' }],
    rows: ROWS,
    required: false,
    ...more,
  };
};
