import { describe, expect, it } from 'vitest';
import { judgeSkips, SKIPS } from '../../../.config/skips.mjs';
import { e2eOutcome, unitOutcome } from '../../../.config/test-report.mjs';

const TABLE = [
  { pattern: /\(needs anvil\)/u, reason: 'there is no anvil', when: () => true },
  { pattern: /\(needs hammer\)/u, reason: 'there is no hammer', when: () => false },
];

describe('the table of skips', () => {
  it('reports a skip that no row lists', () => {
    const { listed, faults } = judgeSkips(['tests/unit/a.test.ts › is left out by mistake'], TABLE);
    expect(listed.size).toBe(0);
    expect(faults).toEqual([expect.stringContaining('lists no reason: tests/unit/a.test.ts › is left out by mistake')]);
  });

  it('reports a skip whose reason is not so here', () => {
    const { listed, faults } = judgeSkips(['tests/unit/a.test.ts › drives nails (needs hammer)'], TABLE);
    expect(listed.size).toBe(0);
    expect(faults).toEqual([expect.stringContaining('there is no hammer')]);
  });

  it('collects listed skips by their reason; one that holds is enough', () => {
    const names = ['a › bends (needs anvil)', 'b › bends twice (needs anvil) (needs hammer)'];
    const { listed, faults } = judgeSkips(names, TABLE);
    expect(faults).toEqual([]);
    expect([...listed]).toEqual([['there is no anvil', names]]);
  });

  it('explains each row in words', () => {
    for (const { reason } of SKIPS) expect(reason.split(' ').length).toBeGreaterThan(3);
  });

  it('knows the ways in which the tests say that a program is missing', () => {
    const rowsFor = (name: string): number => SKIPS.filter(({ pattern }) => pattern.test(name)).length;
    expect(rowsFor('tests/unit/pdf/sign.test.ts › NSS trusts both (needs pdfsig, certutil)')).toBe(2);
    expect(rowsFor('tests/unit/pdf/glyphs.test.ts › glyphs, sample (needs pdftoppm or mutool)')).toBe(2);
    expect(rowsFor('tests/e2e/agenda.test.ts › x (the reference dump is not beside this checkout)')).toBe(1);
    expect(rowsFor('tests/unit/pdf/sign.test.ts › two signers sign')).toBe(0);
  });
});

describe('the reports of the runners', () => {
  it('vitest: failed tests and files are named, skipped ones too', () => {
    const test = (status: string, fullName: string): object => ({
      status,
      fullName,
      failureMessages: ['Error: no\nat'],
    });
    const report = {
      testResults: [
        {
          name: `${process.cwd()}/tests/unit/a.test.ts`,
          status: 'failed',
          message: '',
          assertionResults: [
            test('passed', 'one'),
            test('failed', 'two'),
            test('skipped', 'three'),
            test('todo', 'four'),
          ],
        },
        {
          name: `${process.cwd()}/tests/unit/b.test.ts`,
          status: 'failed',
          message: 'no such file',
          assertionResults: [],
        },
      ],
    };
    expect(unitOutcome(report)).toEqual({
      passed: 1,
      failures: ['tests/unit/a.test.ts › two: Error: no', 'tests/unit/b.test.ts: no such file'],
      skips: ['tests/unit/a.test.ts › three', 'tests/unit/a.test.ts › four'],
      unreached: 0,
    });
  });

  it('Playwright: a skip has its reason; what a failure kept from running is not a skip', () => {
    const spec = (file: string, title: string, status: string, annotations: object[] = []): object => ({
      file,
      title,
      tests: [{ status, annotations, results: [{ error: { message: '\u001b[31mlate\u001b[39m\nat' } }] }],
    });
    const report = {
      suites: [
        { specs: [spec('a.test.ts', 'one', 'unexpected'), spec('a.test.ts', 'two', 'skipped')] },
        {
          specs: [spec('b.test.ts', 'three', 'skipped', [{ type: 'skip', description: 'no anvil' }])],
          suites: [
            { title: 'inner', specs: [spec('b.test.ts', 'four', 'flaky'), spec('b.test.ts', 'five', 'skipped')] },
          ],
        },
      ],
    };
    expect(e2eOutcome(report)).toEqual({
      passed: 1,
      failures: ['tests/e2e/a.test.ts › one: late'],
      skips: ['tests/e2e/b.test.ts › three (no anvil)', 'tests/e2e/b.test.ts › inner › five'],
      unreached: 1,
    });
  });
});
