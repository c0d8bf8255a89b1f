import { z } from 'zod';
import { type CeremonyPolicy, DEFAULT_POLICY, strengthen } from '../acceptance/policy.ts';
import { type Preferences, preferences as preferencesShape } from '../contract/settings.ts';
import type { Store } from '../store/store.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { Language } from '../agreement/sentence.ts';
import { putSetting, readSetting, type Setting, settingFault } from './papers/settings.ts';
import type { Ports } from './ports.ts';
import { SETTINGS } from './stored-names.ts';

const DEFAULT_PREFERENCES: Preferences = { language: 'zh', theme: 'system', textSize: 100, panes: {}, handledBy: '' };

/** What the person chose. */
export const PREFERENCES: Setting<Partial<Preferences>> = {
  name: SETTINGS.settings.preferences,
  schema: z.strictObject({
    language: preferencesShape.shape.language.exactOptional(),
    theme: preferencesShape.shape.theme.exactOptional(),
    textSize: preferencesShape.shape.textSize.exactOptional(),
    panes: preferencesShape.shape.panes.exactOptional(),
    handledBy: preferencesShape.shape.handledBy.exactOptional(),
  }),
};

/** How much stricter the person wants the ceremony. */
export const CEREMONY_POLICY: Setting<Partial<CeremonyPolicy>> = {
  name: SETTINGS.settings.ceremonyPolicy,
  schema: z.strictObject({
    readingTimeFactor: z.number().exactOptional(),
    everyClause: z.boolean().exactOptional(),
    secondPerson: z.boolean().exactOptional(),
  }),
};

/** What the person chose, over the defaults; the defaults alone where it cannot be read: a window needs a language. */
export function preferences(store: Store): Preferences {
  try {
    return { ...DEFAULT_PREFERENCES, ...readSetting(store, PREFERENCES) };
  } catch (error) {
    if (error instanceof Refusal) return DEFAULT_PREFERENCES;
    throw error;
  }
}

/** At the very first start the system's language is the person's, until they choose; what was kept stays. */
export function beginIn(ports: Pick<Ports, 'store' | 'now'>, language: Language): void {
  if (ports.store.settings.get(PREFERENCES.name) === undefined) putSetting(ports, PREFERENCES, { language });
}

/**
 * The ceremony's policy: the default, made stricter as the settings wish, never laxer.
 * @throws Refusal `record-unreadable`: what was wished is not known, and less may not do.
 */
export function ceremonyPolicy(store: Store): CeremonyPolicy {
  return strengthen(DEFAULT_POLICY, readSetting(store, CEREMONY_POLICY) ?? {});
}

/** After how many days the agenda asks for a time stamp on the ledger, where the person did not say otherwise. */
const WEEKLY = 7;

/** How often the person wants to be asked for a time stamp; 0 days for never. */
export const STAMP_INTERVAL: Setting<{ readonly days: number }> = {
  name: SETTINGS.settings.stampInterval,
  schema: z.strictObject({ days: z.number().int().min(0).max(366) }),
};

/** Days between two time stamps; 0 for never. */
export function stampInterval(store: Store): number {
  if (settingFault(store, STAMP_INTERVAL)) return WEEKLY;
  return readSetting(store, STAMP_INTERVAL)?.days ?? WEEKLY;
}
