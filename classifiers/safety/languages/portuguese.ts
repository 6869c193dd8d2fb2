/**
 * Danger in Portuguese, mostly as Brazilians write it.
 * @module
 */
import { inOrder, near } from '../../language/pattern.ts'
import type { DangerWords } from '../words.ts'

const person =
  'pessoa|gente|homem|mulher|senhora?|alguem|rapaz|moc[oa]|cara|idos[oa]|velhinh[oa]|vizinh[oa]|(?:minha|meu) (?:mae|pai|avo|marido|esposa|irma|irmao|filh[oa]|bebe|neném|tia|tio)|trabalhador|ciclista|pedestre|estudante|motorista|ele|ela'
const child = 'criancas?|menin[oa]s?|bebe|nenem|filh[oa]s?|net[oa]|sobrinh[oa]|garot[oa]|filhinh[oa]'
const building =
  'predio|casa|apartamento|apto|telhado|teto|parede|muro|varanda|sacada|ponte|andaime|escada|piso|laje|guindaste|marquise|edificio|barranco|vala'

export const portuguese: DangerWords = {
  harmless: [
    '(?:hidrantes?|corpo de bombeiros|fogos de artificio|saida de incendio|escada de incendio)',
    'posto de gasolina',
    'gasolina',
    '(?:preco|conta|medidor|botijao|fogao) (?:do|de|a) gas',
    'nao e (?:uma )?emergencia',
    '(?:animal|cachorro|cachorra|gato|gata|esquilo|guaxinim|rato|passaro|ave|pombo) (?:\\w+ )?(?:mort\\w+|ferid\\w+|atropelad\\w+|perdid\\w+|desaparecid\\w+|pres[oa])',
    '(?:detector|alarme) de (?:fumaca|monoxido)(?: de carbono)? (?:nao funciona|quebrad\\w+|sem bateria)',
    '(?:preciso|instalar|falta|nao tem|sem|quero) (?:de )?(?:um |uma )?(?:detector|alarme) de (?:fumaca|monoxido)(?: de carbono)?',
    'fumaca de (?:cigarro|maconha|churrasco|churrasqueira)',
    '(?:pode|podem|vai|quase|perigo de|alguem vai) (?:\\w+ )?(?:causar |ter |haver )?(?:um )?(?:acidente|se machucar|incendio)',
    ...near(
      'barulho|sal|calor|frio|cheiro|fedor|buracos?|transito|musica|neve|alergia|aluguel|impostos?|multas?|obra|mosquitos|rua',
      'mat(?:a|am|ou|ando|ar)|morrendo|morro|afog\\w+',
    ),
    '(?:alguem|a gente|uma crianca|um dia) (?:ainda )?(?:se )?(?:vai|vao) (?:se )?(?:matar|morrer|cair|machucar|ferir|afogar|acidentar)',
    'morr(?:endo|o) de (?:vontade|fome|calor|frio|rir|sede|tedio|saudade)',
    'explosao de (?:ratos?|lixo|pichac\\w+|cor\\w*|baratas|gente|populac\\w+)',
    'afog\\w+ (?:em|no|na|com) (?:o |a |tanto )?(?:lixo|neve|papelada|divida\\w*|folhas)|ciclone bomba|bombas? (?:de (?:agua|gasolina))',
    'mat(?:a|am|ou|ando|aram) (?:a|o|minha|meu|meus|as|os) (?:grama|gramado|plantas?|arvores?|pneus?|carro|ratos?|negocios?|flores|suspensao|costas)',
    '(?:cabo|cabos|fio|fios|linha) (?:de |da |do )?(?:internet|telefone|tv|comcast|verizon|net|fibra)',
    '(?:quase )?(?:tive|ter|tenho|da|deu) um (?:infarto|treco|ataque de)|perd\\w+ (?:a|o|sua|seu|minha|meu) (?!filh|bebe|crianca|menin|net|sobrinh)\\w+|bala perdida\\? nao|pistolas? de (?:agua|pregos|pintura|brinquedo|calor|radar)',
    '(?:licenca|porte|permissao|registro) (?:de|para|pra) (?:\\w+ )?armas?',
    'fumaca ~ (?:churrasc\\w+|cigarr\\w+|maconha|cozinha|restaurante|onibus|caminhao|escapamento)',
    '(?:saida|porta|luz|veiculos?|sala|faixa|telefone) de (?:emergencia|incendio|bombeiros?)|caminhao (?:de|dos) bombeiros?|delegacia',
    'alarme d[oe] carros?',
    '(?:alarme|detector) de (?:fumaca|monoxido|incendio) ~ (?:bateria|pilha|nov[oa]|gratis|graca|instal\\w+)|(?:pego|consigo|arrumo|quero) (?:um )?(?:alarme|detector)',
    '(?:gat[oa]|cachorr[oa]|pombo|passaro|guaxinim|esquilo|gamba|rato|veado|animal|bicho) ~ (?:perdid\\w+|atropelad\\w+|mort\\w+|ferid\\w+|afogad\\w+|pres[oa]|sumiu|fugiu)',
    'queim\\w+ (?:pneus?|borracha)',
  ],
  lasting: [
    ...near(
      'gas|botijao',
      'cheir\\w+|odor|fed\\w+|vaza\\w*|vazamento|escap\\w+|saindo|sai|assobi\\w+|chiando|romp\\w+|quebr\\w+|fur\\w+|estour\\w+|chei[oa]|sinto|sentindo|tont[oa]s?',
    ),
    'ovos? podres?',
    ...near(
      'monoxido|(?:detector|alarme|sensor) (?:de|do) co',
      'toc\\w+|dispar\\w+|apit\\w+|soa\\w*|nao para|tont[oa]s?|cabeca|vomit\\w+|nivel|niveis|alto|mal|enjoad\\w+|sonolent\\w+',
    ),
    ...near(
      child,
      'sumiu|sumid[oa]|desaparec\\w+|perdid[oa]s?|se perdeu|nao (?:voltou|apareceu|chegou)|trancad[oa]s?|fechad[oa]s? (?:no|num|dentro)|sozinh[oa] (?:no|num|na rua|chorando|andando|dentro)|levad[oa]|sequestr\\w+',
    ),
    ...near('nao (?:acho|encontro|vejo)|perdi|levaram|pegaram|raptaram|sequestr\\w+|sumiu', child),
    'ench\\w+ de gas|gas ~ (?:dor de cabeca|tont\\w+|enjo\\w+)',
    ...near('(?:se )?soltou|nao (?:a |o )?vejo|fugiu|escapou', 'menin[oa]|filh[oa]|crianca|bebe', 40),
  ],
  sudden: [
    '(?:cheiro|cheirando|cheira|sinto|sentindo|odor) (?:\\w+ )?(?:\\w+ )?gas',
    '(?:vazamento|fuga|escape|vazando) (?:\\w+ )?gas',
    'gas vazando',
    'monoxido',
    '(?:incendio|pegando fogo|pegou fogo|em chamas|chamas|tem fogo|fogo|queimando|incendiando)',
    '(?:muita|saindo|vejo|tem|cheia de|cheiro de|cheio de) fumaca|fumaca (?:saindo|preta|no|na|em)|fumo (?:preto|saindo)',
    'explosao|explodiu|explodindo|bomba',
    '(?:fio|fios|cabo|cabos|poste|linha|rede) (?:\\w+ )?(?:\\w+ )?(?:caid[oa]s?|caiu|no chao|soltando faiscas?|faiscando|desencapad[oa]s?|energizad[oa]s?|solt[oa]s?|partid[oa]s?|na rua)',
    'faiscas?|faiscando|eletrocutad[oa]|choque eletrico|levou (?:um )?choque|curto-?circuito',
    'nao (?:esta |ta |consegue )?(?:respira(?:ndo)?|respirar|acorda(?:ndo)?)|nao consigo respirar|sem respirar',
    'inconsciente|desmaiad[oa]|desmaiou|convuls\\w+|infarto|ataque cardiaco|derrame|afogando|se afogando|afogad[oa]|afogou|sangrando|hemorragia|morrendo|engasgad[oa]|engasgando',
    '(?:pessoa|homem|mulher|crianca|menino|menina|alguem|senhor|senhora|rapaz) (?:\\w+ )?(?:\\w+ )?(?:caid[oa]|ferid[oa]|mort[oa]|baleado|esfaquead[oa]|atropelad[oa]|pres[oa]|no chao|inconsciente)',
    'ferid[oa]s?|atropela\\w+|atropelou|cadaver|corpo (?:morto|boiando|na agua)|gente ferida',
    'acidente|batida (?:de carro|feia)|colisao|capotou|capotad[oa]|bateram',
    'tiros|tiroteio|baleado|disparos?|atirando|atirou|levou (?:um )?tiro|tiro',
    '(?:com|tem|puxou|sacou|apontando|segurando) (?:uma? |a )?(?:arma|pistola|faca|revolver|facao|rifle|machado)|armad[oa]s?|esfaque\\w+|facada|faca na mao|revolver|pistola',
    '(?:batendo|agredindo|atacando|espancando|assaltando|roubando|estuprando|ameacando|perseguindo|matando|apanhando|sendo (?:atacad[oa]|agredid[oa]|assaltad[oa]|roubad[oa]|espancad[oa]))(?! (?:porta|o portao|a porta|na janela|muito barulho))',
    'briga|brigando|assalto|assaltante|estupro|violencia domestica|sequestr\\w+|vai me matar|quer me matar|querem me matar|vai matar|assassin\\w+|invasor|ladrao|ladroes|invadindo|invadiram',
    '(?:crianca|filh[oa]|bebe|menin[oa]|net[oa]|sobrinh[oa]) (?:\\w+ )?(?:\\w+ )?(?:desaparecid[oa]|desapareceu|perdid[oa]|sumiu|sumid[oa]|trancad[oa]|se perdeu|caiu|sozinh[oa] no carro)',
    '(?:nao (?:acho|encontro|consigo achar|consigo encontrar)|perdi|sumiu|desapareceu|levaram|pegaram) (?:o |a )?(?:meu|minha|uma|um) (?:filh[oa]|crianca|bebe|net[oa])',
    '(?:predio|casa|teto|parede|ponte|muro|varanda|andaime|telhado|edificio|sacada) (?:\\w+ )?(?:\\w+ )?(?:desab\\w+|caiu|caindo|desmoron\\w+|ruiu|colaps\\w+)',
    'desab(?:ou|amento|ando)|desmoron\\w+',
    '(?:caiu|caido) (?:na|no|dentro) (?:da |do )?(?:agua|rio|mar|lago|gelo|bueiro|buraco aberto)',
    '(?:chame|chamem|mande|mandem|preciso|precisamos|manda|liga|ligue) (?:d[aeo] |a |o |pra |para )?(?:uma )?(?:ambulancia|policia|bombeiros?|911)',
    'socorro|emergencia|urgencia medica|perigo de vida',
    ...near(
      'fios?|cabos?|linha (?:de alta|eletrica)|rede eletrica|fiacao',
      'caid\\w+|caiu|cairam|no chao|faisc\\w+|fogo|energizad\\w+|solt[oa]s?|desencapad\\w+|meio da rua|arrebent\\w+|romp\\w+|arranc\\w+|dando choque',
    ),
    ...near(
      'postes?|transformador|caixa de luz|tomada|relogio de luz',
      'faisc\\w+|explod\\w+|estour\\w+|fogo|fumaca|choque|queim\\w+|solt\\w+',
    ),
    '(?:levou|tomou|levei|tomei|dando|da) (?:um )?choque|curto',
    ...near(
      'fogo|chamas?|labaredas?',
      `tem|peg\\w+|bot\\w+|coloc\\w+|tac\\w+|toc\\w+|sai\\w+|janela|${building}|carro|mato`,
    ),
    ...near(
      `${building}|carro|caminhao|loja|padaria|cozinha|lixeira|mato|arvore|floresta`,
      'queimando|pegando|pegou fogo|incendi\\w+|ardendo|em chamas',
    ),
    ...near('fumaca', `saindo|sai|preta|muita|densa|${building}|janela|corredor|porao`),
    ...near('alarme de incendio', 'tocando|disparou|soando'),
    ...near(
      person,
      'desmai\\w+|nao (?:se mexe|mexe|responde|reage|acorda|respira)|sem sentidos|desacordad[oa]|infart\\w+|convuls\\w+|ataque (?:cardiaco|do coracao)|sangr\\w+|engasg\\w+|sufoc\\w+|rox[oa]|passando mal|caid[oa] (?:no|na)|derrame|avc',
    ),
    '(?:dor|dores) no peito|falta de ar|nao (?:consegue|consigo|ta conseguindo|to conseguindo) respirar|tendo um (?:infarto|derrame|avc|ataque)|parto|dando a luz',
    '(?:me|nos|nela|nele|te) (?:bat\\w+|agred\\w+|ameac\\w+|enforc\\w+|persegu\\w+|seguindo|atac\\w+|estupr\\w+|assalt\\w+|roub\\w+|espanc\\w+|trancou|segue)(?! (?:todo|cada|sempre))|(?:ta|esta|tao|estao|sendo) (?:me |nos )?(?:batendo|espancando|agredindo|ameacando|enforcando|seguindo|perseguindo|esfaqueando|assaltando|roubando|atacando|espancad[oa]|agredid[oa]|assaltad[oa]|brigando)',
    ...near(
      'minha porta|minha casa|meu apartamento|minha janela|a porta|casa d[oae]',
      'arromb\\w+|invad\\w+|forc\\w+|chut\\w+|quebr\\w+ (?:a|minha)|entr\\w+ (?:na|no|a forca)|ladra\\w+|tent\\w+ entrar',
    ),
    '(?:quer|vai|vao|querem|ameac\\w+) (?:me |nos |ela |ele |de )?(?:matar|morte)(?: (?:me|ela|ele|todo))?|grit\\w+ (?:socorro|por socorro|pedindo)|pancadaria|porrada',
    ...near(
      'armas?|pistola|faca|facao|revolver|rifle|espingarda|canivete|taco',
      `apont\\w+|ameac\\w+|com um[a]?|sac\\w+|pux\\w+|tem um|segur\\w+|na mao|ach\\w+|encontr\\w+|${person}`,
    ),
    'tiros?|tiroteio|bala\\w* perdida|atir\\w+|balead\\w+|esfaque\\w+|facadas?',
    'atropel\\w+|passou por cima',
    ...near(
      'carros?|onibus|caminhao|moto\\w*|bicicleta|bike|trem|van|patinete',
      'capot\\w+|vir(?:ou|ado)|bateu (?:em|no|na|numa?) (?:alguem|uma? (?:pessoa|senhora?|crianca|mulher|homem|ciclista)|gente)|feridos|machucad\\w+|pres[oa]s?|ferragens',
    ),
    ...near(
      'batida|acidente|colisao|bateram',
      'feridos?|machucad\\w+|gente|pres[oa]s|sangr\\w+|ambulancia|feia|grave|serio',
    ),
    ...near(person, 'se afog\\w+|afogando|na agua|nao sabe nadar|afundando|correnteza'),
    `(?:${child}|${person}) (?:\\w+ )?(?:caiu|pulou|escorregou|entrou|caido) (?:\\w+ )?(?:no|na|num|numa|dentro) (?:d[oa] )?(?:piscina|agua|rio|lago|mar|canal|gelo|lagoa|bueiro|porto|poco|trilho|trilhos)`,
    ...near(building, 'desab\\w+|desmoron\\w+|ruiu|colaps\\w+|veio abaixo|vindo abaixo'),
    inOrder(building, 'caiu|cedeu|afund\\w+|caindo (?:em cima|pedac\\w+)', 25),
    '(?:gente|pessoas?|alguem) (?:embaixo|debaixo|soterrad\\w+|pres[oa]s?)|soterrad[oa]s?|(?:debaixo|embaixo) dos escombros',
    'teve um troco|passou mal|caiu dur[oa]|ta no chao|no chao e nao|perdeu os sentidos|nao (?:se )?levanta|encapuzad\\w+|mascarad\\w+|(?:assaltando|roubando) (?:a|o|uma?|na|no) |muito sangue|poca de sangue|parada cardiaca|dando a luz|espumando|intoxic\\w+|passou por cima de|prensou',
    ...near('homem|mulher|senhora?|cara|gente|alguem', 'mascara|capuz', 15),
    ...near(
      'palid[oa]|boca torta|braco dormente|nao (?:consegue )?fala\\w*',
      'palid[oa]|nao (?:consegue )?fala\\w*|suando|boca',
      30,
    ),
  ],
  crisis: [
    'suicidio',
    '(?:quero|vou|queria|penso em|vontade de|desejo|pensando em|prefiro|planejo|tentar) (?:morrer|me matar|tirar (?:a )?minha vida|acabar com (?:a )?minha vida|me suicidar|me enforcar|me machucar|me cortar|acabar com tudo)',
    '(?:me matar|matar-me|me suicidar|tirar a propria vida|se suicidar|suicidar)',
    '(?:quer|vai|tentando|ameaca|tentou|querendo|ameacando) (?:se matar|se suicidar|morrer|tirar a (?:propria )?vida|se jogar|pular da ponte|se enforcar|se machucar)',
    'nao (?:quero|aguento) (?:mais )?(?:viver|estar vivo|estar viva|a vida)',
    'nao quero mais (?:viver|existir)',
    'nao vale (?:a pena|mais a pena) viver',
    '(?:pular|se jogar|me jogar|saltar|jogar) (?:da|do|de) ~ ?(?:ponte|predio|telhado|janela)',
    'overdose',
    'overdosou',
    '(?:tomou|tomei|engoliu) (?:muitos|muitas|todos os|um monte de) ~ ?(?:comprimidos|remedios|pilulas)',
    'cortar os pulsos',
    'automutila\\w*',
    ...near('(?:a|minha|propria|sua) vida', 'acabar com|tirar|terminar com|dar fim|por fim|nao vale'),
    'acabar com tudo|nao aguento mais (?:viver|a vida|essa vida|nada)|nao quero (?:mais )?(?:acordar|existir|estar aqui)|(?:seria|ficaria\\w*) melhor sem mim|vontade de (?:morrer|sumir|me matar)|nao tenho (?:motivo|razao) pra viver',
    '(?:disse|diz|fala\\w*|ameac\\w+|jura) (?:\\w+ )?(?:que |em |de )?(?:vai |quer |se )+(?:matar|morrer|suicidar|enforcar|jogar|cortar)',
    'se (?:vai |quer )?(?:enforc\\w+|jogar|atirar|suicid\\w+)|(?:quer\\w*|vai|prestes a|ameac\\w+) (?:se )?(?:pular|jogar|saltar)(?! (?:lixo|bola|fora|amarelinha))',
    ...near(
      'beirada|beira|parapeito|borda|telhado|ponte|terraco|viaduto',
      'em pe|parad[oa]|sentad[oa]|quer (?:pular|se jogar)|querendo|se jogar|pular',
    ),
    ...near('pulsos?|veias', 'cort\\w+'),
    'me (?:cort(?:o|ando)|machucar|ferir)(?! o cabelo)',
    ...near(
      'comprimidos?|remedios?|pilulas?|calmantes?',
      'cartela|vidro|frasco|todos|monte|muitos|demais|punhado|engol\\w+|inteir[oa]',
    ),
    'overdose|superdose|(?:precis\\w+|tragam|manda\\w*) (?:de )?(?:narcan|naloxona)|passou da dose',
    ...near(
      'seringa|agulha|heroina|fentanil|droga|injetou|usou',
      'nao (?:acorda|responde|respira|reage)|no braco|rox[oa]|desacordad[oa]',
    ),
    'nao quero (?:mais )?(?:estar|ficar) (?:viv[oa]|aqui)|amanha (?:eu )?nao (?:vou estar|estarei)|me perdoem|adeus (?:a todos|mundo)|vou (?:me )?(?:jogar|enforcar)',
    '(?:vai|vou|quer|disse que) (?:se )?dar um tiro(?: na cabeca)?',
  ],
  past: [
    '(?:na|desde|nesta|nessa) (?:segunda|terca|quarta|quinta|sexta)(?: ?-?feira)?|no (?:sabado|domingo)|teve|ontem|anteontem|semana passada|mes passado|ano passado|(?:verao|inverno) passado|ha (?:um|uma|dois|duas|tres|varios|\\d+) (?:dias?|semanas?|mes(?:es)?|anos?)|(?:dias?|semanas?|meses|anos?) atras|em (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)|ja (?:consertaram|apagaram|arrumaram|limparam)',
    'desde (?:a|o) (?:batida|acidente|incendio|tiroteio|briga)|depois d[oa] (?:batida|acidente|incendio)',
  ],
  unreal: [
    'algum dia|um dia desses|qualquer dia|qualquer hora|mais cedo ou mais tarde|antes que|pra nao|para nao|se nao (?:colocar\\w*|arrumar\\w*|fizer\\w*)|em caso de|caso (?:tenha|haja|sinta)',
    'alguem (?:vai|pode|ainda vai) \\w+|(?:pode|poderia|podem) (?:cair|causar|ter|haver|acontecer|matar|morrer|machucar|explodir|pegar|afogar|dar)|quase|por pouco|perigo de|risco de|medo',
    'sempre|todo (?:dia|fim de semana|ano|mes)|toda (?:noite|semana|hora)|cada (?:dia|noite|semana)|constantemente|muitos acidentes|direto',
    'o que (?:eu )?(?:faco|fazer|devo fazer) (?:se|quando|em)|onde (?:pego|posso|consigo|compro|arrumo|fica)|como (?:consigo|tiro|faco|posso)|quando (?:e|sao|tem|vai ser)|aulas? (?:de|pra|para)|treinamento|gratis|de graca|cursos?|filme',
  ],
  now: [
    'agora mesmo|neste momento|nesse momento|acab(?:ou|aram|ei) de|corre|rapido|urgente|nao (?:respira|se mexe|responde|acorda)|por favor (?:venham|mandem|manda)',
  ],
}
