import { cleanup, render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { InspectedFact } from '../../../../../src-main/contract/library.ts';
import FactTable from '../../../../../src-renderer/features/library/inspector/FactTable.svelte';
import { anId } from '../../given/agreements.ts';
import { the } from '../../given/find.ts';
import { given } from '../../given/page.ts';

const fact = (id: string, kind: InspectedFact['kind'], label: string): InspectedFact => ({
  id,
  kind,
  label: asWritten(label),
  words: asWritten('a value'),
  clause: 'c3',
  quote: '',
  number: '3.1',
  conflicts: [],
});

it('all tiers of a credit are one fact: counted once, one under the other, named for those who cannot see it', async () => {
  await given({});
  const facts = [
    fact('t1', 'credit-tier', 'Credit tier'),
    fact('n1', 'change-notice', 'Notice of change'),
    fact('t2', 'credit-tier', 'Credit tier'),
  ];
  render(FactTable, { props: { facts, versionId: anId(101), agreementId: anId(1) } });
  const table = the('region', 'library.facts.title');
  expect(table.querySelector('header .quiet')?.textContent).toBe('2');
  const labels = [...table.querySelectorAll('tbody td:first-child')];
  expect(labels.map((cell) => cell.textContent)).toEqual(['Credit tier', 'Credit tier', 'Notice of change']);
  expect(labels.map((cell) => cell.querySelector('.hidden-visually') !== null)).toEqual([false, true, false]);
  cleanup();
});
