import { beforeAll, describe, expect, it } from 'vitest';
import { decodePicture } from '../../../../src-main/picture/decode.ts';
import { readSheet } from '../../../../src-main/pdf/scan/sheet-reading.ts';
import { judge, type Verdict } from '../../../../src-main/pdf/scan/verdict.ts';
import { has } from '../paper-tools.ts';
import { type Case, caseOf, type Kind, KINDS, printOf, type Prints } from './cases.ts';

/** Case numbers from 0 with ASSENT_SCANS=200; ordinarily a few kinds that differ most, as coarse as scans are. */
const ALL = Number(process.env['ASSENT_SCANS'] ?? 0);
const FEW: readonly Kind[] = ['good-seam', 'no-seal', 'red-words-in-zone', 'half-seal', 'page-missing'];
const NUMBERS = ALL > 0 ? Array.from({ length: ALL }, (_, number) => number) : FEW.map((kind) => KINDS.indexOf(kind));
const COUNT = NUMBERS.length;
const LEAST_RIGHT = 0.98;

const verdictOf = ({ sheets, print }: Case): Verdict =>
  judge(
    sheets.map((bytes, index) => readSheet(decodePicture(bytes, `${index}.jpg`), [print]).reading),
    [print],
  );

const isRight = ({ overall, named }: Case, verdict: Verdict): boolean =>
  overall.includes(verdict.overall) &&
  named.every((wanted) =>
    verdict.checks.some((check) =>
      Object.entries(wanted).every(([key, value]) => check[key as keyof typeof check] === value),
    ),
  );

describe.skipIf(!has('pdftoppm'))('simulated scans whose answer is known (drawn by poppler)', () => {
  let prints: Prints;
  beforeAll(async () => {
    const [short, long, other] = [await printOf(1, '甲'), await printOf(3, '乙'), await printOf(1, '丙')];
    prints = { short, long, other };
  }, 120_000);

  it(
    `${COUNT} scans: at least ${LEAST_RIGHT * 100} % are judged right, and none is called complete that is not`,
    () => {
      const wrong: string[] = [];
      const falselyComplete: string[] = [];
      for (const number of NUMBERS) {
        const scan = caseOf(number, prints, ALL === 0);
        const verdict = verdictOf(scan);
        const said = `${scan.name}: ${verdict.overall}`;
        if (!isRight(scan, verdict)) wrong.push(said);
        if (verdict.overall === 'complete' && !scan.overall.includes('complete')) falselyComplete.push(said);
      }
      expect(falselyComplete).toEqual([]);
      if (wrong.length > 0) console.log(`${COUNT - wrong.length} of ${COUNT} right; not: ${wrong.join('; ')}`);
      expect(wrong.length).toBeLessThanOrEqual(Math.floor(COUNT * (1 - LEAST_RIGHT)));
    },
    120 * 60_000,
  );
});
