import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { recordSubject } from '../../src-main/acceptance/record.ts';
import { checkLedger } from '../../src-main/features/evidence/ledger-check.ts';
import { toKeep } from '../../src-main/kernel/kept-files.ts';
import { record } from '../../src-main/kernel/record.ts';
import { RECORD_KINDS } from '../../src-main/record-kinds.ts';
import { libraryOf0001 } from '../fixtures/library-0001.ts';
import { EvidenceUnderTest } from '../unit/features/evidence/evidence-handlers.ts';
import { type Authority, openAuthority } from '../unit/ledger/timestamp-authority.ts';
import { workIn } from './worked-in.ts';

/** What a forger finds: a library whose ledger is signed, and the bundle of everything in it. */
export interface Stage {
  readonly folder: string;
  /** The database as one file. */
  readonly database: Buffer;
  readonly bundle: Uint8Array;
  /** Id of the key that signs, which the forger does not have. */
  readonly keyId: string;
  readonly authority: Authority;
  readonly end: () => void;
}

/**
 * Two decisions by a signed ledger, one with a certificate, the end of the first stamped by an authority that nobody here
 * trusts, and what a company works with beside them; checked once in full, as a person would.
 */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-forger-'));
  const authority = openAuthority('ec');
  const evidence = new EvidenceUnderTest();
  await evidence.furnish();
  await evidence.handlers['evidence.protectKey']({ passphrase: '签阅 口令 2026' });
  const [level = ''] = evidence.desk.agreement('等级协议').versions;
  const [terms = ''] = evidence.desk.agreement('服务条款').versions;
  const first = await evidence.accept(level);
  certify(evidence, first);
  await stamp(evidence, authority);
  await evidence.accept(terms);
  await workIn(evidence, { level, terms });
  await evidence.handlers['settings.setPolicy'](await evidence.handlers['settings.policy']({}));
  return leave(evidence, { folder, authority });
}

/** The library of an earlier version, whose records were covered later. */
export async function setCoveredStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-forger-'));
  const former = join(folder, 'former.sqlite');
  writeFileSync(former, libraryOf0001());
  const evidence = new EvidenceUnderTest(former);
  evidence.desk.now = new Date('2026-11-29T02:00:00.000Z');
  await evidence.handlers['evidence.cover']({});
  return leave(evidence, { folder, authority: openAuthority('ec') });
}

/** A library with a decision that came in with a colleague's bundle, and what the colleague said of it. */
export async function setForeignStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-forger-'));
  const colleague = new EvidenceUnderTest();
  await colleague.furnish();
  await colleague.handlers['evidence.protectKey']({ passphrase: '同事 口令 2026' });
  const [terms = ''] = colleague.desk.agreement('服务条款').versions;
  await colleague.accept(terms);
  await colleague.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
  const bytes = colleague.desk.saved.at(-1)?.bytes ?? new Uint8Array();
  colleague.end();
  const evidence = new EvidenceUnderTest();
  await evidence.handlers['evidence.protectKey']({ passphrase: '签阅 口令 2026' });
  evidence.desk.now = new Date('2026-11-29T02:00:00.000Z');
  const { bundleId } = await evidence.handlers['evidence.readBundle']({
    name: 'bundle.assent.zip',
    bytes: Uint8Array.from(bytes),
  });
  await evidence.handlers['evidence.importBundle']({ bundleId, origin: '海湾同事', newKey: true });
  return leave(evidence, { folder, authority: openAuthority('ec') });
}

/** The library as a forger finds it, checked once in full, as a person would. */
async function leave(
  evidence: EvidenceUnderTest,
  { folder, authority }: Pick<Stage, 'folder' | 'authority'>,
): Promise<Stage> {
  await checkLedger(evidence.store, evidence.desk.now.toISOString(), RECORD_KINDS);
  const file = join(folder, 'assent.sqlite');
  await evidence.store.backupTo(file);
  await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
  const bundle = evidence.desk.saved.at(-1)?.bytes ?? new Uint8Array();
  const keyId = evidence.signer?.id ?? '';
  evidence.end();
  const database = new Sqlite(file);
  database.pragma('journal_mode = DELETE');
  database.close();
  return {
    folder,
    database: readFileSync(file),
    bundle,
    keyId,
    authority,
    end: () => {
      authority.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A certificate of a decision, as it is kept when one is issued; what it looks like is another test's business. */
function certify(evidence: EvidenceUnderTest, acceptanceId: string): void {
  const kept = toKeep({ name: 'certificate.pdf', bytes: new TextEncoder().encode('%PDF-1.7 certificate') });
  record(evidence.ports, {
    entry: {
      kind: 'certificate-issued',
      subject: recordSubject(acceptanceId),
      payload: { sha256: kept.sha256, name: kept.name },
    },
    files: [kept],
    write: () => undefined,
    changed: ['evidence'],
  });
}

async function stamp(evidence: EvidenceUnderTest, authority: Authority): Promise<void> {
  await evidence.handlers['evidence.requestTimestamp']({});
  const request = evidence.desk.saved.at(-1)?.bytes ?? new Uint8Array();
  evidence.desk.chosen = [{ name: 'answer.tsr', bytes: authority.answer(request) }];
  await evidence.handlers['evidence.attachTimestamp']({});
}

/** A data folder with the database as somebody left it. */
export function folderWith(stage: Stage, name: string, database: string): string {
  const folder = mkdtempSync(join(stage.folder, `${name}-`));
  copyFileSync(database, join(folder, 'assent.sqlite'));
  return folder;
}
