import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../agreement/bilingual.ts';
import type { EventPayload } from '../contract/index.ts';

type Say = (command: EventPayload<'command'>) => void;

/** The application menu in the person's language; its items send the same commands as the palette. */
export function setMenu(language: Language, say: Say): void {
  const zh = language === 'zh';
  const item = (label: string, name: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => {
      say({ name });
    },
  });
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const, label: app.name }] : []),
    {
      label: zh ? '文件' : 'File',
      submenu: [
        item(zh ? '导入协议…' : 'Import agreements…', 'import', 'CmdOrCtrl+O'),
        item(zh ? '导入文件夹…' : 'Import a folder…', 'import-folder', 'CmdOrCtrl+Shift+O'),
        { type: 'separator' },
        item(zh ? '打印…' : 'Print…', 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        { role: 'quit', label: zh ? '退出' : 'Quit' },
      ],
    },
    {
      label: zh ? '编辑' : 'Edit',
      submenu: [
        { role: 'undo', label: zh ? '撤销' : 'Undo' },
        { role: 'redo', label: zh ? '重做' : 'Redo' },
        { type: 'separator' },
        { role: 'cut', label: zh ? '剪切' : 'Cut' },
        { role: 'copy', label: zh ? '复制' : 'Copy' },
        { role: 'paste', label: zh ? '粘贴' : 'Paste' },
        { role: 'selectAll', label: zh ? '全选' : 'Select all' },
        { type: 'separator' },
        item(zh ? '在文中查找…' : 'Find in text…', 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: zh ? '前往' : 'Go',
      submenu: [
        item(zh ? '命令面板…' : 'Command palette…', 'palette', 'CmdOrCtrl+K'),
        item(zh ? '后退' : 'Back', 'back', 'Alt+Left'),
        { type: 'separator' },
        item(zh ? '协议库' : 'Library', 'go:library', 'CmdOrCtrl+1'),
        item(zh ? '变更通知' : 'Notices', 'go:notices', 'CmdOrCtrl+2'),
        item(zh ? '承诺书与表单' : 'Letters', 'go:letters', 'CmdOrCtrl+3'),
        item(zh ? '权益与费用' : 'Obligations', 'go:obligations', 'CmdOrCtrl+4'),
        item(zh ? '待办' : 'Agenda', 'go:agenda', 'CmdOrCtrl+5'),
        item(zh ? '证据台账' : 'Evidence', 'go:evidence', 'CmdOrCtrl+6'),
        item(zh ? '设置' : 'Settings', 'go:settings', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: zh ? '显示' : 'View',
      submenu: [
        { role: 'zoomIn', label: zh ? '放大' : 'Zoom in' },
        { role: 'zoomOut', label: zh ? '缩小' : 'Zoom out' },
        { role: 'resetZoom', label: zh ? '实际大小' : 'Actual size' },
        { role: 'togglefullscreen', label: zh ? '全屏' : 'Full screen' },
      ],
    },
    { label: zh ? '帮助' : 'Help', submenu: [item(zh ? '键盘操作' : 'Keyboard', 'keys', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
