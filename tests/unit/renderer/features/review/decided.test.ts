import { beforeEach, describe, expect, it } from 'vitest';
import { forgetBegun } from '../../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import { denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aHash, anAgreement, anId, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, field, reads, readsText, the } from '../../given/find.ts';
import { click, press, write } from '../../given/hands.ts';
import { inEach, said } from '../../given/page.ts';
import { aDecision, aView } from '../../given/review.ts';
import { accept, binding, decision, justClicked, known, ready } from './deciding.ts';
import type { VersionView } from '../../../../../src-main/contract/review.ts';

beforeEach(forgetBegun);

describe('a version that was accepted', () => {
  const accepted = (state: 'decided' | 'accepted'): VersionView =>
    ready({
      version: aVersion({ state, since: '2026-11-20T01:00:00Z' }),
      decisions: [aDecision({ decidedAt: '2026-11-20T01:00:00Z' }), aDecision({ id: anId(82), decision: 'declined' })],
    });

  inEach('says so instead of offering it again', async (language) => {
    await decision(accepted('accepted'), known(), {}, { language });
    expect(the('heading', 'review.decision.already', { day: denseDate('2026-11-20') })).toBeTruthy();
    expect(reads('review.decision.record', { sequence: 12 })).toBe(true);
    expect(binding()).toBeNull();
    expect(readsText('We have gone through the text.')).toBe(false);
    await accessible();
    await press('Enter', { ctrl: true });
    await click(the('button', 'review.decision.seeRecord'));
    expect(way.here).toEqual({ screen: 'evidence', acceptanceId: anId(81) });
  });

  it('decided and not made yet: what is next is to say that it was made', async () => {
    const main = await decision(accepted('decided'), known(), { 'review.conclude': () => undefined });
    await click(the('button', 'review.standing.conclude'));
    await click(the('radio', 'review.conclusion.kinds.just-clicked'));
    await write(field('frame.handledBy'), 'Ada Berg');
    main.answer({ 'review.open': () => accepted('accepted') });
    await click(the('button', 'review.standing.record'));
    expect(main.inputs('review.conclude')).toHaveLength(1);
    expect(dialog()).toBeNull();
    expect(reads('names.state.concluded')).toBe(true);
  });

  it('again, where one wants to', async () => {
    const main = await decision(accepted('accepted'), known(), { 'review.decide': () => aDecision() });
    await click(the('button', 'review.decision.again'));
    await justClicked();
    await click(accept());
    expect(main.inputs('review.decide')).toHaveLength(1);
  });
});

describe('after a decision', () => {
  async function decided(
    language: 'zh' | 'en' = 'zh',
    answers: Answers = {},
    view: Partial<VersionView> = {},
  ): Promise<Double> {
    const main = await decision(ready(view), known(), { 'review.decide': () => aDecision(), ...answers }, { language });
    await justClicked();
    await click(accept());
    return main;
  }
  const next = {
    agreementId: anId(2),
    versionId: anId(102),
    title: 'Crane terms',
    ordinal: 1,
    begun: false,
    savedAt: '2026-10-05T03:20:00Z',
  };

  inEach('says in a sentence what was recorded, and where', async (language) => {
    await decided(language);
    const { title, ordinal } = aView().version;
    expect(
      reads('review.decision.told.accepted', {
        person: 'Ada Berg',
        role: 'Director',
        company: 'Northern Ferries',
        title,
        ordinal,
      }),
    ).toBe(true);
    expect(reads('review.decision.record', { sequence: 12 })).toBe(true);
    expect(document.activeElement).toBe(the('heading', 'review.decision.doneAs.accepted'));
    await accessible();
  });

  it('not made yet: says so, and when one is reminded', async () => {
    const notYet = async (remind: string): Promise<void> => {
      forgetBegun();
      await decision(ready(), known(), { 'review.decide': () => aDecision() }, { language: 'zh' });
      await click(the('radio', 'review.conclusion.kinds.not-yet'));
      await write(field('review.conclusion.remind'), remind);
      await click(accept());
    };
    await notYet('');
    expect(reads('review.decision.notMade')).toBe(true);
    await notYet('2026-12-18');
    expect(readsText('2026年12月18日')).toBe(true);
  });

  it('the next one to review is the primary', async () => {
    await decided('zh', { 'review.next': () => next });
    await click(the('button', 'review.decision.next', { title: 'Crane terms' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });

  const annex = { agreement: anAgreement({ annexOf: { id: anId(9), title: 'Crane terms' } }), annexedTo: [anId(102)] };

  it('what comes next is asked by what was decided; an annex whose main agreement is next leads there once', async () => {
    const main = await decided('zh', { 'review.next': () => next }, annex);
    expect(main.inputs('review.next')).toEqual([{ after: anId(101) }]);
    expect(reads('review.decision.toMain', { title: 'Crane terms' })).toBe(false);
  });

  inEach('an annex leads back to its main agreement', async (language) => {
    await decided(language, {}, annex);
    await accessible();
    await click(the('button', 'review.decision.toMain', { title: 'Crane terms' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });

  inEach(
    'nothing of one’s own left to review is said, not that no sample waits; the library is next',
    async (language) => {
      await decided(language);
      expect(reads('review.decision.nothingLeft')).toBe(true);
      expect(said('review.decision.nothingLeft')).toMatch(/自己的|of your own/u);
      await click(the('button', 'review.decision.toLibrary'));
      expect(way.here).toEqual({ screen: 'library' });
    },
  );

  it('record and bundle are saved, the record in the language of the page', async () => {
    const main = await decided('en', {
      'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(7) }),
      'evidence.exportBundle': () => ({ fileName: 'bundle.zip', sha256: aHash(8), bytes: 100 }),
    });
    await click(the('button', 'review.decision.certificate'));
    expect(main.inputs('evidence.certificate')).toEqual([{ acceptanceId: anId(81), language: 'en', seen: aHash(99) }]);
    expect(notice.said).toBe(said('review.reader.saved', { name: 'record.pdf' }));
    await click(the('button', 'review.decision.bundle'));
    expect(main.inputs('evidence.exportBundle')).toEqual([
      { scope: { kind: 'acceptance', acceptanceId: anId(81) }, seen: aHash(99) },
    ]);
    await click(the('button', 'review.decision.seeRecord'));
    expect(way.here).toEqual({ screen: 'evidence', acceptanceId: anId(81) });
  });
});
