import { beijingTime } from '../../agreement/beijing-time.ts';
import { type Language, LANGUAGES, say, type Sentence, sentence } from '../../agreement/sentence.ts';

/** Path of the readable guide in a bundle, by the language of the bundle. */
export const guidePath = (language: Language): string => (language === 'zh' ? '说明.html' : 'README.html');

/** What the guide tells of one decision. */
export interface GuideDecision {
  readonly record: unknown;
  /** Files of the bundle that belong to it, each with what it is. */
  readonly files: readonly GuideFile[];
}

export interface GuideFile {
  readonly path: string;
  readonly what: Sentence;
}

export interface GuideContents {
  readonly decisions: readonly GuideDecision[];
  /** Files that belong to no decision alone. */
  readonly others: readonly GuideFile[];
}

/**
 * The readable side of a bundle: who decided what, and which file is what, by names a person understands, in both languages,
 * first in the one of whoever made the bundle. One page without script or address, the same bytes for the same contents. It is
 * there to be read; what counts is what the verifier checks, and the page says so.
 */
export function bundleGuide(contents: GuideContents, first: Language): Uint8Array<ArrayBuffer> {
  const languages = [first, ...LANGUAGES.filter((language) => language !== first)];
  const parts = languages.map((language) => part(contents, language)).join('\n<hr>\n');
  const html = [
    '<!doctype html>',
    `<html lang="${tagOf(first)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(languages.map((language) => say(TITLE, language)).join(' · '))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return new TextEncoder().encode(html);
}

const tagOf = (language: Language): string => say(sentence('format.language-tag'), language);
const TITLE = sentence('ledger.guide.title');
const STYLE =
  'body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.7 system-ui,sans-serif}table{border-collapse:collapse;width:100%}td{border-top:1px solid #ccc;padding:.4em .6em;vertical-align:top;overflow-wrap:anywhere}h2{margin-top:2em}';

function part({ decisions, others }: GuideContents, language: Language): string {
  const told = (key: Sentence): string => escaped(say(key, language));
  return [
    `<section lang="${tagOf(language)}">`,
    `<h1>${told(TITLE)}</h1>`,
    `<p>${told(sentence('ledger.guide.how'))}</p>`,
    `<p>${told(sentence('ledger.guide.standing'))}</p>`,
    ...decisions.map(({ record, files }) => decision(record, files, language)),
    ...(others.length > 0 ? [`<h2>${told(sentence('ledger.guide.others'))}</h2>`, table(others, language)] : []),
    '</section>',
  ].join('\n');
}

function decision(record: unknown, files: readonly GuideFile[], language: Language): string {
  const at = (...path: readonly string[]): string => textAt(record, path);
  const title = sentence('ledger.examine.text-called', {
    title: at('version', 'title'),
    ordinal: Number(at('version', 'ordinal')) || 0,
  });
  const word = WORDS[at('decision')];
  const said = sentence('ledger.guide.decided', {
    company: at('company', 'name'),
    person: at('person', 'name'),
    role: at('person', 'role'),
    when: beijingTime(at('time', 'utc')),
    decision: word ?? at('decision'),
  });
  return [
    `<h2>${escaped(say(title, language))}</h2>`,
    `<p>${escaped(say(said, language))}</p>`,
    table(files, language),
  ].join('\n');
}

const WORDS: Readonly<Record<string, Sentence>> = {
  accepted: sentence('ledger.guide.accepted'),
  declined: sentence('ledger.guide.declined'),
  'set-aside': sentence('ledger.guide.set-aside'),
};

function table(files: readonly GuideFile[], language: Language): string {
  const rows = files.map(
    ({ path, what }) =>
      `<tr><td>${escaped(say(what, language))}</td><td><a href="${escaped(encodeURI(path))}">${escaped(path)}</a></td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function textAt(record: unknown, path: readonly string[]): string {
  let value: unknown = record;
  for (const name of path) value = members(value)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
}

/** Members of a value of unknown shape; none of what has none. */
export const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character);
