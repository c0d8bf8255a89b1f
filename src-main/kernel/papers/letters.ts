import { z } from 'zod';
import { asWritten, type Language, LANGUAGES, type Sentence, sentence, words } from '../../agreement/sentence.ts';
import type { LetterOutput, LetterView } from '../../contract/letters.ts';
import { formById } from '../../letter/forms.ts';
import type { LetterValues } from '../../letter/template.ts';
import type { Zone } from '../../pdf/typeset/links.ts';
import type { Store } from '../../store/store.ts';
import { PAPERS, TEMPLATES } from '../stored-names.ts';
import { hash } from './members.ts';
import { type Paper, type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';

/** An output as it is kept: with the seal zones, where a second signature is to be seen. */
export interface KeptOutput extends LetterOutput {
  readonly zones?: readonly Zone[];
}

/** A letter as it is kept. */
export interface KeptLetter {
  readonly templateId: string;
  readonly title: string;
  readonly companyId?: string;
  /** The agreement that it is about, as a person or the record that it was begun for says. */
  readonly agreementId?: string;
  /** Absent: Chinese. */
  readonly language?: Language;
  readonly values: LetterValues;
  readonly outputs: readonly KeptOutput[];
}

export type LetterState = LetterView['state'];
export type Letter = Paper<KeptLetter, LetterState>;

const box = z.strictObject({ left: z.number(), bottom: z.number(), width: z.number(), height: z.number() });

const signature = z.strictObject({
  name: z.string(),
  selfIssued: z.boolean(),
  timestamp: z.strictObject({ at: z.string(), authority: z.string() }).exactOptional(),
});

const output = z.strictObject({
  sha256: hash,
  name: z.string(),
  at: z.string(),
  kind: z.enum(['pdf', 'signed', 'electronic-copy', 'filled-form']),
  pages: z.number(),
  fingerprint: z.string().exactOptional(),
  signatures: z.array(signature).exactOptional(),
  zones: z.array(z.strictObject({ zone: z.string(), page: z.number(), box })).exactOptional(),
});

export const LETTER: PaperKind<KeptLetter, LetterState> = {
  name: PAPERS.letters.letter,
  noun: sentence('kernel.papers.letter'),
  feature: 'letters',
  states: ['draft', 'exported', 'signed', 'sealed'],
  shape: shape(
    z.strictObject({
      templateId: z.string(),
      title: z.string(),
      companyId: z.string().exactOptional(),
      agreementId: z.string().exactOptional(),
      language: z.enum(LANGUAGES).exactOptional(),
      values: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
      outputs: z.array(output),
    }),
  ),
  called: ({ body }) => body.title,
  removal: {
    what: 'letter',
    entries: { removed: 'letter-removed', restored: 'letter-restored' },
    entry: ({ id, body }) => ({ subject: `letter:${id}`, payload: { title: body.title } }),
    changed: ['letters', 'rights'],
    needs: ({ body: { templateId } }) =>
      templateId.startsWith(TEMPLATES.ownForm) ? [templateId.slice(TEMPLATES.ownForm.length)] : [],
  },
};

/**
 * What screens call a letter. One of our forms is called by the title on its paper in the language of the paper, in another by the
 * form's own name. What a provider published is called by its title in every language.
 */
export function letterName({
  templateId,
  title,
  language = 'zh',
}: Pick<KeptLetter, 'templateId' | 'title' | 'language'>): Sentence {
  const form = formById(templateId);
  if (!form) return asWritten(title);
  const name = words(form.name);
  // The paper's title with its capitals is the same name: one list has it once.
  return name[language].toLowerCase() === title.toLowerCase() ? name : { ...name, [language]: title };
}

/** Letters, whichever feature started them. */
export const letterPapers = (store: Store): Repository<KeptLetter, LetterState> => repository(store, LETTER);
