import { cleanup, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import ImportReview from '../../../../../src-renderer/features/import/ImportReview.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { dismiss, toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later, refused } from '../../given/double.ts';
import { field, refusedHere, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { aProposal, anImport } from '../../given/import.ts';
import { box, confirmButton, first, place, review, second, untouched } from '../../given/import-review.ts';
import { inEach, said, settled, show } from '../../given/page.ts';

beforeEach(untouched);

describe('confirming', () => {
  it('sends what is ticked, under the titles as they stand', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await write(screen.getAllByLabelText(said('library.titleField'))[1]!, ' Prices at the gate ');
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([
      {
        sourceId: anId(31),
        documents: [
          { index: 0, fingerprint: first.fingerprint, title: 'Storage terms' },
          { index: 1, fingerprint: second.fingerprint, title: 'Prices at the gate', provider: 'Harbour Board' },
        ],
      },
    ]);
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library' });
  });

  inEach('who provides can be said of a new agreement, and taken away', async (language) => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] }, { language });
    const fields = screen.getAllByLabelText<HTMLInputElement>(said('library.provider'));
    expect(fields.map(({ value }) => value)).toEqual(['', 'Harbour Board']);
    await write(fields[0]!, ' Quay Storage ');
    await write(fields[1]!, '');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject({
      documents: [
        { index: 0, provider: 'Quay Storage' },
        { index: 1, provider: '' },
      ],
    });
    await accessible();
  });

  it('a next version has the provider of its agreement', async () => {
    const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.9, sameProvider: true };
    const agreements = [{ id: anId(1), title: 'Storage terms (old)', next: 3 }];
    await review(anImport([first], { proposals: [aProposal({ resembles })], agreements }));
    expect(screen.queryByLabelText(said('library.provider'))).toBeNull();
  });

  it('one agreement that was saved is the one that is shown', async () => {
    await review(anImport([first]), { 'import.confirm': () => [{ versionId: anId(101), agreementId: anId(1) }] });
    await click(confirmButton());
    await click(the('button', 'import.toLibrary'));
    expect(way.here).toEqual({ screen: 'library', agreementId: anId(1) });
  });

  const ofNotice = { ...place, noticeId: anId(41) } as const;
  const ofIt = { noticeId: anId(41) };
  const saved = { versionId: anId(102), agreementId: anId(1) };

  it('the notice that was kept with a source is the one whose new text it is, also on another day', async () => {
    const main = await review(anImport([first], ofIt), { 'import.confirm': () => [{ ...saved, announced: true }] });
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject(ofIt);
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('a text that is put off for later names its notice, so that it is kept with it', async () => {
    const answers = { 'import.review': () => anImport([first], ofIt), 'import.setAside': () => undefined };
    const main = await show(ImportReview, { place: ofNotice }, answers);
    expect(main.inputs('import.review')[0]).toMatchObject(ofIt);
    await click(the('button', 'import.setAside'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('the new text of a notice says whose it is, and leads back to the notice', async () => {
    const main = await show(
      ImportReview,
      { place: ofNotice },
      { 'import.review': () => anImport([first], ofIt), 'import.confirm': () => [{ ...saved, announced: true }] },
    );
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]).toMatchObject({ sourceId: anId(31), noticeId: anId(41) });
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
    expect(notice.said).not.toBe(said('import.notAnnounced'));
  });

  inEach('what is not a version of the agreement of the notice is told as such', async (language) => {
    await show(
      ImportReview,
      { place: ofNotice },
      { 'import.review': () => anImport([first], ofIt), 'import.confirm': () => [saved] },
      { language },
    );
    await click(confirmButton());
    expect(notice.said).toBe(said('import.notAnnounced'));
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it('what was done and its notice stay with a source while another one is looked at', async () => {
    const main = await show(
      ImportReview,
      { place: ofNotice },
      {
        'import.review': ({ sourceId }) => anImport([first, second], sourceId === anId(31) ? ofIt : {}),
        'import.confirm': () => [{ ...saved, announced: true }],
      },
    );
    await write(screen.getAllByLabelText(said('library.titleField'))[0]!, 'Storage');
    await click(box('Price list'));
    cleanup();
    render(ImportReview, { props: { place: { ...place, sourceId: anId(32) } } });
    await settled();
    expect((box('Price list') as HTMLInputElement).checked).toBe(true);
    cleanup();
    render(ImportReview, { props: { place } });
    await settled();
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toEqual([
      {
        sourceId: anId(31),
        documents: [{ index: 0, fingerprint: first.fingerprint, title: 'Storage' }],
        noticeId: anId(41),
      },
    ]);
    expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
  });

  it.each([
    ['import.dismissSource', [{ id: anId(31), name: 'terms.txt' }], true],
    ['import.dismissSource', [{ id: anId(31), name: 'terms.txt' }], false],
    ['import.toLibrary', [], true],
    ['import.toLibrary', [], false],
  ] as const)(
    'the new text of a notice that is in the library already is linked or told (%s, %j, %s)',
    async (button, queue, announced) => {
      for (const { id } of toasts.all) dismiss(id);
      const known = { versionId: anId(101), title: 'Storage terms', ordinal: 3 };
      const main = await show(
        ImportReview,
        { place: ofNotice },
        {
          'import.review': () => anImport([first], { proposals: [aProposal({ known })], queue, ...ofIt }),
          'import.dismissDuplicate': () => ({ announced }),
        },
      );
      await click(the('button', button));
      expect(main.inputs('import.dismissDuplicate')).toEqual([{ sourceId: anId(31), away: true, noticeId: anId(41) }]);
      expect(notice.said === said('import.notAnnounced')).toBe(!announced);
      expect(way.here).toEqual({ screen: 'notices', noticeId: anId(41) });
    },
  );

  it('what is not ticked is left out; nothing ticked, nothing to confirm', async () => {
    const main = await review(anImport([first, second]), { 'import.confirm': () => [] });
    await click(box('Storage terms'));
    await click(box('Price list'));
    expect(isDisabled(confirmButton())).toBe(true);
    await click(box('Price list'));
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents.map(({ index }) => index)).toEqual([1]);
  });

  it('an emptied title is the one of the text', async () => {
    const main = await review(anImport([first]), { 'import.confirm': () => [] });
    await write(field('library.titleField'), '  ');
    await click(confirmButton());
    expect(main.inputs('import.confirm')[0]?.documents[0]?.title).toBe('Storage terms');
  });

  inEach('one that looks like the next version is saved as such, or as new', async (language) => {
    const resembles = { agreementId: anId(1), title: 'Storage terms (old)', likeness: 0.9, sameProvider: false };
    const agreements = [{ id: anId(1), title: 'Storage terms (old)', next: 2 }];
    const view = anImport([first], { proposals: [aProposal({ resembles })], agreements });
    const main = await review(view, { 'import.confirm': refused() }, { language });
    await click(confirmButton());
    await pick(the('combobox', 'import.saveAs'), 'new');
    await press('Enter', { ctrl: true });
    expect(main.inputs('import.confirm').map(({ documents }) => documents[0]?.agreementId)).toEqual([
      anId(1),
      undefined,
    ]);
    expect(refusedHere()).toBe(true);
    expect(way.canGoBack).toBe(false);
  });

  it('one that follows another of the same source follows only while that one is ticked', async () => {
    const follows = { index: 0, title: 'Storage terms', likeness: 0.9, sameProvider: false };
    const main = await review(anImport([first, second], { proposals: [aProposal(), aProposal({ follows })] }), {
      'import.confirm': refused(),
    });
    await click(confirmButton());
    await click(box('Storage terms'));
    await click(confirmButton());
    expect(main.inputs('import.confirm').map(({ documents }) => documents.at(-1)?.follows)).toEqual([0, undefined]);
  });

  it('Ctrl or ⌘ with Enter confirms, wherever the focus is; while an input method composes it does not', async () => {
    const main = await review(anImport([first]), { 'import.confirm': refused() });
    field('library.titleField').focus();
    await press('Enter', { ctrl: true, composing: true });
    expect(main.inputs('import.confirm')).toHaveLength(0);
    await press('Enter', { ctrl: true });
    expect(main.inputs('import.confirm')).toHaveLength(1);
  });

  it('what is read otherwise by now is not saved, and shown as it is read', async () => {
    const main = await review(anImport([first]), { 'import.confirm': refused({ code: 'reading-changed' }) });
    main.answer({ 'import.review': () => anImport([second]) });
    await click(confirmButton());
    expect(refusedHere()).toBe(true);
    expect(main.inputs('import.confirm')[0]?.documents[0]?.fingerprint).toBe(first.fingerprint);
    expect(valueOf(field('library.titleField'))).toBe('Price list');
  });

  it('is sent once', async () => {
    const answer = later<readonly { versionId: string; agreementId: string }[]>();
    const main = await review(anImport([first]), { 'import.confirm': () => answer.promise });
    await click(confirmButton());
    await click(confirmButton());
    expect(main.inputs('import.confirm')).toHaveLength(1);
    answer.refuse();
    await settled();
    expect(isDisabled(confirmButton())).toBe(false);
  });

  it('set aside: back to the library, but not when that was refused', async () => {
    const main = await review(anImport(), { 'import.setAside': refused() });
    go(place);
    await click(the('button', 'import.setAside'));
    expect(way.here).toEqual(place);
    main.answer({ 'import.setAside': () => undefined });
    await click(the('button', 'import.setAside'));
    expect(main.inputs('import.setAside')).toEqual([{ sourceId: anId(31) }, { sourceId: anId(31) }]);
    expect(way.here).toEqual({ screen: 'library' });
  });
});
