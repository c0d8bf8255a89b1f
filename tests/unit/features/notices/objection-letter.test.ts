import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { ComparisonView } from '../../../../src-main/contract/compare.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { noticeById } from '../../../../src-main/features/notices/notice-records.ts';
import { objectionValues } from '../../../../src-main/features/notices/objection-words.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

/** 20 days on site where the first version wants 30: short in both readings. */
function registered(more: Partial<Parameters<AppUnderTest['handlers']['notices.register']>[0]> = {}): NoticeView {
  const { id, versions } = desk.agreement(LINE);
  return desk.handlers['notices.register']({
    agreementId: id,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-11-30',
    newVersionId: versions[1],
    ...more,
  }) as NoticeView;
}

function objected(more: Parameters<typeof registered>[0] = {}): string {
  const { id } = registered(more);
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: '陈远' });
  return id;
}

const draft = (noticeId: string): LetterView => {
  const { letterId } = desk.handlers['notices.draftObjection']({ noticeId }) as { letterId: string };
  return desk.handlers['letters.open']({ letterId }) as LetterView;
};
const open = (noticeId: string) => desk.handlers['notices.open']({ noticeId }) as NoticeView;
const rowsOf = ({ values }: LetterView) => values['changes'] as readonly Readonly<Record<string, string>>[];
const lastDayDone = (noticeId: string) =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.find(({ id }) => id === `notice:${noticeId}/notice-last-day`)
    ?.done;

