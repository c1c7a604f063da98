import type { Column } from '../../../shared/model/table.ts';
import { identifier, literal } from '../../engine/engine.ts';
import { Workshop } from '../workshop.ts';

/** Parts that the importer wrote, one a file, into one Parquet file. */
export interface Uniting {
  /** The only folder that is read and written. */
  folder: string;
  parts: readonly { path: string; name: string; period: string | null }[];
  columns: readonly Column[];
  /** Ids of the columns that hold the file's name and the period of it. */
  file?: string | undefined;
  period?: string | undefined;
  /** Absent: nothing is written, only the first rows are answered. */
  to?: string | undefined;
}

export interface United {
  /** The first rows: the place of the file in `parts`, the line, the cells. Periods are canonical text. */
  rows: { file: number; line: number; cells: (string | number | boolean | null)[] }[];
}

const PREVIEW_ROWS = 200;
/** Files that one statement reads. */
const AT_ONCE = 200;

export async function unite({ folder, parts, columns, file, period, to }: Uniting): Promise<United> {
  const workshop = await Workshop.open(folder, folder);
  try {
    const fields = columns.map(
      ({ id, type }) => `CAST(${identifier(id)} AS ${sqlTypes[type]}) AS ${identifier(id)}`,
    );
    const own = [
      ...(file ? [`f.name AS ${identifier(file)}`] : []),
      ...(period ? [`f.period AS ${identifier(period)}`] : []),
    ];
    const shown = columns.map(({ id }) => `p.${identifier(id)}`);
    const names = columns.map(({ id }) => identifier(id));
    await workshop.run('CREATE TABLE files (place INTEGER, path VARCHAR, name VARCHAR, period VARCHAR)');
    for (let from = 0; from < parts.length; from += AT_ONCE) {
      const some = parts.slice(from, from + AT_ONCE);
      await workshop.run(
        `INSERT INTO files VALUES ${some.map((part, i) => `(${from + i}, ${literal(part.path)}, ${literal(part.name)}, ${part.period === null ? 'NULL' : literal(part.period)})`).join(', ')}`,
      );
      const read = `read_parquet([${some.map(({ path }) => literal(path)).join(', ')}], union_by_name = true, filename = true, file_row_number = true)`;
      const select = `SELECT filename AS _file, file_row_number AS _row, _line, ${fields.join(', ')} FROM ${read}`;
      await workshop.run(from === 0 ? `CREATE TABLE parts AS ${select}` : `INSERT INTO parts ${select}`);
    }
    if (to !== undefined)
      await workshop.run(
        `COPY (SELECT p._line, ${[...own, ...shown].join(', ')} FROM parts p JOIN files f ON f.path = p._file ORDER BY f.place, p._row) TO ${literal(to)} (FORMAT parquet)`,
      );
    const first = await workshop.rows(
      `SELECT f.place, p._line, ${names.map((name) => `p.${name}`).join(', ')} FROM parts p JOIN files f ON f.path = p._file ORDER BY f.place, p._row LIMIT ${PREVIEW_ROWS}`,
    );
    return {
      rows: first.map(([at, line, ...cells]) => ({ file: Number(at), line: Number(line ?? 0), cells })),
    };
  } finally {
    workshop.close();
  }
}

/** Periods are text in the parts, readable without this program. */
const sqlTypes = {
  number: 'DOUBLE',
  period: 'VARCHAR',
  boolean: 'BOOLEAN',
  category: 'VARCHAR',
  text: 'VARCHAR',
};
