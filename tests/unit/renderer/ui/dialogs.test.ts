import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { CallName } from '../../../../src-main/contract/index.ts';
import AgendaDone from '../../../../src-renderer/features/agenda/AgendaDone.svelte';
import AgendaSnooze from '../../../../src-renderer/features/agenda/AgendaSnooze.svelte';
import ExportBundle from '../../../../src-renderer/features/evidence/ExportBundle.svelte';
import SignCertificate from '../../../../src-renderer/features/evidence/SignCertificate.svelte';
import PrinterDialog from '../../../../src-renderer/features/letters/PrinterDialog.svelte';
import ScanDialog from '../../../../src-renderer/features/letters/ScanDialog.svelte';
import SetDialog from '../../../../src-renderer/features/letters/SetDialog.svelte';
import SignDialog from '../../../../src-renderer/features/letters/SignDialog.svelte';
import SignPad from '../../../../src-renderer/features/letters/SignPad.svelte';
import RenameAgreement from '../../../../src-renderer/features/library/RenameAgreement.svelte';
import NoticeForm from '../../../../src-renderer/features/notices/NoticeForm.svelte';
import NoticeMoveDialog from '../../../../src-renderer/features/notices/NoticeMoveDialog.svelte';
import AskExplanation from '../../../../src-renderer/features/review/AskExplanation.svelte';
import ExplanationLetter from '../../../../src-renderer/features/review/ExplanationLetter.svelte';
import ExplanationStep from '../../../../src-renderer/features/review/ExplanationStep.svelte';
import ReadAgainDialog from '../../../../src-renderer/features/review/ReadAgainDialog.svelte';
import ReplaceDialog from '../../../../src-renderer/features/review/ReplaceDialog.svelte';
import SealedCopyCheck from '../../../../src-renderer/features/review/SealedCopyCheck.svelte';
import BasisLine from '../../../../src-renderer/features/rights/BasisLine.svelte';
import OrderDialog from '../../../../src-renderer/features/rights/OrderDialog.svelte';
import OutageDialog from '../../../../src-renderer/features/rights/OutageDialog.svelte';
import OutagePaste from '../../../../src-renderer/features/rights/OutagePaste.svelte';
import BackupList from '../../../../src-renderer/features/settings/BackupList.svelte';
import KeyDialog from '../../../../src-renderer/features/settings/KeyDialog.svelte';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { call } from '../../../../src-renderer/kernel/client.svelte.ts';
import { aLine } from '../given/agenda.ts';
import { aHash, aLibrary, anAgreement, anId } from '../given/agreements.ts';
import { refused, type Answers } from '../given/double.ts';
import { click, write } from '../given/hands.ts';
import { given, said, settled, TODAY } from '../given/page.ts';

const PAGE = join(import.meta.dirname, '../../../../src-renderer');
const REFUSED = 'The given call was refused.';

interface Case {
  readonly name: string;
  readonly component: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  /** What the dialog asks when it opens, or what its screen asks. */
  readonly answers?: Answers;
  /** Opens it, where it is a part of something else. */
  readonly open?: () => Promise<void>;
  /** Values by the names of the controls. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Ticked or drawn before it is sent. */
  readonly before?: () => Promise<void>;
  readonly button: () => string;
  readonly call: CallName;
  /** Path of the failure in the input, and the name of the control it is about. */
  readonly field?: readonly [path: string, name: string];
}

const aCompany = {
  id: anId(7),
  name: 'Quay Ltd',
  contact: 'Ada',
  problems: [],
  address: '',
  creditCode: '',
  legalRepresentative: '',
  phone: '',
  email: '',
  bank: '',
  bankAccount: '',
  signatory: '',
  signatoryRole: '',
};
const request = { id: anId(3), clauseId: 'c1', question: 'What is shut out?', state: 'recorded' };
const aScan = {
  id: anId(4),
  letterId: anId(5),
  receivedAt: '2026-11-20T02:00:00Z',
  files: [{ name: 'scan.pdf', sha256: aHash(4) }],
  overall: 'complete',
  checks: [],
  sheets: [],
  state: 'unchecked',
};
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
const line = aLine();
const closed = vi.fn();
const common = { onclose: closed };

