import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import LetterEditor from '../../../../../src-renderer/features/letters/LetterEditor.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { followLedger } from '../../../../../src-renderer/kernel/ledger-standing.svelte.ts';
import { aHash, anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { later, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, the } from '../../given/find.ts';
import { click, isDisabled, pick, press, valueOf, write } from '../../given/hands.ts';
import { aCertificate, aLetter, anOutput, somePages } from '../../given/letters.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aCompany, aKey, aStanding } from '../../given/settings.ts';

vi.mock('../../../../../src-renderer/kernel/pdf.ts', async () => (await import('../../given/paper.ts')).paper);

const PNG = new Uint8Array([137, 80, 78, 71]);
const signedOutput = anOutput({
  kind: 'signed',
  sha256: aHash(23),
  name: 'signed.pdf',
  signatures: [{ name: 'Ada Berg', selfIssued: true }],
});

async function editor(answers: Answers = {}, wish: Parameters<typeof show>[3] = {}): Promise<Double> {
  const props = { letterId: anId(21), onremoved: () => undefined, onstart: () => undefined };
  const all: Answers = {
    'settings.companies': () => [aCompany()],
    'settings.certificates': () => [],
    'letters.open': () => aLetter({ companyId: anId(61), outputs: [signedOutput] }),
    'letters.preview': somePages,
    'letters.printers': () => [],
    'letters.scans': () => [],
    ...answers,
  };
  return show(LetterEditor, props, all, wish);
}

beforeEach(() => {
  Object.assign(HTMLImageElement.prototype, { decode: () => Promise.resolve() });
  Object.defineProperties(HTMLImageElement.prototype, {
    naturalWidth: { get: () => 300, configurable: true },
    naturalHeight: { get: () => 100, configurable: true },
  });
});

const dialogButton = (name: string): HTMLElement => within(dialog()!).getByRole('button', { name });

describe('signing', () => {
  inEach('is asked for once, and says so on its button while it lasts', async (language) => {
    const answer = later<typeof signedOutput>();
    const main = await editor({ 'letters.sign': () => answer.promise }, { language });
    await click(the('button', 'letters.sign'));
    await click(dialogButton(said('letters.sign')));
    expect(isDisabled(dialogButton(said('frame.writingOut.sign')))).toBe(true);
    await click(dialogButton(said('frame.writingOut.sign')));
    expect(main.inputs('letters.sign')).toHaveLength(1);
    answer.give(signedOutput);
    await settled();
    expect(dialog()).toBeNull();
  });

  inEach('with a file and its password, for a reason', async (language) => {
    const main = await editor({ 'letters.sign': () => signedOutput }, { language });
    await click(the('button', 'letters.sign'));
    expect(valueOf(field('letters.reason'))).toBe(said('letters.defaultReason'));
    await accessible();
    await write(field('letters.password'), 'secret words');
    await click(field('letters.visible'));
    await click(dialogButton(said('letters.sign')));
    expect(main.inputs('letters.sign')).toEqual([
      {
        letterId: anId(21),
        seal: { shape: 'round-42', guides: false, seam: false },
        key: { kind: 'file', password: 'secret words' },
        reason: said('letters.defaultReason'),
        visible: false,
      },
    ]);
    expect(dialog()).toBeNull();
    expect(notice.said).toBe(said('letters.exported', { name: 'signed.pdf' }));
  });

  it('with a kept key there is no password; a signed file is signed once more', async () => {
    const main = await editor({ 'letters.sign': () => signedOutput, 'settings.certificates': () => [aCertificate()] });
    await click(the('button', 'letters.signAgain'));
    expect(reads('letters.signAgainNote', { name: 'signed.pdf' })).toBe(true);
    await pick(field('letters.signWith'), anId(27));
    expect(within(dialog()!).queryByLabelText(said('letters.password'))).toBeNull();
    await click(dialogButton(said('letters.sign')));
    expect(main.inputs('letters.sign')[0]).toMatchObject({
      key: { kind: 'kept', certificateId: anId(27) },
      output: aHash(23),
      visible: true,
    });
  });

  it('a refusal is told in the dialog, which stays; a closed file dialog leaves it too', async () => {
    const main = await editor({ 'letters.sign': refused() });
    await click(the('button', 'letters.sign'));
    await click(dialogButton(said('letters.sign')));
    expect(within(dialog()!).getByRole('alert').textContent).toContain('The given call was refused.');
    main.answer({ 'letters.sign': () => undefined });
    await click(dialogButton(said('letters.sign')));
    expect(dialog()).not.toBeNull();
    expect(within(dialog()!).queryByRole('alert')).toBeNull();
  });

  it('a root is saved; a refusal of that is told', async () => {
    const main = await editor({ 'settings.certificates': () => [aCertificate()], 'letters.saveRoot': refused() });
    await click(the('button', 'letters.sign'));
    await click(the('button', 'letters.saveRoot'));
    expect(main.inputs('letters.saveRoot')).toEqual([{ certificateId: anId(27) }]);
    expect(within(dialog()!).getByRole('alert')).toBeTruthy();
  });
});

describe('making a certificate', () => {
  const open = async (answers: Answers = {}, language: 'zh' | 'en' = 'zh'): Promise<Double> => {
    const main = await editor(answers, { language });
    await click(the('button', 'letters.sign'));
    await click(the('button', 'letters.makeNew'));
    return main;
  };

  inEach('begins with the company and who signs for it, and then signs with it', async (language) => {
    const main = await open(
      {
        'letters.makeCertificate': () => ({ certificateId: anId(27), fileName: 'ada.p12' }),
        'evidence.standing': () => aStanding(),
        'evidence.keyState': () => aKey({ keychain: false }),
      },
      language,
    );
    expect(valueOf(field('letters.certificateName'))).toBe('Ada Berg');
    // Where there is no keychain none is offered.
    expect(reads('letters.keep')).toBe(false);
    const stop = followLedger();
    await settled();
    expect(reads('letters.keep')).toBe(false);
    main.answer({ 'evidence.keyState': () => aKey() });
    main.send('changed', { features: ['evidence'] });
    await settled();
    expect(valueOf(field('letters.company'))).toBe('Northern Ferries');
    await accessible();
    await write(field('letters.newPassword'), 'secret words');
    await write(field('letters.passwordAgain'), 'secret words');
    await pick(field('letters.algorithm'), 'rsa');
    main.answer({ 'settings.certificates': () => [aCertificate()] });
    await click(field('letters.keep'));
    await click(the('button', 'letters.make'));
    expect(main.inputs('letters.makeCertificate')).toEqual([
      { name: 'Ada Berg', organisation: 'Northern Ferries', algorithm: 'rsa', password: 'secret words', keep: true },
    ]);
    expect(notice.said).toBe(said('letters.made', { name: 'ada.p12' }));
    expect(valueOf(field('letters.signWith'))).toBe(anId(27));
    stop();
  });

  it('not kept, its password is filled in already', async () => {
    await open({ 'letters.makeCertificate': () => ({ certificateId: anId(27), fileName: 'ada.p12' }) });
    await write(field('letters.newPassword'), 'secret words');
    await write(field('letters.passwordAgain'), 'secret words');
    await click(the('button', 'letters.make'));
    expect(valueOf(field('letters.password'))).toBe('secret words');
  });

  inEach('is made only of a password that was typed twice alike', async (language) => {
    const main = await open({ 'letters.makeCertificate': () => undefined }, language);
    await write(field('letters.newPassword'), 'secret words');
    await click(the('button', 'letters.make'));
    expect(reads('letters.passwordsDiffer')).toBe(false);
    await write(field('letters.passwordAgain'), 'secret word');
    expect(reads('letters.passwordsDiffer')).toBe(true);
    expect(field('letters.passwordAgain').getAttribute('aria-invalid')).toBe('true');
    await press('Enter');
    await click(the('button', 'letters.make'));
    expect(main.inputs('letters.makeCertificate')).toEqual([]);
    await accessible();
    await write(field('letters.passwordAgain'), 'secret words');
    expect(reads('letters.passwordsDiffer')).toBe(false);
    await click(the('button', 'letters.make'));
    expect(main.inputs('letters.makeCertificate')).toHaveLength(1);
  });

  it('a short password makes none; a refusal is told there; one can go back', async () => {
    const main = await open({ 'letters.makeCertificate': refused() });
    await write(field('letters.newPassword'), '');
    await click(the('button', 'letters.make'));
    expect(main.inputs('letters.makeCertificate')).toEqual([]);
    await write(field('letters.newPassword'), 'secret words');
    await write(field('letters.passwordAgain'), 'secret words');
    await click(the('button', 'letters.make'));
    expect(within(dialog()!).getByRole('alert')).toBeTruthy();
    await click(the('button', 'frame.cancel'));
    expect(every('button', 'letters.makeNew')).toHaveLength(1);
  });
});

describe('pictures on an electronic copy', () => {
  const chosen: Answers = {
    'letters.choosePicture': ({ what }) => ({ name: `${what}.png`, png: PNG }),
    'letters.copy': () => anOutput({ kind: 'electronic-copy', name: 'copy.pdf' }),
  };

  inEach('a seal is chosen, goes onto the copy, and is dropped again', async (language) => {
    const main = await editor(chosen, { language });
    expect(every('button', 'letters.copy')).toEqual([]);
    await click(the('button', 'letters.chooseSeal'));
    await accessible();
    await click(the('button', 'letters.copy'));
    expect(main.inputs('letters.copy')).toEqual([
      { letterId: anId(21), seal: { shape: 'round-42', guides: false, seam: false }, sealPicture: PNG },
    ]);
    expect(notice.said).toBe(said('letters.exported', { name: 'copy.pdf' }));
    await click(the('button', 'letters.drop'));
    expect(every('button', 'letters.copy')).toEqual([]);
  });

  it('a handwritten name is placed, sized and moved on its page', async () => {
    const main = await editor(chosen);
    await click(the('button', 'letters.write'));
    await click(the('button', 'letters.chooseHand'));
    expect(dialog()).toBeNull();
    await write(field('letters.handHeight'), '20');
    // An emptied field keeps the height that was there.
    await write(field('letters.handHeight'), '');
    screen.getByRole('button', { name: new RegExp(said('letters.handwriting'), 'u') }).focus();
    await press('ArrowRight');
    await click(the('button', 'letters.copy'));
    expect(main.inputs('letters.copy')[0]?.handwriting).toEqual({
      png: PNG,
      page: 1,
      left: 60.5,
      bottom: 50,
      height: 20,
    });
  });

  it('a closed file dialog chooses nothing', async () => {
    await editor({ 'letters.choosePicture': () => undefined });
    await click(the('button', 'letters.chooseSeal'));
    expect(every('button', 'letters.chooseSeal')).toHaveLength(1);
  });
});

describe('writing one’s name', () => {
  const pad = (): HTMLElement => the('img', 'letters.writeHere');
  const box = { left: 0, top: 0, right: 320, bottom: 120, width: 320, height: 120, x: 0, y: 0, toJSON: () => ({}) };
  const pen = {
    scale: () => 0,
    translate: () => 0,
    beginPath: () => 0,
    moveTo: () => 0,
    lineTo: () => 0,
    stroke: () => 0,
  };

  async function stroke(): Promise<void> {
    vi.spyOn(pad(), 'getBoundingClientRect').mockReturnValue(box);
    await fireEvent.pointerDown(pad(), { clientX: 10, clientY: 10 });
    await fireEvent.pointerMove(pad(), { clientX: 60, clientY: 30 });
    await fireEvent.pointerUp(pad());
    await settled();
  }

  inEach('strokes are drawn, wiped, and taken as a picture of their own size', async (language) => {
    const sizes: number[][] = [];
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never);
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, give) {
      sizes.push([this.width, this.height]);
      give(new Blob([PNG]));
    });
    await editor({}, { language });
    await click(the('button', 'letters.write'));
    expect(isDisabled(the('button', 'letters.takeIt'))).toBe(true);
    await accessible();
    await stroke();
    await click(the('button', 'letters.wipe'));
    expect(isDisabled(the('button', 'letters.takeIt'))).toBe(true);
    await stroke();
    await click(the('button', 'letters.takeIt'));
    expect(dialog()).toBeNull();
    // 100 by 40 of the pad, four around, at four times the size.
    expect(sizes).toEqual([[432, 192]]);
    expect(reads('letters.written')).toBe(true);
  });

  it('a touch that does not move is no stroke', async () => {
    await editor();
    await click(the('button', 'letters.write'));
    await fireEvent.pointerDown(pad(), { clientX: 10, clientY: 10 });
    await fireEvent.pointerUp(pad());
    expect(isDisabled(the('button', 'letters.wipe'))).toBe(true);
  });

  it('a picture that cannot be chosen is told in the dialog', async () => {
    await editor({ 'letters.choosePicture': refused() });
    await click(the('button', 'letters.write'));
    await click(the('button', 'letters.chooseHand'));
    expect(within(dialog()!).getByRole('alert')).toBeTruthy();
  });
});

