import type { AcceptanceRecord } from '../acceptance/record.ts';
import { certificateContent } from '../acceptance/certificate.ts';
import { recordSubject } from '../acceptance/record.ts';
import type { ContractHandlers } from '../contract/index.ts';
import type { LedgerCheck, LedgerLine } from '../contract/evidence.ts';
import { verifyChain } from '../ledger/chain.ts';
import { signatureVerifier } from '../ledger/device-key.ts';
import { ENTRY_KINDS, type LedgerEntry, UNSIGNED } from '../ledger/entry.ts';
import { sha256, sha256Hex } from '../ledger/node-digest.ts';
import { storedDeviceKey } from './device-key.ts';
import { unknownThing } from './failure.ts';
import { press } from './paper-press.ts';
import type { Ports } from './ports.ts';
import { certificateOnPaper } from './record-paper.ts';
import { subjectInWords } from './subjects.ts';

type EvidenceCalls = Extract<keyof ContractHandlers, `evidence.${string}`>;

/** The evidence desk: the ledger, its verification, certificates. */
export function evidenceDesk(ports: Ports): Pick<ContractHandlers, EvidenceCalls> {
  const { store } = ports;
  return {
    'evidence.ledger': ({ offset, limit }) => {
      const head = store.ledger.head<LedgerEntry>();
      return {
        lines: store.ledger.latest<LedgerEntry>(limit, offset).map((entry) => line(ports, entry)),
        count: store.ledger.count(),
        ...(head ? { head: head.hash } : {}),
      };
    },

    'evidence.verify': () => verifyLedger(ports),

    'evidence.certificate': async ({ acceptanceId, language }) => {
      const row = store.acceptances.byId(acceptanceId);
      const entry = store.ledger.ofSubject<LedgerEntry>(recordSubject(acceptanceId))[0];
      if (!row || !entry) throw unknownThing({ zh: '这条接受记录', en: 'record' });
      const record = JSON.parse(row.record) as AcceptanceRecord;
      const content = certificateContent(
        record,
        {
          entry: { sequence: entry.sequence, hash: entry.hash, device: entry.device },
          recordHash: sha256Hex(row.record),
          signature: 'none',
        },
        language,
      );
      const paper = certificateOnPaper(content, language, `${record.agreement.title} v${record.version.ordinal}`);
      const { bytes } = await press(ports, paper, {
        fingerprint: sha256Hex(row.record),
        author: record.company.name,
        attachment: { name: 'acceptance-record.json', json: row.record },
      });
      const hash = sha256Hex(bytes);
      const name = `${content.title} ${record.agreement.title} v${record.version.ordinal}.pdf`;
      const fileName = await ports.files.save({ name, bytes });
      if (fileName === undefined) return undefined;
      store.transaction(() => {
        store.attachments.keep({
          sha256: hash,
          name,
          mediaType: 'application/pdf',
          bytes,
          at: ports.now().toISOString(),
        });
        ports.ledger.append({
          kind: 'certificate-issued',
          subject: recordSubject(acceptanceId),
          payload: { sha256: hash, name },
        });
      });
      ports.emit('changed', { desks: ['evidence'] });
      return { fileName, sha256: hash };
    },
  };
}

/** Walks the whole chain and says every fault with its place. */
async function verifyLedger(ports: Ports): Promise<LedgerCheck> {
  const sealed = storedDeviceKey(ports.store);
  const report = await verifyChain(ports.store.ledger.every<LedgerEntry>(), {
    digest: sha256,
    verifySignature: signatureVerifier(sealed ? [sealed.publicKey] : []),
  });
  return {
    ok: report.ok,
    checked: report.entries,
    faults: report.faults.map(({ sequence, why }) => ({ sequence, text: why })),
    at: ports.now().toISOString(),
  };
}

function line(ports: Ports, entry: LedgerEntry): LedgerLine {
  return {
    sequence: entry.sequence,
    at: entry.at,
    kind: ENTRY_KINDS[entry.kind],
    subject: entry.subject,
    about: subjectInWords(ports.store, entry),
    hash: entry.hash,
    signed: entry.device !== UNSIGNED,
  };
}
