// Runs on any Node: says which Node to install where the npm package that brings Node 24 does not exist for this platform.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Tijarat needs Node 24 (or at least 22.18); this is Node ${process.versions.node}.\n` +
      'On Linux x64 and Windows x64 it comes with "npm ci". Elsewhere install Node 24 from https://nodejs.org, then run "npm ci" again.',
  );
  process.exit(1);
}
