/** The part of word-extractor that is used; the package has no types of its own. */
declare module 'word-extractor' {
  interface WordDocument {
    /** Text of the document: paragraphs end in a line feed, cells in a tab. */
    getBody(): string;
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>;
  }
}
