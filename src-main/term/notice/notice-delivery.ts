import { inSentence, type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, missingInput, unknown } from '../answer.ts';
import { type TermBasis, factsOf, missingFact, numberOf, ownStep } from '../basis.ts';
import { type CivilDate, addDays, dateWords } from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';

/** How a notice came. `site` is a public announcement, `message` an in-site message. */
export const NOTICE_CHANNELS = ['site', 'message', 'email', 'sms', 'post'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const CHANNEL_WORDS: Readonly<Record<NoticeChannel, Sentence>> = {
  site: inSentence(sentence('names.channel.site')),
  message: inSentence(sentence('names.channel.message')),
  email: inSentence(sentence('names.channel.email')),
  sms: inSentence(sentence('names.channel.sms')),
  post: inSentence(sentence('names.channel.post')),
};

export interface Dispatch {
  readonly channel: NoticeChannel;
  /** Day it was published, sent or posted. */
  readonly sent: CivilDate;
  /** Day it arrived, by the person's own knowledge; decides only where the agreement is silent. */
  readonly received?: CivilDate;
}

function received(dispatch: Dispatch, silent: 'electronic-delivery' | 'paper-delivery-days'): Answer<CivilDate> {
  const law: TermStep = {
    text: sentence('term.notice-delivery.silent'),
    statute: CIVIL_CODE.arrival,
  };
  if (dispatch.received === undefined) {
    const missing = missingInput('received', sentence('term.notice-delivery.received-missing'));
    return unknown([missingFact(silent), missing], [law], dispatch.sent);
  }
  const arrived = dateWords(dispatch.received);
  return known(dispatch.received, [law, ownStep(sentence('term.notice-delivery.received', { arrived }))]);
}

function byPost(basis: TermBasis, dispatch: Dispatch): Answer<CivilDate> {
  const days = numberOf(basis, 'paper-delivery-days');
  if (!days.known) {
    return days.missing.some((missing) => missing.what === 'conflict')
      ? days
      : received(dispatch, 'paper-delivery-days');
  }
  const delivered = addDays(dispatch.sent, days.value);
  const [posted, counted] = [dateWords(dispatch.sent), dateWords(delivered)];
  return known(delivered, [
    ...days.steps,
    {
      text: sentence('term.notice-delivery.by-post', { posted, value: days.value, counted }),
      statute: CIVIL_CODE.startDay,
    },
  ]);
}

/** The day a notice counts as delivered: by the agreement, else by the statute, else unknown until the person says when it came. */
export function deliveredOn(basis: TermBasis, dispatch: Dispatch): Answer<CivilDate> {
  if (dispatch.channel === 'post') return byPost(basis, dispatch);
  const sent = dateWords(dispatch.sent);
  const channel = CHANNEL_WORDS[dispatch.channel];
  const [fact] = factsOf(basis, 'electronic-delivery');
  if (fact) {
    return known(dispatch.sent, [
      fact.step,
      {
        text: sentence('term.notice-delivery.on-sending', { channel, sent }),
        ...(fact.step.clause ? { clause: fact.step.clause } : {}),
      },
    ]);
  }
  if (dispatch.channel !== 'site') return received(dispatch, 'electronic-delivery');
  return known(dispatch.sent, [
    {
      text: sentence('term.notice-delivery.on-publication', { sent }),
      statute: CIVIL_CODE.announcement,
    },
  ]);
}
