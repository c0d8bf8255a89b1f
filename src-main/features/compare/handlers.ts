import { standsAt } from '../../acceptance/standing.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { Handlers } from '../../contract/call.ts';
import type { compareCalls } from '../../contract/compare.ts';
import type { ComparedPart } from '../../compare/comparison.ts';
import type { ComparedPartView, ComparedVersion, ComparisonView } from '../../contract/compare.ts';
import type { VersionRow } from '../../store/agreements.ts';
import { type ComparedVersions, compareVersions, isOlderText } from '../../kernel/version-comparison.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { matterOf, soFar } from '../../kernel/version-in-review.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { versionCalled } from '../../acceptance/record-view.ts';
import { ownVersionWords } from '../../kernel/papers/letter-words.ts';
import { redlineOnPaper } from './redline-paper.ts';
import { conservation } from './conservation.ts';
import { impactLines, otherLines } from './impact-lines.ts';
import { leftOut } from './left-out.ts';
import { editCount, redlineRows } from './redline-rows.ts';
import { agreementSummary, standingOf } from '../../kernel/standing.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { fileName } from '../../kernel/files/file-name.ts';

/** Comparison: what changed that matters, between any two versions. */
export function compareHandlers(ports: Ports): Handlers<typeof compareCalls> {
  return {
    'compare.open': ({ oldVersionId, newVersionId }) => comparisonView(ports, oldVersionId, newVersionId),

    'compare.leftOut': ({ oldVersionId, newVersionId }) =>
      leftOut(ports, versionRow(ports, oldVersionId), versionRow(ports, newVersionId)),

    'compare.export': async ({ oldVersionId, newVersionId, as, onlyChanges, language }) => {
      const view = comparisonView(ports, oldVersionId, newVersionId);
      const paper = await redlineOnPaper(view, {
        ...{ onlyChanges, language },
        called: ({ id, ordinal }) => versionCalled({ ordinal }, ownVersionWords(ports.store, { id })),
      });
      const { bytes } = await paperToPdf(ports, paper, {
        fingerprint: view.new.fingerprint,
        fingerprintOf: 'new-text',
        author: view.new.title,
      });
      const name = nameOf(view, language);
      if (as === 'print') return (await ports.print.dialog(bytes, name)) ? { fileName: name } : undefined;
      const parts = { paper: name, day: beijingToday(ports.now()) };
      const saved = await ports.files.save({ name: fileName(parts, 'pdf'), bytes });
      return saved === undefined ? undefined : { fileName: saved };
    },
  };
}

const nameOf = ({ old, new: next }: ComparisonView, language: Language): string =>
  say(sentence('compare.redline-paper.file', { title: next.title, older: old.ordinal, newer: next.ordinal }), language);

function comparisonView(ports: Ports, oldVersionId: string, newVersionId: string): ComparisonView {
  const { store } = ports;
  const old = versionRow(ports, oldVersionId);
  const next = versionRow(ports, newVersionId);
  const compared = compareVersions(store, old, next);
  const { comparison } = compared;
  const agreements = [...new Set([next.agreementId, old.agreementId])];
  const versions = agreements.flatMap((id) => versionsOf(ports, id));
  const rows = redlineRows(compared);
  const required = matterOf(ports, newVersionId).previous?.id === oldVersionId;
  const seenAt = soFar(ports, newVersionId).redlines[oldVersionId];
  return {
    old: one(versions, oldVersionId),
    new: one(versions, newVersionId),
    versions,
    identical: comparison.identical,
    sameWords: comparison.sameWords,
    summary: comparison.summary,
    edits: editCount(compared),
    impact: impactLines(compared),
    others: otherLines(compared),
    parts: comparison.parts.map((part) => partView(part, compared)),
    conservation: conservation(compared, rows),
    rows,
    required,
    ...(next.agreementId === old.agreementId && isOlderText(store, next, old) ? { backward: true as const } : {}),
    ...acceptedAgainstCurrent(ports, versions, next.agreementId),
    ...(seenAt === undefined ? {} : { seenAt }),
  };
}

function partView({ old, new: next, apart }: ComparedPart, compared: ComparedVersions): ComparedPartView {
  const only = old === undefined ? 'new' : next === undefined ? 'old' : undefined;
  const held = apart && compared.apart.get(next?.title ?? '')?.version;
  return {
    title: next?.title ?? old?.title ?? '',
    ...(only === undefined ? {} : { only }),
    ...(held && { apart: { title: held.title, ordinal: held.ordinal } }),
  };
}

function versionRow(ports: Ports, id: string): VersionRow {
  const version = ports.store.agreements.version(id);
  if (!version) throw unknownThing(sentence('compare.handlers.version-row'));
  return version;
}

function versionsOf({ store, now }: Ports, agreementId: string): readonly ComparedVersion[] {
  const agreement = store.agreements.agreement(agreementId);
  if (!agreement) return [];
  const { title, versions } = agreementSummary(store, agreement, now().toISOString());
  return versions.map((version) => ({ ...version, agreementId, agreementTitle: title }));
}

function one(versions: readonly ComparedVersion[], id: string): ComparedVersion {
  const found = versions.find((version) => version.id === id);
  if (!found) throw unknownThing(sentence('compare.handlers.one'));
  return found;
}

/** The version that stands against the newest: absent where none stands or the newest does. */
function acceptedAgainstCurrent(
  { store, now }: Ports,
  versions: readonly ComparedVersion[],
  agreementId: string,
): Pick<ComparisonView, 'acceptedAgainstCurrent'> {
  const stands = standsAt(standingOf(store, agreementId), now().toISOString());
  const current = versions.findLast((version) => version.agreementId === agreementId);
  if (!stands || !current || stands.versionId === current.id) return {};
  return { acceptedAgainstCurrent: { oldVersionId: stands.versionId, newVersionId: current.id } };
}
