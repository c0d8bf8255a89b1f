import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { MonthView } from '../../../../../src-main/contract/rights.ts';
import ClaimSent from '../../../../../src-renderer/features/rights/ClaimSent.svelte';
import ReopenedClaims from '../../../../../src-renderer/features/rights/ReopenedClaims.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { type Answers, refused } from '../../given/double.ts';
import { refusedHere } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';

const agreementId = anId(1);
const month = '2026-10';

async function dialog(answers: Answers, onsent: (after: MonthView) => void = () => undefined) {
  const main = await given(answers);
  render(ClaimSent, { agreementId, month, onclose: () => undefined, onsent });
  await settled();
  return main;
}

const save = () => screen.getAllByRole('button', { name: said('rights.claimSent.save') }).at(-1)!;

describe('marking a claim as sent', () => {
  it('needs a person, takes the proof along, and hands back the month', async () => {
    let after: MonthView | undefined;
    const proof = { sha256: 'a'.repeat(64), name: '回执.eml' };
    const answer = { month } as MonthView;
    const main = await dialog(
      { 'rights.keepClaimProof': () => proof, 'rights.claimSent': () => answer },
      (sent) => (after = sent),
    );
    expect(save()).toHaveProperty('disabled', true);
    await write(screen.getByLabelText(said('rights.claimSent.by')), '李航');
    await click(screen.getByRole('button', { name: said('rights.claimSent.proof') }));
    await settled();
    await click(save());
    await settled();
    expect(main.calls.find(({ name }) => name === 'rights.claimSent')?.input).toMatchObject({
      agreementId,
      month,
      by: '李航',
      channel: 'ticket',
      proof: proof.sha256,
    });
    expect(after).toEqual(answer);
    await accessible();
  });

  it('refused: says why and stays open', async () => {
    let sent = false;
    await dialog({ 'rights.claimSent': refused() }, () => (sent = true));
    await write(screen.getByLabelText(said('rights.claimSent.by')), '李航');
    await click(save());
    await settled();
    expect(refusedHere()).toBe(true);
    expect(sent).toBe(false);
  });
});

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
