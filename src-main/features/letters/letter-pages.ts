import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { SealChoice } from '../../contract/letters.ts';
import type { FilledLetter } from '../../letter/filled.ts';
import { formById } from '../../letter/forms.ts';
import { isReady } from '../../letter/problem.ts';
import type { LetterValues } from '../../letter/template.ts';
import type { FinishOptions } from '../../pdf/finish/finish.ts';
import type { Zone } from '../../pdf/typeset/links.ts';
import { filledOf, type Letter } from './letter-records.ts';
import { fillOwnForm, ownFormOf } from './own-forms.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';

/** A letter as a file: a finished PDF, or the provider's own file with the values in it. */
export interface MadeLetter {
  readonly bytes: Uint8Array;
  readonly format: 'pdf' | 'docx';
  /** 0 for a Word file. */
  readonly pages: number;
  readonly zones: readonly Zone[];
  readonly paper: FilledLetter;
}

/** Where a seal goes on a provider's PDF, which marks no place for it: the lower right of the last page. */
const ASSUMED_ZONE = { left: 130, bottom: 45, width: 50, height: 50 } as const;

/** Makes the file as it stands now, blanks and all: for looking at. */
export async function madeOf(ports: Ports, letter: Letter, seal: SealChoice): Promise<MadeLetter> {
  const paper = filledOf(ports.store, letter);
  const own = ownFormOf(ports.store, letter.body.templateId);
  if (own) {
    const { bytes, pages } = await fillOwnForm(ports, own, paper.values);
    const zones = own.format === 'pdf' ? [{ zone: 'assumed', page: pages, box: ASSUMED_ZONE }] : [];
    return { bytes, format: own.format, pages, zones, paper };
  }
  const { bytes, pages, zones } = await paperToPdf(ports, paper, {
    fingerprint: paper.fingerprint,
    author: authorOf(paper),
    attachment: { name: 'letter.json', json: JSON.stringify(printedValues(letter, paper), undefined, 2) },
    ...guides(seal),
  });
  return { bytes, format: 'pdf', pages, zones, paper };
}

/** The values that go with the paper, in the file and in what is recorded of it: none of those that it does not print. */
export function printedValues({ body }: Letter, { values }: Pick<FilledLetter, 'values'>): LetterValues {
  const kept = new Set(
    (formById(body.templateId)?.fields ?? []).flatMap(({ key, unprinted }) => (unprinted ? key : [])),
  );
  return Object.fromEntries(Object.entries(values).filter(([key]) => !kept.has(key)));
}

/** The same, refusing what still has errors in it. */
export function readyOf(ports: Ports, letter: Letter, seal: SealChoice): Promise<MadeLetter> {
  const paper = filledOf(ports.store, letter);
  if (!isReady(paper.problems)) throw notReady(paper);
  return madeOf(ports, letter, seal);
}

/** The same, and a PDF: what can be printed, sealed and signed here. */
export async function readyPdf(ports: Ports, letter: Letter, seal: SealChoice): Promise<MadeLetter> {
  if (ownFormOf(ports.store, letter.body.templateId)?.format === 'docx') throw onlyWord();
  return readyOf(ports, letter, seal);
}

function guides({ guides: wanted, seam, shape, offset }: SealChoice): Pick<FinishOptions, 'guides'> {
  return {
    guides: {
      seal: wanted ? shape : undefined,
      seam: wanted && seam ? shape : undefined,
      ...(offset ? { offset } : {}),
    },
  };
}

/** The company that the letter is filled for stands as its author. */
function authorOf({ values }: FilledLetter): string {
  const name = values['companyName'];
  return typeof name === 'string' ? name : '';
}

function notReady(paper: FilledLetter): Refusal {
  const wrong = paper.problems.filter(({ severity }) => severity === 'error');
  return new Refusal(
    'letter-not-ready',
    sentence('letters.letter-pages.letter-not-ready', {
      title: paper.title,
      n: wrong.length,
      what: wrong.map(({ message }) => message),
    }),
    sentence('letters.letter-pages.letter-not-ready.next'),
  );
}

function onlyWord(): Refusal {
  return new Refusal(
    'form-is-word',
    sentence('letters.letter-pages.form-is-word'),
    sentence('letters.letter-pages.form-is-word.next'),
  );
}
