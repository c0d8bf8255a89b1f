import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { catalogueModule, loadMessages, writeCatalogue } from './messages.mjs';

/** The offline verifier's sources. */
const SOURCE = fileURLToPath(new URL('../src-main/ledger/verifier', import.meta.url));
/** The rooms of the message catalogue that it speaks from; it carries no others. */
const ROOMS = ['format', 'ledger', 'names', 'verifier'];
const CATALOGUE = fileURLToPath(new URL('../assets/messages/catalogue.ts', import.meta.url));

/**
 * Builds the offline verifier into one HTML file, `<outDir>/verify.html`: script and style inline, a content security
 * policy that allows those two by their hashes and nothing else, no address of any kind. The same sources give the
 * same bytes.
 * @param {string} outDir Folder to write into; made when it is not there.
 * @returns {Promise<string>} Path of the file.
 */
export async function buildVerifier(outDir) {
  const html = await verifierHtml();
  await mkdir(outDir, { recursive: true });
  const path = join(outDir, 'verify.html');
  await writeFile(path, html);
  return path;
}

/** The text of the verifier. */
export async function verifierHtml() {
  // A closing tag or a comment inside a string would end or upset the element.
  const script = (await bundledScript())
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`<\!--`);
  const style = await readFile(join(SOURCE, 'style.css'), 'utf8');
  const policy = [
    `default-src 'none'`,
    `script-src '${hashSource(script)}'`,
    `style-src '${hashSource(style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>签阅证据包核验 · Assent evidence verifier</title>',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<noscript>请启用 JavaScript，或使用 assent verify 命令。Enable JavaScript, or use the assent verify command.</noscript>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The catalogue with the verifier's rooms alone, in place of the whole one. */
function catalogueOfRooms(languages) {
  const kept = Object.entries(languages).map(([language, rooms]) => [
    language,
    Object.fromEntries(ROOMS.map((room) => [room, rooms[room]])),
  ]);
  const module = catalogueModule(Object.fromEntries(kept));
  return { name: 'catalogue-of-rooms', load: (id) => (id === CATALOGUE ? module : undefined) };
}

/** A sentence of another room could not be said: found here, not by the person who verifies. */
function assertSayable(code, languages) {
  for (const [room, texts] of Object.entries(Object.values(languages)[0])) {
    const key = ROOMS.includes(room)
      ? undefined
      : Object.keys(texts).find((text) =>
          ['"', "'", '`'].some((quote) => code.includes(`${quote}${room}.${text}${quote}`)),
        );
    if (key !== undefined) throw new Error(`the verifier says ${room}.${key}, but does not carry the room ${room}`);
  }
}

async function bundledScript() {
  await writeCatalogue();
  const languages = await loadMessages();
  const result = await build({
    configFile: false,
    root: dirname(SOURCE),
    logLevel: 'warn',
    publicDir: false,
    plugins: [catalogueOfRooms(languages)],
    build: {
      write: false,
      target: 'chrome130',
      modulePreload: false,
      rolldownOptions: {
        input: join(SOURCE, 'index.ts'),
        output: { format: 'iife', entryFileNames: 'verify.js' },
      },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  const [chunk, ...more] = output;
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error('the verifier did not become one script');
  assertSayable(chunk.code, languages);
  return chunk.code.trim();
}

function hashSource(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
