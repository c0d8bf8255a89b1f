import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';

/** What a person can do when the records could not be opened. */
export const START_ACTIONS = [
  'retry',
  'restore',
  'begin-anew',
  'open-anyway',
  'choose-folder',
  'open-folder',
  'open-log',
  'report',
  'save-report',
  'back',
  'language',
  'quit',
] as const;
export type StartAction = (typeof START_ACTIONS)[number];

/** Where the buttons of the page lead; nothing is loaded from there. */
const ACTIONS = 'app://start/';

/** What is shown instead of the list. */
export interface StartFailure {
  readonly code: string;
  readonly sentence: Sentence;
  readonly next: Sentence;
  readonly details?: string;
  /** The data folder, as the person can find it. */
  readonly folder: string;
  /** Day of the newest whole backup; `none` where one was looked for in vain, absent where none would help. */
  readonly backup?: string;
}

/** The action that a press of a button asks for; undefined for any other address. */
export function actionAt(address: string): StartAction | undefined {
  const name = address.startsWith(ACTIONS) ? address.slice(ACTIONS.length).replace(/\?$/u, '') : undefined;
  return START_ACTIONS.find((action) => action === name);
}

/** Causes with a way out of their own, beside trying again. */
const WAYS: Readonly<Partial<Record<string, readonly StartAction[]>>> = {
  'database-damaged': ['restore'],
  'database-missing': ['restore', 'begin-anew', 'choose-folder'],
  'database-foreign': ['choose-folder'],
  'database-newer': ['choose-folder'],
  'folder-is-a-file': ['choose-folder'],
  'folder-not-usable': ['choose-folder'],
  'folder-read-only': ['choose-folder'],
  'folder-on-network': ['choose-folder'],
  'in-use-elsewhere': ['open-anyway', 'choose-folder'],
};

/** What mends nothing, but helps. */
const ASIDE: readonly StartAction[] = ['quit', 'open-folder', 'report'];

/** The page of a start that failed: no script, so that nothing of the app's own need be whole to show it. */
export function failurePage(failure: StartFailure, language: Language): string {
  const text = (said: Sentence): string => escaped(say(said, language));
  const { code, folder, backup, details } = failure;
  const restorable = backup !== undefined && backup !== 'none';
  const ways = (WAYS[code] ?? []).filter((way) => way !== 'restore' || restorable);
  // Where a backup was the only way out and there is none, that is what is left to say.
  const next = backup === 'none' && ways.length === 0 ? sentence('shell.start.no-backup') : failure.next;
  const main: StartAction = ways[0] === 'restore' ? 'restore' : 'retry';
  const others = (['retry', ...ways] as const).filter((action) => action !== main);
  const buttons = (actions: readonly StartAction[], kind = ''): string =>
    actions.map((action) => button(action, label(action, language, backup), kind)).join('');
  return page(
    say(sentence('shell.start.title'), language),
    language,
    `<p class="cause" role="alert">${text(failure.sentence)}</p>
    <p>${text(next)}</p>
    ${restorable ? `<p class="quiet">${text(sentence('shell.start.restore-note'))}</p>` : ''}
    <dl>
      <dt>${text(sentence('shell.start.folder'))}</dt><dd>${escaped(folder)}</dd>
      <dt>${text(sentence('shell.start.code'))}</dt><dd>${escaped(code)}</dd>
    </dl>
    ${details === undefined ? '' : `<details><summary>${text(sentence('shell.start.details'))}</summary><pre>${escaped(details)}</pre></details>`}
    <footer>${buttons(ASIDE, 'aside')}<span></span>${buttons(others)}${buttons([main], 'primary')}</footer>`,
  );
}

/** What would be saved as the problem report, to be read before it is. */
export function reportPage(report: string, language: Language, failed?: Sentence): string {
  const said = (what: Sentence): string => say(what, language);
  return page(
    said(sentence('shell.start.report-title')),
    language,
    `<p>${escaped(said(sentence('shell.start.report-note')))}</p>
    <pre class="report" tabindex="0">${escaped(report)}</pre>
    ${failed === undefined ? '' : `<p class="cause" role="alert">${escaped(said(failed))}</p>`}
    <footer>${button('open-log', label('open-log', language), 'aside')}<span></span>${button('back', said(sentence('shell.start.back')))}${button(
      'save-report',
      said(sentence('shell.start.report-save')),
      'primary',
    )}</footer>`,
  );
}

const LABELS: Readonly<Record<StartAction, (day: string) => Sentence>> = {
  retry: () => sentence('shell.start.retry'),
  restore: (date) => sentence('shell.start.restore', { date }),
  'begin-anew': () => sentence('shell.start.begin-anew'),
  'open-anyway': () => sentence('shell.start.open-anyway'),
  'choose-folder': () => sentence('shell.start.choose-folder'),
  'open-folder': () => sentence('shell.start.open-folder'),
  'open-log': () => sentence('shell.start.open-log'),
  report: () => sentence('shell.start.report'),
  'save-report': () => sentence('shell.start.report-save'),
  back: () => sentence('shell.start.back'),
  language: () => sentence('shell.start.other-language'),
  quit: () => sentence('shell.start.quit'),
};

const label = (action: StartAction, language: Language, backup = ''): string => say(LABELS[action](backup), language);

const button = (action: StartAction, words: string, kind = ''): string =>
  `<form action="${ACTIONS}${action}"><button class="${kind}"${kind === 'primary' ? ' autofocus' : ''}>${escaped(words)}</button></form>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);

const page = (title: string, language: Language, body: string): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8"><title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --quiet: #6b675f; --line: #d9d5cc; --seal: #b3261e; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #1a1b1d; --ink: #e6e4df; --quiet: #a09c94; --line: #3a3b3e; --seal: #f2867d; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.7 system-ui, sans-serif; }
  main { box-sizing: border-box; max-width: 760px; margin: 0 auto; padding: 56px 24px 32px; }
  header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; }
  h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.4; font-weight: 600; }
  .cause { padding-inline-start: 16px; border-inline-start: 4px solid var(--seal); font-size: 17px; }
  .quiet, dt { color: var(--quiet); }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 24px 0; }
  dd { margin: 0; overflow-wrap: anywhere; user-select: all; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.6 ui-monospace, monospace; }
  .report { box-sizing: border-box; max-height: 60vh; overflow: auto; padding: 16px; border: 1px solid var(--line); }
  footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-top: 32px; }
  form { margin: 0; }
  button {
    min-height: 32px; padding: 4px 16px; border: 1px solid var(--line); border-radius: 6px;
    background: transparent; color: inherit; font: inherit; white-space: nowrap;
  }
  footer span { flex: 1; }
  button.aside { padding-inline: 8px; border-color: transparent; color: var(--quiet); }
  button.primary { border-color: var(--ink); background: var(--ink); color: var(--paper); }
  button:focus-visible { outline: 2px solid var(--seal); outline-offset: 2px; }
</style>
<main>
<header><h1>${escaped(title)}</h1>${button('language', label('language', language))}</header>
${body}
</main>
</html>`;
