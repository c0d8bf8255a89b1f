import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampAgendaSource } from '../../../../src-main/features/evidence/stamp-agenda-source.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
beforeEach(() => {
  app = new AppUnderTest();
  record(app.ports, {
    entry: { kind: 'acceptance-decided', subject: 'acceptance:1', payload: { n: 1 } },
    write: () => undefined,
    changed: [],
  });
});
afterEach(() => app.end());
const later = (days: number): void => {
  app.now = new Date(app.now.getTime() + days * 86_400_000);
};
const asked = () => stampAgendaSource(app.ports).map(({ item }) => item.date);

test('a decision without a time stamp is asked about after a week, not before', () => {
  later(6);
  expect(asked()).toEqual([]);
  later(1);
  expect(asked()).toMatchObject([{ known: true, value: '2026-11-30' }]);
});

test('as often as the person wishes, or never', () => {
  void app.handlers['settings.setStampInterval']({ days: 30 });
  later(29);
  expect(asked()).toEqual([]);
  later(1);
  expect(asked()).toHaveLength(1);
  void app.handlers['settings.setStampInterval']({ days: 0 });
  expect(asked()).toEqual([]);
});
