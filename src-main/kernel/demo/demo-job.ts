import type { Language } from '../../agreement/sentence.ts';
import type { ContractHandlers, Output } from '../../contract/index.ts';
import type { CompanyInput } from '../../contract/settings.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Where the demo stands: something to show or to print. */
export interface DemoStage {
  readonly done: 'imported' | 'reviewed' | 'accepted' | 'letter' | 'signed' | 'bundle';
  readonly versionId?: string;
  readonly letterId?: string;
}

/** A fictitious company; its credit code has a right check digit and belongs to nobody. */
const COMPANY: Readonly<Record<Language, CompanyInput>> = {
  zh: {
    name: '示例远航科技有限公司',
    creditCode: '91330106MA2CFLDG4R',
    address: '示例市滨江区长河路1号',
    legalRepresentative: '陈远',
    contact: '李航',
    phone: '0571-88880000',
    email: 'demo@example.com',
    bank: '示例银行滨江支行',
    bankAccount: '',
    signatory: '陈远',
    signatoryRole: '总经理',
  },
  en: {
    name: 'Sample Voyager Technology Co., Ltd.',
    creditCode: '91330106MA2CFLDG4R',
    address: '1 Changhe Road, Binjiang District, Sample City',
    legalRepresentative: 'Chen Yuan',
    contact: 'Li Hang',
    phone: '0571-88880000',
    email: 'demo@example.com',
    bank: 'Sample Bank, Binjiang Branch',
    bankAccount: '',
    signatory: 'Chen Yuan',
    signatoryRole: 'General Manager',
  },
};

/** What else the demo says of its own. */
const SAID = {
  zh: { password: '示例密码-demo', account: '示例账号', reason: '确认本承诺书内容（示例）' },
  en: { password: 'sample-password-demo', account: 'sample account', reason: 'Confirming this commitment (sample)' },
} as const;
/** What one report may claim for a clause, and reports enough for the longest reading time. */
const SECONDS_A_REPORT = 15;
const REPORTS = 3;

/**
 * The whole main job on the sample set, through the same calls as the screens: import, read, accept, fill the letter,
 * sign it, take certificate and bundle. Everything it makes is marked as an example by its own content.
 */
export async function demoJob(
  handlers: ContractHandlers,
  rehearsal: Rehearsal,
  show: (stage: DemoStage) => Promise<void>,
): Promise<void> {
  await handlers['import.sample']({});
  const { language } = rehearsal;
  const own = COMPANY[language];
  const company = await handlers['settings.saveCompany']({ company: own });
  await show({ done: 'imported' });

  const { agreements } = await handlers['library.list']({});
  const kinds = ['sla', 'terms'] as const;
  for (const kind of kinds) {
    const version = agreements.find((agreement) => agreement.kind === kind)?.versions.at(-1);
    if (!version) throw new Error(`the sample set has no document of kind ${kind}`);
    await seeEverything(handlers, rehearsal, version.id);
    await show({ done: 'reviewed', versionId: version.id });
    const decision = await handlers['review.decide']({
      versionId: version.id,
      decision: 'accepted',
      person: own.legalRepresentative,
      role: own.signatoryRole,
      basis: 'legal-representative',
      companyId: company.id,
      conclusion: { kind: 'just-clicked', account: SAID[language].account },
      language,
    });
    const { seen } = await handlers['evidence.adverse']({ scope: { kind: 'acceptance', acceptanceId: decision.id } });
    await handlers['evidence.certificate']({ acceptanceId: decision.id, language, seen });
    await show({ done: 'accepted', versionId: version.id });
  }
  await signLetter(handlers, rehearsal, company.id, show);
  const everything = { kind: 'everything' } as const;
  const { seen } = await handlers['evidence.adverse']({ scope: everything });
  await handlers['evidence.exportBundle']({ scope: everything, seen });
  await show({ done: 'bundle' });
}

/** Reports every clause that must be seen as shown for its time, acknowledges it, and opens the annexes. */
async function seeEverything(handlers: ContractHandlers, { pass }: Rehearsal, versionId: string): Promise<void> {
  const { progress, annexes } = await handlers['review.open']({ versionId });
  const clauses = progress.requirements.flatMap(({ clauseId }) => clauseId ?? []);
  const nothing = { seen: [], acknowledged: [], withdrawn: [], endReached: true };
  for (let report = 0; report < REPORTS; report += 1) {
    const seen = clauses.map((clauseId) => ({ clauseId, seconds: SECONDS_A_REPORT, weight: 700, decoration: 'none' }));
    pass(SECONDS_A_REPORT);
    await handlers['review.observe']({ versionId, observation: { ...nothing, seen } });
  }
  await handlers['review.observe']({ versionId, observation: { ...nothing, acknowledged: clauses } });
  for (const annex of annexes) {
    await handlers['review.observe']({ versionId, observation: { ...nothing, annexOpened: annex.versionId } });
  }
}

async function signLetter(
  handlers: ContractHandlers,
  { files, language }: Rehearsal,
  companyId: string,
  show: (stage: DemoStage) => Promise<void>,
): Promise<void> {
  const [own, { password, reason }] = [COMPANY[language], SAID[language]];
  const { templates } = await handlers['letters.list']({});
  const template = templates.findLast(({ source }) => source === 'imported');
  if (!template) throw new Error('the sample set has no commitment letter');
  const letter: Output<'letters.start'> = await handlers['letters.start']({ templateId: template.id, companyId });
  const seal = { shape: 'round-42', guides: true, seam: false } as const;
  await handlers['letters.export']({ letterId: letter.id, seal });
  await show({ done: 'letter', letterId: letter.id });

  const made = await handlers['letters.makeCertificate']({
    name: own.signatory,
    organisation: own.name,
    algorithm: 'ec',
    password,
    keep: false,
  });
  if (!made) throw new Error('the certificate was not saved');
  const p12 = files.saved.get(made.fileName);
  if (!p12) throw new Error('the certificate was saved elsewhere');
  await handlers['letters.saveRoot']({ certificateId: made.certificateId });
  files.table.push({ name: made.fileName, bytes: p12 });
  await handlers['letters.sign']({
    letterId: letter.id,
    seal,
    key: { kind: 'file', password },
    reason,
  });
  await show({ done: 'signed', letterId: letter.id });
}
