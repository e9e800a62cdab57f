import { readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Figure, type Goal, goalText, isMet } from './goal.ts';

const file = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const begin = '<!-- figures: written by `npm run bench -- --save` -->';
const end = '<!-- end of figures -->';
/** How much of a committed figure may be lost. */
const tolerance = 0.2;

/** The figures that are written down in docs/benchmarks.md, by name. */
export async function readCommitted(): Promise<Map<string, number>> {
  const figures = new Map<string, number>();
  for (const line of between(await readFile(file, 'utf8')).split('\n')) {
    const [, name, value] = /^\| `([A-Za-z0-9]+)` \| ([0-9.]+) \|/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) figures.set(name, Number(value));
  }
  return figures;
}

/** Writes figures down; those that were not measured this time stay as they were. */
export async function saveFigures(figures: Readonly<Record<string, Figure>>): Promise<void> {
  const text = await readFile(file, 'utf8');
  const rows = new Map(
    between(text)
      .split('\n')
      .flatMap((line) => {
        const name = /^\| `([A-Za-z0-9]+)` \|/.exec(line)?.[1];
        return name === undefined ? [] : [[name, line] as const];
      }),
  );
  for (const [name, figure] of Object.entries(figures)) rows.set(name, rowOf(name, figure));
  const head = '| figure | median | goal | | measured | how |\n|---|---|---|---|---|---|';
  const table = `${begin}\n${head}\n${[...rows.values()].join('\n')}\n${end}`;
  await writeFile(file, text.replace(`${begin}${between(text)}${end}`, table));
}

/** What has become worse than what is written down, in plain words. */
export function regressions(
  committed: ReadonlyMap<string, number>,
  figures: Readonly<Record<string, Figure>>,
): string[] {
  return Object.entries(figures).flatMap(([name, { value, goal }]) => {
    const before = committed.get(name);
    if (before === undefined || !hasFallen(before, value, goal)) return [];
    return [`${name} is ${shown(value)}, and was ${shown(before)}: more than ${tolerance * 100} % worse`];
  });
}

function hasFallen(before: number, value: number, goal: Goal): boolean {
  return 'atLeast' in goal ? value < before * (1 - tolerance) : value > before * (1 + tolerance);
}

function rowOf(name: string, { value, goal, detail }: Figure): string {
  const verdict = isMet(value, goal) ? 'met' : '**missed**';
  const date = new Date().toISOString().slice(0, 10);
  return `| \`${name}\` | ${shown(value)} | ${goalText(goal)} | ${verdict} | ${date}, ${machine()} | ${detail.replaceAll('|', '/')} |`;
}

function machine(): string {
  return `${cpus().length} cores ${arch()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}

function between(text: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) throw new Error(`${file} has lost the marks around its figures`);
  return text.slice(from + begin.length, to);
}
