/**
 * Learns the weights of the reading's scorer from the labels of tests/reading/labels and the agreements they speak of, which lie
 * where `--corpus FOLDER` (or ASSENT_CORPUS) says, and writes assets/reading/weights.json; and what tells who provides, out of the
 * agreements of providers that are looked at, assets/reading/names.json (`--names`: that alone). The names
 * are learnt first, from agreements alone, and the weights from readings that use them: the same labels, agreements and texts of the
 * project always give the same files, whatever the former ones were.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveSources } from './sources.mjs';

const at = process.argv.indexOf('--corpus');
const corpus = at === -1 ? process.env.ASSENT_CORPUS : process.argv[at + 1];
if (!corpus) throw new Error('--corpus FOLDER says where the agreements lie that tests/reading/labels speaks of.');
let server = await serveSources();
const load = (name) => server.ssrLoadModule(new URL(`../${name}`, import.meta.url).pathname);
const { labelledFiles } = await load('tests/reading/labels.ts');
const { importSource } = await load('src-main/import/source.ts');
const { learnNames, lessonOf } = await load('tests/reading/train-names.ts');

const folder = new URL('../assets/reading/', import.meta.url);
await mkdir(folder, { recursive: true });
const sources = [];
const lessons = [];
for (const file of await labelledFiles()) {
  const marked = await importSource(new Uint8Array(await readFile(join(corpus, file.head.file))), file.head.file);
  sources.push({ file, marked });
  const lesson = lessonOf(file.head, marked);
  if (lesson) lessons.push(lesson);
}
const names = await learnNames(lessons);
await writeFile(new URL('names.json', folder), `${JSON.stringify(names)}\n`);
console.log(`names: ${lessons.length} agreements`);
await server.close();
if (process.argv.includes('--names')) process.exit();
// Begun again, the reading uses the names that were just learnt.
server = await serveSources();
const { ownTexts } = await load('tests/reading/own-texts.ts');
const { rowsOf, thresholdsOf, train, usefulLines } = await load('tests/reading/train.ts');
const { kept } = await load('src-main/agreement/scorer/model.ts');
const { read } = await load('src-main/agreement/read.ts');
const rows = sources.flatMap(({ file, marked }) => rowsOf(file, read(marked, {}, null)));
const own = await ownTexts();
const thresholds = { zh: thresholdsOf(rows, own, 'zh'), en: thresholdsOf(rows, own, 'en') };
const lines = { zh: usefulLines(rows, 'zh'), en: usefulLines(rows, 'en') };
const scorer = train([...rows, ...own], thresholds, lines);
const keep = ({ conspicuous, kinds, useful }, { certain, possible }) => ({
  certain,
  possible,
  conspicuous: kept(conspicuous),
  kinds: Object.fromEntries([...kinds].map(([kind, linear]) => [kind, kept(linear)])),
  useful: Object.fromEntries(
    [...useful].map(([kind, { linear, certain: from }]) => [kind, { ...kept(linear), certain: from }]),
  ),
});
const weights = { zh: keep(scorer.zh, thresholds.zh), en: keep(scorer.en, thresholds.en) };
await writeFile(new URL('weights.json', folder), `${JSON.stringify(weights)}\n`);
for (const language of ['zh', 'en'])
  console.log(
    `${language}: ${rows.filter((row) => row.language === language).length} clauses, ${scorer[language].kinds.size} kinds, certain from ${thresholds[language].certain}, possible from ${thresholds[language].possible}`,
  );
await server.close();
