import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, anAgreement, anId, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo } from '../../given/browser.ts';
import { aFailure, refused } from '../../given/double.ts';
import { dialog, every, reads, readsText, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { clauseOf, done, narrow, numbered, reader, ring } from '../../given/reader.ts';
import { aDecision, aRequest, aView } from '../../given/review.ts';

describe('a reader with memory', () => {
  const left = { clauseId: 'c4', at: '2026-11-29T09:20:00Z' };

  inEach('opens where one left, and says so', async (language) => {
    await reader(aView({ left }), {}, { language });
    expect(scrolledTo).toEqual([clauseOf('c4')]);
    expect(reads('review.reader.continued', { clause: numbered('1.3') })).toBe(true);
    expect(every('complementary', 'review.notes.title')).toEqual([]);
  });

  it('left at its beginning, or at a clause that is no more: it begins at the beginning', async () => {
    await reader(aView({ left: { ...left, clauseId: 'c1' } }));
    cleanup();
    await reader(aView({ left: { ...left, clauseId: 'gone' } }));
    expect(scrolledTo).toEqual([]);
    expect(reads('review.reader.continued', { clause: numbered('1.3') })).toBe(false);
  });

  it('the place that is asked for comes first', async () => {
    await reader(aView({ left }), {}, {}, { clauseId: 'c3' });
    expect(scrolledTo).toEqual([clauseOf('c3')]);
  });

  it('tells where one reads with the next report, and only once', async () => {
    const main = await reader(aView());
    await press('j');
    await press(' ');
    await press(' ');
    expect(main.inputs('review.observe').map(({ observation }) => observation.readingAt)).toEqual(['c3']);
  });

  inEach('what the marks mean is told with the first review, and on demand', async (language) => {
    await reader(aView({ firstReview: true }), {}, { language });
    expect(reads('review.marks.how')).toBe(true);
    await accessible();
    await click(the('button', 'frame.close'));
    expect(reads('review.marks.how')).toBe(false);
    await click(the('button', 'review.marks.title'));
    expect(reads('review.marks.how')).toBe(true);
    cleanup();
    await reader(aView({ firstReview: true, progress: done('c3') }), {}, { language });
    expect(reads('review.marks.how')).toBe(false);
  });

  it('where they would lie over the text, the marks wait until they are asked for', async () => {
    await narrow(1024, {}, { firstReview: true });
    expect(reads('review.marks.how')).toBe(false);
    await click(the('button', 'review.marks.title'));
    expect(reads('review.marks.whole')).toBe(true);
  });

  inEach('the minutes are those that the main side works out', async (language) => {
    await reader(aView({ progress: { ...aView().progress, minutesLeft: 7 } }), {}, { language });
    expect(reads('review.reader.minutes', { minutes: 7 })).toBe(true);
  });
});

describe('a version that was decided on', () => {
  const at = { since: '2026-11-28T02:00:00Z' };
  const decisions = [aDecision()];

  inEach('accepted: it says so instead of asking, and its record is next', async (language) => {
    const view = aView({ version: aVersion({ state: 'accepted', ...at }), decisions });
    const main = await reader(
      view,
      { 'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(7) }) },
      { language },
    );
    expect(reads('review.decided.accepted', { date: denseDate('2026-11-28') })).toBe(true);
    expect(reads('review.reader.noted', { count: 0, of: 2 })).toBe(false);
    expect(every('button', 'review.reader.missing', { count: 3 })).toEqual([]);
    await accessible();
    await click(the('button', 'review.decision.certificate'));
    expect(main.inputs('evidence.certificate')).toEqual([{ acceptanceId: anId(81), language, seen: aHash(99) }]);
    await click(the('button', 'review.decided.again'));
    expect(way.here).toEqual({ screen: 'decision', versionId: anId(101) });
  });

  it('decided, not yet made to the provider: saying that it was is next', async () => {
    const main = await reader(aView({ version: aVersion({ state: 'decided', ...at }), decisions }));
    expect(reads('review.decided.decided', { date: denseDate('2026-11-28') })).toBe(true);
    const footer = within(screen.getByRole('contentinfo'));
    await click(footer.getByRole('button', { name: said('review.standing.conclude') }));
    expect(dialog()).not.toBeNull();
    expect(main.inputs('review.conclude')).toEqual([]);
  });

  it('declined; replaced; accepted without a decision of this company', async () => {
    await reader(aView({ version: aVersion({ state: 'declined', ...at }), decisions }));
    expect(reads('review.decided.declined', { date: denseDate('2026-11-28') })).toBe(true);
    expect(every('button', 'review.decided.anew')).toHaveLength(1);
    cleanup();
    await reader(aView({ version: aVersion({ state: 'superseded', ...at }), decisions }));
    expect(reads('review.decided.superseded', { date: denseDate('2026-11-28') })).toBe(true);
    cleanup();
    await reader(aView({ version: aVersion({ state: 'accepted', ...at }) }));
    await click(within(screen.getByRole('contentinfo')).getByRole('button', { name: said('frame.library') }));
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('a newer text that waits for its review comes first', async () => {
    const version = aVersion({ state: 'accepted', ...at });
    const versions = [version, aVersion({ id: anId(102), ordinal: 2, state: 'not-reviewed' })];
    await reader(aView({ version, agreement: anAgreement({ versions }), decisions }));
    await click(the('button', 'review.next.newer', { ordinal: 2 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });

  it('its rings note nothing and take nothing back', async () => {
    const view = aView({ version: aVersion({ state: 'accepted', ...at }), decisions, progress: done('c3', 'c4') });
    const main = await reader(view);
    await click(ring({ state: 'noted', part: 1, left: 0 }));
    await press(' ');
    expect(main.inputs('review.observe').flatMap(({ observation }) => observation.withdrawn)).toEqual([]);
  });
});

describe('notes beside a clause', () => {
  const fact = {
    id: 'f1',
    label: asWritten('Notice'),
    words: asWritten('30 days'),
    clause: 'c4',
    quote: 'taken back after thirty days',
    figure: 'thirty days',
  };
  const before = { versionId: anId(99), ordinal: 1 };

  inEach('why it is bold, what changed, its facts, and a question to the provider', async (language) => {
    const changes = {
      c4: { kind: 'changed' as const, material: true, reasons: [asWritten('Thirty days instead of sixty')] },
    };
    const view = aView({ facts: [fact], previousAccepted: before });
    await reader(view, { 'review.changes': () => changes }, { language }, { clauseId: 'c3' });
    const notes = () => the('complementary', 'review.notes.title').textContent;
    expect(notes()).toContain('Limits liability');
    expect(notes()).toContain(said('review.notes.ruled', { words: 'nobody’s fault' }));
    expect(notes()).toContain(said('review.notes.unchanged'));
    expect(notes()).toContain(said('review.reader.noFacts'));
    await accessible();
    await press('j');
    expect(notes()).toContain(said('review.notes.since', { ordinal: 1 }));
    expect(notes()).toContain('Thirty days instead of sixty');
    expect(notes()).toContain('30 days');
    expect(notes()).not.toContain(said('review.notes.unchanged'));
    await click(the('button', 'review.notes.compare'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(99), newVersionId: anId(101) });
  });

  it('a value stands out in the text, in the words of the text', async () => {
    await reader(aView({ facts: [fact] }));
    const chips = [...clauseOf('c4').querySelectorAll('.fact')];
    expect(chips.map(({ textContent }) => textContent)).toEqual(['thirty days']);
    expect(chips[0]?.getAttribute('title')).toMatch(/^Notice(?:：|: )30 days$/u);
    expect(clauseOf('c4').querySelector('p')?.textContent.trim()).toBe(
      'The berth may be taken back after thirty days.',
    );
  });

  it('what cannot be compared is told, and the text stays', async () => {
    await reader(aView({ previousAccepted: before }), { 'review.changes': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(readsText('The price list is on the gate.')).toBe(true);
  });

  it('questions that cannot be read are told; what changed is looked at again', async () => {
    const main = await reader(aView(), { 'review.explanations': refused() }, {}, { clauseId: 'c3' });
    expect(notice.failure).toEqual(aFailure());
    main.answer({ 'review.explanations': () => [aRequest()] });
    main.send('changed', { features: ['review'] });
    await settled();
    expect(readsText('Who heats the shed?')).toBe(true);
  });
});
