import { say, type Sentence } from '../../agreement/sentence.ts';
import { ENTRY_KINDS, type EntryKind } from '../../ledger/entry.ts';
import { dateWords } from '../../term/calendar/civil-date.ts';
import {
  type NoticeState,
  OBJECTION_CHECKLIST,
  type ObjectionItem,
  STATE_WORDS,
} from '../../term/notice/notice-states.ts';

/** What entries about a notice say; each kind has its own members. */
export interface NoticePayload {
  readonly by?: string;
  readonly note?: string;
  readonly to?: NoticeState;
  readonly item?: ObjectionItem['id'];
  readonly done?: boolean;
  readonly evidence?: string;
  readonly usedOn?: string;
  readonly effectiveOn?: string;
  readonly clause?: { readonly number?: string };
  readonly changed?: readonly string[];
}

/** What an amendment changed, by the member's name. */
const AMENDED: Readonly<Record<string, Sentence>> = {
  sent: { zh: '发出日期', en: 'the day it was sent' },
  received: { zh: '收到日期', en: 'the day it arrived' },
  announcedEffective: { zh: '公告的生效日期', en: 'the announced day of effect' },
  newVersionId: { zh: '新文本', en: 'the new text' },
  own: { zh: '自填数值', en: 'a value of your own' },
};

/** One line of a notice's history. */
export function noticeEventWords(kind: EntryKind, payload: NoticePayload): Sentence {
  if (kind === 'notice-lapsed') return lapsedWords(payload);
  if (payload.to !== undefined) return STATE_WORDS[payload.to];
  if (payload.item !== undefined) return itemWords(payload);
  if (payload.changed !== undefined) {
    const names = payload.changed.map((name) => AMENDED[name] ?? { zh: name, en: name });
    return {
      zh: `更正：${names.map((name) => say(name, 'zh')).join('、')}`,
      en: `Amended: ${names.map((name) => say(name, 'en')).join(', ')}`,
    };
  }
  return ENTRY_KINDS[kind];
}

/** Afterwards: what happened, and under which clause. */
function lapsedWords({ usedOn = '', effectiveOn = '', clause }: NoticePayload): Sentence {
  const [used, effect] = [dateWords(usedOn), dateWords(effectiveOn)];
  const number = clause?.number;
  return {
    zh: `变更于 ${say(effect, 'zh')}生效，${say(used, 'zh')}仍在使用；按协议${number === undefined ? '约定' : ` ${number} 条`}视为接受。`,
    en: `The change took effect on ${say(effect, 'en')} and the service was in use on ${say(used, 'en')}: accepted by use under ${number === undefined ? 'the agreement' : `clause ${number}`}.`,
  };
}

function itemWords({ item, done, evidence }: NoticePayload): Sentence {
  const title = OBJECTION_CHECKLIST.find(({ id }) => id === item)?.title ?? { zh: '', en: '' };
  return done
    ? { zh: `${say(title, 'zh')}：已办（${evidence ?? ''}）`, en: `${say(title, 'en')}: done (${evidence ?? ''})` }
    : { zh: `${say(title, 'zh')}：撤回“已办”`, en: `${say(title, 'en')}: no longer done` };
}
