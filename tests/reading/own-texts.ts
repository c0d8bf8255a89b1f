import { readdir, readFile } from 'node:fs/promises';
import { read } from '../../src-main/agreement/read.ts';
import { importSource } from '../../src-main/import/source.ts';
import { DOCUMENTS, labelled } from '../fixtures/reading/corpus.ts';
import { ownRows, type Row, writtenRows } from './train.ts';

const SAMPLES = new URL('../../assets/sample/', import.meta.url);
const TWIN = new URL('../fixtures/twin/dump.txt', import.meta.url);
const WRITTEN = new URL('own/', import.meta.url);

/** What stands at the end of a clause of a text that was written to be learnt from: its conspicuous kinds, or none. */
const MARK = /\s*\{\{(?<kinds>[a-z\s-]*)\}\}\s*$/u;

/** What the project's own texts teach: the labelled sources that rules are written by, the twin, the sample set; and `own/`. */
export async function ownTexts(): Promise<readonly Row[]> {
  const texts = (await labelled(DOCUMENTS)).map(({ name, bytes }) => ({ name, bytes }));
  texts.push({ name: 'dump.txt', bytes: new Uint8Array(await readFile(TWIN)) });
  for (const language of ['en', 'zh'])
    for (const name of (await readdir(new URL(`${language}/`, SAMPLES))).toSorted())
      if (name.endsWith('.txt'))
        texts.push({ name, bytes: new Uint8Array(await readFile(new URL(`${language}/${name}`, SAMPLES))) });
  const rows: Row[] = [];
  for (const { name, bytes } of texts) rows.push(...ownRows(name, read(await importSource(bytes, name), {}, null)));
  for (const { name, text, kinds } of await writtenTexts())
    rows.push(...writtenRows(name, kinds, read(await importSource(new TextEncoder().encode(text), name), {}, null)));
  return rows;
}

/** A made-up agreement, and by the lines of its clauses the conspicuous kinds that whoever wrote it gave them. */
export interface WrittenText {
  readonly name: string;
  readonly text: string;
  readonly kinds: ReadonlyMap<number, readonly string[]>;
}

/** The agreements of `own/`, in order of their names. */
export async function writtenTexts(): Promise<readonly WrittenText[]> {
  const names = (await readdir(WRITTEN)).filter((name) => name.endsWith('.md')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(new URL(name, WRITTEN), 'utf8')).split('\n');
      const kinds = new Map(
        lines.flatMap((line, index) => {
          const marked = MARK.exec(line)?.groups?.['kinds'];
          return marked === undefined ? [] : [[index + 1, marked.split(/\s+/u).filter(Boolean)] as const];
        }),
      );
      return { name, text: lines.map((line) => line.replace(MARK, '')).join('\n'), kinds };
    }),
  );
}
