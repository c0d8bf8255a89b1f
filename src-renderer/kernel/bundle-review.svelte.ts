import type { BundleReview } from '../../src-main/contract/evidence.ts';
import { goOrTell } from './beside-dialog.ts';
import { call } from './client.svelte.ts';
import { attempt } from './failures.svelte.ts';
import { t } from './preferences.svelte.ts';

let opened = $state.raw<BundleReview | undefined>(undefined);

/** The bundle that is being looked at; nothing of it is in the library. */
export const bundle = {
  get review(): BundleReview | undefined {
    return opened;
  },
  close(): void {
    opened = undefined;
  },
};

function show(review: BundleReview | undefined): void {
  if (!review) return;
  opened = review;
  goOrTell({ screen: 'evidence', part: 'bundles' }, t('frame.bundleBeside', { name: review.name }));
}

/** Whether a dropped file is a bundle rather than something to read. */
export const isBundle = ({ name }: { readonly name: string }): boolean => /\.zip$/iu.test(name);

/** Asks for a bundle in the system dialog; what fails is thrown. */
export async function askForBundle(): Promise<void> {
  show(await call('evidence.chooseBundle', {}));
}

/** The same for whoever has no place of its own for a failure. */
export const chooseBundle = (): Promise<void> => attempt(askForBundle);

/** Opens a bundle that was dropped onto the window. */
export async function readBundle(file: File): Promise<void> {
  show(
    await attempt(async () =>
      call('evidence.readBundle', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    ),
  );
}

/** Opens the bundle that the system handed over, if there is one. */
export async function takeHandedOver(): Promise<void> {
  show(await attempt(() => call('evidence.openedBundle', {})));
}
