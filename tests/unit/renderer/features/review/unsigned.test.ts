import { screen } from '@testing-library/svelte';
import { beforeEach, expect } from 'vitest';
import { forgetBegun } from '../../../../../src-renderer/features/review/decision/deciding.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { every, reads, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, settled } from '../../given/page.ts';
import { aKey, aStanding } from '../../given/settings.ts';
import { decision, isChosen, justClicked, ready } from './deciding.ts';

beforeEach(forgetBegun);

inEach('a record that nobody will sign leads to the passphrase, and what was said of it stays', async (language) => {
  let key = aKey({ protection: 'none', signing: false, keychain: false });
  const answers = { 'evidence.standing': () => aStanding(), 'evidence.keyState': () => key };
  await decision(ready(), undefined, answers, { language });
  let stop = followLedger();
  await settled();
  await justClicked();
  expect(reads('review.decision.unsigned')).toBe(true);
  await click(the('button', 'evidence.key.setNow'));
  expect(the('dialog', 'evidence.key.set')).toBeTruthy();
  // A form inside of another would send both.
  expect(document.querySelector('form form')).toBeNull();
  await accessible();
  await press('Escape');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(isChosen(the('radio', 'review.conclusion.kinds.just-clicked'))).toBe(true);
  stop();

  key = aKey({ protection: 'passphrase', signing: false, keychain: false });
  stop = followLedger();
  await settled();
  await click(the('button', 'evidence.key.unlockNow'));
  expect(the('dialog', 'evidence.key.unlock')).toBeTruthy();
  await press('Escape');
  stop();

  key = aKey();
  stop = followLedger();
  await settled();
  expect(every('button', 'evidence.key.unlockNow')).toEqual([]);
  stop();
});
