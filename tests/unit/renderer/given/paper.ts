/** Stands in for `src-renderer/kernel/pdf.ts`: a paper of two A4 pages that are drawn at once. Use with `vi.mock`. */
export const paper = {
  openPdf: () =>
    Promise.resolve({
      numPages: 2,
      getPage: (number: number) => Promise.resolve({ number }),
      loadingTask: { destroy: () => Promise.resolve() },
    }),
  pageSize: () => ({ width: 210, height: 297 }),
  drawPage: () => Promise.resolve(true),
  pageWords: ({ number }: { number: number }) => Promise.resolve(`Words of page ${number}.`),
};
