import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { ContractHandlers } from '../../../../src-main/contract/index.ts';
import { handlers as handlersOver } from '../../../../src-main/handlers.ts';
import type { LedgerEntry } from '../../../../src-main/ledger/entry.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import type { PrintExpectation } from '../../../../src-main/pdf/scan/expectation.ts';
import type { ScannedSheet } from '../../../../src-main/pdf/scan/read.ts';
import { FONTS } from '../../pdf/paper-tools.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const SEAL = { shape: 'round-42', seam: false } as const;
const FILE = { name: 'scan.jpg', bytes: new Uint8Array([0xff, 0xd8, 1, 2, 3]) };

/** What a reader would say of a print of which every page came back, sealed or not. */
function sheetsOf([print]: readonly PrintExpectation[], sealed: boolean): readonly ScannedSheet[] {
  if (!print) return [];
  return Array.from({ length: print.pages }, (_, index): ScannedSheet => {
    const page = index + 1;
    const seals = print.zones
      .filter((zone) => zone.page === page)
      .map(({ zone }) =>
        sealed
          ? {
              zone,
              state: 'found' as const,
              reasons: [],
              lines: [
                { line: 'name' as const, state: 'found' as const },
                { line: 'date' as const, state: 'found' as const },
              ],
            }
          : { zone, state: 'missing' as const, reasons: ['no-red' as const], lines: [] },
      );
    const code = { document: print.code, page, pages: print.pages };
    return {
      file: FILE.name,
      number: page,
      reading: { is: 'page', code, grey: false, placed: true, seals },
      preview: new Uint8Array([page, sealed ? 1 : 0]),
    };
  });
}

describe('a scan of the sealed paper', () => {
  const desk = new AppUnderTest();
  let handlers: ContractHandlers;
  let sealed = true;
  let letterId = '';

  beforeAll(async () => {
    handlers = handlersOver({
      ...desk.ports,
      print: { toPdf: setPlain, dialog: () => Promise.resolve(false) },
      files: {
        ...desk.ports.files,
        asset: (name) => Promise.resolve(name.includes('Bold') ? FONTS.bold : FONTS.regular),
      },
      readScan: (_files, prints) => Promise.resolve(sheetsOf(prints, sealed)),
    });
    const [form] = (await handlers['letters.list']({})).templates;
    letterId = (await handlers['letters.start']({ templateId: form!.id })).id;
  });
  afterAll(() => desk.end());

  const receive = async () => {
    desk.chosen = [FILE];
    const scan = await handlers['letters.addScan']({ letterId, seal: SEAL });
    if (!scan) throw new Error('nothing was received');
    return scan;
  };
  const entries = (): readonly LedgerEntry[] => desk.store.ledger.ofSubject(`letter:${letterId}`);
  const state = (): string | undefined => desk.store.papers.byId(letterId)?.state;

  it('is kept whole with its result and its ledger entry; the letter is not sealed by that', async () => {
    const scan = await receive();
    expect(scan).toMatchObject({ overall: 'complete', state: 'unchecked', files: [{ name: 'scan.jpg' }] });
    expect(desk.store.attachments.bytes(scan.files[0]!.sha256)).toEqual(Buffer.from(FILE.bytes));
    expect(entries().map(({ kind }) => kind)).toEqual(['sealed-copy-received']);
    expect((await handlers['letters.scanPicture']({ scanId: scan.id, sheet: 1 })).jpeg.length).toBe(2);
    expect(state()).toBe('draft');
  });

  it('that is not complete cannot be confirmed, and is taken all the same only with a reason', async () => {
    sealed = false;
    const { id: scanId, overall } = await receive();
    expect(overall).toBe('incomplete');
    const before = entries().length;
    const decide = (as: 'confirmed' | 'overruled', reason: string) => async () =>
      handlers['letters.decideScan']({ scanId, as, by: '李航', reason });
    await expect(decide('confirmed', '')()).rejects.toMatchObject({ code: 'scan-not-complete' });
    await expect(decide('overruled', ' ')()).rejects.toMatchObject({ code: 'reason-missing' });
    expect(entries()).toHaveLength(before);
    expect(state()).toBe('draft');
    const decided = await decide('overruled', '原件已当面核对')();
    expect(decided).toMatchObject({ state: 'overruled', decided: { by: '李航', reason: '原件已当面核对' } });
    expect(entries().at(-1)).toMatchObject({ kind: 'sealed-copy-overruled', payload: { as: 'overruled' } });
    expect(state()).toBe('sealed');
    await expect(decide('overruled', '再次')()).rejects.toMatchObject({ code: 'scan-decided' });
  });

  it('with a line to be signed by hand is confirmed only on the word that it is signed', async () => {
    sealed = true;
    const form = (await handlers['letters.list']({})).templates.find(({ title }) =>
      say(title, 'zh').includes('授权委托书'),
    );
    const { id } = await handlers['letters.start']({ templateId: form!.id });
    desk.chosen = [FILE];
    const scan = await handlers['letters.addScan']({ letterId: id, seal: SEAL });
    expect(scan?.checks.at(-1)).toMatchObject({ kind: 'signature', state: 'unseen' });
    const decide = async (signed?: boolean) =>
      handlers['letters.decideScan']({
        scanId: scan!.id,
        as: 'confirmed',
        by: '李航',
        reason: '',
        ...(signed === undefined ? {} : { signed }),
      });
    await expect(decide()).rejects.toMatchObject({ code: 'signature-unseen' });
    await expect(decide(false)).rejects.toMatchObject({ code: 'signature-unseen' });
    expect(await decide(true)).toMatchObject({ state: 'confirmed', decided: { signed: true } });
    expect(desk.store.ledger.ofSubject(`letter:${id}`).at(-1)?.payload).toMatchObject({ signed: true });
  });

  it('that is complete is confirmed without a reason, and put aside only with one', async () => {
    sealed = true;
    const { id: scanId } = await receive();
    const decide = (as: 'confirmed' | 'rejected') => async () =>
      handlers['letters.decideScan']({ scanId, as, by: '李航', reason: '', signed: true });
    await expect(decide('rejected')()).rejects.toMatchObject({ code: 'reason-missing' });
    expect(await decide('confirmed')()).toMatchObject({ state: 'confirmed' });
    expect(entries().at(-1)).toMatchObject({ kind: 'sealed-copy-confirmed' });
    expect((await handlers['letters.scans']({ letterId })).map((scan) => scan.state)).toEqual([
      'confirmed',
      'overruled',
      'unchecked',
    ]);
  });
});
