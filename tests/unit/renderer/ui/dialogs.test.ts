import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { refused } from '../given/double.ts';
import { click, isDisabled, press, valueOf, write } from '../given/hands.ts';
import { the } from '../given/find.ts';
import { given, said, settled } from '../given/page.ts';
import { type Case, closed, control } from './dialog-case.ts';
import { COURT } from './dialog-cases-court.ts';
import { DECIDING } from './dialog-cases-deciding.ts';
import { DUTIES } from './dialog-cases-duties.ts';
import { PAPERS } from './dialog-cases-papers.ts';
import { STANDING } from './dialog-cases-standing.ts';

const PAGE = join(import.meta.dirname, '../../../../src-renderer');
const REFUSED = 'The given call was refused.';
const CASES = [...PAPERS, ...DUTIES, ...STANDING, ...DECIDING, ...COURT];

const alert = (): HTMLElement => within(screen.getByRole('dialog')).getByRole('alert');

async function failing({ component, props, answers, open, typed, before, button, call: name, field }: Case) {
  closed.mockClear();
  const more = field ? { field: field[0] } : {};
  const main = await given({ ...answers, [name]: refused(more) });
  render(component as Component<Record<string, unknown>>, props);
  await settled();
  await open?.();
  await before?.();
  for (const [each, value] of Object.entries(typed ?? {})) await write(control(each), value);
  await click(within(screen.getByRole('dialog')).getByRole('button', { name: button() }));
  return main;
}

const kept = (typed: Case['typed']): void => {
  for (const [name, value] of Object.entries(typed ?? {}))
    expect([name, valueOf(control(name))]).toEqual([name, value]);
};

describe('the title of a dialog', () => {
  it.each(CASES.map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'has no ellipsis, which the button that opened it may have (%s)',
    async (_, { component, props, answers, open, before }) => {
      await given(answers ?? {});
      render(component as Component<Record<string, unknown>>, props);
      await settled();
      await open?.();
      await before?.();
      const box = screen.getByRole('dialog');
      const titles = [
        box.getAttribute('aria-label'),
        ...[...box.querySelectorAll('h2')].map((each) => each.textContent),
      ];
      expect(titles.filter((title) => title?.trim().endsWith('…'))).toEqual([]);
    },
  );
});

describe('a dialog that opens', () => {
  it.each(CASES.filter(({ open }) => !open).map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'has the focus on its first control, of several choices on the chosen one, and shows it (%s)',
    async (_, { component, props, answers }) => {
      await given(answers ?? {});
      render(component as Component<Record<string, unknown>>, props);
      const begun = document.activeElement as HTMLInputElement;
      expect(screen.getByRole('dialog').contains(begun)).toBe(true);
      expect(begun.matches('input, select, textarea, button, [tabindex]')).toBe(true);
      expect(begun.dataset['led']).toBe('');
      if (begun.type === 'radio' && document.querySelector(`[name="${begun.name}"]:checked`))
        expect(begun.checked).toBe(true);
      await settled();
    },
  );
});

/** Controls of the open dialog that are typed into and have a label that can be seen. */
const typedInto = (): readonly (HTMLInputElement | HTMLTextAreaElement)[] =>
  [...screen.getByRole('dialog').querySelectorAll<HTMLInputElement>('input[data-field], textarea[data-field]')].filter(
    (each) =>
      each.type !== 'checkbox' && each.type !== 'radio' && !each.closest('label')?.querySelector('.hidden-visually'),
  );
const isMarked = (each: HTMLElement): boolean =>
  ['frame.optional' as const, 'frame.optionalToo' as const].some((key) =>
    each.closest('label')?.textContent.includes(said(key)),
  );

/** Where one of several fields is enough, or only one of several buttons asks for it. */
const ONE_OF = new Set(['review/CompleteDialog', 'review/SealedCopyCheck']);

