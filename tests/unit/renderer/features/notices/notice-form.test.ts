import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import NoticeForm from '../../../../../src-renderer/features/notices/NoticeForm.svelte';
import type { AgreementSummary } from '../../../../../src-main/contract/library.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { aHash, aLibrary, anAgreement, anId, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later, refused, type Answers, type Double } from '../../given/double.ts';
import { field, reads, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, valueOf, write } from '../../given/hands.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

let registered: string[] = [];
let closed = 0;

async function form(
  agreements: readonly AgreementSummary[],
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  registered = [];
  closed = 0;
  const props = { onclose: () => void (closed += 1), onregistered: (id: string) => void registered.push(id) };
  const all: Answers = {
    'library.list': () => aLibrary(agreements),
    'notices.register': () => aNoticeView(),
    'notices.newTexts': ({ agreementId }) =>
      agreementId === anId(2) ? [{ versionId: anId(102), ordinal: 2, title: 'Crane hire' }] : [],
    'notices.arrivalMatters': () => true,
    ...answers,
  };
  return show(NoticeForm, props, all, wish);
}

const two = anAgreement({
  id: anId(2),
  title: 'Crane hire',
  provider: 'Cranes Ltd',
  versions: [aVersion({ state: 'accepted' }), aVersion({ id: anId(102), ordinal: 2 })],
});
const save = (): HTMLElement => the('button', 'notices.form.save');

