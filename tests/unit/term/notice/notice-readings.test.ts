import { expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import type { FactSource } from '../../../../src-main/term/basis.ts';
import { type ChangeNotice, noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { basisOf, documentOf, fact, missingOf, valueOf } from '../basis-of.ts';

const clock = (notice: Partial<ChangeNotice> & { readonly sent: string }, source: FactSource) =>
  noticeClock(basisOf(source), { kind: 'change', channel: 'site', ...notice });

test('the provider’s notice of an end is measured by the provider’s length, never by the customer’s', () => {
  const notice = { kind: 'termination', sent: '2026-03-02' } as const;
  const told = documentOf(
    fact('termination-notice-days', 15),
    fact('termination-notice-days', 60),
    fact('electronic-delivery', '发送成功即视为送达'),
  );
  const [mine, theirs, ...others] = told.facts;
  const by = (...facts: readonly (Fact | undefined)[]): FactSource => ({
    ...told,
    facts: [...facts.filter((each) => each !== undefined), ...others],
  });
  const ofCustomer = mine && ({ ...mine, party: 'customer' } as const);
  const ofProvider = theirs && ({ ...theirs, party: 'provider' } as const);
  expect(valueOf(clock(notice, by(ofCustomer, ofProvider)).required)).toEqual({ days: 60 });
  expect(clock(notice, by(ofCustomer)).required.known).toBe(false);
  expect(clock(notice, by(mine, theirs)).required.known).toBe(false);
});

test('where the text contradicts itself nothing is picked, and nothing is sooner than by the shorter reading', () => {
  const sent = fact('electronic-delivery', '发送成功即视为送达');
  const told = documentOf(fact('change-notice-days', 60), fact('change-notice-days', 30), sent);
  const { required, lastDayToAct } = clock({ sent: '2026-03-02' }, told);
  expect(missingOf(required)).toEqual(['conflict change-notice-days']);
  expect(lastDayToAct.known ? undefined : lastDayToAct.notBefore).toBe('2026-04-01');
});

test('of readings that run from different days each is counted from its own start', () => {
  const bare = documentOf(
    fact('change-notice-days', 30),
    fact('change-notice-days', 60),
    fact('electronic-delivery', '发送成功即视为送达'),
  );
  const anchors = ['sent', 'received'] as const;
  const told = {
    ...bare,
    facts: bare.facts.map((one, at) => ({ ...one, ...(anchors[at] && { anchor: anchors[at] }) })),
  };
  // Sent on 2 March and in hand on 12 March: thirty days of its sending end on 1 April, long before sixty of its receipt.
  const came = { sent: '2026-03-02', received: '2026-03-12', channel: 'post' } as const;
  const { periodEnds, shortfall } = clock({ ...came, announcedEffective: '2026-04-03' }, told);
  expect(periodEnds).toMatchObject({ known: false, notBefore: '2026-04-01' });
  // By the first it is long enough.
  expect(shortfall).toMatchObject({ known: false, atLeast: '0' });
});

test('where two rules of delivery hold, the day lies between the two, and both are told', () => {
  const told = documentOf(
    fact('electronic-delivery', '发送成功即视为送达'),
    fact('electronic-delivery', '发送后第三日视为送达'),
    fact('change-notice-days', 30),
  );
  const { delivered, lastDayToAct } = clock({ sent: '2026-03-02', channel: 'email' }, told);
  expect(missingOf(delivered)).toEqual(['conflict electronic-delivery']);
  expect(delivered).toMatchObject({ notBefore: '2026-03-02', notAfter: '2026-03-05' });
  const steps = delivered.steps.map(({ text }) => say(text, 'zh')).join('\n');
  expect(steps).toContain('发出当天视为送达');
  expect(steps).toContain('第 3 天 2026年3月5日（周四）视为送达');
  expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-04-01' });
});
