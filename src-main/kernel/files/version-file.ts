import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { VersionRow } from '../../store/agreements.ts';

/** What a file of a version's text is called, before its day: `示例服务条款 第2版`. */
export const versionFile = ({ title, ordinal }: Pick<VersionRow, 'title' | 'ordinal'>, language: Language): string =>
  say(sentence('kernel.version-file', { title, ordinal }), language);
