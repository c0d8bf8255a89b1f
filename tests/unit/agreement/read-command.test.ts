import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from '../../../src-main/cli/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-read-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every tag of `read --json` says whom it burdens and whether it is certain', async () => {
  const file = join(folder, 'terms.txt');
  writeFileSync(file, '示例服务条款\n1. 服务商可随时终止服务。\n2. 客户可随时解除本协议。\n3. 已付款项概不退还。\n');
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  await command.run({ args: [file], json: true, language: 'zh', now: () => new Date(0), print });
  const { documents } = JSON.parse(printed.join('\n')) as {
    documents: { clauses: { number?: string; tags: { kind: string; burden: string; certainty: string }[] }[] }[];
  };
  const tags = documents.flatMap(({ clauses }) =>
    clauses.flatMap(({ number, tags: own }) => own.map((tag) => ({ number, ...tag }))),
  );
  const said = (number: string, kind: string): unknown =>
    tags
      .filter((tag) => tag.number === number && tag.kind === kind)
      .map(({ burden, certainty }) => [burden, certainty]);
  expect(said('1', 'termination')).toEqual([['customer', 'certain']]);
  expect(said('2', 'termination')).toEqual([['provider', expect.stringMatching(/certain|possible/u)]]);
  expect(said('3', 'non-refundable')).toEqual([['customer', 'certain']]);
  expect(
    tags.every(
      ({ burden, certainty }) => /customer|provider|both/u.test(burden) && /certain|possible/u.test(certainty),
    ),
  ).toBe(true);
});
