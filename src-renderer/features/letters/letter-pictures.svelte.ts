/** A picture on its way onto an electronic copy: in memory only, gone with the screen. */
export interface ChosenPicture {
  readonly name: string;
  readonly png: Uint8Array;
  /** For showing. */
  readonly address: string;
}

export interface HandPicture extends ChosenPicture {
  /** Width by height. */
  readonly proportion: number;
  /** Millimetres. */
  height: number;
  offset: { x: number; y: number };
}

/** Height of a handwritten name as it usually stands on a line, in millimetres. */
const HAND_HEIGHT = 14;

function shown(name: string, png: Uint8Array): ChosenPicture {
  const address = URL.createObjectURL(new Blob([png.slice()], { type: 'image/png' }));
  return { name, png, address };
}

async function proportionOf(address: string): Promise<number> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image.naturalWidth / image.naturalHeight;
}

/** The pictures that one letter's electronic copy is to carry. */
export class LetterPictures {
  seal = $state.raw<ChosenPicture | undefined>(undefined);
  hand = $state<HandPicture | undefined>(undefined);

  get any(): boolean {
    return this.seal !== undefined || this.hand !== undefined;
  }

  /** What goes with an electronic copy; the handwriting's place is given in millimetres. */
  onCopy(place: { readonly page: number; readonly left: number; readonly bottom: number } | undefined) {
    const { hand, seal } = this;
    const handwriting = hand &&
      place && {
        png: hand.png,
        page: place.page,
        left: place.left + hand.offset.x,
        bottom: place.bottom + hand.offset.y,
        height: hand.height,
      };
    return { ...(seal ? { sealPicture: seal.png } : {}), ...(handwriting ? { handwriting } : {}) };
  }

  takeSeal(name: string, png: Uint8Array): void {
    this.dropSeal();
    this.seal = shown(name, png);
  }

  async takeHand(name: string, png: Uint8Array): Promise<void> {
    this.dropHand();
    const picture = shown(name, png);
    const proportion = await proportionOf(picture.address);
    this.hand = { ...picture, proportion, height: HAND_HEIGHT, offset: { x: 0, y: 0 } };
  }

  dropSeal(): void {
    if (this.seal) URL.revokeObjectURL(this.seal.address);
    this.seal = undefined;
  }

  dropHand(): void {
    if (this.hand) URL.revokeObjectURL(this.hand.address);
    this.hand = undefined;
  }
}
