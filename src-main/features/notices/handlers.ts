import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { noticeCalls } from '../../contract/notices.ts';
import type { NoticeView } from '../../contract/notices.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { arrivalMatters } from '../../term/notice/arrival-matters.ts';
import { refuseEarlyReceipt } from '../../term/notice/notice-delivery.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { basisOf, type NoticeBody, noticeById, noticePapers, notices } from './notice-records.ts';
import { newTexts } from './what-it-announces.ts';
import { correctNotice, foreignVersion, keepOn, noteUse, move, refuseUnacceptedText, write } from './notice-moves.ts';
import { undoKeepOn } from './keeping-on.ts';
import { unvoidNotice, voidNotice } from './voiding.ts';
import { inOrderOfDuty, noticeSummary, noticeView } from './notice-views.ts';
import { undoStep } from '../../kernel/cases/case-moves.ts';
import { objectionFrom } from './objection-cases.ts';
import { draftObjection, tieObjection } from './objection-letter.ts';
import type { CompanyOf, LetterStarter } from '../../kernel/between-features.ts';
import { announcedText, keepAnnouncement } from './announcements.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';

/** Change notices: what must be done by when, and what was done. `companyOf`: whose agreement it is, where the person said so. */
export function noticeHandlers(
  ports: Ports,
  { startLetter, companyOf }: { readonly startLetter: LetterStarter; readonly companyOf: CompanyOf },
): Handlers<typeof noticeCalls> {
  const { store, files } = ports;
  const today = (): CivilDate => beijingToday(ports.now());
  const open = (noticeId: string): NoticeView => noticeView(ports, noticeById(store, noticeId));
  return {
    'notices.list': () => ({
      notices: inOrderOfDuty(notices(store).map((notice) => noticeSummary(ports, notice))),
      today: today(),
    }),

    'notices.open': ({ noticeId }) => open(noticeId),
    'notices.keepAnnouncement': ({ file }) => keepAnnouncement(ports, file),
    'notices.newTexts': ({ agreementId, sent }) => {
      if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('notices.handlers.register'));
      return newTexts(store, agreementId, basisOf(store, agreementId, { sent, own: {} }, ports.now().toISOString()));
    },

    'notices.arrivalMatters': ({ agreementId, ...notice }) => {
      if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('notices.handlers.register'));
      const { terms } = basisOf(store, agreementId, { sent: notice.sent, own: {} }, ports.now().toISOString());
      return arrivalMatters(terms, notice);
    },

    'notices.register': (input) => open(register(ports, input)),

    'notices.correct': (input) => {
      correctNotice(ports, input);
      return open(input.noticeId);
    },

    'notices.move': ({ noticeId, to, by, note }) => {
      const notice = noticeById(store, noticeId);
      if (to !== 'under-review') refuseNameless(by);
      if (to === 'accepted') refuseUnacceptedText(ports, notice);
      move(ports, notice, { to, payload: { by, ...(note ? { note } : {}) } });
      return open(noticeId);
    },

    'notices.noteUse': (input) => {
      refuseNameless(input.by);
      noteUse(ports, input);
      return open(input.noticeId);
    },

    'notices.keepOn': (input) => {
      refuseNameless(input.by);
      keepOn(ports, input);
      return open(input.noticeId);
    },

    'notices.undoKeepOn': ({ noticeId }) => {
      undoKeepOn(ports, noticeId);
      return open(noticeId);
    },

    'notices.void': (input) => {
      voidNotice(ports, input);
      return open(input.noticeId);
    },

    'notices.unvoid': ({ noticeId }) => {
      unvoidNotice(ports, noticeId);
      return open(noticeId);
    },

    'notices.tick': ({ noticeId, item, done }) => {
      const notice = noticeById(store, noticeId);
      const { state, body } = notice;
      if (state !== 'objected') throw notObjected();
      const { [item]: before, ...others } = body.checklist;
      // That it was sent may be a step of its case instead.
      if (item === 'confirm-in-writing' && !done && !before) {
        undoStep(ports, objectionFrom(store, notice), 'sent');
        return open(noticeId);
      }
      const checklist = done ? { ...others, [item]: withoutAbsent(done) } : others;
      write(ports, noticeId, state, { ...body, checklist }, [
        item === 'confirm-in-writing' && done ? 'objection-sent' : 'objection-step',
        { item, done: done !== undefined, ...(done && withoutAbsent(done)) },
      ]);
      return open(noticeId);
    },

    'notices.draftObjection': ({ noticeId }) => ({ letterId: draftObjection(ports, startLetter, companyOf, noticeId) }),

    'notices.tieObjection': ({ noticeId, letterId, by = '' }) => {
      recordTogether(ports, () => {
        const { state } = noticeById(store, noticeId);
        if (state === 'announced' || state === 'under-review') {
          refuseNameless(by);
          move(ports, noticeById(store, noticeId), { to: 'objected', payload: { by: by.trim() } });
        }
        tieObjection(ports, noticeId, letterId);
      });
      return open(noticeId);
    },

    'notices.saveAnnouncement': async ({ noticeId }) => {
      const kept = noticeById(store, noticeId).body.announcement;
      const bytes = kept && store.attachments.bytes(kept.sha256);
      if (!kept || !bytes) throw unknownThing(sentence('notices.handlers.notice-handlers.notices-save-announcement'));
      const fileName = await files.save({ name: kept.name, bytes });
      return fileName === undefined ? undefined : { fileName };
    },
  };
}

function register(ports: Ports, { agreementId, announcement, ...input }: Input<'notices.register'>): string {
  const { store } = ports;
  const version = input.newVersionId === undefined ? undefined : store.agreements.version(input.newVersionId);
  if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('notices.handlers.register'));
  if (input.newVersionId !== undefined && version?.agreementId !== agreementId) throw foreignVersion();
  refuseEarlyReceipt(withoutAbsent(input));
  const id = ports.newId();
  const at = ports.now().toISOString();
  record(ports, () => {
    const kept = announcement && announcedText(ports, announcement);
    const body: NoticeBody = {
      ...withoutAbsent(input),
      ...(kept ? { announcement: kept } : {}),
      since: input.sent,
      own: {},
      checklist: {},
    };
    const { own: _own, checklist: _checklist, ...said } = body;
    const paper = { id, subject: agreementId, state: 'announced', body } as const;
    return {
      entry: {
        at,
        kind: 'notice-registered',
        subject: `notice:${id}`,
        payload: { agreement: agreementId, ...said } as unknown as JsonObject,
      },
      write: () => noticePapers(store).put(paper, at),
      changed: ['notices', 'agenda'],
    };
  });
  return id;
}

/** Whoever decides is named: blanks are no name. */
function refuseNameless(by: string): void {
  if (by.trim() !== '') return;
  throw new Refusal(
    'name-missing',
    sentence('notices.handlers.name-missing'),
    sentence('notices.handlers.name-missing.next'),
    { field: 'by' },
  );
}

const notObjected = (): Refusal =>
  new Refusal(
    'not-objected',
    sentence('notices.handlers.not-objected'),
    sentence('notices.handlers.not-objected.next'),
  );
