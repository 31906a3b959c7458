/** The names in a zip file, for telling what it is without unpacking anything. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The names in the central directory, undecoded bytes as Latin-1; of a file cut short, the name of its first entry and
 * those that follow it as far as their sizes are told.
 *
 * @param most names beyond these are not looked at
 */
export function zipNames(bytes: Uint8Array, most = 4096): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  return end === null ? localNames(view, most) : directoryNames(view, view.getUint32(end + 16, true), most);
}

/** Whether the zip file has its end. */
export function hasZipEnd(bytes: Uint8Array): boolean {
  return findEnd(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) !== null;
}

/** The end record stands before a comment of 65,535 bytes at most. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

function directoryNames(view: DataView, start: number, most: number): string[] {
  const names: string[] = [];
  for (let at = start; names.length < most && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY;) {
    const length = view.getUint16(at + 28, true);
    names.push(latin1(view, at + 46, length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function localNames(view: DataView, most: number): string[] {
  const names: string[] = [];
  for (let at = 0; names.length < most && at + 30 <= view.byteLength && view.getUint32(at, true) === LOCAL;) {
    const length = view.getUint16(at + 26, true);
    names.push(latin1(view, at + 30, length));
    // Sizes that follow the data are not known here.
    if ((view.getUint16(at + 6, true) & 8) !== 0) break;
    at += 30 + length + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
  }
  return names;
}

function latin1(view: DataView, at: number, length: number): string {
  const end = Math.min(at + length, view.byteLength);
  let text = '';
  for (let i = at; i < end; i++) text += String.fromCharCode(view.getUint8(i));
  return text;
}
