import { beforeEach, describe, expect, it } from 'vitest';
import { back, go, replace, way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../given/agreements.ts';
import { given } from '../given/page.ts';

beforeEach(async () => void (await given({})));

describe('the way through the app', () => {
  it('begins in the library, with nothing behind it', () => {
    expect(way.here).toEqual({ screen: 'library' });
    expect(way.canGoBack).toBe(false);
    back();
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('goes back by the steps that were taken', () => {
    go({ screen: 'agenda' });
    go({ screen: 'review', versionId: anId(1) });
    expect(way.canGoBack).toBe(true);
    back();
    expect(way.here).toEqual({ screen: 'agenda' });
    back();
    expect(way.here).toEqual({ screen: 'library' });
    expect(way.canGoBack).toBe(false);
  });

  it('another detail of the same screen is no step of its own', () => {
    go({ screen: 'review', versionId: anId(1) });
    replace({ screen: 'review', versionId: anId(2) });
    expect(way.here).toEqual({ screen: 'review', versionId: anId(2) });
    back();
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('remembers sixty steps and forgets older ones', () => {
    for (let step = 0; step < 100; step += 1) go({ screen: 'review', versionId: anId(step) });
    let steps = 0;
    for (; way.canGoBack; steps += 1) back();
    expect(steps).toBe(59);
    expect(way.here).toEqual({ screen: 'review', versionId: anId(40) });
  });
});
