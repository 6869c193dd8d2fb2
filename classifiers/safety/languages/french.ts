/**
 * Danger in French.
 * @module
 */
import { inOrder, near } from '../../language/pattern.ts'
import type { DangerWords } from '../words.ts'

const person =
  "personnes?|gens|homme|femme|monsieur|dame|quelqu'un|jeune|type|mec|vieux|vieille|voisine?|(?:ma|mon) (?:mere|pere|mari|femme|soeur|frere|fils|fille|bebe|grand-mere|grand-pere|oncle|tante|ami|amie|colocataire)|ouvrier|cycliste|pieton|conducteur|eleve|il|elle"
const child =
  'enfants?|fils|fille|fillette|bebe|garcon|petit-fils|petite-fille|neveu|niece|gamine?|gosse|petite?|nourrisson'
const building =
  'immeuble|batiment|maison|appartement|appart|toit|toiture|plafond|mur|pont|balcon|echafaudage|grue|porche|escaliers?|plancher|facade|cheminee|tranchee'

export const french: DangerWords = {
  harmless: [
    "(?:bornes?|bouches?|poteau|poteaux|voie|camion|camions|escalier|sortie|caserne) (?:d'|de |a |des )?(?:incendie|pompiers?|secours)",
    "feux? d'?artifices?",
    'feux? (?:rouges?|verts?|oranges?|tricolores?|de (?:circulation|signalisation|route|camp|joie|position|stop)|arriere|pietons?|clignotants?|de la rue|au carrefour|est en panne|ne (?:marche|fonctionne)\\w*)',
    "(?:prix|facture|compteur|cuisiniere|bouteille|station) (?:du|de|a|d') ?(?:gaz|essence)",
    'station-?service',
    "pas (?:une |d'|vraiment une )urgence",
    '(?:animal|animaux|chien|chienne|chat|chatte|ecureuil|raton|rat|oiseau|pigeon) (?:\\w+ )?(?:morte?s?|blesses?|ecrases?|perdus?|disparus?)',
    '(?:detecteur|alarme) de (?:fumee|monoxyde)(?: de carbone)? (?:ne marche pas|casse|en panne)',
    "(?:besoin|installer|manque|pas|sans|veux) (?:d'un |de |un |le )?(?:detecteur|alarme) de (?:fumee|monoxyde)(?: de carbone)?",
    'fumee de (?:cigarettes?|cannabis|barbecue)',
    "(?:peut|va|pourrait|failli|risque de|risque d'|quelqu'un va) (?:\\w+ )?(?:causer |provoquer |avoir )?(?:un )?(?:accident|se blesser|incendie|blesser)",
    ...near(
      'bruit|sel|chaleur|froid|odeur|nids? de poules?|trous?|circulation|musique|neige|allergies?|loyer|impots?|amendes?|travaux|moustiques|klaxons?',
      'tu(?:e|ent|er|ant|ee)|a tue|meurs|mourir|noy\\w+',
    ),
    "(?:quelqu'un|on|un enfant|les gens) (?:va|vont|finira par) (?:se )?(?:faire )?(?:tuer|blesser|renverser|mourir|tomber)",
    "(?:meurs|mourir|crever?) d(?:e |')(?:envie|faim|froid|chaud|rire|soif|ennui|impatience)",
    'explosion (?:de|du|des) (?:rats?|nombre|dechets|tags|graffitis?|couleurs?|souris|population)',
    'noy\\w+ (?:sous|dans) (?:les |la |le )?(?:ordures|dechets|neige|papier\\w*|feuilles|poubelles)',
    'tu(?:e|ent|er|ant|e) (?:la|le|mon|ma|mes|les) (?:pelouse|gazon|plantes?|arbres?|pneus?|voiture|rats?|commerce\\w*|fleurs|suspension|dos)',
    "(?:cable|cables|fil|fils|ligne) (?:d'|de |du )?(?:internet|telephon\\w+|tele|tv|comcast|verizon|la fibre|fibre)",
    'perdu (?:son|sa|ses|mon|ma|mes|leur|le|la) (?!fils|fille|enfant|bebe|petite? (?:fils|fille))\\w+|crise cardiaque (?:avec|en voyant|devant)|pistolets? (?:a|de) (?:eau|clous|peinture|colle)|fusil a eau',
    "(?:permis|licence|port) (?:d'|de port d')armes?",
    'fumee ~ (?:barbecue|cigarettes?|cannabis|cuisine|restaurant|bus|camion|cheminee)',
    "(?:sortie|issue|porte|feux?|vehicules?|eclairage|telephone|numero) (?:de |d')(?:secours|urgence)|voie (?:des )?pompiers|commissariat",
    'alarme de (?:la |ma )?voiture',
    '(?:detecteur|alarme) de (?:fumee|monoxyde|incendie)(?: de carbone)? ~ (?:piles?|gratuit\\w*|neuf|batterie|installer)|(?:trouver|obtenir|avoir|acheter) un (?:detecteur|avertisseur)',
    "(?:chat|chatte|chien|chienne|pigeon|oiseau|raton laveur|ecureuil|moufette|rat|cerf|animal) ~ (?:perdue?|disparue?|a disparu|ecrasee?|morte?|blessee?|noyee?|coincee?|s'est enfui)",
    'feu (?:pieton|tricolore|vert|rouge|orange|de circulation|clignotant)s?',
  ],
  lasting: [
    ...near(
      'gaz|propane',
      "odeur|sens|sent|sentons|senti|pue|puent|fuite|fuit|echapp\\w+|s'echappe|siffl\\w+|perc\\w+|cass\\w+|rompu\\w*|coup\\w+|arrach\\w+|plein\\w*|remplit",
    ),
    'oeufs? pourris?',
    ...near(
      'monoxyde|(?:alarme|detecteur|avertisseur) (?:de |a )?co',
      "sonn\\w+|declench\\w+|bip\\w*|mal a la tete|maux de tete|vomi\\w+|vertiges?|nause\\w+|eleve\\w*|niveaux?|s'arrete|etourdi\\w*|retent\\w+",
    ),
    ...near(
      child,
      "disparue?s?|a disparu|perdue?s?|introuvable|n'est (?:pas|jamais) (?:rentree?|revenue?|arrivee?)|enfermee?s?|seule? (?:dans|en pleurs|qui pleure)|tout seul|toute seule|enlevee?|kidnapp\\w+|fugue\\w*",
    ),
    ...near('(?:re)?trouve (?:plus|pas)|perdu|enleve|pris|emmene|kidnapp\\w+', child),
    'rempli\\w* de gaz|gaz ~ (?:tete|vertige\\w*|nausee\\w*)',
    ...near(
      "lache la main|ne (?:la|le) (?:vois|trouve) (?:plus|pas)|s'est (?:sauvee?|enfuie?)",
      'petite?|fille|fils|enfant|garcon',
      45,
    ),
  ],
  sudden: [
    '(?:odeur|sent|sens|senti|sentons|pue) (?:\\w+ )?(?:\\w+ )?gaz',
    '(?:fuite|fuites) (?:de|du) gaz',
    'monoxyde',
    '(?:incendie|au feu|en feu|en flammes|flammes|prend feu|pris feu|brule|brulent|bruler|en train de bruler)',
    '(?:le|du|un|y a) feu(?: (?:dans|a|au|chez|sur|en|brule))?',
    "feu (?:dans|chez|au|a l')",
    '(?:beaucoup de|de la|sort|vois|pleine? de|odeur de|epaisse) fumee|fumee (?:noire|sort|dans|epaisse)',
    'explosion|explose|exploser|bombe',
    '(?:fil|fils|cable|cables|ligne|lignes) (?:\\w+ )?(?:\\w+ )?(?:tombee?s?|a terre|par terre|au sol|denudes?|sous tension|arrachee?s?|qui (?:pend|pendent|fait des etincelles))',
    'etincelles?|electrocut\\w+|decharge electrique',
    "(?:ne |n'|plus |pas )?respire (?:plus|pas)|(?:peux|peut|arrive) (?:pas|plus) (?:a )?respirer|n'arrive pas a respirer",
    "inconsciente?|evanouie?|s'est evanoui|convuls\\w+|crise cardiaque|infarctus|avc|se noie|noyade|noyee?|en train de se noyer|saigne|hemorragie|en train de mourir|s'etouffe|s'est effondree?",
    "(?:personne|homme|femme|enfant|quelqu'un|monsieur|dame|garcon|fille|pieton|cycliste) (?:\\w+ )?(?:\\w+ )?(?:a terre|par terre|blessee?|mort|morte|renversee?|inconscient|poignardee?|coincee?|allongee?|fauchee?)",
    'blesses?|blessee?s?|renverse par|percute|cadavre|corps (?:sans vie|dans)',
    'accident|collision|carambolage|voiture (?:retournee|renversee)',
    "coups? de (?:feu|couteau)|coups de fusil|fusillade|tirs|on tire|ca tire|tireur|s'est fait tirer",
    '(?:avec|a|sorti|tient|porte|menace avec) (?:une?|son) (?:arme|pistolet|couteau|fusil|machette|revolver|hache)|armee?s?|poignard\\w+|pistolet|couteau',
    "(?:frappe|frapper|bat|battre|attaque|attaquer|agresse|agresser|viole|violer|braque|menace|poursuit|etrangle|tabasse) (?:sa|son|une?|ma|mon|des|quelqu'un|la|le|les|moi)",
    "(?:se bat|se battent|bagarre|rixe|agression|agressee?|braquage|cambriol\\w+|viol|violee|violence conjugale|violences conjugales|kidnapp\\w+|enlev(?:e|ee|ement)|va me tuer|veut me tuer|vont me tuer|va le tuer|va la tuer|assassin\\w*|meurtre|intrus|voleur|entre par effraction|essaie d'entrer|me suit)",
    '(?:enfant|fils|fille|bebe|garcon|petit-fils|neveu|niece|petite fille) (?:\\w+ )?(?:\\w+ )?(?:disparue?|perdue?|a disparu|est perdu|enfermee? dans|introuvable|est tombee?)',
    '(?:trouve (?:plus|pas)|perdu|disparu|enleve) (?:mon|ma|un|une|notre) (?:enfant|fils|fille|bebe|petit|petite|garcon)',
    "(?:immeuble|batiment|maison|toit|plafond|mur|pont|balcon|echafaudage|grue|porche) (?:\\w+ )?(?:\\w+ )?(?:effondr\\w+|ecroul\\w+|tombe|s'est ecroule|s'effondre)",
    'effondr\\w+|ecroul\\w+',
    "(?:tombee?|est tombee?) (?:dans|a) (?:l'eau|la riviere|le lac|le port|la glace|le trou|la bouche)",
    "(?:appelez|envoyez|besoin|appeler|envoyer|appelle|vite) (?:d'|de |les |la |une |l'|des )?(?:une )?(?:ambulance|police|pompiers|secours|911|samu)",
    "au secours|a l'aide|urgence|danger de mort",
    ...near(
      'fils?|cables?|lignes?|haute tension',
      'tombee?s?|trainent|traine|par terre|au sol|a terre|etincel\\w+|denude\\w*|sous tension|electrique\\w* (?:pend|au sol)|arrache\\w*|gresill\\w+|sur la (?:route|chaussee)',
    ),
    ...near(
      'poteau|transformateur|pylone|prise|lampadaire|compteur',
      'etincel\\w+|explos\\w+|feu|fumee|flammes?|electrocut\\w+|gresill\\w+|brule\\w*',
    ),
    '(?:pris|recu|prend) (?:une decharge|un choc electrique|le jus)|court-?circuit',
    ...near(
      'feu|flammes?|incendie',
      `a pris|prend|mis|mettent|sort\\w*|fenetre|${building}|voiture|foret|poubelles?`,
    ),
    ...near(
      `${building}|voiture|camion|magasin|cuisine|poubelles?|foret|arbre|dessus|dessous|voisins?|quelque chose`,
      'brule\\w*|en feu|en flammes|flambe|crame',
    ),
    ...near('fumee', `sort\\w*|noire|epaisse|beaucoup|${building}|fenetre|couloir|cave`),
    ...near("alarme (?:incendie|d'incendie)", 'sonn\\w+|declench\\w+'),
    ...near(
      person,
      'effondr\\w+|evanoui\\w*|ne (?:bouge|respire|repond|reagit) (?:plus|pas)|se reveille (?:plus|pas)|malaise|crise cardiaque|infarctus|convuls\\w+|saign\\w+|etouffe\\w*|inconscient\\w*|par terre|a terre|au sol|bleue?',
    ),
    "(?:mal|douleurs?) (?:a|dans) la poitrine|malaise (?:cardiaque)?|n'arrive (?:pas|plus) a respirer|s'etouffe|fait un avc|accouche\\w*",
    'me (?:frappe|bat|tape|menace|suit|suivent|poursuit|etrangle|viole|agresse|tabasse|sequestre)|nous (?:menace|suit|attaque|agresse)|(?:en train de|se fait|se faire) (?:\\w+ )?(?:tabass\\w+|frapp\\w+|battre|agress\\w+|attaqu\\w+|violer|etrangl\\w+|braqu\\w+|poignard\\w+|cambriol\\w+)(?! un jour)',
    ...near(
      'ma porte|ma maison|mon appartement|ma fenetre|chez moi|chez (?:ma|mon|la)',
      'force\\w*|defonce\\w*|cambriol\\w+|effraction|coups de pied|intrus',
    ),
    "(?:quelqu'un|homme|type|voleur|inconnu)s? (?:est |essaie d'|vient d')?entr\\w+ (?:chez|dans)",
    "(?:veut|va|menace de|vont) (?:me |nous |la |le )?(?:tuer|egorger|buter)|(?:crie|hurle|appelle) (?:a l'aide|au secours)|se tapent dessus",
    ...near(
      'arme|pistolet|couteau|fusil|machette|revolver|hache|flingue|batte',
      `menac\\w+|avec un|sorti|brandi\\w*|se promene|a la main|point\\w+|braqu\\w+|trouve|${person}`,
    ),
    "(?:on|ca|ils?|quelqu'un|type) (?:m'a |a |nous a )?tir\\w+ (?:dans|sur|dehors|devant|des coups)|tirs?|fusillade|poignard\\w+|coups? de couteau|egorg\\w+",
    'renvers\\w+ (?:une?|un|par|deux|le|la) (?:\\w+ )?|ecras\\w+ (?:une?|deux|le|la) (?:\\w+ )?(?:pieton|cycliste|enfant|femme|homme|personne|gamin)|percut\\w+ (?:une?|le|la)|fauch\\w+ (?:une?|par)',
    ...near(
      'voiture|bus|camion|moto|velo|train|trottinette|accident|conducteur|collision',
      'blesse\\w*|coince\\w*|retourne\\w*|tonneaux?|ne repond|gros|grave|desincarc\\w+|encastr\\w+|percut\\w+',
    ),
    ...near(person, "se noi\\w+|noyade|dans l'eau|ne sait pas nager|coule|sous l'eau|courant"),
    `(?:${child}|${person}) (?:\\w+ )?(?:est |a |vient de )?(?:tombee?|tomber|saute|glisse|passee?) (?:\\w+ )?(?:dans|a travers|sur) (?:le |la |l'|les |un )?(?:bassin|eau|riviere|lac|mer|canal|piscine|port|glace|egout|puits|rails?|voies?|etang)`,
    ...near(building, "effondr\\w+|ecroul\\w+|s'affaiss\\w+"),
    inOrder(building, 'est tombe\\w*|tombe (?:en morceaux|sur)|a cede|tombent', 25),
    "(?:gens|personnes?|quelqu'un|coince\\w*|enseveli\\w*) (?:en )?dessous|sous les decombres|ensevelie?s?",
    "tombee? raide|fait un malaise|perdu connaissance|ne se (?:releve|reveille) (?:pas|plus)|cagoul\\w+|masqu\\w+ (?:braqu|vol|attaqu)\\w+|braqu\\w+|cambriole\\w*|(?:mare|flaque|plein) de sang|perd (?:beaucoup de |son )?sang|arret cardiaque|accouche|convulse|intoxiqu\\w+|s'est fait (?:renverser|percuter|tirer|poignarder|agresser)|a saute par la fenetre",
    ...near(
      'pale|bouche tordue|bras engourdi|ne parle plus|peut plus parler',
      'ne parle plus|peut plus parler|en sueur|visage|bouche|toute pale',
      30,
    ),
  ],
  crisis: [
    'suicider?',
    'suicidaire',
    '(?:veux|voudrais|vais|envie de|pense a|veut|va|essaie de|menace de|veulent) (?:en finir|mourir|me tuer|me suicider|se tuer|se suicider|me pendre|sauter du|sauter de|se jeter|me jeter|me faire du mal|se faire du mal|mettre fin a|disparaitre pour toujours)',
    "(?:me|se|s'est) (?:tuer|suicider?|suicide)",
    'mettre fin a (?:mes|ses) jours',
    '(?:ne veux|veux|ne veut) (?:plus|pas) (?:vivre|etre en vie|exister)',
    'plus envie de vivre',
    'en finir avec (?:la|ma) vie',
    'surdose',
    'overdose',
    "(?:sauter|se jeter|me jeter|saute) (?:du|d'un|de la|depuis le) ~ ?(?:pont|toit|fenetre|immeuble|balcon)",
    '(?:avale|pris) (?:trop de|plein de|tous les|toute la boite de|beaucoup de) ~ ?(?:cachets|comprimes|medicaments|pilules)',
    "m'?ouvrir les veines",
    "(?:veux|vais|va|veut|pense\\w*|envie d')(?: a| de)? ?en finir|en finir (?:avec la vie|ce soir|maintenant)|(?:n'en |en )?peux plus (?:de vivre|de la vie)|plus (?:envie|raison|la force) de vivre|(?:mieux|tranquilles?) sans moi|plus (?:me reveiller|etre la|exister)",
    "(?:menace|parle|dit|envisage|pense|essaie|tente\\w*) (?:\\w+ )?(?:qu'il va |qu'elle va |de |a |vouloir )?(?:se |s'|me |m')(?:pendre|suicid\\w+|tuer|jeter|ouvrir|tailler|immoler)",
    "(?:s'est|se|me|m'|s') ?(?:pend\\w+|ouvert|ouvre|taill\\w+|tranch\\w+|coup\\w+)(?: les? (?:veines?|poignets?|bras))",
    ...near('veines|poignets', 'ouvert|coup\\w+|tranch\\w+|taill\\w+|ouvr\\w+'),
    ...near(
      'bord|rebord|rambarde|parapet|toit|pont|corniche|fenetre',
      'veut sauter|va sauter|debout|sauter|enjamb\\w+|se jeter|femme|homme|jeune',
    ),
    ...near(
      'cachets?|comprimes?|medicaments?|pilules?|somniferes?|boite',
      'avale\\w*|toute? la|toute une|trop|plein|plaquette',
    ),
    'overdose|surdose|(?:besoin|apportez|faut|donnez) (?:de |du )?(?:narcan|naloxone)',
    ...near(
      "seringue|aiguille|heroine|fentanyl|drogue|shoot\\w*|s'est pique",
      'reveille (?:plus|pas)|repond (?:plus|pas)|respire (?:plus|pas)|dans le bras|bleue?|inconscient\\w*',
    ),
    'se fait du mal|se scarifi\\w+|se mutil\\w+',
    "(?:je ne|j') ?(?:serai|serais) plus (?:la|de ce monde)|pardonnez-moi|adieu (?:a tous|tout le monde)|vais me (?:jeter|pendre|tuer|foutre en l'air)",
    ...near('aiguille|seringue', 'repond (?:pas|plus)|bras|bouge plus|reveille', 40),
    '(?:se|me) (?:tirer|mettre) une balle|va se flinguer|veux me flinguer',
  ],
  past: [
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: dernier)?|il y a eu|hier|avant-hier|la semaine derniere|la nuit derniere|le mois dernier|l'an dernier|l'annee derniere|l'ete dernier|l'hiver dernier|il y a (?:une?|deux|trois|quelques|\\d+) (?:jours?|semaines?|mois|ans?)|en (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|a deja ete (?:repare\\w*|eteint\\w*)",
    "depuis l(?:'|a |e )(?:accident|incendie|fusillade|bagarre|collision|fuite)|apres l(?:'|a |e )(?:accident|incendie)",
  ],
  unreal: [
    'un jour|tot ou tard|un de ces jours|avant qu|pour eviter|si (?:on|vous) ne|en cas d|au cas ou',
    "quelqu'un (?:va|peut|pourrait|risque) (?:\\w+ )?|(?:peut|pourrait|peuvent|pourraient) (?:tomber|causer|provoquer|arriver|mourir|exploser|blesser|se noyer|s'effondrer|prendre)|failli|presque|a peine|frole\\w*|risque\\w* (?:de|d')|peur (?:de|que|d')",
    "toujours des|tous les (?:jours|soirs|week-?ends|ans|etes)|chaque (?:jour|nuit|soir|week-?end|semaine|ete)|toutes les (?:nuits|semaines)|constamment|souvent|beaucoup d'accidents|sans arret",
    'que (?:faire|dois-je faire|faut-il faire)|ou (?:trouver|puis-je|obtenir|acheter|est)|comment (?:obtenir|avoir|faire|puis-je)|quand (?:a lieu|est|aura)|cours de|formation|gratuit\\w*|permis|stage|film',
    '(?:peut|pourrait|risque de) (?:frapper|toucher|heurter|blesser)',
  ],
  now: [
    'en ce moment|tout de suite|vient de|viennent de|vite|urgent|depechez|ne (?:bouge|respire|repond) (?:plus|pas)|en train de',
  ],
}
