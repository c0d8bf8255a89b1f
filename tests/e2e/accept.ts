import type { App } from './app.ts';
import { COMPANY, DECIDER } from './sample.ts';

/** Goes through a version's review and accepts it, by the same calls as the page, in less time than a person needs. */
export async function accept(
  app: App,
  id: string,
  decider: { readonly person: string; readonly role: string; readonly language?: 'zh' | 'en' } = DECIDER,
): Promise<unknown> {
  const ask = (name: string, input: unknown): Promise<unknown> =>
    app.page.evaluate(
      async (asked) => {
        const answer = (await window.assent.call(asked.name, asked.input)) as {
          readonly ok: boolean;
          readonly value?: unknown;
          readonly failure?: unknown;
        };
        if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
        return answer.value;
      },
      { name, input },
    );
  interface Progress {
    readonly requirements: readonly { kind: string; done: boolean; clauseId?: string; versionId?: string }[];
  }
  let { progress } = (await ask('review.open', { versionId: id })) as { progress: Progress };
  for (let turn = 0; turn < 12; turn += 1) {
    const open = progress.requirements.filter(({ done, kind }) => !done && kind !== 'redline');
    const clauses = open.flatMap(({ clauseId }) => clauseId ?? []);
    const annex = open.find(({ kind }) => kind === 'annex')?.versionId;
    const seen = clauses.map((clauseId) => ({ clauseId, seconds: 15, weight: 700, decoration: 'none' }));
    const observation = { seen, acknowledged: clauses, withdrawn: [], endReached: true };
    await app.passInMain(15);
    progress = (await ask('review.observe', {
      versionId: id,
      observation: { ...observation, ...(annex === undefined ? {} : { annexOpened: annex }) },
    })) as Progress;
  }
  const [kept] = (await ask('settings.companies', {})) as readonly { id: string }[];
  const companyId = (kept ?? ((await ask('settings.saveCompany', { company: COMPANY })) as { id: string })).id;
  return ask('review.decide', {
    versionId: id,
    companyId,
    decision: 'accepted',
    language: 'zh',
    ...decider,
    basis: 'legal-representative',
    conclusion: { kind: 'just-clicked' },
  });
}
