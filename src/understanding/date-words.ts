/** What a date in a text is the date of. `other`: of something that no rule looks at; `none`: nothing tells. */
export type DateRole = 'commissioned' | 'contractStart' | 'contractEnd' | 'other' | 'none';

/** The noun with what became of it: 'the start-up was made'. */
const DONE =
  '\\b(?:(?:commissioning|start(?:ed)?[- ]?up|power(?:ed)?[- ]?up|energi[sz]ation|first start)(?: of (?:our|the|this|my|an?|its|that) [^.,;?!]{2,40}?)?|(?:put|putting|taking|bringing) in(?:to)? (?:service|operation|use)) (?:(?:has been|had been|was|is|were|got) )?(?:(?:\\w+ly|already) )?(?:made|done|carried out|performed|completed|executed|finished|signed off|over)\\b|\\b(?:made|did|done|performed|carried out|executed|completed) (?:the|its|our|their|a|your) (?:commissioning|start[- ]?up|first start)\\b';
/** Nouns in other tongues, which people leave as they are. */
const ABROAD =
  '\\b(?:first start\\b|mise en (?:service|marche|route)|puesta en (?:marcha|servicio)|messa in (?:servizio|funzione|marcia)|(?:entrada em|coloca\\S+ em) (?:opera\\S+|servi\\S+)|comissionamento|uruchomieni\\w+|inbedrijfstelling|ingebruikname|idriftsettelse|k[aä]ytt[oö][oö]notto|inbetriebnahme\\w*|in betrieb (?:genommen|gesetzt|gegangen))';
/** Words that say of themselves that a device was commissioned. */
const NAMES_IT = [
  DONE,
  ABROAD,
  '\\b(?:re-?)?comm?iss?i?on{1,2}\\w*(?: and (?:signed(?: (?:for|off|over))?|handed over|tested|accepted))?',
  "\\bcomm(?:['’]?d)?\\.?(?=[:\\s]*(?:on\\s|in\\s)?$)",
  '\\bcomm(?:issioning)?\\. ?date\\b',
  '\\bnot (?:\\w+ )?(?:commissioned|energi[sz]ed|started up|put into (?:service|operation)) until\\b',
  '\\bstart(?:ed)?[- ]?up\\b',
  '\\bi\\/s\\b',
].join('|');
/** What a device does on that day, and much else as well. */
const STANDS_FOR_IT = [
  '\\b(?:fired|started|brought) (?:it|them|this|her|the (?:\\w+ ){0,2}\\w+) up\\b(?: and (?:signed|handed) (?:it|them|this|her) (?:over|off))?',
  // Into service, into operation.
  '\\b(?:put|taken|brought|placed|set|entered|enters?|came|went|opened) (?:in|into|in to|to) (?:(?:productive|regular|live|full|normal|commercial|continuous|permanent) )?(?:service|operation|use|production|exploitation)\\b|\\bput (?:in\\b(?! (?:an?|the|our|its|your) )|to work\\b)|\\bset to work\\b|\\binto service\\b',
  '\\b(?:took|put|brought|set) (?:it |them |this |her |(?:the|our|this|that|your|their) (?:[\\w-]+ ){1,4})(?:in|into|in to) (?:(?:productive|regular|live|full|normal) )?(?:service|operation|use)\\b',
  '\\bfirst live\\b|\\bin svc\\b|\\bentered (?:(?:productive|regular|live|full|normal|commercial) )?(?:service|operation|production)\\b(?! (?:mode|menu|number|code|contract|agreement))|\\b(?:went|became|made) (?:operational|productive)\\b',
  '\\bin (?:productive |regular |live |full )?(?:service|operation|use|function|production|work)\\b(?! (?:contracts?|plans?|agreements?|partners?|visits?|team|of))',
  '\\b(?:began|started|commenced|took up) (?:operations?|operating|service|work(?:ing)?)\\b|\\blaunched\\b|\\bexploited\\b|\\bup and running\\b|\\bfirst operation\\b|\\bstarted for the first time\\b',
  // On load, on line.
  '\\b(?:put |placed |taken |goes |went |came |brought |runs? |running )?(?:on|under) load\\b|\\b(?:takes?|took|taking|carries|carrying) (?:the |its |over the )?load\\b|\\b(?:cut over|(?:switched|transferred|put) to (?:the |its )?load)\\b|\\bload (?:was |were |has been |been |got )?(?:transferred|switched over|moved over|cut over)\\b(?! (?:back )?(?:to|onto) (?:the |a |an |our )?(?:\\w+ )?(?:bypass|generator|gen-?set|mains|feeder|grid|utility|other|old|sister|second|ups))',
  '\\b(?:put|connected|switched) on (?:the )?(?:net|grid|line)\\b|\\b(?:came|come|comes|brought|went) (?:on line|online|on stream|onstream)\\b',
  '\\b(?:went|switched|put|taken|turned|set) live\\b|\\bgo(?:es)?[- ]live|\\benergi[sz](?:ed|ation)|\\bswitched on\\b|\\b(?:powered|turned|switched) (?:up|on) for the first time\\b',
  // What stands for it where nothing else is told.
  '(?<!battery |batteries |firmware |software |mechanical |physical |electrical |cable )\\binstall(?:ed|ation)\\b|\\bhanded over|\\bhandover',
].join('|');
const STARTED = '(?<=(?:[,;/|]|\\b(?:was|were|been|got))\\s)started(?=\\s*(?:(?:on|in|at)\\s+)?(?:the\\s+)?$)';
const MOVED =
  '\\b(?:postponed|moved|shifted|rescheduled|pushed (?:back|out)|put off|delayed|deferred)(?: again| once more)? (?:to|until|till)\\b';

