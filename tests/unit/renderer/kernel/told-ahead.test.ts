import { expect, test } from 'vitest';
import { inDays, today } from '../../../../src-renderer/kernel/dates.ts';
import { Conclusion } from '../../../../src-renderer/kernel/told/conclusion.svelte.ts';

test('what is said to have been made on a day that is still to come is not whole, so that nothing is sent', () => {
  const conclusion = new Conclusion();
  conclusion.kind = 'made';
  conclusion.on = inDays(today(), 1);
  expect(conclusion.input).toBeUndefined();
  conclusion.on = today();
  expect(conclusion.input).toMatchObject({ kind: 'made', on: today() });
});
