import { type Evidence, type NameVotes, OTHER_HOSTS } from './name-votes.ts';

const WORD =
  "(?:\\p{Lu}[\\p{L}\\p{N}_&’'-]*(?:\\.(?:com|io|org|net|ai|dev|app|js|tv|me|so|sh|to|im|fm|us|co|world|cloud)\\b)?|[a-z]\\w+[A-Z]\\w*|\\d{1,3}[A-Za-z]{3,}\\w*)";
const NAME = `(${WORD}(?: (?:${WORD}|&)){0,3})`;
const ACTS = new RegExp(
  `(?:^|[.;:,(“"]\\s*|\\b(?:and|that|if|by|or|then|to|from|with|of|as|when|where|because|whether|unless|agree)\\s+)${NAME}\\s+(?=(?:may|will|shall|reserves?|is not|are not|does not|do not|cannot|can|has the|have the|grants?|provides?|collects?|makes? (?:no|available)|disclaims?|assumes? no|offers?|retains?|owns?|is (?:a|committed|the provider)|believes?|takes?|respects?|requires?|expects?)\\b)`,
  'gu',
);
const OWNS = new RegExp(
  `${NAME}(?:[’']s?)? (?:[Ss]ervices?|[Pp]latform|[Ww]ebsites?|[Ss]ites?|[Aa]ccounts?|[Pp]roducts?|[Aa]pps?|[Ss]oftware|API|[Tt]eam|[Uu]sers?|[Cc]ustomers?|community|affiliates|employees|property|systems?|network|trademarks?)\\b`,
  'gu',
);
const BESIDE = new RegExp(
  `\\b(?:(?:agreement|contract|between)[^.;]{0,30} (?:you and|with|and)|[Ww]elcome to|[Uu]sing|[Uu]se of|[Uu]se|[Aa]ccess(?:ing)?(?: to)?|[Cc]ontact(?:ing)?|[Nn]otify|[Ii]ndemnify(?: and hold harmless)?|[Hh]old|[Gg]rant(?:ing)?|[Aa]uthori[sz]e|[Pp]ay|provided by|operated by|offered by|owned by)(?: the)? ${NAME}`,
  'gu',
);
const SAYS = new RegExp(
  `\\b(?:We are|We[’']re) ${NAME}(?=[,.]| (?:Inc|LLC|Ltd|Limited|plc|GmbH)\\b)|${NAME},? ?(?:Inc\\.?|LLC|Ltd\\.?|Limited|GmbH|Corporation|Corp\\.?)?,? ?\\((?:[^()]{0,60}[\\s(,])?[“"'](?:[Ww]e|[Uu]s|[Oo]ur|(?:the )?Company|Provider)[”"',]|(?:©|\\bCopyright\\b)[^A-Za-z]{0,20}${NAME}`,
  'gu',
);
/** A name in the middle of a sentence. What has an article or an owner before it is a thing that the text defines. */
const MIDDLE = new RegExp(
  `(?<=[a-z,] )(the |The |an? |any |such |this |these |your |our |each |all |its |their )?${NAME}`,
  'gu',
);
/** A small letter at the start of a sentence, where every other begins with a capital: a name that is written so. */
const SMALL =
  /(?:^|[.!?] )([a-z][a-z0-9]{1,14}(?:\.(?:com|io|org|net|ai|dev|app))?)(?:[’']s \w+)? (?=(?:may|will|shall|reserves|is not|does not|cannot|can|has the|grants|provides|collects|makes|disclaims|offers|retains|owns|and its)\b)/gu;
const DOMAIN = /\b([a-z][a-z0-9-]{1,30})\.(?:com|io|org|net|co|ai|cn|dev|app|cloud|eu|us|de|uk)\b/giu;
/** A name written small, where it has what only whoever provides has, or stands where only a name does. */
const SMALL_NAME = '([a-z][a-z0-9]{2,14}(?:\\.(?:com|io|org|net|ai|dev|app|js|me|co|world|cloud))?)';
const SMALL_BESIDE = new RegExp(
  `\\b(?:between (?:you and|the customer and)|agreement with|contract with|welcome to|provided by|operated by|offered by|owned by) ${SMALL_NAME}(?=[ ,.’'])`,
  'giu',
);
const SMALL_OWNS = new RegExp(
  `(?<![\\w.@/-])${SMALL_NAME}[’']s (?:services?|platform|website|terms|privacy|users?|customers?|team|products?)\\b`,
  'gu',
);
const SMALL_SAYS = new RegExp(
  `(?<![\\w.@/-])${SMALL_NAME},? ?(?:Inc\\.?|LLC|Ltd\\.?|Limited|GmbH|Corp\\.?|B\\.V\\.)?,? ?\\([^()]{0,40}[“"'](?:[Ww]e|[Uu]s|[Oo]ur)[”"',]`,
  'gu',
);
/** Words of a sentence that are written small. */
const SMALL_WORDS =
  /^(?:the|our|your|their|its|this|that|these|those|each|any|all|use|using|user|customer|client|party|person|company|provider|website|service|services|other|another|someone|everyone|nobody|such|you|him|her|them|one|third|people|partner|member|vendor|supplier|licensor|employer|anyone|today|yesterday|state|country|his|her|child|parent|seller|buyer|owner|author|holder)$/u;

/** Words that begin a sentence or join its parts: none of the name that follows them. */
const BEFORE_NAME =
  /^(?:(?:The|This|These|Those|That|Any|All|If|In|No|None|Each|Either|Neither|It|They|Such|You|Your|We|Us|Our|My|I|He|She|There|What|Who|Which|Some|Other|Nothing|Please|Upon|On|At|By|For|From|With|When|Where|While|However|Additionally|Accordingly|Furthermore|Therefore|Further|Unless|Except|After|Before|During|Until|Once|Also|And|Or|But|Not|As|So|To|Of|Using|Subject|Welcome|Contact|Dear|Although|Because|Since|Whether|Thus|Hence|Then|Under|Through|Without|Within|Copyright|How|Why|Does|Do|Is|Are|Can|May|Will|About) )+/u;
/** What no provider is called: words of a sentence, other people, things, months, courts. Names of these words alone are nobody's. */
const OTHERS = new RegExp(
  `^(?:(?:${[
    'The|This|These|Those|That|Any|All|If|In|No|None|Each|Either|Neither|It|They|Such|You|Your|We|Us|Our|My|I|He|She|There|What|Who|Which|Some|Other|Nothing|Please|Upon|On|At|By|For|From|With|When|Where|While|However|Additionally|Accordingly|Furthermore|Therefore|Further|Unless|Except|After|Before|During|Until|Once|Also|And|Or|But|Not|As|So|To|Of|Use|Using|Used|Subject|Welcome|Contact|Dear',
    'Organi[sz]ations?|Institutions?|Entit(?:y|ies)|Users?|Customers?|Clients?|Subscribers?|Members?|Licensees?|Registrants?|Partners?|Merchants?|Resellers?|Developers?|Publishers?|Advertisers?|Affiliates?|Affected|Part(?:y|ies)|Third|Company|Provider|Supplier|Licensor|Vendor|Sub-?processors?|Processors?|Controllers?|Contractors?|Consultants?|Employees?|Employers?|Administrators?|Visitors?|Hosts?|Creators?|Contributors?|Recipients?|Discloser|People|Everyone|Anyone|Nobody|Consumers?|Sellers?|Buyers?|Owners?|Agents?|Individuals?|Persons?|Business(?:es)?|Principals?|Shippers?|Carriers?|Forwarders?|Acquirers?|Issuers?|Insurers?|Less(?:or|ee)s?|Borrowers?|Lenders?|Tenants?|Landlords?|Guests?|Players?|Students?|Participants?|Registrars?|Regist(?:ry|ries)|Cardholders?',
    'Data|Personal|Confidential|Information|Materials?|Orders?|Fees?|Tax(?:es)?|Payments?|Services?|Software|Content|Contents|Websites?|Web|Sites?|Platforms?|Apps?|Applications?|Products?|Accounts?|Terms?|Agreements?|Polic(?:y|ies)|Sections?|Articles?|Exhibit|Annex|Schedule|Appendix|Addendum|Subscriptions?|Support|Documentation|Notices?|Rights?|Property|Marks?|Dates?|Periods?|Forms?|Credits?|Levels?|Programs?|Plans?|Feedback|Documents?|Events?|Technolog(?:y|ies)|Works?|Derivative|Inputs?|Outputs?|Features?|Functionality|Tools?|Portal|Dashboard|Address|Statements?|Requests?|Guidelines?|Codes?|Conduct|Conditions?|Rules?|Standards?|Purchases?|Sales?|Trials?|Evaluation|Pre-Release|Beta|Releases?|Versions?|Updates?|Upgrades?|Maintenance|Downtime|Uptime|Availability|Errors?|Monthly|Annual|Billing|Invoices?|Refunds?|Cookies?|Introduction|Overview|Registration|Domain|Names?|Email|Files?|Projects?|Reports?|Tests?|Systems?|Networks?|Devices?|Hardware|Equipment',
    'Practices?|Marketplace|E-?[Cc]ommerce|Checkout|Wallet|Cards?|Stores?|Shops?|Community|Forum|Blog|Newsletter|Training|Courses?|Exams?|Certificates?|Delivery|Shipping|Returns?|Cancel[l]?ation|Termination|Suspension|Pricing|Discounts?|Promotions?|Rewards?|Contests?|Referrals?|Programmes?|Games?|Items?|Virtual|Goods|Coins|Tokens?|Internet|Broadband|Phone|Installation|Enterprise|Professional|Basic|Premium|Starter|Editions?|Workspaces?|Instances?|Clusters?|Regions?|Backups?|Storage|Hosting|Servers?|Databases?|Prices?|Charges?|Deposits?|Carriage|Hire|Rentals?|Employment|Participation|Enrol?ment|Membership|Warehousing',
    'Security|Incidents?|Breach(?:es)?|Processing|Protection|Transfers?|Contractual|Clauses?|Authori(?:ty|ties|sed|zed)|Regulations?|Acts?|Laws?|Courts?|States?|Force|Majeure|Loss(?:es)?|Claims?|Liabilit(?:y|ies)|Failures?|Access|Disclosing|Receiving|Intellectual|Trademarks?|Copyrights?|Patents?|Trade|Secrets?|Licen[cs]es?|Grants?|Warrant(?:y|ies)|Indemnit(?:y|ies)|Indemnified|Indemnifying|Disputes?|Arbitration|Mediation|Arbitrators?|Governing|Jurisdiction|Venue|Class|Actions?|Waivers?|Limitations?|Exclusions?|Remed(?:y|ies)|Damages|General|Entire|Effective|Last|Updated|Additional|Special|Standard|Specific|Certain|Commercial|Free|Paid|End|Service|Public|Private|Privacy|Prohibited|Restricted|Permitted|Total|Total|Initial|Renewal|Early|Acceptable|Ministry|Secretary|Commission|Union|Judicial|Pro|Statement|Code|Frequently|Asked|Questions',
    'AAA|JAMS|American|European|EU|United|Kingdom|California|Delaware|York|England|Wales|Ireland|English|Chinese|China|Hong|Kong|SLA|APIs?|ID|IP|IT|II|III|IV|US|USA|UK|FAQs?|URLs?|HTML|PDF|GDPR|CCPA|DMCA|DPA|AUP|NOT|AND|ANY|ALL|THE|OUR|YOU|YOUR|CDN|SDK|SSL|DNS|VPN|TLS|HTTPS?|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Friday|Sunday',
  ].join('|')}|[A-Z]|\\d+|&)(?: |$))+$`,
  'u',
);
const LINKS = /^(?:and|or|but|which|who|that|it|they|we|you|he|she|this|these|there|what|nothing|if|e|g|i|etc|a|the)$/u;
const TAIL =
  /(?: (?:Services?|Terms|Policy|Agreement|Platform|Website|Site|Account|Product|Products|Software|Team|API|Users?|Customers?|Inc|LLC|Ltd|and|&))+$/u;

/** Takes the evidence of an English text. */
export function englishEvidence(text: string, votes: NameVotes): void {
  if (!/[A-Za-z]{3} [A-Za-z]/.test(text)) return;
  const add = (name: string | undefined, evidence: Evidence): void => {
    const own = (name ?? '')
      .replace(BEFORE_NAME, '')
      .replace(/[’']s?$/u, '')
      .replace(TAIL, '');
    if (own.length < 2 || OTHERS.test(own) || !/\p{Ll}|^[\p{Lu}\d&]{2,6}$/u.test(own)) return;
    votes.add(own, evidence);
  };
  for (const [, name] of text.matchAll(ACTS)) add(name, 'acts');
  for (const [, name] of text.matchAll(OWNS)) add(name, 'owns');
  for (const [, name] of text.matchAll(BESIDE)) add(name, 'beside');
  for (const match of text.matchAll(SAYS))
    add(
      match.slice(1).find((name) => name !== undefined),
      'says',
    );
  for (const [, name = ''] of text.matchAll(SMALL)) if (!LINKS.test(name)) votes.add(name, 'acts');
  const small = (name: string | undefined, evidence: Evidence): void => {
    if (name !== undefined && !LINKS.test(name) && !SMALL_WORDS.test(name)) votes.add(name, evidence);
  };
  for (const [, name] of text.matchAll(SMALL_BESIDE)) if (name === name?.toLowerCase()) small(name, 'beside');
  for (const [, name] of text.matchAll(SMALL_OWNS)) small(name, 'owns');
  for (const [, name] of text.matchAll(SMALL_SAYS)) small(name, 'says');
  for (const [, article, name] of text.matchAll(MIDDLE)) add(name, article === undefined ? 'bare' : 'thing');
  for (const { 1: host = '', index } of text.matchAll(DOMAIN))
    if (!OTHER_HOSTS.test(host)) votes.host(host, /@(?:[\w-]+\.)*$/u.test(text.slice(Math.max(0, index - 40), index)));
}

/** Whether an English name is nobody's. */
export const isEnglishOther = (name: string): boolean => OTHERS.test(name);
