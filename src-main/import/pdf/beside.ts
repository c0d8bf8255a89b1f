import { sentence } from '../../agreement/sentence.ts';
import type { Coverage } from '../../agreement/coverage.ts';
import { MAX_PDF_PAGES } from '../guard/limits.ts';
import type { PdfLibrary } from '../../picture/pdf-library.ts';

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

/** What a document holds beside the pages that are read. */
export interface Beside {
  readonly parts: readonly Coverage[];
}

/** Names are quoted up to here; of more files only how many there are is told. */
const LONGEST_NAME = 80;
const MOST_NAMED = 50;

/** Files within a document, pages beyond the most that are read, and forms that only other programs draw. */
export async function readBeside(document: PdfDocument): Promise<Beside> {
  return { parts: [...pagesBeyond(document), ...(await attachments(document)), ...(await form(document))] };
}

function pagesBeyond({ numPages }: PdfDocument): readonly Coverage[] {
  if (numPages <= MAX_PDF_PAGES) return [];
  const why = sentence('import.pdf.beyond', { first: MAX_PDF_PAGES + 1, last: numPages });
  return [{ part: `pages from ${MAX_PDF_PAGES + 1}`, kind: 'page', state: 'unread', words: 0, why, asks: true }];
}

async function attachments(document: PdfDocument): Promise<readonly Coverage[]> {
  const part = { kind: 'attachment', state: 'unread', words: 0, asks: true } as const;
  try {
    const names = Object.keys(((await document.getAttachments()) ?? {}) as object);
    const named = names.slice(0, MOST_NAMED).map((name, index): Coverage => {
      const why = sentence('import.pdf.attachment', { name: name.slice(0, LONGEST_NAME) });
      return { ...part, part: `attachment ${index + 1}`, why };
    });
    if (names.length <= MOST_NAMED) return named;
    const why = sentence('import.pdf.attachments', { files: names.length - MOST_NAMED });
    return [...named, { ...part, part: 'further attachments', why }];
  } catch {
    return [{ ...part, part: 'attachments', why: sentence('import.pdf.attachments-unreadable') }];
  }
}

async function form(document: PdfDocument): Promise<readonly Coverage[]> {
  const { info } = await document.getMetadata();
  if ((info as { readonly IsXFAPresent?: unknown }).IsXFAPresent !== true) return [];
  const why = sentence('import.pdf.form');
  return [{ part: 'form', kind: 'form', state: 'unread', words: 0, why, asks: true }];
}
