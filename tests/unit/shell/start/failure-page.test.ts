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

  test('a backup that is there is offered first; one that is not is said to be missing', () => {
    expect(failurePage({ ...failure, backup: '2026-11-27 18:00' }, 'zh')).toMatch(
      /restore"><button class="primary" autofocus>恢复 2026-11-27 18:00 的备份/u,
    );
    const without = failurePage({ ...failure, backup: 'none' }, 'zh');
    expect(without).toContain('没有找到完好的备份');
    expect(without).not.toContain('/restore"');
    expect(without).toMatch(/retry"><button class="primary"/u);
  });

  test('every address of a button is read as its action, and no other address is', () => {
    for (const action of START_ACTIONS) expect(actionAt(`app://start/${action}?`)).toBe(action);
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
