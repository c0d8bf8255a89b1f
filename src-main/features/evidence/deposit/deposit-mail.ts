import { Buffer } from 'node:buffer';

/** A mail that is written and not sent. */
export interface DraftMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
  /** Between the parts; must not stand in them. */
  readonly boundary: string;
}

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n');

/** A subject in encoded words of at most 75 characters each (RFC 2047, section 2); none cuts a character in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (word(part + segment).length > 75) {
      words.push(word(part));
      part = '';
    }
    part += segment;
  }
  return [...words, word(part)].join('\r\n ');
}

/**
 * The mail as a file that mail programs open for sending (RFC 5322, RFC 2045; `X-Unsent` makes Outlook open it as a draft). It bears
 * no sender and no date: both are given by whoever sends it.
 */
export function draftMail({ to, subject, text, attachment, boundary }: DraftMail): Uint8Array {
  const name = encodeURIComponent(attachment.name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const parts = [
    `To: ${/^[\x20-\x7e]*$/u.test(to) ? to : ''}`,
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    lines(Buffer.from(text)),
    `--${boundary}`,
    'Content-Type: application/pdf',
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename*=UTF-8''${name}`,
    '',
    lines(attachment.bytes),
    `--${boundary}--`,
    '',
  ];
  return new TextEncoder().encode(parts.join('\r\n'));
}
