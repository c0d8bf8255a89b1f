import { type CeremonyPolicy, DEFAULT_POLICY, strengthen } from '../acceptance/policy.ts';
import type { Preferences } from '../contract/settings.ts';
import type { Store } from '../store/store.ts';
import { SETTINGS } from './stored-names.ts';

const DEFAULT_PREFERENCES: Preferences = { language: 'zh', theme: 'system', textSize: 100, panes: {} };

/** What the person chose, over the defaults. */
export function preferences(store: Store): Preferences {
  return { ...DEFAULT_PREFERENCES, ...store.settings.get<Partial<Preferences>>(SETTINGS.settings.preferences) };
}

/** The ceremony's policy: the default, made stricter as the settings wish, never laxer. */
export function ceremonyPolicy(store: Store): CeremonyPolicy {
  return strengthen(
    DEFAULT_POLICY,
    store.settings.get<Partial<CeremonyPolicy>>(SETTINGS.settings.ceremonyPolicy) ?? {},
  );
}
