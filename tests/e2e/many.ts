import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { canonicalText } from '../../src-main/agreement/canonical.ts';
import { conspicuousTags } from '../../src-main/agreement/meaning/emphasise.ts';
import { readerName } from '../../src-main/agreement/reader.ts';
import { read } from '../../src-main/agreement/read.ts';
import { readText } from '../../src-main/import/text/text.ts';

/** A title as long as some are, so that lists have to cope. */
const titleOf = (index: number): string =>
  `示例${['云', '专线', '数据', '支付', '短信', '存储'][index % 6]}服务${index % 17 === 0 ? '及其相关产品的使用许可与数据处理' : ''}协议（${index}）`;

const textOf = (title: string, clauses: number): string =>
  [
    title,
    ...Array.from({ length: clauses }, (_, at) =>
      at % 7 === 3
        ? `${at + 1}. 在任何情况下，示例公司对间接损失不承担责任，赔偿总额以当期服务费的百分之${at}为限。`
        : `${at + 1}. 甲方应当在账单出具后第${at}日内付清服务费用，逾期的按日支付违约金。`,
    ),
  ].join('\n\n');

/** Fills the database of an app that is not running with this many agreements. */
export function fillWithMany(folder: string, count: number, clauses = 12): void {
  const database = new Sqlite(join(folder, 'assent.sqlite'));
  const at = new Date().toISOString();
  const insert = (table: string, row: Readonly<Record<string, unknown>>): void => {
    const columns = Object.keys(row);
    database
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((it) => `@${it}`).join(', ')})`)
      .run(row);
  };
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const [title, source, agreement] = [titleOf(index), randomUUID(), randomUUID()];
      const bytes = Buffer.from(textOf(title, clauses));
      const [document] = read(readText(bytes.toString(), 'utf-8')).documents;
      if (!document) throw new Error('the generated agreement has no document');
      const { kind, fingerprint } = document;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = `${index}.txt`;
      insert('source', { id: source, name, bytes, size: bytes.length, sha256, origin: 'own', imported_at: at });
      insert('source_reading', { source_id: source, state: 'saved', updated_at: at });
      insert('agreement', { id: agreement, title, kind, created_at: at });
      const version = randomUUID();
      insert('version', {
        id: version,
        agreement_id: agreement,
        ordinal: 1,
        title,
        fingerprint,
        source_id: source,
        saved_at: at,
      });
      insert('version_text', { version_id: version, form: 1, canonical_text: canonicalText(document) });
      const json = JSON.stringify(document);
      insert('reading', {
        version_id: version,
        reader: readerName('test'),
        made_at: at,
        sha256: createHash('sha256').update(json).digest('hex'),
        conspicuous: document.clauses.filter(({ tags }) => conspicuousTags(tags).length > 0).length,
        document: json,
      });
    }
  })();
  database.close();
}
