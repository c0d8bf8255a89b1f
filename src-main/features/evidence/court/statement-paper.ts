import { isBefore, type StampFact } from '../../../acceptance/certificate-proof.ts';
import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import { identityWords, INTEGRITY_WORDS, timeWords } from '../../../ledger/integrity/verdict-words.ts';
import type { Identity, TimeSource } from '../../../ledger/verdict.ts';
import type { Paper, PaperBlock } from '../../../pdf/paper.ts';
import { certificatePaper } from '../../../pdf/typeset/record.ts';
import { unitSignature } from '../unit-signature.ts';
import { type Criterion, rulesOfProof, type StatementFacts } from './statement.ts';

/** The paper on the electronic data of a pack: what one verification found, held against the criteria of the law, and how to repeat it. */
export function statementPaper(of: string, facts: StatementFacts, language: Language): Paper {
  const { company, at, verdict, entries } = facts;
  const word = (text: Sentence): string => say(text, language);
  const row = (label: Sentence, value: Sentence) => ({ label: word(label), value: word(value) });
  const head = entries.at(-1);
  const front = certificatePaper({
    title: word(sentence('court.statement.title')),
    subtitle: of,
    language,
    standing: word(sentence('court.statement.standing', { company, at: beijingTime(at), count: verdict.checked })),
    sections: [
      {
        heading: word(sentence('court.statement.result')),
        fields: [
          row(sentence('court.statement.when'), beijingTime(at)),
          row(sentence('court.statement.scope'), sentence('court.statement.scope-all', { count: verdict.checked })),
          row(sentence('court.statement.intact'), INTEGRITY_WORDS[verdict.integrity]),
          row(sentence('court.statement.vouched'), vouchedWords(verdict.identity)),
          row(sentence('court.statement.time'), timeWords(verdict.time, stampedWords(verdict.time, facts.stamps))),
          ...(head
            ? [row(sentence('court.statement.end'), sentence('court.statement.place', { sequence: head.sequence }))]
            : []),
        ],
        sentences: [
          ...(head ? [head.hash] : []),
          ...verdict.faults.map(({ text }) => word(sentence('court.statement.fault', { text }))),
        ],
      },
    ],
  });
  return {
    ...front,
    blocks: [
      ...front.blocks,
      ...rulesOfProof(facts).flatMap(({ heading, criteria }): readonly PaperBlock[] => [
        { kind: 'heading', level: 1, runs: [{ text: word(heading) }] },
        {
          kind: 'table',
          header: [
            word(sentence('court.statement.columns.law')),
            word(sentence('court.statement.columns.shows')),
            word(sentence('court.statement.columns.leaves')),
          ],
          rows: criteria.map((criterion) => cells(criterion, language)),
          widths: [24, 40, 36],
        },
      ]),
      { kind: 'heading', level: 1, runs: [{ text: word(sentence('court.statement.repeat')) }] },
      ...[1, 2, 3].map((step): PaperBlock => ({
        kind: 'item',
        number: `${step}.`,
        runs: [{ text: word(sentence(`court.statement.repeat-${step as 1 | 2 | 3}`)) }],
      })),
      { kind: 'signature', zone: 'seal-statement', ...unitSignature(company, language) },
    ],
  };
}

/** A paper for a court says what is missing, and not what might have been done. */
const vouchedWords = (identity: Identity): Sentence =>
  identity.known === 'unsigned' ? sentence('court.statement.vouched-by-none') : identityWords(identity);

/**
 * Whom the company trusts is not what a court goes by: whether a stamp counts is told beside the criteria. One that is of a time before its
 * entry was recorded does not agree with the ledger in its time; it is told here where this authority made no other.
 */
function stampedWords({ authority = '—' }: TimeSource, stamps: readonly StampFact[]): Sentence {
  const own = stamps.filter((stamp) => stamp.authority === authority);
  const [early] = own;
  if (!early || !own.every(isBefore)) return sentence('court.statement.stamp-verified', { authority });
  const { sequence, at, written } = early;
  return sentence('court.statement.stamp-verified-before', {
    ...{ authority, sequence, at: beijingTime(at), written: beijingTime(written) },
  });
}

function cells({ law, shows, leaves }: Criterion, language: Language): readonly string[] {
  const said = (sentences: readonly Sentence[], otherwise: Sentence): string =>
    sentences.length === 0 ? say(otherwise, language) : sentences.map((text) => say(text, language)).join('\n');
  return [
    say(law, language),
    said(shows, sentence('court.statement.shows-nothing')),
    said(leaves, sentence('court.statement.leaves-nothing')),
  ];
}
