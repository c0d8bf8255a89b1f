/**
 * A process that decides over and over, through the same desk as the app, until it is killed. Started by the kill test
 * with a prepared data folder; the rendering stands for the printed text, which is made before the decision is written.
 */
import { randomUUID } from 'node:crypto';
import { recordDecision } from '../../src-main/features/review/decision.ts';
import { settleNotices } from '../../src-main/features/notices/notice-moves.ts';
import { ledgerWriter } from '../../src-main/kernel/ledger-writer.ts';
import { openRecords } from '../../src-main/kernel/open-records.ts';
import type { Ports } from '../../src-main/kernel/ports.ts';

const [folder = '', versionId = '', companyId = ''] = process.argv.slice(2);
const store = openRecords(folder, { copyBefore: (migration) => `${folder}/${migration}.sqlite` });
const now = (): Date => new Date();
const offsetMinutes = (): number => 480;

const absent = (): never => {
  throw new Error('a decision needs nothing of this');
};
const ports = {
  store,
  now,
  offsetMinutes,
  newId: randomUUID,
  emit: () => undefined,
  ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined }),
  environment: {
    app: 'test',
    build: 'test',
    runtime: 'node',
    osUser: 'test',
    device: 'test',
    locale: 'zh-CN',
    folder,
  },
  parse: absent,
} as unknown as Ports;

process.stdout.write('deciding\n');
for (let turn = 0; ; turn += 1) {
  const rendering = new TextEncoder().encode(`%PDF-1.7 ${turn} ${randomUUID()}`.padEnd(60_000, '.'));
  recordDecision(
    ports,
    settleNotices,
    {
      versionId,
      companyId,
      decision: 'declined',
      reason: `理由 ${turn}`,
      person: '陈远',
      role: '总经理',
      basis: 'legal-representative',
      language: 'zh',
    },
    rendering,
  );
}
