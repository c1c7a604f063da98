import type { RefreshAnswers, ReleaseDate } from '../../../shared/contract/refreshing.ts';
import { releasesOf, type Source } from '../../../shared/model/source.ts';
import { lastMonth } from '../../../shared/periods/period.ts';
import { identifier } from '../../engine/engine.ts';
import type { Loaded } from './loadRelease.ts';
import { dayIn } from './releaseDate.ts';
import type { RefreshProject, Scratch } from './releaseTables.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface ReleaseDates {
  released: ReleaseDate | null;
  releasedBefore: ReleaseDate | null;
}

interface Asked {
  project: RefreshProject;
  scratch: Scratch;
  source: Source;
  loaded: Loaded;
  gainsVintage: boolean;
  hint: ReleaseDate | null;
  answers: RefreshAnswers;
  /** The day of today: nothing is released after it was seen. */
  today: string;
}

/**
 * When the newer figures were released, and those that are there: as was answered, as the file says, else estimated as the end of the newest
 * period and the usual lag. Where no lag is known a file was released on the day it was read, at the latest.
 */
export async function releaseDates(asked: Asked, signal?: AbortSignal): Promise<ReleaseDates> {
  const { loaded, source, hint, answers, today, gainsVintage } = asked;
  const newest = await newestPeriodEnd(asked, 'newer', signal);
  const known = hint && hint.date <= today ? hint : null;
  const lags = await usualLags(asked, signal);
  if (known && newest !== null && !known.estimated) lags.push(daysBetween(newest, known.date));
  const lag = lags.toSorted((a, b) => a - b)[Math.floor(lags.length / 2)];
  const released = loaded.datesInRows
    ? null
    : (given(answers.released) ?? known ?? estimate(newest, lag, today, 'import'));
  if (!gainsVintage) return { released, releasedBefore: null };
  const [first] = releasesOf(source);
  const seen = (first?.seenAt ?? source.importedAt).slice(0, 10);
  const inName = first ? dayIn(first.fileName) : null;
  const oldest = await newestPeriodEnd(asked, 'stored', signal);
  return {
    released,
    releasedBefore:
      given(answers.releasedBefore) ??
      (inName && inName <= seen
        ? { date: inName, estimated: false, from: 'fileName', words: first?.fileName ?? '' }
        : estimate(oldest, lag, seen, 'import')),
  };
}

function given(date: string | undefined): ReleaseDate | null {
  return date === undefined ? null : { date, estimated: false, from: 'given', words: '' };
}

function estimate(
  newest: string | null,
  lag: number | undefined,
  latest: string,
  from: 'import',
): ReleaseDate {
  if (newest !== null && lag !== undefined) {
    const date = addDays(newest, lag);
    if (date <= latest)
      return { date, estimated: true, from: 'estimate', words: `${newest} and the usual ${lag} days` };
  }
  return { date: latest, estimated: true, from, words: 'The day it was read: released then, or before' };
}

/** Days from the end of a release's newest period to its date, for each release of the table that has one. */
async function usualLags(
  { project, scratch, loaded, source }: Asked,
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const { vintage, keys } = loaded.columns;
  const time = keys.find(({ role, type }) => role === 'time' && type === 'period');
  if (!vintage || !time) return [];
  const at = identifier(vintage.id);
  const estimated = new Set(releasesOf(source).flatMap((one) => (one.estimated ? (one.released ?? []) : [])));
  const rows = await project.engine.rows(
    {
      sql: `SELECT ${at}, max(${identifier(time.id)}) FROM ${scratch.name('stored')} WHERE length(${at}) = 10 GROUP BY 1`,
    },
    signal,
  );
  return rows.flatMap(([date, code]) => {
    if (code === null || code === undefined || estimated.has(String(date))) return [];
    const days = daysBetween(endOf(Number(code)), String(date));
    return days >= 0 ? [days] : [];
  });
}

async function newestPeriodEnd(
  { project, scratch, loaded }: Asked,
  side: 'newer' | 'stored',
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const { keys, measures } = loaded.columns;
  const time = keys.find(({ role, type }) => role === 'time' && type === 'period');
  if (!time) return null;
  // Months to come stand empty in many tables.
  const filled = measures.map(({ id }) => `${identifier(id)} IS NOT NULL`).join(' OR ');
  const [[code = null] = []] = await project.engine.rows(
    { sql: `SELECT max(${identifier(time.id)}) FROM ${scratch.name(side)} WHERE ${filled}` },
    signal,
  );
  return code === null ? null : endOf(Number(code));
}

/** The last day of a period: 2025-03-31. */
function endOf(code: number): string {
  const month = lastMonth(code);
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
