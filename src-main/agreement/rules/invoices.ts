/** Words of clauses on tax invoices. `months` counts from the month of the service; the longer wording stands first. */
export const INVOICE_WORDS = {
  invoice: /发票|开票|invoice|fapiao/iu,
  prepaid: /先付费|预付费?|包年包月|prepaid|pre-paid|subscription/iu,
  postpaid: /后付费|按量(?:付费|计费)|postpaid|post-paid|pay[- ]as[- ]you[- ]go/iu,
  ordinary: /普通发票|普票|(?:ordinary|general|plain|regular)(?: vat)? (?:invoice|fapiao)/iu,
  special: /专用发票|专票|special(?: vat)? (?:invoice|fapiao)/iu,
  /** A day of every month alike. */
  every: /每(?:个)?(?:自然)?月(?:的|份)?(?:第)?|(?:each|every) (?:calendar )?month/iu,
  /** Whose costs an invoice is for, where the day is one of every month: the month before is that of the service. */
  served: [
    {
      words: /上上(?:个)?月|前两个月|the month before last/iu,
      months: 2,
    },
    {
      words:
        /上(?:个|一个?)?(?:自然)?月|前一(?:个)?(?:自然)?月|(?:preceding|previous|prior|last) (?:calendar )?month/iu,
      months: 1,
    },
  ],
  months: [
    {
      words:
        /次次月|隔月|下下月|再次月|后?第二个月|两个月后|second (?:calendar )?month (?:after|following)|month after next/iu,
      months: 2,
    },
    { words: /第三个月|third (?:calendar )?month (?:after|following)/iu, months: 3 },
    {
      words:
        /次月|下月|下个月|第一个月|following (?:calendar )?month|next (?:calendar )?month|month (?:after|following)/iu,
      months: 1,
    },
    { words: /当月|本月|同月|same (?:calendar )?month|current month/iu, months: 0 },
  ],
} as const;
