import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { pinsOf } from '../../../../src-main/kernel/integrity/key-pins.ts';
import { setStage, type Stage } from '../../../forger/stage.ts';
import { madeAnew } from '../../../forger/bundle-tools.ts';
import { records } from '../../../forger/database-tools.ts';
import { newKey } from '../../ledger/sample-chain.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

const forger = newKey();
const ORIGIN = '北方分公司';

let stage: Stage;
let colleague: EvidenceUnderTest;
beforeEach(async () => {
  stage = await setStage();
  colleague = new EvidenceUnderTest();
});
afterEach(() => {
  colleague.end();
  stage.end();
});

const open = async (bytes: Uint8Array) =>
  colleague.handlers['evidence.readBundle']({ name: 'bundle.assent.zip', bytes: Uint8Array.from(bytes) });

const take = async (bytes: Uint8Array, more: { readonly newKey?: true } = {}) => {
  const { bundleId } = await open(bytes);
  return colleague.handlers['evidence.importBundle']({ bundleId, origin: ORIGIN, ...more });
};

const otherwise = (): Uint8Array =>
  madeAnew(
    records((record) => ({ ...record, decision: 'declined' })),
    forger,
  )(stage);

describe('the key of a bundle', () => {
  test('is noted for its origin when it first comes in, and known from then on', async () => {
    expect((await open(stage.bundle)).identity).toEqual({ known: 'new', keyId: stage.keyId });
    expect(await take(stage.bundle)).toMatchObject({ keyId: stage.keyId });
    expect(pinsOf(colleague.store, ORIGIN)).toEqual([stage.keyId]);
    expect(await open(stage.bundle)).toMatchObject({ identity: { known: 'pinned' }, keyOf: ORIGIN, conflicts: [] });
  });

  test('that is not the noted one is told, and takes nothing in unless the person says that it is the new one', async () => {
    await take(stage.bundle);
    const review = await open(otherwise());
    expect(review).toMatchObject({ ok: true, identity: { known: 'conflict', keyId: forger.id }, keyOf: ORIGIN });
    await expect(take(otherwise())).rejects.toMatchObject({ code: 'bundle-key-conflict' });
    expect(pinsOf(colleague.store, ORIGIN)).toEqual([stage.keyId]);
    const unsigned = madeAnew(undefined, undefined)(stage);
    expect((await open(unsigned)).identity).toEqual({ known: 'unsigned' });
    await expect(take(unsigned)).rejects.toMatchObject({ code: 'bundle-key-conflict' });
    await take(otherwise(), { newKey: true });
    expect(pinsOf(colleague.store, ORIGIN)).toEqual([stage.keyId, forger.id]);
  });
});

test('a genuine bundle whose decisions are known otherwise is told, kept, and named beside the others', async () => {
  await take(otherwise());
  const review = await open(stage.bundle);
  expect(review.identity.known).toBe('conflict');
  expect(review.conflicts.map((conflict) => say(conflict, 'zh'))).toEqual([
    expect.stringContaining('编号相同，内容不同'),
    expect.stringContaining('编号相同，内容不同'),
  ]);
  const taken = await take(stage.bundle, { newKey: true });
  expect(taken).toMatchObject({ versions: 0, decisions: 0 });
  expect(taken.conflicts).toHaveLength(2);
  const [first] = await colleague.handlers['evidence.acceptances']({});
  const detail = await colleague.handlers['evidence.acceptance']({ acceptanceId: first?.id ?? '', language: 'zh' });
  expect(detail.contestedBy).toEqual([{ name: 'bundle.assent.zip', origin: ORIGIN }]);
  expect(await colleague.handlers['evidence.verify']({})).toMatchObject({ ok: true });
});
