import type { KnownFact } from '../agreement/fact.ts';
import { zonesIn } from '../agreement/quantity/zones.ts';
import { sentence } from '../agreement/sentence.ts';
import type { Missing, TermStep } from './answer.ts';
import { factsOf, type FoundFact, type TermBasis } from './basis.ts';
import { BEIJING, type Zone, zoneWords } from './calendar/zone.ts';
import { quotesOf } from './pick-fact.ts';

/** The one clock by which the days of an agreement begin and end. */
export interface DayClock {
  readonly zone: Zone;
  /** Who says so: a person, the text, or nobody, and then it is Beijing's. */
  readonly by: 'person' | 'text' | 'nobody';
  /** What is missing: the text names a zone that is not known here, or several, and Beijing's stands in for it. */
  readonly missing?: Missing;
  /** Says it beside the days, wherever that is not Beijing's by everybody's word. */
  readonly steps: readonly TermStep[];
}

/** The zone of a fact; none where its words name several. */
function zoneOf({ fact }: FoundFact): Zone | undefined {
  const [zone, other] = typeof fact.value === 'string' ? zonesIn(fact.value) : [];
  return other === undefined ? zone : undefined;
}

const isSaid = (fact: FoundFact['fact']): fact is KnownFact => 'from' in fact && fact.from.by === 'person';

/**
 * By whose clock the days of an agreement are counted: as a person set it, else as its text says, else Beijing's. A text that says two
 * is not picked from: which holds is missing.
 */
export function dayClock(basis: Pick<TermBasis, 'sources' | 'zone'>): DayClock {
  if (basis.zone !== undefined) {
    const text = sentence('term.day-clock.person', { zone: zoneWords(basis.zone) });
    return { zone: basis.zone, by: 'person', steps: basis.zone === BEIJING ? [] : [{ text, by: 'person' }] };
  }
  const said = factsOf(basis, 'time-zone');
  const zones = new Set(said.map(zoneOf).filter((zone) => zone !== undefined));
  const [only] = zones;
  if (only !== undefined && zones.size === 1) {
    const by = said.some(({ fact }) => isSaid(fact)) ? 'person' : 'text';
    return { zone: only, by, steps: only === BEIJING ? [] : said.slice(0, 1).flatMap(({ steps }) => steps) };
  }
  const unread = said.filter((each) => zoneOf(each) === undefined);
  if (zones.size === 0 && unread.length > 0) {
    const text = sentence('term.day-clock.unread', { quotes: quotesOf(said) });
    const missing: Missing = { what: 'fact', name: 'time-zone', text };
    return { zone: BEIJING, by: 'nobody', missing, steps: [...said.flatMap(({ steps }) => steps), { text }] };
  }
  if (zones.size === 0) return { zone: BEIJING, by: 'nobody', steps: [] };
  const text = sentence('term.day-clock.several', { quotes: quotesOf(said) });
  const missing: Missing = { what: 'conflict', name: 'time-zone', text };
  return { zone: BEIJING, by: 'nobody', missing, steps: [...said.flatMap(({ steps }) => steps), { text }] };
}
