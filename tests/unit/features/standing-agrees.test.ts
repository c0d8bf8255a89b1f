import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import type { Input } from '../../../src-main/contract/index.ts';
import { recordDecision } from '../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../src-main/features/notices/notice-moves.ts';
import { COMPANY, EvidenceUnderTest, RENDERING } from './evidence/evidence-handlers.ts';
import { type Answers, agreementOf, answersOf, disagreements, preparedLibrary, truthOf } from './standing-answers.ts';
import { usedAsThen } from './used-as-then.ts';

/**
 * One question has one answer: over a real store and any history, every feature says the same of what stands.
 */

type Conclusion = NonNullable<Input<'review.decide'>['conclusion']>;
type Step = (app: EvidenceUnderTest, versions: readonly string[]) => unknown;

const at = (versions: readonly string[], index: number): string => versions[index] ?? '';

const decide =
  (index: number, decision: Input<'review.decide'>['decision'], conclusion: Conclusion): Step =>
  (app, versions) => {
    const more = decision === 'accepted' ? { decision, conclusion } : { decision, reason: '试' };
    recordDecision(app.ports, settleNotices, app.click(at(versions, index), more), RENDERING);
  };
const conclude =
  (index: number, conclusion: Conclusion): Step =>
  ({ handlers }, versions) =>
    handlers['review.conclude']({ by: '陈远', answers: [{ versionId: at(versions, index), conclusion }] });
const seal =
  (
    index: number,
    as: Input<'letters.judgeSealedCopy'>['as'],
    seals: Input<'letters.judgeSealedCopy'>['seals'] | undefined,
  ): Step =>
  async (app, versions) => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...randomBytes(8)]);
    app.desk.chosen = [{ name: 'scan.png', bytes: png }];
    const received = await app.handlers['letters.addSealedCopy']({ versionId: at(versions, index) });
    const copyId = received?.copies.at(-1)?.id ?? '';
    await app.handlers['letters.judgeSealedCopy']({
      copyId,
      as,
      by: '陈远',
      reason: '试',
      ...(seals ? { seals } : {}),
    });
  };
const end =
  (index: number, from: string): Step =>
  ({ handlers }, versions) =>
    handlers['review.endStanding']({ versionId: at(versions, index), by: '陈远', from, why: 'terminated' });
const correct =
  (index: number, what: 'from' | 'until', date: string): Step =>
  ({ handlers }, versions) =>
    handlers['review.correctStanding']({ versionId: at(versions, index), by: '陈远', what, date, reason: '函件' });
const lapse =
  (usedOn: string): Step =>
  async ({ handlers, ports }) => {
    const { notices } = await handlers['notices.list']({});
    const noticeId = notices[0]?.id ?? '';
    await handlers['notices.move']({ noticeId, to: 'under-review', by: '' });
    usedAsThen(ports, noticeId, usedOn);
  };
const wait =
  (days: number): Step =>
  ({ desk }) => {
    desk.now = new Date(desk.now.getTime() + days * 86_400_000);
  };

const index = fc.integer({ min: 0, max: 2 });
/** Before, on and after the days that the prepared library speaks of; some are still ahead when the history begins. */
const day = fc.constantFrom(
  '2026-08-20',
  '2026-09-25',
  '2026-10-10',
  '2026-10-25',
  '2026-11-21',
  '2026-12-05',
  '2026-12-20',
);
const conclusion: fc.Arbitrary<Conclusion> = fc.oneof(
  fc.constant({ kind: 'just-clicked' } as const),
  fc.constant({ kind: 'not-yet' } as const),
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('clicked-at-provider', 'ordered', 'used'), day)
      .map(([how, on]) => ({ kind: 'made' as const, how, on })),
  },
);
const step: fc.Arbitrary<readonly [string, Step]> = fc.oneof(
  fc
    .tuple(
      index,
      fc.constantFrom('accepted', 'accepted', 'declined', 'set-aside'),
      fc.oneof(conclusion, fc.constant({ kind: 'not-yet' } as const)),
    )
    .map((what) => [`decide ${JSON.stringify(what)}`, decide(...what)] as const),
  {
    weight: 3,
    arbitrary: fc
      .tuple(index, conclusion)
      .map((what) => [`conclude ${JSON.stringify(what)}`, conclude(...what)] as const),
  },
  fc
    .tuple(
      index,
      fc.constantFrom('confirmed', 'overruled', 'rejected'),
      fc.oneof(
        fc.constant(undefined),
        fc.constant({ on: 'ours' } as const),
        day.map((datedOn) => ({ on: 'both', datedOn }) as const),
      ),
    )
    .map((what) => [`seal ${JSON.stringify(what)}`, seal(...what)] as const),
  fc.tuple(index, day).map((what) => [`end ${JSON.stringify(what)}`, end(...what)] as const),
  fc
    .tuple(index, fc.constantFrom('from', 'until'), day)
    .map((what) => [`correct ${JSON.stringify(what)}`, correct(...what)] as const),
  day.map((usedOn) => [`lapse ${usedOn}`, lapse(usedOn)] as const),
  fc.integer({ min: 1, max: 40 }).map((days) => [`wait ${days}`, wait(days)] as const),
);
const history = fc.array(step, { minLength: 1, maxLength: 8 });

let library: string;
beforeAll(async () => {
  library = await preparedLibrary({ company: COMPANY });
});

