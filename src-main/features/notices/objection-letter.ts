import type { Change, ComparedPart } from '../../compare/comparison.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { say, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { CompanyOf, LetterStarter } from '../../kernel/between-features.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import { draftCase } from '../../kernel/cases/case-moves.ts';
import { caseOf } from '../../kernel/cases/cases.ts';
import { companyFor } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether } from '../../kernel/record.ts';
import { compareVersions } from '../../kernel/version-comparison.ts';
import { OBJECTION } from '../../letter/forms.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';
import type { Store } from '../../store/store.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { lengthWords } from '../../term/calendar/period.ts';
import type { NoticeChannel } from '../../term/notice/notice-delivery.ts';
import { objectionFrom } from './objection-cases.ts';
import { type Notice, noticeById, notices } from './notice-records.ts';

/** How a notice came, as the letter says it. */
const CAME_BY: Readonly<Record<NoticeChannel, string>> = {
  site: '公告',
  message: '站内信',
  email: '邮件',
  sms: '短信',
  post: '信函',
};

/** The letter of a notice's objection, where one was begun and not removed. */
export function objectionLetterId(store: Store, notice: Notice): string | undefined {
  const letterId = caseOf(store, objectionFrom(store, notice))?.letterId;
  return letterId !== undefined && letterPapers(store).has(letterId) ? letterId : undefined;
}

/**
 * Drafts the letter that objects to an announced change, as the letter of that notice's case; the letter's id. A draft closes
 * no day. A letter that was begun is opened again.
 * @throws Refusal `notice-not-objected` where nobody decided to object.
 */
export function draftObjection(
  ports: Ports,
  startLetter: LetterStarter,
  companySaid: CompanyOf,
  noticeId: string,
): string {
  const { store } = ports;
  const notice = noticeById(store, noticeId);
  if (notice.state !== 'objected') throw notObjected();
  const before = objectionLetterId(store, notice);
  if (before !== undefined) return before;
  const { agreementId, basis } = notice;
  const of = { agreementId, versionId: basis.version.id };
  const companyId = companyFor(store, of, { agreement: companySaid(store, agreementId) })?.company.id;
  const values = objectionValues(store, notice, todayOf(ports.now(), notice.basis.terms));
  return recordTogether(ports, () => {
    const letterId = startLetter(ports, OBJECTION.id, values, { companyId, agreementId });
    draftCase(ports, { kind: 'objection', origin: `notice:${noticeId}`, agreementId, letterId });
    return letterId;
  });
}

/**
 * Makes an objection letter that was begun by itself the letter of a notice: what the notice knows fills what is still open of a
 * draft, and what was said of the letter so far is said of the objection.
 * @throws Refusal `not-found` for no objection letter, `letter-of-another` for one of a notice already, `notice-has-letter` where the
 * notice has its own, `notice-not-objected` where nobody decided to object.
 */
export function tieObjection(ports: Ports, noticeId: string, letterId: string): void {
  const { store } = ports;
  const notice = noticeById(store, noticeId);
  const letter = letterPapers(store).get(letterId);
  if (letter?.body.templateId !== OBJECTION.id) throw unknownThing(sentence('kernel.papers.letter'));
  if (notice.state !== 'objected') throw notObjected();
  if (objectionLetterId(store, notice) !== undefined) throw hasLetter();
  if (notices(store).some((other) => objectionLetterId(store, other) === letterId)) throw ofAnother();
  const { id, state, body } = letter;
  const at = ports.now().toISOString();
  const alone = casePapers(store).about(`letter:${letterId}`);
  recordTogether(ports, () => {
    if (body.outputs.length === 0) {
      const typed = Object.entries(body.values).filter(([, value]) => value.length > 0);
      const values = {
        ...objectionValues(store, notice, todayOf(ports.now(), notice.basis.terms)),
        ...Object.fromEntries(typed),
      };
      letterPapers(store).put({ id, state, body: { ...body, values, agreementId: notice.agreementId } }, at);
    } else {
      letterPapers(store).put({ id, state, body: { ...body, agreementId: notice.agreementId } }, at);
    }
    const steps = alone?.body.steps ?? [];
    draftCase(ports, {
      kind: 'objection',
      origin: `notice:${noticeId}`,
      agreementId: notice.agreementId,
      letterId,
      steps,
    });
    if (alone) {
      casePapers(store).put({ id: alone.id, state: 'drafted', body: { ...alone.body, steps: [] } }, at);
    }
  });
}

/** What is known of an objection; why each change is not agreed to, only the person can say. */
function objectionValues(store: Store, notice: Notice, today: CivilDate): LetterValues {
  const { agreementId, basis, body, lastDay } = notice;
  const provider = store.agreements.agreement(agreementId)?.provider;
  const ground = shortfallGround(notice);
  const changes = changedClauses(store, notice);
  return {
    ...(provider === undefined ? {} : { addressee: provider }),
    agreementTitle: basis.version.title,
    agreementVersion: `第 ${basis.version.ordinal} 版`,
    announcedOn: body.sent,
    announcedBy: CAME_BY[body.channel],
    ...(body.announcedEffective === undefined ? {} : { effectiveOn: body.announcedEffective }),
    ...(changes.length === 0 ? {} : { changes }),
    ...(ground === undefined ? {} : { ground }),
    demand: '按原约定继续履行，上述变更不适用于我公司。',
    ...(lastDay === undefined || lastDay <= today ? {} : { answerBy: lastDay }),
  };
}

