import { say, type Sentence, type Language } from '../agreement/sentence.ts';
import { CHANNELS } from './explanation.ts';
import { proof, type ProofFacts } from './certificate-proof.ts';
import type { AcceptanceRecord, ClauseEvidence, ExplanationEvidence } from './record.ts';
import { absenceText, isAbsent, type Stated } from './stated.ts';

/** The acceptance certificate as words; typesetting is someone else's. */
export interface CertificateContent {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly proven: readonly string[];
  readonly notProven: readonly string[];
}

type Row = readonly [Sentence, Sentence];

const DECISIONS: Readonly<Record<AcceptanceRecord['decision'], Sentence>> = {
  accepted: { zh: '接受', en: 'accepted' },
  declined: { zh: '拒绝', en: 'declined' },
  'set-aside': { zh: '搁置', en: 'set aside' },
};

const TITLES: Readonly<Record<AcceptanceRecord['decision'], Sentence>> = {
  accepted: { zh: '协议接受证明', en: 'Certificate of acceptance' },
  declined: { zh: '协议拒绝证明', en: 'Certificate of refusal' },
  'set-aside': { zh: '协议搁置证明', en: 'Certificate of deferral' },
};

const BASES: Readonly<Record<AcceptanceRecord['authority']['basis'], Sentence>> = {
  'legal-representative': { zh: '法定代表人', en: 'legal representative' },
  'authorisation-letter': { zh: '授权委托书', en: 'letter of authorisation' },
  post: { zh: '职务授权', en: 'post held' },
};

/** What the certificate says about one record and its place in the ledger, in one language. */
export function certificateContent(
  record: AcceptanceRecord,
  facts: ProofFacts,
  language: Language,
): CertificateContent {
  const sections = [
    [both('决定', 'Decision'), decisionRows(record)],
    [both('协议文本', 'The text'), textRows(record)],
    [both('审阅过程', 'The review'), reviewRows(record)],
    [both('须提示条款', 'Conspicuous clauses'), clauseRows(record)],
    [both('解释请求', 'Requests for explanation'), explanationRows(record)],
    [both('时间与设备', 'Time and device'), deviceRows(record)],
    [both('台账位置', 'Place in the ledger'), ledgerRows(record, facts)],
  ] as const satisfies readonly (readonly [Sentence, readonly Row[]])[];
  const { proven, notProven } = proof(record, facts);
  return {
    title: say(TITLES[record.decision], language),
    sections: sections.map(([heading, rows]) => ({
      heading: say(heading, language),
      rows: rows.map(([label, value]) => ({ label: say(label, language), value: say(value, language) })),
    })),
    proven: proven.map((sentence) => say(sentence, language)),
    notProven: notProven.map((sentence) => say(sentence, language)),
  };
}

function decisionRows(record: AcceptanceRecord): readonly Row[] {
  const { company, person, authority, words, secondPerson } = record;
  return [
    [both('决定', 'Decision'), DECISIONS[record.decision]],
    [both('理由', 'Reason'), stated(record.reason)],
    [both('公司', 'Company'), same(company.name)],
    [both('统一社会信用代码', 'Unified social credit code'), stated(company.creditCode)],
    [both('决定人', 'Person'), same(`${person.name}（${person.role}）`, `${person.name} (${person.role})`)],
    [both('权限依据', 'Basis of authority'), BASES[authority.basis]],
    [both('职务', 'Post'), stated(authority.post)],
    [
      both('授权文件', 'Authorisation file'),
      stated(authority.file, ({ name, sha256 }) => same(`${name} SHA-256 ${sha256}`)),
    ],
    [
      both('复核人', 'Second person'),
      stated(secondPerson, ({ name, role, confirmedAt }) =>
        same(`${name}（${role}）${confirmedAt}`, `${name} (${role}) ${confirmedAt}`),
      ),
    ],
    [both('屏幕声明原文', 'Words of the statement'), same(words.statement)],
    [both('按钮原文', 'Words of the button'), same(words.button)],
  ];
}

function textRows(record: AcceptanceRecord): readonly Row[] {
  const { agreement, version, hashes, acceptedBefore } = record;
  return [
    [both('协议', 'Agreement'), same(agreement.title)],
    [both('提供方', 'Provider'), stated(agreement.provider)],
    [both('版本', 'Version'), same(`${version.title} v${version.ordinal}`)],
    [both('文本日期', 'Date of the text'), stated(version.date)],
    [both('文本指纹（SHA-256）', 'Text fingerprint (SHA-256)'), same(hashes.canonicalText)],
    [both('结构（SHA-256）', 'Structure (SHA-256)'), stated(hashes.structure)],
    [both('版面 PDF（SHA-256）', 'Rendered PDF (SHA-256)'), stated(hashes.renderedPdf)],
    ...record.sources.map(({ name, sha256 }): Row => [both('来源文件', 'Source'), same(`${name} SHA-256 ${sha256}`)]),
    [
      both('此前接受的版本', 'Accepted before'),
      stated(acceptedBefore, ({ ordinal, fingerprint }) => same(`v${ordinal} SHA-256 ${fingerprint}`)),
    ],
    [
      both('所示对比（SHA-256）', 'Redline shown (SHA-256)'),
      isAbsent(acceptedBefore) ? absenceText(acceptedBefore) : stated(acceptedBefore.redline),
    ],
  ];
}

