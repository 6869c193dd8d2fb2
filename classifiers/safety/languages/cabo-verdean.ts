/**
 * Danger in Cabo Verdean Creole, in the spellings of ALUPEC and of everyday Portuguese-like writing.
 * @module
 */
import { inOrder, near } from '../../language/pattern.ts'
import type { DangerWords } from '../words.ts'

const person =
  'algen|alguen|pesoa|djenti|jenti|omi|ome|mudjer|mudjeris|sinhora?|rapas|rapasinhu|mosa|vizinh[uo]|bedju|bedja|(?:nha|nhas|si) (?:mai|pai|maridu|mudjer|irmon|irma|fidju|fidja|bebe|avo|tiu|tia|amigu)|xofer|el'
const child = 'mininu|minina|mininus|fidju|fidja|bebe|netu|neta|kriansa|subrinhu'
const building = 'prediu|kaza|apartamentu|tetu|paredi|muru|varanda|ponti|andaimi|skada|txon di kaza'

export const caboVerdean: DangerWords = {
  harmless: [
    '(?:posto|postu|bonba) (?:di )?(?:gazolina|gasolina|gas)',
    'fogu di artifisiu',
    'fogus? artifisiu',
    '(?:katxor|katxoru|gatu|ratu|animal|limaria|pasu) (?:\\w+ )?(?:mortu|feridu|perdidu)',
    ...near(
      'baruju|barulhu|sal|kalor|friu|txeru|buraku|tranzitu|muzika|nevi|renda|obra|muskitu',
      'mata|ta mata|mori|fogadu|afoga',
    ),
    '(?:algen|un mininu|djenti) (?:ta )?(?:ba |bai |pode |podi )(?:mori|kai|matxuka|mata)',
    '(?:mori|ta mori) di (?:vontadi|fomi|kalor|friu|ri|sedi)|(?:s|is|es)?plozon di (?:ratu|lixu|grafiti|barata)|fogad[uo]s? (?:na|ku|di) (?:lixu|nevi|papel|divida)',
    'mata (?:padja|erva|planta\\w*|arvi|pineu|karu|ratu|negosiu|flor)',
    '(?:kabu|fiu|linha) (?:di )?(?:internet|telefoni|televizon|tv|comcast|verizon)',
    'pistola di (?:agu|brinkedu)|(?:dizaba|bota baxu) (?:un |kel )?kaza (?:bedju|bedja|velhu)|bati na (?:kaxa|posti|muru|arvi|porton|vedason)|perdi (?:nha|si|un|kel) (?!fidj|minin|beb|net)\\w+',
    '(?:lisensa|porti|permison) (?:di )?armas?',
    'fumu (?:di|ta ben di) ~ ?(?:txuraskera|txuraskeira|sigarru|padjinha|kuzinha|restauranti|autukaru|kamion)',
    '(?:saida|porta|lus|telefoni) di (?:emerjensia|imerjensia)|(?:boka|tornera|tubu) di (?:insendiu|bonberu)|(?:karu|kaminhu|kamion|kuartel) di bonberus?|skuadra di pulisia|alarmi di karu',
    '(?:alarmi|detetor) di (?:fumu|monoksidu|insendiu) ~ (?:pilha|batiria|grasa|novu)|(?:atxa|kumpra|meste) (?:un )?(?:detetor|alarmi)',
    '(?:gatu|katxor|katxoru|ponbu|pasu|raton|ratu|bitxu|limaria|animal) ~ (?:perdidu|tropeladu|mortu|feridu|firidu|fogadu|presu)',
  ],
  lasting: [
    ...near(
      'gas|gaz|propanu',
      'txer\\w+|xer\\w+|fed\\w+|skapa|vaza|sai|ta sai|kebra|fura|rabenta|xeiu|asubia|sinti',
    ),
    'obu (?:podri|podre)',
    ...near(
      'monoksidu|monoxidu|(?:detetor|alarmi) (?:di )?co',
      'toka|apita|dispara|tontu|tonta|kabesa|gumita|vomita|para|mal|altu|sonu',
    ),
    ...near(
      child,
      'sumi\\w*|disaparsi\\w*|dizaparse\\w*|perdi\\w*|pirdi\\w*|ka (?:torna |ta )?(?:volta|ben|txiga)|fitxadu|trankadu|sozinhu na|el so na',
    ),
    ...near('ka (?:ta |sta ta )?(?:odja|atxa|txa)|perdi|pirdi|leba|leva|rapta', child),
    ...near('larga-?m mo|ka (?:ta )?odja(?:-?l)?|skapa', 'fidju|fidja|mininu|minina', 45),
  ],
  sudden: [
    '(?:txera|txeru|xeru|xera|tchera|tcheru|ta txera|cheiro|cheru) (?:\\w+ )?ga[sz]',
    '(?:fuga|vaza|ta vaza|ta sai|skapa|ta skapa) (?:di )?ga[sz]|ga[sz] ta (?:vaza|sai|skapa)',
    'monoksidu|monoxidu',
    'fogu|fogo|ta kema|ta kima|kemadu|fumu|insendiu|incendiu|ta arde|na txama',
    'splozon|sploson|isplozon|splodi|ta splodi|bonba',
    '(?:fiu|fius|kabu|kabus) (?:\\w+ )?(?:\\w+ )?(?:kai|na txon|na rua|ta larga|ta solta|sparki|solta)|faiska\\w*|txoki eletriku',
    'ka (?:ta|sta|sa ta|pode|podi|sta ta) (?:rispira|respira|korda|mexe|mexi)|ka rispira',
    'dismaia\\w*|disimaia\\w*|desmaia\\w*|ta afoga|afogadu|fogadu|sangra|ta sangra|sangrandu|ta mori|ta morri|atake (?:di )?kurason|inkonsienti',
    '(?:algen|pesoa|omi|mudjer|mininu|minina|rapas) (?:\\w+ )?(?:\\w+ )?(?:feridu|mortu|na txon|kaidu|tropeladu|presu|kai na agu)',
    'feridu|aksidenti|akisidenti|tropela\\w*|karu (?:vira|bati na)',
    '(?:ta da|da|obi|dadu|ta obi) tirus?|tirus?|tiroteiu|spingarda|ta atira|fakada|ta da fakada',
    '(?:ku|tene|ten|pega) (?:un |na )?(?:arma|faka|pistola|katana|maxin|revolver)|armadu|pistola',
    '(?:ta|sta ta|sata) (?:bati|ataka|mata|roba|viola|afoga|menasa|briga|da na|rapara)(?! (?:porta|kabesa))|briga|brigandu|sta (?:ta )?briga|asaltu|ladron|violasan|violensia|kre mata-?m|kre mata|ta mata',
    '(?:mininu|minina|fidju|fidja|bebe|netu) (?:\\w+ )?(?:\\w+ )?(?:disaparsi\\w*|perdi\\w*|pirdi\\w*|sumi\\w*|fitxadu na karu|dizaparse\\w*|kai)',
    '(?:ka (?:ta )?(?:odja|atxa|txa)|perdi|pirdi) (?:nha |un )?(?:fidju|fidja|mininu|minina|bebe)',
    '(?:prediu|kaza|tetu|paredi|ponti|muru) (?:\\w+ )?(?:\\w+ )?(?:kai|dizaba|disaba|kaidu|dismorona)|dizaba\\w*',
    '(?:kai|kaidu) (?:na|dentu) (?:agu|mar|riu|lagu)',
    '(?:txoma|tchoma|manda|meste|presiza) (?:un |di )?(?:anbulansia|pulisia|polisia|bonberu|bonberus|911)',
    'sokoru|emerjensia|imerjensia|imerjénsia|djuda-?m (?:faxi|rapidu)',
    ...near(
      'fiu|fius|kabu|kabus|linha di lus',
      'kai|kaidu|na txon|solta|faiska|fogu|rabenta|partidu|meiu di rua|vivu|xoki',
    ),
    ...near('posti|transformador|tumada|lanpa', 'faiska\\w*|splodi|rabenta|fogu|fumu|xoki|txoki'),
    '(?:toma|leba|da) (?:un )?(?:xoki|txoki)|kurtu sirkuitu',
    ...near('fogu|txama|txamas|labareda\\w*', `ten|pega|poi|bota|sai|janela|${building}|karu|matu`),
    ...near(
      `${building}|karu|kamion|loja|kuzinha|lixera|arvi|matu`,
      'ta arde|arde|ta kema|pega fogu|na fogu|ta kima',
    ),
    ...near('fumu', `sai|pretu|txeu|monti|${building}|janela`),
    ...near(
      person,
      'dismaia\\w*|ka (?:ta |sta ta |sta )*(?:mexe|mexi|rispira|respondi|korda|da sinal)|ka (?:ta )?konsigi rispira|sen sintidu|inkonsienti|infarti|ataki|kunvulson|sangra|ngasga\\w*|sufoka\\w*|deitadu na txon|kaidu na txon|roxu|txon',
    ),
    '(?:dor|dor forti) na petu|falta (?:di )?ar|ngasgadu|ta ngasga|ta pari|ta da a lus',
    '(?:ta|sta ta|ben ta) (?:da|bati|ataka|ameasa|persigi|sigi|roba|viola|nforka|mata)(?:-?m|-?nu| mi| nos)|(?:ta|sta ta) (?:da|leba) (?:\\w+ )?(?:\\w+ )?(?:porada|pankada|sosu|soku)|porada|pankadaria',
    ...near(
      'porta|kaza|janela|apartamentu',
      'arronba|aronba|forsa|kebra porta|entra a forsa|ta entra|ladron|ponta pe',
    ),
    '(?:kre|ta ba|ta bai|fla ma el ta) mata(?:-?m|-?nu| el| mi)|ta grita (?:sokoru|djuda)',
    ...near(
      'arma|faka|pistola|katana|maxin|spingarda|revolver',
      `ponta|ameasa|ku un|ku|tene|na mo|puxa|ranka|atxa|${person}`,
    ),
    '(?:da|ta da|leba) tirus?|tirus?|tiroteiu|bala|fakada',
    'tropela|pasa riba di (?:un )?(?:algen|mininu|omi|mudjer)',
    ...near(
      'karu|autukaru|kamion|mota|bisikleta|batida|asidenti|aksidenti|akisidenti',
      'vira|feridu|firidu|presu|grandi|gravi|sangi|djenti|matxukadu',
    ),
    ...near(person, 'ta afoga|ta foga|na agu|na mar|ka sabe nada|ta funda'),
    `(?:${child}|${person}) (?:\\w+ )?(?:kai|salta|skorega|entra) (?:\\w+ )?(?:na|dentu|dentru) (?:di )?(?:lagua|lagu|agu|mar|riu|pixina|pisina|posu|jelu|tanki)`,
    ...near(building, 'dizaba|disaba|dismorona'),
    inOrder(building, 'kai|kaidu|sedi|ta kai', 15),
    '(?:djenti|algen|pesoa) (?:dibaxu|dibaxo|riba)|dibaxu di (?:paredi|kaskadju|pedra)',
    'ka (?:ta )?(?:labanta|pui sabi)|maskra|mascara|(?:ta )?roba (?:loja|kaza|banku|algen)|txeu sangi|para kurason|ta pari',
    '(?:ta|sta ta) da (?:si |nha )?(?:mudjer|fidju|fidja|mai|namorada)(?! (?:prenda|dinheru|flor|kumida))|palidu|ka ta papia mas',
  ],
  crisis: [
    '(?:mata|mati) (?:kabesa|nha kabesa|si kabesa|kabesa propi)',
    '(?:n )?(?:kre|ta kre|meste|misti|kria|krê|crê) (?:mori|morri|mata|mata kabesa|kaba ku nha vida|kaba ku vida)',
    'ka (?:kre|krê|cre) (?:vive|vivi|viv) ?(?:mas)?',
    'kaba ku (?:nha|si) vida',
    'suisidi\\w*',
    'overdozi',
    'overdose',
    'salta (?:di|na) ponti',
    'toma (?:txeu|monti|tudu) (?:konprimidu|ramedi|remedi)s?',
    'ta mata kabesa',
    'mata nha kabesa',
    'inforka',
    ...near('(?:nha|si|es) vida', 'kaba ku|tra|kansadu|ka vali|pui fin'),
    'kansadu di vive|ka (?:kre|sta kre) (?:mas )?(?:vive|korda|ser)|(?:fla|ta fla|ameasa) (?:ma |ki |di )?(?:el |e )?(?:ta |kre )?(?:ba |bai )?(?:mata|nforka|inforka|mori|salta)|inforka|nforka',
    ...near('bera|beira|tetu|ponti|janela|varanda', 'kre salta|ta salta|ta ba salta|salta|pula'),
    ...near('pulsu|veia', 'korta'),
    ...near(
      'konprimidu|ramedi|remedi|remediu|pilula',
      'fraska|fraskinhu|toma tudu|txeu|monti|gole|ngoli|interu',
    ),
    '(?:toma|da|di) overdos\\w+|overdos\\w+|(?:meste|traze|manda) (?:narcan|naloxona)',
    ...near('siringa|seringa|agulha|droga|eroina', 'ka (?:ta )?(?:korda|rispira|respondi)|na brasu|roxu'),
    'manhan n ka ta sta|ka ta sta li mas|diskulpa-?m (?:tudu|mai)|adeus (?:mundu|tudu)|agulha na brasu',
    'tiru na (?:si |nha )?kabesa',
  ],
  past: [
    'onti|antonti|simana pasadu|semana pasadu|mes pasadu|anu pasadu|veron pasadu|(?:dia|simana|mes|anu)s? pasadu|ten (?:un|dos|tres|\\d+) (?:dia|simana|mes|anu)|dja (?:es )?(?:konpo|ranja|apaga)',
    'desdi (?:asidenti|fogu|tiroteiu|batida)|dipos di (?:asidenti|fogu)',
  ],
  unreal: [
    'un dia|kualker dia|antis ki|pa ka|si (?:nhos|es) ka',
    'algen (?:ta|pode|podi) (?:ba |bai )?(?:mori|kai|matxuka)|(?:pode|podi|ta pode) (?:kai|kauza|mori|kontise|pega|splodi|afoga)|kuazi|kuaji|prigu di|risku di|medu',
    'senpri|tudu (?:dia|noti|simana|fin di simana|anu|ora)|kada (?:dia|noti|simana)|txeu asidenti',
    'kuze (?:ki )?(?:n|nu) ta fase|undi|modi ki|kuandu (?:ki )?(?:e|ten)|kursu|trenamentu|di grasa|gratis|filmi|lisensa',
    'pode (?:da|bati) (?:na|riba)',
  ],
  now: [
    'gosi(?: li)?|agora|kaba di|faxi|rapidu|urjenti|ka (?:ta |sta ta )?(?:rispira|mexe)|favor (?:ben|manda)',
  ],
}
