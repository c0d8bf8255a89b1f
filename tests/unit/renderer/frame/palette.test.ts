import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { matching } from '../../../../src-renderer/frame/palette/commands.ts';
import { actionsOf } from '../../../../src-renderer/frame/palette/screen-actions.ts';
import Palette from '../../../../src-renderer/frame/palette/Palette.svelte';
import type { Command } from '../../../../src-main/contract/event.ts';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { agreements, aLibrary, anAgreement, anId, aVersion } from '../given/agreements.ts';
import { accessible } from '../given/axe.ts';
import { aFailure, refused, type Answers, type Double } from '../given/double.ts';
import { reads, the } from '../given/find.ts';
import { click, press, write } from '../given/hands.ts';
import { inEach, said, settled, show } from '../given/page.ts';

let closed = 0;
let obeyed: Command[] = [];

async function palette(answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  closed = 0;
  obeyed = [];
  const props = { onclose: () => void (closed += 1), obey: (command: Command) => void obeyed.push(command) };
  return show(Palette, props, { 'library.list': () => aLibrary(), ...answers }, wish);
}

const box = (): HTMLElement => the('combobox', 'frame.palette');
const chosen = (): HTMLElement => screen.getByRole('option', { selected: true });

describe('what the palette finds', () => {
  const port = anAgreement({
    title: '港口仓储条款',
    versions: [aVersion({ id: anId(201) }), aVersion({ id: anId(202), ordinal: 2 })],
  });
  const ids = (query: string): readonly string[] => matching(query, [port]).map(({ id }) => id);

  it('the sample set, however much the library holds', () => {
    expect(ids('示例')).toEqual(['sample']);
    expect(ids('sample')).toEqual(['sample']);
  });

  it('words in both languages, whatever the case', () => {
    expect(ids('LIBRARY')).toContain('library');
    expect(ids(' agen ')).toEqual(['agenda']);
    expect(ids('港口')).toEqual([port.id]);
  });

  it('pinyin and its initials', () => {
    expect(ids('gangkou')).toEqual([port.id]);
    expect(ids('gkcc')).toEqual([port.id]);
  });

  it('an agreement leads to its newest version', () => {
    expect(matching('港口', [port])[0]?.place).toEqual({ screen: 'review', versionId: anId(202) });
  });

  it('no more than forty at once, the commands before the agreements', () => {
    const found = matching('', agreements(300));
    expect(found).toHaveLength(40);
    expect(found[0]?.id).toBe('library');
  });
});

