import type { z } from 'zod';
import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { contract, type CallName, type ContractHandlers } from '../contract/index.ts';

/** Answers one call by name: the call must be in the contract, the input must parse. Throws what the handler throws. */
export type Answer = (name: unknown, input: unknown) => Promise<unknown>;

/** The handlers behind the contract. Loads the schemas, so it is loaded after the window. */
export function callHandler(handlers: ContractHandlers): Answer {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name))
      throw badCall(`${String(name)}: not in the contract`);
    const parsed = contract[name as CallName].input.safeParse(input);
    if (!parsed.success) {
      const { issues } = parsed.error;
      const why = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      throw badCall(`${name}: ${why}`, issues);
    }
    const handler = handlers[name as CallName] as (input: unknown) => unknown;
    return handler(parsed.data);
  };
}

/** Where the input does not fit; undefined where it is the whole of it. A member that is too many is named, too. */
function pathOf(issue: z.core.$ZodIssue): string | undefined {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return path.length === 0 ? undefined : path.join('.');
}

/** What is said names no call and no member; those are only logged. A day that is none is said as such. */
function badCall(why: string, [issue, ...more]: readonly z.core.$ZodIssue[] = []): Refusal {
  const field = issue && pathOf(issue);
  const day = issue?.code === 'invalid_format' && issue.format === 'date';
  return new Refusal(
    'bad-input',
    sentence(day ? 'shell.call-handler.bad-date' : 'shell.call-handler.bad-input'),
    sentence(day ? 'shell.call-handler.bad-date.next' : 'shell.call-handler.bad-input.next'),
    {
      cause: new Error(why),
      ...(field === undefined ? {} : { field }),
      others: more.filter((each) => pathOf(each) !== undefined).map((each) => badCall(why, [each])),
    },
  );
}
