import type { NumberFormat } from '../../../shared/model/table.ts';

/** What a column's format begins with where it has none. */
export const PLAIN_FORMAT: NumberFormat = { decimals: 1, thousands: true, signed: false };
