import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { say, type Sentence, type Language } from '../agreement/sentence.ts';
import type { Command } from '../contract/event.ts';

type Send = (command: Command) => void;

/** An item that sends a command of the palette, one that Electron knows by its role, or a line. */
type Item =
  | { readonly label: Sentence; readonly command: Command; readonly key?: string }
  | { readonly label: Sentence; readonly role: NonNullable<MenuItemConstructorOptions['role']> }
  | 'line';

const MENUS: readonly { readonly label: Sentence; readonly items: readonly Item[] }[] = [
  {
    label: { zh: '文件', en: 'File' },
    items: [
      {
        label: { zh: '导入协议…', en: 'Import agreements…' },
        command: { name: 'import', from: 'files' },
        key: 'CmdOrCtrl+O',
      },
      {
        label: { zh: '导入文件夹…', en: 'Import a folder…' },
        command: { name: 'import', from: 'folder' },
        key: 'CmdOrCtrl+Shift+O',
      },
      'line',
      { label: { zh: '打印…', en: 'Print…' }, command: { name: 'print' }, key: 'CmdOrCtrl+P' },
      'line',
      { label: { zh: '退出', en: 'Quit' }, role: 'quit' },
    ],
  },
  {
    label: { zh: '编辑', en: 'Edit' },
    items: [
      { label: { zh: '撤销', en: 'Undo' }, role: 'undo' },
      { label: { zh: '重做', en: 'Redo' }, role: 'redo' },
      'line',
      { label: { zh: '剪切', en: 'Cut' }, role: 'cut' },
      { label: { zh: '复制', en: 'Copy' }, role: 'copy' },
      { label: { zh: '粘贴', en: 'Paste' }, role: 'paste' },
      { label: { zh: '全选', en: 'Select all' }, role: 'selectAll' },
      'line',
      { label: { zh: '在文中查找…', en: 'Find in text…' }, command: { name: 'find' }, key: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: { zh: '前往', en: 'Go' },
    items: [
      { label: { zh: '命令面板…', en: 'Command palette…' }, command: { name: 'palette' }, key: 'CmdOrCtrl+K' },
      { label: { zh: '后退', en: 'Back' }, command: { name: 'back' }, key: 'Alt+Left' },
      'line',
      {
        label: { zh: '协议库', en: 'Library' },
        command: { name: 'go', place: { screen: 'library' } },
        key: 'CmdOrCtrl+1',
      },
      {
        label: { zh: '变更通知', en: 'Change notices' },
        command: { name: 'go', place: { screen: 'notices' } },
        key: 'CmdOrCtrl+2',
      },
      {
        label: { zh: '承诺书与表单', en: 'Letters and forms' },
        command: { name: 'go', place: { screen: 'letters' } },
        key: 'CmdOrCtrl+3',
      },
      {
        label: { zh: '权益与费用', en: 'Rights and fees' },
        command: { name: 'go', place: { screen: 'rights' } },
        key: 'CmdOrCtrl+4',
      },
      { label: { zh: '待办', en: 'Agenda' }, command: { name: 'go', place: { screen: 'agenda' } }, key: 'CmdOrCtrl+5' },
      {
        label: { zh: '证据台账', en: 'Evidence' },
        command: { name: 'go', place: { screen: 'evidence' } },
        key: 'CmdOrCtrl+6',
      },
      {
        label: { zh: '设置', en: 'Settings' },
        command: { name: 'go', place: { screen: 'settings' } },
        key: 'CmdOrCtrl+,',
      },
    ],
  },
  {
    label: { zh: '显示', en: 'View' },
    items: [
      { label: { zh: '放大', en: 'Zoom in' }, role: 'zoomIn' },
      { label: { zh: '缩小', en: 'Zoom out' }, role: 'zoomOut' },
      { label: { zh: '实际大小', en: 'Actual size' }, role: 'resetZoom' },
      { label: { zh: '全屏', en: 'Full screen' }, role: 'togglefullscreen' },
    ],
  },
  {
    label: { zh: '帮助', en: 'Help' },
    items: [{ label: { zh: '键盘操作', en: 'Keyboard' }, command: { name: 'keys' }, key: 'F1' }],
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
