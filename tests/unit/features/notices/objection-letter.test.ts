import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
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
      agreementVersion: '第 1 版',
      announcedOn: '2026-11-10',
      announcedBy: '公告',
      effectiveOn: '2026-11-30',
      answerBy: '2026-11-29',
    });
    expect(values['ground']).toBe(
      '依协议条款5.2，此类变更须提前30日通知；贵公司于2026年11月10日通知、拟于2026年11月30日起施行，自施行日倒数计，通知期不足10日（按满30日计，不足11日）。',
    );
  });

  test('names every change that matters in the words of both texts, and leaves its reason to the person', () => {
    const letter = draft(objected());
    const rows = rowsOf(letter);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every(({ why = '' }) => why === '')).toBe(true);
    expect(rows.every(({ clause = '' }) => /^(?:《.*》)?(?:增加|删除)?(?:条款|“|未编号)/u.test(clause))).toBe(true);
    const whole = rows.map(({ clause }) => clause).join('\n');
    expect(whole).toContain('条款5.2：“联讯变更本协议的，应提前30天公告；”改为“联讯变更本协议的，应提前20天公告；”');
    expect(whole).toContain('增加条款3.4：“联讯认为您的流量异常时，可以不经通知暂停专线。”');
    expect(whole).toMatch(/《[^》]*承诺书[^》]*》条款四：/u);
    expect(whole).not.toContain('版本日期');
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

  test('is the case of its notice: only its sending closes the last day, taking it back opens it again', () => {
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
    expect(lastDayDone(id)).toMatchObject({ on: '2026-11-23' });
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
