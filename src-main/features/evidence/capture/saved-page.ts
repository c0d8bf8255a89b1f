/** What a saved page (MHTML, RFC 2557) says of itself in its headers. */
export interface SavedPage {
  /** Where it was: `Snapshot-Content-Location`, else the first part's `Content-Location`. */
  readonly address?: string;
  /** When it was saved, by the clock of the computer: UTC ISO. */
  readonly at?: string;
}

/** Headers and the first part's stand at the start of the file. */
const HEAD = 64 * 1024;

/** Reads the headers of a saved page; nothing of its content is opened. Undefined for what is none. */
export function savedPage(bytes: Uint8Array): SavedPage | undefined {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replaceAll('\r\n', '\n');
  const unfolded = text.replace(/\n[ \t]+/gu, ' ');
  const head = unfolded.slice(0, Math.max(0, unfolded.indexOf('\n\n')));
  if (!/^content-type:\s*multipart\/related/imu.test(head)) return undefined;
  const address = header(head, 'snapshot-content-location') ?? header(unfolded, 'content-location');
  const date = Date.parse(header(head, 'date') ?? '');
  return {
    ...(address === undefined ? {} : { address }),
    ...(Number.isNaN(date) ? {} : { at: new Date(date).toISOString() }),
  };
}

const header = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.+)$`, 'imu').exec(text)?.[1]?.trim();

/** Whether two addresses lead to the same page: a place inside of it does not matter. */
export function sameAddress(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => URL.parse(text));
  if (!a || !b) return false;
  a.hash = '';
  b.hash = '';
  return a.href === b.href;
}
