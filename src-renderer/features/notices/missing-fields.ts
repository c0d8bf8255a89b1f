import type { NoticeView } from '../../../src-main/contract/notices.ts';

/** Leads to the first field of what is still missing for a notice; undefined where there is none. */
export function fillMissing({ fields }: Pick<NoticeView, 'fields'>): (() => void) | undefined {
  if (fields.every(({ value }) => value !== undefined)) return undefined;
  return () => document.querySelector<HTMLElement>('#notice-fields input')?.focus();
}
