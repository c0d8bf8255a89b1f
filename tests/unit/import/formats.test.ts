import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  FORMATS,
  IMPORTABLE_EXTENSIONS,
  type ImportFormat,
  extensionOf,
  isNamedAs,
  mediaTypeOf,
} from '../../../src-main/import/formats.ts';
import { literalLists, sources } from '../agreement/literal-lists.ts';

const BUNDLE = { ext: 'assent.zip', mimeType: 'application/vnd.assent.bundle+zip' };

interface Association {
  readonly ext: readonly string[];
  readonly mimeType: string | undefined;
}

/** The associations of the settings, as far as these lines of YAML go: one list of flat entries under their name. */
function associations(settings: string): readonly Association[] {
  const [, block = ''] = /^fileAssociations:\n((?:[ #-].*\n?|\n)*)/mu.exec(settings) ?? [];
  return block
    .split(/^ *- /mu)
    .slice(1)
    .map((entry) => {
      const value = (name: string): string | undefined => new RegExp(`^ *${name}: *(.+)$`, 'mu').exec(entry)?.[1];
      return { ext: value('ext')?.match(/[\w.]+/gu) ?? [], mimeType: value('mimeType')?.trim() };
    });
}

/** What the installers say the app opens, and the app does not: by extension, or by another media type than the table's. */
function strangers(settings: string): readonly string[] {
  return associations(settings).flatMap(({ ext, mimeType }) =>
    ext.filter((extension) => {
      if (extension === BUNDLE.ext) return mimeType !== BUNDLE.mimeType;
      return !IMPORTABLE_EXTENSIONS.includes(extension) || mimeType !== mediaTypeOf(`x.${extension}`);
    }),
  );
}

describe('the table of formats', () => {
  test('gives no extension to two formats', () => {
    expect(new Set(IMPORTABLE_EXTENSIONS).size).toBe(IMPORTABLE_EXTENSIONS.length);
    for (const extension of IMPORTABLE_EXTENSIONS) {
      const named = (Object.keys(FORMATS) as ImportFormat[]).filter((format) => isNamedAs(`a.${extension}`, format));
      expect(named).toHaveLength(1);
    }
  });

  test('tells a format by the end of a name, whatever its letters; a name without an end has none', () => {
    expect(isNamedAs('条款.第2版.HTM', 'html')).toBe(true);
    expect(isNamedAs('html', 'html')).toBe(false);
    expect(extensionOf('README')).toBe('');
    expect(mediaTypeOf('a.PDF')).toBe('application/pdf');
    expect(mediaTypeOf('a.exe')).toBe('application/octet-stream');
  });
});

describe('whoever names formats', () => {
  const VOCABULARY: ReadonlySet<string> = new Set(IMPORTABLE_EXTENSIONS);

  test('in the sources, does so through the table', () => {
    const listed = sources(['src-main', 'src-renderer'])
      // What a read source says it was (`SourceFormat`), below the room of formats.
      .filter(({ path }) => path !== 'src-main/import/formats.ts' && path !== 'src-main/agreement/model.ts')
      .flatMap(({ path, text }) =>
        literalLists(text, VOCABULARY).map(({ line, words }) => `${path}:${line} ${words.join()}`),
      );
    expect(listed).toEqual([]);
  });

  test.each([
    ['a list', `const extensions = ['txt', 'docx', 'pdf', 'html'];`],
    ['an expression', String.raw`const READABLE = /\.(?:txt|html?|docx|pdf)$/iu;`],
  ])('and %s beside it would be seen', (_what, planted) => {
    expect(literalLists(planted, VOCABULARY)).toHaveLength(1);
  });

  test('in the installers’ settings, names only what the app opens, with the table’s media type', () => {
    const settings = readFileSync('electron-builder.yml', 'utf8');
    expect(associations(settings)).toEqual([{ ext: [BUNDLE.ext], mimeType: BUNDLE.mimeType }]);
    expect(strangers(settings)).toEqual([]);
    const said = (ext: string, mimeType: string): string =>
      `appId: x\nfileAssociations:\n  - ext: ${ext}\n    name: x\n    mimeType: ${mimeType}\nwin:\n  target: [nsis]\n`;
    expect(strangers(said('rtf', 'text/rtf'))).toEqual(['rtf']);
    expect(strangers(said('[pdf, docx]', 'application/pdf'))).toEqual(['docx']);
    expect(strangers(said('assent.zip', 'application/zip'))).toEqual(['assent.zip']);
  });
});
