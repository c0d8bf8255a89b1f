import { sentence, words } from '../../../../src-main/agreement/sentence.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectInWords } from '../../../../src-main/features/evidence/ledger-subjects.ts';
import { KEPT_RECORDS } from '../../../../src-main/kept-records.ts';
import { SUBJECT_WORDS } from '../../../../src-main/ledger/subject.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeAll(async () => {
  desk = await AppUnderTest.withSamples();
});
afterAll(() => desk.end());

const inWords = (subject: string, payload = {}) =>
  words(subjectInWords(desk.store, { subject, payload }, KEPT_RECORDS.papers));

describe('what an entry is about', () => {
  test.each(SUBJECT_WORDS)('%s has words in both languages, even where the thing is gone', (word) => {
    const about = inWords(`${word}:0123456789`) as { zh: string; en: string };
    expect(about.zh).toMatch(/^[\u4e00-\u9fff]/u);
    // Sentence case, as every label.
    expect(about.en).toMatch(/^[A-Z][a-z]/u);
    expect(about.zh).not.toContain(`${word}:`);
    expect(about.en).not.toContain(`${word}:`);
  });

  test.each([
    ['ledger:own', 'ledger-own'],
    ['device:keys', 'device-keys'],
    ['clock:system', 'clock-system'],
    ['setting:ceremony-policy', 'setting-ceremony-policy'],
    ['setting:watched-folder', 'setting-watched-folder'],
    ['database', 'database'],
  ] as const)('%s, of which there is one, is called by its name', (subject, name) => {
    const about = inWords(subject) as { zh: string; en: string };
    expect(about.zh).toMatch(/^[\u4e00-\u9fff]+$/u);
    expect(about.en).toMatch(/^[A-Z][a-z]+(?: [a-z]+)*$/u);
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
    expect(inWords('agenda:order:1/overdue', { title: '付款' })).toEqual({ zh: '付款', en: '付款' });
  });

  test('a subject of a later version is shown as it is', () => {
    expect(inWords('comet:1')).toEqual({ zh: 'comet:1', en: 'comet:1' });
    expect(inWords('toString:1')).toEqual({ zh: 'toString:1', en: 'toString:1' });
  });
});
