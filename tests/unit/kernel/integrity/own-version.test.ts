import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOwn } from '../../../../src-main/kernel/integrity/own-version.ts';
import { AppUnderTest } from '../ports.ts';

let app: AppUnderTest;
beforeEach(async () => {
  app = await AppUnderTest.withSamples();
});
afterEach(() => app.end());

test('a version of the own library is one’s own, and so is one that is gone, so that its loss is told', () => {
  const [agreement] = app.store.agreements.agreements();
  const [version] = app.store.agreements.versionsOf(agreement?.id ?? '');
  expect(version && isOwn(app.store, version.id)).toBe(true);
  expect(isOwn(app.store, 'no-such-version')).toBe(true);
});