async function draw(): Promise<void> {
  const pad = screen.getByRole('img', { name: said('letters.writeHere') });
  const at = (type: string, clientX: number): boolean =>
    pad.dispatchEvent(Object.assign(new MouseEvent(type, { clientX, clientY: 5, bubbles: true }), { pointerId: 1 }));
  at('pointerdown', 5);
  at('pointermove', 25);
  at('pointerup', 25);
  await settled();
}

/** happy-dom counts steps of a tenth in floating point, and refuses what a browser takes. */
async function anyStep(): Promise<void> {
  control('measured').setAttribute('step', 'any');
  await settled();
}

const CASES: readonly Case[] = [
  {
    name: 'agenda/AgendaDone',
    component: AgendaDone,
    props: { ...common, line, today: TODAY },
    typed: { 'done-on': '2026-11-29', 'done-note': 'Paid by wire.' },
    button: () => said('agenda.keep'),
    call: 'agenda.done',
    field: ['on', 'done-on'],
  },
  {
    name: 'agenda/AgendaDone',
    component: AgendaDone,
    props: { ...common, line, today: TODAY },
    typed: { 'done-note': 'Paid by wire.' },
    button: () => said('agenda.keepWithFile'),
    call: 'agenda.done',
  },
  {
    name: 'agenda/AgendaSnooze',
    component: AgendaSnooze,
    props: { ...common, line, today: TODAY },
    typed: { until: '2026-12-02', reason: 'The books are not closed.' },
    button: () => said('frame.save'),
    call: 'agenda.snooze',
    field: ['until', 'until'],
  },
  {
    name: 'evidence/ExportBundle',
    component: ExportBundle,
    props: { ...common, choice: undefined },
    button: () => said('evidence.export'),
    call: 'evidence.exportBundle',
  },
  {
    name: 'evidence/SignCertificate',
    component: SignCertificate,
    props: { ...common, acceptanceId: anId(9) },
    answers: { 'settings.certificates': () => [] },
    typed: { certificatePassword: 'open sesame' },
    button: () => said('evidence.certificateSigned'),
    call: 'evidence.certificate',
    field: ['key.password', 'certificatePassword'],
  },
  {
    name: 'letters/PrinterDialog',
    component: PrinterDialog,
    props: { ...common, printers: [] },
    before: anyStep,
    typed: { printer: 'Front desk', measured: '97.2' },
    button: () => said('letters.remember'),
    call: 'letters.measured',
    field: ['millimetres', 'measured'],
  },
  {
    name: 'letters/PrinterDialog',
    component: PrinterDialog,
    props: { ...common, printers: [] },
    typed: { printer: 'Front desk' },
    button: () => said('letters.printRuler'),
    call: 'letters.printRuler',
  },
  {
    name: 'letters/ScanDialog',
    component: ScanDialog,
    props: { ...common, scan: aScan, round: true, person: '', ondecided: closed },
    typed: { scanBy: 'Ada', scanReason: 'Both seals are there.' },
    button: () => said('letters.scans.confirm'),
    call: 'letters.decideScan',
    field: ['by', 'scanBy'],
  },
  {
    name: 'letters/SetDialog',
    component: SetDialog,
    props: { ...common, letters: [{ id: anId(5), title: 'A letter', state: 'draft' }], current: anId(5) },
    answers: { 'library.list': () => aLibrary([]), 'letters.checkSet': () => [] },
    button: () => said('letters.saveSet'),
    call: 'letters.exportSet',
    field: ['letterIds.0', ''],
  },
  {
    name: 'letters/SignDialog',
    component: SignDialog,
    props: {
      ...common,
      organisation: 'Quay Ltd',
      signatory: 'Ada',
      onsign: (key: never, reason: string, visible: boolean) =>
        call('letters.sign', {
          letterId: anId(5),
          seal: { shape: 'round-42', guides: false, seam: false },
          key,
          reason,
          visible,
        }),
    },
    answers: { 'settings.certificates': () => [] },
    typed: { password: 'not this one', reason: 'Approved.' },
    button: () => said('letters.sign'),
    call: 'letters.sign',
    field: ['key.password', 'password'],
  },
  {
    name: 'letters/CertificateForm',
    component: SignDialog,
    props: { ...common, organisation: 'Quay Ltd', signatory: 'Ada', onsign: closed },
    answers: { 'settings.certificates': () => [] },
    before: () => click(screen.getByRole('button', { name: said('letters.makeNew') })),
    typed: { certificateName: 'Ada', newPassword: 'long enough' },
    button: () => said('letters.make'),
    call: 'letters.makeCertificate',
    field: ['password', 'newPassword'],
  },
  {
    name: 'letters/SignPad',
    component: SignPad,
    props: { ...common, ontake: closed },
    before: draw,
    button: () => said('letters.chooseHand'),
    call: 'letters.choosePicture',
  },
  {
    name: 'library/RenameAgreement',
    component: RenameAgreement,
    props: { ...common, agreement: anAgreement() },
    typed: { title: 'Harbour terms', provider: 'Harbour Board' },
    button: () => said('frame.save'),
    call: 'library.rename',
    field: ['title', 'title'],
  },
  {
    name: 'notices/NoticeForm',
    component: NoticeForm,
    props: { ...common, onregistered: closed },
    answers: { 'library.list': () => aLibrary() },
    typed: { sent: '2026-11-20', announcedEffective: '2026-11-10', subject: 'New prices', announcement: 'As of now.' },
    button: () => said('notices.form.save'),
    call: 'notices.register',
    field: ['announcedEffective', 'announcedEffective'],
  },
  {
    name: 'notices/NoticeMoveDialog',
    component: NoticeMoveDialog,
    props: { ...common, view: aNotice, today: TODAY, move: 'lapsed', onmoved: closed },
    typed: { by: 'Ada', note: 'Used all along.' },
    button: () => said('notices.confirm'),
    call: 'notices.lapse',
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
    name: 'review/ExplanationLetter',
    component: ExplanationLetter,
    props: { ...common, versionId: anId(101) },
    answers: { 'settings.companies': () => [aCompany] },
    typed: { person: 'Grace' },
    button: () => said('review.explanations.print'),
    call: 'review.explanationLetter',
    field: ['person', 'person'],
  },
  {
    name: 'review/ExplanationLetter',
    component: ExplanationLetter,
    props: { ...common, versionId: anId(101) },
    answers: { 'settings.companies': () => [aCompany] },
    typed: { person: 'Grace' },
    button: () => said('review.explanations.form'),
    call: 'letters.start',
    field: ['companyId', 'companyId'],
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
    name: 'rights/BasisLine',
    component: BasisLine,
    props: { view },
    open: () => click(screen.getByRole('button', { name: said('rights.basis.change') })),
    before: () => click(screen.getByRole('checkbox')),
    button: () => said('frame.save'),
    call: 'rights.companions',
    field: ['agreementIds.0', ''],
  },
  {
    name: 'rights/OrderDialog',
    component: OrderDialog,
    props: { ...common, agreementId: anId(1), order: undefined },
    typed: { service: 'A line', amount: '120000', orderedOn: '2026-10-01', starts: '2026-10-05', months: '12' },
    button: () => said('frame.save'),
    call: 'rights.saveOrder',
    field: ['order.starts', 'starts'],
  },
  {
    name: 'rights/OutageDialog',
    component: OutageDialog,
    props: { ...common, agreementId: anId(1), outage: undefined, onsaved: closed },
    typed: { from: '2026-11-03T09:00', to: '2026-11-03T08:00', cause: 'Cut', instances: 'a、b' },
    button: () => said('frame.save'),
    call: 'rights.saveOutage',
    field: ['outage.to', 'to'],
  },
  {
    name: 'rights/OutagePaste',
    component: OutagePaste,
    props: { ...common, agreementId: anId(1), ontaken: closed },
    typed: { rows: '2026-09-01 00:00,yesterday' },
    button: () => said('rights.outage.take'),
    call: 'rights.pasteOutages',
    field: ['text', 'rows'],
  },
  {
    name: 'settings/BackupList',
    component: BackupList,
    props: {},
    answers: { 'settings.backups': () => [{ name: 'assent-1.zip', at: '2026-11-20T02:00:00Z', bytes: 5_000_000 }] },
    open: () => click(screen.getByRole('button', { name: said('settings.restore') })),
    button: () => said('settings.restore'),
    call: 'settings.restore',
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
    name: 'settings/KeyDialog',
    component: KeyDialog,
    props: { ...common, task },
    typed,
    button: () => said(`evidence.key.${task}`),
    call: name,
    field: [task === 'change' ? 'from' : 'passphrase', control],
  })),
];

