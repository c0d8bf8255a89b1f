import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES, say } from '../../../src-main/agreement/sentence.ts';
import { failureOf } from '../../../src-main/kernel/failure.ts';
import type { Failure } from '../../../src-main/contract/call.ts';
import { callHandler } from '../../../src-main/shell/call-handler.ts';
import { AppUnderTest } from '../kernel/ports.ts';

const desk = new AppUnderTest();
afterAll(() => {
  desk.end();
});
const answer = callHandler(desk.handlers);

/** The failure that a call ends in, as it crosses. */
async function failure(name: unknown, input: unknown): Promise<Failure | undefined> {
  try {
    await answer(name, input);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

describe('a call whose input does not fit', () => {
  test.each<[string, string, unknown, string | undefined]>([
    ['a member of the wrong kind', 'library.search', { query: 7 }, 'query'],
    ['a member that is too long', 'library.search', { query: 'x'.repeat(300) }, 'query'],
    [
      'a member inside others',
      'review.observe',
      { versionId: '00000000-0000-0000-0000-000000000000', observation: { seen: 1 } },
      'observation.seen',
    ],
    ['a member that the call does not have', 'library.list', { more: true }, 'more'],
    [
      'a name of blanks',
      'notices.noteUse',
      { noticeId: '00000000-0000-0000-0000-000000000000', by: ' \t ', usedOn: '2026-12-02' },
      'by',
    ],
    ['a reason of blanks', 'agenda.snooze', { itemId: 'one', until: '2026-12-02', reason: '　' }, 'reason'],
    ['something else altogether', 'library.search', 'query', undefined],
  ])('names the first member to blame: %s', async (_what, name, input, field) => {
    const refused = await failure(name, input);
    expect(refused).toMatchObject({ code: 'bad-input' });
    expect(refused?.field).toBe(field);
  });

  test('says nothing in names of its own, and of a day that is none that it is none', async () => {
    const id = '00000000-0000-0000-0000-000000000000';
    const notice = { agreementId: id, kind: 'change', channel: 'site', sent: '202611-11-20' };
    const refused = await failure('notices.register', notice);
    expect(refused).toMatchObject({ field: 'sent', next: { key: 'shell.call-handler.bad-date.next' } });
    for (const each of [refused, await failure('notices.register', { ...notice, sent: '2026-11-20', kind: 'none' })])
      for (const language of LANGUAGES)
        expect(`${say(each!.sentence, language)} ${say(each!.next, language)}`).not.toContain('notices');
  });

  test('has no member to blame where the call itself is unknown', async () => {
    expect(await failure('library.burn', {})).not.toHaveProperty('field');
    expect(await failure('toString', {})).toMatchObject({ code: 'bad-input' });
  });

  test('that fits is answered', async () => {
    expect(await failure('library.search', { query: '赔偿' })).toBeUndefined();
  });
});
