import { sentence } from '../../agreement/sentence.ts';
import type { PlacedItem } from '../../kernel/between-features.ts';
import { isAbsent } from '../../acceptance/stated.ts';
import { readableRecord } from '../../kernel/kept-records.ts';
import { happeningsOf } from '../../kernel/history/happenings.ts';
import type { Ports } from '../../kernel/ports.ts';
import { agreementSummaries } from '../../kernel/standing.ts';
import { undecided } from '../../kernel/history/undecided.ts';
import { openItem } from '../../term/agenda/agenda-items.ts';
import { civilDateAt, dateWords } from '../../term/calendar/civil-date.ts';
import { awaitingReview } from './awaiting.ts';

/** What waits of the review: versions to decide on, and decisions that were not made to the provider. */
export function reviewAgendaSource(ports: Ports): readonly PlacedItem[] {
  return [...toReview(ports), ...toDecide(ports), ...toConclude(ports)];
}

function toReview(ports: Ports): readonly PlacedItem[] {
  return awaitingReview(ports).map(({ agreementId, versionId, title, ordinal, begun, taken, savedAt }) => {
    const name = sentence('review.agenda-source.version', { title, ordinal });
    const day = dateWords(civilDateAt(savedAt));
    const why = taken
      ? sentence(`review.agenda-source.taken-${taken}`, { day })
      : sentence(`review.agenda-source.${begun ? 'begun' : 'waiting'}`, { day });
    const item = openItem({ id: `version:${versionId}`, agreement: agreementId, name }, 'review', { why });
    return { item, place: { screen: 'review', versionId } };
  });
}

/** What was put off to a day that the person said; without a day it is not on the agenda. */
function toDecide({ store, now }: Ports): readonly PlacedItem[] {
  return agreementSummaries(store, now().toISOString())
    .filter(({ origin }) => origin === 'own')
    .flatMap(({ id, versions }) => {
      const newest = undecided(versions);
      const row = newest?.state === 'set-aside' ? store.acceptances.ofVersion(newest.id).at(-1) : undefined;
      const deferral = row && readableRecord(store, row.id)?.record.deferral;
      if (!newest || !deferral || isAbsent(deferral) || isAbsent(deferral.until)) return [];
      const name = sentence('review.agenda-source.version', { title: newest.called, ordinal: newest.ordinal });
      const said = { why: sentence('review.agenda-source.deferred'), date: deferral.until };
      const item = openItem({ id: `version:${newest.id}`, agreement: id, name }, 'review', said);
      return [{ item, place: { screen: 'decision', versionId: newest.id } as const }];
    });
}

/** Decided inside the company: on the agenda on the day that the person said, without one until it is made. */
function toConclude({ store, now }: Ports): readonly PlacedItem[] {
  return agreementSummaries(store, now().toISOString())
    .filter(({ origin }) => origin === 'own')
    .flatMap(({ id, versions }) =>
      versions
        .filter(({ state }) => state === 'decided')
        .map(({ id: versionId, called: title, ordinal }) => {
          const last = happeningsOf(store, versionId).findLast(({ body }) => body.kind === 'not-yet')?.body;
          const date = last?.kind === 'not-yet' ? last.remind : undefined;
          const name = sentence('review.agenda-source.version', { title, ordinal });
          const why = sentence('review.agenda-source.decided');
          const said = { why, ...(date === undefined ? {} : { date }) };
          const item = openItem({ id: `version:${versionId}`, agreement: id, name }, 'conclusion', said);
          return { item, place: { screen: 'decision', versionId } as const };
        }),
    );
}
