import type { AgreementDocument, ClauseTag } from '../../agreement/model.ts';
import { tagKind, tagLabel } from '../../agreement/tag-kinds.ts';
import type { Departure } from '../../contract/settings-positions.ts';
import type { Positions } from './positions.ts';

/** A right of the customer's own burdens nobody; of a kind that counts only as the provider's, nobody's does neither. */
function burdens({ kind, by, title }: ClauseTag): boolean {
  if (title === true || by === 'customer') return false;
  return tagKind(kind)?.conspicuous !== 'provider' || by !== undefined;
}

/** Where a text has clauses of kinds that the company has to negotiate or does not accept, in the order of the text. */
export function departures(
  { clauses }: Pick<AgreementDocument, 'clauses'>,
  positions: Positions,
): readonly Departure[] {
  if (positions.size === 0) return [];
  return clauses.flatMap(({ id, tags }) =>
    tags.filter(burdens).flatMap(({ kind }): readonly Departure[] => {
      const position = positions.get(kind);
      if (position === undefined || position.stance === 'acceptable') return [];
      return [
        {
          clauseId: id,
          kind,
          label: tagLabel(kind),
          stance: position.stance,
          ...(position.note === undefined ? {} : { note: position.note }),
        },
      ];
    }),
  );
}

/** How many clauses of a text depart from the positions; a clause that is both counts as what it is worst. */
export function departing(found: readonly Departure[]): { readonly unacceptable: number; readonly negotiable: number } {
  const worst = new Set(found.flatMap(({ clauseId, stance }) => (stance === 'unacceptable' ? [clauseId] : [])));
  const others = new Set(found.flatMap(({ clauseId }) => (worst.has(clauseId) ? [] : [clauseId])));
  return { unacceptable: worst.size, negotiable: others.size };
}
