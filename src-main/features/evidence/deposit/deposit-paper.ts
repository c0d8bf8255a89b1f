import { beijingTime } from '../../../agreement/beijing-time.ts';
import { type Language, say, type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { DepositWay } from '../../../contract/evidence/deposits.ts';
import type { ChainHead } from '../../../ledger/entry.ts';
import { fieldToWrite, type Paper } from '../../../pdf/paper.ts';
import { certificatePaper } from '../../../pdf/typeset/record.ts';

export interface DepositSheet {
  readonly way: DepositWay;
  readonly head: ChainHead;
  /** When the newest entry was written, and when this sheet was made: UTC ISO. */
  readonly written: string;
  readonly made: string;
  readonly company: string;
  readonly by: string;
  readonly to: string;
}

/** A name from the middle of a sentence as it stands by itself. */
const withCapital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The sheet by which the ledger's hash is handed over: what it is, what having it shows, and where its taker signs. */
export function depositPaper({ way, head, written, made, company, by, to }: DepositSheet, language: Language): Paper {
  const word = (text: Sentence): string => say(text, language);
  const row = (label: Sentence, value: string) => ({ label: word(label), value });
  const sheet = certificatePaper({
    title: word(sentence('court.deposit.title')),
    subtitle: withCapital(word(sentence(`court.way.${way}`))),
    language,
    standing: word(sentence('court.deposit.standing')),
    sections: [
      {
        heading: word(sentence('court.deposit.what')),
        fields: [
          row(sentence('court.deposit.company'), company),
          row(
            sentence('court.deposit.entries'),
            word(sentence('court.deposit.entries-are', { sequence: head.sequence })),
          ),
          row(sentence('court.deposit.written'), word(beijingTime(written))),
          row(sentence('court.deposit.made'), word(beijingTime(made))),
          ...(to === '' ? [] : [row(sentence('court.deposit.to'), to)]),
          row(sentence('court.deposit.by'), by),
        ],
        sentences: [word(sentence('court.deposit.hash', { sequence: head.sequence })), head.hash],
      },
      {
        heading: word(sentence('court.deposit.meaning')),
        sentences: [
          word(sentence('court.deposit.means')),
          word(sentence(way === 'print' ? 'court.deposit.means-not-own' : 'court.deposit.means-not')),
          word(sentence(`court.deposit.asks.${way}`)),
        ],
      },
    ],
    signature: {
      label: word(sentence('court.deposit.depositor')),
      name: company,
      date: '',
      signatory: { label: word(sentence('court.deposit.clerk')), name: by },
      // A notary seals what it takes: with as much room as the depositor has.
      ...(way === 'notary' ? { beside: { label: word(sentence('court.deposit.taker')), name: to } } : {}),
    },
  });
  return {
    ...sheet,
    blocks: [...sheet.blocks, ...TO_WRITE[way].map((label) => fieldToWrite(word(label)))],
  };
}

/** What is written by hand once it was taken: a platform signs nothing, it gives a number and a time. */
const TO_WRITE: Readonly<Record<DepositWay, readonly Sentence[]>> = {
  timestamp: [],
  mail: [],
  notary: [sentence('court.deposit.taken-by'), sentence('court.deposit.deed-number')],
  'court-chain': [
    sentence('court.deposit.platform'),
    sentence('court.deposit.chain-number'),
    sentence('court.deposit.chain-time'),
  ],
  print: [
    sentence('court.deposit.archivist'),
    sentence('court.deposit.archive-number'),
    sentence('court.deposit.archived-on'),
  ],
};
