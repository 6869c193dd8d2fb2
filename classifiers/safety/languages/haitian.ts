/**
 * Danger in Haitian Creole, with and without accents and apostrophes.
 * @module
 */
import { inOrder, near } from '../../language/pattern.ts'
import type { DangerWords } from '../words.ts'

const person =
  "moun|mesye|madanm|nonm|neg|fi|fanm|gason|jenn|granmoun|vye|vwazen|vwazin|(?:manman|papa|mari|se|fre|zanmi|tonton|matant|grann|granpe|timoun|tibebe) ?(?:m|mwen|nou|'m)|ouvriye|chofe|li"
const child = 'ti ?moun|pitit|ti ?bebe|bebe|ti ?fi|ti ?gason|neve|nyes'
const building = 'kay|bilding|miray|mi|plafon|twati|do kay|balkon|galri|pon|echafodaj|eskalye|planche|betonaj'

export const haitian: DangerWords = {
  harmless: [
    "(?:tiyo ponpye|bouch dife|kamyon ponpye|estasyon gaz|estasyon gazolin|gazolin|pri gaz|bil gaz|fe ?dife|fe (?:d'artifice|datifis)|dife atifis|estasyon ponpye|siyal dife|dife (?:wouj|siyal|trafik|sikilasyon))",
    'dife ?(?:wouj|ve|trafik) (?:la|a)?',
    'pa (?:yon )?ijans',
    '(?:chen|chat|bet|rat|ekirey|zwazo|raton|sourit|animal) (?:\\w+ )?(?:mouri|blese|pedi|disparet)',
    'lafimen (?:sigaret|mariwana|babekyou)',
    '(?:bezwen|pa gen|enstale) (?:yon )?(?:detekte|alam) (?:lafimen|monoksid)(?: kabon)?',
    ...near(
      'bri|sel|chale|fredi|fret|sant|ode|twou|trafik|mizik|nej|lwaye|taks|konstriksyon|moustik|klaksonn',
      'touye|mouri|neye',
    ),
    '(?:yon|kek) (?:moun|timoun) (?:pral|ka|gen pou|ap fini pa|kapab) (?:mouri|blese|tonbe|frape|touye)',
    'mouri (?:grangou|ak (?:grangou|fredi|chale|anvi|ri)|pou (?:yon|gen))|eksplozyon (?:rat|sourit|fatra|grafiti|ravet)|(?:neye|nwaye) (?:nan|anba) (?:fatra|nej|det|papye)',
    'touye (?:gazon|zeb|plant|pyebwa|kawotchou|machin|rat|biznis|fle|do)',
    '(?:kab|kable|fil|liy) (?:entenet|telefon|televizyon|tv|comcast|verizon)',
    '(?:lisans|pemi) (?:\\w+ )?(?:\\w+ )?zam|zam (?:jwet|dlo)',
    'lafimen (?:babekyou|babekyu|sigaret|mariwana|kizin|restoran|bis|kamyon|griy)',
    'eskalye ijans|(?:ap|yo) kraze (?:vye |ansyen )?kay|(?:sant|ode) fatra|kraze (?:bwat|poto|bare|kloti|pano)|gazon|(?:pot|soti|limye|telefon|machin) (?:ijans|sekou)|kamyon ponpye|tiyo (?:dife|ponpye)|estasyon (?:polis|lapolis)|limye wouj',
    '(?:alam|detekte) (?:lafimen|dife|monoksid)(?: \\w+)? ~ (?:batri|bip|gratis|nef|enstale)|(?:jwenn|achte|bezwen) yon (?:detekte|alam)|alam machin',
    '(?:chen|chat|rat|pijon|zwazo|rakoun|raton|ekirey|bet|sourit|kabrit) ~ (?:pedi|kraze|mouri|blese|neye|kole)',
  ],
  lasting: [
    ...near(
      'gaz|propan',
      'santi|sant|ode|pran sant|chape|koule|fwit|soti|sifle|kase|pete|koupe|plen|ap monte',
    ),
    'ze pouri',
    ...near(
      'monoksid|monoxid|(?:detekte|alam) (?:co|kabon)',
      'sonnen|sone|tet (?:nou|mwen|m|li) (?:ap )?vire|vomi|fe mal|rele|pa sispann|wo|toudi\\w*|mal|domi',
    ),
    ...near(
      child,
      'disparet|pedi|pa (?:janm )?(?:retounen|tounen|rive|rantre)|femen (?:nan|anndan)|pou kont li|poukont li|kontre l|kidnape',
    ),
    ...near('pa (?:ka )?(?:jwenn|we)|pedi|yo (?:pran|vole|kidnape)|kidnape', child),
    'plen gaz|gaz ~ (?:tet|vire|vomi)',
    ...near('lage men|pa we (?:l|li)|sove|chape', 'ti ?fi|pitit|timoun|ti ?gason', 45),
  ],
  sudden: [
    '(?:santi|pran sant|pran odè|pran ode|sant|ode) (?:\\w+ )?(?:\\w+ )?gaz',
    'gaz (?:ap|la ap|la|k ap|kap) (?:koule|chape|soti|santi|fwit)',
    '(?:fwit|koule|flit|fuit) gaz',
    'monoksid\\w*|monoxyd\\w*',
    '(?:dife|pran dife|boule|brile|lafimen|flanm|flam)',
    'eksplo\\w*|esplo\\w*|bonm|pete anle|ap pete|sote anle',
    '(?:fil|kab|liy) (?:\\w+ )?(?:\\w+ )?(?:tonbe|ate|pann|kase|chire|etensel|nan lari|sou twotwa|atè)|etensel|etinsel|elektrokite|kouran (?:pran|frape|sezi)',
    '(?:pa|paka|pa ka|sispann|p ap|pap) (?:respire|pran souf|reveye|reyaji|bouje)',
    'endispoze|pedi konesans|san konesans|tonbe (?:malad|endispoze|ate)|kriz (?:kadyak|ke|kado)|kriz ke|senyen|ap senyen|ap mouri|ap neye|neye|nwaye|ap nwaye|tonbe nan (?:dlo|larivye|lanme|twou|egou)|kadav|toufe|ap toufe',
    '(?:moun|nonm|fanm|gason|timoun|pitit|granmoun|misye|madanm|tifi|tigason) (?:\\w+ )?(?:\\w+ )?(?:blese|ate|atè|mouri|kouche ate|frape|endispoze|kwense|bloke anba)',
    'blese|aksidan|machin (?:frape|chavire|kraze|touye)|frape yon (?:moun|timoun|fanm|gason|nonm)|kolizyon',
    '(?:tande tire|ap tire|yo tire|moun tire|tire (?:sou|moun|bal)|kout zam|kout bal|kout fizi|bal ap tire|tiraj|kout kouto|kout ponya|ponyade|pwaye)',
    '(?:gen|ak|rale|kenbe|pote) (?:yon )?(?:zam|kouto|revolve|fizi|manchet|pistole|ponya)|zam|ame|kouto|revolve',
    '(?:ap|k ap|kap) bat (?:mwen|m|yon|moun|li|l|madanm|fanm|timoun|pitit|nou|yo|manman|se|fre)(?! do)|(?:ap|k ap|kap) (?:goumen|atake|vole|kadejak|touye|etrangle|menase|pousuiv|dechire|agrese)(?! (?:do|kat))|ap goumen|vyole|kadejak|vyol|vyolans|vyolans domestik|bat (?:madanm|fanm|timoun|pitit)|atake (?:mwen|m|yon|l|li|moun)|kidnape?|kidnapin\\w*|vole (?:ap )?antre|vol[ee] nan kay|volè|(?:pral|vle|ap) touye (?:mwen|m|nou|li|l|moun|yon|madanm)|asasen|sasinen|batay',
    '(?:timoun|pitit|bebe|ti bebe|tifi|tigason|ti gason|ti fi) (?:\\w+ )?(?:\\w+ )?(?:disparet|disparèt|pedi|pedu|femen nan machin|tonbe)',
    '(?:pa (?:jwenn|we|ka jwenn)|pedi|vole|pran) (?:pitit|timoun|bebe) (?:mwen|m|nou|fi|gason|li)',
    '(?:kay|bilding|mi|miray|pon|twati|plafon|balkon|echafo|do kay|batiman) (?:\\w+ )?(?:\\w+ )?(?:tonbe|efondre|kraze|anfonse|vide)',
    'efondre',
    '(?:rele|voye|bezwen|bay) (?:yon |mwen )?(?:anbilans|lapolis|polis|ponpye|911|sekou)',
    'anmwe|amwe|osekou|o sekou|sekou|ijans|ede (?:mwen|nou) (?:vit|souple vit)',
    ...near(
      'fil|kab|liy elektrik|kouran',
      'tonbe|ate|trennen|pann|kase|chire|etensel|mitan lari|boule|sote|vivan',
    ),
    ...near('poto|transfomate|priz|lanp|kontwole', 'etensel|eklate|pete|dife|lafimen|kouran|sezi|voye'),
    'kouran (?:an )?(?:pran|frape|sezi|touye)|pran yon (?:chok|kout kouran)|chok elektrik',
    ...near('dife|flanm|flam', `gen|pran|mete|soti|fenet|${building}|machin|fatra|rak bwa`),
    ...near(
      `${building}|machin|kamyon|boutik|magazen|kizin|fatra|pyebwa`,
      'ap boule|boule|pran dife|ap brile',
    ),
    ...near('lafimen', `soti|nwa|anpil|gwo|monte|${building}|fenet|koulwa`),
    ...near('alam dife', 'sonnen|ap sone'),
    ...near(
      person,
      'endispoze|pa (?:ka )?(?:bouje|respire|reponn|reveye|reyaji)|pap (?:respire|bouje|reveye|reponn)|san konesans|pedi konesans|kriz|kadyak|konvilsyon|senyen|toufe|trangle|kouche ate|tonbe ate|ble',
    ),
    '(?:lestomak|kè|ke|pwatrin) (?:li|m|mwen)? ?(?:ap )?(?:fe|ap fe) ?(?:l|li|m|mwen)? ?mal|paka respire|pa ka respire|souf (?:kout|koupe)|ap akouche|atak',
    '(?:ap|k ap|vin) (?:bat|suiv|swiv|menase|atake|pousib|pousuiv|vyole|trangle|touye|kase pot|fose)(?: \\w+)? ?(?:mwen|m|nou|li|l|yon)(?! mal)|kou (?:ak|sou)|goumen ak',
    ...near(
      'pot|kay|fenet|apatman',
      'ap kase|fose|antre (?:lakay|nan kay|san)|kraze pot|kout pye|kase pot|vole nan',
    ),
    '(?:vle|pral|ap|di l ap) touye (?:m|mwen|nou|l|li|moun)|ap (?:rele|kriye) (?:sekou|anmwe|osekou)',
    ...near(
      'zam|kouto|manchet|revolve|fizi|pistole|ponya|rach',
      `menase|ak yon|rale|nan men|pwente|mete|kenbe|jwenn|mache|${person}`,
    ),
    '(?:ap|yo) tire(?! (?:sant|foto|pot))|tire (?:bo|sou|nan|devan)|kout (?:zam|bal|fizi|kouto)|bal|ponyade',
    '(?:machin|bis|kamyon|moto|tren) (?:la |an |a )?(?:frape|kraze|pase sou|ranvese|rantre nan) (?:yon|de|twa|pitit|manman|fre)',
    ...near(
      'aksidan|machin|bis|kamyon|moto|bisiklet|chofe',
      'blese|bloke|kwense|chavire|vire|gwo|grav|san|frape|kraze (?:yon|de)',
    ),
    ...near(person, 'ap neye|ap nwaye|nan dlo|pa konn naje|koule'),
    `(?:${child}|${person}) (?:\\w+ )?(?:tonbe|glise|sote|antre) (?:\\w+ )?(?:nan|anndan|sou) (?:yon )?(?:lak|dlo|rivye|lanme|pisin|pi|twou|egou|glas|basen|ray|pò|po)`,
    ...near(building, 'efondre'),
    inOrder(building, 'vin tonbe|tonbe (?:sou|nan|ate)|anfonse|ap tonbe|tonbe', 20),
    '(?:moun|nou|li|yon) (?:anba|kwense anba|anba dekonb)|dekonb',
    'tonbe (?:sek|red)|pa (?:ka )?leve|pedi konesans|(?:ak )?mask k ap|ap vole (?:boutik|magazen|moun|kay)|anpil san|san ap koule|arete kadyak|ap akouche|kim nan bouch|mode pa',
    ...near('vin pal|bouch (?:li )?kwochi', 'pa (?:ka )?pale|swe', 30),
    'pa ka pale(?! (?:ak|angle|franse|kreyol))',
  ],
  crisis: [
    "(?:touye|tiye|tuye) tet ?(?:mwen|mw|m|li|l|yo|'m|ou)",
    '(?:pann|nwaye|koupe|blese) tet (?:mwen|mw|m|li|l)',
    '(?:vle|pral|anvi|pito|ta renmen) (?:mouri|touye tet\\w*)',
    'pa (?:vle|anvi|ka) (?:viv|viv anko|viv ankò)',
    'pa (?:vle|anvi) viv',
    'fini ak (?:lavi|vi) (?:mwen|m|sa|li|l)',
    'swisid\\w*',
    'suisid\\w*',
    '(?:ovedoz|ovedòz|overdoz|surdoz|sidoz|twop dwog|dwog twop)',
    '(?:vole|sote|lage ko ?\\w*|lage tet) ~ (?:sou pon an|pon an|sou pon|tet kay|do kay|fenet)',
    '(?:pran|bwe|vale) (?:twop|anpil|tout) (?:grenn|medikaman|konprime|pilil)',
    'lavi (?:pa|mwen pa|a pa) (?:vo lapenn|gen sans)',
    'fe tet (?:mwen|li|m) mal',
    ...near('(?:lavi|vi) (?:m|mwen|li|l|sa|a)?', 'fini ak|bouke|pa vle|met fen|wete|fatige'),
    '(?:di|vle|pral|ap|menase) (?:l |li |m |mwen )?(?:ap |pral |vle )?(?:pann|touye|koupe|nwaye) (?:tet|kò|ko)|pann tet|wete lavi|bay lavi m|pa kapab anko|pa vle leve anko',
    ...near('rebo|bo|tet|pon|do kay|balkon|fenet|ledj', 'vle sote|ap sote|pral sote|lage ko|vole|kanpe'),
    ...near('ponyet|venn', 'koupe'),
    ...near('grenn|medikaman|konprime|pilil|renmed|remed', 'vale|bwe|pran twop|boutey|tout|anpil|pakè'),
    'pran twop (?:dwog|grenn|medikaman|renmed)|ovedoz|ovadoz|overdose|(?:bezwen|pote|voye) (?:narcan|naloxone)',
    ...near(
      'sereng|zegwi|ewoyin|dwog|fentanyl|pike',
      'pa (?:ka )?(?:reveye|respire|reponn)|pap (?:reveye|respire|reponn)|nan bra|ble',
    ),
    '(?:demen )?(?:m|mwen) (?:p ap|pap|pa) (?:ap )?la anko|padone m|adye tout moun|m pral (?:sote|touye|pann)',
    '(?:ap|pral|vle) tire tet ?(?:li|mwen|m|l)',
  ],
  past: [
    '(?:lendi|madi|mekredi|jedi|vandredi|samdi|dimanch)|te gen|(?:ye|ayè|avantye|ye swa|semenn|semèn|mwa|ane|lane|ete|ive) ?(?:ki )?(?:pase|pase a)|yè|ye a|aye|avanye|gen (?:de|twa|yon|kek|plizye|\\d+) (?:jou|semenn|mwa|ane|an)(?: de sa)?|(?:te|ki te) (?:boule|gen (?:yon )?(?:tire|aksidan|dife))|yo (?:deja )?(?:ranje|etenn) (?:l|li)',
    'depi (?:aksidan|dife|tire|batay|siklon)|apre (?:aksidan|dife)',
  ],
  unreal: [
    'yon jou|pi ta|talè konsa|anvan (?:yon|ke)|pou (?:yon moun|timoun) pa|si (?:nou|yo) pa|an ka',
    '(?:yon moun|moun|timoun) (?:ka|kapab|ta ka|pral) (?:mouri|tonbe|blese|frape)|(?:ka|kapab|ta ka) (?:tonbe|koze|lakoz|rive|mouri|eksploze|pran dife|blese|neye)|preske|manke|danje pou|pe pou|risk',
    'toujou gen|chak (?:jou|swa|wikenn|semenn|nwit|ane|ete|mwa)|tout (?:tan|jou|nwit)|souvan|anpil aksidan',
    'kisa (?:pou|m|nou) ~ si|ki kote|kijan (?:pou|m|mwen)|kile|gen kou|kou (?:natasyon|pou)|fomasyon|gratis|pemi|lisans|fim',
    'ka (?:frape|blese|touye) moun',
  ],
  now: [
    'kounye a|koulye a|la a|fek|vit|ijan|souple (?:vini|voye)|pa (?:ka )?(?:respire|bouje)|pap respire|k ap boule|tanpri (?:vini|voye)',
  ],
}
