/**
 * Whether nothing on the screen has the focus: it is nowhere, or with the page's main part, which takes it in between. A screen
 * that wants it may take it then.
 */
export function unfocused(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.localName === 'main';
}
