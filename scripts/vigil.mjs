// What every script of package.json calls. It needs nothing but Node: what else is missing, it installs and builds.

const oldest = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(
    `Vigil needs Node ${oldest.join('.')} or newer and this is ${process.versions.node} (${process.execPath}).\n` +
      'Node 24 is recommended: https://nodejs.org/en/download\n',
  );
  process.exitCode = 1;
} else {
  // Only now: an older Node might not even parse the rest.
  const { runCommand } = await import('./launch/commands.mjs');
  process.exitCode = await runCommand(process.argv[2], process.argv.slice(3));
}