describe('a printer', () => {
  const printers = [
    { name: 'Office', millimetres: 98.2, measuredOn: '2026-11-01', scales: true },
    { name: 'Home', millimetres: 100, measuredOn: '2026-11-02', scales: false },
  ];

  inEach('is measured by a ruler that it printed', async (language) => {
    const main = await editor(
      {
        'letters.printers': () => printers,
        'letters.printRuler': () => ({ printed: true }),
        'letters.saveRuler': () => undefined,
        'letters.measured': () => printers,
      },
      { language },
    );
    await click(the('button', 'letters.calibrate'));
    expect(reads('letters.printerTrue', { measured: '100.0' })).toBe(true);
    await accessible();
    await click(the('button', 'letters.printRuler'));
    await click(the('button', 'letters.saveRuler'));
    await write(field('letters.printerName'), 'Office');
    await write(field('letters.measuredLength'), '98.4');
    await click(the('button', 'letters.remember'));
    expect(main.inputs('letters.measured')).toEqual([{ name: 'Office', millimetres: 98.4 }]);
    expect(valueOf(field('letters.printerName'))).toBe('');
    await click(the('button', 'frame.close'));
    expect(dialog()).toBeNull();
  });

  it('what was refused is told there, and stays as typed', async () => {
    await editor({ 'letters.measured': refused() });
    await click(the('button', 'letters.calibrate'));
    await write(field('letters.printerName'), 'Office');
    await click(the('button', 'letters.remember'));
    expect(within(dialog()!).getByRole('alert')).toBeTruthy();
    expect(valueOf(field('letters.printerName'))).toBe('Office');
  });
});
