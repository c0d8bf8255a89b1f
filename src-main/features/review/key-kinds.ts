import { conspicuousTags, keyClauses, sourceMark } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause, TagKind } from '../../agreement/model.ts';
import { numbersAbove } from '../../agreement/structure/number-above.ts';
import { TAG_FAMILIES, type TagFamily, tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import type { KeyKinds } from '../../contract/review.ts';

/**
 * Key clauses by what they are about. A clause of several kinds stands in the row of each, so that nobody looks for it in vain; a row
 * names the kinds that its clauses are of.
 */
export function keyKinds(document: Pick<AgreementDocument, 'clauses'>): readonly KeyKinds[] {
  const numbers = numbersAbove(document.clauses);
  const key = keyClauses(document);
  return [...new Set(key.flatMap(familiesOf))]
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((family) => ({ family, members: key.filter((clause) => familiesOf(clause).includes(family)) }))
    .map(({ family, members }) => ({
      labels: [...new Set(members.flatMap(kindsOf))].filter((kind) => familyOf(kind) === family).map(tagLabel),
      clauses: members.map((clause) => {
        const above = numbers.get(clause.id);
        return {
          clauseId: clause.id,
          excerpt: (clause.heading ?? clause.text).slice(0, 40),
          marked: sourceMark(clause),
          ...(clause.number === undefined ? {} : { number: clause.number }),
          ...(above === undefined ? {} : { above }),
        };
      }),
    }));
}

/** What its row is: its family, or the kind itself where it has none. */
const familyOf = (kind: TagKind): TagFamily | TagKind => tagKind(kind)?.family ?? kind;

const placeOf = (family: TagFamily | TagKind): number => {
  const at = TAG_FAMILIES.findIndex((each) => each === family);
  return at === -1 ? TAG_FAMILIES.length : at;
};

const kindsOf = ({ tags }: Clause): readonly TagKind[] => conspicuousTags(tags).map(({ kind }) => kind);
const familiesOf = (clause: Clause): readonly (TagFamily | TagKind)[] => kindsOf(clause).map(familyOf);
