import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say } from './root.mjs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 1000;

/**
 * Runs programs side by side until all have ended; when one ends, the others are asked to. Signals are passed on and their effect
 * is waited for. Answers with the exit code of the program that ended first.
 */
export async function run(programs) {
  const children = programs.map(({ file, args, cwd, env, stdio = 'inherit' }) =>
    spawn(file, args, { cwd, stdio, env: { ...process.env, ...env } }),
  );
  let asked = false;
  const send = (signal) => {
    asked = true;
    for (const child of children) child.kill(signal);
  };
  const stopListening = listen(send);
  try {
    const ends = children.map(exitCodeOf);
    const first = await Promise.race(ends);
    if (!asked) send('SIGTERM');
    await Promise.all(ends);
    return first;
  } finally {
    stopListening();
  }
}

function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      say(`${child.spawnfile} could not be run: ${error.message}`);
      resolve(127);
    });
    // As a shell would say it.
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function listen(send) {
  const handlers = forwarded.map((signal) => {
    // Ctrl-C in a terminal has reached the children already: they are in the same process group.
    const handler = () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : send(signal));
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  const stopWatching = watchNpm(() => send('SIGTERM'));
  return () => {
    stopWatching();
    for (const off of handlers) off();
  };
}

/** Whoever ends npm means us, but npm tells only the shell in between: its death is all that can be seen from here. */
function watchNpm(lost) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    lost();
  }, parentCheckMs);
  return () => clearInterval(timer);
}
