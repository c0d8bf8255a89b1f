import type { NoticeSummary } from '../../../src-main/contract/notices.ts';
import { call } from '../../kernel/client.svelte.ts';
import { t } from '../../kernel/preferences.svelte.ts';
import { removed } from '../../kernel/toasts.svelte.ts';

/** Says that a notice was set aside as registered by mistake, for a while with the way back. */
export function voided({ id, agreementTitle }: Pick<NoticeSummary, 'id' | 'agreementTitle'>): void {
  removed(t('notices.voidedToast', { title: agreementTitle }), async () => {
    await call('notices.unvoid', { noticeId: id });
  });
}
