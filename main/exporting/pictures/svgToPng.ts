import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** An SVG as PNG at twice its size, for sharp print. Only the program's own fonts are used: every machine draws the same. */
export function svgToPng(svg: string, fontsFolder: string): Uint8Array {
  const fontFiles = readdirSync(fontsFolder)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => join(fontsFolder, name));
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: 'IBM Plex Sans',
      sansSerifFamily: 'IBM Plex Sans',
      serifFamily: 'Source Serif 4',
    },
  }).render();
  return image.asPng();
}
