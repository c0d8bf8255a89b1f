import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { LinkedItem } from '../../contract/library.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import { caseOf, caseOfLetter, type CaseSource, OWN_CASES } from '../../kernel/cases/cases.ts';
import type { CaseState } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';
import { letterName, letterPapers } from '../../kernel/papers/letters.ts';
import { TEMPLATES } from '../../kernel/stored-names.ts';
import { keptCopies } from '../../kernel/version-history.ts';

/** Letters begun from the versions of an agreement or their annexes, and the sealed copies that came back; newest first. */
export const linkedLetters =
  (sources: readonly CaseSource[]): LinkSource =>
  ({ store }, agreementId) => {
    const versions = store.agreements.versionsOf(agreementId);
    const texts = versions.flatMap(({ id }) => [id, ...store.agreements.annexesOf(id).map((annex) => annex.id)]);
    const cases = OWN_CASES.all(store)
      .filter((from) => from.agreementId === agreementId)
      .flatMap((from) => caseOf(store, from) ?? []);
    const told = new Set(cases.map(({ letterId }) => letterId));
    const begun = texts.flatMap((id) => letterPapers(store).list({ about: `${TEMPLATES.commitment}${id}` }));
    const tied = letterPapers(store)
      .list()
      .filter(
        ({ id, body }) => body.agreementId === agreementId && !told.has(id) && !begun.some((one) => one.id === id),
      );
    const letters = [...begun, ...tied];
    const copies = versions.flatMap(({ id }) => keptCopies(store, id).map((copy) => ({ copy, versionId: id })));
    return [
      ...cases.toReversed().map(({ id, state, letterId, from: { name } }): LinkedItem => ({
        id,
        what: 'letter',
        title: name,
        state: sentence(`letters.case.states.${state}`),
        place: letterId === undefined ? { screen: 'library', agreementId } : { screen: 'letters', letterId },
      })),
      ...letters
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .map(({ id, body }): LinkedItem => ({
          id,
          what: 'letter',
          title: letterName(body),
          state: sentence(`letters.case.states.${letterState(store, sources, id)}`),
          place: { screen: 'letters', letterId: id },
        })),
      ...copies.toReversed().map(({ copy: { id, name, state }, versionId }): LinkedItem => ({
        id,
        what: 'sealed-copy',
        title: sentence('library.linked.sealed-copy', { name: asWritten(name) }),
        state: sentence(`review.explanations.texts.states.${state}`),
        place: { screen: 'review', versionId },
      })),
    ];
  };

/** How far a letter got in the world, as the case says that it is the letter of: that of a claim or of a notice, else its own. */
const letterState = (store: Store, sources: readonly CaseSource[], id: string): CaseState =>
  caseOfLetter(store, sources, id)?.state ?? 'drafted';