/**
 * Words for a role, and what must stand with them where that is commissioning. `device`: it, or nothing else that the clause names;
 * `no-contract`: that too, and no contract in the sentence; `commissioning`: that this is what is moved.
 */
export interface CueWords {
  readonly role: DateRole | 'since';
  readonly regex: RegExp;
  readonly needs?: 'device' | 'no-contract' | 'commissioning';
}

/** Words that tell what a date is of. Where two stand equally near, the later in this list gives way. */
export const CUES: readonly CueWords[] = [
  { role: 'commissioned', regex: new RegExp(NAMES_IT, 'gi') },
  { role: 'commissioned', regex: new RegExp(STANDS_FOR_IT, 'gi'), needs: 'device' },
  { role: 'commissioned', regex: new RegExp(STARTED, 'gi'), needs: 'no-contract' },
  { role: 'commissioned', regex: new RegExp(MOVED, 'gi'), needs: 'commissioning' },
  {
    role: 'contractEnd',
    regex:
      /\b(?:(?<!\bwait(?:ing)? )(?:until|till)|valid to|through|expir(?:es?|ing|ed|y)|runs? out|ran out|ends?|ended|ending|end date|(?<!\b(?:came|come|comes|went|go|goes|going|drove|travelled) )up to|lapsed?)\b/gi,
  },
  {
    role: 'contractStart',
    regex:
      /\b(?:(?:not|only) (?:\w+ )?(?:take|come|go|start|begin|run)s? (?:(?:effect|into (?:effect|force)) )?(?:until|from|on)|takes over|kicks? in|takes? effect|took effect|effective|in effect|in force|contract start|start date|start(?:s|ed|ing)?|begin(?:s|ning)?|began|commenc(?:es?|ed|ing)|valid from|runs from|running from|active from|active since|runs since|(?<=\b(?:we|i)(?:['’]ve| have)? )(?:joined|became|become)(?= (?:the |our |an? )?(?:x+ )?(?:plans?|membership)\b))\b/gi,
  },
  {
    role: 'since',
    regex:
      /\b(?:since|from|as of|as from|(?<=\b(?:running|working|operating|operational|live|online|active|load)(?: (?:here|there|now|already))? )for)\b/gi,
    needs: 'device',
  },
  {
    role: 'other',
    regex:
      /\bMD(?=:)|\b(?:decommission\w*|last serviced|serviced|service visit|replaced|swapped|battery|batteries|firmware|support|check again|checked|(?:order|purchase|delivery|shipping|dispatch) (?:form|confirmation|note|number|date|papers?|slip|documents?)|(?<!in )order(?! to)|invoice[ds]?|quote[ds]?|paid|bought|purchased?|deliver\w*|received|shipped|shipment|ordered|signed|manufactured|built|made|produced|inherited|took over|arrived|audit|visit|call(?:ed)?|mail(?:ed)?|wrote|meeting|warranty|inspection)\b/gi,
  },
];
