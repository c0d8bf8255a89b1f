import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, instantOf } from '../../../src-main/acceptance/history.ts';
import { isConcluded, lastPeriodOf, type Standing, standsAt } from '../../../src-main/acceptance/standing.ts';
import { say, stateWord } from '../../../src-main/agreement/sentence.ts';
import type { ComparisonView } from '../../../src-main/contract/compare.ts';
import type { AcceptanceDetail, AcceptanceLine } from '../../../src-main/contract/evidence.ts';
import type { TextsView } from '../../../src-main/contract/letters-sealed-copies.ts';
import type { VersionSummary } from '../../../src-main/contract/library.ts';
import type { NoticeView } from '../../../src-main/contract/notices.ts';
import type { VersionView } from '../../../src-main/contract/review.ts';
import type { MonthView, ObligationsView } from '../../../src-main/contract/rights.ts';
import { registerJson } from '../../../src-main/features/evidence/decision-log.ts';
import { endOfDay } from '../../../src-main/features/rights/basis.ts';
import { standingOf } from '../../../src-main/kernel/standing.ts';
import { addDays, lastDayOf } from '../../../src-main/term/calendar/civil-date.ts';
import { EvidenceUnderTest } from './evidence/evidence-handlers.ts';

/** Days before the end by which an order is to be renewed: each version gives another number, which tells it from the others. */
export const LEADS = [7, 10, 14] as const;
/** When the order ends, and the month of the outage. */
const ENDS = '2027-06-30';
const MONTH = '2026-10';
const TITLE = '示例组网服务条款';

/** The second is in force from a day that is still ahead when the histories begin. */
const EFFECTIVE: Readonly<Partial<Record<number, string>>> = { 10: '5. 本条款自2026年12月1日起生效。' };

const text = (lead: number): string => `${TITLE}

服务提供方：示例云网有限公司

一、服务内容
1. 示例云网有限公司（以下称“云网”）向客户提供组网服务。
二、费用
1. 需要延续服务的，客户至少应在到期日前${lead}天完成续费。
三、变更
1. 云网变更本条款的，应提前30天公告；客户继续使用的，视为接受变更。
四、其他
1. 点击接受的文本与双方盖章的文本不一致的，以盖章文本为准。
${EFFECTIVE[lead] ?? ''}
`;

