/**
 * Has every component of the page a test that would miss it? Takes the markup of one component away at a time and runs the
 * tests that reach it. Unlike a planted fault, of which some change nothing, a blank component that nobody misses is always
 * a missing test: each survivor fails.
 *
 *   node .config/blank-components.mjs [parts of file names]
 *
 * Sources are never written to: `.config/vitest.ts` blanks the component while it is loaded.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { judge, pageFiles } from './mutation.mjs';
import { say } from './process.mjs';
import { at } from './project.mjs';

/** From after the last script up to the styles; undefined where there is none, as in a component that only has an effect. */
function markupOf(text) {
  const start = text.lastIndexOf('</script>') + 1 === 0 ? 0 : text.lastIndexOf('</script>') + '</script>'.length;
  const styles = text.indexOf('\n<style', start);
  const end = styles === -1 ? text.length : styles;
  return text.slice(start, end).trim() === '' ? undefined : { start, end };
}

/**
 * @param {readonly string[]} [words] parts of file names; all components without any
 * @returns {Promise<import('./test-report.mjs').Outcome>}
 */
export async function checkBlankComponents(words = []) {
  const chosen = (file) =>
    file.endsWith('.svelte') && (words.length === 0 || words.some((word) => file.includes(word)));
  const failures = [];
  let passed = 0;
  for (const file of (await pageFiles()).filter(chosen)) {
    const text = await readFile(at(file), 'utf8');
    const markup = markupOf(text);
    if (!markup) continue;
    const line = text.slice(0, markup.start).split('\n').length;
    const { verdict, by } = await judge({ file, line, ...markup, text: '', words: 'without its markup' });
    say(`  ${verdict.padEnd(11)} ${file}${by ? `  by ${by}` : ''}`);
    if (verdict === 'killed') passed += 1;
    else
      failures.push(
        `${file}: ${verdict === 'survived' ? 'no test misses its markup' : 'its tests did not end in time'}`,
      );
  }
  if (passed + failures.length === 0) failures.push(`no component is called ${words.join(' or ')}`);
  return { passed, failures, skips: [], unreached: 0 };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failures } = await checkBlankComponents(process.argv.slice(2));
  for (const failure of failures) say(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
