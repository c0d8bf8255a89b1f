interface Counted {
  readonly id: string;
  readonly facts?: number;
}

interface Told {
  readonly facts: readonly { readonly kind: string }[];
}

/** How many facts there are is no longer told in the list, which says how the rights stand: that of then is put beside each. */
const countedAsThen = (now: readonly Counted[], then: readonly Counted[]): readonly Counted[] =>
  now.map((line) => ({ ...line, facts: then.find(({ id }) => id === line.id)?.facts ?? 0 }));

/** Behind the facts that figures rest on stands today whatever else the text states; those of then are all still there. */
const factsAsThen = (now: Told, then: Told): Told => ({
  ...now,
  facts: now.facts.filter(({ kind }) => then.facts.some((fact) => fact.kind === kind)),
});

/** What today's app says of the facts of an agreement, as far as version 0.1.0 told of them. */
export function rightsAsThen(former: string, now: unknown, then: unknown): unknown {
  if (former === 'obligations.list') return countedAsThen(now as readonly Counted[], then as readonly Counted[]);
  if (former === 'obligations.open') return factsAsThen(now as Told, then as Told);
  return now;
}
