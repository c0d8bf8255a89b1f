import type { AgreementSummary, LibraryAgreement, NextStep, Shelf, VersionSummary } from '../../contract/library.ts';
import { isUnread, undecided } from '../../kernel/history/undecided.ts';

const REFERENCE: ReadonlySet<AgreementSummary['kind']> = new Set(['guide', 'form-list']);

/** What is known of an agreement beside its versions. */
interface Around {
  readonly archived: boolean;
  readonly sample: boolean;
}

/** An agreement as the library lists it: which version its row speaks of, and in which parts of the library it stands. */
export function onShelf(agreement: AgreementSummary, { archived, sample }: Around): LibraryAgreement {
  const { versions, origin } = agreement;
  const reference = REFERENCE.has(agreement.kind);
  const newest = undecided(versions);
  const shown = shownOf(versions);
  const waits = newest && shown && newest.ordinal > shown.ordinal;
  const own = origin === 'own' && !reference;
  const shelves: Shelf[] = [];
  if (archived) shelves.push('archived');
  else {
    if (own && newest && newest.id === shown?.id && isUnread(newest)) shelves.push('to-review');
    if (own && waits) shelves.push('new-version');
    if (!reference && versions.some(({ stands }) => stands)) shelves.push('in-force');
  }
  return {
    ...agreement,
    shown: shown?.id ?? '',
    ...(own && waits ? { waiting: newest.id } : {}),
    shelves,
    reference,
    sample,
  };
}

/** The version that was decided or accepted last, where it is not older than the one that stands; else that one, else the newest. */
function shownOf(versions: readonly VersionSummary[]): VersionSummary | undefined {
  const stands = versions.find((version) => version.stands);
  const settled = versions.findLast(({ state }) => state === 'decided' || state === 'accepted');
  return settled && settled.ordinal > (stands?.ordinal ?? 0)
    ? settled
    : (stands ?? versions.findLast(({ state }) => state !== 'objected') ?? versions.at(-1));
}

/** The next thing a person would do with an agreement; `complete`: all that must be seen of what is to be reviewed was seen. */
export function nextStep(agreement: LibraryAgreement, complete: boolean): NextStep {
  const { versions, shown, waiting, origin, reference, shelves } = agreement;
  const of = versions.find(({ id }) => id === shown);
  const step = (what: NextStep['do'], version: VersionSummary | undefined): NextStep => ({
    do: what,
    versionId: version?.id ?? '',
    ordinal: version?.ordinal ?? 0,
  });
  if (shelves.includes('archived')) return step('unarchive', of);
  if (origin !== 'own' || reference) return step('read', of);
  // What was decided and not made yet comes before anything newer: until then the decision is worth nothing.
  if (of?.state === 'decided') return step('conclude', of);
  const next = versions.find(({ id }) => id === waiting) ?? of;
  switch (next?.state) {
    case 'not-reviewed':
      return step('review', next);
    case 'reviewing':
      return step(complete ? 'decide' : 'continue', next);
    case 'set-aside':
      return step(complete ? 'decide' : 'continue', next);
    case 'accepted':
      if (next.unread) return step(complete ? 'decide' : 'review', next);
      return step('read', of);
    default:
      return step('read', of);
  }
}
