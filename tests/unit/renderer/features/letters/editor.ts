import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LetterField, LetterView } from '../../../../../src-main/contract/letters.ts';
import LetterEditor from '../../../../../src-renderer/features/letters/LetterEditor.svelte';
import { anId } from '../../given/agreements.ts';
import type { Answers, Double } from '../../given/double.ts';
import { aLetter, somePages } from '../../given/letters.ts';
import { show } from '../../given/page.ts';
import { aCompany } from '../../given/settings.ts';

/** What the editor told the page around it since it was shown: how often its letter was removed, and which others it began. */
export const told = { removed: 0, started: [] as string[] };

/** Shows the editor of a letter whose answers are kept as they are filled in. A test that uses it draws PDFs by the double. */
export async function editor(
  letter: LetterView,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> {
  told.removed = 0;
  told.started = [];
  let kept = letter;
  const props = {
    letterId: anId(21),
    onremoved: () => void (told.removed += 1),
    onstart: (templateId: string) => void told.started.push(templateId),
  };
  const all: Answers = {
    'settings.companies': () => [aCompany(), aCompany({ id: anId(62), name: 'Second Ferries' })],
    'letters.open': () => kept,
    'letters.fill': ({ values, companyId }) =>
      (kept = { ...kept, values, ...(companyId === undefined ? {} : { companyId }) }),
    'letters.preview': somePages,
    'letters.printers': () => [],
    'letters.scans': () => [],
    ...answers,
  };
  return show(LetterEditor, props, all, wish);
}

export const aField = (key: string, more: Partial<LetterField> = {}): LetterField => ({
  key,
  label: asWritten(`Field ${key}`),
  kind: 'text',
  required: false,
  ...more,
});
export const filled = (more: Partial<LetterView> = {}): LetterView =>
  aLetter({ companyId: anId(61), fields: [aField('subject')], values: { subject: 'Storage' }, ...more });
