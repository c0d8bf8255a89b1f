import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../assets/messages/say.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { formerVersionWords } from '../../../../src-main/kernel/papers/letter-words.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** Which agreement a provider's commitment letter belongs to: the one that a person says, in every line; never itself. */

const LETTER = `专线使用承诺书

致：示例云通信有限公司：

本用户就所租用的专线承诺如下：

一、本用户只将线路用于内部系统之间的互联。

二、本用户不转租、不转售线路。

特此承诺。
`;
const AGREEMENT = (day: string) => `示例专线服务协议

服务提供方：示例云通信有限公司

${day}

第一条 服务
1.1 乙方向甲方提供专线服务。
第二条 期限
2.1 本协议有效期为十二个月。
`;

let app: AppUnderTest;
beforeEach(() => {
  app = new AppUnderTest();
});
afterEach(() => app.end());

/** A text that was read, kept as an agreement of its own, or as the next version of one. */
async function kept(title: string, text: string, agreementId?: string): Promise<{ id: string; agreementId: string }> {
  const outcome = await app.handlers['import.bytes']({
    name: `${title}.txt`,
    bytes: new TextEncoder().encode(text),
  });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const documents = [{ index: 0, title, ...(agreementId === undefined ? {} : { agreementId }) }];
  const [saved] = await app.handlers['import.confirm']({ sourceId, documents });
  if (!saved) throw new Error(`${title} was not kept`);
  return { id: saved.versionId, agreementId: saved.agreementId };
}

const begun = (versionId: string): Promise<LetterView> =>
  Promise.resolve(app.handlers['letters.start']({ templateId: `commitment:${versionId}` }));

/** As the page does it: what it was shown is kept before the agreement is chosen. */
async function tied({ id: letterId, values }: LetterView, agreementId: string): Promise<LetterView> {
  await app.handlers['letters.fill']({ letterId, values: values as Record<string, string> });
  return app.handlers['letters.tieAgreement']({ letterId, agreementId });
}

const belonging = ({ values }: LetterView) => [
  values['agreementTitle'] ?? '',
  values['agreementVersion'] ?? '',
  values['agreementFingerprint'] ?? '',
];

