import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaView } from '../../../src-main/contract/agenda.ts';
import { CASE_ACTS } from '../../../src-main/contract/letters-cases.ts';
import { closedKeys } from '../../../src-main/kernel/cases/case-agenda.ts';
import { draftCase, takeStep, undoStep } from '../../../src-main/kernel/cases/case-moves.ts';
import { casePapers } from '../../../src-main/kernel/cases/case-papers.ts';
import { caseByOrigin, LETTER_CASES, OWN_CASES } from '../../../src-main/kernel/cases/cases.ts';
import { letterPapers } from '../../../src-main/kernel/papers/letters.ts';
import { CASE_KINDS, hasReached } from '../../../src-main/letter/case.ts';
import { AppUnderTest } from './ports.ts';

const SOURCES = [OWN_CASES, LETTER_CASES];
let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const of = (origin: string) => caseByOrigin(desk.store, SOURCES, origin)!;
const closed = (key: string): boolean => closedKeys(desk.store, SOURCES).has(key);
const SAID = { on: '2026-11-23', by: '陈远' } as const;

describe('no deadline closes without a sending', () => {
  const act = fc.constantFrom(...CASE_ACTS, 'undo' as const);

  test.each(CASE_KINDS)('of a %s, whatever is said of it and taken back', (kind) => {
    let number = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const key = `key:${(number += 1)}`;
        const origin = draftCase(desk.ports, { kind, closes: [key] });
        expect(closed(key)).toBe(false);
        for (const each of acts) {
          const before = of(origin);
          try {
            if (each === 'undo') undoStep(desk.ports, before.from);
            else takeStep(desk.ports, before.from, each, SAID);
          } catch {
            expect(of(origin).history).toEqual(before.history);
          }
          const { state, history } = of(origin);
          const sent = history.some((step) => step.state === 'sent');
          expect(closed(key)).toBe(sent && state !== 'withdrawn');
          if (closed(key)) expect(hasReached(state, 'sent')).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a case of its own', () => {
  test('keeps what was said, by whom, how, and what was taken back', () => {
    const agreementId = desk.agreement('服务等级协议').id;
    const origin = draftCase(desk.ports, { kind: 'non-renewal', agreementId, closes: ['term:x/cancel-by'] });
    takeStep(desk.ports, of(origin).from, 'sent', { ...SAID, channel: 'post', answerBy: '2026-12-10' });
    undoStep(desk.ports, of(origin).from);
    takeStep(desk.ports, of(origin).from, 'sent', { ...SAID, channel: 'mail' });
    const [paper] = casePapers(desk.store).list();
    expect(paper).toMatchObject({ subject: origin, state: 'sent' });
    expect(paper?.body).toMatchObject({
      kind: 'non-renewal',
      steps: [{ state: 'drafted' }, { state: 'sent', channel: 'mail', said: '陈远' }],
      undone: [{ step: { state: 'sent', channel: 'post', answerBy: '2026-12-10' } }],
    });
    const entries = desk.store.ledger.latest(4, 0).toReversed();
    expect(entries.map(({ kind }) => kind)).toEqual(['case-drafted', 'case-sent', 'case-step-undone', 'case-sent']);
    expect(entries.map(({ subject }) => subject)).toEqual(Array(4).fill(`agreement:${agreementId}`));
    expect(() => undoStep(desk.ports, of(draftCase(desk.ports, { kind: 'demand' })).from)).toThrow(
      expect.objectContaining({ code: 'case-nothing-to-undo' }),
    );
  });

  test('waits for its answer on the agenda, on the day that was asked for, until it comes', () => {
    const agreementId = desk.agreement('服务等级协议').id;
    const origin = draftCase(desk.ports, { kind: 'termination', agreementId });
    const lines = () =>
      (desk.handlers['agenda.list']({}) as AgendaView).lines.filter(({ id }) => id.startsWith(origin));
    expect(lines()).toEqual([]);
    takeStep(desk.ports, of(origin).from, 'sent', { ...SAID, answerBy: '2026-12-10' });
    expect(lines()).toMatchObject([{ date: '2026-12-10', agreement: { id: agreementId } }]);
    takeStep(desk.ports, of(origin).from, 'answered', SAID);
    expect(lines()).toEqual([]);
  });

  test('a letter of no other record is a case as soon as it is there, and can be sent', async () => {
    const { id } = (await desk.handlers['letters.start']({ templateId: 'vat-special-invoice' })) as { id: string };
    expect(desk.handlers['letters.caseOfLetter']({ letterId: id })).toMatchObject({ kind: 'letter', state: 'drafted' });
    const said = { origin: `letter:${id}`, state: 'sent', channel: 'mail', ...SAID } as const;
    expect(await desk.handlers['letters.takeCaseStep'](said)).toMatchObject({ state: 'sent', undoable: true });
    expect(desk.store.ledger.head()).toMatchObject({ kind: 'case-sent', subject: `letter:${id}` });
    expect(await desk.handlers['letters.undoCaseStep']({ origin: `letter:${id}` })).toMatchObject({ state: 'drafted' });
  });

  test('a letter with a place for a seal is asked about, and its sending says that no seal was recorded', async () => {
    const { id } = (await desk.handlers['letters.start']({ templateId: 'vat-special-invoice' })) as { id: string };
    const origin = `letter:${id}`;
    expect(desk.handlers['letters.caseOfLetter']({ letterId: id })).toMatchObject({ unsealed: true });
    const sent = await desk.handlers['letters.takeCaseStep']({ origin, state: 'sent', channel: 'mail', ...SAID });
    expect(sent.steps.at(-1)).toMatchObject({ state: 'sent', unsealed: true });
    expect(sent).not.toHaveProperty('unsealed');
    expect(desk.store.ledger.head()).toMatchObject({ kind: 'case-sent' });
    expect(JSON.stringify(desk.store.ledger.head())).toContain('not recorded');
    await desk.handlers['letters.undoCaseStep']({ origin });
    const letter = letterPapers(desk.store).get(id);
    letterPapers(desk.store).put({ id, state: 'sealed', body: letter!.body }, desk.now.toISOString());
    expect(desk.handlers['letters.caseOfLetter']({ letterId: id })).not.toHaveProperty('unsealed');
    const sealed = await desk.handlers['letters.takeCaseStep']({ origin, state: 'sent', channel: 'mail', ...SAID });
    expect(sealed.steps.at(-1)).not.toHaveProperty('unsealed');
  });
});
