import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { buildBundle } from '../../ledger/bundle.ts';
import { bad, type BundleReport, good, lacking, remark, unchecked } from '../../ledger/bundle-check.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import { type Check, identityOf, integrityOf, isOk } from '../../ledger/verdict.ts';
import { integrityPass, type Passed } from '../../kernel/integrity/pass.ts';
import type { RecordKinds } from '../../kernel/papers/unreadable.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import type { Store } from '../../store/store.ts';
import { bundleContents } from './bundle-contents.ts';
import { openForReview, type OpenedForReview } from './bundle-import.ts';
import { bundlePapers } from './bundle-records.ts';
import { lastHead } from './ledger-check.ts';

/** What a database begins with: a backup, or a file that was made to move to another computer. */
const DATABASE_START = 'SQLite format 3\0';

/** Whether a file is a whole history, and no bundle. */
export const isHistory = ({ bytes }: ChosenFile): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, DATABASE_START.length)) === DATABASE_START;

const WHOLE = sentence('evidence.colleague-history.whole');
const END = sentence('evidence.colleague-history.end');

/**
 * Opens a colleague's whole history from a copy of its own, which is gone again afterwards. All of it is checked by the same
 * pass as one's own; what it holds as evidence becomes a bundle, and is taken in and kept as one. The bundle's list is
 * signed by nobody, because the colleague's key is not here: who vouches for it is the key under their newest entry.
 * @throws Refusal `history-unreadable`, `history-own`, `bundle-empty`, `bundle-too-large`.
 */
export async function historyForReview(ports: Ports, file: ChosenFile, kinds: RecordKinds): Promise<OpenedForReview> {
  const theirs = openedCopy(ports, file);
  try {
    const first = theirs.store.ledger.hashAt(1);
    if (first !== undefined && first === ports.store.ledger.hashAt(1)) throw ownHistory(file.name);
    const passed = await integrityPass(theirs.store, { kinds, expectedHead: lastHead(theirs.store) });
    const contents = bundleContents(theirs.store, { kind: 'everything' }, await ports.files.asset('verify.html'));
    const bytes = buildBundle(contents, { digest: sha256 });
    const name = `${file.name.replace(/\.(?:assent-data|sqlite)$/u, '')}.assent.zip`;
    const history = { name: file.name, sha256: sha256Hex(file.bytes), entries: passed.entries };
    return await openForReview(
      ports,
      { name, bytes },
      {
        history,
        report: (of) => withPass(of, passed, endCheck(ports.store, theirs.store, of)),
      },
    );
  } finally {
    theirs.close();
  }
}

/** What the bundle's own verification says, with what the pass over the whole history found. */
function withPass(report: BundleReport, passed: Passed, end: Check): BundleReport {
  const { faults, identity, entries, heldSince } = passed;
  const [first] = faults;
  const notChecked = passed.unchecked.map((why) => unchecked(WHOLE, why));
  const whole = first
    ? [(first.missing ? lacking : bad)(WHOLE, first.text), ...notChecked]
    : notChecked.length > 0
      ? [...notChecked, unchecked(WHOLE, sentence('evidence.colleague-history.cover-first'))]
      : [good(WHOLE, sentence('evidence.colleague-history.checked', { count: entries }))];
  const checks = [...whole, ...heldSince.map((why) => remark(WHOLE, why)), end, ...report.checks];
  const integrity = integrityOf([
    ...checks,
    ...faults.map(({ missing }) => ({ ok: false as const, ...(missing ? { missing } : {}) })),
  ]);
  return {
    ...report,
    ok: report.ok && isOk({ integrity, checks }),
    checks,
    integrity,
    identity: identityOf(identity.keyId),
  };
}

/**
 * Whether the history still goes as far as what was taken in before under one of its keys. What lies behind that may have been
 * cut off without a trace. A history that its owner restored may have gone another way since.
 */
function endCheck(mine: Store, { ledger }: Store, { devices }: BundleReport): Check {
  const seen = bundlePapers(mine)
    .list()
    .flatMap(({ body: { keyId, head } }) => {
      const [sequence, hash] = head.split(':');
      return keyId !== undefined && devices.includes(keyId) && hash ? [{ sequence: Number(sequence), hash }] : [];
    })
    .toSorted((a, b) => a.sequence - b.sequence);
  const newest = seen.at(-1);
  if (!newest) return remark(END, sentence('evidence.colleague-history.end-unknown'));
  const other = seen.find(({ sequence, hash }) => ledger.hashAt(sequence) !== hash);
  if (!other) return remark(END, sentence('evidence.colleague-history.end-known', { entry: newest.sequence }));
  const { sequence: entry } = other;
  if (ledger.countOfKinds(['backup-restored']) > 0)
    return unchecked(END, sentence('evidence.colleague-history.end-restored', { entry }));
  return ledger.hashAt(entry) === undefined
    ? lacking(END, sentence('evidence.colleague-history.end-short', { entry }))
    : bad(END, sentence('evidence.colleague-history.end-other', { entry }));
}

function openedCopy({ openCopy }: Ports, { name, bytes }: ChosenFile): ReturnType<Ports['openCopy']> {
  try {
    return openCopy(bytes);
  } catch (cause) {
    throw new Refusal(
      'history-unreadable',
      sentence('evidence.colleague-history.unreadable', { name }),
      sentence('evidence.colleague-history.unreadable.next'),
      { cause },
    );
  }
}

const ownHistory = (name: string): Refusal =>
  new Refusal(
    'history-own',
    sentence('evidence.colleague-history.own', { name }),
    sentence('evidence.colleague-history.own.next'),
  );
