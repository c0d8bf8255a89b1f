import { expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import { certificateContent } from '../../../src-main/acceptance/certificate.ts';
import type { ProofFacts } from '../../../src-main/acceptance/certificate-proof.ts';
import { type ClausesShown, type RecordView, recordView } from '../../../src-main/acceptance/record-view.ts';
import { dayWords } from '../../../src-main/agreement/date-words.ts';
import { sentence } from '../../../src-main/agreement/sentence.ts';
import { recordInput } from './sample.ts';

const facts: ProofFacts = {
  entry: { sequence: 7, hash: '7'.repeat(64), device: 'd'.repeat(32) },
  recordHash: '9'.repeat(64),
  signature: 'none',
  stamps: [],
  deposits: [],
};
const rows = (record: RecordView, shown: ClausesShown = { quotes: new Map() }) =>
  certificateContent(record, { ...facts, shown }, 'zh').sections.flatMap((section) => section.rows);
const BEFORE = '此前接受的版本';

test('the version that was accepted before is called by what its text says that it is', () => {
  const acceptedBefore = { versionId: 'v0', ordinal: 1, fingerprint: 'c'.repeat(64), redline: 'd'.repeat(64) };
  const followed = recordView(assembleRecord(recordInput({ acceptedBefore })));
  const value = (shown: ClausesShown) => rows(followed, shown).find(({ label }) => label === BEFORE)?.value;
  const ownBefore = sentence('acceptance.version.dated', { day: dayWords('2025-09-01') });
  const quotes = new Map<string, string>();
  expect(value({ quotes, ownBefore })).toBe(`2025年9月1日版，我方台账第 1 版，SHA-256 ${'c'.repeat(64)}`);
  expect(value({ quotes })).toBe(`我方台账第 1 版，SHA-256 ${'c'.repeat(64)}`);
});

test('what is absent is said as a fact, without the name of its kind', () => {
  const all = rows(recordView(assembleRecord(recordInput())));
  expect(all.find(({ label }) => label === BEFORE)?.value).toBe('此前没有接受过任何版本');
  expect(all.filter(({ value }) => /^(?:不适用|未采集|未提供)：/u.test(value))).toEqual([]);
});

test('who decided is named in English beside the name that the record holds, where they have such a name', () => {
  const decided = recordView(assembleRecord(recordInput()));
  const who = (personCalled?: string): string =>
    JSON.stringify(
      certificateFront(
        decided,
        { quotes: new Map(), earlier: new Map(), ...(personCalled === undefined ? {} : { personCalled }) },
        'en',
      ),
    );
  const { name, role } = decided.person;
  expect(who()).toContain(`"${name} (${role})"`);
  expect(who('Li Shili')).toContain(`"Li Shili (${name}, ${role})"`);
});
