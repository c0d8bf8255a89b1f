import type { LucideIcon } from '@lucide/svelte';
import BookOpen from '@lucide/svelte/icons/book-open';
import BookOpenText from '@lucide/svelte/icons/book-open-text';
import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import FileInput from '@lucide/svelte/icons/file-input';
import FolderInput from '@lucide/svelte/icons/folder-input';
import Table from '@lucide/svelte/icons/table';
import Keyboard from '@lucide/svelte/icons/keyboard';
import TextSearch from '@lucide/svelte/icons/text-search';
import { pinyin } from 'pinyin-pro';
import type { Words } from '../../../src-main/contract/views.ts';
import type { AgreementSummary, SearchResult } from '../../../src-main/contract/library.ts';
import { sentence, words } from '../../../assets/messages/say.ts';
import type { Command, Place } from '../../../src-main/contract/event.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { openSamples } from '../../kernel/files/samples.ts';
import { RAIL, RAIL_ICONS, RAIL_WORDS } from '../rail/rail-screens.ts';
import type { ScreenAction } from './screen-actions.ts';

/** Which part of the palette a line stands in. */
export type EntryGroup = 'here' | 'goTo' | 'agreements' | 'clauses';

/** One line of the palette: what it presses, where it goes, or the command it sends. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryGroup;
  readonly icon: LucideIcon;
  readonly label: Words;
  /** What is said beside it. */
  readonly more?: string | undefined;
  readonly press?: () => void;
  readonly place?: Place;
  readonly command?: Command;
}

const FIXED: readonly Entry[] = [
  ...RAIL.map((screen): Entry => ({
    id: screen,
    kind: 'goTo',
    icon: RAIL_ICONS[screen],
    label: words(RAIL_WORDS[screen]),
    place: { screen },
  })),
  {
    id: 'table',
    kind: 'goTo',
    icon: Table,
    label: words(sentence('library.table.title')),
    place: { screen: 'library', view: 'table' },
  },
  {
    id: 'import',
    kind: 'goTo',
    icon: FileInput,
    label: words(sentence('library.import')),
    command: { name: 'import', from: 'files' },
  },
  {
    id: 'import-folder',
    kind: 'goTo',
    icon: FolderInput,
    label: words(sentence('library.importFolder')),
    command: { name: 'import', from: 'folder' },
  },
  {
    id: 'sample',
    kind: 'goTo',
    icon: BookOpenText,
    label: words(sentence('library.sample')),
    press: () => void openSamples(),
  },
  {
    id: 'keys',
    kind: 'goTo',
    icon: Keyboard,
    label: words(sentence('frame.keyboard')),
    command: { name: 'keys' },
  },
];

const inBoth = (text: string): Words => ({ zh: text, en: text });

/** What a typed text may match: the words in both languages, the pinyin, and its initials. */
function searchKey(label: Words): string {
  const { zh, en: english } = label;
  const full = pinyin(zh, { toneType: 'none', type: 'array' });
  return [zh, english, full.join(''), full.map((syllable) => syllable[0] ?? '').join('')].join('\n').toLowerCase();
}

/** 0: is what was typed, 1: begins with it, 2: holds it; undefined: does not match. */
function rank(label: Words, wanted: string): 0 | 1 | 2 | undefined {
  const keys = searchKey(label).split('\n');
  if (wanted === '' || !keys.some((key) => key.includes(wanted))) return wanted === '' ? 2 : undefined;
  if (keys.includes(wanted)) return 0;
  return keys.some((key) => key.startsWith(wanted)) ? 1 : 2;
}

/** What can be done on this screen, where one can go, and agreements, as far as they match; the best group first. */
export function matching(
  query: string,
  agreements: readonly AgreementSummary[],
  actions: readonly ScreenAction[] = [],
): readonly Entry[] {
  const wanted = query.trim().toLowerCase();
  const groups: readonly (readonly Entry[])[] = [
    actions.map(({ name, press }): Entry => ({
      id: `here ${name}`,
      kind: 'here',
      icon: CornerDownRight,
      label: inBoth(name),
      press,
    })),
    FIXED,
    agreements.map((agreement): Entry => ({
      id: agreement.id,
      kind: 'agreements',
      icon: BookOpen,
      label: inBoth(agreement.title),
      more: agreement.provider,
      place: { screen: 'review', versionId: agreement.versions.at(-1)?.id ?? '' },
    })),
  ];
  const found = groups.map((entries) =>
    entries
      .flatMap((entry) => {
        const at = rank(entry.label, wanted);
        return at === undefined ? [] : [{ entry, at }];
      })
      .sort((one, other) => one.at - other.at),
  );
  const best = (group: (typeof found)[number]): number => group[0]?.at ?? 3;
  return found
    .sort((one, other) => best(one) - best(other))
    .flat()
    .map(({ entry }) => entry)
    .slice(0, 40);
}

/** Of which version a clause is, and whether that was put away: two with the same words are told apart by it. */
function hitWhere({ title, ordinal, archived }: SearchResult): string {
  const version = t('library.hitOf', { title, ordinal });
  return archived ? t('library.hitArchived', { version }) : version;
}

/** Clauses that were found, as lines of the palette. */
export const clauseEntries = (query: string, found: readonly SearchResult[]): readonly Entry[] =>
  found.map((hit): Entry => ({
    id: `${hit.versionId} ${hit.clauseId}`,
    kind: 'clauses',
    icon: TextSearch,
    label: inBoth(hit.number === undefined ? hit.excerpt : `${hit.number} ${hit.excerpt}`),
    more: hitWhere(hit),
    place: { screen: 'review', versionId: hit.versionId, clauseId: hit.clauseId, find: query.trim() },
  }));
