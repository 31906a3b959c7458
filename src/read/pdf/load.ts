/** Opens a PDF with pdf.js as it comes, without a canvas, fonts of the system or the network. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.d.ts';
import { damaged, ReadError } from '../error.ts';

type Pdfjs = typeof import('pdfjs-dist');

let loading: Promise<Pdfjs> | null = null;

function pdfjs(): Promise<Pdfjs> {
  // Text needs no canvas, but the library wants the classes to be there when it is loaded, and looks for a canvas if not.
  const globals = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= function Stub() { /* never called */ };
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<Pdfjs>;
  return loading;
}

export interface OpenPdf {
  lib: Pdfjs;
  document: PDFDocumentProxy;
  close(): Promise<void>;
}

/** @throws ReadError where the file is damaged or asks for a password */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const lib = await pdfjs();
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = lib.getDocument({
    // The library takes the buffer over, which is the caller's.
    data: new Uint8Array(bytes),
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    useWasm: false,
    // Pictures are not looked at, so none is decoded.
    maxImageSize: 1,
    verbosity: 0,
  });
  const close = (): Promise<void> => task.destroy();
  try {
    return { lib, document: await task.promise, close };
  } catch (error) {
    await close();
    if (error instanceof Error && error.name === 'PasswordException') throw new ReadError('read/encrypted', { format: 'PDF' }, { cause: error });
    throw damaged('PDF', error);
  }
}
