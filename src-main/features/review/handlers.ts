import { foreignLaw } from '../../term/count-period.ts';
import { say, sentence } from '../../agreement/sentence.ts';
import { progress, type RequirementState } from '../../acceptance/ceremony.ts';
import { beginReview, observe, type ReviewSoFar, withPicture } from '../../acceptance/review-so-far.ts';
import { countedSeconds, openScreenTime, type ScreenTime, UNNAMED_SITTING } from '../../acceptance/screen-time.ts';
import {
  conspicuousTags,
  isConspicuous,
  keyClauses,
  possibleTags,
  sourceMark,
} from '../../agreement/meaning/emphasise.ts';
import { unrecognisedProtections } from '../../agreement/meaning/protections.ts';
import type { ClauseTag } from '../../agreement/model.ts';
import { numbersAbove } from '../../agreement/structure/number-above.ts';
import { tagLabel } from '../../agreement/tag-kinds.ts';
import type { Handlers } from '../../contract/call.ts';
import type { reviewCalls } from '../../contract/review.ts';
import type { KeyReason, Requirement, ReviewProgress, VersionView } from '../../contract/review.ts';
import { conclusionTold } from '../../kernel/history/conclusion-told.ts';
import { factViews } from '../../kernel/fact-views.ts';
import { nextReview } from './awaiting.ts';
import { decisionPage } from './decision-page.ts';
import { clauseChanges } from './clause-changes.ts';
import { decide, decisionSummary } from './decision.ts';
import { readingState } from './rereading.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { refuseAlteredWords } from '../../kernel/integrity/refuse.ts';
import { keepChosen, keepFile } from '../../kernel/kept-files.ts';
import {
  asked,
  isForeign,
  type Matter,
  matterOf,
  printedVersion,
  soFar,
  wordsFor,
} from '../../kernel/version-in-review.ts';
import { companyById } from '../../kernel/companies.ts';
import { clauseStatutes } from '../../kernel/papers/statutes.ts';
import { departures } from '../../kernel/positions/departures.ts';
import { positionsOf } from '../../kernel/positions/positions.ts';
import { sampleAgreements } from '../../kernel/demo/samples.ts';
import { DEMO, isDemo } from '../../kernel/paper-pdf.ts';
import { preferences } from '../../kernel/preferences.ts';
import { record } from '../../kernel/record.ts';
import type { DecisionDays, NoticeSettler } from '../../kernel/between-features.ts';
import type { Box, Ports } from '../../kernel/ports.ts';
import { agreementSummary } from '../../kernel/standing.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { versionFile } from '../../kernel/files/version-file.ts';

/** Review: reading one exact version, what must be seen, and the decision with its record. */
export function reviewHandlers(
  ports: Ports,
  settleNotices: NoticeSettler,
  putAway: (ports: Ports) => ReadonlySet<string>,
  daysOf: readonly DecisionDays[],
): Handlers<typeof reviewCalls> {
  const { store, files } = ports;
  /** How long each version has been open in this run. */
  const screenTimes = new Map<string, ScreenTime>();
  /** Ids of the agreements that came with the sample set. */
  const samples = sampleAgreements(ports);
  return {
    'review.open': async ({ versionId }) => {
      const matter = matterOf(ports, versionId);
      if (!isForeign(matter)) {
        begin(ports, versionId);
        screenTimes.set(versionId, openScreenTime(ports.monotonic(), screenTimes.get(versionId)));
      }
      return versionView(ports, matter, (await samples()).has(matter.agreement.id));
    },

    'review.changes': ({ versionId }) => clauseChanges(ports, matterOf(ports, versionId)),

    'review.observe': ({ versionId, observation, sitting = UNNAMED_SITTING }) => {
      const matter = matterOf(ports, versionId);
      const at = ports.now().toISOString();
      if (isForeign(matter)) return reviewProgress(ports, matter, soFar(ports, versionId));
      const report = { sitting, seen: observation.seen };
      const now = ports.monotonic();
      const { time, seen } = countedSeconds(screenTimes.get(versionId) ?? openScreenTime(now), report, now);
      const after = observe(soFar(ports, versionId), { ...observation, seen }, at);
      store.reviews.put(versionId, JSON.stringify(after), at);
      screenTimes.set(versionId, time);
      return reviewProgress(ports, matter, after);
    },

    'review.picture': ({ versionId, clauseId, box }) => pictureOf(ports, versionId, clauseId, box),

    'review.page': ({ versionId, language, companyId }) =>
      decisionPage(ports, matterOf(ports, versionId), language, companyId, daysOf),

    'review.statement': ({ versionId, language, companyId, ...said }) =>
      wordsFor(ports, matterOf(ports, versionId), language, {
        ...said,
        company: companyId === undefined ? undefined : companyById(store, companyId)?.name,
      }),

    'review.decide': (input) => decide(ports, settleNotices, input),

    'review.next': async ({ after }) => nextReview(ports, after, { gone: putAway(ports), samples: await samples() }),

    'review.keepAuthorisation': () =>
      keepChosen(ports, {
        title: sentence('review.handlers.review-handlers.review-keep-authorisation.title'),
        extensions: ['pdf', 'png', 'jpg', 'jpeg', 'docx'],
      }),

    'review.export': async ({ versionId, as }) => {
      const matter = matterOf(ports, versionId);
      const name = versionFile(matter.version, preferences(store).language);
      const dated = (paper: string, extension: string): string =>
        fileName({ paper, day: beijingToday(ports.now()) }, extension);
      if (as === 'text') {
        refuseAlteredWords(store, matter.version);
        const words = store.agreements.canonicalText(versionId) ?? '';
        // What a demo wrote says so first, and is no more the text that its fingerprint is of.
        const text = isDemo(ports) ? `${say(DEMO, preferences(store).language)}\n\n${words}` : words;
        return named(await files.save({ name: dated(name, 'txt'), bytes: new TextEncoder().encode(text) }));
      }
      const { bytes } = await printedVersion(ports, matter);
      if (as === 'pdf') return named(await files.save({ name: dated(name, 'pdf'), bytes }));
      return (await ports.print.dialog(bytes, name)) ? { fileName: name } : undefined;
    },
  };
}

