import type { Classification } from './classification.ts';

/** Economies that publish figures on ICT services, by ISO 3166 alpha-3. Only recognised here; names stand in the file's own column. */
export const isoAreas: Classification = {
  id: 'iso-3166-alpha-3',
  title: 'ISO 3166 economies',
  concept: 'REF_AREA',
  labels: Object.fromEntries(
    (
      'ABW Aruba|AFG Afghanistan|AGO Angola|ALB Albania|AND Andorra|ARE United Arab Emirates|ARG Argentina|ARM Armenia|ATG Antigua and Barbuda|AUS Australia|AUT Austria|AZE Azerbaijan|' +
      'BDI Burundi|BEL Belgium|BEN Benin|BFA Burkina Faso|BGD Bangladesh|BGR Bulgaria|BHR Bahrain|BHS Bahamas|BIH Bosnia and Herzegovina|BLR Belarus|BLZ Belize|BMU Bermuda|BOL Bolivia|BRA Brazil|BRB Barbados|BRN Brunei Darussalam|BTN Bhutan|BWA Botswana|' +
      "CAF Central African Republic|CAN Canada|CHE Switzerland|CHL Chile|CHN China|CIV Côte d'Ivoire|CMR Cameroon|COD Congo, Dem. Rep.|COG Congo|COL Colombia|COM Comoros|CPV Cabo Verde|CRI Costa Rica|CUB Cuba|CYM Cayman Islands|CYP Cyprus|CZE Czechia|" +
      'DEU Germany|DJI Djibouti|DMA Dominica|DNK Denmark|DOM Dominican Republic|DZA Algeria|ECU Ecuador|EGY Egypt|ERI Eritrea|ESP Spain|EST Estonia|ETH Ethiopia|FIN Finland|FJI Fiji|FRA France|GAB Gabon|GBR United Kingdom|GEO Georgia|GHA Ghana|GIN Guinea|GMB Gambia|GRC Greece|GRD Grenada|GTM Guatemala|GUY Guyana|' +
      'HKG Hong Kong|HND Honduras|HRV Croatia|HTI Haiti|HUN Hungary|IDN Indonesia|IND India|IRL Ireland|IRN Iran|IRQ Iraq|ISL Iceland|ISR Israel|ITA Italy|JAM Jamaica|JOR Jordan|JPN Japan|KAZ Kazakhstan|KEN Kenya|KGZ Kyrgyzstan|KHM Cambodia|KIR Kiribati|KNA Saint Kitts and Nevis|KOR Korea|KWT Kuwait|' +
      'LAO Lao PDR|LBN Lebanon|LBR Liberia|LBY Libya|LCA Saint Lucia|LKA Sri Lanka|LSO Lesotho|LTU Lithuania|LUX Luxembourg|LVA Latvia|MAC Macao|MAR Morocco|MDA Moldova|MDG Madagascar|MDV Maldives|MEX Mexico|MKD North Macedonia|MLI Mali|MLT Malta|MMR Myanmar|MNE Montenegro|MNG Mongolia|MOZ Mozambique|MRT Mauritania|MUS Mauritius|MWI Malawi|MYS Malaysia|' +
      'NAM Namibia|NER Niger|NGA Nigeria|NIC Nicaragua|NLD Netherlands|NOR Norway|NPL Nepal|NZL New Zealand|OMN Oman|PAK Pakistan|PAN Panama|PER Peru|PHL Philippines|PNG Papua New Guinea|POL Poland|PRT Portugal|PRY Paraguay|PSE Palestine|QAT Qatar|ROU Romania|RUS Russia|RWA Rwanda|' +
      'SAU Saudi Arabia|SDN Sudan|SEN Senegal|SGP Singapore|SLE Sierra Leone|SLV El Salvador|SRB Serbia|SUR Suriname|SVK Slovakia|SVN Slovenia|SWE Sweden|SWZ Eswatini|SYC Seychelles|SYR Syria|TCD Chad|TGO Togo|THA Thailand|TJK Tajikistan|TKM Turkmenistan|TLS Timor-Leste|TTO Trinidad and Tobago|TUN Tunisia|TUR Türkiye|TZA Tanzania|' +
      'UGA Uganda|UKR Ukraine|URY Uruguay|USA United States|UZB Uzbekistan|VCT Saint Vincent and the Grenadines|VEN Venezuela|VNM Viet Nam|VUT Vanuatu|WSM Samoa|YEM Yemen|ZAF South Africa|ZMB Zambia|ZWE Zimbabwe'
    )
      .split('|')
      .map((entry) => [entry.slice(0, 3), entry.slice(4)]),
  ),
  parents: {},
  order: [],
};
