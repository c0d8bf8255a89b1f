import { screen } from '@testing-library/svelte';
import { expect } from 'vitest';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aLine, anAgenda } from '../../given/agenda.ts';
import { anId, anInspection } from '../../given/agreements.ts';
import { click } from '../../given/hands.ts';
import { CRANE, inspected, library } from '../../given/library.ts';
import { inEach, said } from '../../given/page.ts';

inEach('a term that has to be entered is what comes next of an agreement without a day', async (language) => {
  const place = { screen: 'rights', agreementId: CRANE.id, part: 'term' } as const;
  const { date: _date, ...line } = aLine({
    kind: 'term-start',
    state: 'open',
    agreement: { id: CRANE.id, title: CRANE.title },
    place,
  });
  const next = { do: 'read', versionId: anId(202), ordinal: 2 } as const;
  await library(
    [CRANE],
    { 'library.inspect': () => anInspection(CRANE, { next }), 'agenda.list': () => anAgenda([line]) },
    { language },
    { screen: 'library', agreementId: CRANE.id },
  );
  await inspected();
  const what = said('term.agenda-items.kind-words.term-start.title');
  const answers = screen.getByRole('article').querySelector('dl')?.textContent ?? '';
  expect(answers).toContain(what);
  expect(answers).not.toContain(said('library.row.nothing'));
  expect(document.querySelector(`#row-${CRANE.id} .due`)?.textContent?.trim()).toBe(what);
  const primary = screen.getByRole('contentinfo').querySelector('button.primary') as HTMLElement;
  expect(primary.textContent).toBe(said('rights.term.enter'));
  await click(primary);
  expect(way.here).toMatchObject(place);
});
