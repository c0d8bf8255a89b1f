import { inEveryForm } from '../../agreement/canonical.ts';
import { clauseCount } from '../../agreement/clause-count.ts';
import { keyClauses, sourceMark } from '../../agreement/meaning/emphasise.ts';
import { unrecognisedProtections } from '../../agreement/meaning/protections.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { candidateOf, isClear, type Likeness, likest } from '../../compare/align/resemblance.ts';
import type { DocumentProposal, Likely } from '../../contract/import.ts';
import { factViews } from '../../kernel/fact-views.ts';
import { departing, departures } from '../../kernel/positions/departures.ts';
import { positionsOf } from '../../kernel/positions/positions.ts';
import { newestCandidates } from '../../kernel/reading/sketches.ts';
import { calledAt } from '../../kernel/standing.ts';
import type { Store } from '../../store/store.ts';

/**
 * What each document of a reading looks like: a text already there, a next version, or something new. Agreements of the library are
 * called what they are called on every screen at an instant (UTC ISO), whatever their newest text bears as its title.
 */
export function proposals(
  store: Store,
  documents: readonly AgreementDocument[],
  instant: string,
): readonly DocumentProposal[] {
  // A colleague's copies are kept apart: nothing of one's own becomes their next version.
  const ownIds = new Set(store.agreements.ownAgreements().map(({ id }) => id));
  const newest = newestCandidates(store);
  const positions = positionsOf(store);
  const here = documents.map((document, index) => candidateOf(String(index), document));
  return documents.map((document, index): DocumentProposal => {
    const key = keyClauses(document);
    const departs = departures(document, positions);
    const found = {
      clauses: clauseCount(document),
      conspicuous: key.length,
      marks: Object.fromEntries(key.map((clause) => [clause.id, sourceMark(clause)])),
      facts: factViews(document.facts),
      ...(departs.length === 0 ? {} : { departing: departing(departs) }),
      unrecognised: unrecognisedProtections(document),
      sure: true,
    };
    const known = store.agreements.ofText(inEveryForm(document)).find(({ agreementId }) => ownIds.has(agreementId));
    if (known) {
      const title = calledAt(store, known.agreementId, instant);
      return { ...found, known: { versionId: known.id, title, ordinal: known.ordinal } };
    }
    const kept = likest(document, newest);
    const before = likest(document, here.slice(0, index));
    const [best, from] = kept[0]?.enough || !before[0]?.enough ? [kept[0], kept] : [before[0], before];
    const others = [...kept, ...before].filter((each) => each !== best).sort((a, b) => b.likeness - a.likeness);
    const sure = isClear(best ? [best, ...others.filter((each) => from.includes(each))] : []);
    const [next] = others;
    const likely = (each: Likeness): Likely => ({
      title: kept.includes(each) ? calledAt(store, each.id, instant) : each.title,
      likeness: each.likeness,
      sameProvider: each.sameProvider,
    });
    return {
      ...found,
      sure,
      ...(best?.enough && from === kept ? { resembles: { agreementId: best.id, ...likely(best) } } : {}),
      ...(best?.enough && from === before ? { follows: { index: Number(best.id), ...likely(best) } } : {}),
      ...(next && next.likeness >= WORTH_TELLING ? { runnerUp: likely(next) } : {}),
      ...(!best?.enough && best && !sure ? { runnerUp: likely(best) } : {}),
    };
  });
}

/** A likeness below this says nothing to a person. */
const WORTH_TELLING = 0.1;
