import { CATALOGUES } from '../../../../assets/messages/catalogue.ts';
import { sentence, type Words, words } from '../../../../src-main/agreement/sentence.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectInWords } from '../../../../src-main/features/evidence/ledger-subjects.ts';
import { RECORD_KINDS } from '../../../../src-main/record-kinds.ts';
import { BUNDLE } from '../../../../src-main/features/evidence/bundle-records.ts';
import { ledgerLine } from '../../../../src-main/features/evidence/ledger-lines.ts';
import { TIMESTAMP_ROOT } from '../../../../src-main/kernel/papers/timestamps.ts';
import { OWN_FORM } from '../../../../src-main/features/letters/own-forms.ts';
import { NOTICE } from '../../../../src-main/features/notices/notice-records.ts';
import { EXPLANATION } from '../../../../src-main/features/review/explanation-records.ts';
import { CLAIM } from '../../../../src-main/features/rights/claim-records.ts';
import { ORDER } from '../../../../src-main/features/rights/order-records.ts';
import { OUTAGE } from '../../../../src-main/features/rights/outage-records.ts';
import { SIGNATORY } from '../../../../src-main/kernel/papers/signatories.ts';
import { COMPANY } from '../../../../src-main/kernel/companies.ts';
import { LETTER } from '../../../../src-main/kernel/papers/letters.ts';
import type { AnyPaperKind } from '../../../../src-main/kernel/papers/repository.ts';
import { SEALED_COPY } from '../../../../src-main/kernel/papers/sealed-copies.ts';
import { CERTIFICATE } from '../../../../src-main/kernel/papers/signing-certificates.ts';
import { ENTRY_KINDS, type EntryKind, type LedgerEntry } from '../../../../src-main/ledger/entry.ts';
import { type SubjectWord, SUBJECT_WORDS } from '../../../../src-main/ledger/subject.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeAll(async () => {
  desk = await AppUnderTest.withSamples();
});
afterAll(() => desk.end());

const inWords = (subject: string, payload = {}) =>
  words(subjectInWords(desk.store, { subject, payload }, { papers: RECORD_KINDS.papers, instant: now() }));

const now = (): string => desk.now.toISOString();

const both = ({ zh, en }: Words): readonly string[] => [zh, en];

