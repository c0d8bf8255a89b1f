import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { outageCalls } from '../../contract/rights.ts';
import type { LogOutcome } from '../../contract/rights.ts';
import type { KeptLog } from '../../contract/rights/service.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { typedFee } from '../../term/service/month-fee.ts';
import { readOutageLog } from '../../term/service/outage-log.ts';
import type { RecordedOutage } from '../../term/service/outages.ts';
import type { LetterStarter } from '../../kernel/between-features.ts';
import { type FileToKeep, named, toKeep } from '../../kernel/kept-files.ts';
import { companyNamed, monthAt, obligationBases, zoneAt } from './basis.ts';
import { draftClaim } from './claim.ts';
import { REOPENED_TOLD, reopenedClaims } from './claim-records.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { type Check, keepOwnTerms, ownTerms } from './own-terms.ts';
import { atOnce } from '../../agreement/at-once.ts';
import { inSlices } from './log/in-slices.ts';
import { logHandlers } from './log/handlers.ts';
import { MANY_ROWS, rowOfMany, takeOut } from './log/outage-rows.ts';
import { takeMany } from './log/take-many.ts';
import { keptRow, readRow } from './log/typed-outage.ts';
import {
  type KeptOutage,
  hasMany,
  type KeptOutagePaper,
  logPapers,
  OUTAGE,
  OUTAGE_LOG,
  outageEntry,
  outageKey,
  outageKeys,
  outagePapers,
} from './outage-records.ts';
import { outagePaper } from './outage-paper.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { calledAt } from '../../kernel/standing.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { monthInSlices, serviceMonth } from './service-month.ts';
import { serviceHandlers } from './service-units.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { keepTickets, ticketHandlers, ticketKeys } from './tickets/ticket-handlers.ts';
import { otherZone } from '../../kernel/days/today.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import { putSetting, readSetting } from '../../kernel/papers/settings.ts';

