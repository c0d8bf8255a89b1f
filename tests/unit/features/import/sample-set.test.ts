import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type Sentence, type Words } from '../../../../src-main/agreement/sentence.ts';
import type { AgreementSummary } from '../../../../src-main/contract/library.ts';
import type { VersionView } from '../../../../src-main/contract/review.ts';
import { AppUnderTest, samples } from '../../kernel/ports.ts';

const SAMPLE_MARK = { zh: '（示例）', en: '(Sample)' } as const;

/** What a person is to meet when trying the product. */
const KINDS = ['liability-cap', 'damages-exclusion', 'liability-exclusion', 'liquidated-damages', 'suspension'].map(
  (kind) => `names.tag.${kind}`,
);
const FACTS = ['change-notice', 'late-fee', 'availability', 'credit-tier', 'claim-closes', 'vat-rate', 'court'].map(
  (kind) => `names.fact.${kind}`,
);
const keyOf = (label: Sentence | Words): string => ('key' in label ? label.key : label.en);

let desk: AppUnderTest;
afterEach(() => desk.end());

describe.each(LANGUAGES)('the sample set in %s', (language) => {
  async function taken(): Promise<readonly AgreementSummary[]> {
    desk = new AppUnderTest();
    desk.language = language;
    await desk.handlers['import.sample']({});
    return (await desk.handlers['library.list']({})).agreements;
  }

  it('is stored at once: every file is marked as a sample, and nothing waits to be checked', async () => {
    const agreements = await taken();
    expect(samples(language)).toHaveLength(4);
    expect(agreements).toHaveLength(4);
    for (const { title } of agreements) expect(title).toContain(SAMPLE_MARK[language]);
    expect((await desk.handlers['library.list']({})).pending).toEqual([]);
  });

  it('shows what the product is for: key clauses, facts, an annex, and a second version', async () => {
    const agreements = await taken();
    const versions = agreements.flatMap((agreement) => agreement.versions.map(({ id }) => id));
    const views: VersionView[] = [];
    for (const versionId of versions) views.push(await desk.handlers['review.open']({ versionId }));
    const kinds = new Set(
      views.flatMap(({ reasons }) => Object.values(reasons).flat()).map(({ label }) => keyOf(label)),
    );
    const facts = new Set(views.flatMap((view) => view.facts).map(({ label }) => keyOf(label)));
    expect([...kinds]).toEqual(expect.arrayContaining([...KINDS]));
    expect([...facts]).toEqual(expect.arrayContaining([...FACTS]));
    expect(agreements.some(({ annexOf }) => annexOf !== undefined)).toBe(true);
    expect(agreements.some((agreement) => agreement.versions.length === 2)).toBe(true);
    const line = agreements.find((agreement) => agreement.versions.length === 2);
    const { impact } = await desk.handlers['compare.open']({
      oldVersionId: line?.versions[0]?.id ?? '',
      newVersionId: line?.versions[1]?.id ?? '',
    });
    expect(impact.length).toBeGreaterThanOrEqual(5);
  });
});
