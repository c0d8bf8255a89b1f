import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { paperOf } from '../../../../src-main/kernel/papers/repository.ts';
import { bodyOf, newestOf, shape, storedBody } from '../../../../src-main/kernel/papers/shape.ts';
import { type PaperName, PAPERS } from '../../../../src-main/kernel/stored-names.ts';
import { z } from 'zod';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/papers', import.meta.url));
const AT = '2026-11-11T02:00:00.000Z';

interface Golden {
  readonly state: string;
  readonly body: Readonly<Record<string, unknown>>;
}
const golden = (kind: string, number: number): readonly Golden[] =>
  JSON.parse(readFileSync(join(FIXTURES, `${kind}.${number}.json`), 'utf8')) as readonly Golden[];

const kinds = RECORD_KINDS.papers.map((kind) => ({ kind, named: `${kind.name.desk}-${kind.name.kind}` }));
const numbers = kinds.flatMap(({ kind, named }) =>
  Array.from({ length: newestOf(kind.shape) }, (_, index) => ({ kind, named, number: index + 1 })),
);

describe('the shapes of papers', () => {
  test('are those of every kind that is stored', () => {
    const stored = Object.values(PAPERS).flatMap((names) => Object.values<PaperName>(names));
    expect(kinds.map(({ named }) => named).sort()).toEqual(stored.map(({ desk, kind }) => `${desk}-${kind}`).sort());
  });

  test('have a fixture for every number there ever was, and no other', () => {
    const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(numbers.map(({ named, number }) => `${named}.${number}.json`).sort());
  });

  test.each(numbers)(
    '$named $number reads to the newest shape, and what is written reads the same',
    ({ kind, named, number }) => {
      const all = golden(named, number);
      expect(all.length).toBeGreaterThan(0);
      for (const { state, body } of all) {
        expect(body['v'] ?? 1).toBe(number);
        const row = { id: 'x', ...kind.name, createdAt: AT, updatedAt: AT };
        const paper = paperOf(kind, { ...row, state, body });
        const { v: _v, ...members } = body;
        // Nothing that was said is lost on the way.
        expect(paper.body).toMatchObject(members);
        const written = storedBody(kind.shape, paper.body);
        expect(written).toHaveProperty('v', newestOf(kind.shape));
        const again: unknown = JSON.parse(JSON.stringify(written));
        expect(paperOf(kind, { ...row, state: paper.state, body: again })).toEqual({ ...paper, state: paper.state });
      }
    },
  );

  test.each(numbers)(
    '$named $number with a member that nobody knows is not read as if it were not there',
    ({ kind, named, number }) => {
      const [{ state, body }] = golden(named, number) as readonly [Golden];
      const row = { id: 'x', ...kind.name, createdAt: AT, updatedAt: AT, state };
      expect(() => paperOf(kind, { ...row, body: { ...body, comet: 1 } })).toThrow(
        expect.objectContaining({ code: 'record-unreadable' }),
      );
      expect(() => paperOf(kind, { ...row, state: 'comet', body })).toThrow(/record-unreadable/u);
    },
  );
});

describe('a body', () => {
  const price = shape(
    z.strictObject({ yuan: z.number(), note: z.string() }),
    ({ fen, ...rest }) => ({ ...rest, yuan: Number(fen) / 100 }),
    (body, { createdAt }) => ({ ...body, note: createdAt }),
  );
  const around = { state: 'kept', createdAt: AT };

  test('of any number takes every step from there on', () => {
    expect(bodyOf(price, { fen: 150 }, around)).toEqual({ yuan: 1.5, note: AT });
    expect(bodyOf(price, { v: 2, yuan: 2 }, around)).toEqual({ yuan: 2, note: AT });
    expect(bodyOf(price, { v: 3, yuan: 3, note: '' }, around)).toEqual({ yuan: 3, note: '' });
    expect(storedBody(price, { yuan: 1, note: '' })).toEqual({ v: 3, yuan: 1, note: '' });
  });

  test.each([[{ v: 4, yuan: 1, note: '' }], [{ v: 0 }], [{ v: '3' }], [{ v: 3 }], [[]], [null], ['{}']])(
    '%j has none of the shapes',
    (stored) => {
      expect(() => bodyOf(price, stored, around)).toThrow();
    },
  );
});
