import { readMetadata, type MetadataResult } from '../../src/metadata/metadata.ts';
import { createDocument } from '../../src/text/document.ts';

/** Runs the stage on a made-up page; the body starts where the text has its first 一、 at a line's start. */
export function read(text: string, bodyStart = text.search(/(?<=^|\n)\s*一、/)): MetadataResult {
  return readMetadata({ document: createDocument(text), bodyStart: bodyStart < 0 ? text.length : bodyStart });
}

/** A page with that head over a first section. */
export function page(...head: string[]): string {
  return [...head, '一、总体情况', '认真开展政府信息公开工作。', ''].join('\n');
}
