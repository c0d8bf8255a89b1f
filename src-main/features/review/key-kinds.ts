import { conspicuousTags, isMarkedInSource } from '../../agreement/meaning/emphasise.ts';
import type { Clause, TagKind } from '../../agreement/model.ts';
import { TAG_FAMILIES, type TagFamily, tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import type { KeyKinds } from '../../contract/review.ts';

/**
 * Key clauses by what they are about: every clause in one row, by its first kind, so that the rows add up to all of them. A row
 * names the kinds that its clauses are of.
 */
export function keyKinds(clauses: readonly Clause[]): readonly KeyKinds[] {
  const rows = new Map<TagFamily | TagKind, Clause[]>();
  for (const clause of clauses) {
    const [first] = conspicuousTags(clause.tags);
    if (!first) continue;
    const family = familyOf(first.kind);
    rows.set(family, [...(rows.get(family) ?? []), clause]);
  }
  return [...rows.entries()]
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([family, members]) => ({
      labels: kindsOf(members)
        .filter((kind) => familyOf(kind) === family)
        .map(tagLabel),
      clauses: members.map(({ id, number, heading, text }) => ({
        clauseId: id,
        excerpt: (heading ?? text).slice(0, 40),
        ...(number === undefined ? {} : { number }),
      })),
      source: members.filter(isMarkedInSource).length,
      rule: members.filter((clause) => !isMarkedInSource(clause)).length,
    }));
}

/** What its row is: its family, or the kind itself where it has none. */
const familyOf = (kind: TagKind): TagFamily | TagKind => tagKind(kind)?.family ?? kind;

const placeOf = (family: TagFamily | TagKind): number => {
  const at = TAG_FAMILIES.findIndex((each) => each === family);
  return at === -1 ? TAG_FAMILIES.length : at;
};

const kindsOf = (clauses: readonly Clause[]): readonly TagKind[] => [
  ...new Set(clauses.flatMap(({ tags }) => conspicuousTags(tags).map(({ kind }) => kind))),
];
