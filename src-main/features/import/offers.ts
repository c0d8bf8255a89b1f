import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';

/** A page of the watched folder that is offered as a new version. */
export interface Offer {
  readonly name: string;
  readonly agreementId: string;
  readonly agreementTitle: string;
}

/** A page that was given up. */
export interface GivenUpPage {
  readonly name: string;
}

const STATES = ['offered', 'dismissed'] as const;
export type OfferState = (typeof STATES)[number];

export const OFFER: PaperKind<Offer, OfferState> = {
  name: PAPERS.import.offer,
  noun: sentence('import.offers.offer'),
  feature: 'import',
  states: STATES,
  shape: shape(z.strictObject({ name: z.string(), agreementId: z.string(), agreementTitle: z.string() })),
  called: ({ body }) => body.name,
};

export const UNREAD_PAGE: PaperKind<GivenUpPage, OfferState> = {
  name: PAPERS.import.unreadPage,
  noun: sentence('import.offers.unread-page'),
  feature: 'import',
  states: STATES,
  shape: shape(z.strictObject({ name: z.string() })),
  called: ({ body }) => body.name,
};

/** Offers of the watched folder; the subject is the source. */
export const offerPapers = (store: Store): Repository<Offer, OfferState> => repository(store, OFFER);

/** Pages that were given up; the subject is the hash of the page's bytes. */
export const unreadPages = (store: Store): Repository<GivenUpPage, OfferState> => repository(store, UNREAD_PAGE);
