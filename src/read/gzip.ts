/** Gzip, bounded. */
import { gunzipSync } from 'node:zlib';
import { damaged, ReadError } from './error.ts';
import { LIMITS, mostBytes, type Limits } from './limits.ts';

/** @throws ReadError where the data is damaged or unpacks to more than the limits allow */
export function gunzip(bytes: Uint8Array, limits: Limits = LIMITS): Uint8Array {
  const most = mostBytes(bytes.length, limits);
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('gzip', bytes.length, most, limits);
    throw damaged('gzip', error);
  }
}

/** The error for `packed` bytes that unpack to more than the `most` they may. */
export function tooLarge(format: string, packed: number, most: number, limits: Limits): ReadError {
  const byRatio = most < limits.entryBytes && most === mostBytes(packed, limits);
  return byRatio ? new ReadError('read/ratio', { format, limit: limits.ratio }) : new ReadError('read/too-large', { format, limit: most });
}
