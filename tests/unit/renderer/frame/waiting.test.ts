import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { sentence } from '../../../../assets/messages/say.ts';
import Waiting from '../../../../src-renderer/frame/Waiting.svelte';
import { accessible } from '../given/axe.ts';
import { readsText } from '../given/find.ts';
import { given, settled } from '../given/page.ts';

const what = sentence('shell.migration.progress');

it('how far older records are is told in both languages, and no more once they are there', async () => {
  const main = await given({});
  render(Waiting);
  expect(screen.queryByRole('status')).toBeNull();
  main.send('progress', { job: 'migration', what, done: 1, total: 3, state: 'running' });
  await settled();
  expect(readsText('33%')).toBe(true);
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 1);
  expect(document.querySelectorAll('[lang="zh-CN"], [lang="en"]').length).toBeGreaterThanOrEqual(2);
  await accessible();
  main.send('progress', { job: 'migration', what, done: 3, total: 3, state: 'done' });
  await settled();
  expect(screen.queryByRole('status')).toBeNull();
});