/** Keeps a picture of a conspicuous clause beside its review; where no picture can be taken, the record says so. */
async function pictureOf(
  ports: Ports,
  versionId: string,
  clauseId: string,
  box: Box,
): Promise<{ readonly taken: boolean }> {
  const { document } = matterOf(ports, versionId);
  const clause = document.clauses.find(({ id }) => id === clauseId);
  if (!clause || !isConspicuous(clause.tags)) throw unknownThing(sentence('review.handlers.picture-of'));
  const bytes = await ports.picture(box);
  if (!bytes) return { taken: false };
  const at = ports.now().toISOString();
  const { sha256 } = keepFile(ports, { name: `${clause.number ?? clause.id}.png`, bytes });
  ports.store.reviews.put(versionId, JSON.stringify(withPicture(soFar(ports, versionId), clauseId, sha256)), at);
  return { taken: true };
}

const named = (fileName: string | undefined) => (fileName === undefined ? undefined : { fileName });

/** Opening a version for the first time starts its review, with an entry in the ledger. */
function begin(ports: Ports, versionId: string): void {
  const { store } = ports;
  if (store.reviews.get(versionId)) return;
  const at = ports.now().toISOString();
  record(ports, {
    entry: { at, kind: 'ceremony-started', subject: `version:${versionId}`, payload: { openedAt: at } },
    write: () => store.reviews.put(versionId, JSON.stringify(beginReview(at)), at),
    changed: ['library'],
  });
}

function reviewProgress(ports: Ports, matter: Matter, review: ReviewSoFar): ReviewProgress {
  const { states, missing, complete, minutesLeft } = progress(asked(ports, matter), review);
  return { requirements: states.map(requirementView), missing: missing.length, complete, minutesLeft };
}

function requirementView(state: RequirementState): Requirement {
  const { id, kind, done, secondsSeen, acknowledged, acknowledgedAt } = state;
  return {
    id,
    kind,
    done,
    ...(secondsSeen === undefined ? {} : { secondsSeen }),
    ...(acknowledged === undefined ? {} : { acknowledged }),
    ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
    ...(state.kind === 'clause'
      ? {
          clauseId: state.clauseId,
          excerpt: state.excerpt,
          secondsNeeded: state.secondsNeeded,
          needsAcknowledgement: state.acknowledge,
          ...(state.number === undefined ? {} : { number: state.number }),
        }
      : {}),
    ...(state.kind === 'annex' ? { versionId: state.versionId, excerpt: state.title } : {}),
    ...(state.kind === 'redline' ? { versionId: state.versionId } : {}),
  };
}

const keyReason = ({ kind, because }: ClauseTag): KeyReason => ({ label: tagLabel(kind), because });

function versionView(ports: Ports, matter: Matter, sample: boolean): VersionView {
  const { agreement, version, document, annexes, previous } = matter;
  const source = ports.store.sources.byId(version.sourceId);
  const summary = agreementSummary(ports.store, agreement, ports.now().toISOString());
  const own = summary.versions.find(({ id }) => id === version.id);
  if (!source || !own) throw unknownThing(sentence('review.handlers.version-view'));
  const review = soFar(ports, version.id);
  const conclusion = conclusionTold(ports.store, version.id, own.period?.recordId);
  const others = [...ports.store.reviews.started().keys()].filter((id) => id !== version.id);
  return {
    agreement: summary,
    sample,
    version: own,
    sourceName: source.name,
    sourceSha256: source.sha256,
    document,
    above: Object.fromEntries(numbersAbove(document.clauses)),
    reading: readingState(ports, version.id),
    facts: factViews(document.facts),
    law: clauseStatutes(ports.store, document),
    ...(foreignLaw({ sources: [document] }) ? { lawElsewhere: true } : {}),
    departures: departures(document, positionsOf(ports.store)),
    unrecognised: unrecognisedProtections(document),
    conspicuous: keyClauses(document).map(({ id }) => id),
    marks: Object.fromEntries(keyClauses(document).map((clause) => [clause.id, sourceMark(clause)])),
    reasons: Object.fromEntries(keyClauses(document).map(({ id, tags }) => [id, conspicuousTags(tags).map(keyReason)])),
    possible: Object.fromEntries(
      document.clauses.flatMap(({ id, tags }) => {
        const possible = possibleTags(tags).map(keyReason);
        return possible.length === 0 ? [] : [[id, possible]];
      }),
    ),
    annexes,
    annexedTo: version.annexOf === undefined ? [] : [version.annexOf],
    decisions: ports.store.acceptances.ofVersion(version.id).map((row) => decisionSummary(ports, row)),
    progress: reviewProgress(ports, matter, review),
    firstReview: others.length === 0,
    ...(review.left ? { left: review.left } : {}),
    ...(conclusion ? { conclusion } : {}),
    ...(previous ? { previousAccepted: { versionId: previous.id, ordinal: previous.ordinal } } : {}),
  };
}
