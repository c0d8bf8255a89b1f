import { describe, expect, test } from 'vitest';
import { sentence } from '../../../../src-main/agreement/sentence.ts';
import { actionAt, failurePage, reportPage, START_ACTIONS } from '../../../../src-main/shell/start/failure-page.ts';

const failure = {
  code: 'database-damaged',
  sentence: sentence('store.database.database-damaged', { path: '/home/<b>me</b>/assent.sqlite' }),
  next: sentence('store.database.database-damaged.next'),
  folder: '/home/<b>me</b>',
};

describe('the page of a start that failed', () => {
  test('says cause, way out and folder, and escapes what it is given', () => {
    const page = failurePage(failure, 'zh');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('数据库文件已损坏');
    expect(page).not.toContain('<b>');
    expect(page).not.toMatch(/<script|\son\w+=/u);
  });

  const backup = {
    id: 'beside/assent-1.sqlite',
    at: '2026-11-27T10:30:00.000Z',
    bytes: 31_562_137,
    entries: 213,
    sound: true,
  };

  test('whole backups are listed, the newest chosen, and restoring is offered first', () => {
    const older = { ...backup, id: 'second/assent-0.sqlite', entries: 209, sound: false, place: '<b>disk</b>' };
    const noted = { entries: 214, at: '2026-11-27T10:41:00.000Z' };
    const page = failurePage({ ...failure, backups: [backup, older], noted, unusable: 2, away: 'Blue disk' }, 'zh');
    expect(page).toMatch(/value="beside\/assent-1.sqlite" checked>/u);
    expect(page).toMatch(/value="second\/assent-0.sqlite">/u);
    expect(page).toContain('213 条记录');
    expect(page).toContain('30.1 MB');
    expect(page).toContain('内容与哈希不符');
    expect(page).toContain('第 214–214 号');
    expect(page).toContain('另有 2 个备份文件不完整');
    expect(page).toContain('“Blue disk”没有连接');
    expect(page).toMatch(/start\/restore" class="primary" autofocus>从备份恢复/u);
    expect(page).not.toContain('<b>');
  });

  test('where none is whole that is said, and nothing is offered to restore', () => {
    const without = failurePage({ ...failure, backups: [] }, 'zh');
    expect(without).toContain('没有找到完好的备份');
    expect(without).not.toContain('start/restore"');
    expect(without).toContain('start/choose-backup"');
    expect(without).toMatch(/retry" class="primary"/u);
  });

  test('a way out that failed says so beside the cause', () => {
    const refused = {
      code: 'backup-damaged',
      sentence: sentence('shell.backups.damaged', { name: 'x' }),
      next: failure.next,
    };
    expect(failurePage({ ...failure, backups: [backup], refused }, 'zh')).toContain('备份“x”不完整或已损坏');
  });

  test('what was read out is counted', () => {
    const exported = { files: 3, texts: 2, entries: 9, lost: true, folder: 'out' };
    expect(failurePage({ ...failure, exported }, 'en')).toContain('3 files, 2 agreement texts, 9 ledger entries');
  });

  test('every address of a button is read as its action, and no other address is', () => {
    for (const action of START_ACTIONS) expect(actionAt(`app://start/${action}?`)).toEqual({ action });
    expect(actionAt('app://start/restore?backup=second%2Fassent-1.sqlite')).toEqual({
      action: 'restore',
      backup: 'second/assent-1.sqlite',
    });
    for (const address of ['app://start/', 'app://start/else?', 'app://assent/retry', 'https://start/retry']) {
      expect(actionAt(address)).toBeUndefined();
    }
  });

  test('a report that could not be saved says why, above what was read', () => {
    const page = reportPage('line <1>', 'en', sentence('shell.written-file.full'));
    expect(page).toContain('line &#60;1&#62;');
    expect(page).toContain('app://start/open-log');
    expect(page).toContain('the disk is full');
  });
});
