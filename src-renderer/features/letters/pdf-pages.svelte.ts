import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from '../../kernel/pdf.ts';

/** The pages of the paper that was opened last; what it took the place of is closed. */
export class PdfPages {
  pages = $state.raw<readonly PDFPageProxy[]>([]);
  #opened: PDFDocumentProxy | undefined;

  async open(pdf: Uint8Array): Promise<void> {
    const next = await openPdf(pdf);
    const pages = await Promise.all(Array.from({ length: next.numPages }, (_, index) => next.getPage(index + 1)));
    const before = this.#opened;
    this.#opened = next;
    this.pages = pages;
    await before?.loadingTask.destroy();
  }

  close(): void {
    void this.#opened?.loadingTask.destroy();
  }
}
