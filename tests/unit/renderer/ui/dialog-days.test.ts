import { render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../assets/messages/say.ts';
import { given, settled } from '../given/page.ts';
import { COURT } from './dialog-cases-court.ts';
import { DECIDING } from './dialog-cases-deciding.ts';
import { DUTIES } from './dialog-cases-duties.ts';
import { PAPERS } from './dialog-cases-papers.ts';
import { STANDING } from './dialog-cases-standing.ts';

const CASES = [...PAPERS, ...DUTIES, ...STANDING, ...DECIDING, ...COURT].flatMap((each) =>
  LANGUAGES.map((language) => [language, `${each.name}: ${each.call}`, each] as const),
);
/** A day as a machine writes it; names of files and fingerprints have more before or after it. */
const BY_MACHINE = /(?<![\w.-])\d{4}-\d\d-\d\d(?![\w-])[^\n]{0,30}/gu;

describe('a dialog', () => {
  it.each(CASES)('tells no day as a machine writes it (%s, %s)', async (language, _, each) => {
    const { component, props, answers, open, before } = each;
    await given(answers ?? {}, { language });
    render(component as Component<Record<string, unknown>>, props);
    await settled();
    await open?.();
    await before?.();
    const box = screen.getByRole('dialog');
    // A statement is quoted as the ledger keeps it.
    for (const quotation of box.querySelectorAll('blockquote')) quotation.remove();
    const read = [...box.querySelectorAll('[title], [aria-label]')].flatMap((one) => [
      one.getAttribute('title') ?? '',
      one.getAttribute('aria-label') ?? '',
    ]);
    expect([box.textContent, ...read].join('\n').match(BY_MACHINE)).toBeNull();
  });
});
