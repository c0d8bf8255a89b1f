import { beforeEach, describe, expect, it } from 'vitest';
import {
  bundle,
  chooseBundle,
  isBundle,
  readBundle,
  takeHandedOver,
} from '../../../../src-renderer/kernel/bundle-review.svelte.ts';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { aFailure, refused } from '../given/double.ts';
import { aBundle } from '../given/evidence.ts';
import { given } from '../given/page.ts';

beforeEach(() => bundle.close());

describe('a bundle that is opened', () => {
  it('is known by its ending', () => {
    expect(isBundle({ name: 'Evidence.ZIP' })).toBe(true);
    expect(isBundle({ name: 'zip.docx' })).toBe(false);
  });

  it('chosen in the dialog, it leads to the bundles of the evidence', async () => {
    await given({ 'evidence.chooseBundle': () => aBundle() });
    await chooseBundle();
    expect(bundle.review).toEqual(aBundle());
    expect(way.here).toEqual({ screen: 'evidence', part: 'bundles' });
  });

  it('dropped, its bytes cross under its name', async () => {
    const main = await given({ 'evidence.readBundle': () => aBundle() });
    await readBundle(new File(['zip'], 'evidence.zip'));
    expect(main.inputs('evidence.readBundle')).toEqual([
      { name: 'evidence.zip', bytes: new TextEncoder().encode('zip') },
    ]);
    expect(bundle.review).toEqual(aBundle());
  });

  it('none handed over, or a closed dialog, leaves everything as it is', async () => {
    await given({ 'evidence.openedBundle': () => undefined, 'evidence.chooseBundle': () => undefined });
    await takeHandedOver();
    await chooseBundle();
    expect(bundle.review).toBeUndefined();
    expect(way.canGoBack).toBe(false);
  });

  it('one that cannot be read is told', async () => {
    await given({ 'evidence.readBundle': refused() });
    await readBundle(new File(['no zip'], 'evidence.zip'));
    expect(notice.failure).toEqual(aFailure());
    expect(bundle.review).toBeUndefined();
  });

  it('closed, it is gone', async () => {
    await given({ 'evidence.openedBundle': () => aBundle() });
    await takeHandedOver();
    expect(bundle.review).toBeDefined();
    bundle.close();
    expect(bundle.review).toBeUndefined();
  });
});
