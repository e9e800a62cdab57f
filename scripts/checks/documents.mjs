import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, root } from './tree.mjs';

/** A path from the root, or one below it, as prose names it: `server/src/main.ts`. `<name>` and `*` stand for something. */
const namedPath = /`((?:\.ci|deploy|docs|drizzle|schema|scripts|server|test|web)\/[^`\s<>*{}…:]*)`/g;
const link = /\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g;

/** What the pages name must be there. */
export function documentedPaths() {
  const pages = [...readdirSync(root).filter((name) => name.endsWith('.md')), ...filesBelow('docs', /\.md$/)];
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const paths = [...text.matchAll(namedPath)].map(([, path]) => path);
    const links = [...text.matchAll(link)].map(([, path]) => join(dirname(page), path));
    return [...new Set([...paths, ...links])]
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${page} names ${path}, which is not there`);
  });
}
