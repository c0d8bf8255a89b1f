import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
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
  kind: sentence('notices.notice-history.amended.kind'),
  channel: sentence('notices.notice-history.amended.channel'),
  subject: sentence('notices.notice-history.amended.subject'),
  sent: sentence('notices.notice-history.amended.sent'),
  received: sentence('notices.notice-history.amended.received'),
  announcedEffective: sentence('notices.notice-history.amended.announced-effective'),
  announcement: sentence('notices.notice-history.amended.announcement'),
  newVersionId: sentence('notices.notice-history.amended.new-version-id'),
  own: sentence('notices.notice-history.amended.own'),
  scope: sentence('notices.notice-history.amended.scope'),
};

/** What sets a notice back, or aside: its kind says more than the state that it leads to. */
const UNDOING: ReadonlySet<EntryKind> = new Set(['notice-voided', 'notice-unvoided', 'notice-keep-on-undone']);

/** One line of a notice's history. */
export function noticeEventWords(kind: EntryKind, payload: NoticePayload): Sentence {
  if (kind === 'notice-lapsed') return lapsedWords(payload);
  if (kind === 'notice-use-noted') return usedWords(payload);
  if (UNDOING.has(kind)) return ENTRY_KINDS[kind];
  if (kind === 'notice-text-named') return sentence('notices.notice-history.text-named');
  if (payload.to === 'under-review') return ENTRY_KINDS['notice-review-begun'];
  if (payload.to !== undefined) return STATE_WORDS[payload.to];
  if (payload.item !== undefined) return itemWords(payload);
  if (payload.changed !== undefined) {
    const names = payload.changed.map((name) => AMENDED[name] ?? asWritten(name));
    return sentence('notices.notice-history.amended', { names });
  }
  return ENTRY_KINDS[kind];
}

/** What happened after the effect, and that it concedes nothing. */
const usedWords = ({ usedOn = '', effectiveOn = '' }: NoticePayload): Sentence =>
  sentence('notices.notice-history.use-noted', { used: dateWords(usedOn), effect: dateWords(effectiveOn) });

/** As earlier builds kept it: what happened, and under which clause. */
function lapsedWords({ usedOn = '', effectiveOn = '', clause }: NoticePayload): Sentence {
  const [used, effect] = [dateWords(usedOn), dateWords(effectiveOn)];
  const number = clause?.number;
  return number === undefined
    ? sentence('notices.notice-history.lapsed-by-agreement', { used, effect })
    : sentence('notices.notice-history.lapsed-by-clause', { used, effect, number });
}

function itemWords({ item, done, evidence }: NoticePayload): Sentence {
  const title = OBJECTION_CHECKLIST.find(({ id }) => id === item)?.title ?? asWritten('');
  return done
    ? sentence('notices.notice-history.item-words', { title, evidence: evidence ?? '' })
    : sentence('notices.notice-history.item-words-2', { title });
}
