import { type Classification, listOf } from './classification.ts';
import { nameKey } from './nameKey.ts';

/**
 * Services of the balance of payments, one a line: code of the SDMX list (CL_INT_ACC_ITEM), item number of BPM6 and EBOPS 2010 ('' where it has none),
 * name, other spellings. Sources: UN, Manual on Statistics of International Trade in Services 2010, annex I (pp. 145-148); IMF, BPM6 table 10.1; the BOP data structure of SDMX.
 * A parent is the code without its last mark; SOX alone leaves government out of S.
 */
const LIST = `
S||Services|Total services|Services, total|All services
SOX||Commercial services|Services excluding government goods and services n.i.e.
SA|1|Manufacturing services on physical inputs owned by others|Manufacturing services on inputs owned by others
SB|2|Maintenance and repair services n.i.e.|Maintenance and repair services
SC|3|Transport|Transport services|Transportation
SC1|3.1|Sea transport
SC2|3.2|Air transport
SC3|3.3|Other modes of transport
SC4|3.4|Postal and courier services
SD|4|Travel|Travel services
SDA|4.1|Business travel
SDB|4.2|Personal travel
SE|5|Construction|Construction services
SE1|5.1|Construction abroad
SE2|5.2|Construction in the reporting economy
SF|6|Insurance and pension services|Insurance services
SF1|6.1|Direct insurance
SF2|6.2|Reinsurance
SF3|6.3|Auxiliary insurance services
SF4|6.4|Pension and standardised guarantee services|Pension and standardized guarantee services
SG|7|Financial services
SG1|7.1|Explicitly charged and other financial services
SG2|7.2|Financial intermediation services indirectly measured (FISIM)|FISIM
SH|8|Charges for the use of intellectual property n.i.e.|Charges for the use of intellectual property
SI|9|Telecommunications, computer, and information services
SI1|9.1|Telecommunications services|Telecommunications
SI2|9.2|Computer services
SI21|9.2.1|Computer software|Computer software services
SI22|9.2.2|Other computer services
SI3|9.3|Information services
SI31|9.3.1|News agency services
SI32|9.3.2|Other information services
SJ|10|Other business services
SJ1|10.1|Research and development services|R&D services
SJ2|10.2|Professional and management consulting services
SJ21|10.2.1|Legal, accounting, management consulting, and public relations services|Legal, accounting, management consulting and public relations
SJ22|10.2.2|Advertising, market research, and public opinion polling services|Advertising, market research and public opinion polling
SJ3|10.3|Technical, trade-related, and other business services
SJ31|10.3.1|Architectural, engineering, scientific, and other technical services
SJ32|10.3.2|Waste treatment and depollution, agricultural and mining services
SJ33|10.3.3|Operating leasing services|Operating leasing
SJ34|10.3.4|Trade-related services
SJ35|10.3.5|Other business services n.i.e.
SK|11|Personal, cultural, and recreational services
SK1|11.1|Audiovisual and related services
SK2|11.2|Other personal, cultural, and recreational services
SL|12|Government goods and services n.i.e.|Government goods and services|Government services n.i.e.
`;

const items = listOf(LIST).map(({ code, name: number, others: [label = '', ...names] }) => ({
  code,
  number,
  label,
  names,
}));
const codes = new Set(items.map(({ code }) => code));

/** Items of trade in services, by SDMX code. A code counts only where it stands whole, in a column of items: "SI3_AGG - TO" is no service. */
export const ebops2010: Classification = {
  id: 'ebops-2010',
  title: 'Services (EBOPS 2010, BPM6)',
  concept: 'INT_ACC_ITEM',
  labels: Object.fromEntries(items.map(({ code, label }) => [code, label])),
  parents: Object.fromEntries(
    items.flatMap(({ code }) => {
      const parent = parentOf(code);
      return parent === undefined ? [] : [[code, parent]];
    }),
  ),
  order: items.map(({ code }) => code),
  otherCodes: new Map(items.flatMap(({ code, number }) => (number === '' ? [] : [[number, code]]))),
  names: new Map(
    items.flatMap(({ code, label, names }) =>
      [label, ...names].map((one): [string, string] => [nameKey(one), code]),
    ),
  ),
  columnNames:
    /(^|[^a-z])((int_?acc_?|bop_?|ebops_?)?items?|ebops|bpm6?|services?|products?|sectors?|categor(y|ies)|segments?|series|components?|description)($|[^a-z])/i,
};

function parentOf(code: string): string | undefined {
  for (let end = code.length - 1; end > 0; end--)
    if (codes.has(code.slice(0, end))) return code.slice(0, end);
  return undefined;
}
