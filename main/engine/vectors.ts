import type { DuckDBResult } from '@duckdb/node-api';
import type { Vector } from '../../shared/contract/vectors.ts';

type Values = ArrayLike<unknown>;

/**
 * A streamed result as one vector a column. Numbers of any width become Float64 (NaN missing), the columns in `periods` Int32 (-1 missing),
 * texts a dictionary and codes in order of first appearance, booleans bytes (2 missing).
 */
export async function readVectors(
  result: DuckDBResult,
  periods: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Map<string, Vector>> {
  const names = result.columnNames();
  const kinds = names.map((name, i): Vector['kind'] => {
    if (periods.has(name)) return 'period';
    const type = String(result.columnType(i));
    if (type === 'BOOLEAN') return 'boolean';
    return /^(VARCHAR|ENUM)/.test(type) ? 'text' : 'number';
  });
  const collectors = kinds.map(collector);
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    signal?.throwIfAborted();
    for (let i = 0; i < collectors.length; i++) {
      collectors[i]?.add(chunk.getColumnValues(i) as Values, chunk.rowCount);
    }
  }
  return new Map(
    names.map((name, i) => [name, collectors[i]?.done() ?? { kind: 'number', values: new Float64Array() }]),
  );
}

interface Collector {
  add(values: Values, count: number): void;
  done(): Vector;
}

function collector(kind: Vector['kind']): Collector {
  if (kind === 'text') {
    const codeOf = new Map<string, number>();
    const codes = new Growing(Int32Array);
    return {
      add(values, count) {
        const target = codes.room(count);
        for (let i = 0; i < count; i++) {
          const value = values[i];
          if (value === null || value === undefined) {
            target[i] = -1;
            continue;
          }
          const text = String(value);
          let code = codeOf.get(text);
          if (code === undefined) {
            code = codeOf.size;
            codeOf.set(text, code);
          }
          target[i] = code;
        }
      },
      done: () => ({ kind, codes: codes.done(), dictionary: [...codeOf.keys()] }),
    };
  }
  if (kind === 'number') {
    const numbers = new Growing(Float64Array);
    return {
      add(values, count) {
        const target = numbers.room(count);
        for (let i = 0; i < count; i++) target[i] = values[i] === null ? Number.NaN : Number(values[i]);
      },
      done: () => ({ kind, values: numbers.done() }),
    };
  }
  if (kind === 'period') {
    const periods = new Growing(Int32Array);
    return {
      add(values, count) {
        const target = periods.room(count);
        for (let i = 0; i < count; i++) target[i] = values[i] === null ? -1 : Number(values[i]);
      },
      done: () => ({ kind, values: periods.done() }),
    };
  }
  const flags = new Growing(Uint8Array);
  return {
    add(values, count) {
      const target = flags.room(count);
      for (let i = 0; i < count; i++) target[i] = values[i] === null ? 2 : values[i] ? 1 : 0;
    },
    done: () => ({ kind, values: flags.done() }),
  };
}

type Typed = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A typed array that doubles when it is full. */
class Growing<T extends Typed> {
  readonly #make: new (
    length: number,
  ) => T;
  #array: T;
  #length = 0;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#array = new make(2048);
  }

  /** A view on the next `count` places, to be filled. */
  room(count: number): T {
    const needed = this.#length + count;
    if (needed > this.#array.length) {
      const larger = new this.#make(Math.max(needed, this.#array.length * 2));
      larger.set(this.#array.subarray(0, this.#length) as never);
      this.#array = larger;
    }
    const view = this.#array.subarray(this.#length, needed) as T;
    this.#length = needed;
    return view;
  }

  done(): T {
    return this.#array.slice(0, this.#length) as T;
  }
}
