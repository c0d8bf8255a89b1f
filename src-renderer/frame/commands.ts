import { pinyin } from 'pinyin-pro';
import type { Words } from '../../src-main/contract/views.ts';
import type { AgreementSummary } from '../../src-main/contract/library.ts';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import type { Command, Place } from '../../src-main/contract/event.ts';

/** One line of the palette: where it goes, or the command it sends. */
export interface Entry {
  readonly id: string;
  readonly label: Words;
  readonly place?: Place;
  readonly command?: Command;
}

const SCREENS = ['library', 'notices', 'letters', 'rights', 'agenda', 'evidence', 'settings'] as const;

const FIXED: readonly Entry[] = [
  ...SCREENS.map((screen): Entry => ({
    id: screen,
    label: { zh: zhCN.frame[screen], en: en.frame[screen] },
    place: { screen },
  })),
  {
    id: 'import',
    label: { zh: zhCN.library.import, en: en.library.import },
    command: { name: 'import', from: 'files' },
  },
  {
    id: 'import-folder',
    label: { zh: zhCN.library.importFolder, en: en.library.importFolder },
    command: { name: 'import', from: 'folder' },
  },
  { id: 'keys', label: { zh: zhCN.frame.keyboard, en: en.frame.keyboard }, command: { name: 'keys' } },
];

/** What a typed text may match: the words in both languages, the pinyin, and its initials. */
function searchKey(label: Words): string {
  const { zh, en: english } = label;
  const full = pinyin(zh, { toneType: 'none', type: 'array' });
  return [zh, english, full.join(''), full.map((syllable) => syllable[0] ?? '').join('')].join('\n').toLowerCase();
}

/** Commands and agreements that match, agreements last. */
export function matching(query: string, agreements: readonly AgreementSummary[]): readonly Entry[] {
  const wanted = query.trim().toLowerCase();
  const entries = [
    ...FIXED,
    ...agreements.map((agreement): Entry => ({
      id: agreement.id,
      label: { zh: agreement.title, en: agreement.title },
      place: { screen: 'review', versionId: agreement.versions.at(-1)?.id ?? '' },
    })),
  ];
  return entries.filter((entry) => searchKey(entry.label).includes(wanted)).slice(0, 40);
}
