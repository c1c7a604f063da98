import type { z } from 'zod';
import type { Progress } from './define.ts';
import {
  type CallName,
  type CallResult,
  type Calls,
  calls,
  type EventData,
  type EventName,
} from './index.ts';
import { Problem, toProblemData } from './problem.ts';
import { type Channel, type ToWindow, ToWorkbench } from './wire.ts';

export interface CallContext {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** One function for each call of the contract; the compiler names what is missing. Arguments arrive checked. */
export type Handlers<N extends CallName = CallName> = {
  [K in N]: (
    args: z.output<Calls[K]['args']>,
    context: CallContext,
  ) => Promise<CallResult<K>> | CallResult<K>;
};

export interface Server {
  /** Serves one window until its channel closes; its running calls are then cancelled. */
  serve(channel: Channel<ToWindow, unknown>): void;
  /** To every window. */
  emit<N extends EventName>(name: N, data: EventData<N>): void;
}

/** The workbench's side of the contract. `report` is told of whatever is not a Problem: a bug, with its stack. */
export function createServer(handlers: Handlers, report: (error: unknown, call: string) => void): Server {
  const channels = new Set<Channel<ToWindow, unknown>>();

  async function answer(name: string, args: unknown, context: CallContext): Promise<unknown> {
    const definition = calls[name as CallName];
    if (!definition)
      throw new Problem({ code: 'contract.unknown-call', message: `There is no call ${name}.` });
    const parsed = definition.args.safeParse(args);
    if (!parsed.success) {
      throw new Problem({
        code: 'contract.arguments',
        message: `${name} was asked for with arguments that do not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
      });
    }
    const handler = handlers[name as CallName] as (args: unknown, context: CallContext) => unknown;
    return await handler(parsed.data, context);
  }

  return {
    serve(channel) {
      channels.add(channel);
      const running = new Map<number, AbortController>();
      channel.onClose(() => {
        channels.delete(channel);
        for (const controller of running.values()) controller.abort();
      });
      channel.listen((raw) => {
        const message = ToWorkbench.parse(raw);
        if (message.type === 'cancel') {
          running.get(message.id)?.abort();
          return;
        }
        const { id, name, args } = message;
        const controller = new AbortController();
        running.set(id, controller);
        const context: CallContext = {
          signal: controller.signal,
          progress: (progress) => channel.post({ type: 'progress', id, progress }),
        };
        answer(name, args, context)
          .then(
            (value) => channel.post({ type: 'result', id, value }),
            (error) => {
              const problem = toProblemData(error);
              if (problem.code === 'internal') report(error, name);
              channel.post({ type: 'problem', id, problem });
            },
          )
          .finally(() => running.delete(id));
      });
    },
    emit(name, data) {
      for (const channel of channels) channel.post({ type: 'event', name, data });
    },
  };
}
