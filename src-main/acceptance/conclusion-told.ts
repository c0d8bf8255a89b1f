import { dayWords } from '../agreement/date-words.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import type { PartySeal, PartySeals } from './governing.ts';
import { dayOf, type EventOf } from './history.ts';

/** What a person says of the text that the provider's page showed: the same as the version kept here, or not compared. */
export const PAGE_TEXTS = ['same', 'not-checked'] as const;
export type PageText = (typeof PAGE_TEXTS)[number];

/** What was said of an acceptance in the world, with everything that was added to it later. */
export interface ConclusionTold {
  readonly id: string;
  readonly how: EventOf<'concluded'>['how'];
  /** A day in Beijing, or the instant (UTC ISO). */
  readonly on: string;
  /** Whose word it is. */
  readonly said: string;
  /** Who did it, where that is told. */
  readonly handledBy?: string;
  readonly account?: string;
  readonly order?: string;
  /** What stood on the button that was clicked on the provider's page. */
  readonly button?: string;
  /** Of a paper that both sealed. */
  readonly parties?: PartySeals;
  readonly page?: PageText;
  readonly proofs: readonly KeptFile[];
  readonly recordedAt: string;
}

/** Characters of a day without its time. */
const DAY_ALONE = '2026-11-01'.length;

/** One sentence on what was done in the world, as it was said and by its day; the proofs stand apart. */
export function conclusionWords(told: ConclusionTold, company: string): Sentence {
  const { how, on, order, button, page, said: person } = told;
  const said = {
    company,
    said: person,
    when: dayWords(on.length === DAY_ALONE ? on : dayOf(on)),
    page: sentence(`acceptance.conclusion-told.page.${page ?? 'not-said'}`),
  };
  if (how === 'ordered' && order !== undefined)
    return sentence('acceptance.conclusion-told.ordered-as', { ...said, order });
  // Of a click that was told as just made the second is that of the recording, which the provider's page does not know.
  if (how === 'clicked-at-provider') {
    const asRecorded = on.length > DAY_ALONE;
    if (button === undefined)
      return sentence(`acceptance.conclusion-told.clicked-at-provider${asRecorded ? '-recorded' : ''}`, said);
    return sentence(`acceptance.conclusion-told.clicked-button${asRecorded ? '-recorded' : ''}`, { ...said, button });
  }
  return sentence(`acceptance.conclusion-told.${how}`, said);
}

/** One party's seal in words: its kind, who signed, and the day on the paper. */
export function sealWords({ kind, signatory, datedOn }: PartySeal): Sentence {
  const said = [
    sentence(`acceptance.conclusion-told.seal.${kind ?? 'not-said'}`),
    ...(signatory === undefined ? [] : [sentence('acceptance.conclusion-told.seal.signatory', { signatory })]),
    ...(datedOn === undefined ? [] : [sentence('acceptance.conclusion-told.seal.dated', { day: dayWords(datedOn) })]),
  ];
  return sentence('acceptance.conclusion-told.seal', { said });
}
