import { describe, expect, it } from 'vitest';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import {
  bringing,
  chooseFiles,
  importFiles,
  importText,
  isPasted,
  stopImport,
} from '../../../../../src-renderer/kernel/files/importing.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import type { ImportOutcome } from '../../../../../src-main/contract/import.ts';
import { anId } from '../../given/agreements.ts';
import { aFailure, later, refused } from '../../given/double.ts';
import { given, said, settled } from '../../given/page.ts';

const file = (name: string, text = name): File => new File([text], name);

describe('bringing files in', () => {
  it('one readable file leads to its review', async () => {
    const main = await given({ 'import.choose': () => [{ name: 'a.docx', sourceId: anId(31) }] });
    await chooseFiles('files');
    expect(main.inputs('import.choose')).toEqual([{ what: 'files' }]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });

  it('a file that is there already is told as such', async () => {
    await given({ 'import.choose': () => [{ name: 'a.docx', sourceId: anId(31), known: 'same-file' }] });
    await chooseFiles('files');
    expect(notice.said).toBe(said('import.sameFile'));
  });

  it('several lead to the first, and are counted', async () => {
    await given({
      'import.choose': () => [1, 2, 3].map((at) => ({ name: `${at}.docx`, sourceId: anId(at) })),
    });
    await chooseFiles('folder');
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(1) });
    expect(notice.said).toBe(said('frame.imported', { count: 3 }));
  });

  it('several of which none is new lead to the library', async () => {
    await given({
      'import.choose': () =>
        [1, 2].map((at) => ({ name: `${at}.docx`, sourceId: anId(at), known: 'same-file' as const })),
    });
    await chooseFiles('files');
    expect(way.here).toEqual({ screen: 'library' });
  });

  it('a closed dialog changes nothing', async () => {
    await given({ 'import.choose': () => [] });
    await chooseFiles('files');
    expect(way.canGoBack).toBe(false);
    expect(notice.failure).toBeUndefined();
  });

  it('what could not be read is told, and what could be is shown', async () => {
    const failure = aFailure({ code: 'not-an-agreement' });
    await given({
      'import.choose': () => [
        { name: 'a.bin', failure },
        { name: 'b.docx', sourceId: anId(32) },
      ],
    });
    await chooseFiles('files');
    expect(notice.failure).toEqual(failure);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(32) });
  });

  it('dropped files cross as bytes under their names, one after the other', async () => {
    const main = await given({ 'import.bytes': ({ name }) => ({ name, sourceId: anId(name.length) }) });
    await importFiles([file('a.txt', 'first'), file('bb.txt', 'second')]);
    expect(main.inputs('import.bytes')).toEqual([
      { name: 'a.txt', bytes: new TextEncoder().encode('first') },
      { name: 'bb.txt', bytes: new TextEncoder().encode('second') },
    ]);
    expect(bringing.now).toBeUndefined();
  });

  it('stopping lets the file being read finish and leaves the rest', async () => {
    const answer = later<ImportOutcome>();
    const main = await given({ 'import.bytes': () => answer.promise, 'import.cancel': () => undefined });
    const all = importFiles([file('a.txt'), file('b.txt'), file('c.txt')]);
    await settled();
    expect(bringing.now).toEqual({ name: 'a.txt', done: 0, total: 3 });
    await stopImport();
    answer.give({ name: 'a.txt', sourceId: anId(31) });
    await all;
    expect(main.inputs('import.bytes')).toHaveLength(1);
    expect(main.inputs('import.cancel')).toHaveLength(1);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
    expect(bringing.now).toBeUndefined();
  });

  it('after one that was stopped the next drop is read whole', async () => {
    const main = await given({
      'import.bytes': ({ name }) => ({ name, sourceId: anId(3) }),
      'import.cancel': () => undefined,
    });
    await stopImport();
    await importFiles([file('a.txt'), file('b.txt')]);
    expect(main.inputs('import.bytes')).toHaveLength(2);
  });

  it('a refused file does not keep the others from being read', async () => {
    let first = true;
    const main = await given({
      'import.bytes': ({ name }) => {
        if (!first) return { name, sourceId: anId(9) };
        first = false;
        return refused()();
      },
    });
    await importFiles([file('a.txt'), file('b.txt')]);
    expect(main.inputs('import.bytes')).toHaveLength(2);
    expect(notice.failure).toEqual(aFailure());
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(9) });
  });

  it('only what the app itself calls so was pasted; a file that begins like that is somebody’s own', async () => {
    const main = await given({ 'import.bytes': ({ name }) => ({ name, sourceId: anId(31) }) });
    for (const text of ['Berths are let by the day.', '\n  第一条：泊位按日出租。\n第二条', '…'])
      for (const page of [undefined, `<p>${text}</p>`]) {
        await importText(text, page);
        const name = main.inputs('import.bytes').at(-1)?.name ?? '';
        expect([name, isPasted(name, text)]).toEqual([name, true]);
      }
    const called = said('frame.pasteName');
    expect(isPasted(`${called}.txt`, 'Any text.')).toBe(true);
    for (const name of [`${called} v2.txt`, `${called}2.txt`, `${called} Berths are let by the da.pdf`, 'terms.txt'])
      expect([name, isPasted(name, 'Berths are let by the day.')]).toEqual([name, false]);
  });

  it('pasted words become a text file of their own', async () => {
    const main = await given({ 'import.bytes': ({ name }) => ({ name, sourceId: anId(31) }) });
    await importText('Berths are let by the day.');
    expect(main.inputs('import.bytes')).toEqual([
      {
        name: `${said('frame.pasteName')} Berths are let by the da.txt`,
        bytes: new TextEncoder().encode('Berths are let by the day.'),
      },
    ]);
    expect(way.here).toEqual({ screen: 'import', sourceId: anId(31) });
  });
});
