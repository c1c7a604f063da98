import type { Progress } from './define.ts';
import {
  type CallArgs,
  type CallName,
  type CallResult,
  calls,
  type EventData,
  type EventName,
  events,
} from './index.ts';
import { CANCELLED, Problem } from './problem.ts';
import { type Channel, type ToWindow, ToWindow as ToWindowSchema, type ToWorkbench } from './wire.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface Client {
  call<N extends CallName>(name: N, args: CallArgs<N>, options?: CallOptions): Promise<CallResult<N>>;
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void;
}

interface Waiting {
  name: CallName;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** The window's side of the contract: checks what it receives, turns problems into thrown `Problem`s, aborts into `cancelled`. */
export function createClient(channel: Channel<ToWorkbench, unknown>): Client {
  let lastId = 0;
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(data: never) => void>>();

  const receive = (message: ToWindow) => {
    if (message.type === 'event') {
      const schema = events[message.name as EventName];
      if (!schema) return;
      const data = schema.parse(message.data);
      for (const listener of listeners.get(message.name) ?? []) listener(data as never);
      return;
    }
    const call = waiting.get(message.id);
    if (!call) return;
    if (message.type === 'progress') {
      call.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if (message.type === 'problem') {
      call.reject(new Problem(message.problem));
      return;
    }
    const result = calls[call.name].result.safeParse(message.value);
    if (result.success) call.resolve(result.data);
    else
      call.reject(
        new Problem(
          { code: 'contract.result', message: `${call.name} answered what it should not.` },
          { cause: result.error },
        ),
      );
  };

  channel.listen((message) => receive(ToWindowSchema.parse(message)));
  channel.onClose(() => {
    for (const call of waiting.values()) call.reject(connectionLost());
    waiting.clear();
  });

  return {
    call(name, args, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(cancelled());
        const id = ++lastId;
        const cancel = () => {
          if (!waiting.delete(id)) return;
          channel.post({ type: 'cancel', id });
          reject(cancelled());
        };
        const settle =
          <V>(then: (value: V) => void) =>
          (value: V) => {
            signal?.removeEventListener('abort', cancel);
            then(value);
          };
        waiting.set(id, {
          name,
          resolve: settle(resolve as (value: unknown) => void),
          reject: settle(reject),
          onProgress,
        });
        signal?.addEventListener('abort', cancel, { once: true });
        channel.post({ type: 'call', id, name, args });
      });
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener as (data: never) => void);
      return () => void set.delete(listener as (data: never) => void);
    },
  };
}

function cancelled(): Problem {
  return new Problem({ code: CANCELLED, message: 'The work was cancelled.' });
}

/** What a call fails with whose workbench ended, or is not there. */
export function connectionLost(): Problem {
  return new Problem({
    code: 'workbench.lost',
    message: 'The workbench stopped while it was working.',
    remedy: 'It starts again by itself; every change that was shown as done is kept.',
  });
}
