import { screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import Agenda from '../../../../src-renderer/features/agenda/Agenda.svelte';
import { longDate } from '../../../../src-renderer/kernel/dates.ts';
import { aLine, anAgenda } from '../given/agenda.ts';
import { press } from '../given/hands.ts';
import { inEach, said, show } from '../given/page.ts';
import { reader } from '../given/reader.ts';
import { aView } from '../given/review.ts';
import { aStatute } from '../given/statutes.ts';

const inBoth = (words: string) => ({ zh: words, en: words });

const unbroken = (within: Element): readonly string[] =>
  [...within.querySelectorAll('.whole')].map(({ textContent }) => textContent);

it('a reference in the margin breaks no more than one in the text', async () => {
  const law = {
    c3: [aStatute({ says: inBoth('按第四百九十六条第二款提示'), article: inBoth('民法典第四百九十七条') })],
  };
  const reasons = { c3: [{ label: asWritten('上限'), because: '依照第七条' }] };
  await reader(aView({ law, reasons }), {}, { language: 'zh' });
  await press('j');
  const whole = unbroken(screen.getByRole('complementary', { name: said('review.notes.title') }));
  for (const each of ['第四百九十六条', '第二款', '第四百九十七条', '第七条']) expect(whole).toContain(each);
});

inEach('a day with its weekday stands on one line of the agenda', async (language) => {
  const line = aLine({ id: 'ahead', date: '2026-12-31', title: asWritten('Pay by then') });
  await show(Agenda, {}, { 'agenda.list': () => anAgenda([line]) }, { language });
  expect(unbroken(document.body)).toContain(longDate('2026-12-31'));
});
