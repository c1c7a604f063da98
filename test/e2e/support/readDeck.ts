import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

export interface SlideRead {
  /** Every piece of text of the slide, joined. */
  text: string;
  notes: string;
  /** Native charts, with what PowerPoint draws and what its data sheet holds: a row of numbers for each series. */
  charts: { drawn: (number | null)[][]; sheet: (number | null)[][]; categories: string[] }[];
}

/** A PPTX as PowerPoint would find it: slides in order, their texts and their charts, followed through the relations. */
export async function readDeck(path: string): Promise<SlideRead[]> {
  const parts = unzipSync(await readFile(path));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const related = (name: string, kind: string): string[] => {
    const rels = text(posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`));
    return [...rels.matchAll(/<Relationship [^>]*>/g)]
      .filter(([relation]) => new RegExp(`Type="[^"]*/${kind}"`).test(relation))
      .map(([relation]) => posix.join(posix.dirname(name), /Target="([^"]*)"/.exec(relation)?.[1] ?? ''));
  };
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  slides.sort((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)));
  return Promise.all(
    slides.map(async (slide) => ({
      text: words(text(slide)),
      notes: related(slide, 'notesSlide')
        .map((notes) => words(text(notes)))
        .join(''),
      charts: await Promise.all(
        related(slide, 'chart').map(async (chart) => {
          const [workbook = ''] = related(chart, 'package');
          const rows = (await readXlsx(parts[workbook] ?? new Uint8Array())).sheets[0]?.rows ?? [];
          const [head = [], ...body] = rows;
          const drawn = [...text(chart).matchAll(/<c:val>(.*?)<\/c:val>/gs)].map(([, values = '']) =>
            points(values),
          );
          return {
            drawn,
            sheet: head.slice(1).map((_, at) => body.map((row) => numberOf(row[at + 1]))),
            categories: body.map((row) => String(row[0] ?? '')),
          };
        }),
      ),
    })),
  );
}

function words(xml: string): string {
  return [...xml.matchAll(/<a:p>(.*?)<\/a:p>|<a:p [^>]*>(.*?)<\/a:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, run]) => run).join(''))
    .join('\n')
    .replaceAll('&amp;', '&');
}

function points(values: string): (number | null)[] {
  const count = Number(/<c:ptCount val="(\d+)"/.exec(values)?.[1] ?? 0);
  const read: (number | null)[] = Array.from({ length: count }, () => null);
  for (const [, at, value] of values.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)<\/c:v>/g))
    read[Number(at)] = Number(value);
  return read;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
