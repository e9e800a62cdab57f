/** Where the cursor stands in a YAML document of block style. */
export interface YamlPlace {
  /** The fields that lead there; `*` stands for an entry of a list. */
  readonly path: readonly string[];
  /** Whether a field's name is being written, or the value of the path's last field. */
  readonly kind: 'KEY' | 'VALUE';
  /** What stands before the cursor of the word that is being written. */
  readonly prefix: string;
  /** The fields that stand beside it already, for `KEY`. */
  readonly siblings: readonly string[];
}

interface Line {
  readonly indent: number;
  /** Null for a line that begins no field. */
  readonly key: string | null;
  readonly isEntry: boolean;
}

const keyPattern = /^(?:"([^"]*)"|'([^']*)'|([^\s:#'"[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?=\s|$)/;

/** Reads the place from indentation, since a document that is being written is often no YAML for a moment. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace {
  const lines = text.split('\n');
  const lineNumber = text.slice(0, offset).split('\n').length - 1;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const written = /^(\s*(?:-\s+)*)(.*)$/.exec(before);
  const lead = written?.[1] ?? '';
  const rest = written?.[2] ?? '';
  const key = keyPattern.exec(rest);
  const isEntry = lead.includes('-');
  const parents = parentsOf(lines, lineNumber, lead.length, isEntry ? lead.indexOf('-') : null);
  if (key !== null) {
    const name = key[1] ?? key[2] ?? key[3] ?? '';
    return { path: [...parents, name], kind: 'VALUE', prefix: rest.slice(key[0].length).trimStart(), siblings: [] };
  }
  return { path: parents, kind: 'KEY', prefix: rest, siblings: siblingsOf(lines, lineNumber, lead.length) };
}

function parentsOf(lines: readonly string[], from: number, indent: number, entryIndent: number | null): string[] {
  const path: string[] = [];
  let bound = indent;
  // The column of the dash of the entry that is left upwards: others in that column are its neighbours.
  let dashAt = entryIndent;
  if (entryIndent !== null) {
    path.unshift('*');
    // A list may stand at its field's own indentation.
    bound = entryIndent + 1;
  }
  for (let number = from - 1; number >= 0 && bound > 0; number -= 1) {
    const line = readLine(lines[number] ?? '');
    if (line === null) continue;
    if (line.isEntry && line.indent < bound) {
      const dash = line.indent;
      if (dash === dashAt) continue;
      if (line.key !== null && line.indent + entryLead(lines[number] ?? '') < bound) path.unshift(line.key);
      path.unshift('*');
      bound = dash + 1;
      dashAt = dash;
      continue;
    }
    if (line.key === null || line.indent >= bound) continue;
    path.unshift(line.key);
    bound = line.indent;
  }
  return path;
}

function siblingsOf(lines: readonly string[], at: number, indent: number): string[] {
  const names: string[] = [];
  for (const step of [-1, 1]) {
    for (let number = at + step; number >= 0 && number < lines.length; number += step) {
      const text = lines[number] ?? '';
      const line = readLine(text);
      if (line === null) continue;
      const column = line.isEntry ? line.indent + entryLead(text) : line.indent;
      if (column === indent && line.key !== null) names.push(line.key);
      if (column < indent || (line.isEntry && column === indent && step === 1)) break;
      if (line.isEntry && column === indent) break;
    }
  }
  return names;
}

function readLine(text: string): Line | null {
  if (/^\s*(#.*)?$/.test(text)) return null;
  const [, lead = '', dashes = '', rest = ''] = /^(\s*)((?:-\s+)*)(.*)$/.exec(text) ?? [];
  const key = keyPattern.exec(rest);
  return { indent: lead.length, key: key?.[1] ?? key?.[2] ?? key?.[3] ?? null, isEntry: dashes !== '' || rest === '-' };
}

/** How far the content of `- a: 1` stands behind its line's indentation. */
function entryLead(text: string): number {
  return /^\s*((?:-\s+)*)/.exec(text)?.[1]?.length ?? 0;
}
