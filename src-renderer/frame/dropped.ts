/** What was dropped or pasted. */
export interface Dropped {
  readonly files: readonly File[];
  /** There are folders in it, which the page cannot read: the main side opens them. */
  readonly folders: boolean;
}

/**
 * The files of a drop or paste, and whether there are folders. Must be called while the event is handled: afterwards the
 * browser empties what was transferred.
 */
export function droppedIn(transfer: DataTransfer | null): Dropped {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory ?? false;
  if (!items.some(isFolder)) return { files: [...(transfer?.files ?? [])], folders: false };
  const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
  return { files, folders: true };
}