/** The outage log: rows by hand, pasted or from a file; exclusions; the month that follows; the claim. */
export function outageHandlers(ports: Ports, startLetter: LetterStarter): Handlers<typeof outageCalls> {
  const { store, files } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    ...serviceHandlers(ports),
    ...logHandlers(ports, {
      known: (agreementId, of) => (of === 'tickets' ? ticketKeys(ports, agreementId) : outageKeys(store, agreementId)),
      keep: (agreementId, { log, file, also }) =>
        log.of === 'tickets'
          ? keepTickets(ports, agreementId, log.tickets, file, also)
          : takeLog(agreementId, log.rows, { origin: file ? 'file' : 'paste', also, ...(file ? { file } : {}) }),
      zone: (agreementId) => otherZone(obligationBases(store, agreementId)(at()).terms).zone,
    }),
    ...ticketHandlers(ports),

    'rights.removeLog': ({ logId }) => {
      const log = logPapers(store).get(logId);
      if (!log) throw unknownThing(sentence('rights.log.one'));
      return removePaper(ports, OUTAGE_LOG, log);
    },

    'rights.month': ({ agreementId, month, unit }) =>
      // Of few rows the figures are there at once; of many nobody waits for them.
      hasMany(store, agreementId)
        ? inSlices(ports, monthInSlices(ports, agreementId, month, unit))
        : serviceMonth(ports, agreementId, month, unit),

    'rights.saveOutage': ({ agreementId, outageId, outage }) => {
      const body = keptRow(outage, 'manual', zoneAt(store, agreementId, at()));
      noteRows(agreementId, { rows: [outageEntry(body)], how: outageId === undefined ? 'manual' : 'changed' }, () => {
        if (outageId === undefined) return add(agreementId, body);
        const { id, body: before } = ownPaper(outageId);
        const { origin, source, log } = before;
        const kept = {
          ...body,
          origin,
          ...(source === undefined ? {} : { source }),
          ...(log === undefined ? {} : { log }),
        };
        return outagePapers(store).put({ id, state: 'kept', body: kept }, at());
      });
      return { month: monthAt(store, agreementId, body.from, at()) };
    },

    'rights.removeOutage': ({ outageId }) =>
      recordTogether(ports, () => {
        const many = rowOfMany(store, outageId);
        if (!many) return removePaper(ports, OUTAGE, outageOf(outageId));
        const { subject = '' } = many.paper;
        noteRows(subject, { rows: [outageEntry(many.body)], how: 'taken out' }, () => void ownPaper(outageId));
        return removePaper(ports, OUTAGE, outageOf(takenOut(outageId)));
      }),

    'rights.pasteOutages': ({ agreementId, text }) => {
      const assumed = zoneAt(store, agreementId, at());
      return take(agreementId, readOutageLog(text, { assumed }), { origin: 'paste' });
    },

    'rights.excludeOutage': ({ outageId, clauseId }) => {
      const many = rowOfMany(store, outageId);
      const row = many ? { subject: many.paper.subject, body: many.body } : outageOf(outageId);
      const { exclusion: _before, ...rest } = row.body;
      const body = clauseId === undefined ? rest : { ...rest, exclusion: clauseId };
      const payload = { ...outageEntry(row.body), exclusion: clauseId ?? 'none' };
      note('exclusion-checked', row.subject ?? '', payload, () =>
        outagePapers(store).put({ id: ownPaper(outageId).id, state: 'kept', body }, at()),
      );
      return undefined;
    },

    'rights.checkClaim': ({ agreementId, month, clauseId, verdict, note: words }) => {
      setCheck({ agreementId, month, clauseId }, { verdict, note: words });
      return undefined;
    },

    'rights.addProof': async ({ agreementId, month, clauseId }) => {
      const [file] = await files.choose({
        title: sentence('rights.outages.outage-handlers.rights-add-proof.title'),
        extensions: ['*'],
      });
      if (!file) return undefined;
      const proof = toKeep(file);
      setCheck({ agreementId, month, clauseId }, { evidence: named(proof) }, [proof]);
      return undefined;
    },

    'rights.setMonthFee': ({ agreementId, month, fee }) => {
      const given = fee && typedFee(obligationBases(store, agreementId)(at()).terms, withoutAbsent(fee), 'fee');
      const { fees } = ownTerms(store, agreementId);
      const { [month]: _before, ...others } = fees;
      const payload = { what: 'month-fee', month, value: given ? { ...given } : 'taken back' };
      note('own-value-settled', agreementId, payload, () =>
        keepOwnTerms(ports, agreementId, { fees: given ? { ...others, [month]: given } : others }),
      );
      return undefined;
    },

    'rights.setCounting': ({ agreementId, counting }) => {
      const payload = { what: 'minute-counting', value: counting ?? 'taken back' };
      note('own-value-settled', agreementId, payload, () => keepOwnTerms(ports, agreementId, { counting }));
      return undefined;
    },

    'rights.exportOutages': async ({ agreementId, month, language }) => {
      const paper = outagePaper(
        await inSlices(ports, monthInSlices(ports, agreementId, month)),
        nameOf(agreementId),
        language,
        companyNamed(store, obligationBases(store, agreementId)(at()), language),
        { at: at(), sequence: store.ledger.head()?.sequence ?? 0 },
      );
      const fingerprint = sha256Hex(JSON.stringify(paper));
      const { bytes } = await paperToPdf(ports, paper, { fingerprint, author: paper.title, folio: 'of' });
      const parts = { paper: `${paper.title} ${nameOf(agreementId)}`, day: month };
      const saved = await files.save({ name: fileName(parts, 'pdf'), bytes });
      return saved === undefined ? undefined : { fileName: saved };
    },

    'rights.claim': (of) => {
      const drafting = draftClaim(ports, startLetter, of);
      return hasMany(store, of.agreementId)
        ? inSlices(ports, drafting).then((letterId) => ({ letterId }))
        : { letterId: atOnce(drafting) };
    },

    'rights.reopenedClaims': () =>
      readSetting(store, REOPENED_TOLD) === true ? [] : reopenedClaims(store, ports.now().toISOString()),

    'rights.reopenedClaimsSeen': () => {
      putSetting(ports, REOPENED_TOLD, true);
      return undefined;
    },
  };

  function nameOf(agreementId: string): string {
    return calledAt(store, agreementId, ports.now().toISOString());
  }

  function outageOf(id: string): KeptOutagePaper {
    const row = outagePapers(store).get(id);
    if (!row) throw unknownThing(sentence('rights.outages.outage-of'));
    return row;
  }

  /** The paper of a row; one that lies among many is taken out of them. Call it inside the act that changes the row. */
  function ownPaper(id: string): KeptOutagePaper {
    const many = rowOfMany(store, id);
    if (!many) return outageOf(id);
    const own = takenOut(id);
    const { subject } = many.paper;
    takeOut(store, many, at());
    outagePapers(store).put(
      { id: own, state: 'kept', body: many.body, ...(subject === undefined ? {} : { subject }) },
      at(),
    );
    return outageOf(own);
  }

  function add(agreementId: string, body: KeptOutage): void {
    outagePapers(store).put({ id: ports.newId(), subject: agreementId, state: 'kept', body }, at());
  }

  /** A change of the log with its entry, which names every row, or holds the hash of very many. */
  function noteRows(
    agreementId: string,
    { rows, how }: { readonly rows: readonly Record<string, string>[]; readonly how: string },
    write: () => void,
    kept: readonly FileToKeep[] = [],
  ): void {
    const said: JsonObject =
      rows.length <= MOST_NAMED
        ? { rows: rows.map((row) => ({ ...row })) }
        : { count: rows.length, rowsHash: sha256Hex(JSON.stringify(rows)) };
    const file = kept[0];
    note('outages-recorded', agreementId, { how, ...said, ...(file ? { file: { ...named(file) } } : {}) }, write, kept);
  }

  /** A change of what is known about an agreement's service, with its entry. */
  function note(
    kind: EntryKind,
    agreementId: string,
    payload: JsonObject,
    write: () => void,
    kept: readonly FileToKeep[] = [],
  ): void {
    const entry = { kind, subject: `agreement:${agreementId}`, payload } as const;
    record(ports, { entry, files: kept, write, changed: ['rights', 'agenda'] });
  }

  /** Keeps what is not there yet; a log that is imported again every week adds only what is new. */
  function take(agreementId: string, rows: readonly RecordedOutage[], given: Taken): LogOutcome {
    const { origin, file, log, also } = given;
    const kept = file && toKeep(file);
    const source = kept === undefined ? {} : { source: kept.sha256 };
    const seen = new Set(knownRows(agreementId));
    const fresh: KeptOutage[] = [];
    for (const row of rows) {
      const body: KeptOutage = { ...readRow(row), origin, ...source, ...(log === undefined ? {} : { log }) };
      const key = outageKey(body);
      if (seen.has(key)) continue;
      seen.add(key);
      fresh.push(body);
    }
    if (fresh.length > 0) {
      noteRows(
        agreementId,
        { rows: fresh.map(outageEntry), how: file ? `file ${file.name}` : 'paste' },
        () => {
          if (log !== undefined) {
            const body = { rows: fresh.length, ...source, ...(file ? { name: file.name } : {}) };
            logPapers(store).put({ id: log, subject: agreementId, state: 'kept', body }, at());
          }
          for (const body of fresh) add(agreementId, body);
          also?.();
        },
        kept ? [kept] : [],
      );
    }
    const last = (fresh.at(-1) ?? rows.at(-1))?.from;
    const outcome = { added: fresh.length, known: rows.length - fresh.length };
    return last === undefined ? outcome : { ...outcome, month: monthAt(store, agreementId, last, at()) };
  }

  /** Keeps a log as a whole, with the way back: rows as papers of their own, or of very many in papers of many each. */
  async function takeLog(
    agreementId: string,
    rows: readonly RecordedOutage[],
    given: Omit<Taken, 'log'>,
  ): Promise<KeptLog> {
    const logId = ports.newId();
    if (rows.length < MANY_ROWS) {
      const outcome = take(agreementId, rows, { ...given, log: logId });
      return outcome.added === 0 ? outcome : { ...outcome, logId };
    }
    return takeMany(ports, agreementId, logId, rows, given);
  }

  function knownRows(agreementId: string): ReadonlySet<string> {
    return atOnce(outageKeys(store, agreementId));
  }

  function setCheck(
    { agreementId, month, clauseId }: Record<'agreementId' | 'month' | 'clauseId', string>,
    change: Partial<Check>,
    proofs: readonly FileToKeep[] = [],
  ): void {
    const { checks } = ownTerms(store, agreementId);
    const before = checks[month]?.[clauseId] ?? { verdict: 'open', note: '' };
    const check: Check = { ...before, ...change };
    const payload = {
      month,
      clause: clauseId,
      verdict: check.verdict,
      note: check.note,
      evidence: check.evidence?.sha256 ?? 'none',
    };
    const after = { ...checks, [month]: { ...checks[month], [clauseId]: check } };
    note('exclusion-checked', agreementId, payload, () => keepOwnTerms(ports, agreementId, { checks: after }), proofs);
  }
}

/** Rows that an entry names one by one; of more it holds the hash, their papers are sealed with it all the same. */
const MOST_NAMED = 2000;

/** Where rows that are taken over came from. */
interface Taken {
  readonly origin: 'paste' | 'file';
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  /** The log that they are kept and removed with. */
  readonly log?: string;
  /** What else is written with them. */
  readonly also?: () => void;
}

/** The id of a row that was taken out of its many. */
const takenOut = (id: string): string => id.replace(':', '-');