async function importVersion(app: EvidenceUnderTest, lead: number, agreementId: string | undefined): Promise<string> {
  const bytes = new TextEncoder().encode(text(lead));
  const outcome = await app.handlers['import.bytes']({ name: `${lead}.txt`, bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  const saved = await app.handlers['import.confirm']({
    sourceId: outcome.sourceId,
    documents: [{ index: 0, title: TITLE, ...(agreementId === undefined ? {} : { agreementId }) }],
  });
  return saved[0]?.versionId ?? '';
}

/** A library with one agreement of three versions, all seen and compared, with an order, an outage and a change notice. */
export async function preparedLibrary(company: Parameters<EvidenceUnderTest['handlers']['settings.saveCompany']>[0]) {
  const app = new EvidenceUnderTest();
  const { handlers, store } = app;
  await handlers['settings.saveCompany'](company);
  const versions: string[] = [];
  for (const lead of LEADS) versions.push(await importVersion(app, lead, agreementOf(app)));
  const agreementId = agreementOf(app) ?? '';
  for (const versionId of versions) {
    await app.seeEverything(versionId);
    for (const other of versions) {
      const seen = { seen: [], acknowledged: [], withdrawn: [], endReached: true, redlineSeen: other };
      await handlers['review.observe']({ versionId, observation: seen });
    }
  }
  const order = {
    service: '组网',
    number: '',
    plan: 'prepaid',
    amount: '1200',
    invoiceType: 'ordinary',
    note: '',
  } as const;
  const dates = { orderedOn: '2026-07-01', starts: '2026-07-01', ends: ENDS, paidOn: '2026-07-01', months: 12 };
  await handlers['rights.saveOrder']({ agreementId, order: { ...order, ...dates } });
  await handlers['rights.pasteOutages']({ agreementId, text: `${MONTH}-03 09:00,${MONTH}-03 10:00` });
  await handlers['notices.register']({
    ...{ agreementId, kind: 'change', channel: 'site', sent: '2026-10-20', announcedEffective: '2026-11-20' },
    newVersionId: versions[2],
  });
  const file = join(mkdtempSync(join(tmpdir(), 'assent-standing-')), 'assent.sqlite');
  await store.backupTo(file);
  app.end();
  return file;
}

export const agreementOf = (app: EvidenceUnderTest): string | undefined =>
  app.store.agreements.agreements().find(({ title }) => title === TITLE)?.id;

/** What each feature answers about one agreement, by version where it speaks of one. */
export interface Answers {
  readonly library: readonly VersionSummary[];
  readonly reader: readonly VersionView[];
  readonly compare: ComparisonView;
  readonly required: readonly (readonly [older: string, newer: string, required: boolean])[];
  readonly rights: ObligationsView;
  readonly month: MonthView;
  readonly notice: NoticeView;
  readonly renewal: string | undefined;
  readonly texts: readonly TextsView[];
  readonly decisions: readonly AcceptanceLine[];
  readonly certificates: readonly AcceptanceDetail[];
  readonly log: readonly {
    readonly standing?: string;
    readonly record: { readonly version: { readonly id: string } };
  }[];
}

export async function answersOf(app: EvidenceUnderTest): Promise<Answers> {
  const { handlers } = app;
  const agreementId = agreementOf(app) ?? '';
  const { agreements } = await handlers['library.list']({});
  const library = agreements.find(({ id }) => id === agreementId)?.versions ?? [];
  const ids = library.map(({ id }) => id);
  const [oldest = '', , newest = ''] = ids;
  const pairs = ids.flatMap((older) => ids.map((newer) => [older, newer] as const)).filter(([a, b]) => a !== b);
  const { notices } = await handlers['notices.list']({});
  const agenda = await handlers['agenda.list']({});
  const decisions = await handlers['evidence.acceptances']({});
  return {
    library,
    reader: await Promise.all(ids.map(async (versionId) => handlers['review.open']({ versionId }))),
    compare: await handlers['compare.open']({ oldVersionId: oldest, newVersionId: newest }),
    required: await Promise.all(
      pairs.map(async ([oldVersionId, newVersionId]) => {
        const { required } = await handlers['compare.open']({ oldVersionId, newVersionId });
        return [oldVersionId, newVersionId, required] as const;
      }),
    ),
    rights: await handlers['rights.open']({ agreementId }),
    month: await handlers['rights.month']({ agreementId, month: MONTH }),
    notice: await handlers['notices.open']({ noticeId: notices[0]?.id ?? '' }),
    renewal: agenda.lines.find(({ kind }) => kind === 'renewal')?.date,
    texts: await Promise.all(ids.map(async (versionId) => handlers['letters.governingTexts']({ versionId }))),
    decisions,
    certificates: await Promise.all(
      decisions.map(async ({ id }) => handlers['evidence.acceptance']({ acceptanceId: id, language: 'zh' })),
    ),
    log: (JSON.parse(registerJson(app.ports)) as { records: Answers['log'] }).records,
  };
}

/** What an answer is compared with, and where the differences are written down. */
interface Comparison {
  readonly ids: readonly string[];
  readonly told: Standing;
  readonly now: string;
  /** The version that stands now. */
  readonly stands: string | undefined;
  /** One version as answered and in truth. */
  readonly same: (who: string, answer: string | undefined, truth: string | undefined) => void;
  /** Any value as answered and in truth. */
  readonly equal: (who: string, answer: unknown, truth: unknown) => void;
}

const CHECKS: readonly ((answers: Answers, by: Comparison) => void)[] = [
  ofLibrary,
  ofReader,
  ofCompare,
  ofRights,
  ofAgenda,
  ofNotice,
  ofTexts,
  ofEvidence,
];

/** Where answers differ from the one answer, each as a line; `now` is the instant (UTC ISO) they were given at. */
export function disagreements(answers: Answers, told: Standing, now: string): readonly string[] {
  const ids = answers.library.map(({ id }) => id);
  const found: string[] = [];
  const called = (id: string | undefined): string => (id === undefined ? 'none' : `v${ids.indexOf(id) + 1}`);
  const comparison: Comparison = {
    ...{ ids, told, now },
    stands: standsAt(told, now)?.versionId,
    same: (who, answer, truth) => {
      if (answer !== truth) found.push(`${who}: ${called(answer)}, not ${called(truth)}`);
    },
    equal: (who, answer, truth) => {
      if (answer !== truth) found.push(`${who}: ${String(answer)}, not ${String(truth)}`);
    },
  };
  for (const check of CHECKS) check(answers, comparison);
  return found;
}

function ofLibrary({ library }: Answers, { stands, same, equal }: Comparison): void {
  same('library', library.find((version) => version.stands)?.id, stands);
  library.forEach(({ id, state, stands: flag }, index) => {
    equal(`library v${index + 1}`, flag, id === stands);
    if (id === stands) equal(`library v${index + 1}`, state, 'accepted');
  });
}

function ofReader({ reader, required }: Answers, { told, now, stands, same, equal }: Comparison): void {
  reader.forEach(({ version, previousAccepted, progress }, index) => {
    const who = `reader of v${index + 1}`;
    equal(who, version.stands, version.id === stands);
    if (version.id === stands) return;
    // Where nothing stands any more, it is what stood last.
    const last = told.periods.findLast(({ versionId, from }) => versionId !== version.id && from < now);
    const against = stands ?? last?.versionId;
    same(who, previousAccepted?.versionId, against);
    same(`${who}: redline`, progress.requirements.find(({ kind }) => kind === 'redline')?.versionId, against);
    for (const [older, newer, asked] of required) {
      if (newer === version.id) equal(`compare with v${index + 1}`, asked, older === against);
    }
  });
}

function ofCompare({ compare }: Answers, { ids, stands, same }: Comparison): void {
  same('compare', compare.acceptedAgainstCurrent?.oldVersionId, stands === ids.at(-1) ? undefined : stands);
}

function ofRights({ rights, month }: Answers, { told, stands, same, equal }: Comparison): void {
  const then = standsAt(told, endOfDay(lastDayOf(MONTH)))?.versionId;
  for (const [who, basis, truth] of [
    ['rights', rights.basis, stands],
    ['month', month.basis, then],
  ] as const) {
    equal(who, basis.by === 'accepted', truth !== undefined);
    if (truth !== undefined) same(who, basis.versionId, truth);
  }
}

function ofAgenda({ rights, renewal }: Answers, { ids, told, equal }: Comparison): void {
  const atEnd = standsAt(told, endOfDay(ENDS))?.versionId;
  if (atEnd === undefined) return;
  const due = addDays(ENDS, -(LEADS[ids.indexOf(atEnd)] ?? 0));
  const renewBy = rights.orders[0]?.figures.find(({ name }) => name === 'renewBy')?.answer;
  equal('order', renewBy?.known ? renewBy.value : undefined, due);
  equal('agenda', renewal, due);
}

function ofNotice({ notice }: Answers, { told, same, equal }: Comparison): void {
  const { newVersion, basis, state } = notice;
  const next = newVersion?.versionId ?? '';
  equal('notice', newVersion?.accepted, isConcluded(told, next));
  const sent = standsAt(told, instantOf(notice.sent))?.versionId;
  if (sent === undefined || sent === next || (state !== 'announced' && state !== 'under-review')) return;
  same('notice', basis.versionId, sent);
  equal('notice', basis.accepted, true);
}

function ofTexts({ texts }: Answers, { ids, told, equal }: Comparison): void {
  texts.forEach(({ governing }, index) => {
    const period = lastPeriodOf(told, ids[index] ?? '');
    equal(`texts of v${index + 1}`, governing.governs, period?.governing ?? 'neither');
  });
}

/** What was decided inside and told nobody: on paper it is no state towards the provider. */
const DECIDED_INSIDE: Readonly<Record<string, string | undefined>> = {
  declined: '内部决定不接受',
  'set-aside': '内部暂不作决定',
};

function ofEvidence({ library, decisions, certificates, log }: Answers, { stands, equal }: Comparison): void {
  const stateOf = (id: string) => library.find((version) => version.id === id)?.state ?? 'not-reviewed';
  // On paper the state has the word of a page, and the day in Beijing since which it is so.
  const onPaper = (id: string): string => {
    const { since, period } = library.find((version) => version.id === id) ?? {};
    const inside = DECIDED_INSIDE[stateOf(id)];
    if (inside !== undefined && since !== undefined) return `没有对外接受；${inside}（${dayOf(since)}）`;
    const word = say(stateWord({ state: stateOf(id), by: period?.by }, 'page'), 'zh');
    return since === undefined ? word : `${word}${word.endsWith('）') ? '' : ' '}${dayOf(since)}`;
  };
  for (const { versionId, standing } of decisions) equal('decision', standing?.stands, versionId === stands);
  for (const { line, content } of certificates) {
    equal('certificate', content.sections[1]?.rows[0]?.value, onPaper(line.versionId));
  }
  for (const { standing, record } of log) equal('decision log', standing, stateOf(record.version.id));
}

/** What stands of the prepared agreement, by the one answer. */
export const truthOf = (app: EvidenceUnderTest): Standing => standingOf(app.store, agreementOf(app) ?? '');