/**
 * That the notice is too short, where it is so in both readings: by the days counted back from the effect, with the other count
 * beside it. Where only the stricter reading makes it short, the letter does not rest on it.
 */
function shortfallGround({ clock: { shortfall, required }, body }: Notice): string | undefined {
  const effective = body.announcedEffective;
  if (!shortfall.known || !required.known || effective === undefined) return undefined;
  const { back, full } = shortfall.value;
  if (back <= 0) return undefined;
  const clause = required.steps.find(({ clause: cited }) => cited)?.clause;
  const cited = clause?.number === undefined ? '约定' : `协议条款${clause.number}`;
  const length = say(lengthWords(required.value), 'zh').replaceAll(' ', '').replaceAll('天', '日');
  const stricter = full === back ? '' : `（按满${length}计，不足${full}日）`;
  return `依${cited}，此类变更须提前${length}通知；贵公司于${dayZh(body.sent)}通知、拟于${dayZh(effective)}起施行，自施行日倒数计，通知期不足${back}日${stricter}。`;
}

const dayZh = (date: CivilDate): string => say(dayWords(date), 'zh');

/** The changes that matter, in the order of the new text, each in the words of both texts. */
function changedClauses(store: Store, { basis, body }: Notice): readonly RowValue[] {
  const next = body.newVersionId === undefined ? undefined : store.agreements.version(body.newVersionId);
  if (!next) return [];
  const { comparison } = compareVersions(store, basis.version, next);
  const { changes, impact } = comparison;
  return impact
    .toSorted((a, b) => a - b)
    .flatMap((at) => changes[at] ?? [])
    .filter((change) => !isOwnDate(change))
    .map((change) => ({ clause: `${annexName(comparison.parts[change.part], change)}${changeWords(change)}` }));
}

/** The date that a version gives itself is nothing that was agreed. */
const isOwnDate = ({ old, new: next, reasons }: Change): boolean =>
  (next ?? old)?.number === undefined && reasons.every(({ kind }) => kind === 'date');

/** Clauses of an annex are numbered anew: which one it is. */
const annexName = (part: ComparedPart | undefined, change: Change): string =>
  change.part === 0 ? '' : `《${part?.new?.title ?? part?.old?.title ?? ''}》`;

function changeWords({ kind, old, new: next, reasons }: Change): string {
  const name = nameOf(next?.number ?? old?.number, next?.heading ?? old?.heading);
  if (!old) return `增加${name}：“${shortened(next?.text ?? '')}”`;
  if (!next) return `删除${name}：“${shortened(old.text)}”`;
  if (kind !== 'changed') return `${name}：${reasons.map(({ text }) => say(text, 'zh')).join('；')}`;
  const [was, becomes] = apart(oneLine(old.text), oneLine(next.text));
  const moved = old.number !== next.number && old.number !== undefined ? `（原${nameOf(old.number)}）` : '';
  return `${name}${moved}：“${was}”改为“${becomes}”`;
}

function nameOf(number: string | undefined, heading?: string): string {
  if (number !== undefined) return `条款${number}`;
  return heading === undefined ? '未编号的条款' : `“${oneLine(heading)}”`;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Words of a clause that stand in the letter at most; what is left out is marked. */
const LONGEST = 160;

const shortened = (text: string): string => {
  const words = oneLine(text);
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}……` : words;
};

/** Two texts without the sentences that both begin and end with; where one leaves nothing, both whole. */
function apart(old: string, next: string): readonly [string, string] {
  const sentences = (text: string): readonly string[] => text.match(/[^。；;]*[。；;]?/gu)?.filter(Boolean) ?? [];
  const [was, becomes] = [[...sentences(old)], [...sentences(next)]];
  while (was.length > 0 && becomes.length > 0 && was[0] === becomes[0]) {
    was.shift();
    becomes.shift();
  }
  while (was.length > 0 && becomes.length > 0 && was.at(-1) === becomes.at(-1)) {
    was.pop();
    becomes.pop();
  }
  if (was.length === 0 || becomes.length === 0) return [shortened(old), shortened(next)];
  return [shortened(was.join('')), shortened(becomes.join(''))];
}

const hasLetter = (): Refusal =>
  new Refusal(
    'notice-has-letter',
    sentence('notices.objection-letter.has-letter'),
    sentence('notices.objection-letter.has-letter.next'),
    { field: 'noticeId' },
  );

const ofAnother = (): Refusal =>
  new Refusal(
    'letter-of-another',
    sentence('notices.objection-letter.of-another'),
    sentence('notices.objection-letter.of-another.next'),
  );

const notObjected = (): Refusal =>
  new Refusal(
    'notice-not-objected',
    sentence('notices.objection-letter.not-objected'),
    sentence('notices.objection-letter.not-objected.next'),
  );
