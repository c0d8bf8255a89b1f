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

/** One whom a mail is to: an address, with the name before it where one was given. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * Those whom a typed text names: `李航 <li@example.com>, counsel@example.com`, with commas or semicolons of either width between them. What
 * has no address is left out; an address has none but printable ASCII characters (RFC 5322, 3.4.1).
 */
export function mailboxes(typed: string): readonly Mailbox[] {
  return typed.split(/[,;，；、\r\n]+/u).flatMap((part) => {
    const match = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]*)>|(\S+))\s*$/u.exec(part);
    const address = (match?.[2] ?? match?.[3] ?? '').trim();
    if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/u.test(address) || /[<>",;:\\[\]()]/u.test(address)) return [];
    return [{ name: (match?.[1] ?? '').trim(), address }];
  });
}

/** A mailbox in a header: a name that is not plain ASCII stands in encoded words. */
function mailboxWords({ name, address }: Mailbox): string {
  if (name === '') return address;
  return `${/^[\w .'-]*$/u.test(name) ? `"${name}"` : encodedWords(name)} <${address}>`;
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
    `To: ${mailboxes(to).map(mailboxWords).join(',\r\n ')}`,
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
