import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { asWritten, say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import type { CaptureView } from '../../../../../src-main/contract/evidence/captures.ts';
import { capturePaper } from '../../../../../src-main/features/evidence/capture/capture-paper.ts';
import { depositPaper } from '../../../../../src-main/features/evidence/deposit/deposit-paper.ts';
import { exhibitsOf } from '../../../../../src-main/features/evidence/court/exhibits.ts';
import { namingIn } from '../../../../../src-main/features/evidence/court/extract-names.ts';
import { extractPaper } from '../../../../../src-main/features/evidence/court/extract-paper.ts';
import type { JsonObject } from '../../../../../src-main/ledger/canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../../../../../src-main/ledger/entry.ts';
import { paperText } from '../../../../../src-main/pdf/paper.ts';
import { setPlain } from '../../../../../src-main/pdf/plain/plain.ts';
import { typeset } from '../../../../../src-main/pdf/typeset/typeset.ts';
import { FONTS } from '../../../pdf/paper-tools.ts';
import { CourtUnderTest } from './court-under-test.ts';

const at = '2026-11-23T02:00:00Z';
const sheet = {
  head: { sequence: 34, hash: 'a'.repeat(64) },
  written: at,
  made: at,
  company: 'Crane Ltd',
  by: 'Ada',
  to: 'The notary',
};
const capture: CaptureView = {
  id: 'c',
  at,
  agreementId: 'a',
  title: 'Terms page',
  address: 'https://cloud.example.com/terms',
  operator: 'Ada',
  witness: '',
  device: 'Laptop',
  browser: 'Firefox',
  network: 'Office',
  cleaned: [],
  clock: 'not-checked',
  offset: 0,
  start: '2026-11-23T09:50',
  end: '2026-11-23T09:58',
  files: [],
};

test.each(['notary', 'court-chain', 'print', 'mail', 'timestamp'] as const)(
  'the sheet of a deposit (%s) is one page, which needs no seal across pages',
  async (way) => {
    for (const language of ['zh', 'en'] as const) {
      const pdf = await setPlain(depositPaper({ way, ...sheet }, language), FONTS);
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
    }
  },
);

test('a platform signs and seals nothing: what is noted on its sheet is its name, the number and the time', () => {
  const lines = (way: 'notary' | 'court-chain' | 'print', language: 'zh' | 'en') => {
    const { blocks } = depositPaper({ ...sheet, way }, language);
    const seal = blocks.findIndex(({ kind }) => kind === 'signature');
    return blocks.slice(seal + 1).flatMap((block) => (block.kind === 'field' ? [block.label] : []));
  };
  expect(lines('court-chain', 'zh')).toEqual(['存证平台', '存证编号', '存证时间']);
  expect(lines('court-chain', 'en')).toEqual(['Platform', 'Deposit number', 'Time of deposit']);
  expect(lines('notary', 'zh')).toEqual(['接收人（签名）', '公证书编号']);
  // A notary seals and dates what it takes, with as much room as the depositor has.
  const [seals] = depositPaper({ ...sheet, way: 'notary' }, 'zh').blocks.filter(({ kind }) => kind === 'signature');
  expect(seals).toMatchObject({ beside: { label: '接收单位（盖章）', name: sheet.to } });
  expect(lines('print', 'zh')).toEqual(['归档人（签名）', '档案编号', '归档日期']);
});

test('the sheet of a deposit speaks to whoever takes it: no hint for the clerk, and no place left to fill in', () => {
  for (const way of ['notary', 'court-chain', 'print', 'mail', 'timestamp'] as const) {
    const words = (language: 'zh' | 'en') => paperText(depositPaper({ ...sheet, to: '', way }, language));
    expect(words('zh')).not.toMatch(/填写|请将|请用|请打印/u);
    expect(words('en')).not.toMatch(/filled in|Print this|Send the|Take the|Submit the|save /u);
    expect(words('zh')).not.toContain('交存对象');
  }
});

test('nobody signs as a witness where there was none', () => {
  const line = say(sentence('court.capture.witness-signs', { name: 'Bob' }), 'zh');
  expect(paperText(capturePaper(capture, 'Crane Ltd', 'zh'))).not.toContain('见证人Bob');
  expect(paperText(capturePaper(capture, 'Crane Ltd', 'zh'))).not.toMatch(/见证人\S*（签名）/u);
  expect(paperText(capturePaper({ ...capture, witness: 'Bob' }, 'Crane Ltd', 'zh'))).toContain(line);
});

test.each([
  [2, '快 2 秒', '2 seconds ahead'],
  [-1, '慢 1 秒', '1 second behind'],
  [0, '与标准时间一致', 'none'],
])('a clock that was %i seconds ahead is said so in words', (offset, zh, en) => {
  expect(paperText(capturePaper({ ...capture, clock: 'phone', offset }, 'Crane Ltd', 'zh'))).toContain(zh);
  expect(paperText(capturePaper({ ...capture, clock: 'phone', offset }, 'Crane Ltd', 'en'))).toContain(en);
});

test('what could not be checked of a capture is said to be so, and no disagreement', () => {
  const files = [
    {
      ...{ sha256: 'b'.repeat(64), name: 'a.mhtml', bytes: 3, kind: 'page' as const },
      checks: [
        { ok: false, absent: true as const, text: { zh: '没有载明地址', en: 'no address' } },
        { ok: false, text: { zh: '时间不同', en: 'another time' } },
      ],
    },
  ];
  const text = paperText(capturePaper({ ...capture, files }, 'Crane Ltd', 'zh'));
  expect(text).toContain('无法核对：没有载明地址');
  expect(text).toContain('不符：时间不同');
});

test('an English sheet is dated and labelled in English', () => {
  const html = typeset(depositPaper({ way: 'notary', ...sheet }, 'en'), { fontUrl: () => 'x' });
  expect(html).not.toMatch(/[年月日：]/u);
  expect(html).toContain('Date:');
});

describe('an extract', () => {
  const naming = (): undefined => undefined;
  const entry = (kind: EntryKind, payload: JsonObject): LedgerEntry =>
    ({
      sequence: 7,
      at: '2026-11-23T02:00:00.000Z',
      kind,
      subject: 'agreement:1',
      payload,
      hash: 'a'.repeat(64),
    }) as never;
  const printed = (of: LedgerEntry, language: 'zh' | 'en'): string =>
    JSON.stringify(
      extractPaper({ name: { zh: '记录', en: 'Record' }, entries: [of], company: 'Crane Ltd', naming }, language)
        .blocks,
    );

  test('says codes in words, in either language, and no member by its English name', () => {
    const order = entry('order-recorded', {
      plan: 'prepaid',
      invoiceType: 'special',
      note: '',
      internal: 'x',
      salt: 's',
    });
    expect(printed(order, 'zh')).toContain('先付费');
    expect(printed(order, 'zh')).toContain('增值税专用发票');
    expect(printed(order, 'zh')).not.toMatch(/prepaid|special|internal|salt/u);
    expect(printed(order, 'zh')).toContain('另有 1 项机器数据（内部编号等）');
    expect(printed(order, 'en')).toContain('special VAT invoice');
    expect(printed(order, 'en')).not.toMatch(/[\u4e00-\u9fff]/u);
  });

  test('reads lists that stand as text, days of the world in Beijing, and words of both languages', () => {
    const dues = entry('order-recorded', { dues: '[{"on":"2026-11-03","amount":"900.00"}]' });
    expect(printed(dues, 'zh')).toContain('1. 日期：2026-11-03；金额：900.00');
    const rows = entry('outages-recorded', {
      how: 'manual',
      rows: [{ from: '2026-10-10T01:00:00+08:00', cause: '断网' }],
    });
    expect(printed(rows, 'zh')).toContain('自：2026-10-10 01:00:00（北京时间）');
    const capture = entry('capture-recorded', { checks: [{ ok: true, text: { zh: '一致', en: 'the same' } }] });
    expect(printed(capture, 'zh')).toContain('内容：一致');
    expect(printed(capture, 'en')).toContain('Text: the same');
    // A hash fills its line: no mark stands behind it, which would begin the next.
    const file = entry('capture-recorded', { files: [{ sha256: 'a'.repeat(64), name: 'level.png' }] });
    expect(printed(file, 'zh')).toContain(`名称：level.png；SHA-256：${'a'.repeat(64)}"`);
    const unread = entry('capture-recorded', {
      start: '2026-11-23T09:50',
      checks: [{ ok: false, absent: true, text: { zh: '没有载明时间', en: 'no time' } }],
    });
    expect(printed(unread, 'zh')).toContain('1. 内容：没有载明时间');
    expect(printed(unread, 'zh')).toContain('2026-11-23 09:50（北京时间）');
  });

  test('of an objection in writing has the day of its sending as that, and not as the one from which it holds', () => {
    const kept = printed(entry('earlier-text-kept', { from: '2026-11-23', said: '陈远', noticeId: 'n' }), 'zh');
    expect(kept).toContain('发出日');
    expect(kept).not.toContain('"自"');
  });

  test('of a decision has who decided what in which words', () => {
    const decided = entry('acceptance-decided', {
      decision: 'accepted',
      reason: { absent: 'none given' },
      person: { name: '陈远', role: '总经理' },
      company: { name: '示例公司', creditCode: '91330106MA2CFLDG4R' },
      time: { utc: '2026-11-23T02:00:00.000Z' },
      words: { statement: '声明的全文', button: '接受并记入台账' },
      review: {},
    });
    for (const words of ['陈远', '总经理', '声明的全文', '2026-11-23 10:00:00（北京时间）'])
      expect(printed(decided, 'zh')).toContain(words);
  });

  test('no entry of a library that was worked in has a code or a member without words', async () => {
    const app = new CourtUnderTest();
    await app.work();
    const agreementIds = [app.desk.agreement('服务条款').id, app.desk.agreement('等级协议').id];
    const exhibits = exhibitsOf(app.store, { agreementIds }, [], app.ports.now().toISOString()).filter(
      ({ extract }) => extract,
    );
    const all = exhibits.flatMap(({ name, entries }) =>
      extractPaper(
        { name, entries, company: '示例公司', naming: namingIn(app.store, app.ports.now().toISOString()) },
        'zh',
      ).blocks.flatMap((block) => (block.kind === 'field' ? [`${block.label} ${block.value ?? ''}`] : [])),
    );
    app.end();
    expect(all.length).toBeGreaterThan(30);
    // A code, an id, a member's own name: none stands on the paper.
    expect(all.filter((line) => /(?:^| )[a-z]+(?:[A-Z-][a-z]+)*(?: |$)|[0-9a-f]{8}-[0-9a-f]{4}/u.test(line))).toEqual(
      [],
    );
  }, 60_000);
});

test('the way of a deposit stands below the title as a name does, with its capital', () => {
  const below = (['notary', 'court-chain', 'print'] as const).map(
    (way) => depositPaper({ ...sheet, way }, 'en').blocks[0],
  );
  expect(below.map((title) => (title?.kind === 'title' ? title.subtitle : ''))).toEqual([
    'Notary',
    'Judicial blockchain',
    'Printed and sealed',
  ]);
});

test('an extract of a capture reads as its sheet does: each file with its hash and what was found, the clock in words', () => {
  const files = [
    {
      sha256: 'b'.repeat(64),
      name: 'terms.mhtml',
      bytes: 1303,
      kind: 'page',
      checks: [{ ok: true, text: { zh: '地址一致', en: 'same address' } }],
    },
    { sha256: 'c'.repeat(64), name: 'terms.png', bytes: 9, kind: 'picture', checks: [] },
  ];
  const entry = {
    sequence: 3,
    at,
    kind: 'capture-recorded',
    subject: 'capture:c',
    hash: 'd'.repeat(64),
    payload: { offset: 2, files },
  } as unknown as LedgerEntry;
  const words = (language: 'zh' | 'en') =>
    paperText(
      extractPaper({ name: asWritten('x'), entries: [entry], company: 'Crane Ltd', naming: () => undefined }, language),
    );
  expect(words('zh')).toContain('第 3 号　网页取证');
  expect(words('zh')).toContain('与标准时间的差快 2 秒');
  expect(words('zh')).toContain(`1. terms.mhtml（网页存档 MHTML，1,303 字节）\n${'b'.repeat(64)}\n相符：地址一致`);
  expect(words('zh')).toContain(`${'c'.repeat(64)}\n无法核对：文件本身不载地址和时间`);
  expect(words('en')).toContain('Difference from standard time2 seconds ahead');
});

test('a sheet says when its files came into the ledger, and who signs writes the day', () => {
  const kept = { at: '2026-12-01T17:24:07.000Z', sequence: 37 };
  expect(paperText(capturePaper(capture, 'Crane Ltd', 'zh', kept))).toContain(
    '2026-12-02 01:24:07（北京时间），第 37 号',
  );
  expect(paperText(capturePaper(capture, 'Crane Ltd', 'en', kept))).toContain(
    '2026-12-02 01:24:07 (Beijing time), entry 37',
  );
  const end = capturePaper({ ...capture, witness: 'Bob' }, 'Crane Ltd', 'zh', kept).blocks.at(-1);
  // Of signers each line has room for its own day.
  expect(end?.kind === 'signature' && end.signers).toHaveLength(2);
});
