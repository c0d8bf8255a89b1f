import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { DATABASE } from '../../kernel/files/data-folder.ts';
import { fittingName } from '../../kernel/files/file-name.ts';
import { salvage, type SalvagedTable } from '../../kernel/backup/salvage.ts';

/** How much could be read. */
export interface SalvageReport {
  readonly files: number;
  readonly texts: number;
  readonly entries: number;
  /** Something could not be read. */
  readonly lost: boolean;
}

/** Records that are kept as lines of JSON, as they stood. */
const LINES: readonly SalvagedTable[] = ['ledger', 'acceptance', 'paper'];

/**
 * Writes what can still be read of a data folder's database into a folder: files under their names, texts of versions,
 * records as lines, the database as it is, and a page that says what is there and what is not. The database is only read.
 */
export function exportReadable(
  folder: string,
  target: string,
  language: Language,
  nativeBinding?: string,
): SalvageReport {
  const database = join(folder, DATABASE);
  const taken = new Set<string>();
  const titles = new Map<unknown, string>();
  const counts = { files: 0, texts: 0, entries: 0 };
  const lost = new Set<SalvagedTable>();
  const put = (parts: readonly string[], content: string | Uint8Array): void => {
    const directory = join(target, ...parts.slice(0, -1));
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(freeName(join(directory, fittingName(parts.at(-1) ?? '')), taken), content, { mode: 0o600 });
  };
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const lines = new Map<SalvagedTable, string[]>();
  for (const found of salvage(database, nativeBinding)) {
    if (found.kind === 'lost') {
      lost.add(found.table);
      continue;
    }
    const { table, row } = found;
    if (table === 'source' || table === 'attachment') {
      put([table === 'source' ? 'sources' : 'files', String(row['name'])], row['bytes'] as Uint8Array);
      counts.files += 1;
    } else if (table === 'version') titles.set(row['id'], `${String(row['title'])} v${String(row['ordinal'])}.txt`);
    else if (table === 'version_text') {
      const name = titles.get(row['version_id']) ?? `${String(row['version_id'])}.txt`;
      put(['texts', name], String(row['canonical_text']));
      counts.texts += 1;
    } else if (LINES.includes(table)) {
      const kept = lines.get(table) ?? [];
      lines.set(table, kept);
      kept.push(JSON.stringify(row));
      if (table === 'ledger') counts.entries += 1;
    }
  }
  for (const [table, rows] of lines) put(['records', `${table}.jsonl`], `${rows.join('\n')}\n`);
  for (const part of ['', '-wal']) {
    if (!existsSync(database + part)) continue;
    mkdirSync(join(target, 'database'), { recursive: true, mode: 0o700 });
    copyFileSync(database + part, join(target, 'database', DATABASE + part));
  }
  const report = { ...counts, lost: lost.size > 0 };
  const words = [
    say(sentence('shell.start.salvaged', counts), language),
    ...(lost.size > 0 ? [say(sentence('shell.start.salvage-lost', { tables: [...lost] }), language)] : []),
    say(sentence('shell.start.salvage-note'), language),
  ];
  put([language === 'zh' ? '说明.txt' : 'README.txt'], `${words.join('\n')}\n`);
  return report;
}

/** A name that is not taken yet: two files may be called the same. */
function freeName(path: string, taken: Set<string>): string {
  const { dir, name, ext } = parse(path);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? path : join(dir, `${name} (${String(count)})${ext}`);
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}
