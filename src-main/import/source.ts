import type { MarkedText } from '../agreement/model.ts';
import { sentence } from '../agreement/sentence.ts';
import { asSeen } from './characters/seen.ts';
import { countControls, decode, type Decoded } from './text/encoding.ts';
import { detectFormat, declaredCharset, looksLikeHtml, looksLikeMarkdown } from './format.ts';
import { MAX_SOURCE_BYTES } from './guard/limits.ts';
import { note } from './note.ts';
import { importRefusal } from './refusals.ts';

export interface ImportOptions {
  /** Chosen by the person; overrides the detected encoding of text, Markdown and HTML. */
  readonly encoding?: string;
  readonly signal?: AbortSignal;
  /** Folder of the PDF library's character maps (`cmaps/`) and fonts (`standard_fonts/`); see `pdf-resources.ts`. */
  readonly resources?: string;
  /** It is read as an invoice: its data, where it holds any, else its page. */
  readonly invoice?: boolean;
  /** Called with 0…1 while a long source is read. */
  readonly progress?: (share: number) => void;
}

/** Above this share of control characters a file is no text, whatever its name says. */
const MOST_CONTROLS = 0.02;

/**
 * Reads the bytes of a source as marked lines. The format is told by content first, by name second; each format's library is loaded
 * when it is needed.
 * @param name the file's name, for its extension only
 * @throws Refusal with the cause and what to do: see `refusals.ts`
 */
export async function importSource(bytes: Uint8Array, name: string, options: ImportOptions = {}): Promise<MarkedText> {
  if (bytes.length > MAX_SOURCE_BYTES) throw importRefusal('file-too-large');
  if (bytes.length === 0) throw importRefusal('file-empty');
  throwIfCancelled(options.signal);
  const marked = asSeen(await readAs(bytes, name, options));
  throwIfCancelled(options.signal);
  if (!marked.lines.some(({ text }) => text.trim() !== '')) throw importRefusal('no-text');
  return marked;
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw importRefusal('import-cancelled');
}

async function readAs(bytes: Uint8Array, name: string, options: ImportOptions): Promise<MarkedText> {
  const invoice = options.invoice === true && (await import('./invoice/invoice-file.ts')).readInvoiceFile(bytes);
  if (invoice) return invoice;
  const found = detectFormat(bytes);
  if (found.format === 'refused') throw importRefusal(found.code);
  if (found.format === 'pdf') return (await import('./pdf/pdf.ts')).readPdf(bytes, options);
  if (found.format === 'docx') return (await import('./docx/docx.ts')).readDocx(bytes);
  if (found.format === 'web-archive') {
    const page = (await import('./html/web-archive.ts')).openWebArchive(bytes);
    return readDecoded(decode(page.bytes, options.encoding ?? page.charset), 'page.html', true);
  }
  const decoded = decode(bytes, options.encoding, declaredCharset(bytes));
  if (countControls(decoded.text) > decoded.text.length * MOST_CONTROLS) throw importRefusal('unknown-format');
  return readDecoded(decoded, name, looksLikeHtml(decoded.text, name));
}

async function readDecoded({ text, encoding, damaged }: Decoded, name: string, html: boolean): Promise<MarkedText> {
  const marked = html
    ? (await import('./html/html.ts')).readHtml(text, encoding)
    : looksLikeMarkdown(text, name)
      ? (await import('./markdown/markdown.ts')).readMarkdown(text, encoding)
      : (await import('./text/text.ts')).readText(text, encoding);
  if (damaged === 0) return marked;
  const said = note('damaged-characters', sentence('import.source.damaged-characters', { damaged, encoding }));
  return { ...marked, notes: [...marked.notes, said] };
}
