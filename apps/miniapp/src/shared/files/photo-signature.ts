const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0) =>
  signs.every((sign, index) => bytes[at + index] === sign);

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
/** HEIC and its relatives name their kind after this word. */
const FTYP = [0x66, 0x74, 0x79, 0x70];

/** True for the beginnings of the kinds of pictures that the server takes, whatever the file is called. */
function looksLikePhoto(bytes: Uint8Array): boolean {
  if (startsWith(bytes, JPEG) || startsWith(bytes, PNG)) return true;
  return startsWith(bytes, FTYP, 4) || (startsWith(bytes, RIFF) && startsWith(bytes, WEBP, 8));
}

const LONGEST_SIGNATURE = 12;

/** Looks at the first bytes of a file. */
export async function isPhoto(file: Blob): Promise<boolean> {
  return looksLikePhoto(new Uint8Array(await file.slice(0, LONGEST_SIGNATURE).arrayBuffer()));
}
