import { beijingTime } from '../../agreement/beijing-time.ts';
import { say, type Language } from '../../agreement/sentence.ts';
import type { BundleRecord, BundleReport } from '../bundle-check.ts';
import type { Check } from '../verdict.ts';
import { identityWords, INTEGRITY_WORDS, timeWords } from '../integrity/verdict-words.ts';
import { isObject, type OpenedBundle, parseJson, utf8 } from '../open-bundle.ts';
import { agreementView } from './agreement-view.ts';
import { element } from './element.ts';
import { recordClauses } from './record-clauses.ts';
import { WORDS } from './words.ts';

/** A bundle with what its verification said. `bundle` is absent when it could not even be opened. */
export interface Verified {
  readonly name: string;
  readonly bundle?: OpenedBundle;
  readonly report: BundleReport;
}

const SIGNS = { open: '•', partly: '?', bad: '✗' } as const;

/**
 * The whole result: the verdict of three first (is it as it was, who vouches for it, when was it), then what was checked, then the
 * records with their agreements. The page knows nobody's key, so that it never says more than that the rest is the reader's to
 * compare. What it found stands in the attributes of the verdict, too, for whoever reads it by a program.
 */
export function reportView({ name, bundle, report }: Verified, language: Language): readonly HTMLElement[] {
  const { ok, integrity, identity, time, checks, head, devices, records } = report;
  const verdict = ok ? 'open' : integrity === 'intact' ? 'partly' : 'bad';
  const headline = verdict === 'open' ? (identity.known === 'unsigned' ? 'intactUnsigned' : 'intactNew') : verdict;
  return [
    element(
      'section',
      {
        class: `verdict ${verdict}`,
        id: 'verdict',
        role: 'status',
        'data-ok': String(ok),
        'data-integrity': integrity,
        'data-key': identity.keyId ?? 'none',
        'data-source': time.source,
        'data-authority': time.authority ?? 'none',
      },
      element('h2', {}, `${SIGNS[verdict]} ${say(WORDS[headline], language)}`),
      element('p', { class: 'file' }, name),
      pair(say(WORDS.whether, language), say(INTEGRITY_WORDS[integrity], language)),
      pair(say(WORDS.who, language), say(identityWords(identity), language)),
      pair(say(WORDS.when, language), say(timeWords(time), language)),
    ),
    element('h2', {}, say(WORDS.checks, language)),
    element('ul', { class: 'checks', id: 'checks' }, ...checks.map((check) => checkView(check, language))),
    ...(head ? [pair(say(WORDS.end, language), `${head.sequence}:${head.hash}`)] : []),
    ...(devices.length > 0
      ? [
          pair(say(WORDS.devices, language), devices.join(' ')),
          element('p', { class: 'hint' }, say(WORDS.devicesHint, language)),
        ]
      : []),
    element('p', { class: 'hint' }, say(WORDS.trust, language)),
    ...(records.length > 0 ? [element('h2', {}, say(WORDS.records, language))] : []),
    ...records.map((record) => recordView(record, bundle, language)),
  ];
}

function checkView({ what, ok, why, remark }: Check, language: Language): HTMLElement {
  const seen = remark ? ['remark', '•'] : ['good', '✓'];
  const [state = '', sign = ''] = ok === 'unchecked' ? ['remark', '?'] : ok ? seen : ['bad', '✗'];
  return element(
    'li',
    { class: state },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    element('b', {}, say(what, language)),
    element('span', {}, say(why, language)),
  );
}

function recordView(
  { id, record, sequence, structure: path }: BundleRecord,
  bundle: OpenedBundle | undefined,
  language: Language,
): HTMLElement {
  const at = (...path: readonly string[]): string => textAt(record, path, language);
  const decision = at('decision');
  const fingerprint = at('hashes', 'canonicalText');
  const words =
    decision === 'accepted' || decision === 'declined' || decision === 'set-aside'
      ? say(WORDS[decision], language)
      : decision;
  // A text may have several structures: what was decided rests on the one that the record names.
  const structure = bundle && parseJson(utf8(bundle.files.get(path ?? `versions/${fingerprint}.json`)));
  return element(
    'section',
    { class: 'record', 'data-record': id },
    pair(say(WORDS.agreement, language), `${at('version', 'title')} · ${at('agreement', 'provider')}`),
    pair(say(WORDS.decision, language), words),
    pair(say(WORDS.company, language), at('company', 'name')),
    pair(say(WORDS.person, language), `${at('person', 'name')} · ${at('person', 'role')}`),
    pair(say(WORDS.time, language), say(beijingTime(at('time', 'utc')), language)),
    pair(say(WORDS.statement, language), at('words', 'statement')),
    pair(say(WORDS.button, language), at('words', 'button')),
    pair(say(WORDS.fingerprint, language), fingerprint),
    pair(say(WORDS.entry, language), sequence === undefined ? '—' : String(sequence)),
    ...recordClauses(record, language),
    element(
      'details',
      {},
      element('summary', {}, say(WORDS.whole, language)),
      element('pre', {}, JSON.stringify(record, undefined, 2)),
    ),
    ...(structure === undefined
      ? []
      : [
          element(
            'details',
            { open: '' },
            element('summary', {}, say(WORDS.text, language)),
            agreementView(structure, language),
          ),
        ]),
  );
}

function pair(label: string, value: string): HTMLElement {
  return element('dl', {}, element('dt', {}, label), element('dd', {}, value));
}

/** The text at a path of the record; a stated absence is shown with its reason. */
function textAt(record: unknown, path: readonly string[], language: Language): string {
  let value: unknown = record;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  if (isObject(value) && isObject(value.why)) value = value.why[language];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
}
