import { say, type Language } from '../../agreement/sentence.ts';
import type { ChainHead } from '../entry.ts';
import { isHash } from '../hex.ts';
import { checkFile } from './check-file.ts';
import { element } from './element.ts';
import { reportView, type Verified } from './report-view.ts';
import { WORDS } from './words.ts';

/** The offline verifier: one page, no network, the very code that the app verifies with. */

type Shown = { readonly verified: Verified } | { readonly note: keyof typeof WORDS; readonly detail?: string };

let language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
let shown: Shown | undefined = globalThis.crypto?.subtle ? undefined : { note: 'noCrypto' };
/** Kept over a change of language. */
let headText = '';

function draw(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(WORDS.title, language);
  const main = element('main', {}, header(), chooser(), ...result());
  document.body.replaceChildren(main);
}

function header(): HTMLElement {
  const toggle = element('button', { id: 'language', type: 'button' }, say(WORDS.language, language));
  toggle.addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh';
    draw();
    document.getElementById('language')?.focus();
  });
  return element('header', {}, element('h1', {}, say(WORDS.title, language)), toggle);
}

function chooser(): HTMLElement {
  const file = element('input', { type: 'file', id: 'file', accept: '.zip,application/zip' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void examine(chosen);
  });
  const head = element('input', { type: 'text', id: 'head', spellcheck: 'false', autocomplete: 'off' });
  head.value = headText;
  head.addEventListener('input', () => {
    headText = head.value;
  });
  return element(
    'section',
    { class: 'chooser', id: 'drop' },
    element('p', {}, say(WORDS.intro, language)),
    element('label', { for: 'file', class: 'choose' }, say(WORDS.choose, language)),
    file,
    element('span', { class: 'hint' }, say(WORDS.drop, language)),
    element('label', { for: 'head' }, say(WORDS.head, language)),
    head,
    element('p', { class: 'hint' }, say(WORDS.headHint, language)),
    element('p', { class: 'hint' }, say(WORDS.unpacked, language)),
  );
}

function result(): readonly HTMLElement[] {
  if (!shown) return [];
  if ('verified' in shown) return reportView(shown.verified, language);
  const detail = shown.detail === undefined ? [] : [element('pre', {}, shown.detail)];
  return [element('p', { class: 'note', id: 'note', role: 'status' }, say(WORDS[shown.note], language)), ...detail];
}

async function examine(file: File): Promise<void> {
  const expectedHead = headText.trim() === '' ? undefined : readHead(headText.trim());
  if (headText.trim() !== '' && !expectedHead) return show({ note: 'headWrong' });
  show({ note: 'working' });
  try {
    show({ verified: await checkFile(file.name, new Uint8Array(await file.arrayBuffer()), expectedHead) });
  } catch (error) {
    show({ note: 'broken', detail: String(error) });
  }
}

function readHead(text: string): ChainHead | undefined {
  const [sequence, hash] = text.split(':');
  return /^[1-9]\d{0,14}$/.test(sequence ?? '') && isHash(hash) ? { sequence: Number(sequence), hash } : undefined;
}

function show(next: Shown): void {
  shown = next;
  draw();
}

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [dropped] = event.dataTransfer?.files ?? [];
  if (dropped) void examine(dropped);
});
draw();