describe('what the palette offers of the screen', () => {
  const actions = [
    { name: 'Export certificate…', press: () => undefined },
    { name: 'Go on with clause 7.5', press: () => undefined },
  ];

  it('stands first, and before all else where it fits best', () => {
    expect(matching('', [], actions)[0]?.label.en).toBe('Export certificate…');
    expect(matching('export', [], actions).map(({ label }) => label.en)).toEqual(['Export certificate…']);
    expect(matching('agenda', [], [{ name: 'Put it on the agenda', press: () => undefined }])[0]?.id).toBe('agenda');
  });

  it('is every button that is no part of a list, by name, the primary first, without its key', () => {
    document.body.innerHTML = `<main>
      <button aria-label="Print">⎙</button><button>Compare <kbd>C</kbd></button><button disabled>Not now</button>
      <ul><li><button>Row</button></li></ul><div role="tablist"><button role="tab">Tab</button></div>
      <footer><button class="primary">Next clause</button></footer></main>`;
    const pressed: string[] = [];
    for (const button of document.querySelectorAll('button'))
      button.addEventListener('click', () => pressed.push(button.textContent));
    const found = actionsOf(document.querySelector('main') ?? document.body);
    expect(found.map(({ name }) => name)).toEqual(['Next clause', 'Print', 'Compare']);
    found[1]?.press();
    expect(pressed).toEqual(['⎙']);
    document.body.replaceChildren();
  });

  it('tells buttons of one name apart by what each is for', () => {
    document.body.innerHTML = `<main>
      <form><label><span>Late fee</span><input></label><button>Use value</button></form>
      <form aria-label="Notice of change"><button>Use value</button></form>
      <details open><summary><span class="label">Promise</span> 99%</summary><button>Use value</button></details>
      <section><h2>Orders</h2><button>Use value</button></section><button>Print</button></main>`;
    const found = actionsOf(document.body).map(({ name }) => name);
    expect(found).toEqual([
      'Use value · Late fee',
      'Use value · Notice of change',
      'Use value · Promise',
      'Use value · Orders',
      'Print',
    ]);
    document.body.replaceChildren();
  });

  it('is what can be done with the line of a list that is chosen, too', () => {
    document.body.innerHTML = `<main><ul><li><button>Other</button></li>
      <li aria-current="true"><button>Snooze… <kbd aria-hidden="true">H</kbd></button></li></ul>
      <nav><button aria-current="true">Page</button></nav></main>`;
    expect(actionsOf(document.body).map(({ name }) => name)).toEqual(['Snooze…']);
    document.body.replaceChildren();
  });

  it('is pressed when it is chosen, once the palette is closed', async () => {
    const order: string[] = [];
    await show(
      Palette,
      {
        actions: [{ name: 'Export certificate…', press: () => order.push('pressed') }],
        onclose: () => order.push('closed'),
        obey: () => undefined,
      },
      { 'library.list': () => aLibrary() },
    );
    expect(screen.getByRole('group', { name: said('frame.paletteGroups.here') })).toBeTruthy();
    await press('Enter');
    expect(order).toEqual(['closed', 'pressed']);
  });

  it('clauses are found once typing pauses, and lead into the text', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const main = await palette({
      'library.search': () => [
        {
          versionId: anId(101),
          title: 'Harbour terms',
          archived: true,
          ordinal: 2,
          clauseId: 'c1',
          number: '7.4',
          excerpt: 'no berth',
        },
      ],
    });
    await write(box(), 'be');
    await write(box(), 'berth ');
    expect(main.inputs('library.search')).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await settled();
    expect(main.inputs('library.search')).toEqual([{ query: 'berth' }]);
    const version = said('library.hitOf', { title: 'Harbour terms', ordinal: 2 });
    expect(screen.getByRole('option').textContent).toContain(said('library.hitArchived', { version }));
    await click(screen.getByRole('option', { name: /7\.4 no berth/u }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c1', find: 'berth' });
  });
});

describe('the palette', () => {
  inEach('lists commands and agreements, and takes the focus', async (language) => {
    await palette({}, { language });
    expect(document.activeElement).toBe(box());
    expect(screen.getByRole('option', { name: /Harbour storage terms/u })).toBeTruthy();
    await accessible();
  });

  inEach('says when nothing matches', async (language) => {
    await palette({}, { language });
    await write(box(), 'qqqq');
    expect(reads('frame.paletteEmpty')).toBe(true);
    await press('Enter');
    expect(closed).toBe(0);
  });

  it('arrows move within the list, and Enter goes there and closes', async () => {
    await palette();
    await press('ArrowUp');
    expect(chosen().textContent).toContain(said('frame.library'));
    await press('ArrowDown');
    expect(chosen().textContent).toContain(said('frame.notices'));
    expect(box().getAttribute('aria-activedescendant')).toBe(chosen().id);
    await press('Enter');
    expect(way.here).toEqual({ screen: 'notices' });
    expect(closed).toBe(1);
  });

  it('typing begins at the first match again', async () => {
    await palette();
    await press('ArrowDown');
    await press('ArrowDown');
    await write(box(), 'harbour');
    expect(chosen().textContent).toContain('Harbour storage terms');
    await press('ArrowDown');
    expect(chosen().textContent).toContain('Harbour storage terms');
  });

  it('a click takes a line, and a command is obeyed', async () => {
    await palette();
    await write(box(), said('frame.keyboard'));
    await click(chosen());
    expect(obeyed).toEqual([{ name: 'keys' }]);
    expect(closed).toBe(1);
  });

  it('Enter that ends a composition takes nothing', async () => {
    await palette();
    await press('Enter', { composing: true });
    expect(closed).toBe(0);
    expect(way.canGoBack).toBe(false);
  });

  it('without the agreements the commands are still there', async () => {
    await palette({ 'library.list': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.getAllByRole('option').length).toBeGreaterThan(5);
  });
});
