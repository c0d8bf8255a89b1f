import type { LucideIcon } from '@lucide/svelte';
import Bell from '@lucide/svelte/icons/bell';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import Scale from '@lucide/svelte/icons/scale';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Stamp from '@lucide/svelte/icons/stamp';
import { sentence, type Sentence } from '../../../assets/messages/say.ts';
import type { ScreenName } from '../../../src-main/contract/event.ts';

/** The screens that the rail leads to, from top to bottom; the settings stand at its end. */
export const RAIL = ['library', 'notices', 'letters', 'rights', 'agenda', 'evidence', 'settings'] as const;
export type RailScreen = (typeof RAIL)[number];

export const RAIL_ICONS: Readonly<Record<RailScreen, LucideIcon>> = {
  library: BookOpen,
  notices: Bell,
  letters: Stamp,
  rights: Scale,
  agenda: CalendarCheck,
  evidence: ShieldCheck,
  settings: SlidersHorizontal,
};

/** What each is called. */
export const RAIL_WORDS: Readonly<Record<RailScreen, Sentence>> = {
  library: sentence('frame.library'),
  notices: sentence('frame.notices'),
  letters: sentence('frame.letters'),
  rights: sentence('frame.rights'),
  agenda: sentence('frame.agenda'),
  evidence: sentence('frame.evidence'),
  settings: sentence('frame.settings'),
};

/** Under which of them a screen stands. */
export const railScreen = (screen: ScreenName): RailScreen => RAIL.find((each) => each === screen) ?? 'library';
