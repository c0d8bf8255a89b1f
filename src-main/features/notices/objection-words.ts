import type { Change, ComparedPart } from '../../compare/comparison.ts';
import { redline } from '../../compare/redline/redline.ts';
import { type Language, listed, say, type Sentence, sentence } from '../../agreement/sentence.ts';
import { versionWords } from '../../kernel/papers/letter-words.ts';
import {
  changeNumber,
  type ComparedVersions,
  compareVersions,
  isBetterChange,
} from '../../kernel/version-comparison.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';
import { writtenClause, writtenValue } from '../../letter/written.ts';
import type { Store } from '../../store/store.ts';
import { citation } from '../../term/basis.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { lastDayOf } from '../../term/calendar/deadline.ts';
import { lengthWords } from '../../term/calendar/period.ts';
import type { NoticeChannel } from '../../term/notice/notice-delivery.ts';
import { formerTermsClause } from '../../term/notice/former-terms.ts';
import { leadingCount } from '../../term/notice/leading-count.ts';
import { shortAtLeast } from '../../term/notice/notice-shortfall.ts';
import type { Notice } from './notice-records.ts';

/** How a notice came: what the letter's field holds, in whatever language it is written. */
const CAME_BY: Readonly<Record<NoticeChannel, string>> = {
  site: '公告',
  message: '站内信',
  email: '邮件',
  sms: '短信',
  post: '信函',
};

