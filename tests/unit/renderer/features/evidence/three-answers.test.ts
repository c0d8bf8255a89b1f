import { render, screen } from '@testing-library/svelte';
import { describe, expect } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { DeviceKeyView } from '../../../../../src-main/contract/evidence-device-key.ts';
import type { LedgerStanding, TimestampView } from '../../../../../src-main/contract/evidence.ts';
import ThreeAnswers from '../../../../../src-renderer/features/evidence/ThreeAnswers.svelte';
import { dateTime, denseDate } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { aTimestamp } from '../../given/evidence.ts';
import { reads, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';
import { aStanding } from '../../given/settings.ts';

const key = (more: Partial<DeviceKeyView> = {}): DeviceKeyView => ({
  protection: 'keychain',
  signing: true,
  keychain: true,
  keys: 1,
  ...more,
});

interface Told {
  readonly standing?: LedgerStanding;
  readonly key?: DeviceKeyView;
  readonly stamps?: readonly TimestampView[];
  readonly verifying?: boolean;
}

async function answers(language: 'zh' | 'en', told: Told = {}): Promise<readonly (string | undefined)[]> {
  await given({ 'evidence.timestamps': () => ({ timestamps: told.stamps ?? [], roots: [] }) }, { language });
  const { unmount } = render(ThreeAnswers, {
    props: {
      standing: told.standing ?? aStanding(),
      key: told.key ?? key(),
      verifying: told.verifying ?? false,
      oncover: NOTHING,
      onverify: NOTHING,
    },
  });
  await settled();
  await accessible();
  const found = [...document.querySelectorAll('.answer')].map(({ textContent }) => textContent.trim());
  unmount();
  return found;
}

/** The colours of the three marks. */
const dots = (): readonly string[] => [...document.querySelectorAll('.answer i')].map((dot) => dot.classList[0] ?? '');

const NOTHING = (): void => undefined;
const last = { ok: true, checked: 12, faults: [], at: '2026-11-29T02:00:00Z' };
const stamp = (more: Partial<NonNullable<TimestampView['attached']>> = {}, sequence = 8): TimestampView =>
  aTimestamp({
    sequence,
    attached: { at: '2026-11-25T10:00:00Z', authority: 'Quay Time', trusted: true, sha256: 'a'.repeat(64), ...more },
  });

describe('whether the ledger is intact', () => {
  inEach('is said as far as it was looked at', async (language) => {
    const [newest] = await answers(language);
    expect(newest).toBe(said('evidence.answers.newestIntact'));
    const [all] = await answers(language, { standing: aStanding({ last }) });
    expect(all).toBe(said('evidence.answers.intact'));
    const partly = { ...last, ok: false, unchecked: [asWritten('Nothing says what it was.')] };
    const [some] = await answers(language, { standing: aStanding({ last: partly }) });
    expect(some).toBe(said('evidence.answers.partlyChecked'));
    const faults = [{ sequence: 3, text: asWritten('It was changed.') }];
    const [part] = await answers(language, { standing: aStanding({ last, count: 14 }) });
    expect(part).toBe(said('evidence.answers.intactTo', { sequence: 12 }));
    const [one] = await answers(language, { standing: aStanding({ last: { ...last, checked: 1 }, count: 14 }) });
    expect(one).toBe(said('evidence.answers.intactOne'));
    for (const standing of [
      aStanding({ last: { ...last, ok: false, faults } }),
      aStanding({ last, tail: { ...last, ok: false, faults } }),
    ]) {
      const [bad] = await answers(language, { standing });
      expect(bad).toBe(said('evidence.answers.notIntact'));
    }
  });
});

describe('what the answer rests on', () => {
  const offered = async (language: 'zh' | 'en', standing: LedgerStanding): Promise<string> => {
    await given({ 'evidence.timestamps': () => ({ timestamps: [], roots: [] }) }, { language });
    const { unmount } = render(ThreeAnswers, {
      props: { standing, key: key(), verifying: false, onverify: NOTHING, oncover: NOTHING },
    });
    await settled();
    const { textContent } = document.querySelectorAll('dl > div')[0] ?? { textContent: '' };
    unmount();
    return textContent;
  };

  inEach('is told in whole sentences, line by line', async (language) => {
    const stop = language === 'zh' ? '。' : '.';
    const partly = {
      ...last,
      ok: false,
      unchecked: [asWritten('One is older')],
      heldSince: [asWritten('One is held')],
    };
    const told = await offered(language, aStanding({ last: partly }));
    for (const words of ['One is older', 'One is held']) expect(told).toContain(words + stop);
    expect(told).toContain(`${said('evidence.checkedAt', { when: dateTime(last.at), count: 12 })}${stop}`);
    expect(await offered(language, aStanding())).toContain(`${said('evidence.neverChecked')}${stop}`);
  });

  inEach('speaks of a last check only after one', async (language) => {
    const before = await offered(language, aStanding());
    expect(before).not.toContain(said('evidence.answers.sinceText'));
    expect(before).toContain(said('evidence.answers.neverText'));
    expect(await offered(language, aStanding({ last, count: 14 }))).toContain(said('evidence.answers.sinceText'));
  });
});

describe('who vouches for it', () => {
  inEach('is the device, nobody now, or nobody at all', async (language) => {
    const who = async (view: DeviceKeyView): Promise<string | undefined> => (await answers(language, { key: view }))[1];
    expect(await who(key())).toBe(said('evidence.answers.thisDevice'));
    expect(await who(key({ protection: 'passphrase', signing: false }))).toBe(said('evidence.answers.locked'));
    expect(await who(key({ protection: 'none', signing: false }))).toBe(said('evidence.answers.unsigned'));
  });

  inEach('entries from before there was a key are nobody’s, and it is said how many', async (language) => {
    const [, who] = await answers(language, { standing: aStanding({ count: 12, unsigned: 11 }) });
    expect(who).toBe(said('evidence.answers.thisDeviceInPart'));
    render(ThreeAnswers, {
      props: {
        standing: aStanding({ count: 12, unsigned: 11 }),
        key: key(),
        verifying: false,
        onverify: NOTHING,
        oncover: NOTHING,
      },
    });
    await settled();
    expect(reads('evidence.answers.partlySigned', { signed: 1, unsigned: 11 })).toBe(true);
    expect(reads('evidence.answers.thisDeviceText')).toBe(false);
    expect(dots()).toEqual(['amber', 'amber', 'amber']);
  });

  inEach('green is only what was verified and signed whole', async () => {
    await given({ 'evidence.timestamps': () => ({ timestamps: [], roots: [] }) });
    const show = async (standing: LedgerStanding): Promise<readonly string[]> => {
      const { unmount } = render(ThreeAnswers, {
        props: { standing, key: key(), verifying: false, onverify: NOTHING, oncover: NOTHING },
      });
      await settled();
      const found = dots();
      unmount();
      return found;
    };
    expect(await show(aStanding({ last }))).toEqual(['green', 'green', 'amber']);
    expect(await show(aStanding({ last, count: 13 }))).toEqual(['amber', 'green', 'amber']);
  });
});

describe('when it was', () => {
  inEach('rests on the device, or on the newest time stamp', async (language) => {
    const when = async (stamps: readonly TimestampView[]): Promise<string | undefined> =>
      (await answers(language, { stamps, standing: aStanding({ count: 12 }) }))[2];
    expect(await when([])).toBe(said('evidence.answers.deviceClock'));
    expect(await when([aTimestamp()].map(({ attached: _, ...waiting }) => waiting))).toBe(
      said('evidence.answers.deviceClock'),
    );
    expect(await when([stamp({}, 5), stamp({}, 9)])).toBe(said('evidence.answers.stamped', { sequence: 9 }));
    expect(await when([stamp({}, 1)])).toBe(said('evidence.answers.stampedOne'));
  });

  inEach('says by whom, whether that is trusted, and what came after', async (language) => {
    await given(
      { 'evidence.timestamps': () => ({ timestamps: [stamp({ trusted: false })], roots: [] }) },
      { language },
    );
    render(ThreeAnswers, {
      props: { standing: aStanding({ count: 12 }), key: key(), verifying: true, onverify: NOTHING, oncover: NOTHING },
    });
    await settled();
    expect(
      reads('evidence.answers.stampedByUntrusted', { authority: 'Quay Time', date: denseDate('2026-11-25T10:00:00Z') }),
    ).toBe(true);
    expect(reads('evidence.answers.since', { count: 4 })).toBe(true);
    expect(screen.getByRole('status').textContent).toBe(said('evidence.verifying'));
    await click(the('button', 'evidence.parts.timestamps'));
    expect(way.here).toEqual({ screen: 'evidence', part: 'timestamps' });
  });
});

describe('what can be done', () => {
  inEach('stands beside it: what the word means, and the way to mend it', async (language) => {
    await given({ 'evidence.timestamps': () => ({ timestamps: [], roots: [] }) }, { language });
    let checked = 0;
    const standing = aStanding({ count: 20, unsigned: 20, last });
    const props = {
      standing,
      key: key({ protection: 'none', signing: false, keychain: false }),
      verifying: false,
      oncover: NOTHING,
      onverify: () => void (checked += 1),
    };
    render(ThreeAnswers, { props });
    await settled();
    await accessible();
    expect(reads('evidence.answers.sinceText')).toBe(true);
    expect(reads('evidence.answers.unsignedDo')).toBe(true);
    await click(the('button', 'evidence.answers.verifyNow'));
    expect(checked).toBe(1);
    await click(the('button', 'evidence.key.setNow'));
    await settled();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
