import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { containedPath, ServedPapers } from '../../../src-main/shell/protocol.ts';

vi.mock('electron', () => ({ protocol: {} }));

const ROOTS = { pages: join(sep, 'app', 'renderer'), assets: join(sep, 'app', 'assets') };
const isInside = (path: string): boolean => path.startsWith(ROOTS.pages + sep) || path.startsWith(ROOTS.assets + sep);

/** What someone would try: dots, separators and bytes, plain, encoded once and twice. */
const STEPS = [
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '%252e%252e',
  '/',
  '\\',
  '%2f',
  '%5c',
  '%00',
  '\0',
  'a',
  'index.html',
  '%',
  '//',
];

describe('where a path of the app’s own scheme leads', () => {
  test('pages and shipped assets', () => {
    expect(containedPath('/', ROOTS)).toBe(join(ROOTS.pages, 'index.html'));
    expect(containedPath('/assets/index-1.js', ROOTS)).toBe(join(ROOTS.pages, 'assets', 'index-1.js'));
    expect(containedPath('/assets/shipped/fonts/a.ttf', ROOTS)).toBe(join(ROOTS.assets, 'fonts', 'a.ttf'));
    expect(containedPath('/%E6%96%87.png', ROOTS)).toBe(join(ROOTS.pages, '文.png'));
  });

  test.each([
    '/../main/index.cjs',
    '/..%2fmain/index.cjs',
    '/%2e%2e/main/index.cjs',
    '/assets/shipped/../../main/index.cjs',
    '/assets/shipped/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..%5cmain',
    '/a%00.html',
    '/%zz',
    '/..',
    '/../rendererevil/x',
  ])('%s leads nowhere', (path) => {
    expect(containedPath(path, ROOTS)).toBeUndefined();
  });

  test('no path whatever leads out of the two folders', () => {
    const attempt = fc.array(fc.oneof(fc.constantFrom(...STEPS), fc.string({ maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(
        attempt,
        fc.constantFrom('/', '/assets/shipped/', ''),
        fc.constantFrom('', '/'),
        (parts, start, glue) => {
          const path = containedPath(start + parts.join(glue), ROOTS);
          expect(path === undefined || isInside(path), `${start}${parts.join(glue)} -> ${path}`).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('served papers', () => {
  test('gives a paper out by its token only, and forgets the oldest', () => {
    let count = 0;
    const served = new ServedPapers(() => `t${(count += 1)}`);
    expect(served.put('<p>1')).toBe('app://preview/t1');
    expect(served.get('t1')).toBe('<p>1');
    expect(served.get('__proto__')).toBeUndefined();
    for (let more = 0; more < 8; more += 1) served.put('x');
    expect(served.get('t1')).toBeUndefined();
    expect(served.get('t9')).toBe('x');
  });
});
