import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { faultsOf, loadMessages, placesOf } from '../../../.config/messages.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Files of the main side that still hold sentences as pairs of literals. It only ever gets shorter. */
const PAIRS_STILL_IN: readonly string[] = ['src-main/term/fact-words.ts'];

const sources = (folder: string): readonly { readonly path: string; readonly text: string }[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/u.test(name))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${ROOT}${folder}/${name}`, 'utf8') }));

const page = sources('src-renderer');
const main = sources('src-main');
/** The catalogue's own modules say a few texts themselves. */
const speaker = sources('assets/messages').filter(({ path }) => /\/(?:duration|say|state-words)\.ts$/u.test(path));

/** Forms of letters as they were worded: a letter that went out says them still. */
const formerForms = readdirSync(`${ROOT}assets/letters`).map((name) => ({
  path: `assets/letters/${name}`,
  text: readFileSync(`${ROOT}assets/letters/${name}`, 'utf8'),
}));

describe('the catalogue', () => {
  it('is whole', async () => {
    expect(faultsOf(await loadMessages())).toEqual([]);
  });

  it.each([
    ['a missing key', {}, 'en lacks letters.made'],
    ['an extra key', { made: '{name} made', more: 'more' }, 'zh lacks letters.more'],
    ['a differing place', { made: '{title} made' }, 'en: letters.made has the places title, zh has name'],
    ['an empty text', { made: '' }, 'en: letters.made has no text'],
    ['a brace that opens no place', { made: '{name} {made' }, 'en: letters.made has a brace that opens no place'],
  ])('names %s', (_, english, fault) => {
    const languages = {
      zh: { letters: { made: '已生成 {name}' } },
      en: { letters: english as Record<string, string> },
    };
    expect(faultsOf(languages)).toContain(fault);
  });

  it('calls nothing 电子用印: the product puts no seal to anything that would be one in law', async () => {
    const texts = Object.entries((await loadMessages())['zh'] ?? {}).flatMap(([file, said]) =>
      Object.entries(said).map(([key, text]) => [`${file}.${key}`, text] as const),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(([, text]) => text.includes('电子用印'))).toEqual([]);
  });

  it('has nothing against a whole one', () => {
    expect(faultsOf({ zh: { letters: { made: '{n} 天' } }, en: { letters: { made: '{n} {n|day|days}' } } })).toEqual(
      [],
    );
    expect(placesOf('{n} {n|day|days} of {names:clauses}')).toEqual(['n', 'names']);
  });

  it('holds no text that nothing says', async () => {
    const { zh } = await loadMessages();
    const said = usesIn([...page, ...main, ...speaker, ...formerForms]);
    const keys = Object.entries(zh ?? {}).flatMap(([room, texts]) => Object.keys(texts).map((key) => `${room}.${key}`));
    expect(keys.filter((key) => !said(key))).toEqual([]);
  });

  it('notices a text that nothing says', () => {
    const said = usesIn([
      {
        path: 'a.ts',
        text: "const states = ['draft']; t(`letters.states.${state}`); t(`letters.${states[0]}`); t('letters.made')",
      },
    ]);
    expect(['letters.made', 'letters.states.sealed', 'letters.draft'].every(said)).toBe(true);
    expect(['letters.lost', 'letters.states', 'letters.states.sealed.twice', 'notices.made'].some(said)).toBe(false);
  });
});

describe('sentences as pairs of literals', () => {
  it('are gone from the page', () => {
    expect(page.flatMap(pairsIn)).toEqual([]);
  });

  it('are left on the main side only where listed', () => {
    const found = new Set(main.filter((file) => pairsIn(file).length > 0).map(({ path }) => path));
    expect([...found].filter((path) => !PAIRS_STILL_IN.includes(path)).sort()).toEqual([]);
  });

  it('are noticed', () => {
    expect(pairsIn({ path: 'a.ts', text: "const a = { zh: '完成', en: 'done' };" })).toEqual(['a.ts: 完成']);
    expect(pairsIn({ path: 'a.ts', text: 'const a = { zh: `第 ${n} 版`, en: `version ${n}` };' })).toHaveLength(1);
    expect(pairsIn({ path: 'a.ts', text: "const a = { zh: say(it, 'zh'), en: say(it, 'en') };" })).toEqual([]);
  });
});

type Source = (typeof page)[number];

/**
 * Whether a key is said: written out, or by a template whose open part is one piece of it. A template that is open
 * straight after the room says only what the same file names between quotes, for it would say a whole room otherwise.
 */
function usesIn(files: readonly Source[]): (key: string) => boolean {
  const literal = new Set<string>();
  const patterns: { readonly pattern: RegExp; readonly named: ReadonlySet<string> | undefined }[] = [];
  for (const { text } of files) {
    const quoted = [...text.matchAll(/(['"])([\w-]+(?:[. ][\w-]+)*)\1/gu)].map(([, , inner = '']) => inner);
    for (const each of quoted) literal.add(each);
    for (const [, template = ''] of text.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/gu)) {
      const source = template.replace(/[.*+?^()|[\]\\]/gu, '\\$&').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/gu, '([^.]+)');
      const named = /^[\w-]+\.\$\{/u.test(template) ? new Set(quoted) : undefined;
      patterns.push({ pattern: new RegExp(`^${source}$`, 'u'), named });
    }
  }
  return (key) =>
    literal.has(key) ||
    patterns.some(({ pattern, named }) => {
      const open = pattern.exec(key)?.slice(1);
      return open !== undefined && (named === undefined || open.every((piece) => named.has(piece)));
    });
}

/** Object literals with a Chinese and an English text, as file and Chinese text. */
function pairsIn({ path, text }: Source): readonly string[] {
  const script = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)].map(([, inner = '']) => inner).join('\n')
    : text;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const of = (name: string): ts.Expression | undefined =>
        node.properties
          .find((each) => ts.isPropertyAssignment(each) && each.name.getText() === name && each)
          ?.getChildAt(2) as ts.Expression | undefined;
      const chinese = of('zh');
      const written = chinese && (ts.isStringLiteralLike(chinese) || ts.isTemplateExpression(chinese));
      if (written && of('en') && /\p{Script=Han}/u.test(chinese.getText()))
        found.push(`${path}: ${chinese.getText().slice(1, -1)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true));
  return found;
}

