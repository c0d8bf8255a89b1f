import { z } from 'zod';
import { maybeSameProvider } from '../../agreement/parties/same-provider.ts';
import type { Store } from '../../store/store.ts';
import { readSetting, type Setting, settingFault } from '../papers/settings.ts';
import { SETTINGS } from '../stored-names.ts';

/** Pairs of names of which a person said that they are two providers, each in the order of its letters. */
export const PROVIDERS_APART: Setting<{ readonly pairs: readonly (readonly [string, string])[] }> = {
  name: SETTINGS.library.providersApart,
  schema: z.strictObject({ pairs: z.array(z.tuple([z.string(), z.string()])) }),
};

/** Two names as one pair, in whichever order they are given. */
export const pairOf = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one];

/** The pairs that are kept apart, to be changed: what cannot be read is not written over. @throws Refusal `record-unreadable`. */
export const keptProvidersApart = (store: Store): readonly (readonly [string, string])[] =>
  readSetting(store, PROVIDERS_APART)?.pairs ?? [];

/** The pairs that are kept apart; where that cannot be read it is asked again. */
const providersApart = (store: Store): readonly (readonly [string, string])[] =>
  settingFault(store, PROVIDERS_APART) ? [] : keptProvidersApart(store);

/**
 * The name under which a provider may already be among one's own agreements, as far as nobody said that these are two: of several the one
 * that most agreements bear. Only a person makes one of them. Agreements that were put away offer no name.
 */
export function providerAlready(store: Store, name: string, away: ReadonlySet<string>): string | undefined {
  const apart = providersApart(store);
  const times = new Map<string, number>();
  for (const { id, provider } of store.agreements.ownAgreements())
    if (provider !== undefined && !away.has(id)) times.set(provider, (times.get(provider) ?? 0) + 1);
  const alike = [...times].filter(([known]) => {
    const [first, second] = pairOf(name, known);
    return maybeSameProvider(name, known) && !apart.some((pair) => pair[0] === first && pair[1] === second);
  });
  return alike.toSorted((one, other) => other[1] - one[1])[0]?.[0];
}