describe('the letter of an objection', () => {
  test('is drafted only where an objection was decided on', () => {
    const { id } = registered();
    expect(() => draft(id)).toThrow(expect.objectContaining({ code: 'notice-not-objected' }));
  });

  test('knows the dates, the way the notice came, and what is short, by the reading that is beyond argument first', () => {
    const { values } = draft(objected());
    expect(values).toMatchObject({
      agreementTitle: '云舟跨域专线服务协议（示例）',
      agreementVersion: '2025年3月1日版',
      announcedOn: '2026-11-10',
      announcedBy: '公告',
      effectiveOn: '2026-11-30',
      answerBy: '2026-11-29',
    });
    expect(values['ground']).toBe(
      '依协议第\u00a05.2\u00a0条，此类变更须提前30日通知；贵公司的通知日期为2026年11月10日、拟于2026年11月30日起施行，自施行日倒数计，通知期少10日（按满30日计，少11日）。',
    );
  });

  test('names every change that matters in the words of both texts, and leaves its reason to the person', () => {
    const letter = draft(objected());
    const rows = rowsOf(letter);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every(({ why = '' }) => why === '')).toBe(true);
    expect(rows.every(({ clause = '' }) => /^(?:《.*》)?(?:增加|删除)?(?:第|“|未编号)/u.test(clause))).toBe(true);
    const whole = rows.map(({ clause }) => clause).join('\n');
    expect(whole).toContain(
      '第\u00a05.2\u00a0条：“联讯变更本协议的，应提前30天公告；”改为“联讯变更本协议的，应提前20天公告；”',
    );
    expect(whole).toContain('增加第\u00a03.4\u00a0条：“联讯认为您的流量异常时，可以不经通知暂停专线。”');
    expect(whole).toMatch(/《[^》]*承诺书[^》]*》第四条：/u);
    expect(whole).not.toContain('版本日期');
  });

  test.each([
    ['zh', /^增加第\u00a09\u00a0条：“[^…]+……”/u],
    ['en', /^Added clause 9: “[^…]+…”/u],
  ] as const)('what is left out of a long clause is marked as the %s letter marks it', async (language, marked) => {
    const bytes = new TextEncoder().encode(
      `跨域专线\n\n8. 甲方应当付款。\n\n9. ${'乙方可以随时暂停专线，'.repeat(60)}。`,
    );
    const outcome = await desk.handlers['import.bytes']({ name: '新.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const documents = [{ index: 0, title: '新', agreementId: desk.agreement(LINE).id }];
    const [saved] = await desk.handlers['import.confirm']({ sourceId, documents });
    const notice = noticeById(desk.store, objected({ newVersionId: saved!.versionId }));
    const { changes } = objectionValues(desk.store, notice, { today: '2026-11-23', language });
    const said = (changes as readonly { readonly clause: string }[]).map(({ clause }) => clause);
    expect(said.filter((clause) => clause.includes('…'))).toEqual([expect.stringMatching(marked)]);
  });

  test('says nothing of an annex that the new text does not hold, nor do comparison and library', async () => {
    const { id, versions } = desk.agreement(LINE);
    const bytes = new TextEncoder().encode('跨域专线\n\n8. 甲方应当付款。\n\n9. 乙方可以随时暂停专线。');
    const outcome = await desk.handlers['import.bytes']({ name: '新.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    const [saved] = await desk.handlers['import.confirm']({
      sourceId,
      documents: [{ index: 0, title: '新', agreementId: id }],
    });
    const pair = { oldVersionId: versions[0]!, newVersionId: saved!.versionId };
    const view = desk.handlers['compare.open'](pair) as ComparisonView;
    const annex = view.parts.findIndex(({ only }) => only === 'old');
    expect(view.parts[annex]?.title).toContain('承诺书');
    expect([...view.impact, ...view.others].filter(({ part }) => part === annex)).toEqual([]);
    expect(view.rows.filter(({ part }) => part === annex)).toEqual([]);
    expect(view.conservation.difference).toBe(0);
    const rows = rowsOf(draft(objected({ newVersionId: saved!.versionId })));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ clause }) => clause).join('\n')).not.toContain('承诺书');
  });

  test('one day short by the strict count alone is no ground: then each change needs its own', () => {
    const letter = draft(objected({ announcedEffective: '2026-12-10' }));
    expect(letter.values['ground']).toBeUndefined();
    const missing = letter.problems.filter(({ field }) => /^changes\.\d+\.why$/u.test(field));
    expect(missing).toHaveLength(rowsOf(letter).length);
    const values = { ...letter.values, changes: rowsOf(letter).map((row) => ({ ...row, why: '加重我方责任' })) };
    const filled = desk.handlers['letters.fill']({ letterId: letter.id, values }) as LetterView;
    expect(filled.problems.filter(({ field }) => field.startsWith('changes'))).toEqual([]);
  });

  test('without the new text the changes are left open, and without an announced day nothing is said of one', () => {
    const letter = draft(objected({ newVersionId: undefined, announcedEffective: undefined }));
    expect(letter.values).not.toHaveProperty('changes');
    expect(letter.values).not.toHaveProperty('effectiveOn');
    expect(letter.values).not.toHaveProperty('ground');
  });

  test('is one: begun twice it is opened again, removed it can be begun anew', () => {
    const id = objected();
    const first = draft(id);
    expect(draft(id).id).toBe(first.id);
    expect(open(id).letterId).toBe(first.id);
    void desk.handlers['letters.remove']({ letterId: first.id });
    expect(open(id)).not.toHaveProperty('letterId');
    expect(draft(id).id).not.toBe(first.id);
  });

  test('is told on the page of its agreement as far as its notice says that it got', async () => {
    const id = objected();
    const { id: letterId } = draft(id);
    const sent = { state: 'sent', on: '2026-11-23', by: '陈远', channel: 'mail' } as const;
    void desk.handlers['letters.takeCaseStep']({ origin: `notice:${id}`, ...sent });
    const { linked } = await desk.handlers['library.inspect']({ agreementId: desk.agreement(LINE).id });
    expect(linked.find((item) => item.id === letterId)?.state).toEqual(sentence('letters.case.states.sent'));
  });

  test('is the case of its notice: its sending is a step of its checklist, and taking it back opens that again', () => {
    const id = objected();
    const { id: letterId } = draft(id);
    const origin = `notice:${id}`;
    expect(desk.handlers['letters.caseOfLetter']({ letterId })).toMatchObject({ origin, state: 'drafted' });
    expect(lastDayDone(id)).toBeUndefined();
    void desk.handlers['letters.takeCaseStep']({
      origin,
      state: 'sent',
      on: '2026-11-23',
      by: '陈远',
      channel: 'mail',
    });
    // It is the arrival that closes it: until then that is asked for in its place.
    expect(lastDayDone(id)).toBeUndefined();
    const item = () => open(id).checklist.find((each) => each.id === 'confirm-in-writing');
    expect(item()?.done).toEqual({ on: '2026-11-23', evidence: '陈远' });
    void desk.handlers['notices.tick']({ noticeId: id, item: 'confirm-in-writing' });
    expect(item()?.done).toBeUndefined();
    expect(lastDayDone(id)).toBeUndefined();
  });

  test('the library tells with the notice how far its objection got', async () => {
    const id = objected();
    draft(id);
    const line = async () => {
      const { linked } = await desk.handlers['library.inspect']({
        agreementId: desk.agreement(LINE).id,
      });
      return say(linked.find((each) => each.id === id)!.state!, 'zh');
    };
    expect(await line()).toBe('已反对；反对函已起草');
    void desk.handlers['letters.takeCaseStep']({ origin: `notice:${id}`, state: 'sent', on: '2026-11-23', by: '陈远' });
    expect(await line()).toBe('已反对；反对函已发出');
  });

  test('the company that the person chose for the agreement writes it', async () => {
    const company = {
      name: '乙示例有限公司',
      creditCode: '',
      address: '',
      legalRepresentative: '',
      contact: '',
      phone: '',
      email: '',
      bank: '',
      bankAccount: '',
      signatory: '韩梅梅',
      signatoryRole: '经办',
    };
    await desk.handlers['settings.saveCompany']({ company: { ...company, name: '甲示例有限公司', signatory: '' } });
    await desk.handlers['settings.saveCompany']({ company });
    const chosen = (await desk.handlers['settings.companies']({})).find(({ name }) => name === company.name)!;
    await desk.handlers['rights.chooseCompany']({ agreementId: desk.agreement(LINE).id, companyId: chosen.id });
    expect(draft(objected()).values).toMatchObject({ companyName: company.name, handler: '韩梅梅' });
  });
});

