import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { say, type Sentence, type Language, sentence } from '../agreement/sentence.ts';
import type { Command } from '../contract/event.ts';

type Send = (command: Command) => void;

/** An item that sends a command of the palette, one that Electron knows by its role, or a line. */
type Item =
  | { readonly label: Sentence; readonly command: Command; readonly key?: string }
  | { readonly label: Sentence; readonly role: NonNullable<MenuItemConstructorOptions['role']> }
  | 'line';

const MENUS: readonly { readonly label: Sentence; readonly items: readonly Item[] }[] = [
  {
    label: sentence('shell.menu.file'),
    items: [
      {
        label: sentence('shell.menu.import'),
        command: { name: 'import', from: 'files' },
        key: 'CmdOrCtrl+O',
      },
      {
        label: sentence('shell.menu.import-folder'),
        command: { name: 'import', from: 'folder' },
        key: 'CmdOrCtrl+Shift+O',
      },
      'line',
      { label: sentence('shell.menu.print'), command: { name: 'print' }, key: 'CmdOrCtrl+P' },
      'line',
      { label: sentence('shell.menu.quit'), role: 'quit' },
    ],
  },
  {
    label: sentence('shell.menu.edit'),
    items: [
      { label: sentence('shell.menu.undo'), role: 'undo' },
      { label: sentence('shell.menu.redo'), role: 'redo' },
      'line',
      { label: sentence('shell.menu.cut'), role: 'cut' },
      { label: sentence('shell.menu.copy'), role: 'copy' },
      { label: sentence('shell.menu.paste'), role: 'paste' },
      { label: sentence('shell.menu.select-all'), role: 'selectAll' },
      'line',
      { label: sentence('shell.menu.find'), command: { name: 'find' }, key: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: sentence('shell.menu.go'),
    items: [
      { label: sentence('shell.menu.palette'), command: { name: 'palette' }, key: 'CmdOrCtrl+K' },
      { label: sentence('shell.menu.back'), command: { name: 'back' }, key: 'Alt+Left' },
      'line',
      {
        label: sentence('shell.menu.library'),
        command: { name: 'go', place: { screen: 'library' } },
        key: 'CmdOrCtrl+1',
      },
      {
        label: sentence('shell.menu.notices'),
        command: { name: 'go', place: { screen: 'notices' } },
        key: 'CmdOrCtrl+2',
      },
      {
        label: sentence('shell.menu.letters'),
        command: { name: 'go', place: { screen: 'letters' } },
        key: 'CmdOrCtrl+3',
      },
      {
        label: sentence('shell.menu.rights'),
        command: { name: 'go', place: { screen: 'rights' } },
        key: 'CmdOrCtrl+4',
      },
      {
        label: sentence('shell.menu.agenda'),
        command: { name: 'go', place: { screen: 'agenda' } },
        key: 'CmdOrCtrl+5',
      },
      {
        label: sentence('shell.menu.evidence'),
        command: { name: 'go', place: { screen: 'evidence' } },
        key: 'CmdOrCtrl+6',
      },
      {
        label: sentence('shell.menu.settings'),
        command: { name: 'go', place: { screen: 'settings' } },
        key: 'CmdOrCtrl+,',
      },
    ],
  },
  {
    label: sentence('shell.menu.view'),
    items: [
      { label: sentence('shell.menu.zoom-in'), role: 'zoomIn' },
      { label: sentence('shell.menu.zoom-out'), role: 'zoomOut' },
      { label: sentence('shell.menu.actual-size'), role: 'resetZoom' },
      { label: sentence('shell.menu.full-screen'), role: 'togglefullscreen' },
    ],
  },
  {
    label: sentence('shell.menu.help'),
    items: [{ label: sentence('shell.menu.keys'), command: { name: 'keys' }, key: 'F1' }],
  },
];

/** The application menu in the person's language; its items send the same commands as the palette. */
export function setMenu(language: Language, send: Send): void {
  const built = (item: Item): MenuItemConstructorOptions => {
    if (item === 'line') return { type: 'separator' };
    const label = say(item.label, language);
    if ('role' in item) return { label, role: item.role };
    const { command, key } = item;
    const click = (): void => send(command);
    return key === undefined ? { label, click } : { label, click, accelerator: key };
  };
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu', label: app.name }] : [];
  const menus = MENUS.map(({ label, items }) => ({ label: say(label, language), submenu: items.map(built) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menus]));
}
