import { readFileSync } from 'node:fs';
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
import { references } from '../../fixtures/references.ts';

/** Places of the two versions of the line agreement and of the letters that are their annexes. */
const [V1, V2, LETTER1, LETTER2, SLA] = [2, 5, 3, 6, 1];

async function documents(path: string): Promise<readonly AgreementDocument[]> {
  return read(await importSource(readFileSync(path), 'dump.txt')).documents;
}

describe.each(references)('the two versions of the line agreement: $name', async (reference) => {
  const all = await documents(reference.path);
  const version = (index: number): WithAnnexes => withAnnexes(all, index) as WithAnnexes;
  const comparison = compareAgreements(version(V1), version(V2));

  test('nine edits, grouped as a reader marks them', () => {
    const edits = comparison.changes.flatMap((change) =>
      change.edits.map((edit) => [change.new?.number, edit.old, edit.new]),
    );
    expect(edits).toEqual(reference.edits);
  });

  test('nothing else but emphasis and layout: no clause came, went, moved or was renumbered', () => {
    expect(comparison.summary).toEqual({ added: 0, removed: 0, changed: 5, moved: 0, renumbered: 0, emphasis: 2 });
    const layout = comparison.changes.filter(({ kind }) => kind === 'emphasis');
    expect(layout?.map(({ new: next, material }) => [next?.number, material])).toEqual([
      ['3.1', false],
      ['附件1', false],
    ]);
  });

  test('the edits turn the first version into the second', () => {
    for (const { old, new: next, edits, layout } of comparison.changes)
      expect(applyEdits(old?.text ?? '', [...edits, ...layout])).toBe(next?.text);
  });

  test('the other way round the same edits, exchanged', () => {
    const back = compareAgreements(version(V2), version(V1));
    expect(back.summary).toEqual(comparison.summary);
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
