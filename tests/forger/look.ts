import { join } from 'node:path';
import { expect } from 'vitest';
import type { LedgerVerdict } from '../../src-main/contract/evidence.ts';
import { checkLedger } from '../../src-main/features/evidence/ledger-check.ts';
import { RECORD_KINDS } from '../../src-main/record-kinds.ts';
import { openStore } from '../../src-main/store/store.ts';
import { type DatabaseForgery, forgedDatabase } from './database-tools.ts';
import type { Stage } from './stage.ts';
import { byCommand, said } from './surfaces.ts';

/** What the app, at a time, and the command line say of forged records, which is the same. */
export async function lookAt(stage: Stage, forge: DatabaseForgery, at: string): Promise<LedgerVerdict> {
  const folder = forgedDatabase(stage, forge);
  const command = await byCommand(folder);
  const store = openStore(join(folder, 'assent.sqlite'));
  const verdict = await checkLedger(store, at, RECORD_KINDS);
  store.close();
  expect(said(command)).toEqual(said(verdict));
  return verdict;
}
