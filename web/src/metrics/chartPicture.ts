import { saveFile } from './saveFile.ts';

/** A drawn chart with its title. */
export interface TitledChart {
  readonly title: string;
  readonly canvas: HTMLCanvasElement;
}

const padding = 24;
const titleHeight = 32;

/** Saves charts below each other as one PNG, on the page's surface and as sharp as they are shown. */
export async function savePicture(name: string, heading: string, charts: readonly TitledChart[]): Promise<void> {
  const picture = draw(heading, charts);
  const blob = await new Promise<Blob | null>((resolve) => {
    picture.toBlob(resolve, 'image/png');
  });
  if (blob !== null) saveFile(`${name}.png`, blob);
}

function draw(heading: string, charts: readonly TitledChart[]): HTMLCanvasElement {
  const scale = window.devicePixelRatio;
  const width = Math.max(...charts.map(({ canvas }) => canvas.width)) + 2 * padding * scale;
  const height = charts.reduce((sum, { canvas }) => sum + canvas.height + (titleHeight + padding) * scale, 0);
  const picture = document.createElement('canvas');
  picture.width = width;
  picture.height = height + (padding + titleHeight) * scale;
  const context = picture.getContext('2d');
  if (context === null) return picture;
  const style = getComputedStyle(document.documentElement);
  const token = (token: string) => style.getPropertyValue(token).trim();
  context.fillStyle = token('--surface');
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = 'top';
  const write = (text: string, size: number, colour: string, y: number) => {
    context.fillStyle = token(colour);
    context.font = `600 ${size * scale}px ${token('--font-sans')}`;
    context.fillText(text, padding * scale, y);
  };
  write(heading, 15, '--text', padding * scale);
  let y = (padding + titleHeight) * scale;
  for (const { title, canvas } of charts) {
    write(title, 13, '--muted', y);
    context.drawImage(canvas, padding * scale, y + titleHeight * scale);
    y += canvas.height + (titleHeight + padding) * scale;
  }
  return picture;
}
