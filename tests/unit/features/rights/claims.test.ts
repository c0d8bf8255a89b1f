import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { MonthView } from '../../../../src-main/contract/rights.ts';
import { claimPapers, claims } from '../../../../src-main/features/rights/claim-records.ts';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import type { Input } from '../../../../src-main/contract/index.ts';
import type { CaseAct, CaseView } from '../../../../src-main/contract/letters-cases.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
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
  (async () => {
    const origin = shown()?.origin ?? 'claim:none';
    return desk.handlers['letters.takeCaseStep']({ origin, state: 'sent', ...SENT, ...more });
  })();
const undone = (): readonly string[] =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines
    .filter(({ id, state }) => id.startsWith('claim:') && state !== 'done')
    .map(({ kind }) => kind)
    .sort();
/** Its deadlines that are not met. */
const open = (): readonly string[] => undone().filter((kind) => kind !== 'answer');
const line = (kind: string) =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.find(
    (each) => each.id.startsWith('claim:') && each.kind === kind,
  );
const kinds = (): readonly string[] =>
  desk.store.ledger
    .latest(100, 0)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('claim') || kind.startsWith('case'))
    .toReversed();
/** Its answer is waited for. */
const awaited = (): boolean => undone().includes('answer');
const shown = (): MonthView['claim'] => (desk.handlers['rights.month']({ agreementId, month }) as MonthView).claim;

