import { createHash } from 'node:crypto';
import type { KeptLog } from '../../../contract/rights/service.ts';
import { named, toKeep } from '../../../kernel/kept-files.ts';
import type { ChosenFile, Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import type { RecordedOutage } from '../../../term/service/outages.ts';
import { monthAt } from '../basis.ts';
import { type KeptOutage, logPapers, outageEntry, outageKey, outageKeys, outagePapers } from '../outage-records.ts';
import { inSlices } from './in-slices.ts';
import { type KeptRows, packedRows, rowsPapers } from './outage-rows.ts';

/** Rows that are looked at before the one who waits is let through. */
const SLICE = 500;

interface Fresh {
  readonly rows: readonly KeptOutage[];
  /** The rows as the ledger holds them: their hash, made piece by piece. */
  readonly rowsHash: string;
}

function* freshOf(
  rows: readonly RecordedOutage[],
  seen: Set<string>,
  of: Pick<KeptOutage, 'origin' | 'source' | 'log'>,
): Generator<void, Fresh> {
  const fresh: KeptOutage[] = [];
  const digest = createHash('sha256').update('[');
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const key = outageKey(row);
    if (seen.has(key)) continue;
    seen.add(key);
    const { from, to, cause = '', instances = [], exclusion } = row;
    const body: KeptOutage = {
      ...{ from, cause, instances, ...of },
      ...(to === undefined ? {} : { to }),
      ...(exclusion ? { exclusion: exclusion.item } : {}),
    };
    digest.update(`${fresh.length === 0 ? '' : ','}${JSON.stringify(outageEntry(body))}`);
    fresh.push(body);
  }
  return { rows: fresh, rowsHash: digest.update(']').digest('hex') };
}

/**
 * Keeps a log of very many rows: looked through and packed slice by slice, then written in one transaction with its entry, in so few
 * papers that this takes no longer than writing a letter. What goes on stays a paper of its own.
 */
export async function takeMany(
  ports: Ports,
  agreementId: string,
  logId: string,
  rows: readonly RecordedOutage[],
  given: { readonly origin: 'paste' | 'file'; readonly file?: ChosenFile; readonly also?: () => void },
): Promise<KeptLog> {
  const { store, newId } = ports;
  const { origin, file, also } = given;
  const kept = file && toKeep(file);
  const source = kept === undefined ? {} : { source: kept.sha256 };
  const seen = await inSlices(ports, outageKeys(store, agreementId));
  const fresh = await inSlices(ports, freshOf(rows, seen, { origin, log: logId, ...source }));
  const last = (fresh.rows.at(-1) ?? rows.at(-1))?.from;
  const month = last === undefined ? {} : { month: monthAt(store, agreementId, last, ports.now().toISOString()) };
  const outcome = { added: fresh.rows.length, known: rows.length - fresh.rows.length, ...month };
  if (fresh.rows.length === 0) return outcome;
  const papers: KeptRows[] = [];
  const ended = fresh.rows.filter(({ to }) => to !== undefined);
  for await (const paper of packedRows(ended, { log: logId, origin, ...source })) papers.push(paper);
  const at = ports.now().toISOString();
  const how = file ? `file ${file.name}` : 'paste';
  record(ports, {
    entry: {
      at,
      kind: 'outages-recorded',
      subject: `agreement:${agreementId}`,
      payload: {
        how,
        count: fresh.rows.length,
        rowsHash: fresh.rowsHash,
        ...(kept ? { file: { ...named(kept) } } : {}),
      },
    },
    files: kept ? [kept] : [],
    write: () => {
      const body = { rows: fresh.rows.length, ...source, ...(file ? { name: file.name } : {}) };
      logPapers(store).put({ id: logId, subject: agreementId, state: 'kept', body }, at);
      for (const paper of papers)
        rowsPapers(store).put({ id: newId(), subject: agreementId, state: 'kept', body: paper }, at);
      for (const row of fresh.rows.filter(({ to }) => to === undefined))
        outagePapers(store).put({ id: newId(), subject: agreementId, state: 'kept', body: row }, at);
      also?.();
    },
    changed: ['rights', 'agenda'],
  });
  return { ...outcome, logId };
}
