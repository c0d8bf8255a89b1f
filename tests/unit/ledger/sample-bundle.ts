import { createHash } from 'node:crypto';
import { canonicalText as wordsOf } from '../../../src-main/agreement/canonical.ts';
import type { BundleContents } from '../../../src-main/ledger/bundle.ts';
import { canonicalJson } from '../../../src-main/ledger/canonical-json.ts';
import type { DeviceKey } from '../../../src-main/ledger/device-key.ts';
import { chainOf, type Said } from './sample-chain.ts';

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const clauses = [
  { id: 'h1', number: '1', level: 1, role: 'heading', text: '付款', emphasis: [], tags: [], lines: [2, 2] },
  {
    id: 'c1',
    number: '1.1',
    parent: 'h1',
    level: 2,
    role: 'clause',
    text: '乙方按订购页面付款。',
    emphasis: [{ start: 0, end: 2, strong: true, underline: true, origin: 'source' }],
    tags: [],
    lines: [3, 3],
  },
  {
    id: 'c2',
    number: '1.2',
    parent: 'h1',
    level: 2,
    role: 'clause',
    text: '甲方的赔偿总额以当月费用为限。',
    emphasis: [{ start: 0, end: 15, strong: true, underline: false, origin: 'rule' }],
    tags: [{ kind: 'liability-cap', because: '为限' }],
    lines: [4, 4],
  },
  {
    id: 't1',
    level: 2,
    role: 'table',
    text: '可用性\t赔偿\n低于 99.95%\t15%\n低于 99%\t30%',
    emphasis: [],
    tags: [],
    lines: [5, 7],
  },
];

export const canonicalText = wordsOf({ clauses });
export const fingerprint = hashOf(canonicalText);
const source = utf8(`${canonicalText}\n页脚`);

export const document = {
  title: '示例服务条款',
  kind: 'terms',
  provider: '示例云公司',
  language: 'zh',
  fingerprint,
  lines: [1, 4],
  repairs: [],
  tables: [
    {
      clause: 't1',
      header: ['可用性', '赔偿'],
      rows: [
        ['低于 99.95%', '15%'],
        ['低于 99%', '30%'],
      ],
    },
  ],
  facts: [],
  blanks: [],
  clauses,
};

/** An acceptance whose record says what stands in the rest of the bundle. */
function recordAfter(previousLedgerHash: string) {
  return {
    format: 'assent-acceptance-record-1',
    id: 'a1',
    agreement: { id: 'g1', title: '示例服务条款', provider: '示例云公司' },
    version: { id: 'v1', ordinal: 1, title: '示例服务条款' },
    sources: [{ id: 's1', name: '条款.txt', sha256: hashOf(source) }],
    hashes: { canonicalText: fingerprint, structure: hashOf(canonicalJson(document)) },
    decision: 'accepted',
    person: { name: '李示例', role: '法务经理' },
    company: { name: '示例科技有限公司' },
    time: { utc: '2026-11-23T00:03:00.000Z', local: '2026-11-23T08:03:00.000+08:00' },
    words: { statement: '本人代表公司接受上述版本。', button: '我已阅读并同意', language: 'zh' },
    previousLedgerHash,
  };
}

export const certificate = utf8('%PDF-1.7 certificate');
export const letter = utf8('%PDF-1.7 letter');

/** Contents of a small bundle, vouched for by its ledger; `others` are entries about other people's business. */
export function sampleContents(
  key: DeviceKey | undefined,
  more: { readonly others?: readonly Said[]; readonly verifier?: Uint8Array; readonly tail?: readonly Said[] } = {},
): BundleContents {
  const before: Said[] = [
    { kind: 'ledger-opened', subject: 'ledger:own', payload: { salt: 'a1b2' } },
    ...(more.others ?? [{ kind: 'settings-changed', subject: 'setting:1', payload: { secret: '机密设置' } }]),
    { kind: 'source-imported', subject: 'source:s1', payload: { sha256: hashOf(source), name: '条款.txt' } },
    {
      kind: 'version-saved',
      subject: 'version:v1',
      payload: { fingerprint, structure: hashOf(canonicalJson(document)) },
    },
  ];
  const record = recordAfter(chainOf(before, key).at(-1)?.hash ?? '');
  const entries = chainOf(
    [
      ...before,
      { kind: 'acceptance-decided', subject: 'acceptance:a1', payload: { record: hashOf(canonicalJson(record)) } },
      { kind: 'certificate-issued', subject: 'acceptance:a1', payload: { sha256: hashOf(certificate) } },
      { kind: 'letter-exported', subject: 'letter:l1', payload: { sha256: hashOf(letter) } },
      ...(more.tail ?? []),
    ],
    key,
  );
  return {
    sources: [{ extension: 'txt', bytes: source }],
    versions: [{ fingerprint, canonicalText, document }],
    records: [{ id: 'a1', record }],
    certificates: [{ id: 'a1', bytes: certificate }],
    letters: [{ id: 'l1', bytes: letter }],
    entries,
    timestamps: [],
    deviceKeys: key ? [key.publicKey] : [],
    verifier: more.verifier ?? utf8('<!doctype html><title>verify</title>'),
  };
}
