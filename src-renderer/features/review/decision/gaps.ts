import type { Requirement, VersionView } from '../../../../src-main/contract/review.ts';
import { go } from '../../../kernel/navigation.svelte.ts';
import { t } from '../../../kernel/preferences.svelte.ts';
import { lacksLetter, maySign } from '../../../kernel/signing.ts';
import type { LeftToSee } from '../left-to-see.ts';
import { clauseNames } from '../reader/ring-words.ts';
import type { Deciding } from './deciding.svelte.ts';

/** Something that is missing before one can accept: what, and what leads to it. */
export interface Gap {
  readonly id: string;
  readonly words: string;
  readonly fill: () => void;
}

/** Where the fields of the card are led to. */
export interface Lead {
  readonly company: () => void;
  readonly signatory: () => void;
  readonly second: () => void;
  readonly conclusion: () => void;
}

/** Everything that is missing, in the order in which one goes through the card, then the text. */
export function gapsOf(deciding: Deciding, lead: Lead): readonly Gap[] {
  const { page, view, signatory, secondNamed, conclusion } = deciding;
  if (!page || !view) return [];
  const gaps: Gap[] = [];
  if (page.companies.length === 0) {
    gaps.push({ id: 'company', words: t('review.decision.addCompany'), fill: lead.company });
  }
  if (!signatory) {
    // Where nobody who is there may sign, it is their letter that is missing.
    const lacks = !deciding.people.some(maySign) && deciding.people.some(lacksLetter);
    const words = t(lacks ? 'review.decision.gap.letter' : 'review.decision.gap.signatory');
    // Whoever signs signs for a company: that is there first.
    gaps.push({ id: 'signatory', words, fill: page.companies.length === 0 ? lead.company : lead.signatory });
  }
  if (!secondNamed) gaps.push({ id: 'second', words: t('review.decision.gap.second'), fill: lead.second });
  if (!conclusion.input) {
    const words = t(conclusion.kind === 'made' ? 'review.decision.gap.day' : 'review.decision.gap.conclusion');
    gaps.push({ id: 'conclusion', words, fill: lead.conclusion });
  }
  return [...gaps, ...deciding.unseen.flatMap((each) => toSee(each, view))];
}

/** Several clauses are one gap, which leads to the first of them; what is opened one by one is named one by one. */
function toSee({ sort, all }: LeftToSee, view: VersionView): readonly Gap[] {
  if (all.length === 1 || (sort !== 'key' && sort !== 'clause')) return all.map((each) => seen(each, view));
  const { id, fill } = seen(all[0], view);
  const count = all.length;
  const words =
    sort === 'key' ? t('review.decision.gap.keyClauses', { count }) : t('review.decision.gap.clauses', { count });
  return [{ id, words, fill }];
}

/** What is still to be seen, and the place in the text, the annex or the comparison where it is. */
function seen(requirement: Requirement, view: VersionView): Gap {
  const { id, kind, clauseId, excerpt, versionId: other } = requirement;
  const versionId = view.version.id;
  const there = clauseId ?? view.document.clauses.at(-1)?.id;
  const inText = (): void => go({ screen: 'review', versionId, ...(there === undefined ? {} : { clauseId: there }) });
  switch (kind) {
    case 'clause':
      return {
        id,
        words: t('review.reader.clauseNotSeen', { clause: clauseNames(view)(clauseId ?? '') }),
        fill: inText,
      };
    case 'end-reached':
      return { id, words: t('review.reader.endNotReached'), fill: inText };
    case 'annex':
      return {
        id,
        words: t('review.reader.annexNotOpened', { title: excerpt ?? '' }),
        fill: () => (other === undefined ? inText() : go({ screen: 'review', versionId: other })),
      };
    case 'redline':
      return {
        id,
        words: t('review.reader.redlineNotSeen'),
        fill: () =>
          other === undefined ? inText() : go({ screen: 'compare', oldVersionId: other, newVersionId: versionId }),
      };
  }
}
