import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const PAGE = join(import.meta.dirname, '../../../src-renderer');
const TOKENS = 'ui/tokens.css';

/** Literals that are no measure of the page's rhythm, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {};

/** Of the design, for screens that do not use them yet. */
const COMING = new Set([
  '--desk',
  '--fact',
  '--sheet',
  '--sheet-ink',
  '--sheet-seal',
  '--sheet-wash',
  '--sheet-gone',
  '--lift',
  '--outline',
  '--margin',
  '--text',
  '--text-s',
  '--text-c',
  '--song',
  '--slow',
  '--z-bar',
  '--z-dialog',
  '--z-palette',
]);

const MEASURED =
  /(?:^|[\s;{])(font|font-size|padding[\w-]*|margin[\w-]*|gap|row-gap|column-gap|border(?:-\w+)*-radius)\s*:\s*([^;{}]+)/gu;
const LITERAL = /(?<![\w.-])-?\d*\.?\d+(?:px|rem|pt)\b/u;

/** Declarations of a style sheet that measure by a literal instead of a token. */
function literalsOf(css: string): readonly string[] {
  return [...css.replaceAll(/\/\*.*?\*\//gsu, '').matchAll(MEASURED)]
    .map(([, property = '', value = '']) => `${property}: ${value.replaceAll(/\s+/gu, ' ').trim()}`)
    .filter((declaration) => LITERAL.test(declaration));
}

/** What of a file is style: all of a sheet, the style block and the style attributes of a component. */
function stylesOf(file: string): string {
  const text = readFileSync(join(PAGE, file), 'utf8');
  if (file.endsWith('.css')) return text;
  const block = /<style>(.*)<\/style>/su.exec(text)?.[1] ?? '';
  const attributes = [
    ...text.matchAll(/\sstyle="([^"]*)"/gu),
    ...[...text.matchAll(/\sstyle:([\w-]+)=(?:"([^"]*)"|\{`([^`]*)`\})/gu)].map(
      ([, name, quoted, template]) => ['', `${name}: ${quoted ?? template}`] as const,
    ),
  ];
  return [block, ...attributes.map(([, style]) => `{${style}}`)].join('\n');
}

const files = globSync('**/*.{svelte,css}', { cwd: PAGE })
  .map((file) => relative(PAGE, join(PAGE, file)).replaceAll('\\', '/'))
  .filter((file) => file !== TOKENS);

describe('measures of the page', () => {
  it('are tokens: no style counts its own pixels', () => {
    const found = files.flatMap((file) => literalsOf(stylesOf(file)).map((declaration) => `${file} ${declaration}`));
    expect(found.filter((each) => !(each in ALLOWED))).toEqual([]);
    expect(Object.keys(ALLOWED).filter((each) => !found.includes(each))).toEqual([]);
  });

  it('are declared once, and each is used', () => {
    const sheet = readFileSync(join(PAGE, TOKENS), 'utf8');
    // What a preference or the language of the person changes is declared before.
    const [plain = '', ...preferred] = sheet.split(/^(?:@media|:root:lang)/mu);
    const [declared, changed] = [plain, preferred.join('')].map((part) =>
      [...part.matchAll(/^\s+(--[\w-]+):/gmu)].map(([, name]) => name),
    ) as [(string | undefined)[], (string | undefined)[]];
    expect(changed.filter((name) => !declared.includes(name))).toEqual([]);
    const used = new Set(
      [TOKENS, ...files].flatMap((file) =>
        [...readFileSync(join(PAGE, file), 'utf8').matchAll(/(?:var\(|')(--[\w-]+)(?=[),'])/gu)].map(
          ([, name]) => name,
        ),
      ),
    );
    expect(declared.length).toBe(new Set(declared).size);
    expect(declared.filter((name) => !used.has(name) && !COMING.has(name ?? ''))).toEqual([]);
    expect(
      [...used].filter((name) => !declared.includes(name) && !/--(?:level|indent|numbers)$/u.test(name ?? '')),
    ).toEqual([]);
  });

  it('a literal is found in a shorthand, in a style attribute and behind a sign', () => {
    expect(literalsOf('p { margin: 0 -12px; }')).toEqual(['margin: 0 -12px']);
    expect(literalsOf('p { font: 700 1.2rem/2 var(--serif); }')).toEqual(['font: 700 1.2rem/2 var(--serif)']);
    expect(literalsOf('p { border: 1px solid; padding: 0 1em var(--s2); }')).toEqual([]);
  });
});

describe('what scrolls', () => {
  it('has one thin bar everywhere: no screen has to ask for it', () => {
    expect(readFileSync(join(PAGE, 'ui/base.css'), 'utf8')).toMatch(/^\* \{\s*scrollbar-width: thin;/mu);
    expect(
      files.filter((file) => /scrollbar-width: (?:thin|auto)/u.test(file === 'ui/base.css' ? '' : stylesOf(file))),
    ).toEqual([]);
  });
});

describe('a field for a day', () => {
  it('is nowhere narrower than its longest day: a width of its own is that of all such fields', () => {
    const dated = files.filter((file) => /type="date"/u.test(readFileSync(join(PAGE, file), 'utf8')));
    const narrow = dated.filter((file) =>
      [...stylesOf(file).matchAll(/(?:\.day|\.field|date'?\]\))[^{}]*\{[^{}]*?\bwidth: (\d+)px/gu)].some(
        ([, width]) => Number(width) < 180,
      ),
    );
    expect(dated.length).toBeGreaterThan(10);
    expect(narrow).toEqual([]);
  });
});

describe('what is chosen', () => {
  const FORCED = /@media \(forced-colors: active\)/u;

  it('keeps an edge in forced colours, where no background is drawn, by what it says to assistive technology', () => {
    const [, forced = ''] = readFileSync(join(PAGE, 'ui/base.css'), 'utf8').split(FORCED);
    expect(forced).toMatch(
      /\[aria-current='true'\],\s*\[aria-selected='true'\],[^{}]*\{\s*outline: 2px solid Highlight/u,
    );
  });

  it('says so in every component that marks it, or has a mark of its own there', () => {
    const silent = files.filter((file) => {
      const text = readFileSync(join(PAGE, file), 'utf8');
      return (
        /\bclass:(?:chosen|current)\b/u.test(text) && !/aria-(?:current|selected)=/u.test(text) && !FORCED.test(text)
      );
    });
    expect(silent).toEqual([]);
  });
});

describe('the brackets of Chinese titles', () => {
  it('keep their whole width in an English sentence, and are set close between Chinese marks alone', () => {
    const trims = globSync('**/*.{css,svelte}', { cwd: PAGE }).flatMap((file) =>
      [...readFileSync(join(PAGE, file), 'utf8').matchAll(/([^{}]*)\{[^{}]*text-spacing-trim: ([a-z-]+)/gu)].map(
        ([, rule = '', trim]) => `${rule.replaceAll(/\/\*.*\*\//gu, '').trim()}: ${trim}`,
      ),
    );
    expect(trims).toEqual(['body: space-all', ':lang(zh): normal']);
  });
});
