import { lastSealOf, type PartySeals } from '../../acceptance/governing.ts';
import { dayOf, instantOf } from '../../acceptance/history.ts';
import type { StandingPeriod } from '../../acceptance/standing.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { ConclusionInput, conclusionCalls, LastConclusion } from '../../contract/review-conclusions.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { NoticeSettler } from '../../kernel/between-features.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { conclusionTold } from '../../kernel/history/conclusion-told.ts';
import {
  allHappenings,
  type Happening,
  type HappeningOf,
  recordHappening,
  statedEffective,
} from '../../kernel/history/happenings.ts';
import { keepChosen, keptFile } from '../../kernel/kept-files.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether } from '../../kernel/record.ts';
import { standingOf, wasConcluded } from '../../kernel/standing.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { foreign } from './foreign.ts';

/** What happened to versions in the world: accepted there, ended, and the days of both put right. */
export function conclusionHandlers(ports: Ports, settleNotices: NoticeSettler): Handlers<typeof conclusionCalls> {
  const { store } = ports;
  return {
    'review.conclude': ({ by, answers }) => {
      recordTogether(ports, () => {
        for (const { versionId, conclusion } of answers) conclude(ports, settleNotices, { versionId, conclusion, by });
      });
      return undefined;
    },

    'review.completeConclusion': ({ versionId, by, proof, ...said }) => {
      const version = ownVersion(store, versionId);
      const told = conclusionTold(store, versionId, periodsOf(store, version).at(-1)?.recordId);
      if (!told) throw notConcluded();
      const added = { ...detailsOf(said), ...proofOf(store, proof) };
      if (Object.keys(added).length === 0) throw nothingAdded();
      recordHappening(ports, versionId, { kind: 'completed', said: by, of: told.id, ...added });
      return undefined;
    },

    'review.endStanding': ({ versionId, by, proof, reason, ...said }) => {
      const version = ownVersion(store, versionId);
      refuseNotConcluded(store, version);
      refuseNotStandingOn(store, version, said.from);
      const body = { kind: 'ended', said: by, ...said, ...(reason ? { reason } : {}), ...proofOf(store, proof) };
      recordHappening(ports, versionId, body as Happening);
      return undefined;
    },

    'review.correctStanding': ({ versionId, by, proof, ...said }) => {
      const version = ownVersion(store, versionId);
      refuseNotConcluded(store, version);
      const body = { kind: 'corrected', said: by, ...said, ...proofOf(store, proof) };
      recordTogether(ports, () => {
        const before = periodsOf(store, version);
        recordHappening(ports, versionId, body as Happening);
        const after = periodsOf(store, version);
        if (after.length === 0) throw neverStood();
        if (JSON.stringify(after) === JSON.stringify(before)) throw nothingCorrected();
      });
      return undefined;
    },

    'review.keepProof': () =>
      keepChosen(ports, {
        title: sentence('review.conclusions.keep-proof'),
        extensions: [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS, 'ofd'],
      }),
  };
}

/**
 * Writes down what a person says became of a version in the world; what was made to the provider settles the notices that
 * announced it. Call it inside the transaction of the decision, where there is one.
 * @throws Refusal `conclusion-ahead`, `agreement-foreign`, `not-found`, `not-decided`.
 */
export function conclude(
  ports: Ports,
  settleNotices: NoticeSettler,
  {
    versionId,
    conclusion,
    by,
  }: { readonly versionId: string; readonly conclusion: ConclusionInput; readonly by: string },
): void {
  const { store } = ports;
  ownVersion(store, versionId);
  if (conclusion.kind === 'not-yet') {
    const { remind } = conclusion;
    recordHappening(ports, versionId, { kind: 'not-yet', said: by, ...(remind === undefined ? {} : { remind }) });
    return;
  }
  const decision = store.acceptances.ofVersion(versionId).findLast((row) => row.decision === 'accepted');
  const { proof } = conclusion;
  const document = store.agreements.document(versionId);
  const effective = document && statedEffective(document);
  recordHappening(ports, versionId, {
    kind: 'concluded',
    said: by,
    how: conclusion.kind === 'made' ? conclusion.how : 'clicked-at-provider',
    ...madeOn(ports, conclusion, decision?.decidedAt),
    ...detailsOf(conclusion),
    ...(effective === undefined ? {} : { statedEffective: effective }),
    ...proofOf(store, proof),
  });
  settleNotices(ports, { versionId, by, ...(decision ? { acceptanceId: decision.id } : {}) });
}

/** When it happened, and of a paper sealed by both the seals: from the last of them. @throws Refusal `seals-not-told`. */
function madeOn(
  ports: Ports,
  conclusion: Exclude<ConclusionInput, { kind: 'not-yet' }>,
  decidedAt: string | undefined,
): Pick<HappeningOf<'concluded'>, 'on' | 'parties'> {
  if (conclusion.kind !== 'made' || conclusion.how !== 'sealed')
    return { on: dayOrInstant(ports, conclusion, decidedAt) };
  const { parties } = conclusion;
  const last = parties && lastSealOf(withoutAbsent(parties) as PartySeals);
  if (last === undefined) throw sealsNotTold();
  return { on: dayOrInstant(ports, { ...conclusion, on: last }, decidedAt), parties };
}

