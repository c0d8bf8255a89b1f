import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgendaLine, AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { TermView } from '../../../../src-main/contract/rights/term.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
let agreementId: string;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  agreementId = desk.agreement('跨域专线服务协议').id;
  desk.conclude(desk.agreement('跨域专线服务协议').versions[0] ?? '');
});
afterEach(() => desk.end());

const said = (kind: 'term' | 'auto-renewal' | 'non-renewal-notice', value: string): void =>
  void desk.handlers['rights.correctFact']({ agreementId, kind, value, by: '王敏', reason: '以订购单为准' });
const view = (): TermView => desk.handlers['rights.term']({ agreementId }) as TermView;
const keep = (term: TermView['given']): unknown => desk.handlers['rights.keepTerm']({ agreementId, term });
const figure = (name: TermView['figures'][number]['name']) => view().figures.find((each) => each.name === name);
const agenda = (): readonly AgendaLine[] =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.filter(({ id }) => id.startsWith('term:'));

/** A year that renews, with 30 days' notice against it; what the text says of a term is not used. */
function yearly(): void {
  said('term', '1 年');
  said('auto-renewal', '1 年');
  said('non-renewal-notice', '30 天');
}

describe('term and renewal of an agreement', () => {
  test('without a first day there is no end, and the day is what is missing: the agenda asks for it', () => {
    yearly();
    expect(figure('end')?.answer).toMatchObject({ known: false, missing: [{ what: 'input', name: 'starts' }] });
    expect(agenda().map(({ kind, date, state }) => [kind, date, state])).toEqual([['term-start', undefined, 'open']]);
  });

  test('the entered first day gives the end, the day to cancel and the renewal, on the agenda by the safe day', () => {
    yearly();
    void keep({ starts: '2026-01-01', price: '1000' });
    expect(view()).toMatchObject({ given: { starts: '2026-01-01', price: '1000' }, renewsItself: true });
    expect(figure('end')).toMatchObject({ answer: { value: '2026-12-31' }, latest: { day: '2027-01-01' } });
    expect(figure('cancelBy')).toMatchObject({ answer: { value: '2026-12-01' } });
    expect(agenda().map(({ kind, date, state }) => [kind, date, state])).toEqual([
      ['cancel-by', '2026-12-01', 'ahead'],
      ['term-renews', '2027-01-01', 'ahead'],
    ]);
    expect(desk.store.ledger.ofSubject(`agreement:${agreementId}`).at(-1)).toMatchObject({
      kind: 'own-value-settled',
      payload: { what: 'term', term: { starts: '2026-01-01', price: '1000' }, before: {} },
    });
  });

  test('an amount that is none is refused, and nothing is kept', () => {
    expect(() => keep({ price: 'much' })).toThrow(expect.objectContaining({ code: 'bad-amount' }) as Error);
    expect(view().given).toEqual({});
  });

  test('the letter is filled with what is known; drafted it closes nothing, and is not drafted twice', () => {
    yearly();
    void keep({ starts: '2026-01-01' });
    const { letterId } = desk.handlers['rights.draftNonRenewal']({ agreementId }) as { letterId: string };
    expect(desk.handlers['letters.open']({ letterId }) as LetterView).toMatchObject({
      templateId: 'non-renewal-notice',
      values: { endsOn: '2026-12-31', agreementTitle: expect.stringContaining('跨域专线') as string },
    });
    expect(agenda().find(({ kind }) => kind === 'cancel-by')).toMatchObject({ state: 'ahead' });
    expect(view().notRenewed).toMatchObject({ state: 'drafted', letterId });
    expect(desk.handlers['rights.draftNonRenewal']({ agreementId })).toEqual({ letterId });
  });

  test('its sending closes the last day; by its arrival the term ends instead of renewing, and taken back it is open again', () => {
    yearly();
    void keep({ starts: '2026-01-01' });
    void desk.handlers['rights.draftNonRenewal']({ agreementId });
    const origin = view().notRenewed?.origin ?? '';
    const step = (state: 'sent' | 'arrived', on: string) =>
      void desk.handlers['letters.takeCaseStep']({ origin, state, on, channel: 'mail', by: '李航' });
    const kept = () =>
      agenda()
        .filter(({ kind }) => kind !== 'answer')
        .map(({ kind, state }) => [kind, state]);
    step('sent', '2026-11-23');
    // It counts on arrival: until that is noted the agenda asks for it, and the term renews.
    expect(kept()).toEqual([
      ['arrival', 'ahead'],
      ['term-renews', 'ahead'],
    ]);
    const line = agenda().find(({ kind }) => kind === 'arrival');
    expect(line && say(line.why, 'zh')).toMatch(/^已于 2026年11月23日.*尚未登记送达；最晚须在 2026年12月1日.*到达$/u);
    expect(view().notRenewed).toMatchObject({ state: 'sent' });
    expect(view().notRenewed).not.toHaveProperty('arrivedAt');
    step('arrived', '2026-11-23');
    expect(kept()).toEqual([
      ['term-end', 'ahead'],
      ['cancel-by', 'done'],
    ]);
    expect(view().notRenewed).toHaveProperty('arrivedAt');
    void desk.handlers['letters.undoCaseStep']({ origin });
    void desk.handlers['letters.undoCaseStep']({ origin });
    expect(kept()).toEqual([
      ['cancel-by', 'ahead'],
      ['term-renews', 'ahead'],
    ]);
  });
});
