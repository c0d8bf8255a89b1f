import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SKETCH_FORM } from '../../../../src-main/compare/align/resemblance.ts';
import { proposals } from '../../../../src-main/features/import/proposals.ts';
import { makeSketches } from '../../../../src-main/kernel/reading/sketches.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

/** What an import review of all own newest versions would be proposed, and how many documents were parsed for it. */
function proposed() {
  const { agreements } = desk.store;
  const newest = agreements.ownAgreements().flatMap(({ id }) => {
    const version = agreements.versionsOf(id).at(-1);
    const document = version && agreements.document(version.id);
    return document ? [{ ...document, fingerprint: '0'.repeat(64) }] : [];
  });
  const parsing = vi.spyOn(agreements, 'document');
  const found = proposals(desk.store, newest, desk.now.toISOString());
  const parsed = parsing.mock.calls.length;
  parsing.mockRestore();
  return { found, parsed, newest };
}

describe('what likeness is worked out from', () => {
  test('is kept with every version that is saved: an import review parses none of them', () => {
    const { found, parsed, newest } = proposed();
    expect(parsed).toBe(0);
    expect(newest.length).toBeGreaterThan(3);
    expect(found.map(({ resembles }) => resembles?.likeness)).toEqual(newest.map(() => 1));
  });

  test('is made once where a version has none, and proposes the same', () => {
    const before = proposed();
    vi.spyOn(desk.store.agreements.sketches, 'ofNewest').mockImplementationOnce((form) =>
      desk.store.agreements.sketches.ofNewest(form + 1),
    );
    const without = proposed();
    expect(without.parsed).toBe(before.newest.length);
    expect(without.found).toEqual(before.found);
    expect(proposed().parsed).toBe(0);
  });

  test('names the agreement as every screen does, whatever title its newest text bears', async () => {
    const { id } = desk.agreement('跨域专线服务协议');
    await desk.handlers['library.rename']({ agreementId: id, title: '我们的专线' });
    const { found } = proposed();
    expect(found.flatMap(({ resembles }) => (resembles?.agreementId === id ? resembles.title : []))).toEqual([
      '我们的专线',
    ]);
  });

  test('is made beside the work for a library that has none, until it is told to stop', async () => {
    const { sketches, agreements } = { sketches: desk.store.agreements.sketches, agreements: desk.store.agreements };
    const own = agreements.ownAgreements().length;
    expect(sketches.missing(SKETCH_FORM)).toEqual([]);
    expect(sketches.missing(SKETCH_FORM + 1)).toHaveLength(own);
    const missing = vi.spyOn(sketches, 'missing').mockImplementation(() => agreements.versions().map(({ id }) => id));
    const put = vi.spyOn(sketches, 'put');
    let asked = 0;
    await makeSketches(desk.store, () => (asked += 1) <= 2);
    expect(put).toHaveBeenCalledTimes(2);
    missing.mockRestore();
  });
});
