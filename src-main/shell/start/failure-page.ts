import { type Language, say, type Sentence, sentence } from '../../agreement/sentence.ts';

/** What a person can do when the records could not be opened. */
export const START_ACTIONS = [
  'retry',
  'restore',
  'choose-backup',
  'export-readable',
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
  /** Whole backups, newest first; absent where none would help. */
  readonly backups?: readonly RescueBackup[];
  /** Files that call themselves backups and are not whole. */
  readonly unusable?: number;
  /** The second place, where its disk is not connected. */
  readonly away?: string;
  /** How many entries the ledger had when it was last noted outside of its database, and when. */
  readonly noted?: { readonly entries: number; readonly at: string };
  /** What was read out of the damaged database, and the name of the folder that it was written into. */
  readonly exported?: {
    readonly files: number;
    readonly texts: number;
    readonly entries: number;
    readonly lost: boolean;
    readonly folder: string;
  };
  /** A way out that failed in its turn. */
  readonly refused?: { readonly code: string; readonly sentence: Sentence; readonly next: Sentence };
}

/** A whole backup as a person chooses it. */
export interface RescueBackup {
  readonly id: string;
  /** UTC ISO. */
  readonly at: string;
  readonly bytes: number;
  readonly entries: number;
  /** Its content agrees with its hashes. */
  readonly sound: boolean;
  /** Name of the second place; absent beside the data. */
  readonly place?: string;
}

/** What a press of a button asks for, and the backup that is chosen; undefined for any other address. */
export function actionAt(address: string): { readonly action: StartAction; readonly backup?: string } | undefined {
  if (!address.startsWith(ACTIONS)) return undefined;
  const [name, query = ''] = address.slice(ACTIONS.length).split('?');
  const action = START_ACTIONS.find((known) => known === name);
  const backup = new URLSearchParams(query).get('backup');
  return action && { action, ...(backup === null ? {} : { backup }) };
}

/** Causes with a way out of their own, beside trying again. */
const WAYS: Readonly<Partial<Record<string, readonly StartAction[]>>> = {
  'database-damaged': ['restore', 'choose-backup', 'choose-folder', 'export-readable'],
  'database-missing': ['restore', 'choose-backup', 'begin-anew', 'choose-folder'],
  'database-empty': ['restore', 'choose-backup', 'begin-anew', 'choose-folder'],
  'database-foreign': ['restore', 'choose-backup', 'choose-folder'],
  'database-newer': ['restore', 'choose-backup', 'choose-folder'],
  'folder-is-a-file': ['choose-folder'],
  'folder-not-usable': ['choose-folder'],
  'folder-read-only': ['choose-folder'],
  'folder-on-network': ['choose-folder'],
  'in-use-elsewhere': ['open-anyway', 'choose-folder'],
};

/** The page of a start that failed: no script, so that nothing of the app's own need be whole to show it. */
export function failurePage(failure: StartFailure, language: Language): string {
  const text = (said: Sentence): string => escaped(say(said, language));
  const { code, folder, backups, details, refused, exported } = failure;
  const restorable = backups !== undefined && backups.length > 0;
  const ways = (WAYS[code] ?? []).filter((way) => way !== 'restore' || restorable);
  // Where a backup was the only way out and there is none, that is what is left to say.
  const next = backups?.length === 0 ? sentence('shell.start.no-backup') : failure.next;
  const main: StartAction = ways[0] === 'restore' ? 'restore' : 'retry';
  const others = ways.filter((action) => action !== main && action !== 'choose-backup');
  const buttons = (actions: readonly StartAction[], kind = ''): string =>
    actions.map((action) => button(action, label(action, language), kind)).join('');
  return page(
    say(sentence('shell.start.title'), language),
    language,
    `<p class="cause" role="alert">${text(failure.sentence)}</p>
    <p>${text(next)}</p>
    ${refused === undefined ? '' : `<p class="cause" role="status">${text(refused.sentence)} ${text(refused.next)}</p>`}
    ${exported === undefined ? '' : `<p role="status">${text(sentence('shell.start.exported', { ...exported }))}</p>`}
    ${backups === undefined ? '' : backupList(failure, backups, language)}
    <dl>
      <dt>${text(sentence('shell.start.folder'))}</dt><dd>${escaped(folder)} ${buttons(['open-folder'], 'aside')}</dd>
      <dt>${text(sentence('shell.start.code'))}</dt><dd><span>${escaped(code)}</span> ${buttons(['report'], 'aside')}</dd>
    </dl>
    ${details === undefined ? '' : `<details><summary>${text(sentence('shell.start.details'))}</summary><pre>${escaped(details)}</pre></details>`}`,
    `${buttons(others, 'aside')}<span></span>${buttons(['quit'], 'aside')}${buttons(main === 'retry' ? [] : ['retry'])}${buttons([main], 'primary')}`,
  );
}

