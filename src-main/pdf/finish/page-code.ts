import { create } from 'qrcode';

/**
 * The code that stands on every printed page and matches a scanned page to its print: `SA1/<document>/<page>/<pages>`.
 * Only characters of QR's alphanumeric mode, so that the symbol stays at 25 modules and survives a 150 dpi scan.
 */
export interface PageCode {
  /** First 60 bits of the fingerprint, Crockford base32, 12 characters. */
  readonly document: string;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;
const PATTERN = /^SA1\/([0-9A-HJKMNP-TV-Z]{12})\/(\d{1,4})\/(\d{1,4})$/;

/** The document part of the page code. `fingerprint`: SHA-256 in hex. */
export function documentCode(fingerprint: string): string {
  if (!/^[0-9a-f]{64}$/i.test(fingerprint)) throw new RangeError('a fingerprint is 64 hexadecimal digits');
  const bits = BigInt(`0x${fingerprint.slice(0, 15)}`);
  return Array.from(
    { length: CODE_LENGTH },
    (_, index) => CROCKFORD[Number((bits >> BigInt(5 * (CODE_LENGTH - 1 - index))) & 31n)] ?? '',
  ).join('');
}

export const pageCodeText = ({ document, page, pages }: PageCode): string => `SA1/${document}/${page}/${pages}`;

/** Reads a page code; `undefined` when the text is some other QR code. */
export function parsePageCode(text: string): PageCode | undefined {
  const match = PATTERN.exec(text.trim());
  if (!match?.[1]) return undefined;
  const page = Number(match[2]);
  const pages = Number(match[3]);
  return page >= 1 && page <= pages ? { document: match[1], page, pages } : undefined;
}

/** Dark modules of a square symbol, row by row. */
export interface CodeSymbol {
  readonly size: number;
  readonly dark: (row: number, column: number) => boolean;
}

/** Error correction Q: a quarter of the symbol may be under a seal, a staple or a stain. */
export function codeSymbol(text: string): CodeSymbol {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q' });
  return { size: modules.size, dark: (row, column) => modules.get(row, column) === 1 };
}

/** Side of the printed symbol without its quiet zone, in millimetres: 0.56 mm a module, 3 pixels at 150 dpi. */
export const CODE_SIDE = 14;
/** Lower left corner of the symbol on the page, in millimetres. */
export const CODE_CORNER = { left: 28, bottom: 9 } as const;
