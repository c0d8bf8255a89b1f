import { cleanup, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LetterList } from '../../../../../src-main/contract/letters.ts';
import type { CaseKind, CaseState } from '../../../../../src-main/contract/letters-cases.ts';
import TopBar from '../../../../../src-renderer/frame/TopBar.svelte';
import Letters from '../../../../../src-renderer/features/letters/Letters.svelte';
import { listDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aLibrary, anAgreement, anId, aToken, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { resizeTo } from '../../given/browser.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled } from '../../given/hands.ts';
import { aLetter, aTemplate, somePages } from '../../given/letters.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aCompany } from '../../given/settings.ts';

vi.mock('../../../../../src-renderer/kernel/pdf.ts', async () => (await import('../../given/paper.ts')).paper);

const forms = [
  aTemplate(),
  aTemplate({
    id: 'published',
    title: asWritten('Published letter'),
    source: 'imported',
    agreementTitle: 'Harbour storage terms',
  }),
  aTemplate({ id: 'form', title: asWritten('Their own form'), source: 'own-form', format: 'docx' }),
];
const aList = (more: Partial<LetterList> = {}): LetterList => ({ templates: forms, letters: [aLetter()], ...more });

const letters = (
  list: LetterList,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  letterId?: string,
): Promise<Double> =>
  show(
    Letters,
    { place: { screen: 'letters', ...(letterId === undefined ? {} : { letterId }) } },
    {
      'letters.list': () => list,
      'letters.open': () => aLetter(),
      'letters.preview': somePages,
      'letters.printers': () => [],
      'letters.scans': () => [],
      'settings.companies': () => [aCompany()],
      ...answers,
    },
    wish,
  );

describe('the list of letters', () => {
  inEach('empty: only what a letter can be started from', async (language) => {
    await letters({ templates: [aTemplate()], letters: [] }, {}, { language });
    expect(screen.getAllByText(said('letters.none'))).toHaveLength(1);
    expect(every('heading', 'letters.groups.drafts')).toEqual([]);
    expect(screen.getByRole('button', { name: 'Letter of commitment' })).toBeTruthy();
    expect(the('button', 'letters.next.start', { name: 'Letter of commitment' }).className).toContain('primary');
    await accessible();
  });

  it('loading: nothing is claimed', async () => {
    await letters(aList(), { 'letters.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('failed: told', async () => {
    await letters(aList(), { 'letters.list': refused() });
    expect(notice.failure).toEqual(aFailure());
  });

  inEach('few: letters, published texts, forms and drafts', async (language) => {
    await letters(aList(), {}, { language });
    expect(the('heading', 'letters.groups.drafts')).toBeTruthy();
    expect(reads('letters.none')).toBe(false);
    expect(reads('letters.pick')).toBe(true);
    expect(readsText('Harbour storage terms')).toBe(true);
    expect(readsText(said('letters.states.draft'))).toBe(true);
    await accessible();
    await click(screen.getByRole('button', { name: /^Letter of commitment .+/u }));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
    expect(way.canGoBack).toBe(false);
  });

  inEach('by how far they got, each told apart from others of its template', async (language) => {
    const gone = (kind: CaseKind, state: CaseState) => ({ kind, state });
    const about = { provider: 'Harbour Board', agreement: 'Storage terms', version: asWritten('v2') };
    const list = [
      aLetter({ id: anId(31), title: 'Sealed one', state: 'sealed' }),
      aLetter({ id: anId(32), title: 'Signed one', state: 'signed' }),
      aLetter({ id: anId(33), title: 'Printed one', state: 'exported' }),
      { ...aLetter({ id: anId(34), title: 'Scanned one', state: 'exported' }), scan: 'unchecked' as const },
      { ...aLetter({ id: anId(35), title: 'Begun one' }), about, left: 3, updatedAt: '2026-11-12T02:00:00Z' },
      { ...aLetter({ id: anId(36), title: 'Rejected one', state: 'exported' }), scan: 'rejected' as const },
      { ...aLetter({ id: anId(37), title: 'Gone one', state: 'exported' }), way: gone('letter', 'sent') },
      { ...aLetter({ id: anId(38), title: 'Draft that was sent' }), way: gone('letter', 'arrived'), left: 2 },
      { ...aLetter({ id: anId(39), title: 'Paid one', state: 'sealed' }), way: gone('claim', 'settled') },
      { ...aLetter({ id: anId(40), title: 'Begun case' }), way: gone('letter', 'drafted') },
    ];
    await letters(aList({ letters: list, templates: [] }), {}, { language });
    const groups = screen
      .getAllByRole('heading', { level: 2 })
      .map((heading) => [
        heading.textContent,
        [...(heading.parentElement?.nextElementSibling?.querySelectorAll('strong') ?? [])].map(
          (each) => each.textContent,
        ),
      ]);
    expect(groups.slice(0, 7)).toEqual([
      [said('letters.groups.drafts'), ['Begun one', 'Begun case']],
      [said('letters.groups.toCheck'), ['Scanned one']],
      [said('letters.groups.toSeal'), ['Printed one', 'Rejected one']],
      [said('letters.groups.sealed'), ['Sealed one']],
      [said('letters.groups.signed'), ['Signed one']],
      [said('letters.groups.sent'), ['Gone one', 'Draft that was sent']],
      [said('letters.groups.settled'), ['Paid one']],
    ]);
    expect(screen.getByRole('button', { name: /^Draft that was sent/u }).textContent).toContain(
      said('letters.case.states.arrived'),
    );
    expect(screen.getByRole('button', { name: /^Paid one/u }).textContent).toContain(
      said('letters.case.states.credited'),
    );
    const draft = screen.getByRole('button', { name: /^Begun one/u });
    for (const words of [
      'Storage terms v2',
      'Harbour Board',
      said('letters.left', { count: 3 }),
      listDate('2026-11-12'),
    ])
      expect(draft.textContent).toContain(words);
    await accessible();
  });

  inEach('the template of what stands is marked; the plus leads to what one can begin with', async (language) => {
    const templates = [
      aTemplate({ id: 'now', title: asWritten('Now'), source: 'imported', agreementTitle: 'Terms v2', stands: true }),
      aTemplate({ id: 'old', title: asWritten('Old'), source: 'imported', agreementTitle: 'Terms v1', stands: false }),
    ];
    await letters({ templates, letters: [] }, {}, { language });
    expect(screen.getByRole('button', { name: /^Now/u }).textContent).toContain(said('letters.stands'));
    expect(screen.getByRole('button', { name: /^Old/u }).textContent).not.toContain(said('letters.stands'));
    await click(the('button', 'letters.start'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Now/u }));
  });

  it('many: three hundred', async () => {
    const many = Array.from({ length: 300 }, (_, at) => aLetter({ id: anId(7000 + at), title: `Letter ${at}` }));
    await letters(aList({ letters: many }));
    expect(screen.getAllByRole('button', { name: /^Letter \d/u })).toHaveLength(300);
  });

  it('one is started, and shown', async () => {
    const main = await letters(aList({ letters: [] }), {
      'letters.start': ({ templateId }) => aLetter({ templateId }),
    });
    await click(screen.getAllByRole('button', { name: /Published letter/u })[0]!);
    expect(main.inputs('letters.start')).toEqual([{ templateId: 'published' }]);
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });

  it('a form of theirs is imported and begun, or removed', async () => {
    const main = await letters(aList(), {
      'letters.importForm': () => aTemplate({ id: 'new-form', title: asWritten('New form') }),
      'letters.start': () => aLetter({ id: anId(22) }),
      'letters.removeForm': () => aToken('form'),
    });
    await click(the('button', 'letters.importForm'));
    expect(notice.said).toBe(said('letters.formImported', { title: 'New form' }));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(22) });
    await click(the('button', 'letters.removeForm', { title: 'Their own form' }));
    expect(main.inputs('letters.removeForm')).toEqual([{ templateId: 'form' }]);
  });

  it('a closed file dialog begins nothing; what changed is looked at again', async () => {
    const main = await letters(aList(), { 'letters.importForm': () => undefined });
    await click(the('button', 'letters.importForm'));
    expect(main.inputs('letters.start')).toEqual([]);
    main.answer({ 'letters.list': () => aList({ letters: [aLetter({ title: 'Another letter' })] }) });
    main.send('changed', { features: ['letters'] });
    await settled();
    expect(readsText('Another letter')).toBe(true);
  });
});

