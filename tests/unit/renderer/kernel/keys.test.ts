import { describe, expect, it, vi } from 'vitest';
import { composed, composing, press } from '../../../../src-renderer/kernel/keys.ts';

function key(init: KeyboardEventInit & { readonly keyCode?: number }, on: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  on.dispatchEvent(event);
  return event;
}

const pressed = (event: KeyboardEvent): boolean => {
  const act = vi.fn();
  press(event, { j: act });
  expect(event.defaultPrevented).toBe(act.mock.calls.length === 1);
  return act.mock.calls.length === 1;
};

describe('a key alone', () => {
  it('does what it means to the screen, in either case', () => {
    expect([pressed(key({ key: 'j' })), pressed(key({ key: 'J' })), pressed(key({ key: 'x' }))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('means nothing while an input method composes, however that is told', () => {
    expect(composing(key({ key: 'j', isComposing: true }))).toBe(true);
    expect(pressed(key({ key: 'j', isComposing: true }))).toBe(false);
    expect(pressed(key({ key: 'j', keyCode: 229 }))).toBe(false);
  });

  it('Enter that ends a composition belongs to it, though it comes after; the next one does not', () => {
    const at = (event: Event, timeStamp: number): Event =>
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    composed(at(new Event('compositionend'), 1000));
    const enter = (timeStamp: number): boolean =>
      composing(at(new KeyboardEvent('keydown', { key: 'Enter' }), timeStamp) as KeyboardEvent);
    expect([enter(1000), enter(1012), enter(1030), enter(999)]).toEqual([true, true, false, false]);
    expect(composing(at(new KeyboardEvent('keydown', { key: 'j' }), 1005) as KeyboardEvent)).toBe(false);
  });

  it('means nothing with another key held, in a field, or under a dialog', () => {
    expect(pressed(key({ key: 'j', ctrlKey: true }))).toBe(false);
    for (const name of ['input', 'textarea', 'select', 'dialog']) {
      const element = document.body.appendChild(document.createElement(name));
      if (name === 'dialog') element.setAttribute('open', '');
      expect([name, pressed(key({ key: 'j' }, element))]).toEqual([name, false]);
      element.remove();
    }
  });
});
