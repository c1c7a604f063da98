import type { Step } from '../../../shared/model/recipe.ts';
import { identifier } from '../../engine/engine.ts';
import type { Mappings } from '../mappings.ts';
import type { StepContext, TableState } from '../steps/step.ts';
import { columnNamed } from '../steps/step.ts';
import type { ColumnSample } from './columnSample.ts';

/** What the search for codes may do: add a step to the recipe, and look at what it made. */
export interface CodeTools {
  add(step: Step): Promise<void>;
  look(): Promise<readonly ColumnSample[]>;
  /** Whether each code of one column has one name in another. */
  isNameOf(codes: string, names: string): Promise<boolean>;
  /** The pairs of texts that stand beside each other, at most a few thousand. */
  pairs(left: string, right: string): Promise<[string, string][]>;
  isConstant(column: string): Promise<boolean>;
  /** Mappings that the user made before, by code list. */
  mappings: Mappings;
}

const MOST_PAIRS = 5000;

/** `state` is asked anew each time: steps change it. */
export function codeTools(
  tools: Pick<CodeTools, 'add' | 'look'>,
  state: () => TableState,
  context: StepContext,
): CodeTools {
  const id = (name: string) => identifier(columnNamed(state(), name, 'codes').id);
  return {
    ...tools,
    mappings: context.mappings ?? {},
    async isNameOf(codes, names) {
      const [[pairs = 0, distinct = 0] = []] = await context.rows(
        `SELECT count(DISTINCT (${id(codes)}, ${id(names)})), count(DISTINCT ${id(codes)}) FROM (${state().sql}) WHERE ${id(codes)} IS NOT NULL AND ${id(names)} IS NOT NULL`,
      );
      return Number(distinct) > 0 && Number(pairs) === Number(distinct);
    },
    async pairs(left, right) {
      const rows = await context.rows(
        `SELECT DISTINCT trim(${id(left)}), trim(${id(right)}) FROM (${state().sql}) WHERE trim(${id(left)}) <> '' AND trim(${id(right)}) <> '' LIMIT ${MOST_PAIRS}`,
      );
      return rows.map(([a, b]) => [String(a), String(b)]);
    },
    async isConstant(column) {
      const [[kinds = 0] = []] = await context.rows(
        `SELECT count(DISTINCT coalesce(${id(column)}, '')) FROM (${state().sql})`,
      );
      return Number(kinds) <= 1;
    },
  };
}
