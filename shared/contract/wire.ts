import { z } from 'zod';
import { Progress } from './define.ts';
import { ProblemData } from './problem.ts';

/** What travels, whatever carries it (a message port, a WebSocket, a pipe). */
export const ToWorkbench = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number().int(), name: z.string(), args: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.number().int() }),
]);
export type ToWorkbench = z.infer<typeof ToWorkbench>;

export const ToWindow = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id: z.number().int(), value: z.unknown() }),
  z.object({ type: z.literal('problem'), id: z.number().int(), problem: ProblemData }),
  z.object({ type: z.literal('progress'), id: z.number().int(), progress: Progress }),
  z.object({ type: z.literal('event'), name: z.string(), data: z.unknown() }),
]);
export type ToWindow = z.infer<typeof ToWindow>;

/** A carrier of messages. `post` may be called at any time; messages keep their order; typed arrays arrive as typed arrays. */
export interface Channel<Out, In> {
  post(message: Out): void;
  listen(onMessage: (message: In) => void): void;
  /** Called once when the other side is gone. */
  onClose(callback: () => void): void;
}
