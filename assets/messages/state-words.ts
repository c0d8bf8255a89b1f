import { type MessageKey, sentence, type Sentence } from './say.ts';

/** The states of a version, by the names that the catalogue has for them. */
type Named = Extract<MessageKey, `names.state.${string}`> extends `names.state.${infer Name}` ? Name : never;
export type StateName = Exclude<Named, 'concluded'>;

/** What a version's state is said from: how it came to stand decides the word of one that was accepted. */
export interface SaidState {
  readonly state: StateName;
  readonly by?: 'click' | 'order' | 'seal' | 'use' | undefined;
}

/**
 * The word of a version's state, for every screen, paper and command: a decision inside the company is `已决定接受（待对外作出）` until it was
 * made to the provider; then it is `已对外接受`, in lists `已接受`. That the service was used on is told as the fact that it is: whether it is
 * acceptance, nobody says for the company.
 */
export function stateWord({ state, by }: SaidState, where: 'list' | 'page'): Sentence {
  if (state !== 'accepted') return sentence(`names.state.${state}`);
  if (by === 'use') return sentence('names.noticeState.lapsed');
  return sentence(where === 'list' ? 'names.state.accepted' : 'names.state.concluded');
}
