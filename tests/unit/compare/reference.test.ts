import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AgreementDocument } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import {
  chooseDocuments,
  compareAgreements,
  type WithAnnexes,
  withAnnexes,
} from '../../../src-main/compare/agreements.ts';
import { applyEdits } from '../../../src-main/compare/redline/redline.ts';
import { resembles, shinglesOf } from '../../../src-main/compare/align/resemblance.ts';
import { importSource } from '../../../src-main/import/source.ts';

const SEED = new URL('../../../../shared/seeds/000_c1edf32bc832e745.txt', import.meta.url);
/** Places of the two versions of the line agreement and of the letters that are their annexes. */
const [V1, V2, LETTER1, LETTER2, SLA] = [2, 5, 3, 6, 1];

async function documents(): Promise<readonly AgreementDocument[]> {
  return read(await importSource(readFileSync(SEED), 'seed.txt')).documents;
}

// The reference dump is not part of the project; it lies beside the checkout where there is one.
describe.skipIf(!existsSync(SEED))('the two versions of the line agreement', async () => {
  const all = existsSync(SEED) ? await documents() : [];
  const version = (index: number): WithAnnexes => withAnnexes(all, index) as WithAnnexes;
  const comparison = existsSync(SEED) ? compareAgreements(version(V1), version(V2)) : undefined;

  test('nine edits, grouped as a reader marks them', () => {
    const edits = comparison?.changes.flatMap((change) =>
      change.edits.map((edit) => [change.new?.number, edit.old, edit.new]),
    );
    expect(edits).toEqual([
      [undefined, '', '跨境云专线'],
      [undefined, '', '_'],
      [undefined, '全球加速2.0_', ''],
      [undefined, '', '带宽包'],
      ['4.13', '以上', '以下'],
      ['6.1', '向', '对'],
      ['四', '管理', ''],
      ['四', '严肃', '严责'],
      ['四', '方', ''],
    ]);
  });

  test('nothing else but emphasis and layout: no clause came, went, moved or was renumbered', () => {
    expect(comparison?.summary).toEqual({ added: 0, removed: 0, changed: 5, moved: 0, renumbered: 0, emphasis: 2 });
    const layout = comparison?.changes.filter(({ kind }) => kind === 'emphasis');
    expect(layout?.map(({ new: next, material }) => [next?.number, material])).toEqual([
      ['3.1', false],
      ['附件1', false],
    ]);
  });

  test('the edits turn the first version into the second', () => {
    for (const { old, new: next, edits, layout } of comparison?.changes ?? [])
      expect(applyEdits(old?.text ?? '', [...edits, ...layout])).toBe(next?.text);
  });

  test('the other way round the same edits, exchanged', () => {
    const back = compareAgreements(version(V2), version(V1));
    expect(back.summary).toEqual(comparison?.summary);
  });

  test('the second version looks like the next of the first, the letter like the letter, the SLA like none', () => {
    const candidates = all.map(({ title, kind, provider, ...rest }, index) => ({
      id: String(index),
      title,
      kind,
      shingles: shinglesOf(rest),
      ...(provider !== undefined && { provider }),
    }));
    const like = (index: number): string | undefined =>
      resembles(all[index] as AgreementDocument, candidates.slice(0, index))?.id;
    expect([like(V2), like(LETTER2), like(SLA)]).toEqual([String(V1), String(LETTER1), undefined]);
    expect(chooseDocuments(all, all.slice(V2))).toEqual({ old: V2, new: 0 });
  });
});
