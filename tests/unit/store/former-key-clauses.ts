interface Listed {
  readonly clauseId: string;
}

interface Asked {
  readonly id: string;
  readonly done: boolean;
}

interface Opened {
  readonly conspicuous: readonly string[];
  readonly progress?: { readonly requirements: readonly Asked[] };
}

interface Proposal {
  readonly conspicuous: number;
}

/** Clauses that are key today and were not then are left out; one that was then and is not today is missed. */
function openedAsThen(now: Opened, then: Opened): unknown {
  const conspicuous = now.conspicuous.filter((id) => then.conspicuous.includes(id));
  if (!now.progress || !then.progress) return { ...now, conspicuous };
  const askedThen = new Set(then.progress.requirements.map(({ id }) => id));
  const requirements = now.progress.requirements.filter(({ id }) => askedThen.has(id));
  const missing = requirements.filter(({ done }) => !done).length;
  return { ...now, conspicuous, progress: { ...now.progress, requirements, missing, complete: missing === 0 } };
}

const pageAsThen = <Page extends { readonly conspicuous: readonly Listed[] }>(now: Page, then: Page): Page => ({
  ...now,
  conspicuous: now.conspicuous.filter(({ clauseId }) => then.conspicuous.some((each) => each.clauseId === clauseId)),
});

function proposedAsThen<Review extends { readonly proposals: readonly Proposal[] }>(now: Review, then: Review): Review {
  const counted = (each: Proposal, index: number): Proposal => ({
    ...each,
    conspicuous: Math.min(each.conspicuous, then.proposals[index]?.conspicuous ?? 0),
  });
  return { ...now, proposals: now.proposals.map(counted) };
}

const rowOf = (value: unknown): string => (value as { readonly rowId?: string } | null)?.rowId ?? '';

/** What matters first and why is weighed by what is key: that the same changes are told, row by row, is what is compared. */
function changesByRow(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((each: { readonly kind?: unknown } | null) => each?.kind !== 'conspicuous');
    return kept.map(changesByRow).sort((a, b) =>
      // Only the list of changes names rows; every other keeps its order.
      rowOf(a).localeCompare(rowOf(b)),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      name === 'reasons' ? [] : [[name, name === 'excerpt' ? begun(member) : changesByRow(member)]],
    ),
  );
}

/** An excerpt ends with a whole word today: how it begins is compared. */
const begun = (excerpt: unknown): unknown => (typeof excerpt === 'string' ? excerpt.slice(0, 30) : excerpt);

/**
 * Today more kinds of clauses count as key than in version 0.1.0: an answer of today with those that counted then, and the answer of
 * then in the same shape.
 */
export function keyAsThen(former: string, now: unknown, then: unknown): readonly [now: unknown, then: unknown] {
  switch (former) {
    case 'review.open':
      return [openedAsThen(now as Opened, then as Opened), then];
    case 'review.page':
      return [pageAsThen(...([now, then] as Parameters<typeof pageAsThen>)), then];
    case 'import.review':
      return [proposedAsThen(...([now, then] as Parameters<typeof proposedAsThen>)), then];
    case 'compare.open':
      return [changesByRow(now), changesByRow(then)];
    default:
      return [now, then];
  }
}