/** When it happened: to the second only where the person says that it was just now. */
function dayOrInstant(
  { now }: Ports,
  conclusion: Exclude<ConclusionInput, { kind: 'not-yet' }>,
  decidedAt: string | undefined,
): string {
  if (conclusion.kind === 'just-clicked') return now().toISOString();
  if (conclusion.kind === 'decision-day') {
    if (decidedAt === undefined) throw notDecided();
    return dayOf(decidedAt);
  }
  if (conclusion.on > beijingToday(now())) throw ahead();
  return conclusion.on;
}

type Details = Omit<Extract<ConclusionInput, { kind: 'just-clicked' }>, 'kind'>;

/** What was last answered for a provider; nothing is presumed of a provider that was never asked about. */
export function lastConclusion(store: Store, provider: string | undefined): LastConclusion | undefined {
  if (provider === undefined) return undefined;
  const same = new Set(
    store.agreements
      .ownAgreements()
      .filter((agreement) => agreement.provider === provider)
      .flatMap(({ id }) => store.agreements.versionsOf(id).map((version) => version.id)),
  );
  const last = allHappenings(store).findLast(
    ({ versionId, body }) => same.has(versionId) && (body.kind === 'concluded' || body.kind === 'not-yet'),
  )?.body;
  if (last?.kind === 'not-yet') return { kind: 'not-yet' };
  if (last?.kind !== 'concluded') return undefined;
  const account = last.account === undefined ? {} : { account: last.account };
  const now = last.how === 'clicked-at-provider' && last.on.length > '2026-11-01'.length;
  return now ? { kind: 'just-clicked', ...account } : { kind: 'made', how: last.how, ...account };
}

function detailsOf({ account, order, button, handledBy, page }: Details) {
  return {
    ...(account === undefined ? {} : { account }),
    ...(order === undefined ? {} : { order }),
    ...(button === undefined ? {} : { button }),
    ...(handledBy === undefined ? {} : { handledBy }),
    ...(page === undefined ? {} : { page }),
  };
}

function proofOf(store: Store, sha256: string | undefined) {
  return sha256 === undefined ? {} : { proof: keptFile(store, sha256) };
}

function ownVersion(store: Store, versionId: string): VersionRow {
  const version = store.agreements.version(versionId);
  const agreement = version && store.agreements.agreement(version.agreementId);
  if (!agreement) throw unknownThing(sentence('kernel.version-in-review.matter-of'));
  if (agreement.origin !== 'own') throw foreign(agreement.origin);
  return version;
}

function refuseNotConcluded(store: Store, version: VersionRow): void {
  if (!wasConcluded(store, version)) throw notConcluded();
}

const notConcluded = (): Refusal =>
  new Refusal(
    'not-concluded',
    sentence('review.conclusions.not-concluded'),
    sentence('review.conclusions.not-concluded.next'),
  );

const nothingAdded = (): Refusal =>
  new Refusal(
    'nothing-added',
    sentence('review.conclusions.nothing-added'),
    sentence('review.conclusions.nothing-added.next'),
  );

function periodsOf(store: Store, { id, agreementId }: VersionRow): readonly StandingPeriod[] {
  return standingOf(store, agreementId).periods.filter(({ versionId }) => versionId === id);
}

/** An end where nothing stands would be written down and change nothing. @throws Refusal `not-standing-then`. */
function refuseNotStandingOn(store: Store, version: VersionRow, day: string): void {
  const at = instantOf(day);
  const periods = periodsOf(store, version);
  if (periods.some(({ from, until }) => from <= at && (until === undefined || at < until))) return;
  throw new Refusal(
    'not-standing-then',
    sentence('review.conclusions.not-standing-then', { day }),
    sentence('review.conclusions.not-standing-then.next'),
  );
}

const neverStood = (): Refusal =>
  new Refusal(
    'never-stood',
    sentence('review.conclusions.never-stood'),
    sentence('review.conclusions.never-stood.next'),
  );

const nothingCorrected = (): Refusal =>
  new Refusal(
    'nothing-corrected',
    sentence('review.conclusions.nothing-corrected'),
    sentence('review.conclusions.nothing-corrected.next'),
  );

const sealsNotTold = (): Refusal =>
  new Refusal(
    'seals-not-told',
    sentence('review.conclusions.seals-not-told'),
    sentence('review.conclusions.seals-not-told.next'),
  );

const ahead = (): Refusal =>
  new Refusal('conclusion-ahead', sentence('review.conclusions.ahead'), sentence('review.conclusions.ahead.next'));

const notDecided = (): Refusal =>
  new Refusal(
    'not-decided',
    sentence('review.conclusions.not-decided'),
    sentence('review.conclusions.not-decided.next'),
  );

/** An acceptance says what became of it in the world, if only that nothing did yet. */
export const conclusionMissing = (): Refusal =>
  new Refusal(
    'conclusion-missing',
    sentence('review.conclusions.missing'),
    sentence('review.conclusions.missing.next'),
  );
