import type { AgreementSummary } from '../../src-main/contract/library.ts';
import type { Place } from '../../src-main/contract/event.ts';
import { call, hear } from '../kernel/client.svelte.ts';
import { attempt } from '../kernel/failures.svelte.ts';
import { way } from '../kernel/navigation.svelte.ts';
import { say, t } from '../kernel/preferences.svelte.ts';
import { type Crumb, screenBar } from '../kernel/screen-bar.svelte.ts';
import { RAIL_WORDS, railScreen } from './rail/rail-screens.ts';

let known = $state.raw<readonly AgreementSummary[] | undefined>(undefined);

async function load(): Promise<void> {
  known = (await attempt(() => call('library.list', {})))?.agreements ?? known;
}

/** Knows the agreements by name until the answer is called. */
export function followAgreements(): () => void {
  void load();
  const stop = hear('changed', ({ features }) => void (features.includes('library') && load()));
  return () => {
    stop();
    known = undefined;
  };
}

/** The way to a place by names, the screen first and the agreement below it; what is shown stands last. */
export const whereabouts = {
  /** There is no agreement yet, as at the first start. */
  get nothingYet(): boolean {
    return known?.length === 0;
  },
  get crumbs(): readonly Crumb[] {
    const { here } = way;
    const top = railScreen(here.screen);
    return [{ words: say(RAIL_WORDS[top]), place: { screen: top } }, ...(screenBar.crumbs ?? below(here))];
  },
  /** As the window is titled: the smallest name first, as in a list of windows. */
  get title(): string {
    return [...this.crumbs.map(({ words }) => words).reverse(), t('frame.product')].join(' — ');
  },
};

function below(place: Place): readonly Crumb[] {
  switch (place.screen) {
    case 'import':
      return [{ words: t('frame.importScreen') }];
    case 'review':
      return ofVersion(place.versionId, (ordinal) => [{ words: t('frame.reviewOf', { ordinal }) }], t('frame.review'));
    case 'decision':
      return ofVersion(
        place.versionId,
        (ordinal) => [
          { words: t('frame.reviewOf', { ordinal }), place: { screen: 'review', versionId: place.versionId } },
          { words: t('frame.decision') },
        ],
        t('frame.decision'),
      );
    case 'compare':
      return ofVersion(place.newVersionId, () => [{ words: t('frame.compare') }], t('frame.compare'));
    case 'rights':
      return (known ?? []).filter(({ id }) => id === place.agreementId).map(({ title }) => ({ words: title }));
    default:
      return [];
  }
}

/** The agreement a version belongs to, and what is shown of it; while the agreement is unknown only that. */
function ofVersion(versionId: string, then: (ordinal: number) => readonly Crumb[], unknown: string): readonly Crumb[] {
  for (const { title, versions } of known ?? []) {
    const version = versions.find(({ id }) => id === versionId);
    if (version) return [{ words: title }, ...then(version.ordinal)];
  }
  return [{ words: unknown }];
}
