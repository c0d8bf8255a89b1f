import BeginCourtList from '../../../../src-renderer/features/evidence/court/BeginCourtList.svelte';
import ExportCourt from '../../../../src-renderer/features/evidence/court/ExportCourt.svelte';
import { anId } from '../given/agreements.ts';
import { click } from '../given/hands.ts';
import { said } from '../given/page.ts';
import { screen } from '@testing-library/svelte';
import { type Case, closed, common } from './dialog-case.ts';

const choices = { agreements: [{ id: anId(1), title: 'Crane terms', versions: 1 }], cases: [] };

/** Dialogs about what is handed to a court. */
export const COURT: readonly Case[] = [
  {
    name: 'evidence/court/BeginCourtList',
    component: BeginCourtList,
    props: { ...common, onbegun: closed },
    answers: { 'evidence.courtChoices': () => choices },
    before: async () => void (await click(screen.getByRole('checkbox', { name: 'Crane terms' }))),
    typed: { title: 'Crane dispute', from: '2026-10-01' },
    button: () => said('court.compose'),
    call: 'evidence.beginCourtList',
    field: ['scope.from', 'from'],
  },
  {
    name: 'evidence/court/ExportCourt',
    component: ExportCourt,
    props: { ...common, listId: anId(91) },
    answers: { 'evidence.courtAdverse': () => ({ lines: [], seen: '0'.repeat(64) }) },
    button: () => said('court.export'),
    call: 'evidence.exportCourt',
  },
];
