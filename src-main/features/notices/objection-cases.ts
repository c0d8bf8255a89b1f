import { sentence } from '../../agreement/sentence.ts';
import { arrivalKey, type CaseFrom, caseOf, type CaseSource } from '../../kernel/cases/cases.ts';
import { calledAt } from '../../kernel/standing.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import { arrivalStep, type CaseStep, closingStep } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';
import { type CivilDate, civilDateAt } from '../../term/calendar/civil-date.ts';
import { type Notice, noticeById, noticePapers, notices, objectionSteps } from './notice-records.ts';

/** Of a notice that was registered by mistake only what went out stays a case: it did. */
const caseFrom = (store: Store, notice: Notice): CaseFrom | undefined =>
  notice.body.voided === undefined || objectionSentOn(store, notice) !== undefined
    ? objectionFrom(store, notice)
    : undefined;

/** Objections as cases, one to a notice. What their checklist says of the sending counts like a step of the case. */
export const OBJECTION_CASES: CaseSource = {
  word: 'notice',
  of: (store, id) => (noticePapers(store).has(id) ? caseFrom(store, noticeById(store, id)) : undefined),
  all: (store) => notices(store).flatMap((notice) => caseFrom(store, notice) ?? []),
};

/** The objection to a notice; its steps are none before anyone objected. */
export function objectionFrom(store: Store, notice: Notice): CaseFrom {
  const { id, agreementId, state, body, overAfter, createdAt } = notice;
  return {
    origin: `notice:${id}`,
    kind: 'objection',
    agreementId,
    closes: [`notice:${id}/notice-last-day`, `notice:${id}/notice-objection`],
    steps: withDraft(store, id, objectionSteps({ body, state: body.voided?.was ?? state })),
    name: sentence('notices.agenda-source.objection', { title: calledAt(store, agreementId, createdAt) }),
    place: { screen: 'notices', noticeId: id },
    subject: `notice:${id}`,
    entries: { sent: 'objection-sent' },
    takeBack: {
      sent: (at) => {
        const { 'confirm-in-writing': _taken, ...checklist } = body.checklist;
        noticePapers(store).put({ id, state, body: { ...body, checklist } }, at);
      },
    },
    // That it goes on under the earlier text rests on the sending.
    ...(state === 'continuing' ? { restsOn: new Set(['sent'] as const) } : {}),
    window: () => (overAfter === undefined ? {} : { closes: overAfter }),
  };
}

/** What was decided is drafted with its letter: of the time at which that was begun, where it was. */
function withDraft(store: Store, noticeId: string, steps: readonly CaseStep[]): readonly CaseStep[] {
  const letterId = casePapers(store).about(`notice:${noticeId}`)?.body.letterId;
  const begun = letterId === undefined ? undefined : letterPapers(store).get(letterId)?.createdAt;
  return steps.map((step, at) =>
    step.state !== 'drafted' || begun === undefined || begun > (steps[at + 1]?.at ?? begun)
      ? step
      : { ...step, at: begun },
  );
}

/**
 * How far the objection to a notice that is not settled otherwise got: sent and not known to have arrived, or arrived; undefined before it
 * was sent, and of a notice that was registered by mistake.
 */
export function objectionWay(store: Store, notice: Notice): 'under-way' | 'arrived' | undefined {
  if (notice.state !== 'objected' && notice.state !== 'continuing') return undefined;
  const objection = caseOf(store, objectionFrom(store, notice));
  if (!objection || !closingStep(objection)) return undefined;
  return arrivalStep(objection) ? 'arrived' : 'under-way';
}

/** The key of the agenda's item that asks for the arrival of the objection to a notice; undefined before anyone objected. */
export function objectionArrivalKey(store: Store, notice: Notice): string | undefined {
  const objection = caseOf(store, objectionFrom(store, notice));
  return objection && arrivalKey(objection);
}

/** The day in Beijing on which the objection to a notice was sent, as its case says; undefined where nobody said so. */
export function objectionSentOn(store: Store, notice: Notice): CivilDate | undefined {
  const objection = caseOf(store, objectionFrom(store, notice));
  const sent = objection && closingStep(objection);
  return sent && civilDateAt(sent.at);
}
