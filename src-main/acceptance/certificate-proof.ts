import type { Sentence } from '../agreement/sentence.ts';
import type { AcceptanceRecord } from './record.ts';
import { isAbsent } from './stated.ts';

/** What is known about a record from outside of it when the certificate is made. */
export interface ProofFacts {
  /** The ledger entry that holds the record. */
  readonly entry: { readonly sequence: number; readonly hash: string; readonly device: string };
  /** SHA-256 of the record's canonical JSON. */
  readonly recordHash: string;
  /** An RFC 3161 timestamp over the entry's hash that was verified. */
  readonly timestamp?: { readonly at: string; readonly authority: string; readonly trusted: boolean } | undefined;
  /** How the certificate itself will be signed. */
  readonly signature: 'none' | 'self-issued' | 'certificate-authority';
}

/** What the certificate proves and what it does not, as whole sentences. Nothing is claimed that was not checked. */
export function proof(
  record: AcceptanceRecord,
  facts: ProofFacts,
): { readonly proven: readonly Sentence[]; readonly notProven: readonly Sentence[] } {
  const { timestamp, signature, entry } = facts;
  const signed = entry.device !== 'unsigned';
  const proven: (Sentence | undefined)[] = [
    {
      zh: '所示文本指纹对应唯一一份协议文本，任何一字之差都会使指纹不同。',
      en: 'The text fingerprint stands for exactly one text of the agreement; one differing character changes it.',
    },
    {
      zh: '本记录写入台账后未被改动：改动、删除或调换任何一条记录，链上的哈希即不再吻合。',
      en: 'The record was not altered since it entered the ledger: changing, deleting or exchanging any entry breaks the chain of hashes.',
    },
    signed
      ? {
          zh: `台账记录由设备密钥 ${entry.device} 签名。`,
          en: `The ledger entry was signed with the device key ${entry.device}.`,
        }
      : undefined,
    timestamp?.trusted
      ? {
          zh: `时间戳服务机构 ${timestamp.authority} 证明该记录在 ${timestamp.at} 已经存在。`,
          en: `The timestamp authority ${timestamp.authority} attests that the record existed at ${timestamp.at}.`,
        }
      : undefined,
    signature === 'certificate-authority'
      ? {
          zh: '本证明的数字签名可据证书颁发机构核验签名人。',
          en: 'The digital signature on this certificate can be checked against the authority that certified the signer.',
        }
      : undefined,
  ];
  const notProven: (Sentence | undefined)[] = [
    timestamp?.trusted
      ? undefined
      : {
          zh: '决定的时间取自本机时钟，没有受信任的时间戳佐证。',
          en: 'The time of the decision is the device’s own clock; no trusted timestamp supports it.',
        },
    timestamp?.trusted
      ? undefined
      : {
          zh: '掌握本设备及其密钥的人可以另造一条自洽的台账；把上列台账哈希交存第三方，或加盖可信时间戳，即可排除。',
          en: 'Whoever holds the device and its key could make another consistent ledger; depositing the ledger hash above with a third party, or a trusted timestamp, rules that out.',
        },
    timestamp && !timestamp.trusted
      ? {
          zh: `所附时间戳（${timestamp.authority}，${timestamp.at}）的签发机构未经本机信任，仅供参考。`,
          en: `The attached timestamp (${timestamp.authority}, ${timestamp.at}) comes from an authority that this device does not trust.`,
        }
      : undefined,
    record.time.rollback
      ? { zh: '记录时系统时钟曾被回拨。', en: 'The system clock had been set back when the record was written.' }
      : undefined,
    signature === 'certificate-authority'
      ? undefined
      : {
          zh:
            signature === 'none'
              ? '本证明没有数字签名，不能证明由谁出具。'
              : '本证明使用自行签发的证书签名，只证明签名后未被改动，不证明签名人身份。',
          en:
            signature === 'none'
              ? 'This certificate carries no digital signature: it does not prove who issued it.'
              : 'It is signed with a self-issued certificate: that proves it was not altered since, not who signed.',
        },
    signed ? undefined : { zh: '台账记录没有设备密钥签名。', en: 'The ledger entry carries no device signature.' },
    {
      zh: '决定人的身份和权限依其自述记录，本软件没有核验。',
      en: 'Identity and authority of the person are as stated; the software did not verify them.',
    },
    {
      zh: '显示时长只说明条款在屏幕上的时间，不说明已被阅读或理解。',
      en: 'Seconds shown say that a clause was on screen, not that it was read or understood.',
    },
    {
      zh: '来源文件是否确由提供方发布，本软件没有核验。',
      en: 'The software did not verify that the source was published by the provider.',
    },
    isAbsent(record.explanations) || record.explanations.every(({ state }) => state === 'answered')
      ? undefined
      : {
          zh: '决定时仍有解释请求未获答复，所涉条款是否构成合同内容可能存在争议（民法典第四百九十六条）。',
          en: 'A request for explanation was unanswered at the decision; whether those clauses became part of the contract may be disputed (Civil Code, article 496).',
        },
  ];
  return { proven: proven.filter(isSaid), notProven: notProven.filter(isSaid) };
}

function isSaid(sentence: Sentence | undefined): sentence is Sentence {
  return sentence !== undefined;
}
