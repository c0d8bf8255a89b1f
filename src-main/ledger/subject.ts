/** Words that say what an entry is about. The list only grows: an entry once written names its subject for ever. */
export const SUBJECT_WORDS = [
  'agreement',
  'version',
  'source',
  'acceptance',
  'notice',
  'case',
  'explanation',
  'letter',
  'form',
  'sealed-copy',
  'order',
  'outage',
  'company',
  'certificate',
  'signatory',
  'timestamp-root',
  'key',
  'device',
  'bundle',
  'entry',
  'agenda',
  'ledger',
  'clock',
  'setting',
  'court-list',
  'deposit',
  'capture',
] as const;
export type SubjectWord = (typeof SUBJECT_WORDS)[number];

/** What an entry is about: a word and an id. Bundles disclose it, so an id is never a name. The database is the only one. */
export type Subject = `${SubjectWord}:${string}` | 'database';