/** What is known of an objection, in the language of its letter; why each change is not agreed to, only the person can say. */
export function objectionValues(
  store: Store,
  notice: Notice,
  { today, language }: { readonly today: CivilDate; readonly language: Language },
): LetterValues {
  const { agreementId, basis, body, clock } = notice;
  const last = lastDayOf(clock.lastDayToAct);
  const provider = store.agreements.agreement(agreementId)?.provider;
  const ground = shortfallGround(notice, language);
  const changes = changedClauses(store, notice, language);
  return {
    ...(provider === undefined ? {} : { addressee: provider }),
    agreementTitle: basis.version.title,
    agreementVersion: versionWords(store, basis.version, language),
    announcedOn: body.sent,
    announcedBy: CAME_BY[body.channel],
    ...(body.announcedEffective === undefined ? {} : { effectiveOn: body.announcedEffective }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(ground === undefined ? {} : { ground: say(ground, language) }),
    ...formerTerms(notice, language),
    demand: say(sentence('notices.objection-words.demand'), language),
    ...(!last.known || last.value <= today ? {} : { answerBy: last.value }),
  };
}

/**
 * That the notice is too short, by the count that leads, with the other beside it. Where only whole days make it short, and the text
 * does not say that they are what counts, the letter does not rest on it.
 */
function shortfallGround(notice: Notice, language: Language): Sentence | undefined {
  const { basis, clock, body } = notice;
  const { shortfall, required } = clock;
  const effective = body.announcedEffective;
  if (!required.known || effective === undefined) return undefined;
  const atLeast = shortAtLeast(shortfall);
  const { back, full } = shortfall.known ? shortfall.value : { back: atLeast, full: atLeast };
  const inFull = leadingCount(basis.document, required.steps) === 'full';
  if ((inFull ? full : back) <= 0) return undefined;
  const number = required.steps.find(({ clause: cited }) => cited)?.clause?.number;
  const length = say(lengthWords(required.value), language);
  const said = {
    clause:
      number === undefined
        ? say(sentence('notices.objection-words.agreed'), language)
        : writtenClause(number, language),
    length: language === 'zh' ? length.replaceAll(' ', '').replaceAll('天', '日') : length,
    sent: writtenValue('date', body.sent, language),
    effective: writtenValue('date', effective, language),
    back,
    full,
  };
  if (atLeast > 0) return sentence('notices.objection-words.short-at-least', said);
  if (full === back) return sentence('notices.objection-words.short', said);
  if (!inFull) return sentence('notices.objection-words.short-stricter', said);
  return back === 0
    ? sentence('notices.objection-words.short-in-full-alone', said)
    : sentence('notices.objection-words.short-in-full', said);
}

/** What the agreement itself says of an objection: that the parties go on as agreed before. */
function formerTerms({ basis: { document } }: Notice, language: Language): LetterValues {
  const found = formerTermsClause(document);
  if (!found) return {};
  const { number } = citation(document, found.clause.id, found.quote);
  const clause =
    number === undefined ? say(sentence('notices.objection-words.agreed'), language) : writtenClause(number, language);
  const quote = shortened(found.quote, language);
  return { agreedEffect: say(sentence('notices.objection-words.agreed-effect', { clause, quote }), language) };
}

/**
 * The changes that matter, the worst first, each in the words of both texts; nobody objects to what is certainly better for the
 * customer, nor to what stands in another agreement, unless the person writes it in.
 */
function changedClauses(store: Store, { basis, body }: Notice, language: Language): readonly RowValue[] {
  const next = body.newVersionId === undefined ? undefined : store.agreements.version(body.newVersionId);
  if (!next) return [];
  const compared = compareVersions(store, basis.version, next);
  const { comparison } = compared;
  const { changes, impact } = comparison;
  return impact
    .flatMap((at) => changes[at] ?? [])
    .filter((change) => !isOwnDate(change) && !isBetterChange(compared, change) && !isApart(compared, change))
    .map((change) => ({
      clause: initial(
        `${annexName(comparison.parts[change.part], change, language)}${changeWords(compared, change, language)}`,
      ),
    }));
}

/** It stands in a document that is an agreement of its own: an objection to this agreement does not name it by itself. */
const isApart = ({ comparison }: ComparedVersions, { part }: Change): boolean => comparison.parts[part]?.apart === true;

/** As a sentence begins. */
const initial = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The date that a version gives itself is nothing that was agreed, nor is the number that it bears. */
function isOwnDate({ old, new: next, reasons }: Change): boolean {
  const side = next ?? old;
  if (side?.number !== undefined) return false;
  const bears = VERSION_LINE.test(side?.text ?? '');
  return reasons.every(({ kind }) => kind === 'date' || (bears && kind === 'number'));
}

/** A line in which a text names its own version. */
const VERSION_LINE = /^\s*(?:版本|版次|文本编号|version\b|revision\b|v\s?\d)/iu;

/** Clauses of an annex are numbered anew: which one it is. */
const annexName = (part: ComparedPart | undefined, change: Change, language: Language): string => {
  if (change.part === 0) return '';
  const title = part?.new?.title ?? part?.old?.title ?? '';
  return language === 'en' ? `${title}: ` : `《${title}》`;
};

function changeWords(compared: ComparedVersions, change: Change, language: Language): string {
  const { kind, old, new: next, reasons } = change;
  const name = nameOf(changeNumber(compared, change).number, next?.heading ?? old?.heading, language);
  if (!old)
    return say(
      sentence('notices.objection-words.added', { name, text: shortened(next?.text ?? '', language) }),
      language,
    );
  if (!next)
    return say(sentence('notices.objection-words.removed', { name, text: shortened(old.text, language) }), language);
  if (kind !== 'changed') {
    const why = listed(
      reasons.map(({ text }) => say(text, language)),
      language,
      'clauses',
    );
    return say(sentence('notices.objection-words.otherwise', { name, why }), language);
  }
  const [was, becomes] = apart(oneLine(old.text), oneLine(next.text), language);
  const said = { name, was, becomes };
  if (old.number === next.number || old.number === undefined) {
    return say(sentence('notices.objection-words.changed', said), language);
  }
  const before = writtenClause(old.number, language);
  return say(sentence('notices.objection-words.changed-and-moved', { ...said, before }), language);
}

function nameOf(number: string | undefined, heading: string | undefined, language: Language): string {
  if (number !== undefined) return writtenClause(number, language);
  return heading === undefined
    ? say(sentence('notices.objection-words.unnumbered'), language)
    : `“${oneLine(heading)}”`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Characters of a clause that stand in the letter at most; what is left out is marked. English needs about three times as many for
 * the same sentence.
 */
const LONGEST: Readonly<Record<Language, number>> = { zh: 160, en: 480 };

const shortened = (text: string, language: Language): string => cutTo(oneLine(text), 0, language);

/** A text from `start` on, as long as the letter takes it; cut ends are marked, and no English word is cut in two. */
function cutTo(text: string, start: number, language: Language): string {
  const mark = language === 'en' ? '…' : '……';
  const begun = start === 0 ? text : `${mark}${text.slice(start).replace(/^[A-Za-z\d]*\s/u, '')}`;
  if (begun.length <= LONGEST[language]) return begun;
  return `${begun.slice(0, LONGEST[language]).replace(/(?<=[A-Za-z])\s\S*$/u, '')}${mark}`;
}

/** Two sentences that differ, each with what differs in it: one that is longer than the letter takes begins nearer to it. */
function bothShortened(was: string, becomes: string, language: Language): readonly [string, string] {
  const { edits } = redline(was, becomes);
  const [first] = edits;
  const last = edits.at(-1);
  const half = LONGEST[language] / 2;
  const side = (text: string, at: 0 | 1): string => {
    const end = last ? last.at[at] + (at === 0 ? last.old : last.new).length : 0;
    return cutTo(text, first && end > LONGEST[language] ? Math.max(0, first.at[at] - half) : 0, language);
  };
  return [side(was, 0), side(becomes, 1)];
}

/** Two texts without the sentences that both begin and end with; where one leaves nothing, both whole. */
function apart(old: string, next: string, language: Language): readonly [string, string] {
  const sentences = (text: string): readonly string[] =>
    text.match(/(?:[^。；;.]|\.(?!\s|$))*(?:[。；;]|\.(?=\s|$))?\s*/gu)?.filter(Boolean) ?? [];
  const [was, becomes] = [[...sentences(old)], [...sentences(next)]];
  while (was.length > 0 && becomes.length > 0 && was[0] === becomes[0]) {
    was.shift();
    becomes.shift();
  }
  while (was.length > 0 && becomes.length > 0 && was.at(-1) === becomes.at(-1)) {
    was.pop();
    becomes.pop();
  }
  if (was.length === 0 || becomes.length === 0) return [shortened(old, language), shortened(next, language)];
  return bothShortened(was.join('').trim(), becomes.join('').trim(), language);
}
