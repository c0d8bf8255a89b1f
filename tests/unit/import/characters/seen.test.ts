import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../../src-main/agreement/canonical.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { asSeen } from '../../../../src-main/import/characters/seen.ts';
import { importSource } from '../../../../src-main/import/source.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const CLAUSES = [
  '1. 通知与付款',
  '1.1 服务商变更条款，应提前30日在网站公告。',
  '1.2 逾期付款的，按日支付0.5‰的违约金。',
  '2. Liability',
  '2.1 The provider is not liable for indirect losses, and its liability is capped at 1,000 yuan.',
];
const asText = CLAUSES.join('\n\n');
const asPage = (clauses: string): string =>
  `<!doctype html><meta charset="utf-8"><body>${clauses
    .split('\n\n')
    .map((clause) => `<p>${clause}</p>`)
    .join('')}`;

const FORMATS = [
  ['text', 'a.txt', (words: string) => words],
  ['Markdown', 'a.md', (words: string) => `# 云服务协议\n\n${words}`],
  ['page', 'a.html', asPage],
] as const;

const canonical = async (source: string, name: string): Promise<string> =>
  read(await importSource(utf8(source), name))
    .documents.map(canonicalText)
    .join('\n');

/** Characters that nobody sees: zero width, joiners, fillers, selectors, tags, interlinear, controls. */
const INVISIBLE = [
  ...'\u00ad\u034f\u115f\u1160\u17b4\u180b\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u206a\u206f',
  ...'\u2800\u3164\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb\u0001\u0008\u001f\u007f\u{e0001}\u{e0061}\u{e007f}\u{e0100}\u{e01ef}',
];