function reviewRows({ review }: AcceptanceRecord): readonly Row[] {
  const { complete } = review;
  return [
    [both('打开', 'Opened'), same(review.openedAt)],
    [both('首次显示', 'First shown'), stated(review.firstShownAt)],
    [both('读到文末', 'End reached'), stated(review.endReachedAt)],
    [both('应看内容', 'What must be seen'), complete ? both('全部看过', 'all seen') : both('未看完', 'not all seen')],
    [both('未看项目', 'Not seen'), stated(review.missing, (ids) => same(ids.join('、'), ids.join(', ')))],
    ...(isAbsent(review.annexes)
      ? [[both('附件', 'Annexes'), absenceText(review.annexes)] satisfies Row]
      : review.annexes.map(({ title, openedAt }): Row => [
          both(`附件《${title}》`, `Annex “${title}”`),
          stated(openedAt),
        ])),
  ];
}

function clauseRows({ review }: AcceptanceRecord): readonly Row[] {
  if (isAbsent(review.clauses)) return [[both('条款', 'Clauses'), absenceText(review.clauses)]];
  return review.clauses.map((clause): Row => [clauseLabel(clause), clauseValue(clause)]);
}

function clauseLabel({ number, clauseId }: ClauseEvidence): Sentence {
  return isAbsent(number)
    ? both(`条款（${clauseId}）`, `Clause (${clauseId})`)
    : both(`条款 ${number}`, `Clause ${number}`);
}

function clauseValue({ secondsVisible, secondsNeeded, acknowledgedAt, emphasis }: ClauseEvidence): Sentence {
  const acknowledged = stated(acknowledgedAt);
  const weight = stated(emphasis.weight, (value) => same(String(value)));
  const picture = stated(emphasis.picture);
  return both(
    `显示 ${secondsVisible} 秒（至少 ${secondsNeeded} 秒）；确认：${say(acknowledged, 'zh')}；字重 ${say(weight, 'zh')}；画面 ${say(picture, 'zh')}`,
    `shown ${secondsVisible} s (at least ${secondsNeeded} s); acknowledged: ${say(acknowledged, 'en')}; weight ${say(weight, 'en')}; picture ${say(picture, 'en')}`,
  );
}

function explanationRows({ explanations }: AcceptanceRecord): readonly Row[] {
  if (isAbsent(explanations)) return [[both('请求', 'Requests'), absenceText(explanations)]];
  return explanations.map((request): Row => [
    isAbsent(request.number) ? both('条款', 'Clause') : both(`条款 ${request.number}`, `Clause ${request.number}`),
    explanationValue(request),
  ]);
}

function explanationValue({ question, sent, answer }: ExplanationEvidence): Sentence {
  const sending = stated(sent, ({ at, channel }) =>
    both(`${at} ${say(CHANNELS[channel], 'zh')}`, `${at} ${say(CHANNELS[channel], 'en')}`),
  );
  const answering = stated(answer, ({ at, by, text }) => both(`${at} ${by}：${text}`, `${at} ${by}: ${text}`));
  return both(
    `问：${question}；送出：${say(sending, 'zh')}；答复：${say(answering, 'zh')}`,
    `Question: ${question}; sent: ${say(sending, 'en')}; answer: ${say(answering, 'en')}`,
  );
}

function deviceRows({ time, environment }: AcceptanceRecord): readonly Row[] {
  return [
    [both('决定时间（UTC）', 'Decided at (UTC)'), same(time.utc)],
    [both('当地时间', 'Local time'), same(time.local)],
    [both('时间来源', 'Source of the time'), same(time.source)],
    [both('时钟回拨', 'Clock set back'), time.rollback ? both('有', 'yes') : both('未发现', 'not noticed')],
    [both('软件', 'Software'), same(`${environment.app} ${environment.build} · ${environment.runtime}`)],
    [both('系统用户', 'System user'), same(environment.osUser)],
    [both('设备', 'Device'), same(environment.device)],
    [both('语言区域', 'Locale'), same(environment.locale)],
    [both('网络地址', 'Network address'), both('未采集', 'not collected')],
  ];
}

function ledgerRows(record: AcceptanceRecord, { entry, recordHash }: ProofFacts): readonly Row[] {
  return [
    [both('记录编号', 'Record'), same(record.id)],
    [both('记录哈希（SHA-256）', 'Record hash (SHA-256)'), same(recordHash)],
    [both('台账序号', 'Ledger entry'), same(String(entry.sequence))],
    [both('台账哈希', 'Ledger hash'), same(entry.hash)],
    // The form in which the offline verifier and `assent verify --head` take it.
    [both('核验用位置', 'Place to verify against'), same(`${entry.sequence}:${entry.hash}`)],
    [both('前一条哈希', 'Hash of the entry before'), same(record.previousLedgerHash)],
    [both('设备密钥', 'Device key'), entry.device === 'unsigned' ? both('未签名', 'unsigned') : same(entry.device)],
  ];
}

function both(zh: string, en: string): Sentence {
  return { zh, en };
}

function same(text: string, en = text): Sentence {
  return { zh: text, en };
}

function stated<Value>(
  value: Stated<Value>,
  words: (value: Value) => Sentence = (plain) => same(String(plain)),
): Sentence {
  return isAbsent(value) ? absenceText(value) : words(value);
}
