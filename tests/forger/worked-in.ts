import type { EvidenceUnderTest } from '../unit/features/evidence/evidence-handlers.ts';

/** Ids of the texts that the stage decides on. */
export interface Texts {
  readonly level: string;
  readonly terms: string;
}

/**
 * What a company does beside deciding: a notice and what was said of it, an order with a second one removed, outages with their
 * claim, a request for explanation that went out, a sealed copy, and a colleague who may sign.
 */
export async function workIn(evidence: EvidenceUnderTest, { level, terms }: Texts): Promise<void> {
  const { handlers, desk, store } = evidence;
  const sla = desk.agreement('等级协议').id;
  const service = desk.agreement('服务条款').id;
  await handlers['notices.register']({ agreementId: service, kind: 'fee', channel: 'site', sent: '2026-11-20' });
  const [notice] = (await handlers['notices.list']({})).notices;
  await handlers['notices.correct']({ noticeId: notice?.id ?? '', received: '2026-11-21' });
  const order = {
    service: '云服务器',
    number: 'A-1',
    plan: 'prepaid',
    orderedOn: '2026-11-20',
    amount: '1200.00',
    settlementDay: '2026-11-01',
    invoiceType: 'special',
    note: '',
  } as const;
  await handlers['rights.saveOrder']({ agreementId: service, order });
  const { orderId } = await handlers['rights.saveOrder']({ agreementId: service, order: { ...order, number: 'A-2' } });
  await handlers['rights.removeOrder']({ orderId });
  await handlers['rights.pasteOutages']({ agreementId: sla, text: '2026-10-10 01:00,2026-10-10 21:30,断网' });
  await handlers['rights.setMonthFee']({ agreementId: sla, month: '2026-10', fee: { fee: '1000.00' } });
  await handlers['rights.chooseText']({ agreementId: sla, versionId: level });
  await handlers['rights.claim']({ agreementId: sla, month: '2026-10' });
  const { claim } = await handlers['rights.month']({ agreementId: sla, month: '2026-10' });
  const sent = { state: 'sent', on: '2026-11-23', channel: 'ticket', by: '李航' } as const;
  await handlers['letters.takeCaseStep']({ origin: claim?.origin ?? '', ...sent });
  const { id: letterId } = await handlers['letters.start']({ templateId: 'vat-special-invoice' });
  await handlers['letters.takeCaseStep']({ origin: `letter:${letterId}`, ...sent });
  const clauseId = store.agreements.document(level)?.clauses[1]?.id ?? '';
  const asked = { versionId: level, clauseId, question: '何为合理？', askedBy: '陈远' };
  const { id } = await handlers['review.askExplanation'](asked);
  await handlers['review.explanationSent']({ id, on: '2026-11-23', channel: 'mail', to: '服务商' });
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
  desk.chosen = [{ name: 'scan.png', bytes: png }];
  const received = await handlers['letters.addSealedCopy']({ versionId: terms });
  await handlers['letters.judgeSealedCopy']({
    copyId: received?.copies.at(-1)?.id ?? '',
    as: 'overruled',
    by: '陈远',
    reason: '印章清晰',
    seals: { on: 'both', datedOn: '2026-11-20' },
  });
}
