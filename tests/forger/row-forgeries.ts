import type { JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { sealOf, WRITTEN } from '../../src-main/kernel/integrity/row-seals.ts';
import type { WrittenRow, WrittenTable } from '../../src-main/store/written.ts';
import { writtenRows } from '../../src-main/store/written.ts';
import { change, type DatabaseCase, forger, knownKey, madeAnew, PRINTED } from './database-edits.ts';
import { all, by, type DatabaseForgery, type Edit, WITHOUT_NOTES, WITHOUT_PINS } from './database-tools.ts';

/** Papers of a kind, as a condition. */
const of = (desk: string, kind: string): string => `desk = '${desk}' AND kind = '${kind}'`;
const idOf = (desk: string, kind: string): string => `(SELECT id FROM paper WHERE ${of(desk, kind)} LIMIT 1)`;
const NOTICE = of('notices', 'notice');
const ORDER = of('obligations', 'order');
const OUTAGE = of('obligations', 'outage');
const CLAIM = of('obligations', 'claim');
const COPY = of('evidence', 'sealed-copy');
const EXPLANATION = of('review', 'explanation');
const revisionsOf = (desk: string, kind: string): string => `paper_id = ${idOf(desk, kind)}`;

/** Another value in the body of a paper and, as far as it has any, in its newest revision. */
const said = (where: string, path: string, value: string): DatabaseForgery =>
  by(
    `UPDATE paper SET body = json_set(body, '${path}', ${value}) WHERE ${where}`,
    `UPDATE paper_revision SET body = (SELECT body FROM paper WHERE id = paper_id)
     WHERE paper_id IN (SELECT id FROM paper WHERE ${where})
       AND revision = (SELECT max(revision) FROM paper_revision AS other WHERE other.paper_id = paper_revision.paper_id)`,
  );

/** Bundles hold none of these rows: of them a bundle says nothing. */
const row = (name: string, forge: DatabaseForgery, integrity: DatabaseCase['bundle'] = 'altered'): DatabaseCase =>
  change(name, forge, integrity, { bundle: 'intact' });

/** An entry without what it says of the rows that were written with it. */
const unsealed: Edit = (entry) => {
  const { [WRITTEN]: _written, ...payload } = (entry.payload ?? {}) as JsonObject;
  return { ...entry, payload };
};

/** Entries that fit the rows as they are now, whatever was done to them. */
const resealed: DatabaseForgery = (database, stage) => {
  const rows = writtenRows(database);
  const now = new Map<string, WrittenRow>();
  for (const table of ['paper', 'setting', 'agreement', 'version', 'source'] as const)
    for (const one of rows.all(table)) now.set(`${table} ${one.id}`, one);
  const seen = new Map<string, number>();
  madeAnew((entry) => {
    const { [WRITTEN]: written, ...payload } = (entry.payload ?? {}) as JsonObject;
    if (written === undefined) return entry;
    const { salt, seals } = written as unknown as { salt: string; seals: { table: WrittenTable; id: string }[] };
    const fitting = seals.flatMap(({ table, id }) => {
      const key = `${table} ${id}`;
      const place = seen.get(key) ?? 0;
      seen.set(key, place + 1);
      const found = (table === 'paper' ? rows.revisions(id)[place] : undefined) ?? now.get(key);
      return found ? [{ table, id, seal: sealOf(found, salt) }] : [];
    });
    return { ...entry, payload: { ...payload, [WRITTEN]: { salt, seals: fitting } } };
  }, forger)(database, stage);
};

/** What a forger does to what stands beside texts and decisions: papers, their revisions, agreements, sources, settings. */
export const ROW_FORGERIES: readonly DatabaseCase[] = [
  row('the day a notice was sent', said(NOTICE, '$.sent', "'2026-10-01'")),
  row(
    'the day a notice arrived, in an earlier state only',
    by(
      `UPDATE paper_revision SET body = json_set(body, '$.sent', '2026-10-01') WHERE revision = 1 AND ${revisionsOf('notices', 'notice')}`,
    ),
  ),
  row(
    'the states of a notice in another order',
    by(
      `UPDATE paper_revision SET revision = revision + 10 WHERE ${revisionsOf('notices', 'notice')}`,
      `UPDATE paper_revision SET revision = 33 - revision WHERE ${revisionsOf('notices', 'notice')}`,
      `UPDATE paper_revision SET revision = revision - 20 WHERE ${revisionsOf('notices', 'notice')}`,
    ),
  ),
  row(
    'a state of a notice taken out',
    by(`DELETE FROM paper_revision WHERE revision = 1 AND ${revisionsOf('notices', 'notice')}`),
    'incomplete',
  ),
  row(
    'a state of a claim put in',
    by(
      `INSERT INTO paper_revision SELECT paper_id, revision + 1, state, body, at FROM paper_revision WHERE revision = 2 AND ${revisionsOf('obligations', 'claim')}`,
    ),
  ),
  row(
    'a notice taken away with all its states',
    by(`DELETE FROM paper_revision WHERE ${revisionsOf('notices', 'notice')}`, `DELETE FROM paper WHERE ${NOTICE}`),
    'incomplete',
  ),
  row('the amount of an order', said(ORDER, '$.order.amount', "'12.00'")),
  row('a removed order brought back', by(`UPDATE paper SET removed_at = NULL WHERE ${ORDER}`)),
  row('an order removed', by(`UPDATE paper SET removed_at = updated_at WHERE ${ORDER} AND removed_at IS NULL`)),
  row('an outage made longer after its claim', said(OUTAGE, '$.to', "'2026-10-11 21:30'")),
  row('an outage taken away', by(`DELETE FROM paper WHERE ${OUTAGE}`), 'incomplete'),
  row(
    'an outage that nobody recorded',
    by(
      `INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at)
     SELECT '99999999-2222-4333-8444-555555555555', desk, kind, subject, state, body, created_at, updated_at FROM paper WHERE ${OUTAGE}`,
    ),
  ),
  row('what was paid in a month', said(of('obligations', 'terms'), '$.fees."2026-10".fee', "'9000.00'")),
  row('the days of a claim’s steps', said(CLAIM, '$.history[0].at', "'2026-11-01T00:00:00.000Z'")),
  row('a claim that went out said to be settled', by(`UPDATE paper SET state = 'settled' WHERE ${CLAIM}`)),
  row('the day a request for explanation went out', said(EXPLANATION, '$.sent.at', "'2026-11-01T00:00:00.000Z'")),
  row('the question of a request for explanation', said(EXPLANATION, '$.question', "'无'")),
  row(
    'what was found of a sealed copy, in row and body',
    all(
      by(
        `UPDATE paper SET state = 'rejected' WHERE ${COPY}`,
        `UPDATE paper_revision SET state = 'rejected' WHERE revision = 2 AND ${revisionsOf('evidence', 'sealed-copy')}`,
      ),
      said(COPY, '$.state', "'rejected'"),
    ),
  ),
  row('why a sealed copy was taken for good', said(COPY, '$.reason', "'无'")),
  row('the name of a company', said(of('settings', 'company'), '$.company.name', "'另一公司'")),
  row('the provider of an agreement', by("UPDATE agreement SET provider = '另一服务商'")),
  // A bundle holds one's own agreements alone.
  change('an agreement said to be a colleague’s', by("UPDATE agreement SET origin = '同事'"), 'altered', {
    bundle: 'incomplete',
  }),
  row(
    'the source of a version',
    by('UPDATE version SET source_id = (SELECT id FROM source WHERE id <> source_id LIMIT 1)'),
  ),
  row(
    'a version said to be an annex',
    by('UPDATE version SET annex_of = (SELECT id FROM version AS other WHERE other.id <> version.id LIMIT 1)'),
  ),
  row('the day a version was saved', by("UPDATE version SET saved_at = '2025-11-23T02:00:00.000Z'")),
  row('the name of a source', by("UPDATE source SET name = 'x' || name")),
  row(
    'what is asked before a decision',
    by("UPDATE setting SET value = json_set(value, '$.forged', 1) WHERE name = 'ceremony-policy'"),
  ),
  change(
    'the noted keys, with the forger’s among them',
    by(
      `UPDATE setting SET value = json_insert(value, '$[#]', json_object('origin', 'own', 'keyId', '${forger.id}', 'at', '2026-11-23T02:00:00.000Z')) WHERE name = 'key-pins'`,
    ),
    'altered',
    { bundle: 'intact' },
  ),
  row(
    'a second state of a happening',
    by(
      `INSERT INTO paper_revision SELECT paper_id, 2, state, body, at FROM paper_revision WHERE paper_id IN (SELECT id FROM paper WHERE kind = 'happening')`,
    ),
  ),
  row(
    'a letter removed without a word',
    by("UPDATE paper SET removed_at = updated_at WHERE desk = 'letters' AND kind = 'letter'"),
  ),
  change(
    'two kept files exchanged',
    by(
      `CREATE TEMP TABLE two AS SELECT sha256, bytes FROM attachment
       WHERE name = 'certificate.pdf' OR sha256 = ${PRINTED}`,
      `UPDATE attachment SET bytes = (SELECT bytes FROM two WHERE two.sha256 <> attachment.sha256)
       WHERE sha256 IN (SELECT sha256 FROM two)`,
      'DROP TABLE two',
    ),
    'altered',
    // A bundle calls its files by what they hold.
    { bundle: 'intact' },
  ),
  // Nothing says what the rows were: neither good nor bad, and never green.
  change(
    'the hashes of all rows, the chain made anew by the forger’s key, without notes and pins',
    all(
      said(ORDER, '$.order.amount', "'12.00'"),
      madeAnew(unsealed, forger),
      by(...knownKey()),
      WITHOUT_NOTES,
      WITHOUT_PINS,
    ),
    'intact',
    { known: 'new' },
  ),
  change(
    'an order and the hashes of all rows, the chain made anew by the forger’s key',
    all(said(ORDER, '$.order.amount', "'12.00'"), resealed, by(...knownKey()), WITHOUT_NOTES),
    'intact',
    { known: 'conflict' },
  ),
];
