/**
 * The headless Chromium of @sparticuz/chromium (Linux x64), unpacked into the temporary folder where it is not there yet.
 * Unpacking has no lock of its own: the global setup does it once, before the workers start, else one launches what another still writes.
 */
export async function packedBrowser(): Promise<{ executablePath: string; args: string[] }> {
  // It brings the system libraries that a bare machine lacks only where it believes to be on a serverless one.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  packed.setGraphicsMode = false;
  return { executablePath: await packed.executablePath(), args: packed.args };
}
