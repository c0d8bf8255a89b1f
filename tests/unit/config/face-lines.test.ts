import { describe, test } from 'vitest';
import { expectProved, type Proof } from './proved.ts';

/** What the design says of the face, sentence by sentence, each with the tests that hold it; those in Electron stand beside the units. */
const LINES: Readonly<Record<string, readonly Proof[]>> = {
  // Rail and layouts
  'one rail of one width, in both languages': [
    ['renderer/frame/frame.test.ts', 'names every screen, and the one that is shown'],
    ['renderer/frame/frame-room.test.ts', 'the rail widens and narrows with Ctrl and backslash, and stays so'],
    ['../e2e/frame.test.ts', 'the rail is as wide on every screen, in both languages and at every size'],
  ],
  'badges are always there': [['renderer/frame/frame.test.ts', 'counts dates ahead and notices to act on']],
  'narrow: the outline over the text, one column, the rail by a button': [
    ['renderer/features/review/reader.test.ts', 'in a narrow window it opens over the text'],
    ['renderer/frame/frame-room.test.ts', 'in one column the rail is opened by a button'],
  ],
  'nothing is lost at 200 %': [['../e2e/accessibility.test.ts', 'at 200 % nothing is lost']],
  'back comes to the same place': [['renderer/frame/returning.test.ts', 'comes to the same place of the screen']],
  'references and days never break over a line': [
    ['renderer/ui/whole-parts.test.ts', 'is drawn on one line, and the text is the same to read and to copy'],
    ['renderer/features/whole-words.test.ts', 'a reference in the margin breaks no more than one in the text'],
    ['renderer/features/whole-words.test.ts', 'a day with its weekday stands on one line of the agenda'],
  ],
  // Library
  'agreements in groups by provider, reference material and archive apart': [
    ['renderer/features/library/shelf-rows.test.ts', 'stands in groups by provider'],
    ['renderer/features/library/library.test.ts', 'of reference material says what it is, and no state'],
  ],
  'a row has state, date, person and the next date': [
    ['renderer/features/library/library.test.ts', 'few: each with state, date, person and next date'],
  ],
  'four answers, facts that jump, a timeline': [
    ['renderer/features/library/inspector.test.ts', 'say what was accepted, when and by whom, what changed'],
    ['renderer/features/library/inspector.test.ts', 'a fact leads to its clause'],
    ['renderer/features/library/inspector.test.ts', 'every version shows its own title, and can be opened'],
    ['renderer/features/library/inspector.test.ts', 'what other desks hold leads there'],
  ],
  'nothing selected: what is due': [['renderer/features/library/library.test.ts', 'nothing is chosen at first']],
  'archive, samples put away, failed imports dismissed, each with the way back': [
    ['renderer/features/library/inspector.test.ts', 'archives, says what leaves the agenda with it'],
    ['renderer/features/library/library.test.ts', 'is put away in one go, with the way back'],
    ['renderer/features/library/library-sources.test.ts', 'and it is dismissed, with the way back'],
  ],
  'three hundred are a pleasure': [
    ['renderer/features/library/library.test.ts', 'many: three hundred are counted'],
    ['renderer/features/library/long-list.test.ts', 'that is short enough is drawn whole'],
    ['../e2e/appearance.test.ts', 'three hundred agreements'],
  ],
  'hashes are folded away': [
    ['renderer/features/library/inspector.test.ts', 'hashes stand under the technical details'],
  ],
  // Reader
  'the header counts, the outline ticks': [
    ['renderer/features/review/reader.test.ts', 'a text with its outline, its key clauses and what is missing'],
    ['renderer/features/review/reader-bar.test.ts', 'each key clause has its tick'],
  ],
  'the ring is the button; Space notes and goes on; J leads': [
    ['renderer/features/review/acknowledging.test.ts', 'the ring says how long it takes'],
    ['renderer/features/review/acknowledging.test.ts', 'Space notes the clause once its time has passed'],
    ['renderer/features/review/acknowledging.test.ts', 'Space before its time notes nothing'],
    ['../e2e/hands.test.ts', 'the first agreement is accepted with few keys, and no mouse'],
  ],
  'clauses under one parent are one card, each recorded by itself': [
    ['renderer/features/review/reader-next.test.ts', 'are one card with one ring, which notes each of them'],
    ['renderer/features/review/reader-next.test.ts', 'are told each by itself, in one report'],
  ],
  'reopened where one left': [
    ['renderer/features/review/reader-memory.test.ts', 'tells where one reads with the next report'],
  ],
  'a possible kind asks for nothing': [
    ['renderer/features/review/reader-possible.test.ts', 'is said as a doubt, beside the clause and in its notes'],
  ],
  // Decision
  'the person is remembered; a company in a dialog, nothing typed is lost': [
    ['renderer/features/review/signatory-choice.test.ts', 'whoever signed last is chosen'],
    [
      'renderer/features/review/signatory-choice.test.ts',
      'somebody is added in a dialog, and closing it loses nothing',
    ],
    ['renderer/features/review/signatory-choice.test.ts', 'without a company the way to one is a dialog here'],
  ],
  'what is missing is named as links': [
    ['renderer/features/review/decision.test.ts', 'is counted on the button, and each thing is a link'],
  ],
  'an accepted version says so; the next one follows': [
    ['renderer/features/review/decided.test.ts', 'says so instead of offering it again'],
    ['renderer/features/review/decided.test.ts', 'says in a sentence what was recorded, and where'],
  ],
  // Undo and failures
  'undo: one toast, ten seconds, Ctrl+Z on every screen': [
    ['renderer/ui/toasts.test.ts', 'is said for ten seconds'],
    ['renderer/ui/toasts.test.ts', 'is taken back by Ctrl+Z, the newest first'],
    ['renderer/frame/removals.test.ts', 'is said with the way back, which asks for it by its token'],
  ],
  'failures stand where they happened': [
    ['renderer/ui/form.test.ts', 'says all that does not fit at once, each at its field'],
    ['renderer/ui/kept.test.ts', 'says beside it what was refused, and keeps the focus'],
  ],
  // Notices, letters, rights, evidence
  'a timeline bar and one contextual primary': [
    ['renderer/features/notices/timeline.test.ts', 'stand to scale from the first to the last'],
    ['renderer/features/notices/notice-page.test.ts', 'is the new text, then what it changes, then its review'],
  ],
  'papers by state, drafts of one template told apart, the standing version first': [
    ['renderer/features/letters/letters.test.ts', 'by how far they got, each told apart from others of its template'],
    ['renderer/features/letters/letters.test.ts', 'the template of what stands is marked'],
  ],
  'status before input, tabs only for what is there': [
    ['renderer/features/rights/month.test.ts', 'what is owed stands first, in words and yuan'],
    ['renderer/features/rights/service.test.ts', 'are what it has'],
  ],
  'three answers in words': [
    ['renderer/features/evidence/three-answers.test.ts', 'is said as far as it was looked at'],
    ['renderer/features/evidence/three-answers.test.ts', 'is the device, nobody now, or nobody at all'],
    ['renderer/features/evidence/three-answers.test.ts', 'rests on the device, or on the newest time stamp'],
  ],
  // Input methods and drag
  'composing never triggers: keys of screens, palette, find bars, lists, forms': [
    ['renderer/frame/frame-room.test.ts', 'a key that an input method uses reaches nothing, wherever it is pressed'],
    ['renderer/kernel/keys.test.ts', 'means nothing while an input method composes'],
    ['renderer/kernel/keys.test.ts', 'Enter that ends a composition belongs to it'],
    ['renderer/frame/palette.test.ts', 'Enter that ends a composition takes nothing'],
    ['renderer/frame/page-find.test.ts', 'Enter that ends a composition does not step'],
    ['renderer/features/library/library.test.ts', 'keys of an input method move nothing'],
    ['renderer/ui/lists.test.ts', 'leaves the keys to an input method that composes'],
    ['renderer/ui/day-field.test.ts', 'an input method’s own letters are nothing yet'],
    ['renderer/ui/toasts.test.ts', 'is not taken back while one types, composes'],
  ],
  'a drop is brought in on every screen; a paste keeps bold and tables': [
    ['renderer/frame/frame-room.test.ts', 'a file that is dropped is brought in on every screen'],
    ['renderer/frame/drop-zone.test.ts', 'a drop brings in what was dropped'],
    ['renderer/frame/drop-zone.test.ts', 'what was copied from a page comes with its bold and tables'],
  ],
  // English
  'the first start speaks the system’s language, and its samples do': [
    ['../e2e/frame.test.ts', 'the first start speaks the system’s language and has a sample set in it'],
  ],
  'a switch on the empty screen': [
    ['renderer/frame/frame-room.test.ts', 'a library without agreements offers the other language'],
  ],
  'months and amounts by language': [
    ['renderer/kernel/dates.test.ts', 'a month is named from a month or from a day of it'],
    ['renderer/kernel/dates.test.ts', 'are written as each language does'],
    ['renderer/kernel/money.test.ts', 'an amount is written as its language writes it'],
  ],
  'window titles name the agreement': [
    ['renderer/frame/frame.test.ts', 'the bar and the title of the window name the agreement'],
    ['renderer/frame/frame.test.ts', 'every screen has a name in the title of the window'],
  ],
  'the palette has the current screen’s actions': [
    ['renderer/frame/palette.test.ts', 'is every button that is no part of a list, by name'],
    ['renderer/frame/palette.test.ts', 'is pressed when it is chosen'],
  ],
  'no half-Chinese in English': [
    ['renderer/features/in-english.test.ts', 'has no Chinese where nothing that is given has any'],
  ],
  // Plausibility
  'twelve months give an end': [
    ['renderer/features/rights/order-form.test.ts', 'twelve months propose an end'],
    ['renderer/features/rights/order-days.test.ts', 'for %i months ends on %s'],
  ],
  'a settlement before the order is questioned': [
    ['renderer/features/rights/order-form.test.ts', 'a settlement before the order is asked about'],
    ['renderer/ui/doubts.test.ts', 'that follows another one: whether it is before it'],
  ],
  'a wrong credit code is not called saved': [
    [
      'renderer/features/settings/companies.test.ts',
      'a wrong credit code is said at its field and not said to be saved',
    ],
    ['renderer/features/settings/companies.test.ts', 'what does not fit is told at its field before the dialog goes'],
  ],
  'a new certificate’s password is typed twice': [
    ['renderer/features/letters/signing.test.ts', 'is made only of a password that was typed twice alike'],
  ],
  // For everybody
  'forced colours keep what is chosen': [['renderer/tokens.test.ts', 'keeps an edge in forced colours']],
  'no barrier an automatic check finds; headings in order; focus visible': [
    ['../e2e/accessibility.test.ts', '`every screen, ${theme}: nothing for an automatic check to find`'],
    ['../e2e/accessibility.test.ts', 'headings are in order'],
    ['../e2e/accessibility.test.ts', 'the focus is always visible'],
  ],
  'the main job by keyboard; hands are counted': [
    ['../e2e/accessibility.test.ts', 'the main job is done with the keyboard alone'],
    ['../e2e/hands.test.ts', 'the first agreement is accepted with few clicks'],
  ],
  'ten main screens, pixel by pixel': [['../e2e/looks.test.ts', 'the library with an agreement chosen']],
  'every screen at every size, light and dark, in both languages': [
    ['../e2e/appearance.test.ts', 'with the sample set, every screen stands whole at every size'],
    ['../e2e/appearance.test.ts', 'with nothing in it, every screen stands whole'],
    ['../e2e/appearance.test.ts', 'every dialog stands whole at every size'],
  ],
};

describe('every sentence of the design has tests that run', () => {
  test.each(Object.entries(LINES))('%s', (_, proofs) => {
    expectProved(proofs);
  });
});
