import { screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import type { Place, ScreenName } from '../../../../src-main/contract/event.ts';
import { SCREENS as SCREENS_BY_NAME } from '../../../../src-renderer/frame/screens.ts';
import { bundle } from '../../../../src-renderer/kernel/bundle-review.svelte.ts';
import { showKnownFailure, tell } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { go, replace, way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { app, railButton } from '../given/app.ts';
import { anAgenda, aLine } from '../given/agenda.ts';
import { agreements, aLibrary, anId } from '../given/agreements.ts';
import { accessible } from '../given/axe.ts';
import { clipboard } from '../given/browser.ts';
import { aFailure, pending, refused } from '../given/double.ts';
import { aBundle } from '../given/evidence.ts';
import { dialog, every, reads, readsText, the } from '../given/find.ts';
import { click, press, write } from '../given/hands.ts';
import { aNotice } from '../given/notices.ts';
import { inEach, said, settled } from '../given/page.ts';

const SCREENS = ['library', 'notices', 'letters', 'rights', 'agenda', 'evidence', 'settings'] as const;
const crumbs = (): readonly string[] =>
  within(the('navigation', 'frame.whereabouts'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.trim() ?? '');

describe('the frame', () => {
  inEach('names every screen, and the one that is shown', async (language) => {
    await app({}, { language });
    const rail = the('navigation', 'frame.main');
    for (const name of SCREENS) expect(rail.textContent).toContain(said(`frame.${name}`));
    expect(railButton('library').getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe(`${said('frame.library')} — ${said('frame.product')}`);
    expect(the('button', 'frame.back').matches(':disabled')).toBe(true);
    await accessible();
  });

  it('counts dates ahead and notices to act on, and follows them', async () => {
    const main = await app({
      'agenda.list': () => anAgenda([aLine(), aLine({ id: 'other', state: 'done' })]),
      'notices.list': () => ({
        notices: [aNotice({ open: true, overdue: true }), aNotice({ id: 'closed', open: false })],
        today: '2026-11-30',
      }),
    });
    expect(railButton('agenda').textContent).toContain('1');
    expect(railButton('notices').textContent).toContain('1');
    main.answer({
      'notices.list': () => ({ notices: [], today: '2026-11-30' }),
      'agenda.list': () => anAgenda([aLine(), aLine({ id: 'other' })]),
    });
    main.send('changed', { features: ['notices'] });
    await settled();
    expect(railButton('agenda').textContent).toContain('2');
    expect(railButton('notices').textContent).not.toMatch(/\d/u);
  });

  it('an agreement that is read belongs to the library in the rail', async () => {
    await app({ 'review.open': refused() });
    go({ screen: 'review', versionId: anId(101) });
    await settled();
    expect(railButton('library').getAttribute('aria-current')).toBe('page');
  });

  inEach(
    'the bar and the title of the window name the agreement that is read, and its parts lead back',
    async (language) => {
      const refusing = { 'review.open': refused(), 'review.page': refused() };
      await app({ ...refusing, 'library.list': () => aLibrary(agreements(2)) }, { language });
      const [first] = agreements(2);
      const version = first?.versions.at(-1);
      go({ screen: 'decision', versionId: version?.id ?? '' });
      await settled();
      const [read, title] = [said('frame.reviewOf', { ordinal: version?.ordinal ?? 0 }), first?.title ?? ''];
      expect(crumbs()).toEqual([said('frame.library'), title, read, said('frame.decision')]);
      expect(document.title).toBe(
        [said('frame.decision'), read, title, said('frame.library'), said('frame.product')].join(' — '),
      );
      await click(within(the('navigation', 'frame.whereabouts')).getByRole('button', { name: read }));
      expect(way.here).toEqual({ screen: 'review', versionId: version?.id });
      expect(crumbs().at(-1)).toBe(read);
    },
  );

  inEach('every screen has a name in the title of the window', async (language) => {
    const places: Readonly<Record<ScreenName, Place>> = {
      library: { screen: 'library' },
      import: { screen: 'import', sourceId: anId(31) },
      review: { screen: 'review', versionId: anId(101) },
      decision: { screen: 'decision', versionId: anId(101) },
      compare: { screen: 'compare', oldVersionId: anId(101), newVersionId: anId(102) },
      notices: { screen: 'notices' },
      letters: { screen: 'letters' },
      rights: { screen: 'rights' },
      agenda: { screen: 'agenda' },
      evidence: { screen: 'evidence' },
      settings: { screen: 'settings' },
    };
    await app({}, { language });
    const names: string[] = [];
    for (const place of Object.values(places)) {
      // The screen itself is another test's matter: here it stays on its way.
      vi.spyOn(SCREENS_BY_NAME, place.screen).mockImplementation(pending);
      go(place);
      await settled();
      names.push(document.title);
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.endsWith(` — ${said('frame.product')}`))).toBe(true);
  });

  it('Alt with the arrow goes back, and the menu does not go back a second time', async () => {
    await app();
    go({ screen: 'agenda' });
    go({ screen: 'library' });
    await settled();
    expect(await press('ArrowLeft', { alt: true })).toBe(true);
    expect(way.here).toEqual({ screen: 'agenda' });
    await click(the('button', 'frame.back'));
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('commands of the menu go where they say', async () => {
    const main = await app({ 'import.choose': () => [] });
    main.send('command', { name: 'go', place: { screen: 'agenda' } });
    await settled();
    expect(way.here).toEqual({ screen: 'agenda' });
    main.send('command', { name: 'back' });
    await settled();
    expect(way.here).toEqual({ screen: 'library' });
    main.send('command', { name: 'import', from: 'folder' });
    await settled();
    expect(main.inputs('import.choose')).toEqual([{ what: 'folder' }]);
  });

  it('find and print are passed on to the screen that is shown', async () => {
    const main = await app();
    const heard: string[] = [];
    const hear = (event: Event): number => heard.push(event.type);
    window.addEventListener('assent:find', hear);
    window.addEventListener('assent:print', hear);
    main.send('command', { name: 'find' });
    main.send('command', { name: 'print' });
    expect(heard).toEqual(['assent:find', 'assent:print']);
    window.removeEventListener('assent:find', hear);
    window.removeEventListener('assent:print', hear);
  });

  it('a bundle that the system hands over is opened at the start and later', async () => {
    const main = await app();
    expect(main.inputs('evidence.openedBundle')).toHaveLength(1);
    main.answer({
      'evidence.openedBundle': () => aBundle(),
      'evidence.acceptances': () => [],
      'evidence.timestamps': () => ({ timestamps: [], roots: [] }),
      'evidence.deposits': () => [],
      'evidence.importedBundles': () => [],
    });
    main.send('command', { name: 'opened-bundle' });
    await settled();
    expect(bundle.review).toEqual(aBundle());
    expect(way.here).toEqual({ screen: 'evidence', part: 'bundles' });
    bundle.close();
  });
});

describe('the palette of the frame', () => {
  it('opens with Ctrl and K, also from a field, and the focus returns', async () => {
    await app();
    the('searchbox', 'library.filter').focus();
    expect(await press('k', { ctrl: true })).toBe(true);
    await screen.findByRole('dialog', { name: said('frame.palette') });
    await press('Escape');
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(the('searchbox', 'library.filter'));
    await press('k');
    expect(dialog()).toBeNull();
  });

  it('opens from the menu, and a command taken in it is obeyed', async () => {
    const main = await app();
    main.send('command', { name: 'palette' });
    await screen.findByRole('dialog', { name: said('frame.palette') });
    await write(the('combobox', 'frame.palette'), said('frame.keyboard'));
    await press('Enter');
    expect(dialog()).toBe(the('dialog', 'frame.keyboard'));
    await press('Escape');
    main.send('command', { name: 'keys' });
    await settled();
    expect(dialog()).toBe(the('dialog', 'frame.keyboard'));
  });
});

describe('the key map', () => {
  inEach('opens with ? and closes with Escape, and the focus returns', async (language) => {
    await app({}, { language });
    railButton('agenda').focus();
    await press('?');
    expect(dialog()).toBe(the('dialog', 'frame.keyboard'));
    expect(reads('frame.keys.acknowledge')).toBe(true);
    await accessible();
    await press('Escape');
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(railButton('agenda'));
  });

  it('closes with its button, and the focus returns', async () => {
    await app();
    railButton('agenda').focus();
    await press('?');
    await click(the('button', 'frame.close'));
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(railButton('agenda'));
  });

  it('the keys of the screen that is shown stand first', async () => {
    await app({ 'review.open': refused() });
    go({ screen: 'review', versionId: anId(101) });
    await settled();
    await press('?');
    const parts = (): readonly (string | null)[] =>
      within(the('dialog', 'frame.keyboard'))
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent);
    expect(parts()).toEqual([
      said('frame.review'),
      said('frame.keys.everywhere'),
      said('frame.decision'),
      said('frame.agenda'),
      said('frame.compare'),
      said('frame.importScreen'),
    ]);
  });

  it('? in a field is a letter like any other', async () => {
    await app();
    the('searchbox', 'library.filter').focus();
    expect(await press('?')).toBe(false);
    expect(dialog()).toBeNull();
  });
});

describe('what the frame tells', () => {
  inEach('a failure says what happened and what to do, and stays until it is closed', async (language) => {
    await app({}, { language });
    const failure = aFailure({ details: 'where it was' });
    showKnownFailure(failure);
    await settled();
    const alert = screen.getByRole('alert');
    // It has a place of its own before the screen, which it therefore never covers.
    expect(alert.nextElementSibling).toBe(screen.getByRole('main'));
    expect(alert.textContent).toContain('The given call was refused.');
    expect(alert.textContent).toContain('Nothing needs to be done next.');
    await click(the('button', 'frame.copyDetails'));
    expect(clipboard).toEqual(['given-failure\nThe given call was refused.\nwhere it was']);
    expect(every('button', 'frame.copied')).toHaveLength(1);
    await accessible();
    await click(the('button', 'frame.close'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('what failed on a screen is not said on the next one', async () => {
    await app();
    showKnownFailure(aFailure());
    await settled();
    expect(screen.getByRole('alert')).toBeTruthy();
    replace({ screen: 'library' });
    await settled();
    expect(screen.getByRole('alert')).toBeTruthy();
    go({ screen: 'agenda' });
    await settled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('a word of success is said politely', async () => {
    await app();
    tell('Saved as berth.pdf');
    await settled();
    expect(screen.getByRole('status').textContent).toContain('Saved as berth.pdf');
  });

  it('long work is shown while it runs, and can be cancelled', async () => {
    const main = await app({ 'import.cancel': () => undefined });
    const work = { job: 'read', what: asWritten('Reading moorings.docx'), done: 2, total: 5 } as const;
    main.send('progress', { ...work, state: 'running' });
    await settled();
    const bar = screen.getByRole('progressbar', { name: 'Reading moorings.docx' });
    expect(bar.getAttribute('max')).toBe('5');
    expect(readsText('2/5')).toBe(true);
    await click(the('button', 'frame.cancel'));
    expect(main.inputs('import.cancel')).toHaveLength(1);
    main.send('progress', { ...work, state: 'done' });
    await settled();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('work in one piece has no measure', async () => {
    const main = await app();
    main.send('progress', { job: 'read', what: asWritten('Reading'), done: 0, total: 1, state: 'running' });
    await settled();
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
  });
});
