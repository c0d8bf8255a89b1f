import { calledAt } from '../../kernel/standing.ts';
import { say, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { bundleCalls } from '../../contract/evidence.ts';
import type { BundleScope, ImportedBundle } from '../../contract/evidence.ts';
import { buildBundle, type BundleContents } from '../../ledger/bundle.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import type { Store } from '../../store/store.ts';
import { inBundle, refuseUnseenInBundle, toConfirm } from './leaving/adverse-seen.ts';
import { bundleContents, entriesIn } from './bundle-contents.ts';
import { importBundle, importedBundles, openForReview, type OpenedForReview } from './bundle-import.ts';
import { historyForReview, isHistory } from './colleague-history.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { preferences } from '../../kernel/preferences.ts';
import { versionFile } from '../../kernel/files/version-file.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { PassScope } from '../../kernel/integrity/pass.ts';
import { despiteFaults } from '../../kernel/integrity/hand-out.ts';
import { refuseFaulty } from '../../kernel/integrity/refuse.ts';
import type { RecordKinds } from '../../kernel/papers/unreadable.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import type { Subject } from '../../ledger/subject.ts';

/** Bundles under review at once; an older one is opened again from its file. */
const MOST_OPEN = 4;

/** Evidence bundles: made for others to verify, and taken in from others, verified first. */
export function bundleHandlers(ports: Ports, kinds: RecordKinds): Handlers<typeof bundleCalls> {
  const { store, files } = ports;
  const open = new Map<string, OpenedForReview>();

  return {
    'evidence.adverse': ({ scope }) => {
      refuseForeign(store, scope);
      return { ...toConfirm(inBundle(store, scope)), entries: entriesIn(store, scope) };
    },

    'evidence.exportBundle': async ({ scope, seen, despite = false }) => {
      refuseForeign(store, scope);
      const verifier = await files.asset('verify.html');
      const signer = ports.ledger.signer();
      // Nothing is waited for between what was confirmed and what is taken: both are of one state of the records.
      refuseUnseenInBundle(store, scope, seen);
      const contents = bundleContents(store, scope, verifier);
      // Whoever exports despite a fault hands out a bundle that tells it: it is verified by the same code.
      if (!despite) await refuseFaulty(ports, scopeOf(contents));
      const bytes = buildBundle(contents, {
        digest: sha256,
        language: preferences(store).language,
        ...(signer ? { signer } : {}),
      });
      // It was looked at just now, or goes by the person's word.
      const name = `${nameOf(store, scope, ports.now())}.assent.zip`;
      const fileName = await despiteFaults(() => files.save({ name, bytes }));
      if (fileName === undefined) return undefined;
      const hash = sha256Hex(bytes);
      const head = contents.entries.at(-1);
      const payload = { sha256: hash, bytes: bytes.length, records: contents.records.length, head: head?.hash ?? '' };
      record(ports, {
        entry: { kind: 'bundle-exported', subject: subjectOf(scope), payload },
        write: () => undefined,
        changed: ['evidence'],
      });
      return { fileName, sha256: hash, bytes: bytes.length };
    },

    'evidence.chooseBundle': async () => {
      const [file] = await files.choose({
        title: sentence('evidence.bundles.bundle-handlers.evidence-choose-bundle.title'),
        extensions: ['zip', 'assent-data', 'sqlite'],
      });
      return file && review(file);
    },

    'evidence.readBundle': (file) => review(file),

    'evidence.openedBundle': async () => {
      const file = await ports.openedFile();
      return file && review(file);
    },

    'evidence.importBundle': ({ bundleId, origin, newKey = false }): ImportedBundle => {
      const opened = open.get(bundleId);
      if (!opened) throw unknownThing(sentence('evidence.bundles.bundle-handlers.evidence-import-bundle'));
      const imported = importBundle(ports, opened, origin.trim(), newKey);
      open.delete(bundleId);
      return imported;
    },

    'evidence.importedBundles': () => importedBundles(store),
  };

  async function review(file: ChosenFile) {
    const opened = await (isHistory(file) ? historyForReview(ports, file, kinds) : openForReview(ports, file));
    const [oldest] = open.keys();
    if (open.size >= MOST_OPEN && oldest !== undefined) open.delete(oldest);
    open.set(opened.review.bundleId, opened);
    return opened.review;
  }
}

/** What goes into the bundle, and no more. */
export function scopeOf({ disclose, records }: BundleContents): PassScope {
  const decisions = new Set(records.map(({ id }) => id));
  return { entry: (entry) => disclose?.(entry) ?? true, decision: ({ id }) => decisions.has(id) };
}

function refuseForeign(store: Store, scope: BundleScope): void {
  const agreementId =
    scope.kind === 'agreement'
      ? scope.agreementId
      : scope.kind === 'acceptance'
        ? store.agreements.version(store.acceptances.byId(scope.acceptanceId)?.versionId ?? '')?.agreementId
        : undefined;
  if (scope.kind === 'everything') return;
  const agreement = agreementId === undefined ? undefined : store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing(sentence('evidence.bundles.refuse-foreign'));
  if (agreement.origin === 'own') return;
  throw new Refusal(
    'bundle-foreign',
    sentence('evidence.bundles.bundle-foreign', { origin: agreement.origin }),
    sentence('evidence.bundles.bundle-foreign.next'),
  );
}

function nameOf(store: Store, scope: BundleScope, now: Date): string {
  const day = beijingToday(now);
  const named = (of: string): string =>
    say(sentence('evidence.bundles.file-name', { of, day }), preferences(store).language);
  if (scope.kind === 'everything')
    return say(sentence('evidence.bundles.file-name-all', { day }), preferences(store).language);
  if (scope.kind === 'agreement') return named(calledAt(store, scope.agreementId, now.toISOString()));
  const row = store.acceptances.byId(scope.acceptanceId);
  const version = row && store.agreements.version(row.versionId);
  return named(version ? versionFile(version, preferences(store).language) : '');
}

function subjectOf(scope: BundleScope): Subject {
  if (scope.kind === 'acceptance') return `acceptance:${scope.acceptanceId}`;
  return scope.kind === 'agreement' ? `agreement:${scope.agreementId}` : 'ledger:own';
}
