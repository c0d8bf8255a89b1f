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
    label: sentence('shell.menu.menus.label'),
    items: [
      {
        label: sentence('shell.menu.menus.items.label'),
        command: { name: 'import', from: 'files' },
        key: 'CmdOrCtrl+O',
      },
      {
        label: sentence('shell.menu.menus.items.label-2'),
        command: { name: 'import', from: 'folder' },
        key: 'CmdOrCtrl+Shift+O',
      },
      'line',
      { label: sentence('shell.menu.menus.items.label-3'), command: { name: 'print' }, key: 'CmdOrCtrl+P' },
      'line',
      { label: sentence('shell.menu.menus.items.label-4'), role: 'quit' },
    ],
  },
  {
    label: sentence('shell.menu.menus.label-2'),
    items: [
      { label: sentence('shell.menu.menus.items.label-5'), role: 'undo' },
      { label: sentence('shell.menu.menus.items.label-6'), role: 'redo' },
      'line',
      { label: sentence('shell.menu.menus.items.label-7'), role: 'cut' },
      { label: sentence('shell.menu.menus.items.label-8'), role: 'copy' },
      { label: sentence('shell.menu.menus.items.label-9'), role: 'paste' },
      { label: sentence('shell.menu.menus.items.label-10'), role: 'selectAll' },
      'line',
      { label: sentence('shell.menu.menus.items.label-11'), command: { name: 'find' }, key: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: sentence('shell.menu.menus.label-3'),
    items: [
      { label: sentence('shell.menu.menus.items.label-12'), command: { name: 'palette' }, key: 'CmdOrCtrl+K' },
      { label: sentence('shell.menu.menus.items.label-13'), command: { name: 'back' }, key: 'Alt+Left' },
      'line',
      {
        label: sentence('shell.menu.menus.items.label-14'),
        command: { name: 'go', place: { screen: 'library' } },
        key: 'CmdOrCtrl+1',
      },
      {
        label: sentence('shell.menu.menus.items.label-15'),
        command: { name: 'go', place: { screen: 'notices' } },
        key: 'CmdOrCtrl+2',
      },
      {
        label: sentence('shell.menu.menus.items.label-16'),
        command: { name: 'go', place: { screen: 'letters' } },
        key: 'CmdOrCtrl+3',
      },
      {
        label: sentence('shell.menu.menus.items.label-17'),
        command: { name: 'go', place: { screen: 'rights' } },
        key: 'CmdOrCtrl+4',
      },
      {
        label: sentence('shell.menu.menus.items.label-18'),
        command: { name: 'go', place: { screen: 'agenda' } },
        key: 'CmdOrCtrl+5',
      },
      {
        label: sentence('shell.menu.menus.items.label-19'),
        command: { name: 'go', place: { screen: 'evidence' } },
        key: 'CmdOrCtrl+6',
      },
      {
        label: sentence('shell.menu.menus.items.label-20'),
        command: { name: 'go', place: { screen: 'settings' } },
        key: 'CmdOrCtrl+,',
      },
    ],
  },
  {
    label: sentence('shell.menu.menus.label-4'),
    items: [
      { label: sentence('shell.menu.menus.items.label-21'), role: 'zoomIn' },
      { label: sentence('shell.menu.menus.items.label-22'), role: 'zoomOut' },
      { label: sentence('shell.menu.menus.items.label-23'), role: 'resetZoom' },
      { label: sentence('shell.menu.menus.items.label-24'), role: 'togglefullscreen' },
    ],
  },
  {
    label: sentence('shell.menu.menus.label-5'),
    items: [{ label: sentence('shell.menu.menus.items.label-25'), command: { name: 'keys' }, key: 'F1' }],
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