describe('a claim', () => {
  test('that says it is in time is told of where it went out after the last day', async () => {
    const letterId = await draft();
    const cautions = async () =>
      ((await desk.handlers['letters.open']({ letterId })).cautions ?? []).map((each) => say(each, 'zh')).join();
    const { values } = await desk.handlers['letters.open']({ letterId });
    const until = async (claimUntil: string) => {
      const told = { ...values, claimFrom: '2026-11-01', claimUntil, date: '2026-11-20' };
      await desk.handlers['letters.fill']({ letterId, values: told });
    };
    await until('2026-11-23');
    expect(await cautions()).not.toContain('申请期');
    // Not sent by its last day, and dated before it.
    await until('2026-11-22');
    expect(await cautions()).toContain('把落款日改为发出当日');
    await send();
    expect(await cautions()).toContain('发出日为 2026年11月23日，晚于申请期最后一日 2026年11月22日');
    await until('2026-11-23');
    expect(await cautions()).not.toContain('申请期');
    // A letter that does not say so has nothing to be told.
    await until('2026-11-19');
    expect(await cautions()).not.toContain('申请期');
  });

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
    const proof = await desk.handlers['letters.keepCaseProof']({});
    const after = await send({ proof: proof!.sha256 });
    expect(after).toMatchObject({ kind: 'claim', state: 'sent', letterId });
    expect(shown()).toMatchObject({ state: 'sent', letterId, sentAt: '2026-11-23T02:00:00.000Z' });
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

  test('goes its whole way by what a person says, and every step can be taken back', async () => {
    await draft();
    const origin = shown()!.origin;
    const take = (state: CaseAct, more: Partial<Input<'letters.takeCaseStep'>> = {}) =>
      desk.handlers['letters.takeCaseStep']({ origin, state, on: '2026-11-23', by: '李航', ...more }) as CaseView;
    const undo = () => desk.handlers['letters.undoCaseStep']({ origin }) as CaseView;
    take('sent', { channel: 'post', answerBy: '2026-12-08' });
    expect(open()).toEqual([]);
    expect(line('answer')).toMatchObject({ date: '2026-12-08', place: { screen: 'rights', agreementId } });
    expect(undo()).toMatchObject({ state: 'drafted', undoable: false });
    expect(open()).toEqual(['claim-closes', 'claim-opens']);
    take('sent', { channel: 'post' });
    take('arrived');
    // What is offered to be taken back is that step and no later one.
    expect(() => desk.handlers['letters.undoCaseStep']({ origin, state: 'sent' })).toThrow(
      expect.objectContaining({ code: 'case-nothing-to-undo' }),
    );
    expect(take('answered', { note: '同意发放' })).toMatchObject({ state: 'answered', next: ['settled', 'withdrawn'] });
    expect(awaited()).toBe(false);
    expect(take('settled')).toMatchObject({ state: 'settled', next: [], undoable: true });
    expect(shown()).toMatchObject({ state: 'settled', sentAt: '2026-11-23T02:00:00.000Z' });
    expect(kinds()).toEqual([
      'claim-drafted',
      'claim-sent',
      'case-step-undone',
      'claim-sent',
      'case-arrived',
      'case-answered',
      'case-settled',
    ]);
    const words = desk.store.ledger.latest(1, 0)[0]?.payload;
    expect(words).toMatchObject({ case: 'claim', origin, month, by: '李航', on: '2026-11-23' });
    undo();
    expect(take('withdrawn', { note: '金额有误' })).toMatchObject({ state: 'withdrawn', next: [] });
    expect(open()).toEqual(['claim-closes', 'claim-opens']);
    // What was given up can be drafted anew.
    await draft();
    expect(shown()?.origin).not.toBe(origin);
    expect(claims(desk.store, agreementId)).toHaveLength(2);
  });

  test('is settled by what came in for it: amount and kind, held against what was claimed, in month, case and entry', async () => {
    await draft();
    await send();
    const origin = shown()!.origin;
    const take = (amount: string) =>
      desk.handlers['letters.takeCaseStep']({
        origin,
        state: 'settled',
        on: '2026-11-23',
        by: '李航',
        credited: { amount, paidIn: 'voucher' },
      }) as CaseView;
    const view = desk.handlers['letters.case']({ origin }) as CaseView;
    expect(view.claimed).toEqual({ amount: '250.00', currency: 'CNY' });
    for (const wrong of ['很多', '0', '-5', '1.234'])
      expect(() => take(wrong)).toThrow(expect.objectContaining({ code: 'bad-amount', field: 'credited.amount' }));
    expect(() => take('200 USD')).toThrow(expect.objectContaining({ code: 'other-currency' }));
    const credited = { amount: '200.00', paidIn: 'voucher', currency: 'CNY', difference: '-50.00' };
    expect(take('２００ 元').steps.at(-1)).toMatchObject({ state: 'settled', credited });
    expect(shown()?.settled).toMatchObject({ credited });
    expect(desk.store.ledger.head()).toMatchObject({ kind: 'case-settled', payload: { amount: '250.00', credited } });
  });

  test('follows its letter: exported and sealed by themselves, never sent', async () => {
    const letterId = await draft();
    const letter = letterPapers(desk.store).get(letterId)!;
    const output = {
      sha256: 'a'.repeat(64),
      name: 'x.pdf',
      at: '2026-11-23T02:00:00.000Z',
      kind: 'pdf',
      pages: 1,
    } as const;
    const body = { ...letter.body, outputs: [output] };
    letterPapers(desk.store).put({ id: letterId, state: 'exported', body }, '2026-11-23T02:00:00.000Z');
    expect(shown()?.state).toBe('exported');
    letterPapers(desk.store).put({ id: letterId, state: 'sealed', body }, '2026-11-23T02:00:00.000Z');
    expect(shown()).toMatchObject({ state: 'sealed' });
    expect(open()).toEqual(['claim-closes', 'claim-opens']);
    expect(desk.handlers['letters.caseOfLetter']({ letterId })).toMatchObject({ kind: 'claim', state: 'sealed' });
    await send();
    expect(shown()).toMatchObject({ state: 'sent' });
  });

  test('is not sent before its window opens or after its last day but with a reason, which is kept', async () => {
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-11-03 09:00,2026-11-03 19:00' });
    await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-11', fee: { fee: '1000' } });
    await desk.handlers['rights.claim']({ agreementId, month: '2026-11' });
    const { claim } = desk.handlers['rights.month']({ agreementId, month: '2026-11' }) as MonthView;
    const origin = claim!.origin;
    const early = { origin, state: 'sent', on: '2026-11-23', channel: 'mail', by: '李航' } as const;
    const take = (more: object = {}) => (async () => desk.handlers['letters.takeCaseStep']({ ...early, ...more }))();
    await expect(take()).rejects.toMatchObject({ code: 'case-outside-window', field: 'outside' });
    await expect(take({ outside: ' ' })).rejects.toMatchObject({ code: 'case-outside-window' });
    expect(desk.handlers['letters.case']({ origin })).toMatchObject({
      state: 'drafted',
      window: { opens: '2026-12-09', today: 'before' },
    });
    const after = await take({ outside: '月底前先行通知' });
    expect(after.steps.at(-1)).toMatchObject({ outside: { when: 'before', reason: '月底前先行通知' } });
    expect(desk.store.ledger.head()).toMatchObject({
      payload: { outside: { when: 'before', reason: '月底前先行通知' } },
    });
  });

  test('stands in its window by the clock of its agreement, not by Beijing’s', async () => {
    await desk.handlers['rights.pasteOutages']({ agreementId, text: '2026-11-03 09:00,2026-11-03 19:00' });
    await desk.handlers['rights.setMonthFee']({ agreementId, month: '2026-11', fee: { fee: '1000' } });
    const said = { kind: 'time-zone', value: 'UTC-08:00', by: '李', reason: '合同首页' } as const;
    await desk.handlers['rights.correctFact']({ agreementId, ...said });
    // Nine in the morning of the 9th in Beijing, where it opens on the 9th; there it is still the 8th.
    desk.now = new Date('2026-12-09T01:00:00.000Z');
    await desk.handlers['rights.claim']({ agreementId, month: '2026-11' });
    const { claim, window } = desk.handlers['rights.month']({ agreementId, month: '2026-11' }) as MonthView;
    expect(window).toBe('before');
    const { origin } = claim!;
    expect(desk.handlers['letters.case']({ origin })).toMatchObject({
      window: { opens: '2026-12-09', today: 'before' },
    });
    const sent = { origin, state: 'sent', on: '2026-12-09', channel: 'mail', by: '李航' } as const;
    await expect((async () => desk.handlers['letters.takeCaseStep'](sent))()).rejects.toMatchObject({
      code: 'case-outside-window',
    });
    desk.now = new Date('2026-12-09T08:00:00.000Z');
    const after = await desk.handlers['letters.takeCaseStep'](sent);
    expect(after.steps.at(-1)).not.toHaveProperty('outside');
  });

  test('takes no step on a day that is still to come', async () => {
    await draft();
    await expect(send({ on: '2026-11-24' })).rejects.toMatchObject({ code: 'case-step-future', field: 'on' });
  });

  test('drafted today is no old one that the person has to be told of', async () => {
    await draft();
    expect(await desk.handlers['rights.reopenedClaims']({})).toEqual([]);
  });
});
