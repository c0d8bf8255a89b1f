import { accept } from './accept.ts';
import type { App } from './app.ts';
import { COMPANY, DECIDER, ENGLISH, furnish, TITLE } from './sample.ts';

/** The day on which the lived-in library is looked at; everything in it is dated from here. */
export const TODAY = '2026-12-01T02:00:00.000Z';

/** The company that works there, what it ordered and what broke down, in the language of the library. */
const WHO = {
  zh: { company: COMPANY, decider: DECIDER, service: '跨域专线', cause: '断网' },
  en: {
    company: {
      ...COMPANY,
      name: 'Farhaven Technology Co., Ltd. (Sample)',
      address: '1 Riverside Road, Sample City',
      legalRepresentative: 'Lin Chen',
      contact: 'Hana Li',
      signatory: 'Lin Chen',
      signatoryRole: 'General manager',
    },
    decider: { person: 'Lin Chen', role: 'General manager', language: 'en' },
    service: 'Private line',
    cause: 'Line down',
  },
} as const;

interface Line {
  readonly agreement: string;
  readonly old: string;
  readonly next: string;
}

/** Ids of the telecom's agreement and of its two versions. */
function lineOf(app: App): Line {
  const rows = app.rows<{ id: string; agreement_id: string }>(
    `SELECT id, agreement_id FROM version WHERE title IN ('${TITLE.line}', '${ENGLISH.line}') ORDER BY ordinal`,
  );
  const [old, next] = rows;
  if (!old || !next) throw new Error('the sample set has two versions of the line');
  return { agreement: old.agreement_id, old: old.id, next: next.id };
}

const ask = (app: App, name: string, input: unknown): Promise<unknown> =>
  app.page.evaluate(
    async ([name, input]) => {
      const answer = (await window.assent.call(name, input)) as { readonly ok: boolean; readonly failure?: unknown };
      if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
      return answer;
    },
    [name, input] as const,
  );

/**
 * A library in which a company has worked for a while: the sample set, one version accepted and a notice of its successor,
 * an order with its dates, an outage, a letter begun. On a day that stands still, so that it looks the same on any day.
 */
export async function liveIn(app: App, language: 'zh' | 'en' = 'zh'): Promise<Line> {
  const { company, decider, service, cause } = WHO[language];
  await app.standAt(TODAY);
  await furnish(app, company);
  const line = lineOf(app);
  await accept(app, line.old, decider);
  await ask(app, 'notices.register', {
    agreementId: line.agreement,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-25',
    newVersionId: line.next,
  });
  const order = {
    service,
    number: 'EX-2026-031',
    plan: 'prepaid',
    orderedOn: '2026-11-29',
    amount: '144000',
    starts: '2026-12-05',
    settlementDay: '2026-11-30',
    invoiceType: 'special',
    note: '',
    remindOn: '2026-12-10',
  };
  await ask(app, 'rights.saveOrder', { agreementId: line.agreement, order });
  const [level] = app.rows<{ id: string }>("SELECT id FROM agreement WHERE kind = 'sla'");
  await ask(app, 'rights.pasteOutages', {
    agreementId: level?.id,
    text: `2026-11-10 01:00,2026-11-10 05:30,${cause}`,
  });
  return line;
}