describe('an objection letter that was begun by itself', () => {
  const begin = async (values: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { id, values: known } = await desk.handlers['letters.start']({ templateId: 'objection' });
    await desk.handlers['letters.fill']({ letterId: id, values: { ...(known as Record<string, string>), ...values } });
    return id;
  };
  const tie = (noticeId: string, letterId: string, by?: string): NoticeView =>
    desk.handlers['notices.tieObjection']({ noticeId, letterId, ...(by === undefined ? {} : { by }) }) as NoticeView;

  test('becomes that of a notice: what is open is filled in, what was typed stays, and its case is the notice’s', async () => {
    const letterId = await begin({ addressee: '联讯法务部' });
    const noticeId = objected();
    expect(tie(noticeId, letterId)).toMatchObject({ letterId });
    const { values } = await desk.handlers['letters.open']({ letterId });
    expect(values).toMatchObject({ addressee: '联讯法务部', announcedOn: '2026-11-10', effectiveOn: '2026-11-30' });
    expect(await desk.handlers['letters.caseOfLetter']({ letterId })).toMatchObject({
      origin: `notice:${noticeId}`,
      kind: 'objection',
      state: 'drafted',
    });
  });

  test('that went out already takes its sending along: what is left of the notice’s last day is its arrival', async () => {
    const letterId = await begin();
    const { today } = await desk.handlers['notices.list']({});
    await desk.handlers['letters.tieAgreement']({ letterId, agreementId: desk.agreement(LINE).id });
    await desk.handlers['letters.takeCaseStep']({
      origin: `letter:${letterId}`,
      state: 'sent',
      on: today,
      by: '陈远',
      channel: 'ems',
      number: 'EX1',
    });
    const noticeId = objected();
    expect(lastDayDone(noticeId)).toBeUndefined();
    tie(noticeId, letterId);
    const own = await desk.handlers['letters.caseOfLetter']({ letterId });
    expect(own).toMatchObject({ origin: `notice:${noticeId}`, state: 'sent' });
    expect(own?.steps.at(-1)).toMatchObject({ state: 'sent', channel: 'ems', number: 'EX1' });
    expect(lastDayDone(noticeId)).toBeUndefined();
    const waiting = (await desk.handlers['agenda.list']({})).lines.filter(({ id }) => id.endsWith('/answer'));
    expect(waiting.map(({ id }) => id)).toEqual([`objection:${noticeId}/answer`]);
  });

  test('says that a notice is objected to, and by whom, where nobody had said so', async () => {
    const letterId = await begin();
    const { id } = registered();
    expect(() => tie(id, letterId)).toThrow(expect.objectContaining({ code: 'name-missing' }));
    expect(open(id).state).toBe('announced');
    expect(tie(id, letterId, '陈远')).toMatchObject({ state: 'objected', letterId });
    expect(desk.store.ledger.ofSubject(`notice:${id}`).map(({ kind }) => kind)).toEqual([
      'notice-registered',
      'notice-decided',
      'case-drafted',
    ]);
  });

  test('is tied to one notice, a notice has one letter, and no other letter is an objection', async () => {
    const letterId = await begin();
    const [first, second] = [objected(), objected()];
    tie(first, letterId);
    expect(() => tie(second, letterId)).toThrow(expect.objectContaining({ code: 'letter-of-another' }));
    expect(() => tie(first, letterId)).toThrow(expect.objectContaining({ code: 'notice-has-letter' }));
    const { id } = await desk.handlers['letters.start']({ templateId: 'non-renewal-notice' });
    expect(() => tie(second, id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

test.each(['zh', 'en'] as const)(
  'what an objection asks holds an exit without liability, with money and data back (%s)',
  (language) => {
    const demand = say(sentence('notices.objection-words.demand'), language);
    for (const said of { zh: ['无责解除', '未消费款项', '迁出数据'], en: ['without liability', 'refund', 'migrating'] }[
      language
    ])
      expect(demand).toContain(said);
  },
);
