import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { ColumnType, MeasureNature } from '../model/table.ts';
import { call } from './define.ts';
import { Vector } from './vectors.ts';

export const formulasCalls = {
  /**
   * A formula tried on the first rows of a table, nothing changed; `column` is the one whose formula it would be.
   * Problems `formula.*` say with `details.at` where in the text it goes wrong, from 0.
   */
  'formulas.try': call(
    z.strictObject({ table: Id, column: Id.optional(), formula: z.string() }),
    z.object({
      type: ColumnType,
      unit: z.string().optional(),
      nature: MeasureNature.optional(),
      /** The columns of the table that it names, each once. */
      uses: z.array(Id),
      /** At most six rows, those for which it gives something first: what it names, by column id, and what it gives. */
      columns: z.record(Id, Vector),
      values: Vector.optional(),
    }),
  ),
};
