import { diffChars } from 'diff';
import { clauseIds } from '../../src-main/agreement/structure/identity.ts';
import type { AgreementDocument } from '../../src-main/agreement/model.ts';
import { compare } from '../../src-main/compare/compare.ts';

export interface CompareBench {
  /** Two versions of 7,000 characters with nine small edits, median in milliseconds. */
  readonly compare7000ms: number;
  /** That time by the time of `diffChars` on the same texts, medians of alternating runs. */
  readonly ratioToDiffChars: number;
  readonly agreement315KBms: number;
  readonly growth: readonly { readonly chars: number; readonly ms: number }[];
}

const PHRASES = (
  '客户应当,平台有权,按照约定,支付费用,提供线路,不得转租,及时通知,书面确认,保持联系,在三十日内,在5个工作日内,承担责任,' +
  '妥善保管,账号密码,业务数据,自行备份,依法披露,协商解决,终止服务,结清款项,继续有效,另行约定'
).split(',');

/** A repeatable stream of numbers below `limit` (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % limit;
  };
}

function texts(characters: number): string[] {
  const next = numbers(7);
  const list: string[] = [];
  for (let size = 0; size < characters; size += list.at(-1)?.length ?? 0) {
    const phrases = Array.from({ length: 8 + next(20) }, () => PHRASES[next(PHRASES.length)] ?? '');
    list.push(`${phrases.join('，')}。`);
  }
  return list;
}

/** Another version: so many clauses have one phrase replaced. */
function revised(list: readonly string[], edits: number): string[] {
  const next = numbers(11);
  const copy = [...list];
  for (let edit = 0; edit < edits; edit += 1) {
    const at = Math.floor(((edit + 0.5) * list.length) / edits);
    const text = copy[at] ?? '';
    copy[at] = text.replace(PHRASES[next(PHRASES.length)] ?? '', '双方同意').replace('，', '，并且');
  }
  return copy;
}

function document(list: readonly string[]): AgreementDocument {
  const ids = clauseIds(list);
  return {
    title: '示例',
    kind: 'other',
    language: 'zh',
    fingerprint: '',
    lines: [1, list.length],
    repairs: [],
    clauses: list.map((text, index) => ({
      id: ids[index] ?? '',
      number: String(index + 1),
      level: 1,
      role: 'clause',
      text,
      emphasis: [],
      tags: [],
      lines: [index + 1, index + 1],
    })),
    tables: [],
    facts: [],
    blanks: [],
  };
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function measure(characters: number, edits: number, runs: number): { readonly ours: number; readonly plain: number } {
  const before = texts(characters);
  const after = revised(before, edits);
  const [old, next] = [document(before), document(after)];
  const [oldText, newText] = [before.join('\n'), after.join('\n')];
  const ours: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(time(() => compare(old, next)));
    plain.push(time(() => diffChars(oldText, newText)));
  }
  return { ours: median(ours), plain: median(plain) };
}

/** Measures the comparison; alternates with the plain character diff so that both meet the same machine. */
export default async function compareBench(): Promise<CompareBench> {
  const small = measure(7_000, 9, 200);
  const large = measure(105_000, 60, 10);
  const sizes = [7_000, 14_000, 28_000, 56_000, 112_000];
  return {
    compare7000ms: small.ours,
    ratioToDiffChars: small.ours / small.plain,
    agreement315KBms: large.ours,
    growth: sizes.map((chars) => ({ chars, ms: measure(chars, Math.round(chars / 780), 9).ours })),
  };
}
