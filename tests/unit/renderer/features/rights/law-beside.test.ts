import { describe, expect } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import FactsPart from '../../../../../src-renderer/features/rights/FactsPart.svelte';
import LawDates from '../../../../../src-renderer/features/rights/LawDates.svelte';
import NoticeClock from '../../../../../src-renderer/features/notices/NoticeClock.svelte';
import AgendaRow from '../../../../../src-renderer/features/agenda/AgendaRow.svelte';
import TermPart from '../../../../../src-renderer/features/rights/term/TermPart.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { aLine } from '../../given/agenda.ts';
import { anId } from '../../given/agreements.ts';
import { readsText } from '../../given/find.ts';
import { aNoticeView } from '../../given/notices.ts';
import { inEach, said, settled, show, TODAY } from '../../given/page.ts';
import { aFact, known, someRights } from '../../given/rights.ts';
import { aStatute } from '../../given/statutes.ts';

const page = (): string => document.body.textContent;
const rows = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[data-statute]')].map((row) => row.getAttribute('data-statute'));

describe('the law stands beside the figure', () => {
  inEach('of a month: days of its own, slow repair, and what else it says', async (language) => {
    const law = {
      days: [
        { name: 'limitation' as const, answer: known('2029-03-05') },
        { name: 'endRight' as const, answer: known('2027-03-05') },
      ],
      repairs: [asWritten('The fault took 50 hours.')],
      statutes: [aStatute()],
    };
    await show(LawDates, { law, clauses: {}, agreementId: anId(1) }, {}, { language });
    for (const name of ['limitation', 'endRight'] as const) expect(page()).toContain(said(`rights.law.${name}`));
    for (const day of ['2029-03-05', '2027-03-05']) expect(page()).toContain(longDate(day));
    expect(page()).toContain('The fault took 50 hours.');
    expect(rows()).toEqual(['harbour-dues']);
  });

  inEach('of a fact, and of a notice', async (language) => {
    const view = someRights({ facts: [aFact({ statutes: [aStatute()] })] });
    await show(FactsPart, { view }, {}, { language });
    expect(rows()).toEqual(['harbour-dues']);
    document.body.innerHTML = '';
    const notice = aNoticeView({ statutes: [aStatute({ id: 'silence' })] });
    await show(NoticeClock, { view: notice, today: TODAY, onchanged: () => undefined }, {}, { language });
    expect(rows()).toEqual(['silence']);
    expect(page()).toContain(said('frame.law.note'));
  });
});

describe('the clock of an agreement', () => {
  const dayClock = { zone: asWritten('Port time'), today: '2026-12-14', ends: '2026-12-16T08:00:00.000Z' };

  inEach(
    'is told where it is not Beijing’s: whose, when the day ends here, and how far off it is there',
    async (language) => {
      const line = aLine({ date: '2026-12-15', hour: '17:00', dayClock });
      const nothing = (): undefined => undefined;
      await show(
        AgendaRow,
        {
          line,
          chosen: false,
          onchoose: nothing,
          onsnooze: nothing,
          ondone: nothing,
          onreopen: () => Promise.resolve(),
        },
        {},
        { language },
      );
      expect(page()).toContain(said('agenda.untilHour', { zone: 'Port time', hour: '17:00' }));
      expect(page()).toContain(said('frame.daysAhead', { days: 1 }));
      const here = new Date(
        Date.parse(dayClock.ends) - new Date(dayClock.ends).getTimezoneOffset() * 60_000,
      ).toISOString();
      expect(page()).toContain(here.slice(11, 16));
      document.body.innerHTML = '';
      const view = aNoticeView({ dayClock });
      await show(NoticeClock, { view, today: TODAY, onchanged: nothing }, {}, { language });
      expect(page()).toContain(said('frame.countedElsewhere', { zone: 'Port time', day: longDate('2026-12-14') }));
    },
  );

  inEach(
    'stands in the part of the term, with a price that comes too late and the first day to say no',
    async (language) => {
      const term = {
        ...{ agreementId: anId(1), currency: 'CNY', given: {}, statutes: [aStatute()], coming: [], renewsItself: true },
        ...{ dayClock, priceLate: true as const, cancelFrom: '2026-10-02' },
        figures: [
          { name: 'end' as const, as: 'date' as const, answer: known('2026-12-31') },
          { name: 'cancelBy' as const, as: 'date' as const, answer: known('2026-12-15') },
        ],
      };
      await show(TermPart, { view: someRights({ term: true }) }, { 'rights.term': () => term }, { language });
      await settled();
      expect(readsText(said('frame.countedElsewhere', { zone: 'Port time', day: longDate('2026-12-14') }))).toBe(true);
      expect(readsText(said('rights.term.priceLate'))).toBe(true);
      expect(page()).toContain(longDate('2026-10-02'));
      expect(rows()).toEqual(['harbour-dues']);
    },
  );
});
