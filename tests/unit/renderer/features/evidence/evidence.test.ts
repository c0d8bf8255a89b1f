import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { EvidencePart, Place } from '../../../../../src-main/contract/event.ts';
import type { AcceptanceDetail, AcceptanceLine, LedgerStanding } from '../../../../../src-main/contract/evidence.ts';
import Evidence from '../../../../../src-renderer/features/evidence/Evidence.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { dateTime } from '../../../../../src-renderer/kernel/dates.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { clipboard } from '../../given/browser.ts';
import { aFailure, later, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { anAcceptance, anEntry, aRecord, aVerdict } from '../../given/evidence.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, write } from '../../given/hands.ts';
import { aCertificate } from '../../given/letters.ts';
import { given, inEach, said, settled, show, untilTheEnd } from '../../given/page.ts';
import { aStanding, ledgerAnswers } from '../../given/settings.ts';

type Here = Extract<Place, { screen: 'evidence' }>;

const content = {
  title: 'Record of a decision',
  sections: [
    {
      heading: 'The decision',
      rows: [
        { label: 'By', value: 'Ada Berg' },
        { label: 'Words', value: 'It is decided: 1. to accept. 2. no right is waived.' },
      ],
    },
  ],
  proven: ['The text was shown.'],
  notProven: ['That it was understood.'],
};

const quiet = (lines: readonly AcceptanceLine[]): Answers => ({
  'evidence.acceptances': () => lines,
  'evidence.acceptance': ({ acceptanceId }) =>
    aRecord(lines.find(({ id }) => id === acceptanceId) ?? anAcceptance(), content),
  'evidence.ledger': () => ({ lines: [anEntry()], count: 1 }),
  'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
  'evidence.importedBundles': () => [],
});

interface Open {
  readonly lines?: readonly AcceptanceLine[];
  readonly answers?: Answers;
  readonly wish?: Parameters<typeof show>[3];
  readonly place?: Partial<Here>;
  readonly standing?: LedgerStanding;
}

/** The frame follows the ledger; the screen shows what it found. */
async function evidence({
  lines = [anAcceptance()],
  answers = {},
  wish = {},
  place = {},
  standing = aStanding(),
}: Open = {}): Promise<Double> {
  await given({ ...ledgerAnswers(standing) });
  untilTheEnd(followLedger());
  await settled();
  return show(
    Evidence,
    { place: { screen: 'evidence', part: 'decisions', ...place } },
    { ...quiet(lines), ...answers },
    wish,
  );
}

const part = (name: EvidencePart, more: Open = {}): Promise<Double> => evidence({ ...more, place: { part: name } });

describe('the head of a record', () => {
  const made = { how: asWritten('Bay & Co accepted by clicking on the page of the provider.'), said: 'Ada Berg' };
  const shown = (of: AcceptanceDetail['made'], language: 'zh' | 'en') =>
    evidence({
      answers: { 'evidence.acceptance': () => ({ ...aRecord(anAcceptance(), content), ...(of ? { made: of } : {}) }) },
      wish: { language },
    });

  inEach('says how it was accepted towards the provider, by whom, and whose word that is', async (language) => {
    await shown({ ...made, handledBy: 'Bo Lind' }, language);
    expect(screen.getByText('Bay & Co accepted by clicking on the page of the provider.')).toBeTruthy();
    expect(reads('evidence.made.by', { by: 'Bo Lind', said: 'Ada Berg' })).toBe(true);
    await accessible();
    cleanup();
    await shown(made, language);
    expect(reads('evidence.made.said', { said: 'Ada Berg' })).toBe(true);
    cleanup();
    await shown(undefined, language);
    expect(reads('evidence.made.said', { said: 'Ada Berg' })).toBe(false);
  });
});

describe('the evidence', () => {
  inEach('empty: no decision yet, and nothing to export from an empty ledger', async (language) => {
    await evidence({ lines: [], wish: { language }, standing: aStanding({ count: 0 }) });
    expect(reads('evidence.noDecisions')).toBe(true);
    expect(every('button', 'evidence.export')).toEqual([]);
    expect(the('button', 'library.import').classList.contains('primary')).toBe(true);
    expect(every('button', 'library.sample')).toHaveLength(1);
    expect(reads('evidence.neverChecked')).toBe(true);
    await accessible();
  });

  it('loading: no decision is claimed or denied', async () => {
    await evidence({ answers: { 'evidence.acceptances': pending } });
    expect(reads('evidence.noDecisions')).toBe(false);
  });

  it('failed: told', async () => {
    await evidence({ answers: { 'evidence.acceptances': refused() } });
    expect(notice.failure).toEqual(aFailure());
    expect(reads('evidence.noDecisions')).toBe(false);
  });

  inEach('its parts are tabs, and which one is shown is said', async (language) => {
    await evidence({ wish: { language } });
    expect(the('tab', 'evidence.parts.decisions').getAttribute('aria-selected')).toBe('true');
    await click(the('tab', 'evidence.parts.timestamps'));
    expect(way.here).toEqual({ screen: 'evidence', part: 'timestamps' });
    expect(way.canGoBack).toBe(false);
  });

  inEach('the last full check is said; faults are shown where they are', async (language) => {
    const last = { ok: true, checked: 12, faults: [], at: '2026-11-29T02:00:00Z' };
    await evidence({ wish: { language }, standing: aStanding({ last }) });
    expect(reads('evidence.checkedAt', { when: dateTime(last.at), count: 12 })).toBe(true);
    cleanup();
    const faults = [{ sequence: 7, text: asWritten('It was changed.') }, { text: asWritten('The end is missing.') }];
    await evidence({ wish: { language }, standing: aStanding({ last: { ...last, ok: false, faults } }) });
    expect(reads('evidence.faultsAt', { when: dateTime(last.at), faults: 2 })).toBe(true);
    const alert = the('alert', 'evidence.faults');
    expect(alert.textContent).toContain(said('evidence.entry', { sequence: 7 }));
    expect(alert.textContent).toContain('The end is missing.');
    await accessible();
  });

  it('everything is verified on demand, once at a time', async () => {
    const answer = later<ReturnType<typeof aVerdict>>();
    const main = await evidence({ answers: { 'evidence.verify': () => answer.promise } });
    await click(the('button', 'evidence.verifyAll'));
    expect(reads('evidence.verifying')).toBe(true);
    await click(the('button', 'evidence.verifyAll'));
    expect(main.inputs('evidence.verify')).toHaveLength(1);
    answer.give(aVerdict());
    await settled();
    expect(isDisabled(the('button', 'evidence.verifyAll'))).toBe(false);
  });

  inEach('what no entry covers is covered by a click, after it was said what that means', async (language) => {
    const unchecked = [asWritten('Nothing says what it was.')];
    const last = aVerdict({ ok: false, unchecked, at: '2026-11-29T02:00:00Z' });
    const answer = later<ReturnType<typeof aVerdict>>();
    const main = await evidence({
      standing: aStanding({ last }),
      answers: { 'evidence.cover': () => answer.promise },
      wish: { language },
    });
    expect(reads('evidence.answers.coverText')).toBe(true);
    await accessible();
    await click(the('button', 'evidence.answers.cover'));
    expect(main.inputs('evidence.cover')).toHaveLength(1);
    expect(main.inputs('evidence.verify')).toHaveLength(0);
    expect(reads('evidence.verifying')).toBe(true);
    expect(reads('evidence.answers.coverText')).toBe(false);
    answer.give(aVerdict());
    await settled();
    cleanup();
    const heldSince = [asWritten('Held against entry 13.')];
    await evidence({ standing: aStanding({ last: aVerdict({ heldSince }) }), wish: { language } });
    expect(reads('evidence.answers.coverText')).toBe(false);
    expect(reads('evidence.answers.intact')).toBe(true);
    expect(document.body.textContent).toContain('Held against entry 13.');
  });
});

describe('decisions', () => {
  const other = anAcceptance({
    id: anId(82),
    title: 'Crane hire',
    decision: 'declined',
    origin: 'Southern Ferries',
    versionId: anId(201),
  });

  inEach('few: the first one beside the list, whole', async (language) => {
    await evidence({ lines: [anAcceptance(), other], wish: { language } });
    expect(within(the('region', 'evidence.decisionsOf')).getAllByRole('listitem')).toHaveLength(2);
    expect(reads('evidence.from', { origin: 'Southern Ferries' })).toBe(true);
    const lines = [...document.querySelectorAll('dd > span')].map(({ textContent }) => textContent);
    expect(lines).toEqual(expect.arrayContaining(['It is decided: ', '1. to accept. ', '2. no right is waived.']));
    expect(readsText('The text was shown.')).toBe(true);
    expect(readsText('That it was understood.')).toBe(true);
    await accessible();
  });

  it('many: three hundred', async () => {
    const lines = Array.from({ length: 300 }, (_, at) => anAcceptance({ id: anId(3000 + at) }));
    await evidence({ lines });
    expect(within(the('region', 'evidence.decisionsOf')).getAllByRole('listitem')).toHaveLength(300);
  });

  it('a place names the one to show; that of another house has no certificate', async () => {
    await evidence({ lines: [anAcceptance(), other], place: { acceptanceId: anId(82) } });
    expect(reads('evidence.foreign', { origin: 'Southern Ferries' })).toBe(true);
    expect(every('button', 'evidence.certificate')).toEqual([]);
    await click(the('button', 'evidence.openText'));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(201) });
    await click(screen.getByRole('button', { name: /Harbour storage terms/u }));
    expect(every('button', 'evidence.certificate')).toHaveLength(1);
  });

  it('its certificate is made, and its place copied', async () => {
    const main = await evidence({
      answers: { 'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(7) }) },
    });
    await click(the('button', 'evidence.certificate'));
    expect(main.inputs('evidence.certificate')).toEqual([{ acceptanceId: anId(81), language: 'zh', seen: aHash(99) }]);
    expect(notice.said).toBe(said('evidence.exported', { name: 'record.pdf' }));
    await click(the('button', 'evidence.copyPlace'));
    expect(clipboard).toEqual([`12:${aHash(12)}`]);
  });

  inEach('a signed certificate: by a file with its password, or by a kept key', async (language) => {
    const main = await evidence({
      wish: { language },
      answers: {
        'settings.certificates': () => [
          aCertificate(),
          aCertificate({ id: anId(28), kept: false, subject: 'Not kept' }),
        ],
        'evidence.certificate': refused(),
      },
    });
    await click(the('button', 'evidence.certificateSigned'));
    expect(screen.queryByRole('option', { name: 'Not kept' })).toBeNull();
    await write(field('evidence.password'), 'secret words');
    await accessible();
    await click(the('button', 'evidence.certificateSigned'));
    expect(dialog()).not.toBeNull();
    main.answer({ 'evidence.certificate': () => ({ fileName: 'record.pdf', sha256: aHash(7) }) });
    await pick(field('evidence.chooseKey'), anId(27));
    await click(the('button', 'evidence.certificateSigned'));
    expect(main.inputs('evidence.certificate').map(({ key }) => key)).toEqual([
      { kind: 'file', password: 'secret words' },
      { kind: 'kept', certificateId: anId(27) },
    ]);
    expect(dialog()).toBeNull();
  });

  it('the register is taken out in four ways; what was printed is not told', async () => {
    const main = await evidence({ answers: { 'evidence.register': ({ as }) => ({ fileName: `register.${as}` }) } });
    for (const key of [
      'evidence.registerCsv',
      'evidence.registerJson',
      'evidence.registerPdf',
      'evidence.registerPrint',
    ] as const)
      await click(the('button', key));
    expect(main.inputs('evidence.register').map(({ as }) => as)).toEqual(['csv', 'json', 'pdf', 'print']);
    expect(notice.said).toBe(said('evidence.exported', { name: 'register.pdf' }));
  });
});

