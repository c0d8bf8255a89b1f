import type { LibraryAgreement } from '../../../../src-main/contract/library.ts';
import Library from '../../../../src-renderer/features/library/Library.svelte';
import { shelfView } from '../../../../src-renderer/features/library/shelf-view.svelte.ts';
import { asWritten } from '../../../../assets/messages/say.ts';
import { anAgenda } from './agenda.ts';
import { aHash, aLibrary, anAgreement, anId, anInspection, aVersion, onShelf } from './agreements.ts';
import type { Answers, Double } from './double.ts';
import { settled, show } from './page.ts';

/** An agreement with a replaced version and an accepted one. */
export const CRANE: LibraryAgreement = onShelf({
  ...anAgreement({
    id: anId(2),
    title: 'Crane hire',
    provider: 'Cranes Ltd',
    versions: [
      aVersion({
        id: anId(201),
        state: 'superseded',
        title: 'Crane hire, first edition',
        why: asWritten('A newer one was accepted.'),
        fingerprint: aHash(201),
      }),
      aVersion({
        id: anId(202),
        ordinal: 2,
        title: 'Crane hire',
        state: 'accepted',
        since: '2026-11-20',
        person: 'Ada',
        stands: true,
        conspicuous: 4,
        against: anId(201),
      }),
    ],
  }),
  shelves: ['in-force'],
});

/** An agreement that nobody read. */
export const HARBOUR: LibraryAgreement = onShelf({ ...anAgreement(), shelves: ['to-review'] });

/** The library with these agreements; each of them can be inspected. */
export async function library(
  agreements: readonly LibraryAgreement[] = [HARBOUR, CRANE],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
  place: { readonly screen: 'library'; readonly agreementId?: string } = { screen: 'library' },
): Promise<Double> {
  shelfView.reset();
  const main = await show(
    Library,
    { place },
    {
      'library.list': () => aLibrary(agreements),
      'library.inspect': ({ agreementId }) => anInspection(agreements.find(({ id }) => id === agreementId)),
      'library.changes': () => undefined,
      'agenda.list': () => anAgenda(),
      'import.offers': () => ({ offers: [], unread: [] }),
      ...answers,
    },
    wish,
  );
  return main;
}

/** Until the pause after a choice is over and its answers are there. */
export async function inspected(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 80));
  await settled();
}
