import type { StatuteView } from '../../../../src-main/contract/views.ts';

/** A row of the law beside the contract. */
export const aStatute = (more: Partial<StatuteView> = {}): StatuteView => ({
  id: 'harbour-dues',
  article: { zh: '《港口法》第九条', en: 'Harbour Law, article 9' },
  says: { zh: '滞留三十日后才可以扣船。', en: 'A ship may be held only after thirty days.' },
  bound: 'floor',
  ...more,
});
