import { cleanup, render } from '@testing-library/svelte';
import { expect } from 'vitest';
import type { VersionSummary } from '../../../../../src-main/contract/library.ts';
import AgreementRow from '../../../../../src-renderer/features/library/AgreementRow.svelte';
import { anAgreement, anId, aVersion, onShelf } from '../../given/agreements.ts';
import { readsText } from '../../given/find.ts';
import { given, inEach, said } from '../../given/page.ts';

const sealed: NonNullable<VersionSummary['period']> = {
  versionId: anId(101),
  from: '2026-10-06T00:00:00Z',
  by: 'seal',
  recordId: anId(201),
  governing: 'sealed',
  why: { zh: '双方盖章', en: 'Sealed by both' },
};
const STATES: readonly (readonly [string, Partial<VersionSummary>])[] = [
  ['good', { state: 'accepted', stands: true }],
  ['sealed', { state: 'accepted', stands: true, period: sealed }],
  ['warn', { state: 'accepted', stands: true, unread: true }],
  ['warn', { state: 'decided' }],
  ['warn', { state: 'set-aside' }],
  ['no', { state: 'declined' }],
  ['past', { state: 'superseded' }],
  ['open', { state: 'not-reviewed' }],
  ['open', { state: 'reviewing' }],
];

inEach('each state of a version has its mark, and its word beside it', async (language) => {
  await given({}, { language });
  for (const [mark, state] of STATES) {
    const version = aVersion(state);
    render(AgreementRow, { props: { agreement: onShelf(anAgreement({ versions: [version] })), next: undefined } });
    const [shown, ...others] = document.querySelectorAll('i[aria-hidden=true]');
    expect([shown?.classList[0], others]).toEqual([mark, []]);
    expect(readsText(said(`names.state.${version.state}`))).toBe(true);
    cleanup();
  }
});
