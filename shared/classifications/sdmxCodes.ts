import { type Classification, listOf } from './classification.ts';

/** The short cross-domain code lists of SDMX, by the concept whose columns hold them. They are looked up for a column of that name, never sought in others. */
const LISTS: Readonly<Record<string, string>> = {
  // CL_OBS_STATUS 2.2, the 20 codes.
  OBS_STATUS: `
A|Normal value
B|Time series break
D|Definition differs
E|Estimated value
F|Forecast value
G|Experimental value
H|Missing value; holiday or weekend
I|Imputed value
J|Derogation
K|Data included in another category
L|Missing value; data exist but were not collected
M|Missing value; data cannot exist
N|Not significant
O|Missing value
P|Provisional value
Q|Missing value; suppressed
S|Strike and any special events
U|Low reliability
V|Unvalidated value
W|Includes data from another category`,
  // CL_FREQ 2.1
  FREQ: `
A|Annual
S|Half-yearly
T|Trimestral
Q|Quarterly
M|Monthly
W|Weekly
D|Daily
B|Business days
H|Hourly
I|Irregular`,
  // CL_ACCOUNT_ENTRY, and the same at Eurostat
  ACCOUNTING_ENTRY: `
A|Assets
B|Balance (credits minus debits)
C|Credit
D|Debit
L|Liabilities
N|Net
CRE|Credit
DEB|Debit
BAL|Balance (credits minus debits)
NET|Net
_Z|Not applicable`,
  // CL_ADJUSTMENT
  ADJUSTMENT: `
N|Neither seasonally nor calendar adjusted
S|Seasonally adjusted
W|Calendar adjusted
Y|Calendar and seasonally adjusted
T|Trend
NSA|Not seasonally adjusted
SCA|Seasonally and calendar adjusted
_Z|Not applicable`,
  OBS_CONF: `
F|Free
N|Not for publication
C|Confidential
D|Secondary confidentiality
S|Secondary confidentiality, not for publication`,
};

/** Other ids of one concept, as agencies write them. */
const SAME: Readonly<Record<string, string>> = {
  COUNT_AREA: 'COUNTERPART_AREA',
  PARTNER: 'COUNTERPART_AREA',
  GEO: 'REF_AREA',
  REPORTER: 'REF_AREA',
  BOP_ITEM: 'INT_ACC_ITEM',
  FLOW_STOCK: 'ACCOUNTING_ENTRY',
  FLOW_STOCK_ENTRY: 'ACCOUNTING_ENTRY',
  STK_FLOW: 'ACCOUNTING_ENTRY',
  S_ADJ: 'ADJUSTMENT',
  OBS_FLAG: 'OBS_STATUS',
  CONF_STATUS: 'OBS_CONF',
  UNIT: 'UNIT_MEASURE',
};

/** The concept that the id of a component names, under one id for all agencies. */
export function conceptOf(id: string): string {
  const upper = id.trim().toUpperCase();
  return SAME[upper] ?? upper;
}

/** The code list of a concept, where it is one of the short ones. */
export function sdmxCodes(concept: string): Classification | undefined {
  const text = LISTS[concept];
  if (text === undefined) return undefined;
  const codes = listOf(text);
  return {
    id: `sdmx-${concept.toLowerCase()}`,
    title: concept,
    concept,
    labels: Object.fromEntries(codes.map(({ code, name }) => [code, name])),
    parents: {},
    order: codes.map(({ code }) => code),
  };
}
