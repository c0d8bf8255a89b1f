import { ownVersionWords } from '../../kernel/papers/letter-words.ts';
import { DECISION_WORDS } from '../../acceptance/certificate.ts';
import { isRehearsal } from '../../acceptance/certificate-proof.ts';
import { versionCalled } from '../../acceptance/record-view.ts';
import { absenceText, isAbsent, type Stated } from '../../acceptance/stated.ts';
import type { StandingFacts } from '../../acceptance/certificate-standing.ts';
import { beijingClockWithOffset } from '../../agreement/beijing-time.ts';
import { say, type Sentence, type Language, sentence, stateWord } from '../../agreement/sentence.ts';
import { recordSubject } from '../../acceptance/record.ts';
import { registerPaper } from '../../pdf/typeset/record.ts';
import type { Paper } from '../../pdf/paper.ts';
import type { Ports } from '../../kernel/ports.ts';
import { dayOf } from '../../acceptance/history.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { keptRecord } from '../../kernel/kept-records.ts';
import { standingFacts } from './version-standing.ts';

/** One decision in the register. */
interface RegisterRow {
  readonly decidedAt: string;
  /** Of a demo it says so: nobody decided. */
  readonly decision: Sentence;
  readonly agreement: string;
  /** By what others know it by, then by our own count. */
  readonly version: Sentence;
  readonly provider: Stated<string>;
  readonly company: string;
  readonly creditCode: Stated<string>;
  readonly person: string;
  readonly role: string;
  readonly reason: Stated<string>;
  /** Where its version stands in the world, which the decision alone does not say. */
  readonly standing: Sentence | undefined;
  readonly fingerprint: string;
  readonly origin: string;
  readonly record: string;
  /** `7:9f3a…`; absent for a decision that stands in a colleague's ledger. */
  readonly ledger: string | undefined;
}

const COLUMNS = {
  decidedAt: sentence('evidence.decision-log.columns.decided-at'),
  decision: sentence('evidence.decision-log.columns.decision'),
  agreement: sentence('evidence.decision-log.columns.agreement'),
  version: sentence('evidence.decision-log.columns.version'),
  provider: sentence('evidence.decision-log.columns.provider'),
  company: sentence('evidence.decision-log.columns.company'),
  creditCode: sentence('evidence.decision-log.columns.credit-code'),
  person: sentence('evidence.decision-log.columns.person'),
  role: sentence('evidence.decision-log.columns.role'),
  reason: sentence('evidence.decision-log.columns.reason'),
  standing: sentence('evidence.decision-log.columns.standing'),
  fingerprint: sentence('evidence.decision-log.columns.fingerprint'),
  origin: sentence('evidence.decision-log.columns.origin'),
  record: sentence('evidence.decision-log.columns.record'),
  ledger: sentence('evidence.decision-log.columns.ledger'),
} as const satisfies Readonly<Record<keyof RegisterRow, Sentence>>;

/** On paper a decision has its day in Beijing; the table for spreadsheets has the time there, with its offset. */
const ON_PAPER: Readonly<Partial<Record<keyof RegisterRow, Sentence>>> = {
  decidedAt: sentence('evidence.decision-log.columns.decided-on'),
  company: sentence('evidence.decision-log.columns.company-and-person'),
};

/** Shares of the columns on paper: no day, name of a state or heading breaks inside of a word. */
const WIDTHS: Readonly<Record<Language, readonly number[]>> = {
  zh: [16.5, 12.5, 22, 16.5, 17.5, 15],
  en: [16, 14, 22, 16.5, 17, 14.5],
};
/** Of a place in the ledger on paper: its number, and as much of its hash as a list of evidence has. */
const HASH_SHOWN = 8;

const ELSEWHERE: Sentence = sentence('evidence.decision-log.elsewhere');
const OWN: Sentence = sentence('evidence.decision-log.own');

