import { asWritten } from '../../../../assets/messages/say.ts';
import { screen } from '@testing-library/svelte';
import AgendaDone from '../../../../src-renderer/features/agenda/AgendaDone.svelte';
import AgendaSnooze from '../../../../src-renderer/features/agenda/AgendaSnooze.svelte';
import ExportBundle from '../../../../src-renderer/features/evidence/ExportBundle.svelte';
import SignCertificate from '../../../../src-renderer/features/evidence/SignCertificate.svelte';
import ClearSources from '../../../../src-renderer/features/import/ClearSources.svelte';
import PrinterDialog from '../../../../src-renderer/features/letters/seal/PrinterDialog.svelte';
import ScanDialog from '../../../../src-renderer/features/letters/ScanDialog.svelte';
import SetDialog from '../../../../src-renderer/features/letters/SetDialog.svelte';
import SignDialog from '../../../../src-renderer/features/letters/SignDialog.svelte';
import SignPad from '../../../../src-renderer/features/letters/seal/SignPad.svelte';
import TieDialog from '../../../../src-renderer/features/letters/TieDialog.svelte';
import RenameAgreement from '../../../../src-renderer/features/library/inspector/RenameAgreement.svelte';
import { call } from '../../../../src-renderer/kernel/client.svelte.ts';
import { aLine } from '../given/agenda.ts';
import { aHash, aLibrary, anAgreement, anId } from '../given/agreements.ts';
import { click } from '../given/hands.ts';
import { aNotice } from '../given/notices.ts';
import { said, settled, TODAY } from '../given/page.ts';
import { type Case, closed, common, control } from './dialog-case.ts';

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
const line = aLine();
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

export const PAPERS: readonly Case[] = [
  {
    name: 'import/ClearSources',
    component: ClearSources,
    props: { ...common, onsaved: () => undefined },
    answers: { 'import.clear': () => ({ clear: [{ id: anId(31), name: 'terms.txt' }], looked: 2, waiting: 2 }) },
    button: () => said('import.clear.save', { count: 1 }),
    call: 'import.saveClear',
  },
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
    answers: { 'evidence.courtChoices': () => ({ agreements: [], cases: [] }) },
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
    name: 'letters/seal/PrinterDialog',
    component: PrinterDialog,
    props: { ...common, printers: [] },
    before: anyStep,
    typed: { printer: 'Front desk', measured: '97.2' },
    button: () => said('letters.remember'),
    call: 'letters.measured',
    field: ['millimetres', 'measured'],
  },
  {
    name: 'letters/seal/PrinterDialog',
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
    props: { ...common, letters: [{ id: anId(5), name: asWritten('A letter'), state: 'draft' }], current: anId(5) },
    answers: { 'library.list': () => aLibrary([]), 'letters.checkSet': () => [] },
    button: () => said('letters.saveSet'),
    call: 'letters.exportSet',
    field: ['letterIds.0', ''],
  },
  {
    name: 'letters/TieDialog',
    component: TieDialog,
    props: { ...common, letterId: anId(5), ontied: closed },
    answers: { 'notices.list': () => ({ notices: [aNotice()], today: TODAY }) },
    typed: { by: 'Ada' },
    button: () => said('letters.tie.title'),
    call: 'notices.tieObjection',
    field: ['by', 'by'],
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
    typed: { certificateName: 'Ada', newPassword: 'long enough', newPasswordAgain: 'long enough' },
    button: () => said('letters.make'),
    call: 'letters.makeCertificate',
    field: ['password', 'newPassword'],
  },
  {
    name: 'letters/seal/SignPad',
    component: SignPad,
    props: { ...common, ontake: closed },
    before: draw,
    button: () => said('letters.chooseHand'),
    call: 'letters.choosePicture',
  },
  {
    name: 'library/inspector/RenameAgreement',
    component: RenameAgreement,
    props: { ...common, agreement: anAgreement() },
    typed: { title: 'Harbour terms', provider: 'Harbour Board' },
    button: () => said('frame.save'),
    call: 'library.rename',
    field: ['title', 'title'],
  },
];