describe('registering a notice', () => {
  it('asks when it arrived only where something hangs on it', async () => {
    await form([two], { 'notices.arrivalMatters': ({ channel }) => channel === 'message' });
    expect(reads('notices.form.received')).toBe(false);
    await pick(field('notices.form.channel'), 'message');
    expect(reads('notices.form.received')).toBe(true);
    await pick(field('notices.form.channel'), 'site');
    expect(reads('notices.form.received')).toBe(false);
  });

  it('the answer about a kind or day that was written over counts no more', async () => {
    const slow = later<boolean>();
    await form([two], { 'notices.arrivalMatters': ({ kind }) => (kind === 'fee' ? slow.promise : false) });
    await pick(field('notices.form.kind'), 'fee');
    await pick(field('notices.form.kind'), 'assignment');
    slow.give(true);
    await settled();
    expect(reads('notices.form.received')).toBe(false);
  });

  it('a text that another notice announced already is offered and not chosen', async () => {
    const announced = { versionId: anId(102), ordinal: 2, title: 'Crane hire', announced: true } as const;
    await form([two], { 'notices.newTexts': () => [announced] });
    expect(valueOf(field('notices.form.newText'))).toBe('');
  });

  inEach('the only agreement is chosen already, with today and its unreviewed text', async (language) => {
    const main = await form([two], {}, { language });
    expect(valueOf(field('notices.form.agreement'))).toBe(anId(2));
    expect(valueOf(field('notices.form.sent'))).toBe('2026-11-30');
    expect(valueOf(field('notices.form.newText'))).toBe(anId(102));
    await accessible();
    await click(save());
    expect(main.inputs('notices.register')).toEqual([
      { agreementId: anId(2), kind: 'change', channel: 'site', sent: '2026-11-30', newVersionId: anId(102) },
    ]);
    expect(registered).toEqual([anId(41)]);
  });

  inEach('of several, one is chosen; those of others are not offered', async (language) => {
    const foreign = anAgreement({ id: anId(3), title: 'Foreign terms', origin: 'Southern Ferries' });
    const main = await form([anAgreement(), two, foreign], {}, { language });
    await click(save());
    expect(main.inputs('notices.register')).toEqual([]);
    expect(reads('frame.field.unchosen', { name: said('notices.form.agreement') })).toBe(true);
    expect(screen.queryByRole('option', { name: 'Foreign terms' })).toBeNull();
    expect(screen.getByRole('group', { name: said('library.noProvider') })).toBeTruthy();
    await pick(field('notices.form.agreement'), anId(2));
    expect(isDisabled(save())).toBe(false);
    expect(valueOf(field('notices.form.newText'))).toBe(anId(102));
    await pick(field('notices.form.agreement'), anId(1));
    expect(valueOf(field('notices.form.newText'))).toBe('');
  });

  it('everything that is known is sent, and nothing that is not', async () => {
    const main = await form([anAgreement()]);
    await pick(field('notices.form.kind'), 'fee');
    await pick(field('notices.form.channel'), 'email');
    await write(field('notices.form.sent'), '2026-11-10');
    await write(field('notices.form.received'), '2026-11-12');
    await write(field('notices.form.announcedEffective'), '2026-12-24');
    await write(field('notices.form.subject'), ' Prices go up ');
    await write(field('notices.form.announcementText'), 'Dear guests, prices go up.');
    await click(save());
    expect(main.inputs('notices.register')).toEqual([
      {
        agreementId: anId(1),
        kind: 'fee',
        channel: 'email',
        sent: '2026-11-10',
        received: '2026-11-12',
        announcedEffective: '2026-12-24',
        subject: 'Prices go up',
        announcement: { kind: 'text', text: 'Dear guests, prices go up.' },
      },
    ]);
  });

  inEach('the announcement can be a file, chosen or pasted, and taken away again', async (language) => {
    const main = await form(
      [anAgreement()],
      { 'notices.keepAnnouncement': ({ file }) => ({ sha256: aHash(9), name: file?.name ?? 'mail.eml' }) },
      { language },
    );
    await click(the('button', 'notices.form.chooseFile'));
    expect(reads('notices.form.kept', { name: 'mail.eml' })).toBe(true);
    await click(the('button', 'frame.remove'));
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: { files: [new File(['picture'], 'shot.png')] } });
    await fireEvent(field('notices.form.announcementText'), paste);
    await settled();
    expect(paste.defaultPrevented).toBe(true);
    expect(main.inputs('notices.keepAnnouncement')).toEqual([
      {},
      { file: { name: 'shot.png', bytes: new TextEncoder().encode('picture') } },
    ]);
    await click(save());
    expect(main.inputs('notices.register')[0]?.announcement).toEqual({
      kind: 'file',
      sha256: aHash(9),
      name: 'shot.png',
    });
  });

  it('pasted words stay words', async () => {
    const main = await form([anAgreement()]);
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: { files: [] } });
    await fireEvent(field('notices.form.announcementText'), paste);
    expect(paste.defaultPrevented).toBe(false);
    expect(main.inputs('notices.keepAnnouncement')).toEqual([]);
  });

  it('the new text can be imported afterwards', async () => {
    const main = await form([anAgreement()], { 'import.choose': () => [{ name: 'a.docx', sourceId: anId(31) }] });
    await pick(field('notices.form.newText'), 'later');
    await click(save());
    expect(main.inputs('notices.register')[0]).not.toHaveProperty('newVersionId');
    expect(main.inputs('import.choose')).toEqual([{ what: 'file' }]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31), noticeId: registered[0] });
  });

  it('what was refused stays as typed', async () => {
    const main = await form([anAgreement()], { 'notices.register': refused() });
    await write(field('notices.form.subject'), 'Prices');
    await pick(field('notices.form.newText'), 'later');
    await click(save());
    expect(valueOf(field('notices.form.subject'))).toBe('Prices');
    expect(registered).toEqual([]);
    expect(main.inputs('import.choose')).toEqual([]);
    expect(isDisabled(save())).toBe(false);
    expect(refusedHere()).toBe(true);
  });

  it('without a library nothing can be registered, and one can leave', async () => {
    const main = await form([], { 'library.list': refused() });
    await click(save());
    expect(main.inputs('notices.register')).toEqual([]);
    expect(reads('frame.field.unchosen', { name: said('notices.form.agreement') })).toBe(true);
    await click(the('button', 'frame.cancel'));
    expect(closed).toBe(1);
  });
});
