import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { outageCalls } from '../../contract/rights.ts';
import type { LogOutcome, OutageInput } from '../../contract/rights.ts';
import { decode } from '../../import/text/encoding.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { civilDateAt, instantSeconds, monthOf } from '../../term/calendar/civil-date.ts';
import { exactFee, type MonthFee } from '../../term/service/month-fee.ts';
import { readOutageLog } from '../../term/service/outage-log.ts';
import { type Outage, stretchOf } from '../../term/service/outages.ts';
import { makeClaim } from './claim.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { type Check, DESK, keepOwnTerms, ownTerms } from './basis.ts';
import { type KeptOutage, OUTAGE, type OutagePaper, outageLog } from './outage-records.ts';
import { outagePaper } from './outage-paper.ts';
import { press } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { salted } from '../../kernel/salt.ts';
import { serviceMonth } from './service-month.ts';

/** The outage log: rows by hand, pasted or from a file; exclusions; the month that follows; the claim. */
export function outageHandlers(ports: Ports): Handlers<typeof outageCalls> {
  const { store, files, ledger } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'rights.month': ({ agreementId, month }) => serviceMonth(ports, agreementId, month),

    'rights.saveOutage': ({ agreementId, outageId, outage }) => {
      const body = keptRow(outage, 'manual');
      store.transaction(() => {
        if (outageId === undefined) add(agreementId, body);
        else {
          const before = outageOf(outageId);
          const { origin, source } = before.body;
          const kept = { ...body, origin, ...(source === undefined ? {} : { source }) };
          store.papers.update(outageId, 'kept', kept, at());
        }
        record(agreementId, { rows: [entryOf(body)], how: outageId === undefined ? 'manual' : 'changed' });
      });
      return changed();
    },

    'rights.removeOutage': ({ outageId }) => {
      const row = outageOf(outageId);
      store.transaction(() => {
        store.papers.remove(outageId);
        record(row.subject ?? '', { rows: [entryOf(row.body)], how: 'removed' });
      });
      return changed();
    },

    'rights.pasteOutages': ({ agreementId, text }) => take(agreementId, readOutageLog(withHeading(text)), 'paste'),

    'rights.importOutages': async ({ agreementId }) => {
      const [file] = await files.choose({
        title: { zh: '导入中断记录（CSV）', en: 'Import an outage log (CSV)' },
        extensions: ['csv', 'tsv', 'txt'],
      });
      if (!file) return undefined;
      const rows = readOutageLog(withHeading(decode(file.bytes).text));
      return take(agreementId, rows, 'file', file);
    },

    'rights.excludeOutage': ({ outageId, clauseId }) => {
      const row = outageOf(outageId);
      const { exclusion: _before, ...rest } = row.body;
      store.transaction(() => {
        store.papers.update(outageId, 'kept', clauseId === undefined ? rest : { ...rest, exclusion: clauseId }, at());
        ledger.append({
          kind: 'exclusion-checked',
          subject: `agreement:${row.subject ?? ''}`,
          payload: { ...entryOf(row.body), exclusion: clauseId ?? 'none' },
        });
      });
      return changed();
    },

    'rights.checkClaim': ({ agreementId, month, clauseId, verdict, note }) => {
      setCheck(agreementId, month, clauseId, { verdict, note });
      return changed();
    },

    'rights.addProof': async ({ agreementId, month, clauseId }) => {
      const [file] = await files.choose({
        title: { zh: '选择证据文件', en: 'Choose the evidence' },
        extensions: ['*'],
      });
      if (!file) return undefined;
      const evidence = { name: file.name, sha256: sha256Hex(file.bytes) };
      store.transaction(() => {
        keepFile(ports, file, evidence.sha256);
        setCheck(agreementId, month, clauseId, { evidence });
      });
      return changed();
    },

    'rights.setMonthFee': ({ agreementId, month, fee }) => {
      const given = fee && (JSON.parse(JSON.stringify(fee)) as MonthFee);
      if (given) exactFee(given);
      const { fees } = ownTerms(store, agreementId);
      const { [month]: _before, ...others } = fees;
      store.transaction(() => {
        keepOwnTerms(ports, agreementId, { fees: given ? { ...others, [month]: given } : others });
        ledger.append({
          kind: 'own-value-settled',
          subject: `agreement:${agreementId}`,
          payload: salted({ what: 'month-fee', month, value: given ? { ...given } : 'taken back' }),
        });
      });
      return changed();
    },

    'rights.setCounting': ({ agreementId, counting }) => {
      store.transaction(() => {
        keepOwnTerms(ports, agreementId, { counting });
        ledger.append({
          kind: 'own-value-settled',
          subject: `agreement:${agreementId}`,
          payload: salted({ what: 'minute-counting', value: counting ?? 'taken back' }),
        });
      });
      return changed();
    },

    'rights.exportOutages': async ({ agreementId, month, language }) => {
      const paper = outagePaper(serviceMonth(ports, agreementId, month), nameOf(agreementId), language);
      const fingerprint = sha256Hex(JSON.stringify(paper));
      const { bytes } = await press(ports, paper, { fingerprint, author: paper.title, folio: 'of' });
      const fileName = await files.save({ name: `${paper.title} ${month}.pdf`, bytes });
      return fileName === undefined ? undefined : { fileName };
    },

    'rights.claim': ({ agreementId, month }) => {
      const letterId = makeClaim(ports, agreementId, month);
      ports.emit('changed', { features: ['rights', 'letters', 'agenda', 'evidence'] });
      return { letterId };
    },
  };

  function nameOf(agreementId: string): string {
    return store.agreements.agreement(agreementId)?.title ?? '';
  }

  function outageOf(id: string): OutagePaper {
    const row = store.papers.byId<KeptOutage>(id);
    if (row?.kind !== OUTAGE) throw unknownThing({ zh: '这条中断记录', en: 'outage' });
    return row;
  }

  function add(agreementId: string, body: KeptOutage): void {
    const paper = { id: ports.newId(), desk: DESK, kind: OUTAGE, subject: agreementId, state: 'kept' };
    store.papers.add({ ...paper, body, createdAt: at() });
  }

  function record(agreementId: string, payload: { rows: readonly Record<string, string>[]; how: string }): void {
    const rows = payload.rows.map((row) => ({ ...row }));
    ledger.append({
      kind: 'outages-recorded',
      subject: `agreement:${agreementId}`,
      payload: { how: payload.how, rows },
    });
  }

  /** Keeps what is not there yet; a log that is imported again every week adds only what is new. */
  function take(
    agreementId: string,
    rows: readonly Outage[],
    origin: 'paste' | 'file',
    file?: { readonly name: string; readonly bytes: Uint8Array },
  ): LogOutcome {
    const source = file && sha256Hex(file.bytes);
    const seen = new Set(outageLog(store, agreementId).map(({ body }) => keyOf(body)));
    const fresh: KeptOutage[] = [];
    for (const row of rows) {
      const body: KeptOutage = { ...readRow(row), origin, ...(source === undefined ? {} : { source }) };
      if (seen.has(keyOf(body))) continue;
      seen.add(keyOf(body));
      fresh.push(body);
    }
    if (fresh.length > 0) {
      store.transaction(() => {
        if (file && source !== undefined) keepFile(ports, file, source);
        for (const body of fresh) add(agreementId, body);
        record(agreementId, { rows: fresh.map(entryOf), how: file ? `file ${file.name}` : 'paste' });
      });
      changed();
    }
    const last = (fresh.at(-1) ?? rows.at(-1))?.from;
    const outcome = { added: fresh.length, known: rows.length - fresh.length };
    return last === undefined ? outcome : { ...outcome, month: monthOf(civilDateAt(last)) };
  }

  function setCheck(agreementId: string, month: string, clauseId: string, change: Partial<Check>): void {
    const { checks } = ownTerms(store, agreementId);
    const before = checks[month]?.[clauseId] ?? { verdict: 'open', note: '' };
    const check: Check = { ...before, ...change };
    store.transaction(() => {
      keepOwnTerms(ports, agreementId, { checks: { ...checks, [month]: { ...checks[month], [clauseId]: check } } });
      ledger.append({
        kind: 'exclusion-checked',
        subject: `agreement:${agreementId}`,
        payload: {
          month,
          clause: clauseId,
          verdict: check.verdict,
          note: check.note,
          evidence: check.evidence?.sha256 ?? 'none',
        },
      });
    });
  }

  function changed(): undefined {
    ports.emit('changed', { features: ['rights', 'agenda', 'evidence'] });
    return undefined;
  }
}

