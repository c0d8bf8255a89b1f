import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { contract, type CallName, type ContractHandlers } from '../contract/index.ts';

/** Answers one call by name: the call must be in the contract, the input must parse. Throws what the handler throws. */
export type Answer = (name: unknown, input: unknown) => Promise<unknown>;

/** The handlers behind the contract. Loads the schemas, so it is loaded after the window. */
export function answering(handlers: ContractHandlers): Answer {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) throw badCall(String(name), 'not in the contract');
    const parsed = contract[name as CallName].input.safeParse(input);
    if (!parsed.success) {
      throw badCall(name, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
    }
    const handler = handlers[name as CallName] as (input: unknown) => unknown;
    return handler(parsed.data);
  };
}

function badCall(name: string, why: string): Refusal {
  return new Refusal(
    'bad-input',
    sentence('shell.call-handler.bad-input', { name }),
    sentence('shell.call-handler.bad-input.next'),
    { cause: new Error(why) },
  );
}
