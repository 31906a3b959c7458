/** Named pipes as inputs. Opening one the usual way would wait in the system for ever where nobody writes. */
import { close, constants, open } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';

/** Milliseconds that we wait for a writer's first bytes. */
const PATIENCE = 5000;

const openFile = promisify(open);
const closeFile = promisify(close);

/** @throws Error where nobody writes into the pipe */
export async function readPipe(path: string, patience: number = PATIENCE): Promise<Uint8Array> {
  const handle = await openFile(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let socket: Socket;
  try {
    socket = new Socket({ fd: handle, readable: true, writable: false });
  } catch (error) {
    await closeFile(handle);
    throw error;
  }
  const impatience = setTimeout(() => socket.destroy(new Error('a pipe into which nobody writes')), patience);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of socket) {
      clearTimeout(impatience);
      chunks.push(chunk as Uint8Array);
    }
  } finally {
    clearTimeout(impatience);
  }
  return Buffer.concat(chunks);
}
