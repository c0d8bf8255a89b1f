import type { Page } from '@playwright/test';
import type { FileDialogs } from '../file-dialogs.ts';
import { AgendaScreen } from './agenda.ts';
import { CompareScreen } from './compare.ts';
import { CourtScreen } from './court.ts';
import { DecisionScreen } from './decision.ts';
import { EvidenceScreen } from './evidence.ts';
import { Frame } from './frame.ts';
import { ImportReview } from './import-review.ts';
import { LettersScreen } from './letters.ts';
import { LibraryScreen } from './library.ts';
import { NoticesScreen } from './notices.ts';
import { ReaderScreen } from './reader.ts';
import { RightsScreen } from './rights.ts';
import { SettingsScreen } from './settings.ts';

/** What a person does and sees in the window, by screen, in whichever language it is. */
export interface Screens {
  readonly frame: Frame;
  readonly library: LibraryScreen;
  readonly importReview: ImportReview;
  readonly reader: ReaderScreen;
  readonly decision: DecisionScreen;
  readonly compare: CompareScreen;
  readonly notices: NoticesScreen;
  readonly letters: LettersScreen;
  readonly rights: RightsScreen;
  readonly agenda: AgendaScreen;
  readonly evidence: EvidenceScreen;
  readonly court: CourtScreen;
  readonly settings: SettingsScreen;
}

/** The screens of a window whose file dialogs answer as the test says. */
export function screensOf(page: Page, files: FileDialogs): Screens {
  return {
    frame: new Frame(page),
    library: new LibraryScreen(page, files),
    importReview: new ImportReview(page),
    reader: new ReaderScreen(page, files),
    decision: new DecisionScreen(page),
    compare: new CompareScreen(page, files),
    notices: new NoticesScreen(page, files),
    letters: new LettersScreen(page, files),
    rights: new RightsScreen(page, files),
    agenda: new AgendaScreen(page, files),
    evidence: new EvidenceScreen(page, files),
    court: new CourtScreen(page, files),
    settings: new SettingsScreen(page),
  };
}
