import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../src-main/cli/verify.ts';
import { checkFile } from '../../src-main/ledger/verifier/check-file.ts';
import type { Verdict } from '../../src-main/ledger/verdict.ts';
import { AppUnderTest } from '../unit/kernel/ports.ts';

/** What must be the same wherever one looks: the pins are one's own, so only whose key it is may differ. */
export interface Said {
  readonly integrity: Verdict['integrity'];
  readonly keyId: string;
  readonly source: Verdict['time']['source'];
  readonly authority: string;
  readonly ok: boolean;
}

export const said = (of: Pick<Verdict, 'integrity' | 'identity' | 'time'> & { readonly ok: boolean }): Said => ({
  integrity: of.integrity,
  keyId: of.identity.keyId ?? 'none',
  source: of.time.source,
  authority: of.time.authority ?? 'none',
  ok: of.ok,
});

type Answer = Pick<Verdict, 'integrity' | 'identity' | 'time'> & { readonly ok: boolean };

/** The command line, of a bundle's file or of a data folder. */
export async function byCommand(path: string, ...options: readonly string[]): Promise<Answer> {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  await command.run({ args: [path, ...options], json: true, language: 'en', now: () => new Date(), print });
  const answer: unknown = JSON.parse(printed.join('\n'));
  return answer as Answer;
}

export async function bundleByCommand(
  folder: string,
  bytes: Uint8Array,
  ...options: readonly string[]
): Promise<Answer> {
  const file = join(folder, 'bundle.assent.zip');
  writeFileSync(file, bytes);
  return byCommand(file, ...options);
}

/** The offline page's own code, in this process. */
export async function byPage(bytes: Uint8Array): Promise<Answer> {
  return (await checkFile('bundle.assent.zip', bytes, undefined)).report;
}

/** An app that has never seen the bundle's key. */
export class StrangerApp {
  readonly #app = new AppUnderTest();

  async look(bytes: Uint8Array): Promise<Answer> {
    try {
      return await this.#app.handlers['evidence.readBundle']({
        name: 'bundle.assent.zip',
        bytes: Uint8Array.from(bytes),
      });
    } catch {
      // What is no bundle at all is refused by the app in words; the others call it altered.
      return {
        ok: false,
        integrity: 'altered',
        identity: { known: 'unsigned' },
        time: { source: 'device-clock', anchored: [] },
      };
    }
  }

  end(): void {
    this.#app.end();
  }
}