describe('a narrow window', () => {
  inEach('shows a letter alone; to all of them leads the bar, and nothing says so twice', async (language) => {
    await letters(aList(), {}, { language });
    cleanup();
    resizeTo(990);
    const place = { screen: 'letters', letterId: anId(21) } as const;
    go(place);
    render(TopBar, { props: { onsearch: () => undefined } });
    render(Letters, { props: { place } });
    await settled();
    expect(every('heading', 'letters.groups.drafts')).toEqual([]);
    expect(every('button', 'letters.start')).toEqual([]);
    const toAll = the('button', 'frame.letters');
    await click(toAll);
    expect(way.here).toEqual({ screen: 'letters' });
  });
});

describe('a set of papers', () => {
  const libraryOf = anAgreement({ versions: [aVersion({ title: 'Storage terms' })] });
  const forms2 = anAgreement({
    id: anId(5),
    kind: 'form-list',
    versions: [aVersion({ id: anId(501), title: 'Forms' })],
  });
  const open = async (answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> => {
    const main = await letters(
      aList(),
      { 'library.list': () => aLibrary([libraryOf, forms2]), 'letters.checkSet': () => [], ...answers },
      { language },
      anId(21),
    );
    await click(the('button', 'letters.set'));
    return main;
  };
  const save = (): HTMLElement => the('button', 'letters.saveSet');

  inEach('begins with the letter shown, and is checked as it grows', async (language) => {
    const made = { folder: 'Papers', files: ['a.pdf', 'b.pdf'] };
    const main = await open({ 'letters.exportSet': () => made }, language);
    expect(reads('letters.agrees')).toBe(true);
    expect(within(dialog()!).queryByText(/Forms/u)).toBeNull();
    await accessible();
    await click(within(dialog()!).getByRole('checkbox', { name: /Storage terms/u }));
    expect(main.inputs('letters.checkSet').at(-1)).toEqual({ letterIds: [anId(21)], versionIds: [anId(101)] });
    await click(save());
    expect(main.inputs('letters.exportSet')[0]).toMatchObject({ letterIds: [anId(21)], versionIds: [anId(101)] });
    expect(notice.said).toBe(said('letters.setSaved', { count: 2, folder: 'Papers' }));
    expect(dialog()).toBeNull();
  });

  it('what does not agree stops it, a warning does not', async () => {
    const main = await open({
      'letters.checkSet': () => [{ field: 'name', severity: 'error', text: asWritten('Two names') }],
    });
    expect(readsText('Two names')).toBe(true);
    expect(reads('letters.agrees')).toBe(false);
    expect(isDisabled(save())).toBe(true);
    main.answer({ 'letters.checkSet': () => [{ field: 'name', severity: 'warning', text: asWritten('Two dates') }] });
    await click(within(dialog()!).getByRole('checkbox', { name: /Storage terms/u }));
    expect(isDisabled(save())).toBe(false);
  });

  it('an empty set is none', async () => {
    await open();
    await click(within(dialog()!).getByRole('checkbox', { name: /Letter of commitment/u }));
    expect(isDisabled(save())).toBe(true);
  });

  it('where it cannot be checked nothing is said to agree', async () => {
    await open({ 'letters.checkSet': refused() });
    expect(within(dialog()!).getByRole('alert').textContent).toContain('The given call was refused.');
    expect(reads('letters.agrees')).toBe(false);
    expect(isDisabled(save())).toBe(true);
  });
});
