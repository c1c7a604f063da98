import { Problem } from '../../shared/contract/problem.ts';
import type { Document } from '../../shared/model/document.ts';
import { findById } from '../../shared/model/document.ts';
import type { Table } from '../../shared/model/table.ts';
import { answer } from '../../shared/views/answer.ts';
import { needsHistory } from '../../shared/views/calculate.ts';
import { type Cell, periodNames, readCells } from '../../shared/views/cells.ts';
import { checkSpec } from '../../shared/views/checks.ts';
import { columnOf, timeColumn } from '../../shared/views/columns.ts';
import { type Condition, keepsPeriod } from '../../shared/views/condition.ts';
import type { QuerySpec, ViewData } from '../../shared/views/query.ts';
import { toSql } from '../../shared/views/toSql.ts';
import type { Engine } from '../engine/engine.ts';

/** What a query needs of an open project. */
export interface QueryProject {
  readonly document: Document;
  readonly engine: Engine;
  /** The quoted engine table of a document table. */
  tableName(id: string): string;
}

export interface RunOptions {
  signal?: AbortSignal | undefined;
  /** What other views select. */
  conditions?: readonly Condition[];
}

/** The table of that id; a Problem where there is none. */
export function tableOf(document: Document, id: string): Table {
  const table = findById(document.tables, id);
  if (table) return table;
  throw new Problem({
    code: 'query.unknown-table',
    message: `There is no table "${id}".`,
    remedy: 'Choose another table; it may have been removed.',
  });
}

/**
 * Answers a query. A calculation that looks back (growth, to date, trailing) is worked out before the time filter is applied,
 * so that the first month shown still has its growth. Throws a Problem for what a query may not ask; an abort interrupts the engine.
 */
export async function runQuery(
  project: QueryProject,
  spec: QuerySpec,
  { signal, conditions = [] }: RunOptions = {},
): Promise<ViewData> {
  const { document, engine } = project;
  const { fiscalYearStart } = document;
  const table = tableOf(document, spec.table);
  checkSpec(spec, table);
  const all: Condition[] = [...spec.where, ...conditions];
  const looksBack = needsHistory(spec.as) || needsHistory(spec.overlay);
  const time = timeColumn(table);
  if (looksBack && !time) {
    throw new Problem({
      code: 'query.no-time',
      message: `"${table.title}" has no time column, so there is nothing to compare with.`,
      remedy: 'Give a period column the role "time", or show the figures as they are.',
    });
  }
  const ofTime = all.filter(({ column }) => column === time?.id);
  const query = toSql(spec, table, {
    tableName: project.tableName(table.id),
    fiscalYearStart,
    conditions: looksBack ? all.filter((condition) => !ofTime.includes(condition)) : all,
    also: looksBack && time ? [time] : [],
  });
  const { cells, elapsed } = await runCells(engine, query, signal);
  const timeKey = spec.keys.some(({ column }) => columnOf(table, column) === time);
  return answer(spec, table, cells, {
    fiscalYearStart,
    elapsed,
    keeps: looksBack
      ? (period) => ofTime.every((condition) => keepsPeriod(condition, period, fiscalYearStart))
      : undefined,
    newestOnly: looksBack && !timeKey && ofTime.length === 0,
  });
}

/** The cells of a statement, and the engine's time in milliseconds. */
export async function runCells(
  engine: Engine,
  query: ReturnType<typeof toSql>,
  signal?: AbortSignal,
): Promise<{ cells: Cell[]; elapsed: number }> {
  const started = performance.now();
  const vectors = await engine.columns(query, periodNames(query), signal);
  return { cells: readCells(query, vectors), elapsed: performance.now() - started };
}
