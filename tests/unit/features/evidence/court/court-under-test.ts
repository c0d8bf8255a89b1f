import { setPlain } from '../../../../../src-main/pdf/plain/plain.ts';
import { handlers as handlersOver } from '../../../../../src-main/handlers.ts';
import { workIn } from '../../../../forger/worked-in.ts';
import { FONTS } from '../../../pdf/paper-tools.ts';
import { EvidenceUnderTest } from '../evidence-handlers.ts';

/** A library that was worked in, which prints: by the plain page setter and the shipped fonts. */
export class CourtUnderTest extends EvidenceUnderTest {
  terms = '';
  level = '';

  /** Handlers of this over ports that print. */
  printing(): void {
    const { files } = this.ports;
    this.ports = {
      ...this.ports,
      files: {
        ...files,
        asset: (name) =>
          Promise.resolve(
            name.endsWith('Regular.ttf')
              ? FONTS.regular
              : name.endsWith('Bold.ttf')
                ? FONTS.bold
                : new TextEncoder().encode('<!doctype html>'),
          ),
      },
      print: { toPdf: setPlain, dialog: () => Promise.resolve(true) },
    };
    this.handlers = handlersOver(this.ports);
  }

  /** Decides on the terms and works under both agreements. */
  async work(): Promise<void> {
    await this.furnish();
    this.printing();
    this.level = this.desk.agreement('等级协议').versions[0] ?? '';
    this.terms = this.desk.agreement('服务条款').versions[0] ?? '';
    await this.accept(this.terms);
    await workIn(this, { level: this.level, terms: this.terms });
  }

  /** Begins a list of both agreements. */
  begin(more: { readonly from?: string; readonly to?: string; readonly origin?: string } = {}) {
    const agreementIds = [this.desk.agreement('服务条款').id, this.desk.agreement('等级协议').id];
    return this.handlers['evidence.beginCourtList']({
      title: '示例云舟服务合同纠纷',
      scope: { agreementIds, ...more },
    });
  }

  /** Exports a list as the person would: having seen what is adverse. */
  async export(listId: string, as: 'list' | 'statement' | 'pack', language: 'zh' | 'en' = 'zh') {
    const { seen } = await this.handlers['evidence.courtAdverse']({ listId });
    await this.handlers['evidence.exportCourt']({ listId, as, language, seen });
    return this.desk.saved.at(-1);
  }
}
