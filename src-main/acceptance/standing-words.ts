import type { Sentence } from '../agreement/sentence.ts';
import type { ClauseReference } from './governing.ts';
import type { EventOf, HistoryEvent } from './history.ts';
import type { Decision } from './record.ts';

/** Why a version stands as it does, in a sentence. */
export const NOT_OPENED: Sentence = { zh: '尚未打开审阅。', en: 'It has not been opened for review.' };
export const IN_REVIEW: Sentence = {
  zh: '已开始审阅，尚未决定。',
  en: 'The review has begun; there is no decision yet.',
};

/** The act by which a version came to stand, or stopped standing. */
export type Turn = EventOf<'decided' | 'concluded' | 'sealed' | 'used-on' | 'ended' | 'replaced'>;

const CONCLUDED: Readonly<Record<EventOf<'concluded'>['how'], Sentence>> = {
  'clicked-at-provider': { zh: '已在提供方页面点击接受。', en: 'Accepted by click at the provider.' },
  ordered: { zh: '已通过下单接受。', en: 'Accepted by order.' },
  used: { zh: '已通过使用接受。', en: 'Accepted by use.' },
};

const ENDED: Readonly<Record<EventOf<'ended'>['why'], Sentence>> = {
  terminated: { zh: '已终止。', en: 'It was terminated.' },
  expired: { zh: '已到期。', en: 'It has expired.' },
};

/** What one act says about a version's standing. */
export function turnWords(turn: Turn): Sentence {
  switch (turn.kind) {
    case 'decided':
      return decisionWords(turn.decision, turn.reason);
    case 'concluded':
      return CONCLUDED[turn.how];
    case 'sealed':
      return { zh: '盖章文本已核对。', en: 'The sealed text was checked.' };
    case 'used-on':
      return { zh: '已登记为继续使用。', en: 'Continued use was noted.' };
    case 'ended':
      return ENDED[turn.why];
    case 'replaced':
      return replacedWords(turn.title, turn.clause);
  }
}

function decisionWords(decision: Decision, reason: string | undefined): Sentence {
  const because =
    reason === undefined || reason.trim() === ''
      ? { zh: '', en: '' }
      : { zh: `理由：${reason}`, en: `Reason: ${reason}` };
  switch (decision) {
    case 'accepted':
      return { zh: `点击接受。${because.zh}`, en: `Accepted by click. ${because.en}`.trim() };
    case 'declined':
      return { zh: `拒绝。${because.zh}`, en: `Declined. ${because.en}`.trim() };
    case 'set-aside':
      return { zh: `搁置，未作决定。${because.zh}`, en: `Set aside without a decision. ${because.en}`.trim() };
  }
}

function replacedWords(title: string, clause: ClauseReference | undefined): Sentence {
  if (!clause) return { zh: `被《${title}》取代。`, en: `Replaced by “${title}”.` };
  const place =
    clause.number === undefined
      ? { zh: '', en: 'its words' }
      : { zh: `第 ${clause.number} 条`, en: `clause ${clause.number}` };
  return {
    zh: `依《${title}》${place.zh}“${clause.because}”，被其取代。`,
    en: `Replaced by “${title}”, by ${place.en} “${clause.because}”.`,
  };
}

/** Accepted inside, with nothing said yet about the world. */
export const ONLY_INSIDE: Sentence = {
  zh: '内部已决定接受，尚未登记对外接受。',
  en: 'Accepted inside the company; no acceptance in the world is recorded yet.',
};

/** It stands, although the company decided against it afterwards. */
export function disputedWords(from: string, against: HistoryEvent): Sentence {
  const [concluded, refused] = [from.slice(0, 10), against.at.slice(0, 10)];
  return {
    zh: `对外于 ${concluded} 接受，公司内部于 ${refused} 决定不接受；在登记终止之前继续有效。`,
    en: `Accepted in the world on ${concluded}, decided against inside on ${refused}; it goes on standing until its end is recorded.`,
  };
}
