import { z } from 'zod';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { Output } from '../../contract/index.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { putSetting, readSetting, type Setting } from '../../kernel/papers/settings.ts';
import { DEMO, isDemo } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { type AgendaItem, OPEN_KINDS } from '../../term/agenda/agenda.ts';
import { calendarFile, type Exported } from '../../term/agenda/ics.ts';

/** What calendar files told so far, by item: so that a later file can call off what is no longer to be done. */
export const CALENDAR_TOLD: Setting<Exported> = {
  name: SETTINGS.agenda.calendarTold,
  schema: z.record(
    z.string(),
    z.strictObject({
      sequence: z.int().min(0),
      day: z.string(),
      title: z.string(),
      cancelled: z.literal(true).exactOptional(),
    }),
  ),
};

const NAMES = { agenda: sentence('agenda.calendar.name'), notices: sentence('agenda.calendar.notices') } as const;

/**
 * Saves items as a calendar file. Of what earlier files told, what is done, withdrawn or no longer due is called off; what is only not
 * chosen this time stays as it is.
 * @param agenda all items with what the person said about them
 */
export async function saveCalendar(
  ports: Ports,
  agenda: readonly AgendaItem[],
  wish: { readonly chosen: (id: string) => boolean; readonly of: keyof typeof NAMES; readonly language: Language },
): Promise<Output<'agenda.calendar'>> {
  const { store, files, now } = ports;
  const open = new Set(agenda.filter(({ done }) => done === undefined).map(({ id }) => id));
  // What has no day by its nature is not left out: there is nothing of it to put into a calendar.
  const items = agenda.filter(({ id, kind, date }) => wish.chosen(id) && (date.known || !OPEN_KINDS.has(kind)));
  const { text, leftOut, exported } = calendarFile(items, {
    now: now().toISOString(),
    language: wish.language,
    before: readSetting(store, CALENDAR_TOLD) ?? {},
    stillOpen: (id) => open.has(id),
    ...(isDemo(ports) ? { mark: DEMO } : {}),
  });
  const name = fileName({ paper: say(NAMES[wish.of], wish.language), day: beijingToday(now()) }, 'ics');
  const saved = await files.save({ name, bytes: new TextEncoder().encode(text) });
  if (saved === undefined) return undefined;
  putSetting(ports, CALENDAR_TOLD, exported);
  return { fileName: saved, leftOut: leftOut.length };
}
