import { Buffer } from 'node:buffer';
import type { ContractHandlers, Input } from '../../../../src-main/contract/index.ts';
import { recordDecision } from '../../../../src-main/features/review/decision.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { beginLedger } from '../../../../src-main/kernel/device-key.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import { ledgerWriter } from '../../../../src-main/kernel/ledger-writer.ts';
import type { Ports } from '../../../../src-main/kernel/ports.ts';
import type { EntrySigner } from '../../../../src-main/ledger/entry.ts';
import { COMPANY } from '../../../fixtures/company.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

export { COMPANY };

/** Stands for a printed text: what matters here is that its hash is kept. */
export const RENDERING = new TextEncoder().encode('%PDF-1.7 as printed');
const PICTURE = Uint8Array.from(Buffer.from('89504e470d0a1a0a', 'hex'));

/** Whoever lets something leave looked at what is adverse in it first, unless a test says what was seen. */
function afterALook(all: ContractHandlers): ContractHandlers {
  const look = async (scope: Input<'evidence.adverse'>['scope']): Promise<{ readonly seen?: string }> => {
    try {
      const { seen } = await all['evidence.adverse']({ scope });
      return { seen };
    } catch {
      // What cannot be looked at is refused by the call itself.
      return {};
    }
  };
  const bundle = all['evidence.exportBundle'];
  const paper = all['evidence.certificate'];
  const log = all['evidence.register'];
  return {
    ...all,
    'evidence.exportBundle': async (input) => bundle({ ...(await look(input.scope)), ...input }),
    'evidence.certificate': async (input) =>
      paper({ ...(await look({ kind: 'acceptance', acceptanceId: input.acceptanceId })), ...input }),
    'evidence.register': async (input) => log({ ...(await look({ kind: 'everything' })), ...input }),
  };
}

/** A desk whose ledger is begun as in the app, with a key that can be opened, pictures and a verifier page. */
export class EvidenceUnderTest {
  readonly desk: AppUnderTest;
  ports: Ports;
  handlers: ContractHandlers;
  signer: EntrySigner | undefined;
  openedFile: { name: string; bytes: Uint8Array } | undefined;
  companyId = '';

  /** Over the library in a file, or an empty one. */
  constructor(records?: string) {
    this.desk = new AppUnderTest(records);
    this.ports = this.#ports();
    this.handlers = afterALook(handlersOver(this.ports));
    beginLedger(this.ports);
  }

  get store() {
    return this.desk.store;
  }

  restart(): void {
    this.desk.restart();
    this.signer = undefined;
    this.ports = this.#ports();
    this.handlers = afterALook(handlersOver(this.ports));
    beginLedger(this.ports);
  }

  end(): void {
    this.desk.end();
  }

  /** The sample set and a company: what a first decision needs. */
  async furnish(): Promise<void> {
    await this.handlers['import.sample']({});
    this.companyId = (await this.handlers['settings.saveCompany']({ company: COMPANY })).id;
  }

  /** Sees everything that must be seen of a version, as a person would over several minutes. */
  async seeEverything(versionId: string): Promise<void> {
    const { progress, previousAccepted } = await this.handlers['review.open']({ versionId });
    const nothing = { seen: [], acknowledged: [], withdrawn: [], endReached: true };
    const clauses = progress.requirements.flatMap(({ clauseId }) => clauseId ?? []);
    const seen = clauses.map((clauseId) => ({ clauseId, seconds: 15, weight: 700, decoration: 'none' }));
    for (let report = 0; report < 3; report += 1) {
      this.desk.pass(15);
      await this.handlers['review.observe']({ versionId, observation: { ...nothing, seen } });
    }
    for (const clauseId of clauses)
      await this.handlers['review.picture']({ versionId, clauseId, box: { x: 0, y: 0, width: 400, height: 60 } });
    await this.handlers['review.observe']({ versionId, observation: { ...nothing, acknowledged: clauses } });
    for (const { kind, versionId: other } of progress.requirements) {
      if (other === undefined) continue;
      const opened = kind === 'annex' ? { annexOpened: other } : { redlineSeen: other };
      await this.handlers['review.observe']({ versionId, observation: { ...nothing, ...opened } });
    }
    if (previousAccepted)
      await this.handlers['review.observe']({
        versionId,
        observation: { ...nothing, redlineSeen: previousAccepted.versionId },
      });
  }

  /** What the click sends. */
  click(versionId: string, more: Partial<Input<'review.decide'>> = {}): Input<'review.decide'> {
    return {
      versionId,
      decision: 'accepted',
      person: '陈远',
      role: '总经理',
      basis: 'legal-representative',
      companyId: this.companyId,
      conclusion: { kind: 'just-clicked' },
      language: 'zh',
      ...more,
    };
  }

  async accept(versionId: string): Promise<string> {
    await this.seeEverything(versionId);
    return recordDecision(this.ports, settleNotices, this.click(versionId), RENDERING).id;
  }

  #ports(): Ports {
    const { store, ports } = this.desk;
    const { now, offsetMinutes } = ports;
    return {
      ...ports,
      files: { ...ports.files, asset: () => Promise.resolve(new TextEncoder().encode('<!doctype html>')) },
      picture: () => Promise.resolve(PICTURE),
      openedFile: () => {
        const file = this.openedFile;
        this.openedFile = undefined;
        return Promise.resolve(file);
      },
      ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => this.signer }),
      useDeviceKey: (key) => {
        this.signer = key;
      },
    };
  }
}
