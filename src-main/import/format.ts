import { isNamedAs } from './formats.ts';
import type { ImportRefusalCode } from './refusals.ts';

/** What the first bytes say a source is. `characters`: text of some kind, told apart after decoding. */
export type FoundFormat =
  | { readonly format: 'pdf' | 'docx' | 'web-archive' | 'characters' }
  | { readonly format: 'refused'; readonly code: ImportRefusalCode };

/** A PDF's mark may stand behind other bytes; readers look this far. */
const PDF_MARK_WITHIN = 1024;

const REFUSED_BY_MARK: readonly { readonly mark: string; readonly code: ImportRefusalCode }[] = [
  { mark: '{\\rtf', code: 'rich-text' },
  { mark: '\x89PNG', code: 'picture' },
  { mark: '\xff\xd8\xff', code: 'picture' },
  { mark: 'GIF8', code: 'picture' },
  { mark: 'II*\0', code: 'picture' },
  { mark: 'MM\0*', code: 'picture' },
  { mark: '\0\0\0\x0cjP', code: 'picture' },
  { mark: '\0\0\x01\0', code: 'picture' },
  { mark: '7z\xbc\xaf', code: 'not-word' },
  { mark: 'Rar!', code: 'not-word' },
  { mark: '\x1f\x8b', code: 'not-word' },
  { mark: '\x7fELF', code: 'unknown-format' },
  { mark: 'MZ\x90', code: 'unknown-format' },
  { mark: 'SQLite format 3', code: 'unknown-format' },
];

/** A first entry, an empty archive, an archive in parts. */
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    from,
    Math.min(to, bytes.length),
  );
}

/** Tells the format by content alone. */
export function detectFormat(bytes: Uint8Array): FoundFormat {
  const start = latin(bytes, 0, PDF_MARK_WITHIN);
  const refused = REFUSED_BY_MARK.find(({ mark }) => start.startsWith(mark));
  if (refused) return { format: 'refused', code: refused.code };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return { format: 'refused', code: 'picture' };
  if (start.slice(4, 8) === 'ftyp') return { format: 'refused', code: 'picture' };
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { format: 'refused', code: oleRefusal(bytes) };
  if (ZIP_MARKS.some((mark) => start.startsWith(mark))) return { format: 'docx' };
  if (start.includes('%PDF-')) return { format: 'pdf' };
  if (/^MIME-Version:|^(?:From|Subject|Snapshot-Content-Location): /i.test(start) && isArchive(bytes)) {
    return { format: 'web-archive' };
  }
  return { format: 'characters' };
}

function isArchive(bytes: Uint8Array): boolean {
  return /^content-type:\s*multipart\/related/im.test(latin(bytes, 0, 4096));
}

/** Word's encryption wraps the package into a compound file with a stream of this name (MS-OFFCRYPTO 2.3.4). */
function oleRefusal(bytes: Uint8Array): ImportRefusalCode {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
  return found ? 'office-encrypted' : 'legacy-office';
}

/** The charset that a page declares in its first bytes (HTML Standard, prescan of a byte stream). */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = latin(bytes, 0, 4096);
  return (
    /<meta[^>]*charset\s*=\s*["']?\s*([\w\-:.]+)/i.exec(start)?.[1] ??
    /^<\?xml[^>]*encoding\s*=\s*["']([\w\-:.]+)/i.exec(start)?.[1]
  );
}

const HTML_START =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|link|style|main|article|section|div|table|h[1-6]|p|ol|ul)[\s>]/i;
const HTML_BLOCKS = /<\/(?:p|div|h[1-6]|li|td|tr|table|ul|ol|section|article|body|html)\s*>/gi;

/** A page by its first tag, or a named page with tags; text that only mentions tags is text. */
export function looksLikeHtml(text: string, name: string): boolean {
  const start = text.slice(0, 4096);
  if (/<(?:!doctype html|html)[\s>]/i.test(start) && /^\s*</.test(start)) return true;
  const named = isNamedAs(name, 'html', 'web-archive');
  const blocks = text.slice(0, 65536).match(HTML_BLOCKS)?.length ?? 0;
  if (named) return blocks > 0 || HTML_START.test(start);
  return HTML_START.test(start) && blocks >= 2;
}

const MARKDOWN_MARKS = [
  /^#{1,6} \S/m,
  /^\|(?:\s*:?-{3,}:?\s*\|)+\s*$/m,
  /^(?:```|~~~)/m,
  /\[[^\]\n]+\]\([^)\s]+\)/,
  /^> \S/m,
];

/** Markdown by name; without a telling name, by two kinds of marks that text hardly ever holds together. */
export function looksLikeMarkdown(text: string, name: string): boolean {
  if (isNamedAs(name, 'markdown')) return true;
  if (isNamedAs(name, 'text')) return false;
  const start = text.slice(0, 65536);
  return MARKDOWN_MARKS.filter((mark) => mark.test(start)).length >= 2;
}
