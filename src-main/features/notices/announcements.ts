import { Refusal } from '../../agreement/refusal.ts';
import type { NoticeInput } from '../../contract/notices.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';

const LARGEST = 50 * 1024 * 1024;
/** An announcement is kept whole, not read: a page, a picture of one, or the message it came in. */
const EXTENSIONS = [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS];

/** An announcement as a notice names it. */
export interface KeptAnnouncement {
  readonly sha256: string;
  readonly name: string;
}

/** Keeps an announcement whole: the given file, or one chosen in the dialog. */
export async function keepAnnouncement(ports: Ports, given?: ChosenFile): Promise<KeptAnnouncement | undefined> {
  const [chosen] = given
    ? [given]
    : await ports.files.choose({
        title: { zh: '选择公告文件或截图', en: 'Choose the announcement or a picture of it' },
        extensions: EXTENSIONS,
      });
  return chosen && keep(ports, chosen);
}

/** The announcement of a notice that is being registered: pasted words are kept as a file of their own. */
export function announcedText(ports: Ports, given: NonNullable<NoticeInput['announcement']>): KeptAnnouncement {
  if (given.kind === 'text') return keep(ports, { name: '公告.txt', bytes: new TextEncoder().encode(given.text) });
  if (!ports.store.attachments.get(given.sha256)) throw unknownThing({ zh: '这份公告', en: 'announcement' });
  return { sha256: given.sha256, name: given.name };
}

function keep(ports: Ports, { name, bytes }: ChosenFile): KeptAnnouncement {
  if (bytes.length === 0 || bytes.length > LARGEST) throw unkeepable(name);
  const sha256 = sha256Hex(bytes);
  const mediaType = name.endsWith('.txt') ? 'text/plain' : 'application/octet-stream';
  ports.store.attachments.keep({ sha256, name, mediaType, bytes, at: ports.now().toISOString() });
  return { sha256, name };
}

const unkeepable = (name: string): Refusal =>
  new Refusal(
    'announcement-size',
    { zh: `“${name}”是空文件或超过 50 MB，没有存入。`, en: `“${name}” is empty or over 50 MB; nothing was stored.` },
    { zh: '请改用截图，或粘贴公告文字。', en: 'Use a picture of it instead, or paste its words.' },
  );
