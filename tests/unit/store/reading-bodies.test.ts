import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AgreementDocument, Fact } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { readingOf } from '../../../src-main/store/stored-reading.ts';
import { storedForm } from '../../../src-main/store/readings.ts';
import { samples } from '../kernel/ports.ts';

/**
 * Bodies of readings as versions of the app stored them, one a form, oldest first. A form that was released is never
 * changed: whoever adds a member to a document, or takes one away, adds a body.
 */
const FOLDER = new URL('../../fixtures/readings/bodies/', import.meta.url);
interface Body {
  /** The document as it was stored. */
  readonly stored: AgreementDocument;
  /** Its facts as today's readers of a stored reading give them. */
  readonly facts: readonly Fact[];
}
const names = readdirSync(FOLDER).sort();
const bodies = names.map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Body),
}));

describe('a reading as it was stored', () => {
  test.each(bodies)('is read today: $name', ({ stored, facts }) => {
    const json = JSON.stringify(stored);
    const row = { versionId: 'v', reader: 'r', at: '2026-11-23T02:00:00.000Z', sha256: 'a'.repeat(64) };
    const { document } = readingOf({ ...row, document: json });
    expect(facts.length).toBeGreaterThan(3);
    expect(document).toEqual({ ...stored, facts });
  });

  test('today has the members of the newest body', async () => {
    const newest = bodies.at(-1)?.stored;
    const file = samples().find(({ name }) => name.startsWith('3-'));
    if (!file) throw new Error('the sample set has no third file');
    const { documents } = read(await importSource(file.bytes, file.name, {}));
    const [today] = documents.filter(({ title }) => title === newest?.title);
    expect(today).toBeDefined();
    expect(membersOf(JSON.parse(storedForm(today as AgreementDocument).json))).toEqual(membersOf(newest));
  });
});

/** Names of all members of a value, as paths, each once. */
function membersOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return distinct(value.flatMap((item) => membersOf(item, `${path}[]`)));
  if (typeof value !== 'object' || value === null) return [path];
  return distinct(Object.entries(value).flatMap(([name, member]) => membersOf(member, `${path}.${name}`)));
}

const distinct = (paths: readonly string[]): readonly string[] => [...new Set(paths)].sort();
