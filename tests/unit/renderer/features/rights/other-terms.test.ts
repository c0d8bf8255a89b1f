import { expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import OtherTerms from '../../../../../src-renderer/features/rights/basis/OtherTerms.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { aFailure, refused } from '../../given/double.ts';
import { the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { show } from '../../given/page.ts';
import { someRights } from '../../given/rights.ts';

it('a refusal to use what another agreement says is shown', async () => {
  const words = 'may end it';
  const offer = { agreementId: anId(2), title: 'Crane hire', words: asWritten(words), clause: { quote: words } };
  const view = someRights({ termOffers: [offer] });
  const main = await show(OtherTerms, { view }, { 'rights.companions': refused() });
  await click(the('button', 'rights.basis.useOther', { title: 'Crane hire' }));
  expect(notice.failure).toEqual(aFailure());
  expect(main.inputs('rights.companions')).toEqual([{ agreementId: anId(1), agreementIds: [anId(2)] }]);
});
