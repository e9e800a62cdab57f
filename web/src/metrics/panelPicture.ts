import { saveFile } from './saveFile.ts';

/** On what is no part of a picture: menus, and what is there for screen readers alone. */
export const leftOutOfPictures = { 'data-left-out-of-pictures': '' } as const;
const leftOut = '[data-left-out-of-pictures], .sr-only';

const padding = 24;
const headingHeight = 32;

/**
 * Saves a part of the page as a PNG, as it is shown: chart, table or grid, in the theme in force and as sharp as on the screen, under a
 * heading that says of when it is. Rejects when the browser cannot draw it.
 */
export async function savePicture(name: string, heading: string, part: HTMLElement): Promise<void> {
  // As large as a page, and needed by few: it comes when it is asked for.
  const { domToCanvas } = await import('modern-screenshot');
  const drawn = await domToCanvas(part, {
    scale: window.devicePixelRatio,
    // System fonts: there is nothing to embed.
    font: false,
    filter: (node) => !(node instanceof Element && node.matches(leftOut)),
  });
  const blob = await new Promise<Blob | null>((resolve) => {
    withHeading(heading, drawn).toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('The browser made no PNG of the canvas.');
  saveFile(`${name}.png`, blob);
}

function withHeading(heading: string, drawn: HTMLCanvasElement): HTMLCanvasElement {
  const scale = window.devicePixelRatio;
  const picture = document.createElement('canvas');
  picture.width = drawn.width + 2 * padding * scale;
  picture.height = drawn.height + (2 * padding + headingHeight) * scale;
  const context = picture.getContext('2d');
  if (context === null) return picture;
  const style = getComputedStyle(document.documentElement);
  const token = (token: string) => style.getPropertyValue(token).trim();
  context.fillStyle = token('--surface-sunken');
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'top';
  context.fillStyle = token('--text');
  context.font = `600 ${15 * scale}px ${token('--font-sans')}`;
  context.fillText(heading, padding * scale, padding * scale);
  context.drawImage(drawn, padding * scale, (padding + headingHeight) * scale);
  return picture;
}
