import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import ReopenedClaims from '../../../../../src-renderer/features/rights/claim/ReopenedClaims.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { field, reads, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { aChoice, aLevel, aMonth, known, someRights } from '../../given/rights.ts';
import { given, inEach, said, settled, show } from '../../given/page.ts';

const agreementId = anId(1);
const month = '2026-10';

describe('claims that are drafts again', () => {
  inEach('are told with their month and amount until the person has understood', async (language) => {
    const claim = { agreementId, title: '示例服务等级协议', month, amount: '250.00' };
    const main = await given(
      { 'rights.reopenedClaims': () => [claim], 'rights.reopenedClaimsSeen': () => undefined },
      { language },
    );
    render(ReopenedClaims);
    await settled();
    expect(screen.getByText(said('rights.reopened.text'))).toBeTruthy();
    expect(screen.getByRole('button', { name: claim.title })).toBeTruthy();
    await accessible();
    await click(screen.getByRole('button', { name: said('rights.reopened.seen') }));
    await settled();
    expect(main.calls.some(({ name }) => name === 'rights.reopenedClaimsSeen')).toBe(true);
    expect(screen.queryByText(said('rights.reopened.text'))).toBeNull();
  });

  it('none: nothing is said', async () => {
    await given({ 'rights.reopenedClaims': () => [] });
    render(ReopenedClaims);
    await settled();
    expect(document.body.textContent?.trim()).toBe('');
  });
});

describe('a claim after its last day', () => {
  inEach('is drafted only with a reason, which goes along', async (language) => {
    const level = aLevel({ claim: { ...aLevel().claim, closes: known({ safe: '2026-11-28', latest: '2026-11-29' }) } });
    const main = await show(
      Rights,
      { place: { screen: 'rights' } },
      {
        'rights.list': () => [aChoice()],
        'rights.open': () => someRights(),
        'rights.month': () => aMonth({ level, window: 'closed' }),
        'rights.reopenedClaims': () => [],
        'rights.claim': () => ({ letterId: anId(21) }),
      },
      { language },
    );
    await click(the('button', 'rights.claim'));
    expect(reads('rights.claimClosed.note', { day: longDate('2026-11-29') })).toBe(true);
    expect(main.inputs('rights.claim')).toEqual([]);
    await write(field('rights.claimClosed.reason'), 'Agreed by phone');
    await accessible();
    const dialogButtons = within(screen.getByRole('dialog')).getAllByRole('button', { name: said('rights.claim') });
    await click(dialogButtons[0]!);
    expect(main.inputs('rights.claim')).toEqual([{ agreementId: anId(1), month, outside: 'Agreed by phone' }]);
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(21) });
  });
});
