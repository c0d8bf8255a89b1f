import { readdir, readFile } from 'node:fs/promises';
import { read } from '../../src-main/agreement/read.ts';
import { importSource } from '../../src-main/import/source.ts';
import { DOCUMENTS, labelled } from '../fixtures/reading/corpus.ts';
import { ownRows, type Row } from './train.ts';

const SAMPLES = new URL('../../assets/sample/', import.meta.url);
const TWIN = new URL('../fixtures/twin/dump.txt', import.meta.url);

/** What the project's own texts teach: the labelled sources that rules are written by, the twin, the sample set. */
export async function ownTexts(): Promise<readonly Row[]> {
  const texts = (await labelled(DOCUMENTS)).map(({ name, bytes }) => ({ name, bytes }));
  texts.push({ name: 'dump.txt', bytes: new Uint8Array(await readFile(TWIN)) });
  for (const language of ['en', 'zh'])
    for (const name of (await readdir(new URL(`${language}/`, SAMPLES))).toSorted())
      if (name.endsWith('.txt'))
        texts.push({ name, bytes: new Uint8Array(await readFile(new URL(`${language}/${name}`, SAMPLES))) });
  const rows: Row[] = [];
  for (const { name, bytes } of texts) rows.push(...ownRows(name, read(await importSource(bytes, name), {}, null)));
  return rows;
}
