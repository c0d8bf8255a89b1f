import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { sentence } from '../../../../assets/messages/say.ts';
import { CallRefused } from '../../../../src-renderer/kernel/client.svelte.ts';
import { scrolledTo } from '../given/browser.ts';
import { accessible } from '../given/axe.ts';
import { aFailure } from '../given/double.ts';
import { click, pick, press, write } from '../given/hands.ts';
import { given, inEach, said, settled } from '../given/page.ts';
import Sample from './Sample.svelte';

const onclose = vi.fn();

async function sample(send: (typed: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  onclose.mockClear();
  await given({});
  render(Sample, { send, onclose });
  await settled();
}

const named = (name: string): HTMLInputElement =>
  screen.getByRole('dialog').querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const sendButton = (): HTMLElement => screen.getByRole('button', { name: 'Send' });
const fails = (more: Parameters<typeof aFailure>[0]) => (): Promise<never> =>
  Promise.reject(new CallRefused(aFailure(more)));

describe('a form', () => {
  it('sends what was typed, in the types of its fields', async () => {
    const send = vi.fn(() => Promise.resolve());
    await sample(send);
    expect((sendButton() as HTMLButtonElement).disabled).toBe(true);
    await write(named('name'), 'Crane');
    await write(named('weight'), '97.5');
    await pick(named('kind'), 'b');
    await write(named('note'), 'Two lines.');
    await click(screen.getByRole('checkbox', { name: 'Agreed' }));
    await click(sendButton());
    expect(send).toHaveBeenCalledWith({ name: 'Crane', weight: 97.5, kind: 'b', note: 'Two lines.', agreed: true });
  });

  it('is sent once, however often one presses', async () => {
    let done: () => void = () => undefined;
    const send = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    await sample(send);
    await write(named('name'), 'Crane');
    await press('Enter');
    await press('Enter');
    expect(send).toHaveBeenCalledTimes(1);
    done();
    await settled();
    await click(sendButton());
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('says all that does not fit at once, each at its field, leads to the first, and not again while one mends', async () => {
    await sample(fails({ field: 'note', others: [aFailure({ field: 'weight' })] }));
    await write(named('name'), 'Crane');
    await click(sendButton());
    const wrong = (): readonly string[] =>
      ['name', 'weight', 'note'].filter((name) => named(name).getAttribute('aria-invalid') === 'true');
    expect(wrong()).toEqual(['weight', 'note']);
    expect(document.activeElement).toBe(named('weight'));
    named('note').focus();
    await write(named('note'), 'Better.');
    expect(wrong()).toEqual(['weight']);
    expect(document.activeElement).toBe(named('note'));
  });

  it('shows a failure of no field above its buttons until it is sent again', async () => {
    let answer: () => Promise<unknown> = fails({});
    await sample(() => answer());
    await write(named('name'), 'Crane');
    await click(sendButton());
    const alert = screen.getByRole('alert');
    expect(alert.compareDocumentPosition(sendButton()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await write(named('note'), 'Something else.');
    expect(screen.queryByRole('alert')).not.toBeNull();
    answer = () => Promise.resolve();
    await click(sendButton());
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps a failure at its field when another field is changed', async () => {
    await sample(fails({ field: 'thing.name' }));
    await write(named('name'), 'Crane');
    await click(sendButton());
    await write(named('note'), 'Something else.');
    expect(named('name').getAttribute('aria-invalid')).toBe('true');
    await write(named('name'), 'Cranes');
    expect(named('name').getAttribute('aria-invalid')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows what is wrong where it is seen: its field in the middle, everything else pinned with the buttons', async () => {
    let answer = fails({ field: 'terms.0' });
    await sample(() => answer());
    await write(named('name'), 'Crane');
    await click(sendButton());
    expect(scrolledTo).toContain(screen.getByRole('group', { name: 'Terms' }));
    expect(screen.getByRole('alert').parentElement!.contains(sendButton())).toBe(true);
    answer = fails({ field: 'thing.name' });
    await click(sendButton());
    expect(scrolledTo.at(-1)).toBe(named('name'));
  });

  it('leads into a group of choices', async () => {
    await sample(fails({ field: 'terms.0' }));
    await write(named('name'), 'Crane');
    await click(sendButton());
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Agreed' }));
    expect(screen.getByRole('alert').textContent).toContain('The given call was refused.');
  });

  it('leads to the failure itself when sending took the focus away', async () => {
    await sample(fails({ field: 'nowhere' }));
    await write(named('name'), 'Crane');
    named('name').form!.requestSubmit();
    named('name').blur();
    await settled();
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  inEach('writes the dates of a failure as the person does, and quotes as they were typed', async (language) => {
    onclose.mockClear();
    await given({}, { language });
    const words = (text: string) => sentence('format.as-written', { text });
    render(Sample, {
      onclose,
      send: fails({ sentence: words('2026-12-22'), next: words('“2026-12-22 9:00”') }),
    });
    await settled();
    await write(named('name'), 'Crane');
    await click(sendButton());
    const { textContent } = screen.getByRole('alert');
    expect(textContent).toContain(language === 'zh' ? '2026年12月22日 周二' : 'Tue 22 Dec 2026');
    expect(textContent).toContain('“2026-12-22 9:00”');
  });

  inEach(
    'says what the browser finds wrong at the field, in the words of the page, and leads there',
    async (language) => {
      const send = vi.fn(() => Promise.resolve());
      onclose.mockClear();
      await given({}, { language });
      render(Sample, { send, onclose });
      await settled();
      await write(named('name'), 'Crane');
      await write(named('weight'), '-1');
      await click(sendButton());
      expect(send).not.toHaveBeenCalled();
      expect(screen.getByRole('alert').textContent).toBe(said('frame.field.least', { value: '0' }));
      expect(document.activeElement).toBe(named('weight'));
      expect(named('weight').getAttribute('aria-invalid')).toBe('true');
      await write(named('weight'), '1');
      expect(screen.queryByRole('alert')).toBeNull();
      await click(sendButton());
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  inEach(
    'takes blanks in a field that must be filled in for nothing, and lets words with blanks through',
    async (language) => {
      const send = vi.fn(() => Promise.resolve());
      onclose.mockClear();
      await given({}, { language });
      render(Sample, { send, onclose });
      await settled();
      await write(named('name'), ' \t');
      await click(sendButton());
      expect(send).not.toHaveBeenCalled();
      expect(screen.getByRole('alert').textContent).toBe(said('frame.field.missing', { name: 'Name' }));
      expect(document.activeElement).toBe(named('name'));
      await write(named('name'), ' Crane ');
      await write(named('note'), '  ');
      await click(sendButton());
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it('is read out with its labels, hints and failures', async () => {
    await sample(fails({ field: 'thing.name' }));
    await write(named('name'), 'Crane');
    await click(sendButton());
    expect(within(screen.getByRole('dialog')).getByLabelText(/^Note/u)).toBe(named('note'));
    await accessible();
  });

  it('closes by its own button without sending', async () => {
    const send = vi.fn(() => Promise.resolve());
    await sample(send);
    await click(screen.getByRole('button', { name: '取消' }));
    expect([onclose.mock.calls.length, send.mock.calls.length]).toEqual([1, 0]);
  });

  describe('beside the dialog', () => {
    const dialogItself = (): HTMLElement => screen.getByRole('dialog');
    const press = async (from: Element, to: Element): Promise<void> => {
      await fireEvent.pointerDown(from);
      await fireEvent.click(to);
      await settled();
    };
    const closes = (): number => onclose.mock.calls.length;

    it('a click closes what nobody typed into', async () => {
      await sample(fails({}));
      await press(dialogItself(), dialogItself());
      expect(closes()).toBe(1);
    });

    it('a click throws nothing away that was typed, chosen or ticked', async () => {
      const fill: Readonly<Record<string, () => Promise<unknown>>> = {
        typed: () => write(named('name'), 'Crane'),
        chosen: () => fireEvent.input(named('kind'), { target: { value: 'b' } }),
        ticked: () => fireEvent.input(screen.getByRole('checkbox', { name: 'Agreed' })),
      };
      for (const [how, act] of Object.entries(fill)) {
        await sample(fails({}));
        await act();
        await press(dialogItself(), dialogItself());
        expect([how, closes()]).toEqual([how, 0]);
        cleanup();
      }
    });

    it('marking text that ends outside is no click beside it', async () => {
      await sample(fails({}));
      await press(named('name'), dialogItself());
      expect(closes()).toBe(0);
    });
  });
});
