import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Decision from '../../../../../src-renderer/features/review/Decision.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { DecisionPage, DecisionSummary, VersionView } from '../../../../../src-main/contract/review.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, later, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aDecision, aDecisionPage, aProgress, aRequirement, aView } from '../../given/review.ts';
import { aPolicy } from '../../given/settings.ts';

const ready = (more: Partial<VersionView> = {}): VersionView => aView({ progress: aProgress([]), ...more });
const place = { screen: 'decision', versionId: anId(101) } as const;

const decision = (
  view: VersionView,
  page: DecisionPage = aDecisionPage(),
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(Decision, { place }, { 'review.open': () => view, 'review.page': () => page, ...answers }, wish);

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const accept = (): HTMLElement => button('Yes, agreed');
const decline = (): HTMLElement => button('No, declined');
const setAside = (): HTMLElement => button('Not now');

async function signedBy(person = 'Ada Berg', role = 'Director'): Promise<void> {
  await write(screen.getAllByLabelText(said('review.decision.person'))[0]!, person);
  await write(screen.getAllByLabelText(said('review.decision.role'))[0]!, role);
}
const justClicked = (): Promise<void> => click(the('radio', 'review.conclusion.kinds.just-clicked'));

describe('states of the decision', () => {
  it('loading: nothing can be decided', async () => {
    await decision(ready(), aDecisionPage(), { 'review.page': pending });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: told, and nothing can be decided', async () => {
    await decision(ready(), aDecisionPage(), { 'review.page': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('button')).toBeNull();
  });

  inEach('shows what is agreed, with whom, and the exact words', async (language) => {
    await decision(ready(), aDecisionPage({ changes: { material: 2, all: 9, since: 1 } }), {}, { language });
    expect(the('region', 'review.decision.title')).toBeTruthy();
    expect(readsText('We have gone through the text.')).toBe(true);
    expect(readsText('Harbour Board')).toBe(true);
    expect(readsText(aHash(101))).toBe(true);
    expect(reads('review.decision.conspicuous', { count: 1 })).toBe(true);
    expect(reads('review.decision.changes', { material: 2, all: 9, since: 1 })).toBe(true);
    await accessible();
  });

  inEach('what is missing is said, and acceptance waits for it', async (language) => {
    await decision(aView(), aDecisionPage(), {}, { language });
    expect(reads('review.reader.missing', { count: 3 })).toBe(true);
    await signedBy();
    expect(isDisabled(accept())).toBe(true);
    expect(isDisabled(setAside())).toBe(false);
  });

  inEach('without a company the way to one is shown', async (language) => {
    await decision(ready(), aDecisionPage({ companies: [] }), {}, { language });
    expect(reads('review.decision.noCompany')).toBe(true);
    await signedBy();
    expect(isDisabled(accept())).toBe(true);
    await accessible();
    await click(the('button', 'review.decision.addCompany'));
    expect(way.here).toEqual({ screen: 'settings', part: 'companies' });
  });

  inEach('questions that nobody answered and a stricter policy are said', async (language) => {
    const open = { question: 'Who heats the shed?', number: '1.2', askedAt: '2026-11-20T02:00:00Z' };
    const page = aDecisionPage({ openExplanations: [open], policy: aPolicy({ readingTimeFactor: 2 }) });
    await decision(ready(), page, {}, { language });
    expect(readsText('Who heats the shed?')).toBe(true);
    expect(reads('review.decision.policy', { factor: 2 })).toBe(true);
    await decision(ready(), aDecisionPage({ policy: aPolicy({ everyClause: true }) }), {}, { language });
    expect(reads('review.decision.policyEveryClause', { factor: 1 })).toBe(true);
  });

  it('many key clauses: each leads to its place', async () => {
    const conspicuous = Array.from({ length: 300 }, (_, at) => ({ clauseId: `k${at}`, text: `Key clause ${at}` }));
    await decision(ready(), aDecisionPage({ conspicuous }));
    await click(screen.getByText('Key clause 250'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'k250' });
  });
});

describe('deciding', () => {
  it('acceptance asks for a name, a role and a company', async () => {
    await decision(ready());
    expect(isDisabled(accept())).toBe(true);
    await signedBy('Ada Berg', '  ');
    expect(isDisabled(accept())).toBe(true);
    await signedBy();
    expect(isDisabled(accept())).toBe(true);
    await justClicked();
    expect(isDisabled(accept())).toBe(false);
  });

  it('what became of it with the provider is sent with an acceptance, and starts from the last answer', async () => {
    const main = await decision(
      ready(),
      aDecisionPage({ lastConclusion: { kind: 'made', how: 'ordered', account: 'ferries' } }),
      { 'review.decide': refused() },
    );
    await signedBy();
    expect(isDisabled(accept())).toBe(true);
    await write(field('review.conclusion.on'), '2026-11-21');
    await write(field('review.decision.reason'), 'too dear');
    await click(accept());
    await click(decline());
    const [accepted, declined] = main.inputs('review.decide');
    expect(accepted?.conclusion).toEqual({ kind: 'made', how: 'ordered', on: '2026-11-21', account: 'ferries' });
    expect(declined).not.toHaveProperty('conclusion');
  });

  it('a failure about the conclusion stands at its field', async () => {
    await decision(ready(), aDecisionPage({ lastConclusion: { kind: 'made', how: 'used' } }), {
      'review.decide': refused({ field: 'conclusion.on' }),
    });
    await signedBy();
    await write(field('review.conclusion.on'), '2026-11-21');
    await click(accept());
    const day = screen.getByRole('alert').closest('label')?.querySelector('input');
    expect(day?.name).toBe('concludedOn');
    expect(document.activeElement).toBe(day);
  });

  it('what was typed is sent without blanks around it, and no reason where none was given', async () => {
    const main = await decision(ready(), aDecisionPage(), { 'review.decide': () => aDecision() }, { language: 'en' });
    await signedBy(' Ada Berg ', ' Director ');
    await justClicked();
    await click(accept());
    expect(main.inputs('review.decide')).toEqual([
      expect.objectContaining({
        versionId: anId(101),
        decision: 'accepted',
        person: 'Ada Berg',
        role: 'Director',
        basis: 'legal-representative',
        companyId: anId(61),
        language: 'en',
      }),
    ]);
    expect(main.inputs('review.decide')[0]).not.toHaveProperty('reason');
  });

  it('to decline, a reason is needed; to put off, none', async () => {
    const main = await decision(aView(), aDecisionPage(), {
      'review.decide': ({ decision: what }) => aDecision({ decision: what }),
    });
    await signedBy();
    expect(isDisabled(decline())).toBe(true);
    expect(isDisabled(setAside())).toBe(false);
    await write(field('review.decision.reason'), ' too dear ');
    await click(decline());
    expect(main.inputs('review.decide')[0]).toMatchObject({ decision: 'declined', reason: 'too dear' });
    expect(reads('names.decision.declined')).toBe(true);
  });

  it('another company asks for its own words', async () => {
    const companies = [61, 62].map((at) => ({ id: anId(at), name: `Company ${at}`, creditCode: '' }));
    const main = await decision(ready(), aDecisionPage({ companies }));
    main.answer({
      'review.page': () => aDecisionPage({ companies, words: { ...aDecisionPage().words, statement: 'Other words.' } }),
    });
    await pick(field('review.decision.company'), anId(62));
    expect(main.inputs('review.page').at(-1)?.companyId).toBe(anId(62));
    expect(readsText('Other words.')).toBe(true);
  });

  it('an authorisation letter is kept and named in the decision', async () => {
    const main = await decision(ready(), aDecisionPage(), {
      'review.keepAuthorisation': () => ({ sha256: aHash(5), name: 'letter.pdf' }),
      'review.decide': () => aDecision(),
    });
    await pick(field('review.decision.basis'), 'authorisation-letter');
    await click(the('button', 'review.decision.attach'));
    expect(readsText('letter.pdf')).toBe(true);
    // A closed file dialog takes nothing away.
    main.answer({ 'review.keepAuthorisation': () => undefined });
    await click(the('button', 'review.decision.attach'));
    await signedBy();
    await justClicked();
    await click(accept());
    expect(main.inputs('review.decide')[0]).toMatchObject({
      basis: 'authorisation-letter',
      authorisationFile: aHash(5),
    });
  });

  it('where a second person is needed, acceptance waits for both', async () => {
    const main = await decision(ready(), aDecisionPage({ secondPersonNeeded: true }), {
      'review.decide': () => aDecision(),
    });
    await signedBy();
    await justClicked();
    expect(isDisabled(accept())).toBe(true);
    const second = `${said('review.decision.second')} · `;
    await write(screen.getByLabelText(second + said('review.decision.person')), 'Bo Lind');
    expect(isDisabled(accept())).toBe(true);
    await write(screen.getByLabelText(second + said('review.decision.role')), 'Controller');
    await click(accept());
    expect(main.inputs('review.decide')[0]?.secondPerson).toEqual({ name: 'Bo Lind', role: 'Controller' });
  });

  it('is sent once, however fast one clicks', async () => {
    const answer = later<DecisionSummary>();
    const main = await decision(ready(), aDecisionPage(), { 'review.decide': () => answer.promise });
    await signedBy();
    await justClicked();
    await click(accept());
    for (const each of [accept(), decline(), setAside()]) expect(isDisabled(each)).toBe(true);
    await click(accept());
    expect(main.inputs('review.decide')).toHaveLength(1);
    answer.give(aDecision());
    await settled();
    expect(the('heading', 'review.decision.done')).toBeTruthy();
  });

  it('what was refused is told, and everything typed stays', async () => {
    await decision(ready(), aDecisionPage(), { 'review.decide': refused() });
    await signedBy();
    await justClicked();
    await write(field('review.decision.reason'), 'with a remark');
    await click(accept());
    expect(refusedHere()).toBe(true);
    expect(valueOf(field('review.decision.reason'))).toBe('with a remark');
    expect(isDisabled(accept())).toBe(false);
  });

  it('the way back to the text is there', async () => {
    await decision(ready());
    go({ screen: 'review', versionId: anId(101) });
    go(place);
    await click(the('button', 'review.decision.back'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101) });
  });
});

describe('after a decision', () => {
  async function decided(language: 'zh' | 'en' = 'zh', answers: Answers = {}): Promise<Double> {
    const main = await decision(
      ready(),
      aDecisionPage(),
      { 'review.decide': () => aDecision(), ...answers },
      { language },
    );
    await signedBy();
    await justClicked();
    await click(accept());
    return main;
  }

  inEach('says what was recorded and where', async (language) => {
    await decided(language);
    expect(reads('names.decision.accepted')).toBe(true);
    expect(reads('review.decision.record', { sequence: 12 })).toBe(true);
    expect(reads('review.reader.by', { person: 'Ada Berg', role: 'Director' })).toBe(true);
    await accessible();
  });

  it('its certificate is saved in the language of the page', async () => {
    const main = await decided('en', { 'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(7) }) });
    await click(the('button', 'review.decision.certificate'));
    expect(main.inputs('evidence.certificate')).toEqual([{ acceptanceId: anId(81), language: 'en' }]);
    expect(notice.said).toBe(said('review.reader.saved', { name: 'record.pdf' }));
  });

  it('leads on to the evidence and to the library', async () => {
    await decided();
    await click(the('button', 'frame.evidence'));
    expect(way.here).toEqual({ screen: 'evidence', acceptanceId: anId(81) });
    await click(the('button', 'frame.library'));
    expect(way.here).toEqual({ screen: 'library' });
  });
});

describe('what is missing for a decision', () => {
  it('is nothing once everything was seen', async () => {
    await decision(aView({ progress: aProgress([aRequirement({ done: true })]) }));
    expect(reads('review.decision.missing')).toBe(false);
  });
});
