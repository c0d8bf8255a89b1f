import { say, sentence } from '../../../agreement/sentence.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { tableCalls } from '../../../contract/library/table.ts';
import type { TermTeller } from '../../../kernel/between-features.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { keepParticulars } from './particulars.ts';
import { csvOf, xlsxOf } from './sheet.ts';
import { sheetOf, tableOf } from './table.ts';

/** The table over all agreements, and what a person keeps of each. */
export function tableHandlers(ports: Ports, termOf: TermTeller): Handlers<typeof tableCalls> {
  return {
    'library.table': () => tableOf(ports, termOf),

    'library.exportTable': async ({ format, agreementIds, language }) => {
      const sheet = sheetOf(tableOf(ports, termOf), agreementIds, language);
      const bytes = format === 'csv' ? csvOf(sheet) : xlsxOf(sheet);
      const name = `${say(sentence('library.table.title'), language)}.${format}`;
      const fileName = await ports.files.save({ name, bytes });
      return fileName === undefined ? undefined : { fileName };
    },

    'library.keepParticulars': ({ agreementId, particulars }) => {
      keepParticulars(ports, agreementId, particulars);
      return undefined;
    },
  };
}
