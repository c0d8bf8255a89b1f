import { say, type Sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, known, missingInput, unknown } from '../answer.ts';
import { type TermBasis, factsOf, missingFact, numberOf, ownStep } from '../basis.ts';
import { type CivilDate, addDays, dateWords } from '../calendar/civil-date.ts';
import { CIVIL_CODE } from '../calendar/statutes.ts';

/** How a notice came. `site` is a public announcement, `message` an in-site message. */
export const NOTICE_CHANNELS = ['site', 'message', 'email', 'sms', 'post'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export const CHANNEL_WORDS: Readonly<Record<NoticeChannel, Sentence>> = {
  site: { zh: '网站公告', en: 'announcement on the site' },
  message: { zh: '站内信', en: 'in-site message' },
  email: { zh: '电子邮件', en: 'e-mail' },
  sms: { zh: '短信', en: 'text message' },
  post: { zh: '纸质邮寄', en: 'paper mail' },
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
    text: {
      zh: '协议没有约定何时视为送达；依法自到达时生效，须由您填写收到的日期。',
      en: 'The agreement does not say when it counts as delivered; by law it takes effect on arrival, so the day you received it is needed.',
    },
    statute: CIVIL_CODE.arrival,
  };
  if (dispatch.received === undefined) {
    const missing = missingInput('received', {
      zh: '收到通知的日期（协议没有约定送达规则）。',
      en: 'The day the notice arrived (the agreement has no delivery rule).',
    });
    return unknown([missingFact(silent), missing], [law], dispatch.sent);
  }
  const arrived = dateWords(dispatch.received);
  return known(dispatch.received, [
    law,
    ownStep({ zh: `通知于 ${say(arrived, 'zh')} 收到`, en: `the notice arrived on ${say(arrived, 'en')}` }),
  ]);
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
      text: {
        zh: `${say(posted, 'zh')}交邮，当日不计，第 ${days.value} 个自然日是 ${say(counted, 'zh')}，该日视为送达（自然日不因休假日顺延）。`,
        en: `Posted on ${say(posted, 'en')}, which is not counted; natural day ${days.value} is ${say(counted, 'en')}, when it counts as delivered (natural days do not move).`,
      },
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
        text: {
          zh: `${say(channel, 'zh')}于 ${say(sent, 'zh')} 发出，发出之日视为送达。`,
          en: `The ${say(channel, 'en')} went out on ${say(sent, 'en')} and counts as delivered that day.`,
        },
        ...(fact.step.clause ? { clause: fact.step.clause } : {}),
      },
    ]);
  }
  if (dispatch.channel !== 'site') return received(dispatch, 'electronic-delivery');
  return known(dispatch.sent, [
    {
      text: {
        zh: `以公告方式作出的通知，公告发布时生效：${say(sent, 'zh')}。`,
        en: `A notice by public announcement takes effect when it is published: ${say(sent, 'en')}.`,
      },
      statute: CIVIL_CODE.announcement,
    },
  ]);
}
