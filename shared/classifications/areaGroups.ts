/**
 * Groups of areas, one a line: code, name, other spellings. They are never added to or ranked beside their members.
 * Sources: World Bank country and lending groups (WDI, 2026: three letters), UN M49 regions (numbers), SDMX and Eurostat area codes (W0, EU27_2020).
 */
export const AREA_GROUPS = `
WLD|World|World total|All countries|All economies|Total world
AFE|Africa Eastern and Southern
AFW|Africa Western and Central
ARB|Arab World
CEB|Central Europe and the Baltics
CSS|Caribbean small states
EAP|East Asia & Pacific (excluding high income)
EAR|Early-demographic dividend
EAS|East Asia & Pacific
ECA|Europe & Central Asia (excluding high income)
ECS|Europe & Central Asia
EMU|Euro area|Euro zone|Eurozone|EA
EUU|European Union|EU|European Union (27 countries)
FCS|Fragile and conflict affected situations
HIC|High income|High-income economies|High income countries
HPC|Heavily indebted poor countries (HIPC)
IBD|IBRD only
IBT|IDA & IBRD total
IDA|IDA total
IDB|IDA blend
IDX|IDA only
INX|Not classified
LAC|Latin America & Caribbean (excluding high income)
LCN|Latin America & Caribbean|Latin America & the Caribbean
LDC|Least developed countries: UN classification|Least developed countries|LDCs
LIC|Low income|Low-income economies
LMC|Lower middle income|Lower-middle-income economies
LMY|Low & middle income
LTE|Late-demographic dividend
MEA|Middle East, North Africa, Afghanistan & Pakistan|Middle East & North Africa
MIC|Middle income|Middle-income economies
MNA|Middle East, North Africa, Afghanistan & Pakistan (excluding high income)|Middle East & North Africa (excluding high income)
NAC|North America
OED|OECD members|OECD|OECD - Total
OSS|Other small states
PRE|Pre-demographic dividend
PSS|Pacific island small states
PST|Post-demographic dividend
SAS|South Asia
SSA|Sub-Saharan Africa (excluding high income)
SSF|Sub-Saharan Africa
SST|Small states
TEA|East Asia & Pacific (IDA & IBRD countries)
TEC|Europe & Central Asia (IDA & IBRD countries)
TLA|Latin America & the Caribbean (IDA & IBRD countries)
TMN|Middle East, North Africa, Afghanistan & Pakistan (IDA & IBRD)|Middle East & North Africa (IDA & IBRD countries)
TSA|South Asia (IDA & IBRD)
TSS|Sub-Saharan Africa (IDA & IBRD countries)
UMC|Upper middle income|Upper-middle-income economies
002|Africa
019|Americas|America
142|Asia
150|Europe
009|Oceania
011|Western Africa
014|Eastern Africa
015|Northern Africa
017|Middle Africa
018|Southern Africa
005|South America
013|Central America
021|Northern America
029|Caribbean
030|Eastern Asia
034|Southern Asia
035|South-eastern Asia
039|Southern Europe
053|Australia and New Zealand
143|Central Asia
145|Western Asia
151|Eastern Europe
154|Northern Europe
155|Western Europe
419|Latin America and the Caribbean (UN)
432|Landlocked developing countries|LLDCs
722|Small island developing states|SIDS
ASEAN|ASEAN|Association of South-East Asian Nations
BRICS|BRICS
G20|G20|G-20
G7|G7|G-7
SAARC|SAARC
DEVELOPED|Developed economies|Developed countries|Advanced economies
DEVELOPING|Developing economies|Developing countries|Emerging market and developing economies
TRANSITION|Transition economies|Economies in transition
W0|World (all entities)
W1|Rest of the world|ROW
WRL_REST|Rest of the world (Eurostat)
EU27_2020|European Union - 27 countries (from 2020)
EU28|European Union - 28 countries (2013-2020)
EU27_2007|European Union - 27 countries (2007-2013)
EA20|Euro area - 20 countries (from 2023)|Euro area – 20 countries (2023-2025)
EA19|Euro area - 19 countries (2015-2022)
EA21|Euro area - 21 countries (from 2026)
EXT_EU27_2020|Extra-EU27 (from 2020)
EXT_EU28|Extra-EU28
EXT_EA20|Extra-euro area - 20 countries
EXT_EA19|Extra-euro area - 19 countries
INT_EU27_2020|Intra-EU27 (from 2020)
`;
