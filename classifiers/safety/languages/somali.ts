/**
 * Danger in Somali.
 * @module
 */
import { inOrder, near } from '../../language/pattern.ts'
import type { DangerWords } from '../words.ts'

const person =
  'qof\\w*|dad\\w*|nin\\w*|naag\\w*|haween\\w*|wiil\\w*|gabar|gabadh\\w*|oday|islaan\\w*|aabahay|aabbahay|hooyaday|walaalkay|walaashay|saaxiibkay|ninkayga|xaaskayga|deriskayga|darawal\\w*|shaqaale\\w*'
const child =
  'ilmo|ilmahayg\\w*|ilmaha|cunug\\w*|canug\\w*|carruur\\w*|wiilkayg\\w*|gabadhayd\\w*|inankayg\\w*|inantayd\\w*|dhallaan\\w*|ubad\\w*'
const building =
  'dhisme\\w*|dhismo|dhismaha|guri\\w*|guryo|saqaf\\w*|derbi\\w*|gidaar\\w*|balakoon\\w*|barando\\w*|buundo\\w*|buundad\\w*|jaranjaro'

export const somali: DangerWords = {
  harmless: [
    'qalab\\w* qiiq[au]',
    'ma imaan karaan dab ?-?damis\\w*',
    'wark\\w* (?:waxaan )?(?:ku )?arkay dab\\w*(?: weyn)?(?: \\w+){0,2} kacay',
    'albaab\\w* dabka ee',
    'sida dabka',
    '(?:balakoon\\w*|barand\\w*) oo (?:urtu|urta) (?:\\w+ ){0,2}soo gasha\\w*',
    'hanjabaad\\w* (?:\\w+ ){0,2}(?:lagu|ku) qor\\w*',
    'mindi\\w* (?:\\w+ ){0,3}miridh\\w* (?:\\w+ ){0,2}lagu tuuray',
    'gaari\\w* shil galay oo',
    'dadka qof ka dhintay',
    '(?:kalluunka|kaalinta|xarunta) (?:shidaalka|gaaska|baasiinka)',
    'tuubbada dab ?-?damiska',
    'dab ?-?damiska (?:tuub\\w*|biya\\w*)',
    '(?:eey|bisad|bisadda|eyga|xayawaan|jiir)\\w* (?:dhintay|dhimatay|meyd|lumay|dhintey)',
    'xayawaan meyd\\w*',
    ...near(
      'sawaxan\\w*|buuq\\w*|milix\\w*|cusbo|kulayl\\w*|qabow\\w*|ur\\w*|god\\w*|taraafik\\w*|muusig\\w*|baraf\\w*|kirad\\w*|kaneecad\\w*',
      'dil\\w*|dhiman\\w*',
    ),
    '(?:qashin|qashinka|barafka|gaajo|harraad) ~ (?:dhimanay\\w*|hafan\\w*|dilay\\w*)|jiir\\w* ~ (?:batay|badan|badeen|qarx\\w*)|jiir\\w* (?:baa|ayaa)|jiirku|jiirka',
    'dil\\w* (?:cawska|doogga|geedka|taayirka)|(?:cawska|doogga|taayirka|geedaha) ~ dil\\w*',
    'xadhig\\w* (?:internet\\w*|taleefan\\w*|telefoon\\w*|tv)|(?:internet\\w*|taleefan\\w*) xadhig\\w*',
    'guri\\w* (?:duug\\w*|hore|qadiim\\w*)(?: ah)?(?: ayaa| baa)?(?: la)? dumi\\w*|ku dhuft\\w* (?:sanduuq\\w*|tiir\\w*|calaamad\\w*|geed\\w*|deyr\\w*)|qashin la gub\\w*|qori (?:biyo|ciyaar)|(?:ruqsad\\w*|laysan\\w*) (?:\\w+ )?(?:qori\\w*|hub\\w*)|(?:qori|hub) ruqsad\\w*',
    'qiiq\\w* (?:shiilka|sigaarka|baarbakiyuu\\w*|jikada|baska|xashiishka)|qiiqa ~ (?:shiil\\w*|sigaar\\w*)',
    '(?:albaab\\w*|irrid\\w*|nal\\w*) (?:gurmad\\w*|degdeg\\w*)|tuub\\w* ?dab ?-?damis\\w*|(?:gaari\\w*|gaadhi\\w*|meesha|xarun\\w*|saldhig\\w*) (?:\\w+ )?dab ?-?damis\\w*|saldhigga booliska',
    'qalab\\w* (?:qiiqa|kaarboon\\w*|monoksaydh\\w*)(?: \\w+)? ~ (?:baytari\\w*|bilaash|cusub)|(?:heli karaa|iibsan) ~ qalab\\w*',
    '(?:eey\\w*|ey\\w*|bisad\\w*|shimbir\\w*|jiir\\w*|xayawaan\\w*|dooli\\w*|mukulaal\\w*) ~ (?:lum\\w*|dhint\\w*|dhimat\\w*|meyd\\w*|jiir\\w*|dhaawac\\w*|bakht\\w*)',
  ],
  lasting: [
    ...near(
      'gaas\\w*|gas\\w*',
      'ur\\w*|shamin\\w*|shamis\\w*|dus\\w+|daadan\\w*|baxay\\w*|soo bax\\w*|liig\\w*|jabi\\w*|jaban|dillaac\\w*|buux\\w*|qarx\\w*',
    ),
    'ukun qudhun\\w*',
    ...near(
      'kaarboon\\w*|monoksaydh\\w*|monoxide|(?:alarm\\w*|qalab\\w*) co|co',
      'qaylin\\w*|qaylo|dhawaaq\\w*|wareersan\\w*|wareer\\w*|matag\\w*|istaag\\w*|madax\\w*|sarree\\w*|hurd\\w*|ciyay\\w*|xanuun\\w*',
    ),
    ...near(
      child,
      "lum\\w*|luntay|la la'yahay|la waay\\w*|maqan\\w*|ma soo (?:noqon|laaban|gaarin)|xiran|xidhan|keligi\\w*|kaligi\\w*|la qaatay|la afduub\\w*",
    ),
    ...near('ma (?:heli karo|arko|helin|hayo)|waay\\w*|la qaatay|qaateen|afduub\\w*', child),
    ...near('baxsat\\w*|baxsad\\w*|mana? arko|ma arko', 'gabadh\\w*|wiil\\w*|ilm\\w*|cunug\\w*', 45),
  ],
  sudden: [
    '(?:ur|urta|urayaa|uraya|urinayaa|uraysa|urayo|shamisay|urinaya) (?:\\w+ )?(?:\\w+ )?ga+s\\w*',
    'ga+s\\w* (?:ayaa |baa |ka |oo |waa |ayaan )*(?:daadanaya|soo baxaya|uraya|urayaa|urinayaa|daadanayaa|sii deynaya|baxaya|dusaya|dusayaa|liigaya|liigayaa|urinaya|shamiyay|shamayaa)',
    'kaarboon monoksaydh|monoxide|kaarbon\\w* (?:hal)?',
    '^dab \\d{1,5}[a-z]? [a-z0-9]{1,30}|dab (?:baa|baana|ayaa|ayaana|ka|oo|weyn|kacay|ka kacay|holcaya)?|dabka|dabku|gubanay\\w*|gubatay|guban|qiiq\\w*|ololaya|holcaya',
    'qarax\\w*|qarxay|bam|bambo|bambaano',
    "(?:xadhig|xarig|fiilo|fiilada|silig|silka|waayir\\w*|xargaha|fiilooyin\\w*) (?:\\w+ )?(?:\\w+ )?(?:\\w+ )?(?:dhacay|dhacday|dhulka|go'ay|dhimbiil\\w*|dhacen)|dhimbiil\\w*|koronto (?:ayaa )?(?:qabatay|dishay|ku dhegtay)",
    "(?:ma|aan|aanu|uma|aanan) neefsan\\w*|neefta (?:ku|ka) (?:dhegtay|go'day)|neefsan kar\\w*|neefsan waay\\w*",
    "miyir ?(?:beel\\w*|daboolan|la'|ma qabo|la)|suuxay|suuxdin|suuxsan|wadno (?:xanuun|istaag)|wadne (?:xanuun|istaag)|dhiig ?(?:baxay\\w*|bax|baa ka|ka daadanaya|badan)|dhiigbax\\w*|dhimanay\\w*|dhimanaysa|qaraq\\w*|qarqoom\\w*|biyo ku (?:dhacay|hafanaya)|hafan\\w*|hafatay|hafanaysa|ku hafay",
    '(?:qof|nin|naag|ilmo|wiil|gabar|haween\\w*|cunug|oday) (?:\\w+ )?(?:\\w+ )?(?:\\w+ )?(?:dhaawac\\w*|dhulka yaal|meyd|dhintay|jiifa dhulka|suuxay|suuxsan|dhacay biyaha)',
    'dhaawac\\w*|shil|shil baabuur|shil gaari|gaari (?:baa|ayaa) (?:jiiray|ku dhuftay|jiirsiiyay)|jiiray qof',
    'rasaas\\w*|xabbad\\w*|xabad\\w*|la (?:toogtay|tooganayo)|toogasho|toogtay|toogan\\w*|ridaya xabado',
    '(?:qori|mindi|bastoolad|bistoolad|hub|toorey|budh) (?:\\w+ )?(?:\\w+ )?(?:haysta|sita|wata|qaatay|haystaa)|hubaysan|mindi|tooreey|bastoolad',
    '(?:weeraray\\w*|weerar\\w*|garaacay\\w*|garaacayaa|laaya|dilaya|dilayaa|dhacaya|kufsi\\w*|kufsanay\\w*|dagaalamay\\w*|dagaal|xadgudub\\w*|afduub\\w*|i dilayaa|i dili|la dilayo|tuug(?:o)?|tuugo|jabsanaya|gurigayga soo galay)',
    "(?:ilmo|cunug|carruur|wiil|gabar|ilmaha|wiilkayga|gabadhayda|inankayga|ilmahayga|canug)\\w* (?:\\w+ )?(?:\\w+ )?(?:lumay|luntay|la la'yahay|maqan|la waayay|dhacay|dhacday|lagu xiray)",
    '(?:waayay|waxaa iga lumay|iga lumay|waan waayay) (?:ilmahayga|wiilkayga|gabadhayda|ilmo)?',
    '(?:dhismo|dhismaha|guri|guriga|saqaf|saqafka|derbi|derbiga|buundo|buundada)\\w* (?:\\w+ )?(?:\\w+ )?(?:dumay|soo dumay|dumaya|duntay|burburay|soo dhacay|dumis\\w*)',
    'dumay|duntay',
    '(?:wac\\w*|soo dir\\w*|u baahan\\w*|ii soo dir\\w*|u yeer\\w*) (?:\\w+ )?(?:ambalaas\\w*|ambalan\\w*|booliis\\w*|boolis\\w*|dabdamis\\w*|911|gargaar)',
    'gurmad|gargaar degdeg|xaalad degdeg|degdeg ah',
    ...near(
      'xadhig\\w*|xarig\\w*|fiilo\\w*|silig\\w*|koronto\\w*',
      "dhac\\w*|dhulka|dhimbil\\w*|go'\\w*|jab\\w*|gubay\\w*|wadada dhexdeed\\w*|nool",
    ),
    ...near(
      'tiir\\w*|transformer\\w*|laydh\\w*|koronto\\w*',
      'dhimbi\\w*|qarx\\w*|qarax\\w*|dab|qiiq\\w*|qabat\\w*|dish\\w*',
    ),
    'koronto\\w* (?:ayaa |baa )?(?:qabat\\w*|dish\\w*|ku dheg\\w*|i qabat\\w*)',
    ...near(
      'dab\\w*|olol\\w*',
      `qabs\\w*|kac\\w*|kici\\w*|holc\\w*|shid\\w*|daaqad\\w*|soo bax\\w*|${building}|gaari\\w*`,
    ),
    ...near(
      `${building}|gaari\\w*|gaadhi\\w*|dukaan\\w*|jiko\\w*|jikad\\w*|qashin\\w*|geed\\w*`,
      'ololay\\w*|gubay\\w*|gubat\\w*|gubanay\\w*|dab qabs\\w*|holcay\\w*',
    ),
    ...near('qiiq\\w*', `madow|badan|soo bax\\w*|ka bax\\w*|baxay\\w*|${building}|daaqad\\w*`),
    ...near(
      person,
      'suux\\w*|miyir\\w*|ma (?:dhaqaaq\\w*|neefsan\\w*|jawaab\\w*|soo toos\\w*)|aan (?:dhaqaaq\\w*|neefsan\\w*|jawaab\\w*)|dhulka (?:jiif\\w*|yaal\\w*)|jiif\\w* dhulka|wadne\\w*|qallal\\w*|dhiig\\w*|marg\\w+|cunaha|ku dhegay',
    ),
    'margad\\w*|margan\\w*|laab\\w* ?xanuun\\w*|wadne xanuun|neefta|neefsan|foolan\\w*|foosha',
    '(?:i|na|la|igu) (?:garaac\\w*|weerar\\w*|hanjab\\w*|dhac\\w+ayaa|raac\\w*ya|soo raac\\w*|kufs\\w*|cun ?qabt\\w*|xir\\w*)|garaacay\\w* (?:i|wiil|naag|nin|gabadh|qof)|soo raacay\\w*|dul fuul\\w*|feedh\\w*|laad\\w*',
    ...near('albaab\\w*|guri\\w*|daaqad\\w*', 'jebin\\w*|jabin\\w*|soo gal\\w*|tuug\\w*|laad\\w*|xoog ku'),
    '(?:i|na|ina) dil(?:ay\\w*|i\\w*|o)|dili rabaa|hanjab\\w*|qaylin\\w* caawi\\w*',
    ...near(
      'qori\\w*|mindi\\w*|bastoolad\\w*|toorey\\w*|hub\\w*|faash\\w*|gantaal\\w*',
      `hanjab\\w*|wata|wat\\w+|haysta\\w*|sit\\w+|fiiq\\w*|tilmaam\\w*|gacan\\w*|hel\\w*|${person}`,
    ),
    'rasaas\\w*|xabbad\\w*|toogt\\w*|toogasho|la toog\\w*|mindiyay\\w*|mindi (?:lagu|ku)|ridayaan',
    ...near(
      'gaari\\w*|gaadhi\\w*|bas\\w*|baabuur\\w*|mooto\\w*|tareen\\w*',
      `jiir(?:ay|tay|sii\\w*|een)|ku dhuft\\w*|rogm\\w*|qalibm\\w*|dul mar\\w*|xayir\\w*|dhaawac\\w*`,
    ),
    ...near('shil\\w*', 'dhaawac\\w*|weyn|xayir\\w*|dhiig\\w*|khatar\\w*|hadda'),
    ...near(person, 'hafan\\w*|hafay\\w*|hafat\\w*|biyaha ku|dabaal ma'),
    ...near(
      `${child}|${person}`,
      '(?:harad\\w*|biyaha|webi\\w*|badda|barkad\\w*|ceel\\w*|godka|barafka) ?(?:ayuu |ayay |ku )*(?:dhac\\w*|gal\\w*|bood\\w*)',
    ),
    inOrder(building, 'dum\\w+|soo dum\\w*|soo dhac\\w*|burburay', 30),
    '(?:qof|dad|nin|naag) ~ (?:hoos yaal\\w*|ku dul dum\\w*|ku xannib\\w*)|burburka hoos\\w*',
    'ma ?(?:kacayo|kacayso|kici karo)|waji ?(?:xiran|duub\\w*)|dukaan\\w* (?:dhacaya|jabinaya)|dhiig badan|umulay\\w*|xumbo afka|sumoobay',
  ],
  crisis: [
    '(?:isdil|is dil|naftayda|nafta) ?(?:aan|ayaan|ka)? ?(?:doon\\w*|gooyo|qaad\\w*|dil\\w*|rabaa)?',
    '(?:is|isku) (?:dilayaa|dilo|dili|dilaa|dilay|dilayo|dilayaan)',
    '(?:waxaan|ayaan|aan) ~ ?(?:doonayaa|rabaa) (?:inaan )?(?:dhinto|dhimto|is dilo|isdilo|naftayda)',
    'inaan (?:dhinto|is dilo|isdilo|nolosha ka tago)',
    'ma (?:rabo|doonayo) (?:inaan )?(?:noolaado|noolaado mar dambe|sii noolaado)',
    'naftayda (?:waan|ayaan|inaan) ~ ?(?:dili|qaad\\w*|halig\\w*)',
    '(?:daroogo|mukhaadaraad) ~ (?:badan|xad dhaaf|xad-dhaaf)',
    'xad ?-?dhaaf(?:ka)? (?:ah )?(?:daawo|daroogo)',
    'kiniin(?:i|no)? badan',
    ...near(
      'nolosh\\w*|nafta\\w*|naftayda',
      'daal\\w*|ka tag\\w*|qaad\\w*|dil\\w*|dhamee\\w*|jooji\\w*|gooy\\w*|neceb\\w*',
    ),
    'is ?deldel\\w*|deldel\\w*|isdil\\w*|is dil\\w*|(?:ma (?:rabo|doonayo|doonay)) (?:inaan )?(?:sii )?(?:noolaa\\w*|soo toos\\w*|jiro)|inaan dhinto|dhiman rabaa',
    ...near(
      'cidhif\\w*|geesta|dusha|saqaf\\w*|buundad\\w*|daaqad\\w*',
      'bood\\w*|iska tuur\\w*|isku tuur\\w*',
    ),
    ...near('curcur\\w*|gacan\\w*|xidid\\w*', 'jar\\w*|goo\\w*|sarsar\\w*'),
    ...near(
      'kaniin\\w*|kiniin\\w*|dawo\\w*|daawo\\w*',
      'liq\\w*|dhalo\\w*|oo dhan|badan\\w*|qaat\\w*|cun\\w*',
    ),
    ...near(
      'daroogo\\w*|mukhaadaraad\\w*|irbad\\w*|heroyn\\w*',
      'mana? (?:soo )?(?:toos\\w*|kac\\w*|neefsan\\w*|jawaab\\w*)|xad ?-?dhaaf\\w*|badan ~ qaat\\w*|gacanta',
    ),
    'xad ?-?dhaaf\\w* (?:daroogo\\w*|daawo\\w*)|overdose|(?:u baahan|keena|soo dira) (?:narcan|naloxone)',
    '(?:berri )?ma (?:joogi|noolaan) doono|iga (?:raalli|cafiya)|nabad ?gel\\w* adduun\\w*|irbad\\w* ~ jawaabay\\w*',
    'is toog\\w*',
  ],
  past: [
    '\\w+ii (?:hore|tagay|la soo dhaafay)|(?:isniin|talaad|arbac|khamiis|jimc|sabt|axad)\\w*|shalay|xalay|dorraad|toddobaadkii (?:hore|tagay)|usbuucii (?:hore|tagay)|bishii (?:hore|tagtay)|sannadkii (?:hore|tagay)|sanadkii (?:hore|tagay)|(?:laba|saddex|dhowr|\\d+) (?:maalmood|toddobaad|bilood|sano) ka hor|waa la (?:hagaajiyay|damiyay)',
    'shil\\w* (?:\\w+ )?ka dib|dabkii ka dib',
  ],
  unreal: [
    'maalin uun|maalin maalmaha|haddii aan la|ka hor intaan|si aan',
    '(?:ku )?(?:dhici|dhiman|dhaawacmi|qarxi|gubi|hafan|dumi) (?:kar\\w*|doon\\w*)|gaaray|ku dhowaa\\w*|sigat\\w*|khatar ku|cabsi|laga yaabaa',
    'mar walba|mar kasta|subax (?:walba|kasta)|maalin (?:kasta|walba)|usbuuc (?:kasta|walba)|habeen (?:kasta|walba)|toddobaad (?:kasta|walba)|had iyo jeer|inta badan|shilal badan',
    'maxaan sameeyaa|xaggee|halkee|sidee|goorma|tababar\\w*|casharo|bilaash|filim|ruqsad\\w*|haddii aan',
  ],
  now: [
    'hadda (?:ayuu|ayay|ayaa)|imika|haatan|isla markiiba|degdeg|dhaqso|fadlan (?:soo dir|imow|kaalay)|ma neefsan\\w*|ma dhaqaaq\\w*',
  ],
}
