import { t } from '../../../kernel/preferences.svelte.ts';

/** The zones that can be chosen, each with the key of its name. */
export const ZONES = [
  ['Asia/Shanghai', 'names.zone.beijing'],
  ['Asia/Hong_Kong', 'names.zone.hong-kong'],
  ['Asia/Taipei', 'names.zone.taipei'],
  ['Asia/Singapore', 'names.zone.singapore'],
  ['Asia/Tokyo', 'names.zone.tokyo'],
  ['Europe/London', 'names.zone.london'],
  ['Europe/Berlin', 'names.zone.central-europe'],
  ['America/New_York', 'names.zone.us-eastern'],
  ['America/Los_Angeles', 'names.zone.us-pacific'],
  ['UTC', 'names.zone.utc'],
] as const;

/** What a zone is called; one that is a distance from UTC by that: `UTC+05:30`. */
export function zoneName(zone: string): string {
  const named = ZONES.find(([each]) => each === zone);
  return named ? t(named[1]) : `UTC${zone}`;
}
