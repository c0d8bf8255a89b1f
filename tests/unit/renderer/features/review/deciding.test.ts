import { cleanup, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decidingOn, forgetBegun } from '../../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later, refused } from '../../given/double.ts';
import { dialog, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { given, said, settled } from '../../given/page.ts';
import { aDecision, aDecisionPage, aView, theWords } from '../../given/review.ts';
import { aSignatory } from '../../given/settings.ts';
import {
  accept,
  decision,
  deferred,
  isChosen,
  justClicked,
  known,
  person,
  place,
  ready,
  setAside,
} from './deciding.ts';
import type { DecisionSummary } from '../../../../../src-main/contract/review.ts';

beforeEach(forgetBegun);

describe('deciding', () => {
  it('person, authority, letter and company are those that were chosen; no reason where none was given', async () => {
    const signatories = [
      aSignatory({ basis: 'authorisation-letter', letter: { sha256: aHash(5), name: 'l.pdf' }, until: '2027-01-01' }),
    ];
    const main = await decision(
      ready(),
      known({ signatories }),
      { 'review.decide': () => aDecision() },
      { language: 'en' },
    );
    await justClicked();
    await click(accept());
    expect(main.inputs('review.decide')).toEqual([
      {
        versionId: anId(101),
        decision: 'accepted',
        person: 'Ada Berg',
        role: 'Director',
        basis: 'authorisation-letter',
        authorisationFile: aHash(5),
        companyId: anId(61),
        conclusion: { kind: 'just-clicked' },
        statement: 'We have gone through the text. Ada Berg',
        language: 'en',
      },
    ]);
  });

  it('“just clicked” of an earlier hour is asked anew, and the reminder lies a week ahead of the day one comes', async () => {
    await given({});
    const { conclusion } = decidingOn(anId(101));
    conclusion.kind = 'just-clicked';
    vi.setSystemTime(new Date('2026-11-30T01:59:00Z'));
    expect(decidingOn(anId(101)).conclusion.kind).toBe('just-clicked');
    vi.setSystemTime(new Date('2026-12-03T01:00:00Z'));
    expect(decidingOn(anId(101)).conclusion).toMatchObject({ kind: undefined, remind: '2026-12-10' });
    conclusion.kind = 'not-yet';
    conclusion.remind = '2026-12-24';
    vi.setSystemTime(new Date('2026-12-20T01:00:00Z'));
    expect(decidingOn(anId(101)).conclusion).toMatchObject({ kind: 'not-yet', remind: '2026-12-24' });
    vi.setSystemTime(new Date('2026-12-25T01:00:00Z'));
    expect(decidingOn(anId(101)).conclusion.remind).toBe('2027-01-01');
  });

  it('what became of it with the provider starts from the last answer, the day is said anew', async () => {
    const main = await decision(
      ready(),
      known({ lastConclusion: { kind: 'made', how: 'ordered', account: 'ferries' } }),
      { 'review.decide': refused() },
    );
    expect(isDisabled(accept())).toBe(true);
    expect(reads('review.conclusion.asLastTime')).toBe(true);
    await write(field('review.conclusion.on'), '2026-11-21');
    await click(accept());
    expect(main.inputs('review.decide')[0]?.conclusion).toEqual({
      kind: 'made',
      how: 'ordered',
      on: '2026-11-21',
      account: 'ferries',
    });
    await click(the('radio', 'review.conclusion.kinds.not-yet'));
    await click(the('radio', 'review.conclusion.kinds.made'));
    expect(reads('review.conclusion.asLastTime')).toBe(false);
  });

  it('not yet: the agenda reminds in a week, on another day, or not at all', async () => {
    const main = await decision(ready(), known(), { 'review.decide': refused() });
    await click(the('radio', 'review.conclusion.kinds.not-yet'));
    expect(reads('names.state.decided')).toBe(true);
    expect(valueOf(field('review.conclusion.remind'))).toBe('2026-12-07');
    await click(accept());
    await write(field('review.conclusion.remind'), '2026-12-18');
    await click(accept());
    await write(field('review.conclusion.remind'), '');
    await click(accept());
    expect(main.inputs('review.decide').map(({ conclusion }) => conclusion)).toEqual([
      { kind: 'not-yet', remind: '2026-12-07' },
      { kind: 'not-yet', remind: '2026-12-18' },
      { kind: 'not-yet' },
    ]);
  });

  it('account, order and proof are folded until they are wanted', async () => {
    await decision(ready());
    await justClicked();
    const details = field('review.conclusion.account').closest('details');
    expect(details?.open).toBe(false);
    await click(screen.getByText(said('review.conclusion.details')));
    await write(field('review.conclusion.account'), 'ferries');
    expect(details?.open).toBe(true);
  });

  it('a failure about the conclusion stands at its field', async () => {
    await decision(ready(), known({ lastConclusion: { kind: 'made', how: 'used' } }), {
      'review.decide': refused({ field: 'conclusion.on' }),
    });
    await write(field('review.conclusion.on'), '2026-11-21');
    await click(accept());
    const day = screen.getByRole('alert').closest('label')?.querySelector('input');
    expect(day?.name).toBe('concludedOn');
    expect(document.activeElement).toBe(day);
  });

  it('to decline, a reason is needed, in a dialog that says what follows; to put off, none', async () => {
    const main = await decision(aView(), known(), {
      'review.decide': ({ decision: what }) => aDecision({ decision: what }),
    });
    await click(the('button', 'review.decision.decline'));
    expect(reads('review.decision.decliningText')).toBe(true);
    expect(reads('review.decision.irrevocable')).toBe(true);
    await accessible();
    const decline = screen.getByRole('button', { name: 'No, declined' });
    await click(decline);
    expect(main.inputs('review.decide')).toEqual([]);
    expect(reads('frame.field.missing', { name: said('review.decision.reason') })).toBe(true);
    await write(field('review.decision.reason'), ' too dear ');
    await click(decline);
    expect(main.inputs('review.decide')[0]).toMatchObject({
      decision: 'declined',
      reason: 'too dear',
      statement: 'We have gone through the text. Ada Berg too dear',
    });
    expect(main.inputs('review.decide')[0]).not.toHaveProperty('conclusion');
    expect(the('heading', 'review.decision.doneAs.declined')).toBeTruthy();
  });

  it('a refusal to decline stands in its dialog; putting off needs a person', async () => {
    const main = await decision(aView(), known(), { 'review.decide': refused() });
    await click(the('button', 'review.decision.decline'));
    await write(field('review.decision.reason'), 'too dear');
    await click(screen.getByRole('button', { name: 'No, declined' }));
    expect(refusedHere()).toBe(true);
    await click(the('button', 'frame.cancel'));
    await click(setAside());
    await click(deferred());
    expect(main.inputs('review.decide').at(-1)).toMatchObject({ decision: 'set-aside' });
  });

  it('putting off says until when, what for, and whether the service is used; each in the statement as it is recorded', async () => {
    const main = await decision(aView(), known(), {
      'review.decide': ({ decision: what }) => aDecision({ decision: what }),
    });
    await write(field('review.decision.reason'), 'counsel is away');
    await click(setAside());
    await accessible();
    expect(valueOf(field('review.decision.deferUntil'))).toBe('2026-12-07');
    await write(field('review.decision.deferUntil'), '2026-12-18');
    await pick(field('review.decision.deferUse'), 'as-agreed');
    expect(readsText('We have gone through the text. Ada Berg 2026-12-18')).toBe(true);
    await click(deferred());
    expect(main.inputs('review.decide')).toMatchObject([
      {
        decision: 'set-aside',
        reason: 'counsel is away',
        deferral: { for: 'review', until: '2026-12-18', use: 'as-agreed' },
        statement: 'We have gone through the text. Ada Berg 2026-12-18',
      },
    ]);
  });

  it('with a question that nobody answered, the provider’s explanation is what one waits for', async () => {
    const open = { question: 'Who heats the shed?', askedAt: '2026-11-20T02:00:00Z' };
    const main = await decision(aView(), known({ openExplanations: [open] }), { 'review.decide': refused() });
    await click(setAside());
    await write(field('review.decision.deferUntil'), '');
    await click(deferred());
    expect(main.inputs('review.decide')[0]?.deferral).toEqual({ for: 'explanation' });
  });

  it('until the statement is there nothing binds, and a decision is recorded in the words of the person chosen', async () => {
    const answer = later<{ readonly statement: string; readonly button: string }>();
    const signatories = [aSignatory(), aSignatory({ id: anId(72), name: 'Bo' })];
    const main = await decision(ready(), known({ signatories }), {
      'review.statement': () => answer.promise,
      'review.decide': () => aDecision(),
    });
    await justClicked();
    expect(isDisabled(accept())).toBe(true);
    await click(accept());
    expect(main.inputs('review.decide')).toEqual([]);
    main.answer({ 'review.statement': theWords });
    await click(person('Bo'));
    answer.give({ statement: 'Too late.', button: 'Late' });
    await settled();
    await click(accept());
    expect(main.inputs('review.decide')[0]?.statement).toBe('We have gone through the text. Bo');
  });

  it('without a person neither is sent: one is led to the person', async () => {
    const signatories = [aSignatory(), aSignatory({ id: anId(72), name: 'Bo' })];
    const main = await decision(aView(), aDecisionPage({ signatories }));
    await click(setAside());
    expect(document.activeElement).toBe(person('Ada Berg'));
    await click(the('button', 'review.decision.decline'));
    expect(dialog()).toBeNull();
    expect(main.inputs('review.decide')).toEqual([]);
  });

  it('is sent once, however fast one clicks', async () => {
    const answer = later<DecisionSummary>();
    const main = await decision(ready(), known(), { 'review.decide': () => answer.promise });
    await justClicked();
    await click(accept());
    await click(accept());
    await click(setAside());
    await press('Enter', { ctrl: true });
    expect(main.inputs('review.decide')).toHaveLength(1);
    answer.give(aDecision());
    await settled();
    expect(the('heading', 'review.decision.doneAs.accepted')).toBeTruthy();
  });

  it('what was refused is told, and everything said stays', async () => {
    await decision(ready(), known(), { 'review.decide': refused() });
    await justClicked();
    await write(field('review.decision.reason'), 'with a remark');
    await click(accept());
    expect(refusedHere()).toBe(true);
    expect(valueOf(field('review.decision.reason'))).toBe('with a remark');
    expect(isDisabled(accept())).toBe(false);
  });

  it('going back to the text and coming again loses nothing', async () => {
    await decision(ready());
    await justClicked();
    await write(field('review.decision.reason'), 'with a remark');
    go({ screen: 'review', versionId: anId(101) });
    go(place);
    await click(the('button', 'review.decision.back'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101) });
    cleanup();
    await decision(ready());
    expect(valueOf(field('review.decision.reason'))).toBe('with a remark');
    expect(isChosen(the('radio', 'review.conclusion.kinds.just-clicked'))).toBe(true);
  });
});