describe('what an entry is about', () => {
  test.each(SUBJECT_WORDS)('%s has words in both languages, even where the thing is gone', (word) => {
    const about = inWords(`${word}:0123456789`) as { zh: string; en: string };
    expect(about.zh).toMatch(/^[\u4e00-\u9fff]/u);
    // Sentence case, as every label.
    expect(about.en).toMatch(/^[A-Z][a-z]/u);
    expect(about.zh).not.toContain(`${word}:`);
    expect(about.en).not.toContain(`${word}:`);
  });

  test('the holidays of a year are called by it', () => {
    expect(both(inWords('setting:holidays-2027')).every((name) => name.includes('2027'))).toBe(true);
    expect(inWords('setting:holidays-2027')).toEqual(
      words(sentence('evidence.ledger-subjects.kinds.setting.holidays', { year: '2027' })),
    );
  });

  test.each([
    ['ledger:own', 'ledger-own'],
    ['device:keys', 'device-keys'],
    ['clock:system', 'clock-system'],
    ['setting:ceremony-policy', 'setting-ceremony-policy'],
    ['setting:watched-folder', 'setting-watched-folder'],
    ['setting:clause-positions', 'setting-clause-positions'],
    ['setting:statute-table', 'setting-statute-table'],
    ['setting:stamp-interval', 'setting-stamp-interval'],
    ['setting:backup-folder', 'setting-backup-folder'],
    ['database', 'database'],
  ] as const)('%s, of which there is one, is called by its name', (subject, name) => {
    const about = inWords(subject) as { zh: string; en: string };
    expect(about.zh).toMatch(/^[\u4e00-\u9fff]+$/u);
    expect(about.en).toMatch(/^[A-Z][a-z]+(?: [a-z]+(?:’s)?)*$/u);
    expect(about).toEqual(words(sentence(`evidence.ledger-subjects.only.${name}`)));
  });

  test('the thing is called by its own name where that is known', () => {
    const { id, versions } = desk.agreement('服务条款');
    const { title } = desk.store.agreements.agreement(id)!;
    expect(inWords(`agreement:${id}`)).toEqual({ zh: title, en: title });
    expect(inWords(`version:${versions[0]}`)).toEqual({ zh: `${title} v1`, en: `${title} v1` });
    expect(inWords('entry:151')).toEqual(
      words(sentence('evidence.ledger-subjects.kinds.entry.numbered', { id: '151' })),
    );
  });

  test('an item of the agenda is called what its entry calls it, whatever its id holds', () => {
    const inBoth = { zh: '付款', en: 'Payment' };
    expect(inWords('agenda:order:1/overdue', { title: inBoth })).toEqual(inBoth);
  });

  test.each([
    ['order:1/overdue', '付款', 'Last day to pay the overdue amount, in Chinese: “付款”'],
    [
      'notice:1/notice-last-day',
      '反对最后一日 · 《云盘服务协议》变更通知',
      'Last day to object, in Chinese: “《云盘服务协议》变更通知”',
    ],
    ['notice:1/notice-last-day', '反对最后一日', 'Last day to object'],
    ['of-another-build', '付款', 'In Chinese: “付款”'],
  ])('an item whose entry has a Chinese name alone is told in English by its kind: %s', (id, zh, en) => {
    expect(inWords(`agenda:${id}`, { title: zh })).toEqual({ zh, en });
  });

  const GONE = '0f0f0f0f-1e1e-4d2d-8c3c-4b4b4b4b4b4b';
  const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/u;
  const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[];

  /** One thing of each word that is there, by the app's own acts. */
  function there(): Partial<Record<SubjectWord, string>> {
    const { store } = desk;
    const { id: agreement, versions } = desk.agreement('服务条款');
    const at = '2026-11-23T02:00:00.000Z';
    const paper = (kind: AnyPaperKind, golden: string, subject?: string): string => {
      const file = new URL(`../../../fixtures/papers/${golden}.1.json`, import.meta.url);
      const [{ state, body }] = JSON.parse(readFileSync(file, 'utf8')) as readonly [{ state: string; body: object }];
      const id = randomUUID();
      const about = 'versionId' in body ? { ...body, versionId: subject } : body;
      store.papers.add({
        ...kind.name,
        id,
        state,
        body: about,
        createdAt: at,
        ...(subject === undefined ? {} : { subject }),
      });
      return id;
    };
    return {
      agreement,
      version: versions[0]!,
      source: store.sources.all()[0]!.id,
      notice: paper(NOTICE, 'notices-notice', agreement),
      explanation: paper(EXPLANATION, 'review-explanation', versions[0]),
      letter: paper(LETTER, 'letters-letter'),
      form: paper(OWN_FORM, 'letters-own-form'),
      'sealed-copy': paper(SEALED_COPY, 'evidence-sealed-copy', versions[0]),
      order: paper(ORDER, 'obligations-order', agreement),
      outage: paper(OUTAGE, 'obligations-outage', agreement),
      company: paper(COMPANY, 'settings-company'),
      certificate: paper(CERTIFICATE, 'letters-certificate'),
      signatory: paper(SIGNATORY, 'settings-signatory'),
      'timestamp-root': paper(TIMESTAMP_ROOT, 'evidence-timestamp-root'),
      bundle: paper(BUNDLE, 'evidence-bundle'),
      case: paper(CLAIM, 'obligations-claim', agreement),
      entry: '1',
    };
  }

  test('no word of any subject, there or gone, and of no kind of entry is an id', () => {
    const present = there();
    for (const word of SUBJECT_WORDS) {
      const named = both(inWords(`${word}:${present[word] ?? GONE}`));
      const gone = both(inWords(`${word}:${GONE}`));
      expect(
        [...named, ...gone].filter((text) => UUID.test(text)),
        word,
      ).toEqual([]);
      for (const kind of KINDS) {
        for (const id of [present[word] ?? GONE, GONE]) {
          const entry = { kind, subject: `${word}:${id}`, payload: {}, clock: { rollback: false } };
          const line = ledgerLine(desk.store, entry as unknown as LedgerEntry, {
            papers: RECORD_KINDS.papers,
            instant: now(),
          });
          const texts = [...both(words(line.kind)), ...both(words(line.about))];
          expect(
            texts.filter((text) => text === '' || UUID.test(text)),
            `${kind} ${word}`,
          ).toEqual([]);
        }
      }
    }
  });

  test('a thing that is there is called by its own name, not by the kind of thing it is', () => {
    const nouns = new Set(SUBJECT_WORDS.map((word) => inWords(`${word}:${GONE}`).zh.split(' ')[0]));
    const nameless = Object.entries(there()).filter(([word, id]) =>
      nouns.has(inWords(`${word}:${id}`).zh.split(' ')[0]),
    );
    expect(nameless).toEqual([]);
  });

  test('a decision whose record is gone is called by what its entry says it was about', () => {
    const payload = { version: { title: '示例条款', ordinal: 2 } };
    expect(inWords(`acceptance:${GONE}`, payload).zh).toBe('示例条款 v2');
  });

  test('a signing certificate is no device key, whatever kind its entry was written under', () => {
    const line = (kind: EntryKind, subject: string) =>
      words(
        ledgerLine(desk.store, { kind, subject, payload: {}, clock: {} } as unknown as LedgerEntry, {
          papers: [],
          instant: now(),
        }).kind,
      ).zh;
    expect(line('key-created', 'device:keys')).toBe('设备密钥生成');
    expect(line('key-created', `certificate:${GONE}`)).toBe('签名证书生成');
    expect(line('signing-certificate-made', `certificate:${GONE}`)).toBe('签名证书生成');
  });

  test.each([
    ['order-recorded', 'agreement:1', { removed: true }, '订单移除'],
    ['order-recorded', 'agreement:1', { order: '1' }, '添加订单'],
    ['outages-recorded', 'agreement:1', { how: 'removed' }, '中断记录移除'],
    ['outages-recorded', 'agreement:1', { how: 'paste' }, '添加中断记录'],
    ['outages-recorded', 'agreement:1', { how: 'changed' }, '修改中断记录'],
    ['order-recorded', 'agreement:1', { how: 'changed' }, '修改订单'],
    ['objection-step', 'notice:1', { done: false }, '反对事项撤销'],
    ['objection-step', 'notice:1', { done: true }, '反对事项办理'],
    ['own-value-settled', 'agreement:1', { value: 'taken back' }, '撤回自行填写的数值'],
    ['own-value-settled', 'agreement:1', { what: 'month-fee', value: {} }, '自行填写：当月费用'],
    ['own-value-settled', 'agreement:1', { what: 'availability', value: '99.9' }, '自行填写：承诺可用性'],
    ['own-value-settled', 'agreement:1', {}, '自行填写数值'],
    ['sealed-copy-overruled', 'sealed-copy:1', { as: 'rejected' }, '盖章件不采用'],
    ['sealed-copy-overruled', 'sealed-copy:1', { as: 'overruled' }, '盖章件人工认定'],
    ['acceptance-decided', 'acceptance:1', { decision: 'declined' }, '作出决定：拒绝'],
    ['source-imported', 'form:1', {}, '表单导入'],
    ['source-imported', 'source:1', {}, '来源文件导入'],
    ['settings-changed', 'agreement:1', {}, '协议改名'],
    ['settings-changed', 'agreement:1', { what: 'provider' }, '写明协议的服务商'],
    ['settings-changed', 'agreement:1', { what: 'particulars' }, '协议登记信息保存'],
    ['settings-changed', 'company:1', {}, '公司资料保存'],
    ['settings-changed', 'setting:ceremony-policy', {}, '设置变更'],
    ['claim-made', 'agreement:1', {}, '索赔函起草'],
  ] as const)('%s about %s, %j: the act is called what it is', (kind, subject, payload, said) => {
    const entry = { kind, subject, payload, clock: {} } as unknown as LedgerEntry;
    expect(words(ledgerLine(desk.store, entry, { papers: [], instant: now() }).kind).zh).toBe(said);
  });

  test('what there is one of has an English name that begins with a capital', () => {
    const only = Object.entries(CATALOGUES.en).filter(([key]) => key.startsWith('evidence.ledger-subjects.only.'));
    expect(only.length).toBeGreaterThan(5);
    expect(only.filter(([, name]) => !/^\p{Lu}/u.test(name))).toEqual([]);
  });

  test('a subject of a later version is shown as it is, its id shortened', () => {
    expect(inWords(`comet:${GONE}`).zh).toBe('comet:0f0f0f0f');
    expect(inWords('comet:1')).toEqual({ zh: 'comet:1', en: 'comet:1' });
    expect(inWords('toString:1')).toEqual({ zh: 'toString:1', en: 'toString:1' });
  });
});
