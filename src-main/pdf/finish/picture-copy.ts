import { type Language, say, sentence } from '../../agreement/sentence.ts';
import { PDFDocument } from 'pdf-lib';
import { Refusal } from '../../agreement/refusal.ts';
import { embedPrintFont, type PrintFonts } from '../typeset/font.ts';
import { embedHandwriting, embedSealPicture } from './seal-picture.ts';
import { type PageBox, sealBox, type SealShape, seamGroups } from './seal.ts';
import { asArtifact, drawPicture, drawSeamSlice, drawStanding } from './stamp.ts';

/** Pictures for an electronic copy, each at exact size. */
export interface CopyPictures {
  readonly seal?:
    | {
        readonly png: Uint8Array;
        readonly shape: SealShape;
        /** Zone as `finish` reported it. */
        readonly page: number;
        readonly zone: PageBox;
        /** Millimetres to the right and upwards from the zone's middle. */
        readonly offset?: { readonly x: number; readonly y: number } | undefined;
        /** Also as a seam seal over the right edges. */
        readonly seam?: boolean | undefined;
      }
    | undefined;
  readonly handwriting?:
    | {
        readonly png: Uint8Array;
        readonly page: number;
        readonly left: number;
        readonly bottom: number;
        readonly height: number;
      }
    | undefined;
}

export interface CopyOptions {
  readonly fonts: PrintFonts;
  readonly at: Date;
  readonly language: Language;
}

const STANDING = sentence('pdf.picture-copy.standing');

/**
 * Places a seal picture and a handwritten signature at exact size on a finished print, and marks every page as an electronic copy.
 * Must be done before a digital signature: afterwards it would break it.
 */
export async function sealedCopy(
  finished: Uint8Array,
  pictures: CopyPictures,
  options: CopyOptions,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  if (document.catalog.getAcroForm()?.dict.toString().includes('/SigFlags')) {
    throw new Refusal(
      'already-signed',
      sentence('pdf.picture-copy.already-signed'),
      sentence('pdf.picture-copy.already-signed.next'),
    );
  }
  const font = await embedPrintFont(document, options.fonts.regular);
  const pages = document.getPages();
  const { seal, handwriting } = pictures;
  const sealImage = seal ? await embedSealPicture(document, seal.png, seal.shape) : undefined;
  const handImage = handwriting ? await embedHandwriting(document, handwriting.png) : undefined;
  const slices = seal?.seam ? seamGroups(pages.length, seal.shape).flatMap((group) => group.slices) : [];
  pages.forEach((page, index) => {
    const number = index + 1;
    asArtifact(page, () => drawStanding(page, font, say(STANDING, options.language)));
    if (seal && sealImage) {
      if (seal.page === number) drawPicture(page, sealImage, sealBox(seal.shape, seal.zone, seal.offset));
      for (const slice of slices) if (slice.page === number) drawSeamSlice(page, sealImage, seal.shape, slice);
    }
    if (handwriting && handImage && handwriting.page === number) {
      const { left, bottom, height } = handwriting;
      drawPicture(page, handImage, { left, bottom, height, width: (height * handImage.width) / handImage.height });
    }
  });
  document.setSubject(`${document.getSubject() ?? ''} · ${say(STANDING, options.language)}`);
  document.setModificationDate(options.at);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}
