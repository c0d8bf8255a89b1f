import type { KeptFile } from '../../agreement/kept-file.ts';
import { say, sentence } from '../../agreement/sentence.ts';
import type { NoticeInput } from '../../contract/notices.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { preferences } from '../../kernel/preferences.ts';
import { keepFile } from '../../kernel/kept-files.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';

/** An announcement is kept whole, not read: a page, a picture of one, or the message it came in. */
const EXTENSIONS = [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS];

/** Keeps an announcement whole: the given file, or one chosen in the dialog. */
export async function keepAnnouncement(ports: Ports, given?: ChosenFile): Promise<KeptFile | undefined> {
  const [chosen] = given
    ? [given]
    : await ports.files.choose({
        title: sentence('notices.announcements.keep-announcement.title'),
        extensions: EXTENSIONS,
      });
  return chosen && keepFile(ports, chosen);
}

/** The announcement of a notice that is being registered: pasted words are kept as a file of their own. */
export function announcedText(ports: Ports, given: NonNullable<NoticeInput['announcement']>): KeptFile {
  if (given.kind === 'text') {
    const name = say(sentence('notices.announcements.file-name'), preferences(ports.store).language);
    return keepFile(ports, { name, bytes: new TextEncoder().encode(given.text) });
  }
  if (!ports.store.attachments.get(given.sha256)) throw unknownThing(sentence('notices.announcements.announced-text'));
  return { sha256: given.sha256, name: given.name };
}
