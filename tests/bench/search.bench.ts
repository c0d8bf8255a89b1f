import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgreementDocument, Clause } from '../../src-main/agreement/model.ts';
import { openStore, type Store } from '../../src-main/store/store.ts';

const SIZES = [1_000, 10_000] as const;
const CLAUSES = 30;
const LIMIT = 60;
const ROUNDS = 8;

/** Common and rare words, two characters to a sentence, Latin, several at once, and nothing. */
const QUERIES = [
  '责任',
  '服务',
  '赔偿',
  '不可抗力',
  '可用性不低于',
  '甲方的赔偿总额以当月费用为限',
  'SLA',
  'avail',
  '责任 赔偿',
  '终止 三十日',
  '罕见词第七千三百号',
  '没有这样的话',
  '99.95',
  '条',
];

const PHRASES = [
  '甲方的赔偿总额以当月费用为限',
  '乙方应当在收到账单后十五日内付款',
  '服务可用性不低于 99.95%，以一个自然月为一个服务周期',
  '因不可抗力造成的中断不承担责任',
  '任何一方提前三十日书面通知可以终止本协议',
  '双方因履行本协议发生争议的，提交合同签订地人民法院',
  'The service is provided as is, availability is measured per month (SLA)',
  '乙方不得将服务转售给第三方',
  '客户数据的保存期限为服务终止后七日',
];

/**
 * Search over 1,000 and 10,000 versions of 30 clauses each: the time of the slowest twentieth of queries, and how it
 * grows when the library is ten times as large (1: not at all; 10: as the library does).
 */
export default async function searchBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  const store = openStore(join(folder, 'assent.sqlite'));
  try {
    addSource(store);
    const runs: { versions: number; medianMs: number; p95Ms: number; slowest: string }[] = [];
    let saved = 0;
    for (const size of SIZES) {
      while (saved < size) {
        const until = Math.min(size, saved + 500);
        store.transaction(() => {
          for (; saved < until; saved += 1) addVersion(store, saved);
        });
      }
      runs.push({ versions: size, ...measure(store) });
    }
    const [small, large] = runs;
    const growth = Math.round(((large?.p95Ms ?? 0) / (small?.p95Ms ?? 1)) * 100) / 100;
    return await Promise.resolve({ name: 'search', runs, growth });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(store: Store): { medianMs: number; p95Ms: number; slowest: string } {
  const times: { ms: number; query: string }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      const before = performance.now();
      store.search.find(query, LIMIT);
      times.push({ ms: performance.now() - before, query });
    }
  }
  times.sort((a, b) => a.ms - b.ms);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)]?.ms ?? 0) * 100) / 100;
  return { medianMs: at(0.5), p95Ms: at(0.95), slowest: times.at(-1)?.query ?? '' };
}

function addSource(store: Store): void {
  const at = '2026-11-23T00:00:00.000Z';
  store.sources.add({ id: 's', name: 's.txt', bytes: new Uint8Array([1]), sha256: 'a'.repeat(64), origin: 'own', at });
}

function addVersion(store: Store, index: number): void {
  const at = '2026-11-23T00:00:00.000Z';
  const id = `v${index}`;
  const title = `示例服务条款 ${index}`;
  store.agreements.addAgreement({ id: `a${index}`, title, kind: 'terms', origin: 'own', createdAt: at });
  const fingerprint = index.toString(16).padStart(64, '0');
  const version = { id, agreementId: `a${index}`, title, fingerprint, sourceId: 's', conspicuous: 0, savedAt: at };
  store.agreements.addVersion(version, { document: documentOf(index, title, fingerprint), reader: 'bench' }, title);
}

function documentOf(index: number, title: string, fingerprint: string): AgreementDocument {
  const clauses = Array.from({ length: CLAUSES }, (_, place): Clause => {
    const words = [0, 1, 2].map((step) => PHRASES[(index * 7 + place * 5 + step * 3) % PHRASES.length]);
    const rare = index === 7_300 && place === 3 ? '罕见词第七千三百号' : `${index}-${place}`;
    return {
      id: `c${place}`,
      number: String(place + 1),
      level: 1,
      role: 'clause',
      text: `${words.join('；')}（${rare}）。`,
      emphasis: [],
      tags: [],
      lines: [place + 1, place + 1],
    };
  });
  return {
    title,
    kind: 'terms',
    language: 'zh',
    fingerprint,
    lines: [1, CLAUSES],
    repairs: [],
    clauses,
    tables: [],
    facts: [],
    blanks: [],
  };
}
