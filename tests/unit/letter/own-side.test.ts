import { describe, expect, it } from 'vitest';
import {
  ASSIGNMENT_REFUSAL,
  AUTHORISATION_WITHDRAWAL,
  COMMITMENT_BREAKDOWN,
  COUNSEL_BRIEF,
  DAMAGES_CLAIM,
  DATA_AGREEMENT,
  LEDGER_RULES,
  OBJECTION,
  PERFORMANCE_DEMAND,
  RECONCILIATION,
  REFUND_AND_DATA,
  SERVICE_CREDIT_CLAIM,
  TERMINATION_NOTICE,
} from '../../../src-main/letter/forms.ts';
import { codes, filled, spoken, words } from './as-filled.ts';

describe('what works against its owner is on no paper', () => {
  it('a letter against a change or a transfer does not say that the notice was received', () => {
    for (const form of [OBJECTION, ASSIGNMENT_REFUSAL]) {
      expect(spoken(filled(form))).not.toContain('收悉');
      expect(spoken(filled(form, {}, 'en'))).not.toContain('has received your notice');
      expect(spoken(filled(form, { announcedBy: '邮件' }))).not.toContain('已经送达');
      for (const announcedBy of ['公告', '站内信']) {
        expect(spoken(filled(form, { announcedBy }))).toContain(
          `本函不表示我公司认可该${announcedBy}已经送达或者符合约定。`,
        );
        expect(spoken(filled(form, { announcedBy }, 'en'))).toContain(
          'no admission that the notice was delivered to us',
        );
      }
    }
  });

  it('a claim says that it is in time only while it is, and concedes nothing by it', () => {
    const inTime = '本函在协议约定的申请期内提出；我公司不因此认可该期限届满即丧失权利。';
    expect(spoken(filled(SERVICE_CREDIT_CLAIM))).not.toContain('申请期');
    const window = { claimFrom: '2026-11-10', claimUntil: '2026-11-23' };
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, window))).toContain(inTime);
    expect(spoken(filled(SERVICE_CREDIT_CLAIM, window, 'en'))).toContain('This claim is made within the period agreed');
    for (const date of ['2026-11-09', '2026-11-24'])
      expect(spoken(filled(SERVICE_CREDIT_CLAIM, { ...window, date }))).not.toContain('申请期');
    expect(words(filled(SERVICE_CREDIT_CLAIM, window).blocks)).not.toContain('2026年11月10日');
  });

  it('only a log that is kept as a file has its hash on a claim', () => {
    const of = (logFiles: readonly { readonly file: string; readonly sha256: string }[]): string =>
      words(filled(SERVICE_CREDIT_CLAIM, { logFiles }).blocks);
    expect(of([])).not.toContain('SHA-256');
    expect(of([{ file: '十月.csv', sha256: 'ef56' }])).toContain('监控原始记录（十月.csv）的 SHA-256：ef56');
  });

  it('the rules for the ledger and the breakdown of commitments keep every record as it is', () => {
    expect(spoken(filled(LEDGER_RULES))).not.toContain('不利');
    expect(spoken(filled(LEDGER_RULES))).toContain('导出的记录不作删改');
    expect(spoken(filled(LEDGER_RULES, {}, 'en'))).toContain('exported records are not altered');
    expect(spoken(filled(COMMITMENT_BREAKDOWN))).toContain('有关记录一律不得改动');
    expect(spoken(filled(COMMITMENT_BREAKDOWN, {}, 'en'))).toContain('The records must not be altered.');
  });

  it('how the main agreement is changed is among what the supplement prevails in', () => {
    expect(spoken(filled(DATA_AGREEMENT))).toContain(
      '通知方式、主协议的变更方式，以及电子数据的保存、传输、提取，本约定与主协议不一致的',
    );
    expect(spoken(filled(DATA_AGREEMENT, {}, 'en'))).toContain('on how the Main Agreement is changed');
  });

  it('damages are claimed without conceding a cap, and a demand gives no more time than there was', () => {
    expect(spoken(filled(DAMAGES_CLAIM))).toContain(
      '我公司保留依第四百九十六条第二款、第四百九十七条主张其不成为合同内容或者无效的权利；在任何情况下',
    );
    expect(spoken(filled(PERFORMANCE_DEMAND))).toContain('不延长贵公司原来的履行期限，不免除已经产生的违约责任');
    expect(spoken(filled(RECONCILIATION))).toContain('也不表示我公司同意履行');
    expect(spoken(filled(RECONCILIATION, {}, 'en'))).toContain('or an agreement to pay');
  });

  it('what is done after the end rests on settlement and on what follows from the end, each by its article', () => {
    expect(spoken(filled(REFUND_AND_DATA))).toContain('第五百五十八条、第五百六十六条、第五百六十七条）。');
    expect(spoken(filled(TERMINATION_NOTICE))).toContain('（第五百六十六条第二款、第五百七十七条）');
    expect(spoken(filled(TERMINATION_NOTICE))).not.toContain('结清费用');
  });

  it('a termination on an agreed ground names the clause', () => {
    const ground = TERMINATION_NOTICE.fields.find(({ key }) => key === 'ground')?.options?.[0] ?? '';
    expect(codes(filled(TERMINATION_NOTICE, { ground }))).toEqual(['missing clause', 'missing quote']);
    expect(codes(filled(TERMINATION_NOTICE, { ground, clause: '10.2', quote: '连续中断超过七十二小时' }))).toEqual([]);
  });

  it('a withdrawal leaves no apparent authority, and what was done without authority to be ratified by us', () => {
    const said = spoken(filled(AUTHORISATION_WITHDRAWAL));
    expect(said).toContain('主张其行为有效（第一百七十二条）');
    expect(said).toContain('未经我公司追认，对我公司不发生效力（第一百七十一条第一款）');
  });

  it('an English letter addresses and closes as a letter does', () => {
    for (const form of [OBJECTION, DAMAGES_CLAIM, RECONCILIATION, COUNSEL_BRIEF, SERVICE_CREDIT_CLAIM]) {
      const letter = filled(form, {}, 'en');
      expect(spoken(letter)).toContain('Dear Sir or Madam,');
      expect(letter.blocks).toContainEqual({ kind: 'closing', text: 'Yours faithfully,' });
      expect(words(letter.blocks)).not.toContain('accordingly.');
    }
  });
});
