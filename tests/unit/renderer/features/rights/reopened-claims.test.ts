import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ReopenedClaims from '../../../../../src-renderer/features/rights/ReopenedClaims.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { click } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';

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
