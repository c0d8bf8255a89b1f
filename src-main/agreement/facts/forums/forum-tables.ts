import type { Fact, FactKind } from '../../fact.ts';
import type { ClauseTable } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';

/** What a column is of, by its head. */
const HEADS: readonly (readonly [FactKind, RegExp])[] = [
  [
    'governing-law',
    /^(?:the\s)?(?:governing|applicable|choice\sof)\slaws?\b(?!\s(?:and|or|\/)\s?(?:venue|court|jurisdiction|forum))|^laws?\sthat\s(?:governs?|appl)|^(?:管辖|适用|准据)(?:的)?法律?$/iu,
  ],
  [
    'court',
    /^(?:the\s)?(?:exclusive\s)?(?:venue|forum|jurisdiction|(?:competent\s|governing\s)?courts?)\b(?!\s(?:and|or|\/)\s?laws?\b)|^(?:courts?|place)\s(?:with|of|having)\s(?:exclusive\s)?jurisdiction|^管辖法院$/iu,
  ],
];
/** Where the name in a cell ends: at what explains it. */
const EXPLAINED = /\s?(?:[–—(（]|\s-\s|[.;；。](?:\s|$)).*$/su;
/** A cell that names a place: a capital or a Chinese name. */
const NAMES_PLACE = /\p{Lu}\p{L}|\p{Script=Han}{2}/u;
/** A cell that sends elsewhere, or says that there is none. */
const NO_NAME =
  /^(?:see|as|n\/?a|none|not|same|to\sbe|the\s(?:law|court)s?\s(?:of\s)?(?:your|which))\b|\bnot\s(?:applicable|available)\b|^(?:见|参见|同上|不适用|另行)/iu;
const LONGEST_NAME = 120;

/**
 * The laws and the courts of a table that has one for each place or company: each with what its row is about as its case, so that
 * none contradicts another.
 */
export function forumTables(tables: readonly ClauseTable[]): readonly Fact[] {
  return tables.flatMap(({ clause, header, rows }) => {
    const heads = header.map((head) => plain(head).trim());
    return HEADS.flatMap(([kind, head]): readonly Fact[] => {
      const column = heads.findIndex((each) => head.test(each));
      const naming = heads.findIndex((_each, at) => at !== column);
      if (column < 0 || naming < 0) return [];
      return rows.flatMap((row, index): readonly Fact[] => {
        const value = (row[column] ?? '').trim().replace(EXPLAINED, '').trim();
        const named = row[naming]?.trim() ?? '';
        if (value.length > LONGEST_NAME || !NAMES_PLACE.test(value) || NO_NAME.test(value)) return [];
        return [
          {
            id: `${clause}/${kind}/row-${index + 1}`,
            kind,
            value,
            unit: 'text',
            ...(named !== '' && { scope: { case: named } }),
            clause,
            quote: row.join('\t'),
          },
        ];
      });
    });
  });
}
