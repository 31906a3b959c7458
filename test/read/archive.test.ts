import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/read/limits.ts';
import { readSource, unpack, unzip, type ArchiveEntry } from '../../src/read/read.ts';
import { makeZip } from './zip-writer.ts';

async function all(entries: AsyncGenerator<ArchiveEntry>): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const entry of entries) {
    found.push([entry.path, 'error' in entry ? entry.error.code : Buffer.from(entry.bytes).toString('utf8')]);
  }
  return found;
}

describe('zip', () => {
  it('yields the files by name, folders and what a Mac adds left out', async () => {
    const zip = makeZip([
      { name: 'b/二.txt', data: '乙' }, { name: 'b/', data: '' }, { name: 'a.txt', data: '甲' }, { name: '__MACOSX/a.txt', data: 'x' }, { name: 'b/.DS_Store', data: 'x' },
    ]);
    expect(await all(unzip(zip, 'r.zip'))).toEqual([['r.zip!/a.txt', '甲'], ['r.zip!/b/二.txt', '乙']]);
  });

  it('reads names that Chinese Windows wrote in GBK', async () => {
    const name = Uint8Array.from([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74]);
    expect(await all(unzip(makeZip([{ name, data: 'x' }]), 'r.zip'))).toEqual([['r.zip!/年报.txt', 'x']]);
  });

  it('opens archives within archives, to a bound', async () => {
    let zip = makeZip([{ name: 'x.txt', data: 'x' }]);
    for (let i = 0; i < 2; i++) zip = makeZip([{ name: 'in.zip', data: zip }]);
    expect(await all(unzip(zip, 'r.zip'))).toEqual([['r.zip!/in.zip!/in.zip!/x.txt', 'x']]);
    expect(await all(unzip(makeZip([{ name: 'in.zip', data: zip }]), 'r.zip'))).toEqual([['r.zip!/in.zip!/in.zip!/in.zip', 'read/unsupported']]);
  });

  it('never names a path outside of the archive', async () => {
    const zip = makeZip([{ name: '../../etc/x.txt', data: '1' }, { name: '/abs/y.txt', data: '2' }, { name: 'dir\\z.txt', data: '3' }]);
    expect((await all(unzip(zip, 'r.zip'))).map(([path]) => path)).toEqual(['r.zip!/abs/y.txt', 'r.zip!/dir/z.txt', 'r.zip!/etc/x.txt']);
  });

  it('stops at what unpacks to too much, and goes on with the next entry', async () => {
    const bomb = Buffer.alloc(20 * 2 ** 20);
    const zip = makeZip([{ name: 'a', data: bomb }, { name: 'b.txt', data: '好' }]);
    expect(await all(unzip(zip, 'r.zip'))).toEqual([['r.zip!/a', 'read/ratio'], ['r.zip!/b.txt', '好']]);
    const lying = makeZip([{ name: 'a', data: bomb, claimedSize: 10 }, { name: 'b.txt', data: '好' }]);
    expect(await all(unzip(lying, 'r.zip'))).toEqual([['r.zip!/a', 'read/damaged'], ['r.zip!/b.txt', '好']]);
    expect(await all(unzip(zip, 'r.zip', { limits: { ...LIMITS, entryBytes: 2 } }))).toEqual([['r.zip!/a', 'read/too-large'], ['r.zip!/b.txt', 'read/too-large']]);
  });

  it('counts what all entries unpack to', async () => {
    const zip = makeZip([{ name: 'a.txt', data: 'x'.repeat(60) }, { name: 'b.txt', data: 'x'.repeat(60) }]);
    expect(await all(unzip(zip, 'r.zip', { limits: { ...LIMITS, totalBytes: 100 } }))).toEqual([['r.zip!/a.txt', 'x'.repeat(60)], ['r.zip!/b.txt', 'read/too-large']]);
  });

  it('bounds the number of entries', async () => {
    const zip = makeZip([{ name: 'a.txt', data: 'x' }, { name: 'b.txt', data: 'x' }]);
    await expect(all(unzip(zip, 'r.zip', { limits: { ...LIMITS, entries: 1 } }))).rejects.toMatchObject({ code: 'read/too-many-entries' });
  });

  it('refuses an archive in which one stretch is unpacked for many files', async () => {
    const zip = Buffer.from(makeZip([{ name: 'a.txt', data: 'x' }, { name: 'b.txt', data: 'y' }, { name: 'c.txt', data: 'z' }]));
    const second = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'), zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 4);
    zip.writeUInt32LE(0, second + 42);
    await expect(all(unzip(zip, 'r.zip'))).rejects.toMatchObject({ code: 'read/damaged', message: expect.stringContaining('overlap') as string });
  });

  it('unpacks only what is asked for', async () => {
    const zip = makeZip([{ name: 'a.png', data: Buffer.alloc(20 * 2 ** 20) }, { name: 'b.txt', data: 'y' }]);
    expect(await all(unzip(zip, 'r.zip', { isWanted: (name) => name.endsWith('.txt') }))).toEqual([['r.zip!/b.txt', 'y']]);
  });

  it('tells entries of one name apart, in linear time', async () => {
    const zip = makeZip(Array.from({ length: 1500 }, () => ({ name: 'a.txt', data: 'x' })));
    const found = await all(unzip(zip, 'r.zip'));
    expect(found.slice(0, 3).map(([path]) => path)).toEqual(['r.zip!/a.txt', 'r.zip!/a~2.txt', 'r.zip!/a~3.txt']);
    expect(new Set(found.map(([path]) => path)).size).toBe(1500);
  });

  it('says that an entry has a password and that an archive is damaged', async () => {
    expect(await all(unzip(makeZip([{ name: 'a.txt', data: 'x', encrypted: true }]), 'r.zip'))).toEqual([['r.zip!/a.txt', 'read/encrypted']]);
    const cut = makeZip([{ name: 'a.txt', data: 'x'.repeat(5000) }]).subarray(0, 40);
    await expect(all(unzip(cut, 'r.zip'))).rejects.toMatchObject({ name: 'ReadError', code: 'read/damaged' });
  });

  it('reads an archive in the file system without loading it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      const path = join(folder, 'a b.zip');
      writeFileSync(path, makeZip([{ name: 'x.txt', data: 'x' }]));
      expect(await all(unzip(path, path))).toEqual([[`${path}!/x.txt`, 'x']]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('gzip', () => {
  it('is taken off any format, twice where a crawler packed twice', async () => {
    const page = gzipSync('<html><body><p>正文</p></body></html>');
    expect(await readSource(page, { path: 'a.html.gz' })).toMatchObject({ format: 'html', text: '正文\n' });
    expect(await readSource(gzipSync(page))).toMatchObject({ format: 'html', text: '正文\n' });
    expect(await readSource(gzipSync('# 标题'), { path: 'a.md.gz' })).toMatchObject({ format: 'markdown', text: '# 标题' });
  });

  it('is bounded and says what is damaged', async () => {
    await expect(readSource(gzipSync(Buffer.alloc(100 * 2 ** 20)))).rejects.toMatchObject({ code: 'read/ratio' });
    await expect(readSource(gzipSync('正文'.repeat(1000)).subarray(0, 20))).rejects.toMatchObject({ code: 'read/damaged' });
  });

  it('may hold an archive', async () => {
    expect(await all(unpack(gzipSync(makeZip([{ name: 'x.txt', data: 'x' }])), 'r.zip.gz'))).toEqual([['r.zip.gz!/x.txt', 'x']]);
  });
});
