/** What the menu and the palette ask of the screen that is shown. */
type Asked = 'find' | 'print';

/**
 * Answers what is asked of the present screen; call the answer to stop. Whoever answers `find` has a search of its own, so
 * that the page is not searched as well.
 */
export function onAsked(answers: Partial<Readonly<Record<Asked, () => unknown>>>): () => void {
  const listeners = Object.entries(answers).map(([name, answer]) => {
    const listener = (event: Event): void => {
      event.preventDefault();
      answer();
    };
    window.addEventListener(`assent:${name}`, listener);
    return () => window.removeEventListener(`assent:${name}`, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