/** All decisions, oldest first. */
export function registerRows({ store, now }: Pick<Ports, 'store' | 'now'>): readonly RegisterRow[] {
  return store.acceptances.all().map((row): RegisterRow => {
    const { record } = keptRecord(store, row.id);
    const [entry] = store.ledger.ofSubject(recordSubject(row.id));
    const version = store.agreements.version(row.versionId);
    const told = standingFacts(store, row.versionId, now().toISOString());
    return {
      decidedAt: row.decidedAt,
      decision: isRehearsal(record)
        ? sentence('evidence.decision-log.demo', { decision: DECISION_WORDS[row.decision] })
        : DECISION_WORDS[row.decision],
      agreement: record.version.title,
      version: versionCalled(record.version, ownVersionWords(store, { id: row.versionId })),
      provider: record.agreement.provider,
      company: record.company.name,
      creditCode: record.company.creditCode,
      person: record.person.name,
      role: record.person.role,
      reason: record.reason,
      standing: told && standingWords(told),
      fingerprint: record.hashes.canonicalText,
      origin: store.agreements.agreement(version?.agreementId ?? '')?.origin ?? 'own',
      record: row.id,
      ledger: entry && `${entry.sequence}:${entry.hash}`,
    };
  });
}

/** The register as CSV (RFC 4180), with the mark that makes Excel read UTF-8. Nothing in it is run as a formula. */
export function registerCsv(ports: Pick<Ports, 'store' | 'now'>, language: Language): string {
  const names = Object.keys(COLUMNS) as (keyof RegisterRow)[];
  const header = names.map((name) => say(COLUMNS[name], language));
  const lines = registerRows(ports).map((row) => names.map((name) => words(row, name, language)));
  return `\uFEFF${[header, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The register as JSON: whole records, each with its place in the ledger. */
export function registerJson(ports: Pick<Ports, 'store' | 'now'>): string {
  const { store, now } = ports;
  const rows = registerRows(ports);
  const records = store.acceptances.all().map(({ id, versionId }, index) => ({
    ledger: rows[index]?.ledger ?? say(ELSEWHERE, 'en'),
    origin: rows[index]?.origin,
    standing: standingFacts(store, versionId, now().toISOString())?.state.state,
    record: JSON.parse(keptRecord(store, id).json) as unknown,
  }));
  return `${JSON.stringify({ format: 'assent-register-1', records }, undefined, 2)}\n`;
}

/** The register on paper. */
export function registerOnPaper(ports: Pick<Ports, 'store' | 'now'>, language: Language, day: string): Paper {
  const shown = ['decidedAt', 'decision', 'agreement', 'standing', 'company', 'ledger'] as const;
  const rows = registerRows(ports).map((row) =>
    shown.map((name) => {
      const text = words(row, name, language);
      if (name === 'decidedAt') return dayOf(row.decidedAt);
      if (name === 'agreement')
        return say(sentence('acceptance.version.titled', { title: row.agreement, version: row.version }), language);
      if (name === 'company') return `${text}\n${row.person}`;
      return name === 'ledger' && row.ledger ? placeShown(row.ledger) : text;
    }),
  );
  return registerPaper({
    title: say(sentence('evidence.decision-log.title'), language),
    subtitle: say(sentence('evidence.decision-log.as-of', { day: dayWords(day) }), language),
    language,
    header: shown.map((name) => say(ON_PAPER[name] ?? COLUMNS[name], language)),
    rows,
    widths: WIDTHS[language],
    note: say(sentence('evidence.decision-log.note'), language),
  });
}

const placeShown = (place: string): string => {
  const [number = '', hash = ''] = place.split(':');
  return `${number}:\n${hash.slice(0, HASH_SHOWN)}`;
};

/** 已接受 2026-11-28: the state with the day in Beijing on which it was reached. */
function standingWords({ state: { state, since }, period }: StandingFacts): Sentence {
  // What was decided inside alone is no answer to the provider.
  const word =
    state === 'declined' || state === 'set-aside'
      ? sentence(`evidence.decision-log.inside.${state}`)
      : stateWord({ state, by: period?.by }, 'page');
  return since === undefined ? word : sentence('evidence.decision-log.since', { state: word, day: dayOf(since) });
}

function words(row: RegisterRow, name: keyof RegisterRow, language: Language): string {
  if (name === 'decision') return say(row.decision, language);
  if (name === 'decidedAt') return beijingClockWithOffset(new Date(row.decidedAt));
  if (name === 'origin' && row.origin === 'own') return say(OWN, language);
  if (name === 'version') return say(row.version, language);
  if (name === 'standing') return row.standing ? say(row.standing, language) : '';
  const value = row[name];
  if (value === undefined) return say(ELSEWHERE, language);
  return isAbsent(value) ? say(absenceText(value), language) : String(value);
}

/** A cell that a spreadsheet could take for a formula is made plain text (OWASP: CSV injection). */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
