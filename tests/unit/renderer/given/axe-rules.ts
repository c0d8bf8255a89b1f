/** Where axe looks: at a whole page in its window, or at a screen by itself that nothing has laid out. */
type Looked = 'page' | 'screen';

/** The rules of axe that are not held, each with its own reason. Every other rule holds, whatever its weight. */
export const LEFT_OUT: readonly { rule: string; at: Looked; why: string }[] = [
  { rule: 'color-contrast', at: 'screen', why: 'colours are drawn only in a window' },
  { rule: 'target-size', at: 'screen', why: 'sizes are laid out only in a window' },
  { rule: 'scrollable-region-focusable', at: 'screen', why: 'what scrolls is known only where heights are laid out' },
  { rule: 'region', at: 'screen', why: 'the landmarks around a screen are those of the frame' },
  { rule: 'page-has-heading-one', at: 'screen', why: 'a part of a screen has no first heading of its own' },
  { rule: 'landmark-one-main', at: 'screen', why: 'the main part is that of the frame' },
  { rule: 'document-title', at: 'screen', why: 'the frame gives the window its title' },
  { rule: 'html-has-lang', at: 'screen', why: 'the frame says the language of the page' },
];

/** The rules that are not held where axe looks. */
export const leftOut = (at: Looked): string[] => LEFT_OUT.filter((each) => each.at === at).map(({ rule }) => rule);
