import { say } from '../../../../src-main/agreement/sentence.ts';
import { describe, expect, test } from 'vitest';

import {
  type ContinuedUse,
  NOTICE_STATES,
  NOTICE_TRANSITIONS,
  OBJECTION_CHECKLIST,
  moveNotice,
} from '../../../../src-main/term/notice/notice-states.ts';

const USE: ContinuedUse = {
  confirmedBy: '王敏',
  confirmedOn: '2026-04-03',
  usedOn: '2026-04-02',
  effectiveOn: '2026-04-01',
};

describe('the states of a notice', () => {
  test('every move in the table is allowed and every other is refused', () => {
    for (const from of NOTICE_STATES) {
      for (const to of NOTICE_STATES) {
        if (NOTICE_TRANSITIONS[from].includes(to)) expect(moveNotice(from, to, USE)).toBe(to);
        else expect(() => moveNotice(from, to, USE)).toThrow(/transition-not-allowed/u);
      }
    }
  });

  test('who decides at once need not have begun a review', () => {
    expect(NOTICE_TRANSITIONS.announced).toEqual(['under-review', 'accepted', 'objected', 'in-use', 'withdrawn']);
  });

  test('none lapses any more; what is only in use may still be objected to or accepted', () => {
    expect(NOTICE_STATES.filter((state) => NOTICE_TRANSITIONS[state].includes('lapsed'))).toEqual([]);
    expect(NOTICE_TRANSITIONS['in-use']).toEqual(['accepted', 'objected', 'withdrawn']);
  });

  test('accepted, lapsed and withdrawn are final', () => {
    expect([NOTICE_TRANSITIONS.accepted, NOTICE_TRANSITIONS.lapsed, NOTICE_TRANSITIONS.withdrawn]).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('is never in use by itself: only on a record that use went on', () => {
    expect(() => moveNotice('under-review', 'in-use')).toThrow(/use-unconfirmed/u);
  });

  test.each([
    ['use before the day of effect', { usedOn: '2026-03-31' }],
    ['confirmed before it was used', { confirmedOn: '2026-04-01' }],
    ['confirmed by nobody', { confirmedBy: '  ' }],
  ])('refuses use with %s', (_, change) => {
    expect(() => moveNotice('under-review', 'in-use', { ...USE, ...change })).toThrow(/use-too-early/u);
  });

  test('an objection asks to stop, settle, move out and back up, export, and confirm', () => {
    expect(OBJECTION_CHECKLIST.map((item) => item.id)).toEqual([
      'stop-using',
      'settle-fees',
      'migrate-and-back-up',
      'export-records',
      'confirm-in-writing',
    ]);
    for (const item of OBJECTION_CHECKLIST) {
      expect(item.grounds.length).toBeGreaterThan(0);
      expect(`${say(item.title, 'en')}${say(item.why, 'en')}`).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
