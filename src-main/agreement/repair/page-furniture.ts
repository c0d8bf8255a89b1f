import type { MarkedLine, Repair } from '../model.ts';
import { isHeadingLike, kindOfTitle } from '../documents/titles.ts';

/** A page number, alone on its line. */
const PAGE_NUMBER =
  /^(?:第 {0,3}[\d一二三四五六七八九十百]{1,4} {0,3}页(?:[ /，,|]{0,3}共 {0,3}[\d一二三四五六七八九十百]{1,4} {0,3}页)?|共 {0,3}\d{1,4} {0,3}页[ ，,]{0,3}第 {0,3}\d{1,4} {0,3}页|page {1,2}\d{1,4}(?: {0,2}(?:of|\/) {0,2}\d{1,4})?|[-—–] {0,3}\d{1,4} {0,3}[-—–]|\d{1,4} {0,2}\/ {0,2}\d{1,4}|\d{1,4} of \d{1,4})$/i;
/** A page number at the end of a short line: the running title stands before it. */
const NUMBERED_FOOTER = /(?:第 {0,3}\d{1,4} {0,3}页[ /，,|]{0,3}共 {0,3}\d{1,4} {0,3}页|\bpage \d{1,4} of \d{1,4})$/i;
const FEWEST_PAGES = 3;
const EDGE = 2;

const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ');

/** Indexes of running headers, footers and page numbers. */
export function findFurniture(lines: readonly MarkedLine[]): readonly number[] {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (line.cells || line.text.length > 100) return;
    if (PAGE_NUMBER.test(line.text) || NUMBERED_FOOTER.test(line.text)) found.add(index);
  });
  if (lines.some((line) => line.page !== undefined)) addRunning(lines, found);
  else addBesidePageNumbers(lines, found);
  return [...found];
}

/** With pages known: what stands at the edge of most pages is no part of any; its first stand may be the title and stays. */
function addRunning(lines: readonly MarkedLine[], found: Set<number>): void {
  const pages = new Map<number, number[]>();
  lines.forEach((line, index) => put(pages, line.page ?? 0, index));
  const stands = new Map<string, number[]>();
  for (const page of pages.values())
    for (const index of new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)])) {
      const text = lines[index]?.text ?? '';
      if (text.length <= 100) put(stands, shape(text), index);
    }
  for (const [text, indexes] of stands) {
    const count = new Set(indexes.map((index) => lines[index]?.page)).size;
    if (count < FEWEST_PAGES || count < pages.size * 0.5) continue;
    const [first] = indexes;
    const folio = isFolio(lines, indexes);
    const same = indexes.every((index) => lines[index]?.text === lines[first ?? 0]?.text);
    if (!folio && !same) continue;
    for (const index of indexes) if (index !== first || text.includes('#')) found.add(index);
  }
}

/** The figures in the lines go with the pages: a folio, not clause 1, 2, 3. */
function isFolio(lines: readonly MarkedLine[], indexes: readonly number[]): boolean {
  const figures = (text: string): readonly number[] => text.match(/\d+/g)?.map(Number) ?? [];
  return indexes.every((index) => figures(lines[index]?.text ?? '').includes(lines[index]?.page ?? -1));
}

/** With pages unknown: a line that comes back beside page numbers is a running header or footer. */
function addBesidePageNumbers(lines: readonly MarkedLine[], found: Set<number>): void {
  const beside = new Map<string, number[]>();
  for (const index of found)
    for (const at of [index - 1, index + 1]) {
      const line = lines[at];
      if (line && !found.has(at) && line.text.length <= 60) put(beside, line.text, at);
    }
  const running = new Set([...beside].filter(([, indexes]) => indexes.length >= FEWEST_PAGES).map(([text]) => text));
  const stood = new Set<string>();
  lines.forEach(({ text }, index) => {
    if (!running.has(text)) return;
    // Its first stand may be the title.
    if (stood.has(text)) found.add(index);
    stood.add(text);
  });
}

/**
 * The name that stands in the running headers or footers of a document whose pages have no other title; `dropped` are the
 * lines left out. Undefined when none comes back or none reads like a title.
 */
export function runningTitle(dropped: readonly Repair[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { before } of dropped) {
    if (!NUMBERED_FOOTER.test(before)) continue;
    const name = before
      .replace(NUMBERED_FOOTER, '')
      .replace(/[\s|·•–—-]+$/u, '')
      .trim();
    if (isHeadingLike(name) && kindOfTitle(name) !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count > 1)?.[0];
}

function put<Key>(groups: Map<Key, number[]>, key: Key, index: number): void {
  const group = groups.get(key);
  if (group) group.push(index);
  else groups.set(key, [index]);
}
