/** Streams of a compound file ([MS-CFB]), the container of Word 97–2003 documents. */

const END_OF_CHAIN = 0xfffffffa;
const ENTRY = 128;

export class CompoundFile {
  readonly #bytes: DataView;
  readonly #sector: number;
  readonly #miniSector: number;
  readonly #miniCutoff: number;
  readonly #table: Uint32Array;
  #mini: { stream: Uint8Array; table: Uint32Array } | null = null;
  readonly #entries: { name: string; start: number; size: number }[];

  /** @throws Error where the file is cut short or its chains do not hold */
  constructor(bytes: Uint8Array) {
    const view = (this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#sector = 1 << Math.min(16, view.getUint16(0x1e, true));
    this.#miniSector = 1 << Math.min(16, view.getUint16(0x20, true));
    this.#miniCutoff = view.getUint32(0x38, true);
    this.#table = this.#words(this.#tableSectors());
    this.#entries = this.#directory(view.getUint32(0x30, true));
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name);
  }

  /** @throws Error where there is no such stream or it is cut short */
  stream(name: string): Uint8Array {
    const entry = this.#entries.find((each) => each.name === name);
    if (entry === undefined) throw new Error(`no stream ${name}`);
    if (entry.size >= this.#miniCutoff) return this.#join(this.#chain(entry.start, this.#table, this.#sectors)).subarray(0, entry.size);
    const mini = (this.#mini ??= this.#readMini());
    const parts = this.#chain(entry.start, mini.table, mini.table.length)
      .map((index) => mini.stream.subarray(index * this.#miniSector, (index + 1) * this.#miniSector));
    return Buffer.concat(parts).subarray(0, entry.size);
  }

  get #sectors(): number {
    return Math.ceil(this.#bytes.byteLength / this.#sector);
  }

  /** Sectors of the allocation table: 109 in the header, the rest in a chain of their own. */
  #tableSectors(): number[] {
    const view = this.#bytes;
    const count = Math.min(view.getUint32(0x2c, true), this.#sectors);
    const sectors: number[] = [];
    for (let i = 0; i < 109 && sectors.length < count; i++) sectors.push(view.getUint32(0x4c + 4 * i, true));
    let next = view.getUint32(0x44, true);
    for (let guard = 0; sectors.length < count && next < END_OF_CHAIN && guard < this.#sectors; guard++) {
      const words = this.#words([next]);
      for (let i = 0; i < words.length - 1 && sectors.length < count; i++) sectors.push(words[i]!);
      next = words.at(-1)!;
    }
    return sectors;
  }

  #directory(start: number): { name: string; start: number; size: number }[] {
    const bytes = this.#join(this.#chain(start, this.#table, this.#sectors));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const entries: { name: string; start: number; size: number }[] = [];
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 0x40, true)) - 2);
      entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
        start: view.getUint32(at + 0x74, true),
        size: view.getUint32(at + 0x78, true),
      });
    }
    return entries;
  }

  #readMini(): { stream: Uint8Array; table: Uint32Array } {
    const root = this.#entries[0];
    if (root === undefined) throw new Error('no root entry');
    return {
      stream: this.#join(this.#chain(root.start, this.#table, this.#sectors)),
      table: this.#words(this.#chain(this.#bytes.getUint32(0x3c, true), this.#table, this.#sectors)),
    };
  }

  /** The sectors of a chain; one that is longer than the file goes in a circle. */
  #chain(start: number, table: Uint32Array, most: number): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < END_OF_CHAIN; sector = table[sector] ?? END_OF_CHAIN) {
      sectors.push(sector);
      if (sectors.length > most) throw new Error('a chain of sectors without end');
    }
    return sectors;
  }

  #join(sectors: readonly number[]): Uint8Array {
    return Buffer.concat(sectors.map((sector) => this.#sectorBytes(sector)));
  }

  #words(sectors: readonly number[]): Uint32Array {
    const bytes = this.#join(sectors);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index, true));
  }

  #sectorBytes(sector: number): Uint8Array {
    const at = (sector + 1) * this.#sector;
    if (at >= this.#bytes.byteLength) throw new Error('the file is cut short');
    const length = Math.min(this.#sector, this.#bytes.byteLength - at);
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + at, length);
  }
}
