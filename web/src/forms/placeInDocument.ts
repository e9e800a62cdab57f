import { isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';

/** A stretch of a text by offsets, and what is said about it. */
export interface DocumentProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

interface PathProblem {
  /** Where in the document; empty for all of it. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Where in a YAML text each problem is: at the value of its path, or the nearest above it that is written. Faults of the YAML come first. */
export function placeProblems(text: string, problems: readonly PathProblem[]): readonly DocumentProblem[] {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) {
    return document.errors.map(({ pos: [from, to], message }) => ({
      ...stretch(text, from, Math.max(to, from + 1)),
      message: `Not YAML: ${message.split('\n', 1)[0] ?? ''}`,
    }));
  }
  return problems.map(({ path, message }) => ({ ...placeOf(text, document.contents, path), message }));
}

function placeOf(text: string, contents: unknown, path: readonly string[]): { from: number; to: number } {
  let node = contents;
  let place = stretch(text, 0, 1);
  for (const name of path) {
    if (!isCollection(node)) break;
    const found = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)
      : isSeq(node)
        ? node.items[Number(name)]
        : undefined;
    if (found === undefined) break;
    const key = isPair(found) && isNode(found.key) ? found.key.range : null;
    node = isPair(found) ? found.value : found;
    const value = isNode(node) && isScalar(node) ? node.range : null;
    const range = value ?? key ?? (isNode(node) ? node.range : null);
    if (range != null) place = stretch(text, key?.[0] ?? range[0], range[1]);
  }
  return place;
}

function stretch(text: string, from: number, to: number): { from: number; to: number } {
  const bound = (offset: number) => Math.max(0, Math.min(offset, text.length));
  return { from: bound(from), to: bound(to) };
}
