import type { JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { type LedgerEntry, UNSIGNED } from '../../src-main/ledger/entry.ts';
import { all, by, entriesIn, rebuild, records, WITHOUT_NOTES, WITHOUT_PINS, writeLedger } from './database-tools.ts';
import {
  type DatabaseCase,
  forger,
  NEWEST,
  CHANGED_WORDS,
  PRINTED,
  unstamped,
  madeAnew,
  change,
  decided,
  oneEntry,
  settings,
  renamed,
  rehashed,
  appended,
  instantly,
  YEAR_EARLIER,
  replaceStamp,
  knownKey,
} from './database-edits.ts';

/** The end of the ledger, and the row that was written with the last entry. */
const CUT = by('DELETE FROM ledger WHERE sequence > (SELECT max(sequence) - 1 FROM ledger)');
const WITHOUT_LAST_ROW = by("DELETE FROM setting WHERE name = 'ceremony-policy'");

/** What a forger with the program's source and the database does to it, without the device's key. */
export const DATABASE_FORGERIES: readonly DatabaseCase[] = [
  change(
    'the accepted text, 99.9% to 90.0%',
    by("UPDATE version_text SET canonical_text = replace(canonical_text, '99.9%', '90.0%')"),
    'altered',
  ),
  change(
    'the accepted text and the fingerprint of its row',
    by(
      "UPDATE version_text SET canonical_text = replace(canonical_text, '99.9%', '90.0%')",
      `UPDATE version SET fingerprint =
         (SELECT sha256_hex(canonical_text) FROM version_text WHERE version_id = version.id)`,
    ),
    'altered',
  ),
  change(
    'what is shown of the text',
    by(`UPDATE reading SET document = ${CHANGED_WORDS} WHERE row = ${NEWEST}`),
    'altered',
  ),
  change(
    'what is shown of the text, with a fitting hash',
    by(`UPDATE reading SET document = ${CHANGED_WORDS}, sha256 = sha256_hex(${CHANGED_WORDS}) WHERE row = ${NEWEST}`),
    'altered',
  ),
  change(
    'text, structure, fingerprint and hashes together',
    by(
      "UPDATE version_text SET canonical_text = replace(canonical_text, '99.9%', '90.0%')",
      `UPDATE version SET fingerprint =
         (SELECT sha256_hex(canonical_text) FROM version_text WHERE version_id = version.id)`,
      `UPDATE reading SET document = ${CHANGED_WORDS}, sha256 = sha256_hex(${CHANGED_WORDS})`,
    ),
    'altered',
  ),
  change('a text taken away', by(`DELETE FROM version_text WHERE instr(canonical_text, '99.9%') > 0`), 'incomplete', {
    // What is handed out in place of the words is not them.
    bundle: 'altered',
  }),
  change('a structure taken away', by(`DELETE FROM reading WHERE row = ${NEWEST}`), 'incomplete'),
  change(
    'a structure put over the one that was kept',
    by(`INSERT INTO reading (version_id, reader, made_at, sha256, conspicuous, document)
        SELECT version_id, reader, made_at, sha256_hex(${CHANGED_WORDS}), conspicuous, ${CHANGED_WORDS}
        FROM reading WHERE row = ${NEWEST}`),
    'altered',
  ),
  change('the title of a version', by("UPDATE version SET title = title || '（修订）'"), 'altered', {
    bundle: 'intact',
  }),
  change(
    'a version that was never saved',
    by(`INSERT INTO version (id, agreement_id, ordinal, title, fingerprint, source_id, saved_at)
          SELECT '99999999-2222-4333-8444-555555555555', agreement_id, 99, title, fingerprint, source_id, saved_at
          FROM version LIMIT 1`),
    'altered',
    { bundle: 'intact' },
  ),
  change('all attachments taken away', by('DELETE FROM attachment'), 'incomplete'),
  change('the printed text taken away', by(`DELETE FROM attachment WHERE sha256 = ${PRINTED}`), 'incomplete'),
  change(
    'the picture of a clause taken away',
    by("DELETE FROM attachment WHERE media_type = 'image/png'"),
    'incomplete',
  ),
  change('the certificate taken away', by("DELETE FROM attachment WHERE name = 'certificate.pdf'"), 'incomplete'),
  change(
    'the printed text replaced by another',
    by(`UPDATE attachment SET bytes = CAST('%PDF-1.7 another' AS BLOB) WHERE sha256 = ${PRINTED}`),
    'altered',
  ),
  change('a source replaced by another', by("UPDATE source SET bytes = CAST('another' AS BLOB)"), 'altered'),
  change('a source taken away', by('DELETE FROM source'), 'incomplete'),
  change('a name in the record', by("UPDATE acceptance SET record = replace(record, '陈远', '王伪')"), 'altered'),
  change(
    'a time in the record',
    by("UPDATE acceptance SET record = replace(record, '2026-11-23', '2025-11-23')"),
    'altered',
  ),
  change('a decision taken away', by('DELETE FROM acceptance'), 'incomplete'),
  change('a decision turned round in its row', by("UPDATE acceptance SET decision = 'declined'"), 'altered', {
    bundle: 'intact',
  }),
  change(
    'a decision turned round in row and record',
    by(
      `UPDATE acceptance SET decision = 'declined', record = replace(record, '"decision":"accepted"', '"decision":"declined"')`,
    ),
    'altered',
  ),
  change('the person of an entry', oneEntry(decided, renamed), 'altered'),
  change(
    'the person of an entry, with a fitting hash',
    oneEntry(decided, (of) => rehashed(renamed(of))),
    'altered',
  ),
  change(
    'the time of an entry',
    oneEntry(decided, (of) => ({ ...of, at: YEAR_EARLIER(of.at) })),
    'altered',
  ),
  change(
    'an entry taken out',
    oneEntry(settings, () => undefined),
    // What was written with it is there, and nothing vouches for it.
    'altered',
    { bundle: 'incomplete' },
  ),
  change(
    'two entries exchanged',
    (database) => {
      const [a, b, c, ...rest] = entriesIn(database) as [LedgerEntry, LedgerEntry, LedgerEntry, ...LedgerEntry[]];
      writeLedger(database, [a, { ...c, sequence: b.sequence }, { ...b, sequence: c.sequence }, ...rest]);
    },
    'altered',
  ),
  change(
    'the column of a subject',
    by("UPDATE ledger SET subject = 'version:x' WHERE kind = 'settings-changed'"),
    'altered',
    {
      bundle: 'intact',
    },
  ),
  change('the column of a time', by("UPDATE ledger SET at = replace(at, '2026-', '2025-')"), 'altered', {
    bundle: 'intact',
  }),
  change(
    'a signature of another entry',
    (database, stage) => {
      const signed = entriesIn(database).filter(({ signature }) => signature !== undefined);
      oneEntry(decided, (of) => ({ ...of, signature: signed[0]?.signature ?? '' }))(database, stage);
    },
    'altered',
  ),
  change(
    'a signature taken off',
    oneEntry(decided, ({ signature: _signature, ...rest }) => rest),
    'incomplete',
  ),
  change(
    'an entry said to be unsigned',
    oneEntry(decided, ({ signature: _signature, ...rest }) => ({ ...rest, device: UNSIGNED })),
    'altered',
  ),
  change(
    'the public key of the device',
    oneEntry(
      ({ kind }) => kind === 'key-created',
      (of) => ({ ...of, payload: { ...(of.payload as JsonObject), publicKey: forger.publicKey } }),
    ),
    'altered',
  ),
  change('the last entries cut off, and not what was written with them', CUT, 'altered', { bundle: 'intact' }),
  change('the last entries cut off', all(CUT, WITHOUT_LAST_ROW), 'incomplete', { bundle: 'intact' }),
  // The file alone cannot tell: the second file, the keychain or a printed checkpoint does.
  change(
    'the last entries cut off, and the note of where the ledger stood',
    all(CUT, WITHOUT_LAST_ROW, WITHOUT_NOTES),
    'intact',
  ),
  change('the chain made anew, unsigned', madeAnew(), 'altered', { bundle: 'intact', known: 'unsigned' }),
  change('the chain made anew, unsigned, without notes', all(madeAnew(), WITHOUT_NOTES), 'intact', {
    known: 'unsigned',
  }),
  change(
    'the chain made anew by the forger’s key, without notes',
    all(madeAnew(undefined, forger), WITHOUT_NOTES, by(...knownKey())),
    'intact',
    { known: 'conflict' },
  ),
  change(
    'the chain made anew by the forger’s key, without notes and pins',
    all(madeAnew(undefined, forger), WITHOUT_NOTES, by(...knownKey()), WITHOUT_PINS),
    'incomplete',
    { bundle: 'intact', known: 'new' },
  ),
  change(
    'the chain made anew with the stamp of the old one',
    all(rebuild(undefined, forger), WITHOUT_NOTES, by(...knownKey())),
    'altered',
    { known: 'conflict' },
  ),
  change('a decision put behind the end, unsigned', appended(false), 'intact', { known: 'unsigned' }),
  change('a decision put behind the end, by the forger’s key', all(appended(true), by(...knownKey())), 'intact', {
    known: 'conflict',
  }),
  change(
    'forty-five seconds on every clause within none, the chain made anew',
    all(madeAnew(instantly), WITHOUT_NOTES),
    'altered',
    { known: 'unsigned' },
  ),
  change(
    'another time in the record than in its entry, the chain made anew',
    all(
      rebuild(
        unstamped(
          records((record) => {
            const time = record['time'] as JsonObject;
            return {
              ...record,
              time: { ...time, utc: YEAR_EARLIER(time['utc']), local: YEAR_EARLIER(time['local']) },
            };
          }),
        ),
      ),
      WITHOUT_NOTES,
    ),
    'altered',
    { known: 'unsigned' },
  ),
  change(
    'a local time that is another instant, the chain made anew',
    all(
      rebuild(
        unstamped(
          records((record) => {
            const time = record['time'] as JsonObject;
            return { ...record, time: { ...time, local: YEAR_EARLIER(time['local']) } };
          }),
        ),
      ),
      WITHOUT_NOTES,
    ),
    'altered',
    { known: 'unsigned' },
  ),
  change('the answer of the time-stamp authority replaced', replaceStamp("CAST('0' AS BLOB)"), 'altered'),
  change(
    'the answer of the time-stamp authority taken away',
    by(`DELETE FROM attachment WHERE name = 'answer.tsr'`),
    'incomplete',
  ),
  change('a happening taken away', by("DELETE FROM paper WHERE desk = 'review' AND kind = 'happening'"), 'incomplete', {
    bundle: 'intact',
  }),
  change(
    'the day of a happening',
    by(
      "UPDATE paper SET body = replace(body, '2026-11-23', '2025-11-23') WHERE desk = 'review' AND kind = 'happening'",
    ),
    'altered',
    { bundle: 'intact' },
  ),
];
