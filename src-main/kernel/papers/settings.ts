import type { z } from 'zod';
import { asWritten, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Store } from '../../store/store.ts';
import type { Ports } from '../ports.ts';

/** A value kept by name, with its shape. */
export interface Setting<Value> {
  readonly name: string;
  readonly schema: z.ZodType<Value>;
}

/** A kept value; absent where none was kept. @throws Refusal `record-unreadable`. */
export function readSetting<Value>(store: Store, { name, schema }: Setting<Value>): Value | undefined {
  const stored = store.settings.get(name);
  if (stored === undefined) return undefined;
  const { data, error } = schema.safeParse(stored);
  if (error) throw unreadableSetting(name, error);
  return data;
}

/** Keeps a value. */
export function putSetting<Value>(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  { name }: Setting<Value>,
  value: Value,
): void {
  store.settings.put(name, value, now().toISOString());
}

/** What is wrong with a kept value, if anything is. */
export function settingFault(store: Store, setting: Setting<unknown>): Refusal | undefined {
  try {
    readSetting(store, setting);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function unreadableSetting(name: string, cause: unknown): Refusal {
  return new Refusal(
    'record-unreadable',
    sentence('kernel.papers.setting-unreadable', { name: asWritten(name) }),
    sentence('kernel.papers.setting-unreadable.next'),
    { cause },
  );
}