describe('characters that nobody sees', () => {
  it.each(FORMATS)('inserted anywhere, never change the words of a %s, and are always told', async (_, name, make) => {
    const plain = await canonical(make(asText), name);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...INVISIBLE), fc.nat(asText.length - 1), async (char, at) => {
        const source = make(asText.slice(0, at + 1) + char + asText.slice(at + 1));
        const marked = await importSource(utf8(source), name);
        expect(read(marked).documents.map(canonicalText).join('\n')).toBe(plain);
        const told = [
          ...(marked.suspicions ?? []).filter(({ kind }) => kind === 'invisible-character'),
          ...marked.notes.filter(({ code }) => code === 'soft-hyphens' || code === 'zero-width'),
        ];
        expect(told).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  it('never stand in what is told of them either', async () => {
    const { suspicions = [] } = await importSource(utf8('1.1 提前3\u200b0日通知，\u202e03\u202c日内付款。'), 'a.txt');
    expect(suspicions.map(({ read: held, seen }) => `${held ?? ''}${seen ?? ''}`).join('')).not.toMatch(/\p{Cf}/u);
  });

  it('a number torn by one is read as it is seen', async () => {
    const marked = await importSource(utf8(asText.replace('30日', '3\u200b0日')), 'a.txt');
    const facts = read(marked).documents.flatMap((document) => document.facts);
    expect(facts.map(({ kind, value }) => [kind, value])).toContainEqual(['change-notice', 30]);
    expect(marked.suspicions).toMatchObject([
      { kind: 'invisible-character', lines: [3, 3], seen: expect.stringContaining('提前30日') as string },
    ]);
  });
});

describe('the direction of the text', () => {
  it('is told wherever a character steers it, and no such character is left', async () => {
    const steering = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...steering), fc.nat(asText.length - 1), async (char, at) => {
        const { lines, suspicions } = await importSource(utf8(asText.slice(0, at) + char + asText.slice(at)), 'a.txt');
        expect(suspicions).toHaveLength(1);
        expect(lines.map(({ text }) => text).join('')).not.toMatch(/\p{Cf}/u);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['\u202e03\u202c日', '30日'],
    ['\u202d03\u202c日', '03日'],
    ['\u2067100\u2069元', '100元'],
    ['\u202e（03）\u202c', '（30）'],
  ])('%j is drawn, and read, as %s', async (held, seen) => {
    const { lines, suspicions = [] } = await importSource(utf8(`第一条 应在${held}内付款`), 'a.txt');
    expect(lines.map(({ text }) => text)).toEqual([`第一条 应在${seen}内付款`]);
    expect(suspicions.map(({ kind }) => kind)).toEqual(['direction-override']);
  });

  it('of bold words in a page keeps them bold', async () => {
    const { lines } = await importSource(utf8('<meta charset="utf-8"><p>在<b>\u202e03</b>\u202c日内'), 'a.html');
    expect(lines).toMatchObject([{ text: '在30日内', emphasis: [{ start: 1, end: 3 }] }]);
  });
});

describe('what looks like something else', () => {
  it.each([
    ['付款至 p\u0430yment 账户', 'payment', 'U+0430'],
    ['Pay to \u0440\u0430\u0443 now', 'pay', 'U+0440'],
    ['上限为 1\u041e0 元', '100', 'U+041E'],
    ['上限为 1O0 元', '100', 'U+004F'],
    ['提前 \u{1d7db}0 日', '30', 'U+1D7DB'],
    ['提前 \u0663\u0660 日', '30', 'U+0663'],
    ['可用性 99\u066b95%', '99.95', 'U+066B'],
    ['提前\u30cb十日通知', '二十日', 'U+30CB'],
    ['服务\u2f45有权', '方', ''],
  ])('stays as written and is told: %s', async (line, seen, code) => {
    const { lines, suspicions = [] } = await importSource(utf8(line), 'a.txt');
    expect(lines.map(({ text }) => text)).toEqual([line]);
    expect(suspicions).toMatchObject([{ kind: 'look-alike', seen: expect.stringContaining(seen) as string }]);
    expect(suspicions[0]?.read).toContain(code);
  });

  it('strokes laid over characters are struck text', async () => {
    const { suspicions = [] } = await importSource(utf8('上限为 1\u03360\u03360\u0336 元'), 'a.txt');
    expect(suspicions.map(({ kind }) => kind)).toEqual(['struck']);
  });
});

describe('characters that have their use', () => {
  it.each([
    ['Persian', 'ارائه‌دهنده می‌تواند خدمات را با ۳۰ روز اعلام قبلی تغییر دهد'],
    ['Hebrew with marks', 'הספק רשאי לשנות את התנאים \u200e(30)\u200f ימים'],
    ['Arabic with an isolate', 'يدفع العميل \u2066USD 100\u2069 كل شهر، ٣٠ يوما'],
    ['Hindi', 'सेवा\u200dप्रदाता क्\u200dष ३० दिन'],
    ['Thai with breaks', 'ผู้ให้บริการ\u200bอาจ\u200bเปลี่ยนแปลง'],
    ['emoji', '客服 👩‍💻 ❤️ 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 在线'],
    ['Russian', 'Поставщик уведомляет за 30 дней, SMS-сообщение по IP-адресу'],
    ['units in Greek letters', '延迟不超过 5 μs，阻抗 50 kΩ，α-测试与 β 版除外'],
    ['years with a ring for zero', '二○二六年五月一日起施行'],
    ['Japanese', 'カスタマーサービスは二十日前に通知する。ニュース'],
    ['codes', '型号 B1O2，规格 A-1O0，订单 10l'],
  ])('raise no alarm: %s', async (_, line) => {
    const { suspicions, notes } = await importSource(utf8(line), 'a.txt');
    expect([suspicions ?? [], notes]).toEqual([[], []]);
  });

  it('a hint where a word may be divided is a note, no question', async () => {
    const { lines, suspicions, notes } = await importSource(utf8('The agree\u00adment ends.'), 'a.txt');
    expect(lines.map(({ text }) => text)).toEqual(['The agreement ends.']);
    expect([suspicions, notes.map(({ code }) => code)]).toEqual([undefined, ['soft-hyphens']]);
  });
});

describe('a hundred thousand places', () => {
  const MANY = 100_000;
  const told = async (source: string, name = 'a.txt'): Promise<readonly string[]> => {
    const { lines, suspicions = [], notes } = await importSource(utf8(source), name);
    expect(lines.map(({ text }) => text).join('')).not.toMatch(/\p{Cf}/u);
    return [...suspicions.map(({ kind }) => kind), ...notes.map(({ code }) => code)];
  };

  it('in the words of one line are read in time', async () => {
    expect(await told('条\u200b'.repeat(MANY))).toContain('invisible-character');
  });

  it('side by side in one word are read in time', async () => {
    expect(await told(`付${'\u200b'.repeat(MANY)}款`)).toEqual(['invisible-character']);
  });

  it('of bold in one line stay bold', () => {
    const text = '甲\u200b乙，'.repeat(MANY);
    const emphasis = Array.from({ length: MANY }, (_, at) => {
      return { start: at * 4, end: at * 4 + 3, strong: true, underline: false, origin: 'source' as const };
    });
    const [line] = asSeen({
      format: 'text',
      encoding: 'utf-8',
      lines: [{ line: 1, text, emphasis }],
      notes: [],
      suspicions: [],
    }).lines;
    expect(line?.emphasis).toHaveLength(MANY);
    expect(line?.emphasis.at(-1)).toMatchObject({ start: (MANY - 1) * 3, end: (MANY - 1) * 3 + 2 });
  });

  it('of radicals are counted as one', async () => {
    expect(await told('⽅，'.repeat(2 * MANY))).toEqual(['look-alike']);
  });
});
