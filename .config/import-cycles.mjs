/** Circles among the project's own modules, found once per run over the whole of src-main and src-renderer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const SOURCE = /\.(?:ts|svelte)$/u;
const IMPORT = /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gu;

/** Relative imports in a module's text, types included: a circle of types is still two rooms that are one. */
export function importsIn(text) {
  return [...text.matchAll(IMPORT)].map(([, declared, called]) => declared ?? called);
}

function sourcesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => SOURCE.test(name))
    .map((name) => join(folder, name));
}

/**
 * Strongly connected parts of a graph with more than one member (Tarjan, SIAM J. Comput. 1, 1972).
 *
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]}
 */
export function circles(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const part = stack.splice(stack.indexOf(node));
    if (part.length > 1) found.push(part);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

let known;

/**
 * @param {string} root the checkout
 * @returns {Map<string, string[]>} for each file in a circle, the circle's files relative to the root
 */
export function cyclesOf(root) {
  if (known) return known;
  const files = ['src-main', 'src-renderer'].flatMap((folder) => sourcesUnder(join(root, folder)));
  const exists = new Set(files);
  const graph = new Map(
    files.map((file) => [
      file,
      importsIn(readFileSync(file, 'utf8'))
        .map((source) => resolve(dirname(file), source))
        .filter((target) => exists.has(target)),
    ]),
  );
  known = new Map();
  for (const circle of circles(graph)) {
    const names = circle.map((file) => relative(root, file));
    for (const file of circle) known.set(file, names);
  }
  return known;
}