/** Runs a history and compares every feature's answer with the one answer. What is refused did not happen. */
async function lived(steps: readonly Step[], former: (answers: Answers) => Answers = (answers) => answers) {
  const app = new EvidenceUnderTest(library);
  try {
    const [company] = await app.handlers['settings.companies']({});
    app.companyId = company?.id ?? '';
    const versions = app.store.agreements.versionsOf(agreementOf(app) ?? '').map(({ id }) => id);
    for (const each of steps) {
      try {
        await each(app, versions);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    const answers = await answersOf(app);
    return { answers, versions, found: disagreements(former(answers), truthOf(app), app.desk.now.toISOString()) };
  } finally {
    app.end();
  }
}

/** A history lives through a whole library, two thirds of a second: few of them by the day, many in the long run. */
const RUNS = process.env['ASSENT_FUZZ'] === undefined ? 20 : 300;

describe('what stands', () => {
  test('is the same in every feature, after any history', async () => {
    const told = await fc.check(
      fc.asyncProperty(history, async (steps) => {
        const { found } = await lived(steps.map(([, run]) => run));
        expect(found, steps.map(([words]) => words).join('; ')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(told.failed ? fc.defaultReportMessage(told) : undefined).toBeUndefined();
  }, 1_200_000);

  test('first version sealed by both, second merely imported: the first, everywhere', async () => {
    const { answers, versions, found } = await lived([seal(0, 'confirmed', { on: 'both', datedOn: '2026-09-01' })]);
    expect(found).toEqual([]);
    const [first = '', second = ''] = versions;
    expect(answers.library.map(({ state }) => state)).toEqual(['accepted', 'reviewing', 'reviewing']);
    expect(answers.rights.basis).toMatchObject({ versionId: first, by: 'accepted' });
    expect(answers.month.basis).toMatchObject({ versionId: first, by: 'accepted' });
    expect(answers.reader.find(({ version }) => version.id === second)?.previousAccepted?.versionId).toBe(first);
    expect(answers.notice.basis).toMatchObject({ versionId: first, accepted: true });
    expect(answers.renewal).toBe('2027-06-23');
  });

  test('the second accepted in the world, then declined inside: it stands, disputed, everywhere', async () => {
    const made = (on: string) => ({ kind: 'made', how: 'clicked-at-provider', on }) as const;
    const { answers, versions, found } = await lived([
      decide(0, 'accepted', made('2026-09-01')),
      decide(1, 'accepted', made('2026-10-01')),
      wait(20),
      decide(1, 'declined', { kind: 'not-yet' }),
    ]);
    expect(found).toEqual([]);
    expect(answers.library.map(({ state }) => state)).toEqual(['superseded', 'accepted', 'reviewing']);
    expect(answers.library[1]?.period?.disputed).toBeDefined();
    expect(answers.rights.basis).toMatchObject({ versionId: versions[1], by: 'accepted' });
    // The notice was sent while the first still stood.
    expect(answers.notice.basis).toMatchObject({ versionId: versions[0], accepted: true });
  });

  test('accepted inside alone: nothing stands, and figures say whose choice they rest on', async () => {
    const { answers, versions } = await lived([decide(1, 'accepted', { kind: 'not-yet' })]);
    expect(answers.library.map(({ state, stands }) => [state, stands])).toEqual([
      ['reviewing', false],
      ['decided', false],
      ['reviewing', false],
    ]);
    expect(answers.rights.basis).toMatchObject({ versionId: versions[1], by: 'decided' });
    expect(answers.notice.newVersion?.accepted).toBe(false);
  });
});

/** How features once answered for themselves. */
const FORMER: Readonly<Record<string, (answers: Answers) => Answers>> = {
  'rights from the newest version': (answers) => ({
    ...answers,
    rights: { ...answers.rights, basis: { ...answers.rights.basis, versionId: answers.library.at(-1)?.id ?? '' } },
  }),
  'the last decision wins': (answers) => {
    const accepted = new Set(
      answers.library.flatMap(({ id }) => {
        const last = answers.decisions.find(({ versionId }) => versionId === id);
        return last?.decision === 'accepted' ? [id] : [];
      }),
    );
    const newest = answers.library.findLast(({ id }) => accepted.has(id))?.id;
    return { ...answers, library: answers.library.map((version) => ({ ...version, stands: version.id === newest })) };
  },
  'any decision to accept is an acceptance': (answers) => {
    const { newVersion } = answers.notice;
    const accepted = answers.decisions.some(
      ({ versionId, decision }) => versionId === newVersion?.versionId && decision === 'accepted',
    );
    return {
      ...answers,
      notice: { ...answers.notice, ...(newVersion ? { newVersion: { ...newVersion, accepted } } : {}) },
    };
  },
  'a confirmed copy governs whosever seals it bears': (answers) => ({
    ...answers,
    texts: answers.texts.map((texts) =>
      texts.copies.some(({ state }) => state === 'confirmed')
        ? { ...texts, governing: { ...texts.governing, governs: 'sealed' as const } }
        : texts,
    ),
  }),
};

describe('a feature that answers for itself', () => {
  test.each(Object.entries(FORMER))(
    'is noticed: %s',
    async (_, former) => {
      const told = await fc.check(
        fc.asyncProperty(history, async (steps) => {
          const { found } = await lived(
            steps.map(([, run]) => run),
            former,
          );
          expect(found).toEqual([]);
        }),
        // The same histories each time: a verdict about a fault can be repeated.
        { numRuns: 4 * RUNS, endOnFailure: true, seed: 20_261_123 },
      );
      expect(told.failed).toBe(true);
    },
    120_000,
  );
});
