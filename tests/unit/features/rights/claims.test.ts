import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { claimPapers, claims } from '../../../../src-main/features/rights/claim-records.ts';
import { CASE_MOVES } from '../../../../src-main/letter/case.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
let agreementId: string;
const month = '2026-10';

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const sla = desk.agreement('服务等级协议');
  agreementId = sla.id;
  desk.conclude(sla.versions[0] ?? '');
  await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00' });
  await desk.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '1000' } });
});
afterEach(() => desk.end());

const draft = async (): Promise<string> => (await desk.handlers['rights.claim']({ agreementId, month })).letterId;
const SENT = { on: '2026-11-23', channel: 'mail', by: '李航' } as const;
const send = (more: Partial<{ on: string; proof: string }> = {}) =>
  (async () => desk.handlers['rights.claimSent']({ agreementId, month, ...SENT, ...more }))();
const undone = (): readonly string[] =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines
    .filter(({ id, state }) => id.startsWith('claim:') && state !== 'done')
    .map(({ kind }) => kind)
    .sort();
/** Its deadlines that are not met. */
const open = (): readonly string[] => undone().filter((kind) => kind !== 'answer');
/** Its answer is waited for. */
const awaited = (): boolean => undone().includes('answer');
const shown = (): MonthView['claim'] => (desk.handlers['rights.month']({ agreementId, month }) as MonthView).claim;

describe('a claim', () => {
  test('is a draft when its letter is made: no deadline closes, the ledger says drafted', async () => {
    await draft();
    expect(open()).toEqual(['claim-closes', 'claim-opens']);
    expect(awaited()).toBe(false);
    expect(shown()).toMatchObject({ state: 'drafted', amount: '250.00' });
    expect(shown()).not.toHaveProperty('sentAt');
    expect(desk.store.ledger.head()).toMatchObject({ kind: 'claim-drafted', payload: { credit: '250.00' } });
  });

  test('is sent when a person says so, with day, way and proof; its deadlines close then', async () => {
    const letterId = await draft();
    desk.chosen = [{ name: '回执.eml', bytes: new Uint8Array([1, 2, 3]) }];
    const proof = await desk.handlers['rights.keepClaimProof']({});
    const after = await send({ proof: proof!.sha256 });
    expect(after.claim).toMatchObject({ state: 'sent', letterId, sentAt: '2026-11-23T02:00:00.000Z' });
    expect(open()).toEqual([]);
    expect(awaited()).toBe(true);
    const [claim] = claims(desk.store, agreementId);
    expect(claim?.body.history).toMatchObject([
      { state: 'drafted', said: '' },
      { state: 'sent', said: '李航', channel: 'mail', proof: { name: '回执.eml' } },
    ]);
    expect(desk.store.ledger.head()).toMatchObject({
      kind: 'claim-sent',
      payload: { month, amount: '250.00', ...SENT, proof: proof!.sha256 },
    });
    expect(
      claimPapers(desk.store)
        .revisions(claim!.id)
        .map(({ state }) => state),
    ).toEqual(['drafted', 'sent']);
    // Its letter is opened again, not drafted anew.
    expect(await draft()).toBe(letterId);
  });

  test('is sent neither undrafted, nor twice, nor before it was drafted, nor with a proof that is not kept', async () => {
    await expect(send()).rejects.toMatchObject({ code: 'not-found' });
    await draft();
    await expect(send({ on: '2026-11-20' })).rejects.toMatchObject({ code: 'case-step-order' });
    await expect(send({ proof: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' });
    expect(open()).toEqual(['claim-closes', 'claim-opens']);
    await send();
    await expect(send()).rejects.toMatchObject({ code: 'case-move-not-allowed' });
    expect(desk.store.ledger.latest(100, 0).filter(({ kind }) => kind === 'claim-sent')).toHaveLength(1);
  });

  test('of another amount is a new draft; what was sent keeps the deadline closed', async () => {
    await draft();
    await send();
    await desk.handlers['rights.setMonthFee']({ agreementId, month, fee: { fee: '2000' } });
    await draft();
    expect(shown()).toMatchObject({ state: 'drafted', amount: '500.00' });
    expect(open()).toEqual([]);
  });

  test.each(Object.entries(CASE_MOVES))('that is %s closes its deadline only from the sending on', async (state) => {
    await draft();
    const [claim] = claims(desk.store, agreementId);
    const at = '2026-11-23T03:00:00.000Z';
    const history = [...claim!.body.history, { state: state as keyof typeof CASE_MOVES, at, said: '李航' }];
    claimPapers(desk.store).put({ id: claim!.id, state: history[1]!.state, body: { ...claim!.body, history } }, at);
    const closed = ['sent', 'arrived', 'answered', 'settled'].includes(state);
    expect(open()).toEqual(closed ? [] : ['claim-closes', 'claim-opens']);
  });

  test('drafted today is no old one that the person has to be told of', async () => {
    await draft();
    expect(await desk.handlers['rights.reopenedClaims']({})).toEqual([]);
  });
});
