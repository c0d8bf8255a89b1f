import { sentence } from '../../../../assets/messages/say.ts';
import { screen } from '@testing-library/svelte';
import NoticeCorrection from '../../../../src-renderer/features/notices/NoticeCorrection.svelte';
import NoticeForm from '../../../../src-renderer/features/notices/NoticeForm.svelte';
import NoticeMoveDialog from '../../../../src-renderer/features/notices/NoticeMoveDialog.svelte';
import AskExplanation from '../../../../src-renderer/features/review/AskExplanation.svelte';
import ExplanationStep from '../../../../src-renderer/features/review/ExplanationStep.svelte';
import ReadAgainDialog from '../../../../src-renderer/features/review/ReadAgainDialog.svelte';
import ReplaceDialog from '../../../../src-renderer/features/review/ReplaceDialog.svelte';
import SealedCopyCheck from '../../../../src-renderer/features/review/SealedCopyCheck.svelte';
import BasisLine from '../../../../src-renderer/features/rights/basis/BasisLine.svelte';
import ClaimClosed from '../../../../src-renderer/features/rights/claim/ClaimClosed.svelte';
import { call } from '../../../../src-renderer/kernel/client.svelte.ts';
import FactDialog from '../../../../src-renderer/features/rights/FactDialog.svelte';
import InvoiceDialog from '../../../../src-renderer/features/rights/invoices/InvoiceDialog.svelte';
import InvoiceUseDialog from '../../../../src-renderer/features/rights/invoices/InvoiceUseDialog.svelte';
import RedLetterDialog from '../../../../src-renderer/features/rights/invoices/RedLetterDialog.svelte';
import OrderDialog from '../../../../src-renderer/features/rights/orders/OrderDialog.svelte';
import UnitDialog from '../../../../src-renderer/features/rights/units/UnitDialog.svelte';
import OutageDialog from '../../../../src-renderer/features/rights/outages/OutageDialog.svelte';
import TicketDialog from '../../../../src-renderer/features/rights/tickets/TicketDialog.svelte';
import ImportDialog from '../../../../src-renderer/features/rights/outages/ImportDialog.svelte';
import BackupList from '../../../../src-renderer/features/settings/BackupList.svelte';
import StartNotices from '../../../../src-renderer/features/settings/StartNotices.svelte';
import KeyDialog from '../../../../src-renderer/ui/key/KeyDialog.svelte';
import ProblemReport from '../../../../src-renderer/features/settings/ProblemReport.svelte';
import CaseStepDialog from '../../../../src-renderer/ui/case/CaseStepDialog.svelte';
import { aCase } from '../given/cases.ts';
import { aHash, aLibrary, anId } from '../given/agreements.ts';
import { click } from '../given/hands.ts';
import { said, TODAY } from '../given/page.ts';
import { aFactChoice, aMonth, anInvoiceRecord } from '../given/rights.ts';
import { theBackups } from '../given/settings.ts';
import { type Case, closed, common } from './dialog-case.ts';

const OCTOBER = { agreementId: anId(1), month: '2026-10' };
const request = { id: anId(3), clauseId: 'c1', question: 'What is shut out?', state: 'recorded' };
const aCopy = {
  id: anId(6),
  name: 'sealed.pdf',
  state: 'unchecked',
  stateAt: '2026-11-20T02:00:00Z',
  compared: true,
  differences: [],
};
const view = {
  agreementId: anId(1),
  basis: { by: 'newest', ordinal: 1 },
  companions: [],
  candidates: [{ agreementId: anId(2), title: 'Crane terms' }],
  guides: [],
};
const aNotice = {
  id: anId(8),
  moves: [],
  effective: '2026-11-20',
  continuedUse: { id: 'c9', quote: 'Use is consent.' },
};

