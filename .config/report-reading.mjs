/**
 * Precision and recall of the reading on the labelled sources of tests/fixtures/reading: per kind of clause, per kind of fact,
 * and for the structure. `--differences` also prints every label that was missed and every finding that no label has.
 */
import { createServer } from 'vite';

const root = new URL('../tests/fixtures/reading/', import.meta.url);
const server = await createServer({
  root: new URL('..', import.meta.url).pathname,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
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
await server.close();
