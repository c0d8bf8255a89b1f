import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type SaidState, stateWord } from '../../../assets/messages/state-words.ts';
import { say } from '../../../src-main/agreement/sentence.ts';

const ROOT = join(import.meta.dirname, '../../..');
const said = (of: SaidState, where: 'list' | 'page'): readonly string[] =>
  (['zh', 'en'] as const).map((language) => say(stateWord(of, where), language));

describe('the words of a version’s state', () => {
  test.each<[SaidState, 'list' | 'page', string, string]>([
    [{ state: 'not-reviewed' }, 'list', '待审阅', 'To review'],
    [{ state: 'reviewing' }, 'page', '审阅中', 'In review'],
    [{ state: 'decided' }, 'list', '已决定接受（待对外作出）', 'Decided to accept (not yet made)'],
    [{ state: 'decided' }, 'page', '已决定接受（待对外作出）', 'Decided to accept (not yet made)'],
    [{ state: 'accepted', by: 'click' }, 'list', '已接受', 'Accepted'],
    [{ state: 'accepted', by: 'click' }, 'page', '已对外接受', 'Accepted with the provider'],
    [{ state: 'accepted', by: 'seal' }, 'page', '已对外接受', 'Accepted with the provider'],
    [{ state: 'accepted', by: 'use' }, 'list', '生效后仍在使用', 'Still used after it took effect'],
    [{ state: 'accepted', by: 'use' }, 'page', '生效后仍在使用', 'Still used after it took effect'],
    [{ state: 'declined' }, 'page', '已拒绝', 'Declined'],
    [{ state: 'set-aside' }, 'list', '暂不决定', 'Deferred'],
    [{ state: 'superseded' }, 'list', '已被取代', 'Replaced'],
  ])('%o in a %s', (of, where, zh, en) => {
    expect(said(of, where)).toEqual([zh, en]);
  });

  test('are said by one function alone: no screen, paper or command has them of its own', () => {
    const files = ['src-main', 'src-renderer', 'assets/messages'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|svelte)$/u.test(name) && !name.endsWith('catalogue.ts'))
        .map((name) => `${folder}/${name}`),
    );
    const own = files.filter((file) => /names\.state\b/u.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(own).toEqual(['assets/messages/state-words.ts']);
  });
});
