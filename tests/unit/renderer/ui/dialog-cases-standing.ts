import { screen } from '@testing-library/svelte';
import WorldQuestionDialog from '../../../../src-renderer/features/library/waiting/WorldQuestionDialog.svelte';
import ConcludeDialog from '../../../../src-renderer/features/review/ConcludeDialog.svelte';
import SealedCopyCheck from '../../../../src-renderer/features/review/SealedCopyCheck.svelte';
import StandingDialog from '../../../../src-renderer/features/review/StandingDialog.svelte';
import BasisLine from '../../../../src-renderer/features/rights/BasisLine.svelte';
import { anId } from '../given/agreements.ts';
import { click, pick } from '../given/hands.ts';
import { said } from '../given/page.ts';
import { someRights } from '../given/rights.ts';
import { type Case, closed, common, control } from './dialog-case.ts';

const version = { versionId: anId(101), ondone: closed };
const record = (): string => said('review.standing.record');
const choose = (kind: 'made' | 'not-yet'): Promise<unknown> =>
  click(screen.getByRole('radio', { name: said(`review.conclusion.kinds.${kind}`) }));
const question = {
  versionId: anId(101),
  title: 'Crane terms',
  ordinal: 1,
  decidedAt: '2026-10-05T03:20:00Z',
  copies: [{ id: anId(6), name: 'sealed.pdf' }],
};
const judged = {
  id: anId(6),
  name: 'sealed.pdf',
  state: 'confirmed',
  stateAt: '2026-11-20T02:00:00Z',
  compared: true,
  differences: [],
};

/** Dialogs about what stands. */
export const STANDING: readonly Case[] = [
  {
    name: 'review/ConcludeDialog',
    component: ConcludeDialog,
    props: { ...common, ...version },
    before: async () => void (await choose('made')),
    typed: { concludedOn: '2026-11-21', account: 'ferries', order: 'SO-7', by: 'Ada' },
    button: record,
    call: 'review.conclude',
    field: ['answers.0.conclusion.on', 'concludedOn'],
  },
  {
    name: 'review/ConcludeDialog',
    component: ConcludeDialog,
    props: { ...common, ...version },
    before: async () => void (await choose('made')),
    typed: { account: 'ferries' },
    button: () => said('review.conclusion.proof'),
    call: 'review.keepProof',
  },
  {
    name: 'review/StandingDialog',
    component: StandingDialog,
    props: { ...common, ...version, what: 'end' },
    typed: { date: '2026-11-20', by: 'Ada', reason: 'The shed is sold.' },
    button: record,
    call: 'review.endStanding',
    field: ['from', 'date'],
  },
  {
    name: 'review/StandingDialog',
    component: StandingDialog,
    props: { ...common, ...version, what: 'correct' },
    typed: { date: '2026-11-20', by: 'Ada', reason: 'The order came later.' },
    button: record,
    call: 'review.correctStanding',
    field: ['date', 'date'],
  },
  {
    name: 'review/StandingDialog',
    component: StandingDialog,
    props: { ...common, ...version, what: 'end' },
    typed: { by: 'Ada' },
    button: () => said('review.conclusion.proof'),
    call: 'review.keepProof',
  },
  {
    name: 'review/SealedCopyCheck',
    component: SealedCopyCheck,
    props: { ...common, copy: judged, onpick: closed },
    before: () => pick(control('seals'), 'both'),
    typed: { datedOn: '2026-11-21', by: 'Ada' },
    button: () => said('review.explanations.texts.tellSeals'),
    call: 'letters.tellSeals',
    field: ['seals.datedOn', 'datedOn'],
  },
  {
    name: 'library/waiting/WorldQuestionDialog',
    component: WorldQuestionDialog,
    props: { ...common, questions: [question] },
    before: () => pick(control('world'), 'made'),
    typed: { concludedOn: '2026-11-21', by: 'Ada' },
    button: record,
    call: 'review.conclude',
    field: ['answers.0.conclusion.on', 'concludedOn'],
  },
  {
    name: 'library/waiting/WorldQuestionDialog',
    component: WorldQuestionDialog,
    props: { ...common, questions: [question] },
    before: () => pick(control('seals'), 'ours'),
    typed: { by: 'Ada' },
    button: record,
    call: 'letters.tellSeals',
  },
  {
    name: 'rights/BasisLine',
    component: BasisLine,
    props: { view: someRights({ versions: [{ versionId: anId(101), ordinal: 1 }] }) },
    open: () => click(screen.getByRole('button', { name: said('rights.basis.change') })),
    before: () => pick(control('text'), anId(101)),
    button: () => said('frame.save'),
    call: 'rights.chooseText',
    field: ['versionId', 'text'],
  },
];
