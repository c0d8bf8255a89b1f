/** What one import may cost. A source beyond these is refused with a sentence; its bytes stay stored. */

/** Largest source, in bytes (20 MB as a file manager counts it: 20 × 2²⁰). */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;

/** Longest time one parser process may take, in milliseconds; then it is ended. */
export const MAX_PARSE_MS = 30_000;

/** Heap of the parser process, in MiB (`--max-old-space-size`). */
export const PARSER_HEAP_MIB = 1024;

/** Largest size of one part of a zip package after inflating, in bytes: Word's own XML seldom passes a tenth of this. */
export const MAX_PART_BYTES = 96 * 1024 * 1024;

/** Largest size of all read parts of a zip package together, in bytes. */
export const MAX_PACKAGE_BYTES = 160 * 1024 * 1024;

/** Most pages of a PDF: an agreement of more is a library, not an agreement. */
export const MAX_PDF_PAGES = 3000;
