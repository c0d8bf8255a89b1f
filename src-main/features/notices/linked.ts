import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import { noticePapers } from './notice-records.ts';

/** The notices of an agreement, newest first. */
export const linkedNotices: LinkSource = ({ store }, agreementId) =>
  noticePapers(store)
    .list({ about: agreementId })
    .toReversed()
    .map(({ id, state, body: { kind, subject } }) => ({
      id,
      what: 'notice',
      title:
        subject === undefined
          ? sentence(`notices.kind.${kind}`)
          : sentence('library.linked.notice', { subject: asWritten(subject) }),
      state: sentence(`names.noticeState.${state}`),
      place: { screen: 'notices', noticeId: id },
    }));
