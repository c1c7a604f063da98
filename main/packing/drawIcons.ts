import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** The kinds of an .icns entry that hold a PNG, by width in pixels. */
const appleKinds = {
  16: 'icp4',
  32: 'icp5',
  64: 'icp6',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
};
const windowsWidths = [16, 24, 32, 48, 64, 128, 256];
const linuxWidths = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Draws icon.svg as what each system wants: NxN.png, icon.ico and icon.icns. Same input, same bytes. */
export async function drawIcons(folder: string): Promise<void> {
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  const draw = (width: number): Buffer =>
    new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
  await mkdir(folder, { recursive: true });
  for (const width of linuxWidths) await writeFile(join(folder, `${width}x${width}.png`), draw(width));
  await writeFile(join(folder, 'icon.ico'), ico(windowsWidths.map((width) => ({ width, png: draw(width) }))));
  const apple = Object.entries(appleKinds).map(([width, kind]) => ({ kind, png: draw(Number(width)) }));
  await writeFile(join(folder, 'icon.icns'), icns(apple));
}

/** A directory of PNG pictures (Windows Vista and later); a width of 256 is written as 0. */
function ico(pictures: readonly { width: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  pictures.forEach(({ width, png }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(width % 256, entry);
    header.writeUInt8(width % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** 'icns', the length of all, then kind, length and PNG of each; lengths count their own eight bytes. */
function icns(pictures: readonly { kind: string; png: Buffer }[]): Buffer {
  const part = (kind: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return part('icns', Buffer.concat(pictures.map(({ kind, png }) => part(kind, png))));
}
