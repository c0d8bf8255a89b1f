import { describe, expect, test } from 'vitest';
import { facts } from '../../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../../src-main/agreement/meaning/classify.ts';
import { SHIPPED_CALENDAR } from '../../../../../src-main/term/calendar/holiday-tables.ts';
import { claimWindow } from '../../../../../src-main/term/service/claim/claim-window.ts';
import { documentOf } from '../../../agreement/meaning.ts';
import { valueOf } from '../../basis-of.ts';

/** The window of a claim for September 2026; outages of the 3rd that ended on the 5th. */
function windowOf(text: string) {
  const document = documentOf([text], 'sla');
  const source = { facts: facts(document, classify(document)), clauses: document.clauses };
  return claimWindow({ sources: [source], calendar: SHIPPED_CALENDAR }, '2026-09', ['2026-09-03'], ['2026-09-05']);
}

describe('the days between which a credit is asked for', () => {
  test.each([
    ['客户应在次月15日前提出赔偿申请。', '2026-10-14', '2026-10-15'],
    ['赔偿申请须于下月20日之前提交。', '2026-10-19', '2026-10-20'],
    ['客户应在次月12日以前申请赔偿。', '2026-10-11', '2026-10-12'],
  ])('“before” a day leaves open whether it is in time itself: %s', (text, safe, latest) => {
    expect(valueOf(windowOf(text).closes)).toMatchObject({ safe, latest });
  });

  test.each([
    ['客户应在次月15日（含）前提出赔偿申请。', '2026-10-15'],
    ['赔偿申请不得迟于次月15日提交。', '2026-10-15'],
    ['Claims must be submitted by the 15th of the following month.', '2026-10-15'],
    ['Customer must submit the credit request before the 15th of the following month.', '2026-10-14'],
  ])('one reading: %s', (text, safe) => {
    expect(valueOf(windowOf(text).closes)).toMatchObject({ safe, latest: safe });
  });

  test.each([
    ['客户可于次月第5个工作日至次月最后一日申请赔偿。', '2026-10-13', '2026-10-31'],
    ['客户可自次月第5个工作日起、至次月底止申请赔偿。', '2026-10-13', '2026-10-31'],
    ['客户可在次月第5个工作日之后申请赔偿，并于次月最后一日前提出。', '2026-10-14', '2026-10-31'],
  ])('from a working day on, to the end of the month after: %s', (text, opens, closes) => {
    const window = windowOf(text);
    expect(valueOf(window.opens)).toBe(opens);
    expect(valueOf(window.closes)).toMatchObject({ safe: closes });
  });

  test.each([
    ['Claims must be submitted within 15 days after the outage ends.', '2026-09-20'],
    ['A credit request must reach us within 15 days after the incident is over.', '2026-09-20'],
    ['Claims must be submitted within 15 days of the end of the outage.', '2026-09-20'],
    ['Claims must be submitted within 15 days after the outage.', '2026-09-18'],
  ])('from the end of the outage where the words say so: %s', (text, safe) => {
    expect(valueOf(windowOf(text).closes)).toMatchObject({ safe });
  });
});
