/**
 * Reading at the sizes people have: the twin of the reference dump (and the dump itself where it
 * stands beside the checkout), an English agreement of 315 KB, and
 * the growth of the time with the length up to 5 MB. Ratios are to the plainest pass over the same text: its lines split,
 * each hashed once.
 */
import { createHash } from 'node:crypto';
import { outline } from '../../src-main/agreement/structure/outline.ts';
import { read } from '../../src-main/agreement/read.ts';
import { repair } from '../../src-main/agreement/repair/repair.ts';
import { split } from '../../src-main/agreement/documents/split-documents.ts';
import { readText } from '../../src-main/import/text/text.ts';
import { references } from '../fixtures/references.ts';

const ROUNDS = 5;

function medianMs(work: () => unknown, rounds = ROUNDS): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  }
  return Number((times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0).toFixed(1));
}

/** An English agreement of about `length` characters: sections, clauses, items. */
function englishAgreement(length: number): string {
  const lines = [
    'MASTER SERVICES AGREEMENT',
    '',
    'This Agreement is between Example Hosting Ltd ("Example") and you.',
    '',
  ];
  let written = 0;
  for (let section = 1; written < length; section += 1) {
    const own = [`${section}. Section Number ${section}`, ''];
    for (let clause = 1; clause <= 6; clause += 1)
      own.push(
        `${section}.${clause} Payment. The Customer shall pay all fees for the services within ${20 + clause} days of the date of the invoice, including taxes, and Example may suspend the services when an invoice stays unpaid for longer than that:`,
        `(a) fees under order form ${section * clause}, which fall due in advance;`,
        '(b) taxes and duties; and',
        '(c) interest at the rate that the law allows.',
        '',
      );
    lines.push(...own);
    written += own.join('\n').length;
  }
  return lines.join('\n');
}

function structure(text: string): void {
  for (const part of split(repair(readText(text, 'utf-8')).passages)) outline(part);
}

const plainest = (text: string): void => {
  for (const line of text.split('\n')) createHash('sha256').update(line).digest('hex');
};

export default async function bench(): Promise<Record<string, unknown>> {
  const agreement = englishAgreement(315_000);
  const whole = (text: string): unknown => read(readText(text, 'utf-8'));
  const growth = [0.315, 1.25, 5].map((megabytes) => {
    const text = englishAgreement(megabytes * 1_000_000);
    const structureMs = medianMs(() => structure(text), 3);
    return { megabytes, structureMs, msPerMegabyte: Number((structureMs / megabytes).toFixed(1)) };
  });
  const agreementMs = medianMs(() => whole(agreement), 3);
  return Promise.resolve({
    name: 'reading',
    dumps: references.map(({ name, text }) => ({
      name,
      wholeMs: medianMs(() => whole(text)),
      structureMs: medianMs(() => structure(text)),
    })),
    english315KB: {
      wholeMs: agreementMs,
      structureMs: medianMs(() => structure(agreement), 3),
      ratioToHashingLines: Number(
        (
          agreementMs /
          Math.max(
            medianMs(() => plainest(agreement), 3),
            0.1,
          )
        ).toFixed(1),
      ),
    },
    growth,
  });
}
