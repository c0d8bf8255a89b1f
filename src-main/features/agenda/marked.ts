import type { PlacedItem } from '../../kernel/between-features.ts';
import type { Ports } from '../../kernel/ports.ts';
import { type AgendaItem, ENDED_BY_ACT } from '../../term/agenda/agenda.ts';
import { marksByItem } from './marks.ts';

/** Whether a person may say of a kind that it is done; a mark would hide what only the act itself ends. */
export const isClosable = (kind: AgendaItem['kind']): boolean => !ENDED_BY_ACT.has(kind);

/** The items of all features with what the person said about them. A record's done stands above a person's mark. */
export function marked({ store }: Pick<Ports, 'store'>, items: readonly PlacedItem[]): readonly PlacedItem[] {
  const said = marksByItem(store);
  return items.map(({ item, close, ...placed }) => {
    const mark = said.get(item.id);
    if (!mark || item.done) return { item, ...placed };
    const { done, snoozed } = mark;
    return {
      item: {
        ...item,
        ...(snoozed ? { snoozed } : {}),
        // What is done by a record of its own can be put off, but is not hidden by a mark that it was done.
        ...(done && !close && isClosable(item.kind)
          ? { done: { on: done.on, evidence: done.file?.name ?? done.note } }
          : {}),
      },
      ...placed,
    };
  });
}
