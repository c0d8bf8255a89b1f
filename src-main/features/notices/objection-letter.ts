import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { todayOf } from '../../kernel/days/today.ts';
import type { CompanyOf, DraftedWords, LetterStarter } from '../../kernel/between-features.ts';
import { casePapers } from '../../kernel/cases/case-papers.ts';
import { draftCase } from '../../kernel/cases/case-moves.ts';
import { caseOf } from '../../kernel/cases/cases.ts';
import { companyFor } from '../../kernel/companies.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { letterLanguage } from '../../kernel/papers/letter-words.ts';
import { letterPapers } from '../../kernel/papers/letters.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether } from '../../kernel/record.ts';
import { OBJECTION } from '../../letter/forms.ts';
import type { Store } from '../../store/store.ts';
import { type Notice, noticeById, notices } from './notice-records.ts';
import { objectionFrom } from './objection-cases.ts';
import { objectionValues } from './objection-words.ts';

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
  const language = letterLanguage(store, agreementId, ports.now().toISOString());
  const values = objectionValues(store, notice, { today: todayOf(ports.now(), notice.basis.terms), language });
  return recordTogether(ports, () => {
    const letterId = startLetter(ports, OBJECTION.id, values, { companyId, agreementId, language });
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
        ...objectionValues(store, notice, {
          today: todayOf(ports.now(), notice.basis.terms),
          language: body.language ?? 'zh',
        }),
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

/** What the letter of a notice says, told anew in a language: for a draft that goes over to another one. */
export const objectionWords: DraftedWords = (ports, letterId) => {
  const { store } = ports;
  const notice = notices(store).find((one) => objectionLetterId(store, one) === letterId);
  if (!notice) return undefined;
  const today = todayOf(ports.now(), notice.basis.terms);
  return (language) => objectionValues(store, notice, { today, language });
};
