import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from '../../../src-main/cli/sla.ts';

/** What the command answers of September 2026 for one way of saying what was down. */
async function answer(...down: readonly string[]): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-stated-'));
  const document = join(folder, 'sla.txt');
  writeFileSync(document, '云岭服务等级协议\n\n1. 承诺\n1.1 月度可用性不低于99.9%，低于99.9%的赔偿月费的5%。\n');
  const lines: string[] = [];
  await command.run({
    args: ['--document', document, '--month', '2026-09', ...down],
    json: true,
    language: 'zh',
    now: () => new Date('2026-11-23T02:00:00Z'),
    print: (line) => lines.push(line),
  });
  rmSync(folder, { recursive: true });
  return JSON.parse(lines.join('\n')) as Record<string, unknown>;
}

test('an availability alone tells no minutes: they are unknown, and listed as such', async () => {
  const told = await answer('--availability', '99.5');
  expect([told['availability'], told['breach']]).toEqual(['99.500000', true]);
  expect([told['unavailableMinutes'], told['excludedMinutes']]).toEqual(['unknown', 'unknown']);
  expect(JSON.stringify(told['unknown'])).toContain('只给了可用性');
});

test('minutes that are given are told', async () => {
  const told = await answer('--unavailable-minutes', '216');
  expect([told['unavailableMinutes'], told['excludedMinutes']]).toEqual([216, 0]);
  expect(JSON.stringify(told['unknown'])).not.toContain('只给了可用性');
});
