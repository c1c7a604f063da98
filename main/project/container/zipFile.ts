import type { FileHandle } from 'node:fs/promises';
import { configure, Reader, Writer } from '@zip.js/zip.js';

// In Node there is nothing to win from web workers, and they keep the process alive (zip.js 2.24.0).
configure({ useWebWorkers: false });

/** Random access to an open file, for zip.js. */
export class FileReader extends Reader<FileHandle> {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    super(file);
    this.#file = file;
  }

  override async init(): Promise<void> {
    await super.init?.();
    this.size = (await this.#file.stat()).size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const wanted = Math.max(0, Math.min(length, this.size - index));
    const bytes = new Uint8Array(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#file.read(bytes, filled, wanted - filled, index + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }
}

/** Writes an open file from its start on, telling `onBytes` of what passes. */
export class FileWriter extends Writer<number> {
  readonly #file: FileHandle;
  readonly #onBytes: ((bytes: Uint8Array) => void) | undefined;
  #at = 0;

  constructor(file: FileHandle, onBytes?: (bytes: Uint8Array) => void) {
    super();
    this.#file = file;
    this.#onBytes = onBytes;
  }

  override async writeUint8Array(bytes: Uint8Array): Promise<void> {
    this.#onBytes?.(bytes);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#at);
      done += bytesWritten;
      this.#at += bytesWritten;
    }
  }

  override async getData(): Promise<number> {
    return this.#at;
  }
}