describe('what may be left out in a dialog', () => {
  it.each(CASES.map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'is marked at every field in one way, and nothing else is (%s)',
    async (_, { name: called, component, props, answers, open, typed, before, button }) => {
      await given(answers ?? {});
      render(component as Component<Record<string, unknown>>, props);
      await settled();
      await open?.();
      await before?.();
      const fields = typedInto();
      expect(
        fields
          .filter((each) => isMarked(each) === (each.required || each.getAttribute('aria-required') === 'true'))
          .map(({ name }) => name),
      ).toEqual([]);
      for (const [each, value] of Object.entries(typed ?? {})) await write(control(each), value);
      const send = (): HTMLElement => within(screen.getByRole('dialog')).getByRole('button', { name: button() });
      if (isDisabled(send()) || ONE_OF.has(called)) return;
      for (const each of fields.filter((one) => isMarked(one) && one.isConnected)) {
        await write(each, '');
        expect([each.name, isDisabled(send())]).toEqual([each.name, false]);
      }
    },
  );
});

describe('a failure in a dialog', () => {
  it.each(CASES.map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'stands in it, and everything typed stays (%s)',
    async (_, each) => {
      const main = await failing(each);
      expect(main.inputs(each.call)).toHaveLength(1);
      expect(alert().textContent).toContain(REFUSED);
      expect(notice.failure).toBeUndefined();
      expect(closed).not.toHaveBeenCalled();
      kept(each.typed);
      expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    },
  );

  it.each(CASES.filter(({ field }) => field?.[1]).map((each) => [`${each.name}: ${each.call}`, each] as const))(
    'is led to, and gone when its field is mended (%s)',
    async (_, each) => {
      await failing(each);
      const wrong = control(each.field?.[1] ?? '');
      expect(document.activeElement).toBe(wrong);
      expect(wrong.getAttribute('aria-invalid')).toBe('true');
      const described = wrong.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(REFUSED);
      if (wrong.tagName === 'SELECT') return;
      await write(wrong, each.typed?.[each.field?.[1] ?? ''] ?? '2026-11-21');
      expect(within(screen.getByRole('dialog')).queryByRole('alert')).toBeNull();
      expect(wrong.getAttribute('aria-invalid')).toBeNull();
    },
  );

  it.each(
    // Of a new company and a new person whoever opened the dialog keeps the draft.
    CASES.filter(({ typed, open, props }) => typed && !open && !('draft' in props)).map(
      (each) => [`${each.name}: ${each.call}`, each] as const,
    ),
  )('Escape asks before what was typed goes (%s)', async (_, { component, props, answers, typed = {}, before }) => {
    closed.mockClear();
    await given(answers ?? {});
    render(component as Component<Record<string, unknown>>, props);
    await settled();
    await before?.();
    await press('Escape');
    // Nothing was typed yet.
    if (!before) expect(closed).toHaveBeenCalledTimes(1);
    closed.mockClear();
    cleanup();
    render(component as Component<Record<string, unknown>>, props);
    await settled();
    await before?.();
    for (const [each, value] of Object.entries(typed)) await write(control(each), value);
    await press('Escape');
    expect(closed).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(the('button', 'frame.keepTyping'));
    await press('Escape');
    kept(typed);
    expect(closed).not.toHaveBeenCalled();
    await press('Escape');
    await click(the('button', 'frame.discard'));
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is a case of this table for every dialog that sends anything', () => {
    const dialogs = globSync('{features,ui/form,ui/key}/**/*.svelte', { cwd: PAGE })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /<(?:Form)?Dialog\b/u.test(readFileSync(join(PAGE, file), 'utf8')))
      .map((file) => file.replace(/^(?:features|ui)\/(.*)\.svelte$/u, '$1'));
    /** They only show something. */
    const silent = ['evidence/LedgerEntryDialog', 'form/FormDialog', 'review/decision/DecisionStatement'];
    const named = new Set(CASES.map(({ name }) => name));
    expect(dialogs.filter((name) => !named.has(name) && !silent.includes(name))).toEqual([]);
    expect(silent.filter((name) => !dialogs.includes(name))).toEqual([]);
  });
});
