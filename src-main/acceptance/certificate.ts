import type { Bilingual, Language } from '../agreement/bilingual.ts';
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

type Row = readonly [Bilingual, Bilingual];

const DECISIONS: Readonly<Record<AcceptanceRecord['decision'], Bilingual>> = {
  accepted: { zh: '接受', en: 'accepted' },
  declined: { zh: '拒绝', en: 'declined' },
  'set-aside': { zh: '搁置', en: 'set aside' },
};

const TITLES: Readonly<Record<AcceptanceRecord['decision'], Bilingual>> = {
  accepted: { zh: '协议接受证明', en: 'Certificate of acceptance' },
  declined: { zh: '协议拒绝证明', en: 'Certificate of refusal' },
  'set-aside': { zh: '协议搁置证明', en: 'Certificate of deferral' },
};

const BASES: Readonly<Record<AcceptanceRecord['authority']['basis'], Bilingual>> = {
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
    [say('决定', 'Decision'), decisionRows(record)],
    [say('协议文本', 'The text'), textRows(record)],
    [say('审阅过程', 'The review'), reviewRows(record)],
    [say('须提示条款', 'Conspicuous clauses'), clauseRows(record)],
    [say('解释请求', 'Requests for explanation'), explanationRows(record)],
    [say('时间与设备', 'Time and device'), deviceRows(record)],
    [say('台账位置', 'Place in the ledger'), ledgerRows(record, facts)],
  ] as const satisfies readonly (readonly [Bilingual, readonly Row[]])[];
  const { proven, notProven } = proof(record, facts);
  return {
    title: TITLES[record.decision][language],
    sections: sections.map(([heading, rows]) => ({
      heading: heading[language],
      rows: rows.map(([label, value]) => ({ label: label[language], value: value[language] })),
    })),
    proven: proven.map((sentence) => sentence[language]),
    notProven: notProven.map((sentence) => sentence[language]),
  };
}

function decisionRows(record: AcceptanceRecord): readonly Row[] {
  const { company, person, authority, words, secondPerson } = record;
  return [
    [say('决定', 'Decision'), DECISIONS[record.decision]],
    [say('理由', 'Reason'), stated(record.reason)],
    [say('公司', 'Company'), same(company.name)],
    [say('统一社会信用代码', 'Unified social credit code'), stated(company.creditCode)],
    [say('决定人', 'Person'), same(`${person.name}（${person.role}）`, `${person.name} (${person.role})`)],
    [say('权限依据', 'Basis of authority'), BASES[authority.basis]],
    [say('职务', 'Post'), stated(authority.post)],
    [
      say('授权文件', 'Authorisation file'),
      stated(authority.file, ({ name, sha256 }) => same(`${name} SHA-256 ${sha256}`)),
    ],
    [
      say('复核人', 'Second person'),
      stated(secondPerson, ({ name, role, confirmedAt }) =>
        same(`${name}（${role}）${confirmedAt}`, `${name} (${role}) ${confirmedAt}`),
      ),
    ],
    [say('屏幕声明原文', 'Words of the statement'), same(words.statement)],
    [say('按钮原文', 'Words of the button'), same(words.button)],
  ];
}

function textRows(record: AcceptanceRecord): readonly Row[] {
  const { agreement, version, hashes, acceptedBefore } = record;
  return [
    [say('协议', 'Agreement'), same(agreement.title)],
    [say('提供方', 'Provider'), stated(agreement.provider)],
    [say('版本', 'Version'), same(`${version.title} v${version.ordinal}`)],
    [say('文本日期', 'Date of the text'), stated(version.date)],
    [say('文本指纹（SHA-256）', 'Text fingerprint (SHA-256)'), same(hashes.canonicalText)],
    [say('结构（SHA-256）', 'Structure (SHA-256)'), stated(hashes.structure)],
    [say('版面 PDF（SHA-256）', 'Rendered PDF (SHA-256)'), stated(hashes.renderedPdf)],
    ...record.sources.map(({ name, sha256 }): Row => [say('来源文件', 'Source'), same(`${name} SHA-256 ${sha256}`)]),
    [
      say('此前接受的版本', 'Accepted before'),
      stated(acceptedBefore, ({ ordinal, fingerprint }) => same(`v${ordinal} SHA-256 ${fingerprint}`)),
    ],
    [
      say('所示对比（SHA-256）', 'Redline shown (SHA-256)'),
      isAbsent(acceptedBefore) ? absenceText(acceptedBefore) : stated(acceptedBefore.redline),
    ],
  ];
}

