import { createClient } from '../../shared/contract/client.ts';
import type { Channel } from '../../shared/contract/wire.ts';

/** Opens a copy of the sample project as a window would, unless an interrupted project has come back. */
export async function openSample(channel: Channel<unknown, unknown>): Promise<void> {
  const client = createClient(channel);
  const { status } = await client.call('project.snapshot', undefined);
  if (!status.open) await client.call('project.openSample', undefined);
}
