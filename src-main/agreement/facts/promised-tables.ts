import type { Fact } from '../fact.ts';
import type { ClauseTable } from '../model.ts';
import { plain } from '../meaning/sentences.ts';

/** A column of promises: the level by its name, without bounds, credits or parts of it. */
const LEVEL_HEAD =
  /^(?:月度|季度|年度|承诺)?(?:的)?(?:服务|系统|网络|业务|实例)?(?:可用性|可用率|可用度|在线率)(?:承诺|指标|目标|等级|标准|保证)?(?:值)?(?:[（(][%％][)）])?$|^(?:monthly |annual |guaranteed |committed )?(?:service )?(?:availability|uptime)(?: commitment| guarantee| promise| level)?(?: \(%\))?$/iu;
const CREDIT_HEAD = /赔偿|补偿|赔付|代金券|返还|减免|比例|credit|compensat|refund/iu;
/** A cell that is one promised level, with how long that lets it be down. */
const CELL =
  /^(?:≥|>=|不低于|不小于|at least )?\s?(?<level>\d{2,3}(?:\.\d+)?)\s?[%％](?:\s?[（(][^()（）]{0,16}[)）])?(?:以上)?$/iu;
const LEAST = 50;

const periodOf = (head: string): 'month' | 'quarter' | 'year' | undefined =>
  /月|month/iu.test(head)
    ? 'month'
    : /季|quarter/iu.test(head)
      ? 'quarter'
      : /年|annual|year/iu.test(head)
        ? 'year'
        : undefined;

/** The promises of tables that give one for each class of a service and no credits: `白金 | 99.95%`. */
export function promisesInTables(tables: readonly ClauseTable[]): readonly Fact[] {
  return tables.flatMap(({ clause, header, rows }): readonly Fact[] => {
    const heads = header.map((head) => plain(head).trim());
    const column = heads.findIndex((head) => LEVEL_HEAD.test(head));
    if (column < 0 || heads.some((head) => CREDIT_HEAD.test(head))) return [];
    const cells = rows.map((row) => CELL.exec(plain(row[column] ?? '').trim())?.groups?.['level']);
    if (!cells.every((level) => level !== undefined && Number(level) >= LEAST && Number(level) <= 100)) return [];
    const naming = heads.findIndex((_head, at) => at !== column);
    const period = periodOf(heads[column] ?? '');
    return rows.map((row, index): Fact => {
      const name = row[naming]?.trim() ?? '';
      return {
        id: `${clause}/availability/row-${index + 1}`,
        kind: 'availability',
        value: { promise: Number(cells[index]), ...(period && { period }) },
        unit: 'percent',
        ...(name !== '' && { scope: { class: name } }),
        clause,
        quote: row.join('\t'),
      };
    });
  });
}
