import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { buildBundle } from '../../ledger/bundle.ts';
import { bad, type BundleReport, good, lacking } from '../../ledger/bundle-check.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import { type Check, identityOf, integrityOf } from '../../ledger/verdict.ts';
import { integrityPass, type Passed } from '../../kernel/integrity/pass.ts';
import type { RecordKinds } from '../../kernel/papers/unreadable.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { bundleContents } from './bundle-contents.ts';
import { openForReview, type OpenedForReview } from './bundle-import.ts';

/** What a database begins with: a backup, or a file that was made to move to another computer. */
const DATABASE_START = 'SQLite format 3\0';

/** Whether a file is a whole history, and no bundle. */
export const isHistory = ({ bytes }: ChosenFile): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, DATABASE_START.length)) === DATABASE_START;

const WHOLE = sentence('evidence.colleague-history.whole');

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
    const passed = await integrityPass(theirs.store, { kinds });
    const contents = bundleContents(theirs.store, { kind: 'everything' }, await ports.files.asset('verify.html'));
    const bytes = buildBundle(contents, { digest: sha256 });
    const name = `${file.name.replace(/\.(?:assent-data|sqlite)$/u, '')}.assent.zip`;
    const history = { name: file.name, sha256: sha256Hex(file.bytes), entries: passed.entries };
    return await openForReview(ports, { name, bytes }, { history, report: (of) => withPass(of, passed) });
  } finally {
    theirs.close();
  }
}

/** What the bundle's own verification says, with what the pass over the whole history found. */
function withPass(report: BundleReport, { faults, identity, entries }: Passed): BundleReport {
  const [first] = faults;
  const whole: Check = first
    ? (first.missing ? lacking : bad)(WHOLE, first.text)
    : good(WHOLE, sentence('evidence.colleague-history.checked', { count: entries }));
  const checks = [whole, ...report.checks];
  return {
    ...report,
    ok: report.ok && faults.length === 0,
    checks,
    integrity: integrityOf([
      ...checks,
      ...faults.map(({ missing }) => ({ ok: false as const, ...(missing ? { missing } : {}) })),
    ]),
    identity: identityOf(identity.keyId),
  };
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
