import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Library from '../../../../../src-renderer/features/library/Library.svelte';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anAgenda } from '../../given/agenda.ts';
import { agreements, aLibrary, anAgreement, anId, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers } from '../../given/double.ts';
import { click, press, write } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';

const quiet: Answers = {
  'agenda.list': () => anAgenda(),
  'import.offers': () => ({ offers: [], unread: [] }),
};

async function library(answers: Answers): Promise<ReturnType<typeof given>> {
  const main = await given({ ...quiet, ...answers });
  render(Library);
  await settled();
  return main;
}

describe('the library', () => {
  inEach('empty: says so, and offers the sample and an import', async (language) => {
    await given({ ...quiet, 'library.list': () => aLibrary([]) }, { language });
    render(Library);
    await settled();
    expect(screen.getByRole('heading', { name: said('library.empty') })).toBeTruthy();
    expect(screen.getByRole('button', { name: said('library.sample') })).toBeTruthy();
    await accessible();
  });

  it('loading: shows nothing that would have to be taken back', async () => {
    await library({ 'library.list': pending });
    expect(screen.queryByRole('heading')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: the failure goes to the notice, and no empty library is claimed', async () => {
    await library({ 'library.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByText(said('library.empty'))).toBeNull();
  });

  inEach('three hundred agreements are all listed', async (language) => {
    await given({ ...quiet, 'library.list': () => aLibrary(agreements(300)) }, { language });
    render(Library);
    await settled();
    const list = screen.getByRole('region', { name: said('library.title') });
    expect(within(list).getAllByRole('button')).toHaveLength(300);
  });

  it('the arrows move the choice and the focus, and Enter opens the newest version', async () => {
    const second = anAgreement({
      id: anId(2),
      title: 'Crane hire',
      versions: [aVersion({ id: anId(201) }), aVersion({ id: anId(202), ordinal: 2 })],
    });
    await library({ 'library.list': () => aLibrary([anAgreement(), second]) });
    await click(screen.getByRole('button', { name: /Harbour storage/u }));
    expect(await press('ArrowDown')).toBe(true);
    const row = screen.getByRole('button', { name: /Crane hire/u });
    expect(document.activeElement).toBe(row);
    expect(row.getAttribute('aria-current')).toBe('true');
    await press('Enter');
    expect(way.here).toEqual({ screen: 'review', versionId: anId(202) });
  });

  it('the search asks for the words typed and leads to the clause found', async () => {
    const main = await library({
      'library.list': () => aLibrary(),
      'library.search': () => [
        { versionId: anId(101), agreementTitle: 'Harbour storage terms', ordinal: 1, clauseId: 'c4', excerpt: 'berth' },
      ],
    });
    await write(screen.getByRole('searchbox', { name: said('library.filter') }), 'berth');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await settled();
    expect(main.inputs('library.search')).toEqual([{ query: 'berth' }]);
    await click(screen.getByRole('button', { name: /berth/u }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4', find: 'berth' });
  });
});