describe('a commitment letter that was brought in by itself', () => {
  test('belongs to no agreement until a person says to which, and says what is missing', async () => {
    const letter = await begun((await kept('专线使用承诺书', LETTER)).id);
    expect(belonging(letter)).toEqual(['', '', '']);
    expect(letter.agreementId).toBeUndefined();
    expect(letter.problems.map(({ field }) => field)).toContain('agreementTitle');
  });

  test('names title, version and fingerprint of the one that is chosen, and of the next one after a change of mind', async () => {
    const own = await kept('专线使用承诺书', LETTER);
    const first = await kept('示例专线服务协议', AGREEMENT('2026年3月5日'));
    const second = await kept('示例云专线附加协议', AGREEMENT('2026年4月6日').replace('十二个月', '六个月'));
    const letter = await begun(own.id);
    const print = ({ id }: { id: string }) => app.store.agreements.version(id)?.fingerprint;
    const one = await tied(letter, first.agreementId);
    expect(belonging(one)).toEqual(['示例专线服务协议', '2026年3月5日版', print(first)]);
    expect(belonging(await tied(one, second.agreementId))).toEqual([
      '示例云专线附加协议',
      '2026年4月6日版',
      print(second),
    ]);
  });

  test('still names the chosen one alone where the first was superseded meanwhile', async () => {
    const first = await kept('示例专线服务协议', AGREEMENT('2026年3月5日'));
    const one = await tied(await begun((await kept('专线使用承诺书', LETTER)).id), first.agreementId);
    await kept('示例专线服务协议', AGREEMENT('2026年5月7日').replace('十二个月', '三个月'), first.agreementId);
    const second = await kept('示例云专线附加协议', AGREEMENT('2026年4月6日').replace('十二个月', '六个月'));
    const fingerprint = app.store.agreements.version(second.id)?.fingerprint;
    expect(belonging(await tied(one, second.agreementId))).toEqual([
      '示例云专线附加协议',
      '2026年4月6日版',
      fingerprint,
    ]);
  });

  test('is never about itself', async () => {
    const own = await kept('专线使用承诺书', LETTER);
    const letter = await begun(own.id);
    expect(letter.itself).toBe(own.agreementId);
    const refused = await tied(letter, own.agreementId).catch((error: unknown) => error);
    expect(refused instanceof Refusal ? refused.code : refused).toBe('letter-of-itself');
  });

  /** A letter as it was once kept: said to belong to the text that it is itself. */
  async function olderLetter(own: { id: string; agreementId: string }, outputs: readonly object[] = []) {
    const { id } = await begun(own.id);
    const papers = letterPapers(app.store);
    const letter = papers.get(id);
    const version = app.store.agreements.version(own.id);
    if (!letter || !version) throw new Error('no letter');
    const values = {
      ...letter.body.values,
      agreementTitle: version.title,
      agreementVersion: formerVersionWords(app.store, version),
      agreementFingerprint: version.fingerprint,
    };
    const body = { ...letter.body, values, agreementId: own.agreementId, outputs };
    papers.put({ id, state: letter.state, body: body as unknown as typeof letter.body }, '2026-11-20T02:00:00.000Z');
    return app.handlers['letters.open']({ letterId: id });
  }

  test('an older draft does not say that it belongs to itself, and takes the agreement that is chosen', async () => {
    const own = await kept('专线使用承诺书', LETTER);
    const first = await kept('示例专线服务协议', AGREEMENT('2026年3月5日'));
    const letter = await olderLetter(own);
    expect(belonging(letter)).toEqual(['', '', '']);
    expect(letter.problems.map(({ field }) => field)).toContain('agreementTitle');
    const [line] = (await app.handlers['letters.list']({})).letters;
    expect(line?.about?.agreement).toBeUndefined();
    const print = app.store.agreements.version(first.id)?.fingerprint;
    const one = await app.handlers['letters.tieAgreement']({ letterId: letter.id, agreementId: first.agreementId });
    expect(belonging(one)).toEqual(['示例专线服务协议', '2026年3月5日版', print]);
  });

  test('an older one of which a paper was made can be said to belong to an agreement, and then to no other', async () => {
    const own = await kept('专线使用承诺书', LETTER);
    const first = await kept('示例专线服务协议', AGREEMENT('2026年3月5日'));
    const second = await kept('示例云专线附加协议', AGREEMENT('2026年4月6日').replace('十二个月', '六个月'));
    const output = { kind: 'pdf', name: 'a.pdf', sha256: 'a'.repeat(64), pages: 1, at: '2026-11-20T02:00:00.000Z' };
    const letter = await olderLetter(own, [output]);
    const tie = (agreementId: string) =>
      Promise.resolve()
        .then(() => app.handlers['letters.tieAgreement']({ letterId: letter.id, agreementId }))
        .then(
          (view) => view.agreementId,
          (error: unknown) => (error instanceof Refusal ? error.code : error),
        );
    expect(await tie(first.agreementId)).toBe(first.agreementId);
    expect(await tie(second.agreementId)).toBe('letter-tied-made');
  });

  test('needs no fingerprint of an agreement that is not kept here', async () => {
    const letter = await begun((await kept('专线使用承诺书', LETTER)).id);
    const problems = letter.problems.map(({ field }) => field);
    expect(problems).toContain('agreementVersion');
    expect(problems).not.toContain('agreementFingerprint');
  });

  test('stands in the list under the agreement that it was said to belong to', async () => {
    const first = await kept('示例专线服务协议', AGREEMENT('2026年3月5日'));
    await tied(await begun((await kept('专线使用承诺书', LETTER)).id), first.agreementId);
    const [line] = (await app.handlers['letters.list']({})).letters;
    expect(line?.about?.agreement).toBe('示例专线服务协议');
    expect(line?.about?.version && say(line.about.version, 'zh')).toBe('2026年3月5日');
  });
});

test('a letter that is an annex belongs to its agreement at once, and to another one wholly', async () => {
  const desk = await AppUnderTest.withSamples();
  app.end();
  app = desk;
  const annex = desk.store.agreements.versions().find(({ title, annexOf }) => title.includes('承诺书') && annexOf);
  const letter = await begun(annex?.id ?? '');
  expect(letter.values['agreementTitle']).toContain('跨域专线');
  const other = await kept('示例云专线附加协议', AGREEMENT('2026年4月6日'));
  const fingerprint = desk.store.agreements.version(other.id)?.fingerprint;
  expect(belonging(await tied(letter, other.agreementId))).toEqual([
    '示例云专线附加协议',
    '2026年4月6日版',
    fingerprint,
  ]);
});
