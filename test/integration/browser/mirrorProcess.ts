// A process that speaks the workbench's side of the host's protocol and sends every message back; the message [255] ends it.
process.send?.({ type: 'ready' });
process.on('message', (message: { type: string; window: number; bytes: Uint8Array }) => {
  if (message.type !== 'data') return;
  if (message.bytes[0] === 255) process.exit(7);
  process.send?.({ type: 'data', window: message.window, bytes: message.bytes });
});
process.on('disconnect', () => process.exit(0));
