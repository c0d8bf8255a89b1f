import type { JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { UNSIGNED } from '../../src-main/ledger/entry.ts';
import {
  entriesOf,
  filesOf,
  headOf,
  listed,
  madeAnew,
  packed,
  putEntries,
  relisted,
  remove,
  reword,
  unlisted,
} from './bundle-tools.ts';
import { records } from './database-tools.ts';
import {
  type BundleCase,
  forger,
  wordsOf,
  forged,
  promised,
  firstOf,
  editLine,
  decided,
  saved,
  restructured,
  clausesWith,
  malleated,
} from './bundle-edits.ts';

/** What a forger with a bundle and the verifier's source does to it, without the device's key. */
export const BUNDLE_FORGERIES: readonly BundleCase[] = [
  forged(
    'a word of the text',
    unlisted((files) => reword(files, promised(files, '\\.txt'), '99.9%', '90.0%')),
    'altered',
    'device',
  ),
  forged(
    'a word of the text, under a fitting list',
    relisted((files) => reword(files, promised(files, '\\.txt'), '99.9%', '90.0%')),
    'altered',
  ),
  forged(
    'a word of what is shown',
    relisted((files) => reword(files, promised(files, '\\.json'), '99.9%', '90.0%')),
    'altered',
  ),
  forged(
    'a clause that the text does not have, all made anew',
    restructured(clausesWith((clause) => ({ ...clause, text: wordsOf(clause).replace('99.9%', '90.0%') }))),
    'altered',
    'forger',
  ),
  forged(
    'a clause that the text does not have, all made anew and its entry hidden',
    (stage) => {
      const clause = clausesWith((of) => ({ ...of, text: wordsOf(of).replace('99.9%', '90.0%') }));
      const files = filesOf({ ...stage, bundle: restructured(clause)(stage) });
      const hidden = entriesOf(files).map(({ payload, ...rest }) =>
        rest.kind === 'version-saved' || payload === undefined ? rest : { ...rest, payload },
      );
      putEntries(files, hidden);
      return packed(listed(files, forger));
    },
    'altered',
    'forger',
  ),
  forged(
    'a heading that the text does not have, all made anew',
    restructured(clausesWith((clause) => ({ ...clause, heading: '不承担责任' }))),
    'altered',
    'forger',
  ),
  forged(
    'the cells of a table, all made anew',
    restructured((structure) => ({
      ...structure,
      tables: [
        ...((structure['tables'] as JsonObject[] | undefined) ?? []),
        { clause: (structure['clauses'] as JsonObject[])[0]?.['id'] ?? '', header: ['可用性'], rows: [['0%']] },
      ],
    })),
    'altered',
    'forger',
  ),
  forged(
    'a name in a record',
    relisted((files) => reword(files, firstOf(files, 'records'), '陈远', '王伪')),
    'altered',
  ),
  forged(
    'a decision turned round, record and entry',
    relisted((files) => {
      editLine(files, decided, (entry) => ({
        ...entry,
        payload: { ...(entry.payload as JsonObject), decision: 'declined' },
      }));
      reword(files, firstOf(files, 'records'), '"decision":"accepted"', '"decision":"declined"');
    }),
    'altered',
  ),
  forged('from scratch, by nobody', madeAnew(undefined, undefined), 'intact', 'nobody'),
  forged('from scratch, by the forger’s key', madeAnew(undefined, forger), 'intact', 'forger'),
  forged(
    'another decision under the real one’s id, by the forger’s key',
    madeAnew(
      records((record) => ({ ...record, decision: 'declined' })),
      forger,
    ),
    'intact',
    'forger',
  ),
  forged(
    'a certificate taken away',
    relisted((files) => remove(files, /^certificates\//u)),
    'incomplete',
  ),
  forged(
    'all attachments taken away',
    relisted((files) => remove(files, /^attachments\//u)),
    'incomplete',
  ),
  forged(
    'the sources taken away',
    relisted((files) => remove(files, /^sources\//u)),
    'incomplete',
  ),
  forged(
    'a record taken away',
    relisted((files) => void files.delete(firstOf(files, 'records'))),
    'incomplete',
  ),
  forged(
    'a text taken away',
    relisted((files) => void files.delete(promised(files, '\\.txt'))),
    'altered',
  ),
  forged(
    'a structure taken away',
    relisted((files) => void files.delete(promised(files, '\\.json'))),
    'incomplete',
  ),
  forged(
    'an attachment replaced',
    relisted((files) => files.set(firstOf(files, 'attachments'), new Uint8Array([1, 2, 3]))),
    'altered',
  ),
  forged(
    'a file put in',
    unlisted((files) => files.set('letters/l9.pdf', new Uint8Array([1]))),
    'altered',
    'device',
  ),
  forged(
    'a file put in, under a fitting list',
    relisted((files) => files.set('letters/l9.pdf', new Uint8Array([1]))),
    'altered',
  ),
  forged(
    'a file put in beside the folders, under a fitting list',
    relisted((files) => files.set('read-this-first.html', new Uint8Array([1]))),
    'altered',
  ),
  forged(
    'the last entry cut off',
    relisted((files) => putEntries(files, entriesOf(files).slice(0, -1)), headOf),
    'intact',
  ),
  forged(
    'the last entry cut off, the list as it was',
    unlisted((files) => putEntries(files, entriesOf(files).slice(0, -1))),
    'altered',
    'device',
  ),
  forged(
    'an entry taken out of the middle',
    relisted((files) =>
      editLine(
        files,
        ({ kind }) => kind === 'settings-changed',
        () => undefined,
      ),
    ),
    'incomplete',
  ),
  forged(
    'two entries exchanged',
    relisted((files) => {
      const [a, b, c, ...rest] = entriesOf(files);
      putEntries(files, [a, c, b, ...rest]);
    }),
    'altered',
  ),
  forged(
    'an entry twice',
    relisted((files) => {
      const [a, b, ...rest] = entriesOf(files);
      putEntries(files, [a, b, b, ...rest]);
    }),
    'altered',
  ),
  forged(
    'the payload of an entry',
    relisted((files) =>
      editLine(
        files,
        (entry) => decided(entry),
        (entry) => ({ ...entry, payload: { id: 'x' } }),
      ),
    ),
    'altered',
  ),
  forged(
    'the payload of a saved version hidden',
    relisted((files) =>
      editLine(
        files,
        (entry) => saved(entry, entry.subject),
        ({ payload: _payload, ...rest }) => rest,
      ),
    ),
    'intact',
  ),
  forged(
    'the time of an entry',
    relisted((files) => editLine(files, decided, (entry) => ({ ...entry, at: entry.at.replace('2026', '2025') }))),
    'altered',
  ),
  forged(
    'a signature of another entry',
    relisted((files) => {
      const signed = entriesOf(files).find(({ signature }) => signature !== undefined);
      editLine(files, decided, (entry) => ({ ...entry, signature: signed?.signature }));
    }),
    'altered',
  ),
  forged(
    'a second form of a signature',
    relisted((files) =>
      editLine(files, decided, (entry) => ({ ...entry, signature: malleated(entry.signature ?? '') })),
    ),
    'altered',
  ),
  forged(
    'a signature taken off',
    relisted((files) => editLine(files, decided, ({ signature: _signature, ...rest }) => rest)),
    'incomplete',
  ),
  forged(
    'all signatures taken off',
    relisted((files) =>
      putEntries(
        files,
        entriesOf(files).map(({ signature: _signature, ...rest }) => rest),
      ),
    ),
    'incomplete',
  ),
  forged(
    'all entries said to be unsigned',
    relisted((files) =>
      putEntries(
        files,
        entriesOf(files).map(({ signature: _signature, ...rest }) => ({ ...rest, device: UNSIGNED })),
      ),
    ),
    'altered',
  ),
];
