import { screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetBegun } from '../../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { choose } from '../../../../../src-renderer/kernel/preferences.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { accessible } from '../../given/axe.ts';
import { aComparison, ROWS } from '../../given/compare.ts';
import { aFailure, pending, refused } from '../../given/double.ts';
import { field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, write } from '../../given/hands.ts';
import { inEach, said, settled, TODAY } from '../../given/page.ts';
import { aDecision, aDecisionPage, aKindsRow, aProgress, aRequirement, aView, END } from '../../given/review.ts';
import { aPolicy, aSignatory } from '../../given/settings.ts';
import { accept, decision, justClicked, known, person, ready } from './deciding.ts';

beforeEach(forgetBegun);

describe('states of the decision', () => {
  it('loading: nothing can be decided', async () => {
    await decision(ready(), known(), { 'review.page': pending });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: told, and nothing can be decided', async () => {
    await decision(ready(), known(), { 'review.page': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks anew who signs when the language is changed: a role that is ours is never left in the other', async () => {
    const main = await decision(ready(), known());
    const asked = main.inputs('review.page').length;
    main.answer({
      'review.page': () => known({ signatories: [aSignatory({ role: 'Legal representative' })] }),
      'settings.setPreferences': () => ({ language: 'en', theme: 'system', textSize: 100, panes: {}, handledBy: '' }),
    });
    await choose({ language: 'en' });
    await settled();
    expect(
      main
        .inputs('review.page')
        .slice(asked)
        .map(({ language }) => language),
    ).toEqual(['en']);
    expect(main.inputs('review.statement').at(-1)).toMatchObject({
      language: 'en',
      person: { role: 'Legal representative' },
    });
  });

  inEach('shows what is decided: title, provider, length, day of effect, facts, fingerprint', async (language) => {
    const facts = [
      {
        label: asWritten('Payment due'),
        words: asWritten('5 days'),
        clauseId: 'c2',
        number: '1.1',
        others: 0,
        beside: { label: asWritten('Late fee'), words: asWritten('1 % a day') },
      },
      { label: asWritten('Court'), words: asWritten('Harbour court'), clauseId: 'c4', others: 2 },
    ];
    await decision(ready(), known({ facts, words: 1200, effective: '2026-12-22' }), {}, { language });
    expect(the('region', 'review.decision.title')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: aView().version.title })).toBeTruthy();
    expect(reads('review.decision.length', { n: 1200 })).toBe(true);
    expect(readsText('2026')).toBe(true);
    expect(reads('review.decision.beside', { label: 'Late fee', value: '1 % a day' })).toBe(true);
    expect(reads('review.decision.others', { n: 2 })).toBe(true);
    expect(reads('review.decision.firstVersion')).toBe(true);
    expect(readsText(aHash(101))).toBe(true);
    await accessible();
    await click(screen.getByRole('button', { name: '5 days' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c2' });
  });

  it('a text without facts says so', async () => {
    await decision(ready(), known({ facts: [] }));
    expect(reads('review.reader.noFacts')).toBe(true);
  });

  it.each([
    ['本人作出决定：一、接受。二、逐条注意；不表明说明。三、不放弃权利。', 4],
    ['I have decided as follows: 1. to accept. 2. each one was noted; 3. no right is waived. ', 4],
  ])(
    'the statement is the exact words, one after the other, whatever lines they stand in: %s',
    async (statement, lines) => {
      await decision(ready(), known(), { 'review.statement': () => ({ statement, button: 'Yes' }) });
      const quote = document.querySelector('blockquote')!;
      expect(quote.textContent).toBe(statement);
      expect(quote.children).toHaveLength(lines);
    },
  );

  inEach('changes against what stands are told in words, with what was struck and inserted', async (language) => {
    const runs = [
      { text: `${'far away '.repeat(9)}within ` },
      { text: 'ten', change: 'deleted' },
      { text: 'three', change: 'inserted' },
      { text: ' days' },
    ] as const;
    const comparison = aComparison({
      rows: [{ ...ROWS[0]!, id: 'row-1', inline: runs }],
      impact: [{ rowId: 'row-1', part: 0, number: '1.2', excerpt: 'within', reasons: [asWritten('10 days → 3 days')] }],
    });
    const changes = { material: 1, all: 4, since: 1, versionId: anId(100), clauses: ['c3'] };
    const kinds = [aKindsRow()];
    const facts = [
      {
        label: asWritten('Payment due'),
        words: asWritten('3 days'),
        clauseId: 'c2',
        others: 0,
        before: asWritten('10 days'),
      },
    ];
    const main = await decision(
      ready(),
      known({ changes, kinds, facts }),
      { 'compare.open': () => comparison },
      { language },
    );
    expect(main.inputs('compare.open')).toEqual([{ oldVersionId: anId(100), newVersionId: anId(101) }]);
    expect(reads('review.decision.changesTitle', { since: 1 })).toBe(true);
    expect(reads('review.decision.changesCount', { all: 4, material: 1 })).toBe(true);
    expect(reads('review.decision.moreChanges', { n: 3 })).toBe(true);
    expect(reads('review.decision.before', { ordinal: 1, value: '10 days' })).toBe(true);
    expect(reads('review.decision.replaces', { ordinal: 1 })).toBe(true);
    expect(reads('review.decision.kindsChanged', { same: 1, changed: 1 })).toBe(true);
    expect(readsText('10 days → 3 days')).toBe(true);
    expect(document.querySelector('del')?.textContent).toBe('ten');
    expect(document.querySelector('ins')?.textContent).toBe('three');
    expect(readsText('……')).toBe(true);
    await accessible();
    await click(the('button', 'review.decision.seeChanges'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(100), newVersionId: anId(101) });
  });

  it('kinds of key clauses fold and lead to their clauses; one of several kinds stands under each and counts once', async () => {
    const [frost] = aKindsRow().clauses;
    const court = [frost!, { clauseId: 'c6', number: '十三', excerpt: 'Courts', marked: 'part' as const }];
    const kinds = [aKindsRow(), aKindsRow({ labels: [asWritten('Court')], clauses: court })];
    await decision(ready(), known({ kinds }));
    expect(reads('review.decision.conspicuous', { count: 3 })).toBe(true);
    const sums = [...document.querySelectorAll('tfoot td')].map(({ textContent }) => textContent);
    expect(sums).toEqual([said('review.decision.totalOnce'), '1', '1', '1']);
    expect(document.querySelector('tfoot')?.closest('details')?.open).toBe(true);
    expect(screen.getAllByRole('button', { name: '1.2' })).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: '十三' })).toHaveLength(1);
    await click(screen.getByRole('button', { name: '1.3' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4' });
  });

  it('a text without key clauses says so', async () => {
    await decision(ready(), known({ kinds: [] }));
    expect(reads('review.decision.noKinds')).toBe(true);
  });

  inEach('questions that nobody answered and a stricter policy are said', async (language) => {
    const open = { question: 'Who heats the shed?', number: '1.2', askedAt: '2026-11-20T02:00:00Z' };
    const page = known({ openExplanations: [open], policy: aPolicy({ readingTimeFactor: 2 }) });
    await decision(ready(), page, {}, { language });
    expect(readsText('Who heats the shed?')).toBe(true);
    expect(reads('review.decision.policy', { factor: 2 })).toBe(true);
    forgetBegun();
    await decision(ready(), known({ policy: aPolicy({ everyClause: true }) }), {}, { language });
    expect(reads('review.decision.policyEveryClause', { factor: 1 })).toBe(true);
  });

  it('what was decided before is said', async () => {
    const decisions = [aDecision({ decision: 'declined', decidedAt: '2026-10-20T02:00:00Z' })];
    await decision(ready({ decisions }));
    expect(reads('review.decision.earlier.declined', { day: '2026-10-20' })).toBe(true);
    expect(accept()).toBeTruthy();
  });
});

describe('what is missing', () => {
  inEach('is counted on the button, and each thing is a link that leads to it', async (language) => {
    const redline = { id: 'redline', kind: 'redline', versionId: anId(100), done: false } as const;
    const annex = { id: 'annex', kind: 'annex', versionId: anId(102), excerpt: 'Annex A', done: false } as const;
    const missing = aProgress([aRequirement(), END, annex, redline]);
    await decision(aView({ progress: missing }), known(), {}, { language });
    await justClicked();
    expect(isDisabled(accept())).toBe(true);
    expect(accept().textContent).toBe(said('review.decision.gapsLeft', { n: 4 }));
    expect(reads('review.decision.gaps', { n: 4 })).toBe(true);
    await accessible();
    await click(
      the('button', 'review.reader.clauseNotSeen', { clause: sentence('review.clause.number', { number: '1.2' }) }),
    );
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c3' });
    await click(the('button', 'review.reader.endNotReached'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c5' });
    await click(the('button', 'review.reader.annexNotOpened', { title: 'Annex A' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
    await click(the('button', 'review.reader.redlineNotSeen'));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(100), newVersionId: anId(101) });
  });

  const numbered = ['1.1', '1.2', '1.3', '1.4', '1.5'];

  inEach(
    'clauses are counted as the reader counts them, the key ones apart, and lead to the first',
    async (language) => {
      const clauses = numbered.map((number, at) =>
        aRequirement({ id: number, clauseId: `k${number}`, number, needsAcknowledgement: at < 3 }),
      );
      await decision(aView({ progress: aProgress(clauses) }), known(), {}, { language });
      await justClicked();
      expect(reads('review.decision.gaps', { n: 2 })).toBe(true);
      await click(the('button', 'review.decision.gap.clauses', { count: 2 }));
      expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'k1.4' });
      await click(the('button', 'review.decision.gap.keyClauses', { count: 3 }));
      expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'k1.1' });
    },
  );

  const annexes = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      aRequirement({ id: `annex ${at}`, kind: 'annex', versionId: anId(300 + at), excerpt: `${at}` }),
    );

  it('as many are named as are counted', async () => {
    await decision(aView({ progress: aProgress(annexes(5)) }));
    await justClicked();
    expect(reads('review.decision.gaps', { n: 5 })).toBe(true);
    for (let at = 0; at < 5; at += 1) the('button', 'review.reader.annexNotOpened', { title: `${at}` });
  });

  it('of very many six are named, and the next of the others leads on', async () => {
    await decision(aView({ progress: aProgress(annexes(8)) }));
    await justClicked();
    await click(the('button', 'review.decision.moreGaps', { n: 2 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(306) });
  });

  it('in the card: links lead to the fields, and so does the button while it waits', async () => {
    await decision(ready(), aDecisionPage({ signatories: [aSignatory(), aSignatory({ id: anId(72), name: 'Bo' })] }));
    expect(document.activeElement).toBe(person('Ada Berg'));
    await click(the('button', 'review.decision.gap.conclusion'));
    expect(document.activeElement).toBe(the('radio', 'review.conclusion.kinds.just-clicked'));
    await click(accept());
    expect(document.activeElement).toBe(person('Ada Berg'));
    await click(the('radio', 'review.conclusion.kinds.made'));
    await click(the('button', 'review.decision.gap.day'));
    expect(document.activeElement).toBe(field('review.conclusion.on'));
  });

  it('a reason is asked for with what becomes of it, and no example is offered that speaks against who writes it', async () => {
    await decision(ready());
    expect(reads('review.decision.reasonHint')).toBe(true);
    expect(field('review.decision.reason').getAttribute('placeholder')).toBeNull();
  });

  it('an acceptance in the world before the decision is told while it is typed, for a record keeps it', async () => {
    await decision(ready());
    await click(the('radio', 'review.conclusion.kinds.made'));
    await write(field('review.conclusion.on'), TODAY);
    expect(reads('review.conclusion.beforeDecision', { date: longDate(TODAY) })).toBe(false);
    await write(field('review.conclusion.on'), '2026-01-12');
    expect(reads('review.conclusion.beforeDecision', { date: longDate(TODAY) })).toBe(true);
  });

  it('once nothing is, the checks are named instead', async () => {
    const done = [aRequirement({ done: true }), { ...END, done: true }, aRequirement({ id: 'x', done: true })];
    await decision(aView({ progress: aProgress(done) }));
    await justClicked();
    expect(reads('review.decision.checks.noted', { n: 2, all: 2 })).toBe(true);
    expect(reads('review.decision.checks.end')).toBe(true);
    expect(reads('review.decision.checks.redline')).toBe(false);
    expect(accept().textContent).toBe('Yes, agreed');
    expect(isDisabled(accept())).toBe(false);
  });
});
