import { call } from '../../kernel/client.svelte.ts';
import { attempt, tell } from '../../kernel/failures.svelte.ts';
import { i, t } from '../../kernel/preferences.svelte.ts';

interface Way {
  readonly words: string;
  readonly act: () => Promise<void>;
}

/** How a list of to-dos leaves the app: as a calendar, as a file, on paper. */
export function waysOut(items: string[]): readonly Way[] {
  return [
    { words: t('agenda.ics'), act: () => calendar(items) },
    { words: t('agenda.pdf'), act: () => pdf(items) },
    { words: t('agenda.print'), act: () => print(items) },
  ];
}

async function calendar(items: string[]): Promise<void> {
  const saved = await attempt(() => call('agenda.calendar', { items, language: i.language }));
  if (!saved) return;
  tell(
    saved.leftOut > 0
      ? t('agenda.savedWithout', { name: saved.fileName, count: saved.leftOut })
      : t('agenda.saved', { name: saved.fileName }),
  );
}

async function pdf(items: string[]): Promise<void> {
  const saved = await attempt(() => call('agenda.export', { items, language: i.language }));
  if (saved) tell(t('agenda.saved', { name: saved.fileName }));
}

async function print(items: string[]): Promise<void> {
  await attempt(() => call('agenda.print', { items, language: i.language }));
}
