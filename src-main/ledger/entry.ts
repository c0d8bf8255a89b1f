import type { Sentence } from '../agreement/sentence.ts';
import { canonicalBytes, type JsonValue } from './canonical-json.ts';
import { fromHex, toHex } from './hex.ts';

/** Everything that the ledger records. The list only grows: an entry once written names its kind for ever. */
export const ENTRY_KINDS = {
  'ledger-opened': { zh: '台账建立', en: 'ledger opened' },
  'key-created': { zh: '设备密钥生成', en: 'device key created' },
  'key-retired': { zh: '设备密钥停用', en: 'device key retired' },
  'source-imported': { zh: '来源文件导入', en: 'source imported' },
  'version-saved': { zh: '版本存入', en: 'version saved' },
  'ceremony-started': { zh: '开始审阅', en: 'review started' },
  'acceptance-decided': { zh: '作出决定', en: 'decision made' },
  'acceptance-confirmed': { zh: '复核确认', en: 'confirmed by a second person' },
  'explanation-requested': { zh: '提出解释请求', en: 'explanation requested' },
  'explanation-sent': { zh: '解释请求已送出', en: 'explanation request sent' },
  'explanation-answered': { zh: '收到解释答复', en: 'explanation answered' },
  'notice-registered': { zh: '变更通知登记', en: 'change notice registered' },
  'notice-decided': { zh: '变更通知处理', en: 'change notice decided' },
  'notice-lapsed': { zh: '变更通知期满', en: 'change notice period ended' },
  'notice-amended': { zh: '变更通知更正', en: 'change notice amended' },
  'objection-step': { zh: '异议事项办理', en: 'step of an objection done' },
  'objection-sent': { zh: '异议已送出', en: 'objection sent' },
  'letter-filled': { zh: '文书填写', en: 'letter filled' },
  'letter-exported': { zh: '文书导出', en: 'letter exported' },
  'letter-signed': { zh: '文书数字签名', en: 'letter signed' },
  'sealed-copy-received': { zh: '盖章件回收', en: 'sealed copy received' },
  'sealed-copy-confirmed': { zh: '盖章件核对一致', en: 'sealed copy confirmed' },
  'sealed-copy-overruled': { zh: '盖章件人工认定', en: 'sealed copy overruled' },
  'difference-found': { zh: '发现文本差异', en: 'difference found' },
  'difference-resolved': { zh: '文本差异处理完毕', en: 'difference resolved' },
  superseded: { zh: '被后续协议取代', en: 'superseded' },
  'outages-recorded': { zh: '中断记录登记', en: 'outages recorded' },
  'exclusion-checked': { zh: '除外情形核对', en: 'exclusion checked' },
  'own-value-settled': { zh: '自填数值', en: 'own value settled' },
  'order-recorded': { zh: '订单登记', en: 'order recorded' },
  'invoice-recorded': { zh: '发票登记', en: 'invoice recorded' },
  'agenda-snoozed': { zh: '待办延后', en: 'agenda item put off' },
  'agenda-done': { zh: '待办完成', en: 'agenda item done' },
  'agenda-reopened': { zh: '待办恢复', en: 'agenda item reopened' },
  'claim-made': { zh: '提出索赔', en: 'claim made' },
  'certificate-issued': { zh: '出具接受证明', en: 'certificate issued' },
  'bundle-exported': { zh: '导出证据包', en: 'bundle exported' },
  'bundle-imported': { zh: '导入证据包', en: 'bundle imported' },
  'timestamp-attached': { zh: '附加时间戳', en: 'timestamp attached' },
  'clock-rollback': { zh: '系统时钟回拨', en: 'clock rolled back' },
  'backup-made': { zh: '备份完成', en: 'backup made' },
  'backup-restored': { zh: '备份恢复', en: 'backup restored' },
  'settings-changed': { zh: '设置变更', en: 'settings changed' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type EntryKind = keyof typeof ENTRY_KINDS;

/** What is known about the clock that an entry's `at` was read from. */
export interface EntryClock {
  /** The clock stood before the time of an earlier entry. */
  readonly rollback: boolean;
  /** `system` for the local clock; never anything that the app did not check. */
  readonly source: 'system';
  /** Minutes east of UTC of the device's time zone. */
  readonly offsetMinutes: number;
}

/** A clock that stands at most this much before the newest entry was adjusted, not set back. */
export const CLOCK_TOLERANCE_MS = 2_000;

/** `device` of an entry that no key signs: said in words, never left out. */
export const UNSIGNED = 'unsigned';

/** `previous` of the first entry: 64 zeros. */
export const GENESIS = '0'.repeat(64);

/** What is hashed: everything but the payload itself (its hash stands in), `hash` and `signature`. */
export interface EntryCore {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  /** UTC, ISO 8601 with milliseconds and `Z`. */
  readonly at: string;
  readonly kind: EntryKind;
  /** What it is about, as `word:id`: `version:…`, `acceptance:…`. Disclosed in every bundle, so never a name. */
  readonly subject: string;
  /** Hex SHA-256 of the payload's canonical JSON. */
  readonly payloadHash: string;
  /** `hash` of the entry before; `GENESIS` for the first. */
  readonly previous: string;
  /** Id of the device key that signs, or `UNSIGNED`. */
  readonly device: string;
  readonly clock: EntryClock;
}

/**
 * One entry of the ledger. Without `payload` it is a skeleton: the chain still verifies, the content stays undisclosed.
 * `payload` is covered through `payloadHash`. A payload that could be guessed from a short list should carry a random
 * member `salt`, or its hash gives it away in other people's bundles.
 */
export interface LedgerEntry extends EntryCore {
  readonly payload?: JsonValue;
  /** Hex SHA-256 of the canonical JSON of the core. */
  readonly hash: string;
  /** Hex Ed25519 signature by the device key over the 32 bytes of `hash`. */
  readonly signature?: string;
}

/** What the caller says; the rest follows from the chain. */
export interface EntryDraft {
  readonly at: string;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly payload: JsonValue;
  readonly clock: EntryClock;
}

/** Where a chain stands. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** SHA-256 of bytes at once: for writing, inside a database transaction. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** A device key ready to sign: hash (32 bytes) in, signature (64 bytes) out. */
export interface EntrySigner {
  readonly id: string;
  readonly sign: (hash: Uint8Array) => Uint8Array;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a UTC instant as the ledger writes it, and a real one (no 31 February). */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The bytes whose SHA-256 is an entry's `hash`. */
export function coreBytes(entry: EntryCore): Uint8Array {
  const { sequence, at, kind, subject, payloadHash, previous, device, clock } = entry;
  return canonicalBytes({ sequence, at, kind, subject, payloadHash, previous, device, clock });
}

/**
 * Makes the entry that follows `previousHead` (absent: the first of a ledger). Pure: the caller stores it in the same
 * transaction as what it records. Without a signer the entry says `unsigned`.
 * @throws TypeError when the draft cannot be canonical JSON or `at` is no UTC instant: a defect of the caller.
 */
export function appendEntry(
  previousHead: ChainHead | undefined,
  draft: EntryDraft,
  by: { readonly digest: Digest; readonly signer?: EntrySigner },
): LedgerEntry {
  if (!isInstant(draft.at)) throw new TypeError(`at: ${draft.at} is no UTC instant with milliseconds`);
  const core: EntryCore = {
    sequence: (previousHead?.sequence ?? 0) + 1,
    at: draft.at,
    kind: draft.kind,
    subject: draft.subject,
    payloadHash: toHex(by.digest(canonicalBytes(draft.payload))),
    previous: previousHead?.hash ?? GENESIS,
    device: by.signer?.id ?? UNSIGNED,
    clock: draft.clock,
  };
  const hash = by.digest(coreBytes(core));
  const entry = { ...core, payload: draft.payload, hash: toHex(hash) };
  return by.signer ? { ...entry, signature: toHex(by.signer.sign(hash)) } : entry;
}

/** The entry without its content: what a bundle shows of entries that are nobody else's business. */
export function skeleton(entry: LedgerEntry): LedgerEntry {
  const { payload: _undisclosed, ...rest } = entry;
  return rest;
}

/** `hash` as the bytes that are signed. */
export function hashBytes(entry: LedgerEntry): Uint8Array {
  return fromHex(entry.hash);
}
