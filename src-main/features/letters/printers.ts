import { beijingToday } from '../../kernel/beijing-today.ts';
import { z } from 'zod';
import type { PrinterView } from '../../contract/letters.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import { rulerPaper } from '../../pdf/typeset/record.ts';
import type { Store } from '../../store/store.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import type { Ports } from '../../kernel/ports.ts';
import { tellChanged } from '../../kernel/record.ts';
import { putSetting, readSetting, type Setting } from '../../kernel/papers/settings.ts';
import { preferences } from '../../kernel/preferences.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';

/** Half a millimetre in a hundred: less than a hand with a ruler can be wrong, more than paper shrinks. */
const TOLERANCE = 0.5;
const TRUE_LENGTH = 100;
type Kept = Omit<PrinterView, 'scales'>;

export const PRINTERS: Setting<readonly Kept[]> = {
  name: SETTINGS.letters.printers,
  schema: z.array(z.strictObject({ name: z.string(), millimetres: z.number(), measuredOn: z.string() })),
};

/** Printers that were measured, by the names that people gave them. */
export const printers = (store: Store): readonly PrinterView[] =>
  (readSetting(store, PRINTERS) ?? []).map((printer) => ({
    ...printer,
    scales: Math.abs(printer.millimetres - TRUE_LENGTH) > TOLERANCE,
  }));

/** Remembers what the ruler of the calibration page measured on a printer. */
export function measured(
  ports: Ports,
  { name, millimetres }: { readonly name: string; readonly millimetres: number },
): readonly PrinterView[] {
  const { store } = ports;
  const kept = printers(store).map(({ scales: _, ...printer }) => printer);
  const measuredOn = beijingToday(ports.now());
  const others = kept.filter((printer) => printer.name !== name.trim());
  putSetting(ports, PRINTERS, [...others, { name: name.trim(), millimetres, measuredOn }]);
  tellChanged(ports, ['letters']);
  return printers(store);
}

/** The calibration page in the system's print dialog. */
export async function printRuler(ports: Ports): Promise<{ printed: boolean }> {
  const { bytes, title } = await ruler(ports);
  return { printed: await ports.print.dialog(bytes, title) };
}

/** The calibration page as a file. */
export async function saveRuler(ports: Ports): Promise<{ fileName: string } | undefined> {
  const { bytes, title } = await ruler(ports);
  const fileName = await ports.files.save({ name: `${title}.pdf`, bytes });
  return fileName === undefined ? undefined : { fileName };
}

async function ruler(ports: Ports): Promise<{ bytes: Uint8Array; title: string }> {
  const { language } = preferences(ports.store);
  const paper = rulerPaper(language);
  const fingerprint = sha256Hex(new TextEncoder().encode(JSON.stringify(paper.blocks)));
  const { bytes } = await paperToPdf(ports, paper, { fingerprint, author: '', folio: 'none' });
  return { bytes, title: paper.title };
}
