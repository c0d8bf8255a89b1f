import { screen } from '@testing-library/svelte';
import DeclineDialog from '../../../../src-renderer/features/review/decision/DeclineDialog.svelte';
import DeferDialog from '../../../../src-renderer/features/review/decision/DeferDialog.svelte';
import { Deciding } from '../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import CompanyDialog from '../../../../src-renderer/ui/form/CompanyDialog.svelte';
import { CompanyDraft, SignatoryDraft } from '../../../../src-renderer/ui/form/drafts.svelte.ts';
import SignatoryDialog from '../../../../src-renderer/ui/form/SignatoryDialog.svelte';
import { anId } from '../given/agreements.ts';
import { said, settled } from '../given/page.ts';
import { aDecisionPage, aView, theWords } from '../given/review.ts';
import { type Case, closed, common } from './dialog-case.ts';

const companies = [{ id: anId(61), name: 'Northern Ferries' }];
const save = (): string => said('frame.add');
const deciding = new Deciding(anId(101));

/** The decision with its words, before the dialog is there. */
const begun = {
  answers: {
    'review.open': () => aView(),
    'review.page': () => aDecisionPage({ signedLast: { companyId: anId(61), signatoryId: anId(71) } }),
    'review.statement': theWords,
  },
  before: async () => {
    await deciding.load();
    await settled();
  },
  button: () => screen.getByRole('dialog').querySelector('[type=submit]')?.textContent.trim() ?? '',
  call: 'review.decide',
} as const;

/** Dialogs of the decision: who decides, for which company, and that it is declined. */
export const DECIDING: readonly Case[] = [
  {
    name: 'form/CompanyDialog',
    component: CompanyDialog,
    props: { ...common, draft: new CompanyDraft(), onsaved: closed },
    typed: { name: 'Northern Ferries', creditCode: '91330106MA2CFLDG4X' },
    button: save,
    call: 'settings.saveCompany',
    field: ['company.creditCode', 'creditCode'],
  },
  {
    name: 'form/SignatoryDialog',
    component: SignatoryDialog,
    props: { ...common, draft: new SignatoryDraft(anId(61)), companies, onsaved: closed },
    typed: { person: 'Ada Berg', role: 'Director', authorityUntil: '2027-06-30', authorityLimit: 'CNY 1,000' },
    button: save,
    call: 'settings.saveSignatory',
    field: ['signatory.name', 'person'],
  },
  {
    name: 'form/SignatoryDialog',
    component: SignatoryDialog,
    props: { ...common, draft: new SignatoryDraft(anId(61)), companies, onsaved: closed },
    typed: { person: 'Ada Berg' },
    button: () => said('review.decision.attach'),
    call: 'review.keepAuthorisation',
  },
  {
    ...begun,
    name: 'review/decision/DeclineDialog',
    component: DeclineDialog,
    props: { ...common, deciding },
    typed: { reason: 'too dear' },
    field: ['reason', 'reason'],
  },
  {
    ...begun,
    name: 'review/decision/DeferDialog',
    component: DeferDialog,
    props: { ...common, deciding },
    typed: { deferUntil: '2026-12-18' },
    field: ['deferral.until', 'deferUntil'],
  },
];