describe('a bundle of evidence', () => {
  const NO_AGREEMENT = { 'evidence.courtChoices': () => ({ agreements: [], cases: [] }) } satisfies Answers;

  inEach('of a decision, of its agreement, or of everything', async (language) => {
    const made = { fileName: 'evidence.zip', sha256: aHash(8), bytes: 1000 };
    const main = await evidence({ wish: { language }, answers: { 'evidence.exportBundle': () => made } });
    for (const choice of [undefined, 'evidence.exportAgreement', 'evidence.exportAll'] as const) {
      await click(the('button', 'evidence.export'));
      if (choice) await click(field(choice));
      else await accessible();
      await click(within(dialog()!).getByRole('button', { name: said('evidence.export') }));
      expect(dialog()).toBeNull();
    }
    expect(main.inputs('evidence.exportBundle').map(({ scope }) => scope)).toEqual([
      { kind: 'acceptance', acceptanceId: anId(81) },
      { kind: 'agreement', agreementId: anId(1) },
      { kind: 'everything' },
    ]);
    expect(notice.said).toBe(said('evidence.exported', { name: 'evidence.zip' }));
  });

  it('of a decision of another house there is none: it is of everything', async () => {
    await evidence({ lines: [anAcceptance({ origin: 'Southern Ferries' })], answers: NO_AGREEMENT });
    await click(the('button', 'evidence.export'));
    expect(screen.queryAllByRole('radio')).toEqual([]);
    expect(within(dialog()!).getByText(said('evidence.exportAll'))).toBeTruthy();
  });

  inEach('is made despite faults only where there are any, by the person’s word', async (language) => {
    const faulty = refused({ code: 'evidence-faulty' });
    const main = await part('ledger', {
      wish: { language },
      answers: { ...NO_AGREEMENT, 'evidence.exportBundle': faulty },
    });
    await click(the('button', 'evidence.export'));
    expect(screen.queryByRole('checkbox')).toBeNull();
    const send = (): Promise<void> => click(within(dialog()!).getByRole('button', { name: said('evidence.export') }));
    await send();
    await click(field('evidence.exportDespite'));
    await send();
    expect(main.inputs('evidence.exportBundle').map(({ despite }) => despite)).toEqual([undefined, true]);
  });

  it('elsewhere than among the decisions it is of everything, or of an agreement that is chosen', async () => {
    const agreements = [
      { id: anId(1), title: 'Quay terms', versions: 1 },
      { id: anId(2), title: 'Crane terms', versions: 2 },
    ];
    const main = await part('ledger', {
      answers: {
        'evidence.exportBundle': () => ({ fileName: 'evidence.zip', sha256: aHash(8), bytes: 1000 }),
        'evidence.courtChoices': () => ({ agreements, cases: [] }),
      },
    });
    await click(the('button', 'evidence.export'));
    await click(field('evidence.exportAnAgreement'));
    expect(reads('evidence.exportHolds.agreement')).toBe(true);
    await pick(field('evidence.exportOf'), anId(2));
    await accessible();
    await click(within(dialog()!).getByRole('button', { name: said('evidence.export') }));
    expect(main.inputs('evidence.exportBundle').map(({ scope }) => scope)).toEqual([
      { kind: 'agreement', agreementId: anId(2) },
    ]);
  });

  it('where there is no agreement it is of everything', async () => {
    const main = await part('ledger', { answers: { ...NO_AGREEMENT, 'evidence.exportBundle': () => undefined } });
    await click(the('button', 'evidence.export'));
    expect(screen.queryAllByRole('radio')).toEqual([]);
    await click(within(dialog()!).getByRole('button', { name: said('evidence.export') }));
    expect(main.inputs('evidence.exportBundle')).toEqual([{ scope: { kind: 'everything' }, seen: aHash(99) }]);
    expect(dialog()).not.toBeNull();
  });
});
