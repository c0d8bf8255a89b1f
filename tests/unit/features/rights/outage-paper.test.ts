import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { outagePaper } from '../../../../src-main/features/rights/outage-paper.ts';
import { durationWords } from '../../../../assets/messages/duration.ts';
import { AppUnderTest } from '../../kernel/ports.ts';
import { CHROMIUM } from '../../pdf/paper-tools.ts';
import { faultsOnPages } from '../../pdf/typeset/set-in-chromium.ts';

let app: AppUnderTest;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
});
afterEach(() => app.end());

async function october(...clauses: readonly string[]): Promise<MonthView> {
  const text = ['Kestrel Hosting SLA', '', '1. Availability', ...clauses.map((words, at) => `1.${at + 1} ${words}`)];
  const { sourceId } = (await app.handlers['import.bytes']({
    name: 'sla.txt',
    bytes: new TextEncoder().encode(`${text.join('\n')}\n`),
  })) as { sourceId: string };
  await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: 'Kestrel Hosting SLA' }] });
  const { id: agreementId } = app.agreement('Kestrel Hosting SLA');
  await app.handlers['rights.pasteOutages']({
    agreementId,
    text: 'start,end\n2026-10-05T14:00:00Z,2026-10-05T14:25:30Z\n2026-10-06T14:00:00Z,2026-10-06T16:00:45Z\n',
  });
  return app.handlers['rights.month']({ agreementId, month: '2026-10' });
}

const told = (month: MonthView): string =>
  JSON.stringify(outagePaper(month, 'Kestrel Hosting SLA', 'en')).replaceAll('\u00A0', ' ');

test('the log on paper names the clock of its rows, and what it tells of each row adds up to its sum', async () => {
  const month = await october(
    'Monthly availability is at least 99.9%.',
    'All times and dates in this SLA are in US Eastern time.',
  );
  const paper = told(month);
  expect(paper).toContain('Start (US Eastern time)');
  expect(paper).not.toContain('Beijing');
  // Two in the afternoon of Greenwich is ten in the morning there.
  expect(paper).toContain('2026-10-05 10:00:00');
  expect(paper).toContain('25 min 30 s');
  expect(paper).toContain('2 h 0 min 45 s');
  expect(paper).toContain('All rows together: 2 h 26 min 15 s.');
  expect(month.rows.map(({ seconds }) => seconds)).toEqual([25 * 60 + 30, 7245]);
});

test('a row that is too short to count is told as not counted, by the clause that sets how long it must last', async () => {
  const month = await october(
    'Monthly availability is at least 99.9%.',
    'Downtime counts only where it lasts 30 minutes or more without a break.',
  );
  expect(month.level.unavailableMinutes).toBe(120);
  expect(month.rows.map(({ notCounted }) => notCounted && say(notCounted.text, 'en'))).toEqual([
    'under 30 min, not counted (clause 1.2)',
    undefined,
  ]);
  const paper = told(month);
  expect(paper).toContain('under 30 min, not counted (clause 1.2)');
  expect(paper.match(/"Counted"/gu)).toHaveLength(2);
});

test('Beijing’s clock is named where the agreement names no other', async () => {
  const month = await october('Monthly availability is at least 99.9%.');
  expect(told(month)).toContain('Start (Beijing time)');
  expect(told(month)).toContain('2026-10-05 22:00:00');
});

test('an availability that is not known yet is not told as a figure', async () => {
  const month = await october('Monthly availability is at least 99.9%.');
  const open = { ...month, level: { ...month.level, availability: { known: false as const, missing: [], steps: [] } } };
  expect(told(open)).toContain('cannot be worked out yet');
  expect(told(open)).not.toContain('%');
  expect(told(month)).toContain('%');
  expect(told(month)).toContain('“Kestrel Hosting SLA”, October 2026');
});

test('how minutes are counted is told in the agreement’s own words, whole, with their place; who recorded the rows, and from what', async () => {
  const words = 'A minute is unavailable only where all connection attempts of all instances fail in it';
  const month = await october('Monthly availability is at least 99.9%.', `${words}.`);
  expect(told(month)).toContain(`Minutes are counted by clause 1.2 of the agreement: “${words}”.`);
  expect(told(month)).toContain('Source: pasted log.');
  const ours = JSON.stringify(outagePaper(month, 'Kestrel Hosting SLA', 'zh', '示例公司'));
  expect(ours).toContain('由示例公司记录；来源：粘贴的记录。');
  // A column that no row has anything in is left out; a length stands on one line.
  expect(ours).not.toContain('"实例"');
  expect(ours).toContain('2\u00A0小时\u00A00\u00A0分\u00A045\u00A0秒');
  const [row] = month.rows;
  const named = row ? { ...month, rows: [{ ...row, instances: ['line-1'] }] } : month;
  expect(JSON.stringify(outagePaper(named, 'Kestrel Hosting SLA', 'zh'))).toContain('"实例"');
});

test('says when it was made and by how much of the ledger, what nobody entered, and no seconds that nobody entered', async () => {
  const month = await october('Monthly availability is at least 99.9%.');
  const made = { at: '2026-12-01T17:24:07.000Z', sequence: 42 };
  const of = (rows: typeof month.rows) =>
    JSON.stringify(outagePaper({ ...month, rows }, 'Kestrel Hosting SLA', 'zh', '示例公司', made));
  expect(of(month.rows)).toContain('本表于 2026-12-02 01:24:07（北京时间）依台账第 1–42 号制作。');
  const [row] = month.rows;
  const byHand = row ? [{ ...row, cause: '', origin: 'manual' as const }] : [];
  expect(of(byHand)).toContain('"未填写"');
  expect(of(byHand)).toContain('"2026-10-05 22:00"');
  expect(of(month.rows)).toContain('"2026-10-05 22:00:00"');
});

test.each([
  [48, '48 秒', '48 s'],
  [120, '2 分钟', '2 min'],
  [150, '2 分 30 秒', '2 min 30 s'],
  [7200, '2 小时', '2 h'],
  [7500, '2 小时 5 分', '2 h 5 min'],
  [259_201, '72 小时 0 分 1 秒', '72 h 0 min 1 s'],
])('%i seconds', (seconds, zh, en) => {
  expect([say(durationWords(seconds), 'zh'), say(durationWords(seconds), 'en')]).toEqual([zh, en]);
});

test.skipIf(CHROMIUM === undefined)('no heading or state of the log breaks inside of a word', async () => {
  const month = await october('Monthly availability is at least 99.9%.');
  expect(faultsOnPages([outagePaper(month, 'Kestrel Hosting SLA', 'en')])).toEqual([]);
});
