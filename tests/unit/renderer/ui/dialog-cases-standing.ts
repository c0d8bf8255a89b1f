import { screen } from '@testing-library/svelte';
import ParticularsDialog from '../../../../src-renderer/features/library/table/ParticularsDialog.svelte';
import WorldQuestionDialog from '../../../../src-renderer/features/library/waiting/WorldQuestionDialog.svelte';
import CompleteDialog from '../../../../src-renderer/features/review/CompleteDialog.svelte';
import ConcludeDialog from '../../../../src-renderer/ui/standing/ConcludeDialog.svelte';
import SealedCopyCheck from '../../../../src-renderer/features/review/SealedCopyCheck.svelte';
import StandingDialog from '../../../../src-renderer/ui/standing/StandingDialog.svelte';
import BasisLine from '../../../../src-renderer/features/rights/basis/BasisLine.svelte';
import TermDialog from '../../../../src-renderer/features/rights/term/TermDialog.svelte';
import MoveComputer from '../../../../src-renderer/features/settings/MoveComputer.svelte';
import HolidayDialog from '../../../../src-renderer/features/settings/HolidayDialog.svelte';
import { anId } from '../given/agreements.ts';
import { click, pick, write } from '../given/hands.ts';
import { said, settled } from '../given/page.ts';
import { someRights } from '../given/rights.ts';
import { type Case, closed, common, control } from './dialog-case.ts';

const version = { versionId: anId(101), ondone: closed };
const record = (): string => said('review.standing.record');
const choose = (kind: 'made' | 'not-yet'): Promise<unknown> =>
  click(screen.getByRole('radio', { name: said(`review.conclusion.kinds.${kind}`) }));
const NOTICE = 'The notice of the year';
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
    name: 'standing/ConcludeDialog',
    component: ConcludeDialog,
    props: { ...common, ...version },
    before: async () => void (await choose('made')),
    typed: { concludedOn: '2026-11-21', account: 'ferries', order: 'SO-7', by: 'Ada' },
    button: record,
    call: 'review.conclude',
    field: ['answers.0.conclusion.on', 'concludedOn'],
  },
  {
    name: 'standing/ConcludeDialog',
    component: ConcludeDialog,
    props: { ...common, ...version },
    before: async () => void (await choose('made')),
    typed: { account: 'ferries' },
    button: () => said('review.conclusion.proof'),
    call: 'review.keepProof',
  },
  {
    name: 'review/CompleteDialog',
    component: CompleteDialog,
    props: { ...common, ...version },
    typed: { account: 'ferries', order: 'SO-7', handledBy: 'Bo', by: 'Ada' },
    button: record,
    call: 'review.completeConclusion',
    field: ['account', 'account'],
  },
  {
    name: 'standing/StandingDialog',
    component: StandingDialog,
    props: { ...common, ...version, what: 'end' },
    typed: { date: '2026-11-20', by: 'Ada', reason: 'The shed is sold.' },
    button: record,
    call: 'review.endStanding',
    field: ['from', 'date'],
  },
  {
    name: 'standing/StandingDialog',
    component: StandingDialog,
    props: { ...common, ...version, what: 'correct' },
    typed: { date: '2026-11-20', by: 'Ada', reason: 'The order came later.' },
    button: record,
    call: 'review.correctStanding',
    field: ['date', 'date'],
  },
  {
    name: 'standing/StandingDialog',
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
    typed: { oursDatedOn: '2026-11-20', theirsDatedOn: '2026-11-21', theirsSignatory: 'Bo', by: 'Ada' },
    button: () => said('review.explanations.texts.tellSeals'),
    call: 'letters.tellSeals',
    field: ['seals.parties.theirs.datedOn', 'theirsDatedOn'],
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
    name: 'rights/basis/BasisDialog',
    component: BasisLine,
    props: { view: someRights({ versions: [{ versionId: anId(101), ordinal: 1 }] }) },
    open: () => click(screen.getByRole('button', { name: said('rights.basis.change') })),
    before: () => pick(control('text'), anId(101)),
    button: () => said('frame.save'),
    call: 'rights.chooseText',
    field: ['versionId', 'text'],
  },
  {
    name: 'rights/term/TermDialog',
    component: TermDialog,
    props: { ...common, agreementId: anId(1), given: {}, stands: undefined, currency: 'CNY' },
    typed: { starts: '2026-11-21', price: '1200.00' },
    button: () => said('frame.save'),
    call: 'rights.keepTerm',
    field: ['term.starts', 'starts'],
  },
  {
    name: 'library/table/ParticularsDialog',
    component: ParticularsDialog,
    props: { ...common, agreementId: anId(1), particulars: { tags: [] } },
    typed: { owner: 'Ada', tags: 'ferries, cranes' },
    button: () => said('frame.save'),
    call: 'library.keepParticulars',
    field: ['particulars.owner', 'owner'],
  },
  {
    name: 'settings/HolidayDialog',
    component: HolidayDialog,
    props: { ...common, onkept: closed },
    answers: { 'settings.readHolidays': () => ({ year: 2027, daysOff: [], makeUpWorkdays: [], problems: [] }) },
    // It can be sent once it was read.
    before: async () => {
      await write(control('holidays'), NOTICE);
      await new Promise((resolve) => setTimeout(resolve, 200)).then(settled);
    },
    typed: { holidays: NOTICE },
    button: () => said('settings.holidays.keep'),
    call: 'settings.keepHolidays',
    field: ['text', 'holidays'],
  },
  {
    name: 'settings/MoveComputer',
    component: MoveComputer,
    props: common,
    button: () => said('settings.move.out'),
    call: 'settings.moveOut',
  },
];
