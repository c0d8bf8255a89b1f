import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

describe('dependencies', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const all = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };

  it('ship better-sqlite3 alone: everything else is bundled', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });

  it('have exact versions', () => {
    const loose = Object.entries(all).filter(([, version]) => !/^(?:npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/u.test(version));
    expect(loose).toEqual([]);
  });

  it('are each explained in docs/dependencies.md, and nothing else is', () => {
    const rows = read('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const explained = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/gu)].map(([, name]) => name!));
    const packages = explained.filter((name) => name !== '@cantoo/pdf-lib');
    expect(packages.sort()).toEqual(Object.keys(all).sort());
  });
});