/** Keeps a file's bytes beside the records. */
export function keepFile(
  { store, now }: Ports,
  file: { readonly name: string; readonly bytes: Uint8Array },
  sha256: string,
): void {
  const mediaType = 'application/octet-stream';
  store.attachments.keep({ sha256, name: file.name, mediaType, bytes: file.bytes, at: now().toISOString() });
}

const keyOf = ({ from, to, instances }: KeptOutage): string =>
  JSON.stringify([instantSeconds(from), instantSeconds(to), [...instances].sort()]);

const entryOf = ({ from, to, cause, instances, exclusion }: KeptOutage): Record<string, string> => ({
  from,
  to,
  cause,
  instances: instances.join('、'),
  exclusion: exclusion ?? 'none',
});

function readRow(row: Outage): Omit<KeptOutage, 'origin'> {
  stretchOf(row);
  return {
    from: row.from,
    to: row.to,
    cause: row.cause ?? '',
    instances: row.instances ?? [],
    ...(row.exclusion ? { exclusion: row.exclusion.item } : {}),
  };
}

/** A row typed by hand goes through the same reader as one from a file. */
function keptRow(input: OutageInput, origin: KeptOutage['origin']): KeptOutage {
  const [row] = readOutageLog(`start,end\n${input.from},${input.to}`);
  if (!row) throw noRow();
  const { cause, instances, exclusion } = input;
  const read = readRow(row);
  return { ...read, cause, instances, origin, ...(exclusion === undefined ? {} : { exclusion }) };
}

function noRow(): Refusal {
  return new Refusal(
    'outage-empty',
    { zh: '没有读到起止时间，什么也没有登记。', en: 'No start and end were read; nothing was recorded.' },
    { zh: '请填写开始和结束时间。', en: 'Give the start and the end.' },
  );
}

/** Rows pasted from a monitoring page often come without a heading: two times, then the cause. */
function withHeading(text: string): string {
  const first =
    text
      .replace(/^\uFEFF/u, '')
      .split(/\r\n?|\n/u)
      .find((line) => line.trim() !== '') ?? '';
  if (!/^\s*"?\d{4}[-/.年]\d{1,2}/u.test(first)) return text;
  const separator = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  return `${['start', 'end', 'cause', 'instances'].join(separator)}\n${text}`;
}
