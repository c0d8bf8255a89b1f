import BeginCourtList from '../../../../src-renderer/features/evidence/court/BeginCourtList.svelte';
import ExportCourt from '../../../../src-renderer/features/evidence/court/ExportCourt.svelte';
import CaptureDialog from '../../../../src-renderer/features/evidence/capture/CaptureDialog.svelte';
import DepositDialog from '../../../../src-renderer/features/evidence/deposit/DepositDialog.svelte';
import ReceiptDialog from '../../../../src-renderer/features/evidence/deposit/ReceiptDialog.svelte';
import { aHash, anId } from '../given/agreements.ts';
import { click } from '../given/hands.ts';
import { said } from '../given/page.ts';
import { screen } from '@testing-library/svelte';
import { type Case, closed, common } from './dialog-case.ts';

const choices = { agreements: [{ id: anId(1), title: 'Crane terms', versions: 1 }], cases: [] };

const deposit = {
  id: anId(92),
  way: 'notary',
  sequence: 12,
  hash: aHash(12),
  at: '2026-11-20T02:00:00Z',
  by: 'Ada',
  to: '',
  agrees: true,
};

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
  {
    name: 'evidence/deposit/DepositDialog',
    component: DepositDialog,
    props: common,
    typed: { to: 'The notary', by: 'Ada' },
    button: () => said('court.deposit.send'),
    call: 'evidence.deposit',
    field: ['by', 'by'],
  },
  {
    name: 'evidence/deposit/ReceiptDialog',
    component: ReceiptDialog,
    props: { ...common, deposit },
    typed: { authority: 'The notary' },
    button: () => said('court.deposit.chooseFile'),
    call: 'evidence.keepReceipt',
  },
  {
    name: 'evidence/deposit/ReceiptDialog',
    component: ReceiptDialog,
    props: { ...common, deposit },
    answers: { 'evidence.keepReceipt': () => ({ name: 'deed.pdf', sha256: aHash(3) }) },
    before: async () => void (await click(screen.getByRole('button', { name: said('court.deposit.chooseFile') }))),
    typed: { authority: 'The notary', on: '2026-11-21', by: 'Ada' },
    button: () => said('court.deposit.record'),
    call: 'evidence.receipt',
    field: ['on', 'on'],
  },
  {
    name: 'evidence/capture/CaptureDialog',
    component: CaptureDialog,
    props: common,
    answers: { 'evidence.courtChoices': () => choices },
    typed: { title: 'Terms page', operator: 'Ada' },
    button: () => said('court.capture.chooseFiles'),
    call: 'evidence.keepCaptured',
  },
  {
    name: 'evidence/capture/CaptureDialog',
    component: CaptureDialog,
    props: common,
    answers: {
      'evidence.courtChoices': () => choices,
      'evidence.keepCaptured': () => [{ name: 'terms.mhtml', sha256: aHash(4) }],
    },
    before: async () => void (await click(screen.getByRole('button', { name: said('court.capture.chooseFiles') }))),
    typed: {
      title: 'Terms page',
      address: 'https://example.com/terms',
      operator: 'Ada',
      device: 'Laptop',
      browser: 'Firefox',
      network: 'Office',
      start: '2026-11-21T10:00',
      end: '2026-11-21T10:10',
    },
    button: () => said('court.capture.record'),
    call: 'evidence.recordCapture',
    field: ['address', 'address'],
  },
];
