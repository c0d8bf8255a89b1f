import { screen } from '@testing-library/svelte';
import { vi } from 'vitest';
import type { CallName } from '../../../../src-main/contract/index.ts';
import type { Answers } from '../given/double.ts';

export interface Case {
  readonly name: string;
  readonly component: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  /** What the dialog asks when it opens, or what its screen asks. */
  readonly answers?: Answers;
  /** Opens it, where it is a part of something else. */
  readonly open?: () => Promise<void>;
  /** Values by the names of the controls. */
  readonly typed?: Readonly<Record<string, string>>;
  /** Ticked or drawn before it is sent. */
  readonly before?: () => Promise<void>;
  readonly button: () => string;
  readonly call: CallName;
  /** Path of the failure in the input, and the name of the control it is about. */
  readonly field?: readonly [path: string, name: string];
}

export const closed = vi.fn();
export const common = { onclose: closed };

/** The control of the open dialog that has this name. */
export const control = (name: string): HTMLInputElement | HTMLTextAreaElement => {
  const found = screen.getByRole('dialog').querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!found) throw new Error(`no control is named ${name}`);
  return found;
};
