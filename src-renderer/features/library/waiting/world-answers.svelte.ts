import type { WorldQuestion } from '../../../../src-main/contract/library.ts';
import type { SealsInput } from '../../../../src-main/contract/letters-sealed-copies.ts';
import type { ConcludedHow, ConclusionInput } from '../../../../src-main/contract/review-conclusions.ts';
import { call } from '../../../kernel/client.svelte.ts';
import { madeOn } from '../../../kernel/told/conclusion.svelte.ts';
import { SealsTold } from '../../../kernel/told/seals-told.svelte.ts';

/** What can have become of a decision that was recorded before anybody was asked. */
export const WORLD_KINDS = ['decision-day', 'made', 'not-yet'] as const;
export type WorldKind = (typeof WORLD_KINDS)[number] | '';

type Party = SealsInput['on'] | '';

/** What is answered about the seals of one copy; empty until the person says it. */
class CopyAnswer {
  readonly id: string;
  readonly name: string;
  on = $state<Party>('');
  datedOn = $state('');

  constructor({ id, name }: WorldQuestion['copies'][number]) {
    this.id = id;
    this.name = name;
  }

  get input(): SealsInput | undefined {
    const { on, datedOn } = this;
    if (on === '') return undefined;
    if (on !== 'both') return { on, ...(datedOn === '' ? {} : { datedOn }) };
    return datedOn === '' ? undefined : { on, datedOn };
  }
}

/** What is answered about one decision. Nothing is guessed: it is empty until the person says it. */
class WorldAnswer {
  readonly question: WorldQuestion;
  readonly copies: readonly CopyAnswer[];
  kind = $state<WorldKind>('');
  how = $state<ConcludedHow>('clicked-at-provider');
  on = $state('');
  /** Of a paper sealed by both. */
  readonly seals = new SealsTold({ seals: 'both' });

  constructor(question: WorldQuestion) {
    this.question = question;
    this.copies = question.copies.map((copy) => new CopyAnswer(copy));
  }

  get input(): ConclusionInput | undefined {
    const { kind, question } = this;
    if (question.decidedAt === undefined) return undefined;
    if (kind === 'decision-day' || kind === 'not-yet') return { kind };
    const made = kind === 'made' ? madeOn(this) : undefined;
    return made && { kind: 'made', ...made };
  }
}

/**
 * The answers to what is asked once of an older library. They hold the questions as they were when the dialog opened:
 * whatever is recorded meanwhile is no longer asked.
 */
export class WorldAnswers {
  readonly all: readonly WorldAnswer[];
  /** Answers that are recorded already, where the sending stopped half-way: they are not sent again. */
  readonly #sent = new Set<string>();

  constructor(questions: readonly WorldQuestion[]) {
    this.all = questions.map((question) => new WorldAnswer(question));
  }

  /** Whether there is anything to send. */
  get any(): boolean {
    return this.#told.length > 0 || this.#sealed.length > 0;
  }

  /** The place in the call's input where the conclusion of a version is sent. */
  pathOf(versionId: string): string {
    return `answers.${this.#told.findIndex((told) => told.versionId === versionId)}.conclusion`;
  }

  /** Gives every decision the same answer. */
  answerAll(kind: WorldKind): void {
    for (const answer of this.all) answer.kind = kind;
  }

  async send(by: string): Promise<void> {
    const answers = this.#told;
    if (answers.length > 0) await call('review.conclude', { by, answers });
    for (const answer of answers) this.#sent.add(JSON.stringify(answer));
    for (const sealed of this.#sealed) {
      await call('letters.tellSeals', { by, ...sealed });
      this.#sent.add(JSON.stringify(sealed));
    }
  }

  get #told(): { versionId: string; conclusion: ConclusionInput }[] {
    return this.all
      .flatMap(({ input, question: { versionId } }) => (input ? [{ versionId, conclusion: input }] : []))
      .filter((answer) => !this.#sent.has(JSON.stringify(answer)));
  }

  get #sealed(): { copyId: string; seals: SealsInput }[] {
    return this.all
      .flatMap(({ copies }) => copies.flatMap(({ id, input }) => (input ? [{ copyId: id, seals: input }] : [])))
      .filter((sealed) => !this.#sent.has(JSON.stringify(sealed)));
  }
}
