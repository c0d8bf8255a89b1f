import { importRefusal } from '../refusals.ts';

/** The page of a web archive (MHTML, RFC 2557): what browsers write as "one file". */
export interface ArchivedPage {
  readonly bytes: Uint8Array;
  readonly charset?: string;
}

/** Takes the first page out of a web archive. */
export function openWebArchive(bytes: Uint8Array): ArchivedPage {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [head = ''] = archive.split(/\r?\n\r?\n/, 1);
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(unfolded(head));
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw importRefusal('unknown-format');
  for (const part of archive.split(`--${mark}`).slice(1)) {
    const end = /\r?\n\r?\n/.exec(part);
    if (!end) continue;
    const headers = unfolded(part.slice(0, end.index));
    if (!/content-type:\s*(?:text\/html|application\/xhtml\+xml)/i.test(headers)) continue;
    const charset = /content-type:[^\n]*charset\s*=\s*"?([\w\-:.]+)/i.exec(headers)?.[1];
    const body = part.slice(end.index + end[0].length);
    const page = decodeBody(body, /content-transfer-encoding:\s*([\w-]+)/i.exec(headers)?.[1]?.toLowerCase());
    return charset === undefined ? { bytes: page } : { bytes: page, charset };
  }
  throw importRefusal('no-text');
}

function unfolded(headers: string): string {
  return headers.replace(/\r?\n[ \t]+/g, ' ');
}

function decodeBody(body: string, coding: string | undefined): Uint8Array {
  if (coding === 'base64') return Buffer.from(body.replace(/\s+/g, ''), 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
