/**
 * Precision and recall of the reading on the labelled sources of tests/fixtures/reading: per kind of clause, per kind of fact,
 * and for the structure; and on the agreements that tests/reading/labels speaks of, where `--corpus FOLDER` (or ASSENT_CORPUS)
 * says where they lie: they are no part of the project. `--differences` also prints every label that was missed and every finding
 * that no label has, but never those of the providers whose misses nobody looks at.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveSources } from './sources.mjs';

const root = new URL('../tests/fixtures/reading/', import.meta.url);
const server = await serveSources();
const load = (name) => server.ssrLoadModule(new URL(name, root).pathname);
const { labelled, DOCUMENTS, HELD_OUT } = await load('corpus.ts');
const { addSource, emptyScore, precision, recall, total } = await load('score.ts');

const percent = (share) => `${(share * 100).toFixed(1)} %`.padStart(8);
const row = (name, tally) =>
  console.log(
    `  ${name.padEnd(28)}${percent(precision(tally))}${percent(recall(tally))}${String(tally.right).padStart(7)}${String(tally.invented).padStart(10)}${String(tally.missed).padStart(8)}`,
  );

for (const [title, folder] of [
  ['Labelled sources', DOCUMENTS],
  ['Held-out sources', HELD_OUT],
]) {
  const sources = await labelled(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (sources.length === 0) continue;
  const score = emptyScore();
  for (const source of sources) await addSource(score, source);
  console.log(`\n${title}: ${sources.length}`);
  console.log(`  ${'kind'.padEnd(28)}precision  recall  right  invented  missed`);
  for (const [name, map] of [
    ['structure', score.structure],
    ['facts', score.facts],
    ['tags', score.tags],
  ]) {
    console.log(` ${name}`);
    for (const [kind, tally] of [...map].toSorted()) row(kind, tally);
    row('all', total(map));
  }
  row('conspicuous tags', score.conspicuous);
  if (process.argv.includes('--differences')) for (const line of score.differences) console.log(line);
}
const at = process.argv.indexOf('--corpus');
const corpus = at === -1 ? process.env.ASSENT_CORPUS : process.argv[at + 1];
if (corpus) await reportAgreements(corpus);
else
  console.log(
    '\nThe agreements that tests/reading/labels speaks of are not here: --corpus FOLDER says where they lie.',
  );
await server.close();

/**
 * Each language by the providers that the rules were looked at with, and by those that nobody looked at. What the scorer knows of a
 * provider's agreements it has from other providers' alone.
 */
async function reportAgreements(folder) {
  const { factReadings, labelledFiles, providerOf, secondReadings, isUnseen } = await load('../../reading/labels.ts');
  const { Measure, agreement, agreementOfFacts } = await load('../../reading/measure.ts');
  const { FOLDS, foldOf, rowsOf, thresholdsOf, train, usefulLines } = await load('../../reading/train.ts');
  const { ownTexts } = await load('../../reading/own-texts.ts');
  const { misquoted } = await load('../../reading/citations.ts');
  const { read } = await load('../../../src-main/agreement/read.ts');
  const { importSource } = await load('../../../src-main/import/source.ts');
  const files = await labelledFiles();
  const sources = new Map();
  const rows = [];
  for (const file of files) {
    const { head } = file;
    const marked = await importSource(new Uint8Array(await readFile(join(folder, head.file))), head.file);
    sources.set(file, marked);
    rows.push(...rowsOf(file, read(marked, {}, null)));
  }
  const own = await ownTexts();
  const thresholds = { zh: thresholdsOf(rows, own, 'zh'), en: thresholdsOf(rows, own, 'en') };
  const lines = { zh: usefulLines(rows, 'zh'), en: usefulLines(rows, 'en') };
  const taught = Array.from({ length: FOLDS }, (_, fold) =>
    train([...rows.filter(({ provider }) => foldOf(provider) !== fold), ...own], thresholds, lines),
  );
  const sets = new Map();
  const misquotes = [];
  for (const [file, marked] of sources) {
    const { head } = file;
    const name = `${head.language === 'en' ? 'en' : 'zh'}, ${isUnseen(head.file) ? 'unseen' : 'seen'} providers`;
    const measure = sets.get(name) ?? new Measure();
    sets.set(name, measure);
    const reading = read(marked, {}, taught[foldOf(providerOf(head.file))]);
    measure.add(file, marked, reading);
    for (const document of reading.documents)
      for (const { from, clause, quote } of misquoted(document))
        misquotes.push(`${head.file} ${from} ${clause} ${quote}`);
  }
  const readers = agreement(files, await secondReadings());
  console.log(
    `\nAgreements of ${new Set(files.map(({ head }) => head.file)).size} files. Two readers of one file agree on which clauses`,
  );
  console.log(
    `are conspicuous with F1 ${readers.conspicuous.toFixed(2)}, on their kinds with ${readers.kinds.toFixed(2)}.`,
  );
  console.log(`Quotes of facts and workings that do not stand in the clause they name: ${misquotes.length}`);
  for (const line of misquotes) console.log(`  ${line}`);
  const stated = await factReadings();
  console.log(
    `What two readers found stated is the same with F1 ${agreementOfFacts(stated.first, stated.second).toFixed(2)}.`,
  );
  for (const [name, measure] of [...sets].toSorted()) {
    console.log(
      `\n${name}: ${measure.files} files, words lost in ${measure.lost.length}, inserted in ${measure.inserted.length}`,
    );
    for (const file of [...measure.lost, ...measure.inserted]) console.log(`  ${file}`);
    for (const [what, { right, of }] of measure.shares)
      console.log(`  ${what.padEnd(28)}${percent(right / of)}  of ${of}`);
    console.log(`  ${'kind'.padEnd(28)}precision  recall  right  invented  missed`);
    row('conspicuous', measure.conspicuous);
    row('facts', measure.facts);
    if (process.argv.includes('--kinds')) {
      for (const [kind, tally] of [...measure.kinds].toSorted()) row(kind, tally);
      for (const [kind, tally] of [...measure.factKinds].toSorted()) row(`fact ${kind}`, tally);
    }
    if (process.argv.includes('--differences') && !name.includes('unseen'))
      for (const line of measure.differences) console.log(line);
  }
}