function reviewRows({ review }: AcceptanceRecord): readonly Row[] {
  const { complete } = review;
  return [
    [say('打开', 'Opened'), same(review.openedAt)],
    [say('首次显示', 'First shown'), stated(review.firstShownAt)],
    [say('读到文末', 'End reached'), stated(review.endReachedAt)],
    [say('应看内容', 'What must be seen'), complete ? say('全部看过', 'all seen') : say('未看完', 'not all seen')],
    [say('未看项目', 'Not seen'), stated(review.missing, (ids) => same(ids.join('、'), ids.join(', ')))],
    ...(isAbsent(review.annexes)
      ? [[say('附件', 'Annexes'), absenceText(review.annexes)] satisfies Row]
      : review.annexes.map(({ title, openedAt }): Row => [
          say(`附件《${title}》`, `Annex “${title}”`),
          stated(openedAt),
        ])),
  ];
}

function clauseRows({ review }: AcceptanceRecord): readonly Row[] {
  if (isAbsent(review.clauses)) return [[say('条款', 'Clauses'), absenceText(review.clauses)]];
  return review.clauses.map((clause): Row => [clauseLabel(clause), clauseValue(clause)]);
}

function clauseLabel({ number, clauseId }: ClauseEvidence): Bilingual {
  return isAbsent(number)
    ? say(`条款（${clauseId}）`, `Clause (${clauseId})`)
    : say(`条款 ${number}`, `Clause ${number}`);
}

function clauseValue({ secondsVisible, secondsNeeded, acknowledgedAt, emphasis }: ClauseEvidence): Bilingual {
  const acknowledged = stated(acknowledgedAt);
  const weight = stated(emphasis.weight, (value) => same(String(value)));
  const picture = stated(emphasis.picture);
  return say(
    `显示 ${secondsVisible} 秒（至少 ${secondsNeeded} 秒）；确认：${acknowledged.zh}；字重 ${weight.zh}；画面 ${picture.zh}`,
    `shown ${secondsVisible} s (at least ${secondsNeeded} s); acknowledged: ${acknowledged.en}; weight ${weight.en}; picture ${picture.en}`,
  );
}

function explanationRows({ explanations }: AcceptanceRecord): readonly Row[] {
  if (isAbsent(explanations)) return [[say('请求', 'Requests'), absenceText(explanations)]];
  return explanations.map((request): Row => [
    isAbsent(request.number) ? say('条款', 'Clause') : say(`条款 ${request.number}`, `Clause ${request.number}`),
    explanationValue(request),
  ]);
}

function explanationValue({ question, sent, answer }: ExplanationEvidence): Bilingual {
  const sending = stated(sent, ({ at, channel }) =>
    say(`${at} ${CHANNELS[channel].zh}`, `${at} ${CHANNELS[channel].en}`),
  );
  const answering = stated(answer, ({ at, by, text }) => say(`${at} ${by}：${text}`, `${at} ${by}: ${text}`));
  return say(
    `问：${question}；送出：${sending.zh}；答复：${answering.zh}`,
    `Question: ${question}; sent: ${sending.en}; answer: ${answering.en}`,
  );
}

function deviceRows({ time, environment }: AcceptanceRecord): readonly Row[] {
  return [
    [say('决定时间（UTC）', 'Decided at (UTC)'), same(time.utc)],
    [say('当地时间', 'Local time'), same(time.local)],
    [say('时间来源', 'Source of the time'), same(time.source)],
    [say('时钟回拨', 'Clock set back'), time.rollback ? say('有', 'yes') : say('未发现', 'not noticed')],
    [say('软件', 'Software'), same(`${environment.app} ${environment.build} · ${environment.runtime}`)],
    [say('系统用户', 'System user'), same(environment.osUser)],
    [say('设备', 'Device'), same(environment.device)],
    [say('语言区域', 'Locale'), same(environment.locale)],
    [say('网络地址', 'Network address'), say('未采集', 'not collected')],
  ];
}

function ledgerRows(record: AcceptanceRecord, { entry, recordHash }: ProofFacts): readonly Row[] {
  return [
    [say('记录编号', 'Record'), same(record.id)],
    [say('记录哈希（SHA-256）', 'Record hash (SHA-256)'), same(recordHash)],
    [say('台账序号', 'Ledger entry'), same(String(entry.sequence))],
    [say('台账哈希', 'Ledger hash'), same(entry.hash)],
    // The form in which the offline verifier and `assent verify --head` take it.
    [say('核验用位置', 'Place to verify against'), same(`${entry.sequence}:${entry.hash}`)],
    [say('前一条哈希', 'Hash of the entry before'), same(record.previousLedgerHash)],
    [say('设备密钥', 'Device key'), entry.device === 'unsigned' ? say('未签名', 'unsigned') : same(entry.device)],
  ];
}

function say(zh: string, en: string): Bilingual {
  return { zh, en };
}

function same(text: string, en = text): Bilingual {
  return { zh: text, en };
}

function stated<Value>(
  value: Stated<Value>,
  words: (value: Value) => Bilingual = (plain) => same(String(plain)),
): Bilingual {
  return isAbsent(value) ? absenceText(value) : words(value);
}
