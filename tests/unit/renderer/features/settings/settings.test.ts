import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Settings from '../../../../../src-renderer/features/settings/Settings.svelte';
import { denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { i } from '../../../../../src-renderer/kernel/preferences.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { resizeTo } from '../../given/browser.ts';
import { aFailure, pending, refused } from '../../given/double.ts';
import { every, field, reads, readsText, refusedHere, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { aCompany, aPolicy, theBackups } from '../../given/settings.ts';
import { settings } from './shown.ts';

describe('states of the settings', () => {
  inEach('all parts are there', async (language) => {
    await settings({}, { language });
    for (const key of [
      'settings.companies',
      'settings.signatories.title',
      'settings.holidays.title',
      'settings.certificates.title',
      'settings.removed.title',
      'settings.appearance',
      'settings.ceremony',
      'evidence.key.title',
      'settings.backup',
      'settings.about',
    ] as const)
      expect(the('heading', key)).toBeTruthy();
    expect(readsText('2.5 MB')).toBe(true);
    expect(reads('settings.entries', { count: 12 })).toBe(true);
    await accessible();
  });

  inEach('empty: no company, no backup', async (language) => {
    await settings({ 'settings.companies': () => [], 'settings.backups': () => theBackups([]) }, { language });
    expect(reads('settings.noCompanies')).toBe(true);
    expect(reads('settings.noBackups')).toBe(true);
    await accessible();
  });

  it('loading: what is not known is not shown', async () => {
    await settings({ 'settings.policy': pending, 'settings.about': pending });
    expect(every('heading', 'settings.ceremony')).toEqual([]);
    expect(every('heading', 'settings.about')).toEqual([]);
  });

  it('failed: told, and what can be shown is shown', async () => {
    await settings({ 'settings.about': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(the('heading', 'settings.companies')).toBeTruthy();
  });

  it('many companies', async () => {
    const companies = Array.from({ length: 60 }, (_, at) => aCompany({ id: anId(600 + at), name: `Company ${at}` }));
    await settings({ 'settings.companies': () => companies });
    expect(every('button', 'settings.confirmToday')).toHaveLength(60);
  });
});

describe('appearance', () => {
  it('language, theme and size are kept as they are chosen', async () => {
    const main = await settings();
    await click(the('button', 'settings.themes.dark'));
    expect(the('button', 'settings.themes.dark').getAttribute('aria-pressed')).toBe('true');
    await write(field('settings.textSize'), '140');
    await click(screen.getByRole('button', { name: 'English' }));
    expect(main.inputs('settings.setPreferences')).toEqual([{ theme: 'dark' }, { textSize: 140 }, { language: 'en' }]);
    expect(i.language).toBe('en');
    expect(the('heading', 'settings.companies')).toBeTruthy();
  });

  it('what cannot be kept is told', async () => {
    await settings({ 'settings.setPreferences': refused() });
    await click(screen.getByRole('button', { name: 'English' }));
    expect(notice.failure).toEqual(aFailure());
    expect(i.language).toBe('zh');
  });
});

describe('what a review asks for', () => {
  it('each change sends the whole policy', async () => {
    const main = await settings({ 'settings.policy': () => aPolicy({ readingTimeFactor: 2 }) });
    await click(field('settings.everyClause'));
    await click(field('settings.secondPerson'));
    await write(field('settings.readingTime'), '3.5');
    expect(main.inputs('settings.setPolicy')).toEqual([
      { readingTimeFactor: 2, secondPerson: false, everyClause: true },
      { readingTimeFactor: 2, secondPerson: true, everyClause: true },
      { readingTimeFactor: 3.5, secondPerson: true, everyClause: true },
    ]);
    expect(notice.said).toBe(said('settings.saved'));
  });

  it('what was refused is not said to be saved, and the part stays', async () => {
    await settings({ 'settings.setPolicy': refused() });
    const before = notice.said;
    await click(field('settings.everyClause'));
    expect(refusedHere()).toBe(true);
    expect(notice.said).toBe(before);
    expect((field('settings.everyClause') as HTMLInputElement).checked).toBe(false);
    await write(field('settings.readingTime'), '3');
    expect(valueOf(field('settings.readingTime'))).toBe('1');
  });

  it('a time that is none is not sent', async () => {
    const main = await settings();
    await write(field('settings.readingTime'), '0.2');
    await write(field('settings.readingTime'), '');
    expect(main.inputs('settings.setPolicy')).toEqual([]);
    expect(valueOf(field('settings.readingTime'))).toBe('1');
  });
});

describe('certificates', () => {
  inEach('signing certificates and trusted roots with their ends, and the way to manage them', async (language) => {
    const certificate = {
      id: anId(76),
      subject: 'CN=Ada',
      issuer: 'CN=Ada',
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2029-01-01T00:00:00Z',
      selfIssued: true,
      kept: true,
    };
    const roots = [{ id: anId(75), subject: 'CN=Time Root', notAfter: '2030-01-01T00:00:00Z' }];
    await settings(
      {
        'settings.certificates': () => [certificate, { ...certificate, id: anId(77), selfIssued: false }],
        'evidence.timestamps': () => ({ timestamps: [], roots }),
      },
      { language },
    );
    for (const key of ['selfIssued', 'signing', 'root'] as const)
      expect(reads(`settings.certificates.${key}`)).toBe(true);
    expect(reads('settings.certificates.until', { day: denseDate('2030-01-01') })).toBe(true);
    await click(the('button', 'settings.certificates.manage'));
    expect(way.here).toEqual({ screen: 'evidence', part: 'timestamps' });
  });

  it('none', async () => {
    await settings();
    expect(reads('settings.certificates.none')).toBe(true);
  });
});

describe('the sections', () => {
  it('are led to from their list, with the focus', async () => {
    await settings();
    await click(the('button', 'settings.appearance'));
    expect(document.activeElement).toBe(the('heading', 'settings.appearance'));
    expect(the('button', 'settings.appearance').getAttribute('aria-current')).toBe('true');
    expect(the('button', 'settings.companies').getAttribute('aria-current')).toBeNull();
  });

  it('one that is asked for is shown at once', async () => {
    await settings({}, {}, 'backup');
    expect(document.activeElement).toBe(the('heading', 'settings.backup'));
  });
});

describe('where there is room for one column', () => {
  it('the sections are one list, and the focus stays in it', async () => {
    await settings();
    cleanup();
    resizeTo(640);
    render(Settings, { place: { screen: 'settings' } });
    await settled();
    const list = within(the('navigation', 'settings.title')).getByRole('combobox');
    expect(every('button', 'settings.backup')).toEqual([]);
    list.focus();
    await pick(list, 'backup');
    expect(document.activeElement).toBe(list);
    expect(valueOf(list)).toBe('backup');
    await accessible();
  });
});

describe('a section that was led to', () => {
  it('stays at the top while the others are still being filled, until one scrolls', async () => {
    const grown: (() => void)[] = [];
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(told: () => void) {
          grown.push(told);
        }
        observe = (): void => undefined;
        disconnect = (): void => undefined;
      },
    );
    await settings({}, {}, 'positions');
    const page = screen.getByRole('region', { name: said('settings.title') });
    const scrolled = vi.spyOn(page, 'scrollBy');
    for (const told of grown) told();
    expect(scrolled).toHaveBeenCalled();
    await fireEvent.scroll(page);
    expect(the('button', 'settings.positions.title').getAttribute('aria-current')).toBe('true');
    await fireEvent.wheel(page);
    scrolled.mockClear();
    for (const told of grown) told();
    expect(scrolled).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
