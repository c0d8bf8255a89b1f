import { asWritten, sentence, type Sentence } from '../../agreement/sentence.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import type { LinkedItem } from '../../contract/library.ts';
import { caseByOrigin } from '../../kernel/cases/cases.ts';
import type { Store } from '../../store/store.ts';
import { OBJECTION_CASES } from './objection-cases.ts';
import { noticePapers } from './notice-records.ts';

/** The notices of an agreement but those registered by mistake, newest first. */
export const linkedNotices: LinkSource = ({ store }, agreementId) =>
  noticePapers(store)
    .list({ about: agreementId })
    .filter(({ state }) => state !== 'voided')
    .toReversed()
    .map(({ id, state, body: { kind, subject } }): LinkedItem => ({
      id,
      what: 'notice',
      title:
        subject === undefined
          ? sentence(`notices.kind.${kind}`)
          : sentence('library.linked.notice', { subject: asWritten(subject) }),
      state: stateOf(store, id, sentence(`names.noticeState.${state}`)),
      place: { screen: 'notices', noticeId: id },
    }));

/** The state of a notice, with how far its objection got where one was begun. */
function stateOf(store: Store, id: string, state: Sentence): Sentence {
  const objection = caseByOrigin(store, [OBJECTION_CASES], `notice:${id}`);
  // Where nobody began the letter, nothing more than the decision is to be told.
  return objection && !(objection.state === 'drafted' && objection.letterId === undefined)
    ? sentence('library.linked.objected', { state, letter: sentence(`letters.case.states.${objection.state}`) })
    : state;
}
