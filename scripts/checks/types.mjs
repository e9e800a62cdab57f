import { runTool } from './tree.mjs';

export const packages = ['schema', 'server', 'web', 'test'];

export function typeCheck(name) {
  const { ok, output } = runTool('node_modules/typescript', ['--noEmit', '--pretty', 'false', '-p', name], {
    program: 'tsc',
  });
  return ok ? [] : [output];
}