export const DUTIES: readonly Case[] = [
  {
    name: 'rights/invoices/InvoiceDialog',
    component: InvoiceDialog,
    props: { ...common, orderId: anId(55), month: '2026-10', type: 'special', invoice: anInvoiceRecord({ files: [] }) },
    typed: { number: '2633200000001234567', buyer: 'Southern Ferries' },
    button: () => said('rights.invoice.keep'),
    call: 'rights.keepInvoice',
    field: ['invoice.number', 'number'],
  },
  {
    name: 'rights/invoices/InvoiceUseDialog',
    component: InvoiceUseDialog,
    props: { ...common, invoice: anInvoiceRecord() },
    typed: { on: '2026-11-20' },
    button: () => said('rights.invoice.useTitle'),
    call: 'rights.sayInvoiceUse',
    field: ['use.on', 'on'],
  },
  {
    name: 'rights/invoices/RedLetterDialog',
    component: RedLetterDialog,
    props: { ...common, invoice: anInvoiceRecord({ use: { how: 'booked', on: '2026-11-20' } }) },
    typed: { form: 'HZ-1', reason: 'wrong buyer', at: '2026-11-20T10:00' },
    button: () => said('rights.invoice.redTell'),
    call: 'rights.tellRedLetter',
    field: ['red.at', 'at'],
  },
  {
    name: 'notices/NoticeForm',
    component: NoticeForm,
    props: { ...common, onregistered: closed },
    answers: { 'library.list': () => aLibrary(), 'notices.newTexts': () => [], 'notices.arrivalMatters': () => false },
    typed: { sent: '2026-11-20', announcedEffective: '2026-11-10', subject: 'New prices', announcement: 'As of now.' },
    button: () => said('notices.form.save'),
    call: 'notices.register',
    field: ['announcedEffective', 'announcedEffective'],
  },
  {
    name: 'notices/NoticeCorrection',
    component: NoticeCorrection,
    props: {
      ...common,
      view: { ...aNotice, agreementId: anId(1), kind: 'change', channel: 'site' },
      oncorrected: closed,
    },
    answers: { 'notices.arrivalMatters': () => false },
    typed: { sent: '2026-11-20', announcedEffective: '2026-12-30', subject: 'Other prices' },
    button: () => said('frame.save'),
    call: 'notices.correct',
    field: ['announcedEffective', 'announcedEffective'],
  },
  {
    name: 'notices/NoticeMoveDialog',
    component: NoticeMoveDialog,
    props: { ...common, view: aNotice, today: TODAY, move: 'in-use', onmoved: closed },
    typed: { by: 'Ada', note: 'Used all along.' },
    button: () => said('notices.moveTitle.in-use'),
    call: 'notices.noteUse',
    field: ['usedOn', 'usedOn'],
  },
  {
    name: 'review/AskExplanation',
    component: AskExplanation,
    props: { ...common, versionId: anId(101), clause: { id: 'c1', text: 'All is shut out.', number: '7.4' } },
    typed: { question: 'What is shut out?', askedBy: 'Ada' },
    button: () => said('review.explanations.record'),
    call: 'review.askExplanation',
    field: ['question', 'question'],
  },
  {
    name: 'review/ExplanationStep',
    component: ExplanationStep,
    props: { ...common, request, task: 'sent' },
    typed: { on: '2026-11-29', who: 'Ticket 7' },
    button: () => said('review.explanations.save'),
    call: 'review.explanationSent',
    field: ['to', 'who'],
  },
  {
    name: 'review/ExplanationStep',
    component: ExplanationStep,
    props: { ...common, request, task: 'answered' },
    typed: { who: 'Their desk', answer: 'Nothing is.' },
    button: () => said('review.explanations.save'),
    call: 'review.explanationAnswered',
    field: ['text', 'answer'],
  },
  {
    name: 'review/ReadAgainDialog',
    component: ReadAgainDialog,
    props: { ...common, versionId: anId(101), onkept: closed },
    answers: {
      'review.readAgain': () => ({ versionId: anId(101), from: aHash(1), to: aHash(2), count: 1, differences: [] }),
    },
    button: () => said('review.readings.keep'),
    call: 'review.keepReading',
  },
  {
    name: 'review/ReplaceDialog',
    component: ReplaceDialog,
    props: {
      ...common,
      versionId: anId(101),
      clause: { because: 'replaces all before' },
      candidates: [{ versionId: anId(102), title: 'Crane terms', ordinal: 1 }],
    },
    before: () => click(screen.getByRole('radio')),
    typed: { by: 'Ada' },
    button: () => said('review.explanations.save'),
    call: 'letters.replaceAgreement',
    field: ['by', 'by'],
  },
  {
    name: 'review/SealedCopyCheck',
    component: SealedCopyCheck,
    props: { ...common, copy: aCopy, onpick: closed },
    typed: { by: 'Ada', reason: 'Two pages are missing.' },
    button: () => said('review.explanations.texts.reject'),
    call: 'letters.judgeSealedCopy',
    field: ['reason', 'reason'],
  },
  {
    name: 'rights/basis/BasisDialog',
    component: BasisLine,
    props: { view },
    open: () => click(screen.getByRole('button', { name: said('rights.basis.change') })),
    before: () => click(screen.getByRole('checkbox')),
    button: () => said('frame.save'),
    call: 'rights.companions',
    field: ['agreementIds.0', ''],
  },
  {
    name: 'case/CaseStepDialog',
    component: CaseStepDialog,
    props: { ...common, view: aCase(), act: 'sent', ontaken: closed },
    typed: { on: '2026-11-24', by: 'Ada' },
    button: () => said('letters.case.title.sent'),
    call: 'letters.takeCaseStep',
    field: ['on', 'on'],
  },
  {
    name: 'case/CaseStepDialog',
    component: CaseStepDialog,
    props: { ...common, view: aCase(), act: 'answered', ontaken: closed },
    typed: { on: '2026-11-24', by: 'Ada' },
    button: () => said('letters.case.proof'),
    call: 'letters.keepCaseProof',
  },
  {
    name: 'rights/claim/ClaimClosed',
    component: ClaimClosed,
    props: {
      ...common,
      day: '31 Dec 2026',
      onclaim: (outside: string) => call('rights.claim', { ...OCTOBER, outside }),
    },
    typed: { outside: 'Agreed by phone' },
    button: () => said('rights.claim'),
    call: 'rights.claim',
    field: ['outside', 'outside'],
  },
  {
    name: 'rights/FactDialog',
    component: FactDialog,
    props: {
      ...common,
      ...{ agreementId: anId(1), choices: [aFactChoice()], anchors: ['received'] },
      ...{ versionId: anId(2), versions: [{ versionId: anId(2), ordinal: 1 }] },
    },
    answers: { 'rights.readFact': () => [] },
    typed: {
      'fact-kind': 'payment-due',
      'fact-value': 'ten days',
      'fact-by': 'Ada',
      'fact-reason': 'The bill says so.',
    },
    button: () => said('frame.save'),
    call: 'rights.correctFact',
    field: ['value', 'fact-value'],
  },
  {
    name: 'rights/orders/OrderDialog',
    component: OrderDialog,
    props: {
      ...common,
      agreementId: anId(1),
      order: undefined,
      companies: [],
      ofAgreement: undefined,
      currency: 'CNY',
    },
    typed: { service: 'A line', amount: '120000', orderedOn: '2026-10-01', starts: '2026-10-05', months: '12' },
    button: () => said('frame.add'),
    call: 'rights.saveOrder',
    field: ['order.starts', 'starts'],
  },
  {
    name: 'rights/outages/OutageDialog',
    component: OutageDialog,
    props: { ...common, agreementId: anId(1), outage: undefined, onsaved: closed },
    typed: { from: '2026-11-03T09:00', to: '2026-11-03T08:00', cause: 'Cut', instances: 'a、b' },
    button: () => said('frame.add'),
    call: 'rights.saveOutage',
    field: ['outage.to', 'to'],
  },
  {
    name: 'rights/tickets/TicketDialog',
    component: TicketDialog,
    props: { ...common, agreementId: anId(1), ticket: undefined, severities: ['P1'], onsaved: closed },
    typed: { number: 'T-1', severity: 'P1', opened: '2026-11-03T09:00', restored: '2026-11-03T08:00' },
    button: () => said('frame.save'),
    call: 'rights.saveTicket',
    field: ['ticket.restored', 'restored'],
  },
  {
    name: 'rights/units/UnitDialog',
    component: UnitDialog,
    props: { ...common, agreementId: anId(1), month: aMonth(), unit: undefined },
    typed: { 'unit-name': 'A', 'unit-instances': 'a、b', 'unit-fee': 'much' },
    button: () => said('frame.add'),
    call: 'rights.saveUnit',
    field: ['unit.fee.fee', 'unit-fee'],
  },
  {
    name: 'rights/outages/ImportDialog',
    component: ImportDialog,
    props: { ...common, agreementId: anId(1), of: 'outages', onkept: closed },
    typed: { rows: '2026-09-01 00:00,yesterday' },
    button: () => said('rights.log.read'),
    call: 'rights.readLog',
    field: ['text', 'rows'],
  },
  {
    name: 'settings/BackupList',
    component: BackupList,
    props: {},
    answers: { 'settings.backups': () => theBackups() },
    open: () => click(screen.getByRole('button', { name: said('settings.restore') })),
    button: () => said('settings.backups.restoreNow'),
    call: 'settings.restore',
  },
  {
    name: 'settings/StartNotices',
    component: StartNotices,
    props: {},
    answers: {
      'settings.startNotices': () => [
        { kind: 'shorter', sentence: sentence('evidence.key.lost'), next: sentence('evidence.key.lost') },
      ],
    },
    open: () => click(screen.getByRole('button', { name: said('settings.notices.accept') })),
    typed: { reason: 'the folder was put back' },
    button: () => said('settings.notices.acceptNow'),
    call: 'settings.acceptNotices',
    field: ['reason', 'reason'],
  },
  {
    name: 'settings/ProblemReport',
    component: ProblemReport,
    props: common,
    answers: { 'settings.problemReport': () => ({ text: 'build 0.1.0' }) },
    button: () => said('settings.saveReport'),
    call: 'settings.saveReport',
  },
  ...(
    [
      ['set', 'evidence.protectKey', { passphrase: 'eight signs', passphraseAgain: 'eight signs' }, 'passphrase'],
      ['unlock', 'evidence.unlockKey', { currentPassphrase: 'not this one' }, 'currentPassphrase'],
      [
        'change',
        'evidence.changePassphrase',
        { currentPassphrase: 'the old one', passphrase: 'eight signs', passphraseAgain: 'eight signs' },
        'currentPassphrase',
      ],
      ['rotate', 'evidence.rotateKey', { passphrase: 'eight signs', passphraseAgain: 'eight signs' }, 'passphrase'],
    ] as const
  ).map(([task, name, typed, control]): Case => ({
    name: 'key/KeyDialog',
    component: KeyDialog,
    props: { ...common, task },
    typed,
    button: () => said(`evidence.key.${task}`),
    call: name,
    field: [task === 'change' ? 'from' : 'passphrase', control],
  })),
];