describe('Chinese texts have no stray blanks', () => {
  /** What is typed with blanks in it, two columns of a page, and the name of a folder. */
  const MEANT = new Set([
    'cli.term-document.no-scopes',
    'format.said.example.invoice-day',
    'format.unsaid.datetime-local',
    'pdf.stamp.page-of',
    'shell.start.salvage-folder',
  ]);
  const NAMES = 'name|names|title|titles|provider|company|instance|instances|who|person';
  const STRAY = [
    /[\p{Script=Han}。，；：？！、）”》] +[\p{Script=Han}。，；：？！、（“《]/u,
    // A name stands in quotation marks or after a colon: as it comes, it may be Chinese too.
    new RegExp(`\\p{Script=Han} +\\{(?:${NAMES})\\}`, 'u'),
  ];
  const texts = readdirSync(`${ROOT}assets/messages/zh`).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${ROOT}assets/messages/zh/${file}`, 'utf8')) as Record<string, string>).map(
      ([key, text]) => [`${file.replace('.json', '')}.${key}`, text] as const,
    ),
  );

  it('between words, between sentences, or before a name', () => {
    const stray = texts.filter(([key, text]) => !MEANT.has(key) && STRAY.some((blank) => blank.test(text)));
    expect(stray).toEqual([]);
  });

  it('where the page puts sentences together: by the catalogue, which knows what stands between them', () => {
    const joined = page.filter(({ text }) => /\b(?:say|failureWords)\b[^;\n]*\.join\(' '\)/u.test(text));
    expect(joined.map(({ path }) => path)).toEqual([]);
  });
});
