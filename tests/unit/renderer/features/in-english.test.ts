import { beforeEach, expect, it } from 'vitest';
import Agenda from '../../../../src-renderer/features/agenda/Agenda.svelte';
import Notices from '../../../../src-renderer/features/notices/Notices.svelte';
import Rights from '../../../../src-renderer/features/rights/Rights.svelte';
import { dismiss, toasts } from '../../../../src-renderer/kernel/toasts.svelte.ts';
import { aLine, anAgenda } from '../given/agenda.ts';
import { agreements, aLibrary } from '../given/agreements.ts';
import { app } from '../given/app.ts';
import { aComparison } from '../given/compare.ts';
import { compare } from '../given/comparing.ts';
import { inspected, library } from '../given/library.ts';
import { press } from '../given/hands.ts';
import { aNotice, aNoticeView } from '../given/notices.ts';
import { show, TODAY } from '../given/page.ts';
import { reader } from '../given/reader.ts';
import { aView } from '../given/review.ts';
import { aChoice, aMonth, someRights } from '../given/rights.ts';
import { aStatute } from '../given/statutes.ts';
import { decision, known, ready } from './review/deciding.ts';
import { settings } from './settings/shown.ts';

const EN = { language: 'en' } as const;

/** What an English page says in Chinese: the seal on the rail, the product's other name, and the other language, named in itself. */
const OURS = /^签$|签阅|(?:简体)?中文/gu;

/** Every screen with what is given in Latin letters alone, and as far as a person gets by a key. */
const SCREENS: Readonly<Record<string, () => Promise<unknown>>> = {
  'the empty library': () => app({ 'library.list': () => aLibrary([]) }, EN),
  'the library': async () => {
    await library(undefined, { 'agenda.list': () => anAgenda([aLine()]) }, EN);
    await press('j');
    await inspected();
  },
  'the frame with its agreements': () => app({ 'library.list': () => aLibrary(agreements(2)) }, EN),
  'the reader': async () => {
    await reader(aView({ law: { c3: [aStatute()] } }), {}, EN);
    await press('j');
  },
  'the decision': () => decision(ready(), known(), {}, EN),
  'the comparison': () => compare(aComparison(), {}, EN),
  'the notices': () =>
    show(
      Notices,
      { place: { screen: 'notices' } },
      {
        'notices.list': () => ({ notices: [aNotice({ open: true })], today: TODAY }),
        'notices.open': () => aNoticeView(),
        'import.offers': () => ({ offers: [], unread: [] }),
        'import.watchedFolder': () => ({ on: false, missing: false }),
      },
      EN,
    ),
  'the rights': () =>
    show(
      Rights,
      { place: { screen: 'rights' } },
      {
        'rights.list': () => [aChoice()],
        'rights.open': () => someRights(),
        'rights.month': () => aMonth(),
        'rights.reopenedClaims': () => [],
      },
      EN,
    ),
  'the agenda': () =>
    show(Agenda, {}, { 'agenda.list': () => anAgenda([aLine(), aLine({ id: 'late', state: 'overdue' })]) }, EN),
  'the settings': () => settings({}, EN),
};

const CHINESE = /[\p{Script=Han}，。；：、！？「」《》（）]/u;

/** What is read, shown in tips and read out, text by text. */
function words(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const read: string[] = [document.title];
  while (walker.nextNode()) read.push(walker.currentNode.textContent ?? '');
  for (const one of document.querySelectorAll('[title], [aria-label], [placeholder]'))
    for (const name of ['title', 'aria-label', 'placeholder']) read.push(one.getAttribute(name) ?? '');
  return read;
}

// What another test of this window told, in its language, may still be shown.
beforeEach(() => {
  for (let { shown } = toasts; shown; shown = toasts.shown) dismiss(shown.id);
});

it.each(Object.entries(SCREENS))('%s has no Chinese where nothing that is given has any', async (_, open) => {
  await open();
  expect(words().join('').length).toBeGreaterThan(50);
  expect(words().filter((text) => CHINESE.test(text.trim().replaceAll(OURS, '')))).toEqual([]);
});