const control = (name: string): HTMLInputElement | HTMLTextAreaElement => {
  const found = screen.getByRole('dialog').querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!found) throw new Error(`no control is named ${name}`);
  return found;
};
const alert = (): HTMLElement => within(screen.getByRole('dialog')).getByRole('alert');

async function failing({ component, props, answers, open, typed, before, button, call: name, field }: Case) {
  closed.mockClear();
  const more = field ? { field: field[0] } : {};
  const main = await given({ ...answers, [name]: refused(more) });
  render(component as Component<Record<string, unknown>>, props);
  await settled();
  await open?.();
  await before?.();
  for (const [each, value] of Object.entries(typed ?? {})) await write(control(each), value);
  await click(within(screen.getByRole('dialog')).getByRole('button', { name: button() }));
  return main;
}

const kept = (typed: Case['typed']): void => {
  for (const [name, value] of Object.entries(typed ?? {})) expect([name, control(name).value]).toEqual([name, value]);
};

describe('a failure in a dialog', () => {
  it.each(CASES.map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'stands in it, and everything typed stays (%s)',
    async (_, each) => {
      const main = await failing(each);
      expect(main.inputs(each.call)).toHaveLength(1);
      expect(alert().textContent).toContain(REFUSED);
      expect(notice.failure).toBeUndefined();
      expect(closed).not.toHaveBeenCalled();
      kept(each.typed);
      expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    },
  );

  it.each(CASES.filter(({ field }) => field?.[1]).map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'is led to, and gone when its field is mended (%s)',
    async (_, each) => {
      await failing(each);
      const wrong = control(each.field?.[1] ?? '');
      expect(document.activeElement).toBe(wrong);
      expect(wrong.getAttribute('aria-invalid')).toBe('true');
      const described = wrong.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(REFUSED);
      if (wrong.tagName === 'SELECT') return;
      await write(wrong, each.typed?.[each.field?.[1] ?? ''] ?? '2026-11-21');
      expect(within(screen.getByRole('dialog')).queryByRole('alert')).toBeNull();
      expect(wrong.getAttribute('aria-invalid')).toBeNull();
    },
  );

  it('is a case of this table for every dialog that sends anything', () => {
    const dialogs = globSync('features/**/*.svelte', { cwd: PAGE })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /<(?:Form)?Dialog\b/u.test(readFileSync(join(PAGE, file), 'utf8')))
      .map((file) => file.replace(/^features\/(.*)\.svelte$/u, '$1'));
    /** They only show something. */
    const silent = ['evidence/LedgerEntryDialog', 'review/MissingList'];
    const named = new Set(CASES.map(({ name }) => name));
    expect(dialogs.filter((name) => !named.has(name) && !silent.includes(name))).toEqual([]);
    expect(silent.filter((name) => !dialogs.includes(name))).toEqual([]);
  });
});