/** The backups to choose from, and what restoring one means. */
function backupList(failure: StartFailure, backups: readonly RescueBackup[], language: Language): string {
  const text = (said: Sentence): string => escaped(say(said, language));
  const { noted, unusable = 0, away } = failure;
  const [newest] = backups;
  const rows = backups.map(({ id, at, bytes, entries, sound, place }, index) => {
    const where =
      place === undefined
        ? sentence('shell.start.backup-beside', { count: entries })
        : sentence('shell.start.backup-second', { place, count: entries });
    return `<label class="backup"><input type="radio" name="backup" value="${escaped(id)}"${index === 0 ? ' checked' : ''}>
      <span>${escaped(localTime(at, language))}</span><span class="quiet">${text(where)}</span>
      <span class="quiet figure">${escaped(megabytes(bytes))}</span>
      <span class="${sound ? 'good' : 'warn'}">${text(sound ? sentence('shell.start.backup-verified') : sentence('shell.start.backup-unsound'))}</span></label>`;
  });
  const facts: (readonly [Sentence, Sentence])[] = [];
  if (noted)
    facts.push([
      sentence('shell.start.fact-ledger'),
      sentence('shell.start.fact-noted', { day: localTime(noted.at, language), count: noted.entries }),
    ]);
  if (newest && noted && noted.entries > newest.entries)
    facts.push([
      sentence('shell.start.fact-again'),
      sentence('shell.start.fact-lost', { from: newest.entries + 1, to: noted.entries }),
    ]);
  if (newest) facts.push([sentence('shell.start.fact-present'), sentence('shell.start.restore-note')]);
  if (unusable > 0)
    facts.push([sentence('shell.start.fact-unusable'), sentence('shell.start.unusable', { count: unusable })]);
  if (away !== undefined)
    facts.push([sentence('shell.start.fact-second'), sentence('shell.start.away', { place: away })]);
  const list =
    backups.length === 0
      ? ''
      : `<div class="backups" role="radiogroup" aria-labelledby="backups">${rows.join('')}</div>`;
  return `<section><header><h2 id="backups">${text(sentence('shell.start.backups'))}</h2>${button('choose-backup', label('choose-backup', language), 'aside')}</header>${list}</section>
    <dl class="facts">${facts.map(([name, fact]) => `<dt>${text(name)}</dt><dd>${text(fact)}</dd>`).join('')}</dl>`;
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const localTime = (at: string, language: Language): string =>
  new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** What would be saved as the problem report, to be read before it is. */
export function reportPage(report: string, language: Language, failed?: Sentence): string {
  const said = (what: Sentence): string => say(what, language);
  return page(
    said(sentence('shell.start.report-title')),
    language,
    `<p>${escaped(said(sentence('shell.start.report-note')))}</p>
    <pre class="report" tabindex="0">${escaped(report)}</pre>
    ${failed === undefined ? '' : `<p class="cause" role="alert">${escaped(said(failed))}</p>`}
`,
    `${button('open-log', label('open-log', language), 'aside')}<span></span>${button('back', said(sentence('shell.start.back')))}${button(
      'save-report',
      said(sentence('shell.start.report-save')),
      'primary',
    )}`,
  );
}

const LABELS: Readonly<Record<StartAction, () => Sentence>> = {
  retry: () => sentence('shell.start.retry'),
  restore: () => sentence('shell.start.restore'),
  'choose-backup': () => sentence('shell.start.choose-backup'),
  'export-readable': () => sentence('shell.start.export-readable'),
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

const label = (action: StartAction, language: Language): string => say(LABELS[action](), language);

const button = (action: StartAction, words: string, kind = ''): string =>
  `<button formaction="${ACTIONS}${action}" class="${kind}"${kind === 'primary' ? ' autofocus' : ''}>${escaped(words)}</button>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`);

const page = (title: string, language: Language, body: string, ways: string): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8"><title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --quiet: #6b675f; --line: #d9d5cc; --seal: #b3261e; --good: #2e7d46; --warn: #8a5a00; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #1a1b1d; --ink: #e6e4df; --quiet: #a09c94; --line: #3a3b3e; --seal: #f2867d; --good: #7fc796; --warn: #e0b25c; }
  }
  * { box-sizing: border-box; }
  html, body, body > form { height: 100%; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.6 system-ui, sans-serif; }
  body > form { display: grid; grid-template-rows: minmax(0, 1fr) auto; margin: 0; }
  .scroll { overflow: auto; }
  main { max-width: 760px; margin: 0 auto; padding: 48px 32px 24px; }
  header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; }
  h1 { margin: 0 0 12px; font: 600 28px/1.3 'Noto Serif SC', 'Songti SC', SimSun, serif; }
  h2 { margin: 0; font-size: 14px; line-height: 1.6; font-weight: 600; }
  p { margin: 0 0 8px; }
  .cause { padding-inline-start: 16px; border-inline-start: 4px solid var(--seal); font-size: 16px; }
  .quiet, dt { color: var(--quiet); }
  section { margin-top: 24px; }
  .backups { border-block-end: 1px solid var(--line); }
  .backup { display: grid; grid-template-columns: 16px 200px minmax(0, 1fr) 72px 112px; gap: 12px; align-items: center; min-height: 38px; border-block-start: 1px solid var(--line); }
  .backup input { width: 16px; height: 16px; margin: 0; accent-color: var(--ink); }
  .backup:has(:checked) > span:first-of-type { font-weight: 600; }
  .figure { text-align: end; font-variant-numeric: tabular-nums; }
  .good::before, .warn::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-inline-end: 8px; border-radius: 50%; background: var(--good); forced-color-adjust: none; }
  .warn::before { background: var(--warn); }
  dl { display: grid; grid-template-columns: 144px 1fr; margin: 24px 0 0; }
  dl > * { padding: 8px 0; border-block-start: 1px solid var(--line); }
  dd { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; margin: 0; overflow-wrap: anywhere; user-select: text; }
  dd button.aside { min-height: 0; padding-block: 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.6 ui-monospace, monospace; }
  .report { max-height: 60vh; overflow: auto; padding: 16px; border: 1px solid var(--line); }
  footer { border-block-start: 1px solid var(--line); }
  footer > div { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; max-width: 760px; margin: 0 auto; padding: 12px 32px; }
  button {
    min-height: 34px; padding: 4px 14px; border: 1px solid var(--line); border-radius: 6px;
    background: transparent; color: inherit; font: inherit; white-space: nowrap;
  }
  footer span { flex: 1; }
  button.aside { padding-inline: 8px; border-color: transparent; }
  button.aside:hover { background: color-mix(in srgb, var(--ink) 6%, transparent); }
  button.primary { border-color: var(--ink); background: var(--ink); color: var(--paper); font-weight: 600; }
  button:focus-visible, input:focus-visible { outline: 2px solid var(--seal); outline-offset: 2px; }
  @media (max-width: 700px) {
    main { padding: 24px 16px; }
    footer > div { padding: 8px 16px; }
    .backup { grid-template-columns: 16px minmax(0, 1fr) auto; padding: 8px 0; }
    .backup .figure { display: none; }
    .backup > span:nth-of-type(2) { grid-column: 2; }
    dl { grid-template-columns: 1fr; }
    dl > dd { padding-block-start: 0; border: 0; }
  }
</style>
<body><form><div class="scroll"><main>
<header><h1>${escaped(title)}</h1>${button('language', label('language', language), 'aside')}</header>
${body}
</main></div><footer><div>${ways}</div></footer></form></body>
</html>`;