describe('by the keyboard', () => {
  it('the focus begins at the first answer, never on what binds; Ctrl and Enter accept', async () => {
    const main = await decision(ready(), known(), { 'review.decide': () => aDecision() });
    expect(document.activeElement).toBe(the('radio', 'review.conclusion.kinds.just-clicked'));
    await press('Enter');
    await press('Enter', { ctrl: true, composing: true });
    expect(main.inputs('review.decide')).toEqual([]);
    await press(' ');
    await press('Enter', { ctrl: true });
    expect(main.inputs('review.decide')).toHaveLength(1);
  });

  it('once decided, no key decides again: held, pressed twice, or after putting it off', async () => {
    const recorded = later<DecisionSummary>();
    const main = await decision(ready(), known(), { 'review.decide': () => recorded.promise });
    await press(' ');
    await press('Enter', { ctrl: true });
    await press('Enter', { ctrl: true });
    recorded.give(aDecision());
    await settled();
    await press('Enter', { ctrl: true });
    expect(main.inputs('review.decide')).toHaveLength(1);
    cleanup();

    const other = await decision(ready(), known(), { 'review.decide': () => aDecision({ decision: 'set-aside' }) });
    await justClicked();
    await click(setAside());
    await click(deferred());
    await press('Enter', { ctrl: true });
    expect(other.inputs('review.decide').map(({ decision }) => decision)).toEqual(['set-aside']);
  });

  it('a reason to decline that was taken back is no reason to accept', async () => {
    const main = await decision(ready(), known(), { 'review.decide': () => aDecision() });
    await justClicked();
    await click(the('button', 'review.decision.decline'));
    await write(within(dialog()!).getByRole('textbox'), 'too dear');
    await click(within(dialog()!).getByRole('button', { name: said('frame.cancel') }));
    await click(accept());
    expect(main.inputs('review.decide')[0]).not.toHaveProperty('reason');
  });

  it('while something is missing the same keys lead to it', async () => {
    const main = await decision(ready());
    (document.activeElement as HTMLElement).blur();
    await press('Enter', { ctrl: true });
    expect(document.activeElement).toBe(the('radio', 'review.conclusion.kinds.just-clicked'));
    expect(main.inputs('review.decide')).toEqual([]);
  });

  it('a dialog that is open keeps the keys to itself', async () => {
    const main = await decision(ready(), known(), { 'review.decide': () => aDecision() });
    await justClicked();
    await click(the('button', 'review.decision.decline'));
    await press('Enter', { ctrl: true });
    expect(main.inputs('review.decide')).toEqual([]);
  });

  it('Enter in the reason sends nothing', async () => {
    const main = await decision(ready(), known(), { 'review.decide': () => aDecision() });
    await justClicked();
    field('review.decision.reason').focus();
    await press('Enter');
    expect(main.inputs('review.decide')).toEqual([]);
  });
});
