import type { Questions } from './shape.ts'

const yesNo = { yes: 'Sim', no: 'Não' }
const yesNoUnsure = { ...yesNo, unsure: 'Não sei' }
const bothThings = 'As duas coisas'
const inPark = 'Em que parte do parque fica?'
const unit = 'Qual é o apartamento ou o andar?'
const business = 'Qual é o nome do estabelecimento?'

/** Portuguese (Brazil), with "você". */
export const pt: Questions = {
  wordsBy: { by: 'machine' },
  asked: {
    pothole: {
      lane: 'Em que parte da rua fica: faixa de carros, ciclofaixa, faixa de pedestres ou faixa de estacionamento?',
      size: 'Qual é o tamanho?',
    },
    'sidewalk-repair': { injury: ['Alguém já se machucou por causa disso?', yesNo] },
    'utility-cover': { marking: 'Que letras estão na tampa?' },
    'manhole-missing': { guarded: ['Há algo em volta do buraco para avisar as pessoas?', yesNo] },
    'construction-complaint': {
      company: 'Que empresa está fazendo a obra, se você sabe?',
      permit: 'Há um número de licença à vista? Qual é?',
    },
    'street-flooding': {
      depth: 'Qual é a profundidade da água?',
      passable: ['Pessoas e carros conseguem passar?', yesNo],
    },
    'fire-hydrant': { running: ['Está saindo água agora?', yesNo] },
    'water-sewer-general': { account: 'Se for sobre uma conta: qual é o número da conta?' },
    'street-light-out': {
      pole: 'Que número está no poste?',
      lights: 'Quantas luzes estão apagadas?',
    },
    'street-lights-out-many': {
      from_to: 'De onde até onde as luzes estão apagadas?',
      lights: 'Mais ou menos quantas luzes estão apagadas?',
    },
    'street-light-damaged': {
      wires: ['Dá para ver fios desencapados? Por favor, fique longe deles.', yesNo],
      pole: 'Que número está no poste?',
    },
    'traffic-signal': {
      trouble: [
        'O que há com o semáforo?',
        {
          dark: 'Apagado',
          stuck: 'Travado ou piscando',
          damaged: 'Batido, virado ou pendurado',
          walk: 'Sinal ou botão de pedestre',
          timing: 'Os tempos',
        },
      ],
    },
    'sign-repair': { sign: 'O que diz a placa, ou o que deveria dizer?' },
    'sign-new': { wish: 'O que deveria ser colocado ali?' },
    'illegal-parking': {
      plate: 'Qual é a placa, se der para ler?',
      vehicle: 'Qual é a cor e o tipo do veículo?',
    },
    'abandoned-vehicle': {
      plate: 'Qual é a placa, ou não tem?',
      vehicle: 'Qual é a cor, a marca e o modelo?',
      days: 'Há quantos dias está ali?',
    },
    'parking-meter': { meter: 'Que número está no parquímetro?' },
    'parking-lot': {
      lot_kind: [
        'O estacionamento é da Prefeitura ou particular?',
        { city: 'Da Prefeitura', private: 'Particular', unknown: 'Não sei' },
      ],
    },
    valet: { business: 'De que estabelecimento são os manobristas?' },
    'missed-pickup': {
      material: [
        'O que não foi recolhido?',
        {
          trash: 'Lixo',
          recycling: 'Reciclagem',
          yard: 'Resíduos de jardim',
          food: 'Restos de comida',
          bulk: 'Item grande',
        },
      ],
    },
    'illegal-dumping': {
      plate: 'Se você viu quem foi: que placa ou nome de empresa você viu?',
    },
    'bulk-item': { items: 'Quais são os itens, e quantos?' },
    'recycling-cart': {
      request: [
        'Você quer um carrinho novo, uma troca ou devolver?',
        { new: 'Novo', replace: 'Troca', return: 'Devolução' },
      ],
      size: 'Que tamanho, grande ou pequeno?',
    },
    'recycling-sticker': { count: 'De quantos adesivos você precisa?' },
    graffiti: {
      surface: [
        'Está em propriedade particular, pública ou de uma concessionária?',
        {
          private: 'Particular',
          public: 'Pública',
          utility: 'De concessionária',
          unknown: 'Não sei',
        },
      ],
      offensive: ['É de ódio ou obsceno?', yesNo],
    },
    'dead-animal': { animal: 'Que tipo de animal é?' },
    'animal-domestic': {
      animal: 'Como é o animal?',
      state: 'Está perdido, foi achado, está solto ou em dificuldade?',
    },
    'animal-wild': { animal: 'Que animal é, e o que está fazendo?' },
    rodents: {
      seen: ['O que você viu?', { animals: 'Animais', burrows: 'Tocas ou buracos', droppings: 'Fezes' }],
      bite: ['Alguém foi mordido?', yesNo],
    },
    needle: {
      needle_qty: ['Mais ou menos quantas agulhas há?', { one: 'Uma', few: 'Algumas', many: 'Muitas' }],
      needle_loc_type: [
        'Está em propriedade pública ou particular?',
        { public: 'Pública', private: 'Particular' },
      ],
    },
    'human-waste': { surface: 'Onde está: na calçada, numa entrada, num beco?' },
    encampment: {
      people_count: 'Mais ou menos quantas pessoas ou barracas há?',
      needs_outreach: ['Alguém ali parece precisar de ajuda?', yesNoUnsure],
    },
    'food-safety': {
      business_name: business,
      incident_date: 'Quando aconteceu?',
      people_sick: 'Quantas pessoas ficaram doentes, se houve alguma?',
    },
    'air-pollution': {
      source_kind: 'De onde vem: de um veículo, de uma empresa, de uma obra?',
      time_of_day: 'Em que horários acontece?',
    },
    'tree-emergency': {
      blocking: [
        'O que está bloqueando?',
        { road: 'A rua', sidewalk: 'A calçada', both: bothThings, nothing: 'Nada' },
      ],
      touches_wires: ['Está encostando em algum fio?', yesNoUnsure],
    },
    'tree-pruning': { what_it_blocks: 'Em que os galhos batem, ou o que eles tapam?' },
    'tree-removal': {
      what_is_left: ['É uma árvore em pé ou um toco?', { tree: 'Árvore em pé', stump: 'Toco' }],
    },
    'tree-new': {
      empty_pit: ['Já existe um canteiro vazio para árvore na calçada?', yesNoUnsure],
    },
    'park-grounds': { where_in_park: inPark },
    'park-litter': {
      where_in_park: inPark,
      what_kind: [
        'É lixo no chão ou uma lixeira cheia?',
        { litter: 'Lixo no chão', barrel: 'Lixeira cheia', both: bothThings },
      ],
    },
    'park-equipment': {
      equipment: 'O que está quebrado?',
      someone_could_get_hurt: ['Alguém pode se machucar?', yesNoUnsure],
    },
    'park-lights': {
      where_in_park: 'Em que parte do parque fica a luz?',
      pole_number: 'Há um número no poste?',
    },
    'park-improvement': { suggestion: 'O que você gostaria de ver?' },
    'tree-in-park': { where_in_park: inPark },
    cemetery: { grave_location: 'Qual é a seção ou o túmulo?' },
    overgrown: { reaches_sidewalk: ['Bloqueia a calçada?', yesNo] },
    'property-condition': { occupied: ['Alguém mora ou trabalha ali?', yesNoUnsure] },
    'illegal-vending': {
      what_is_sold: 'O que estão vendendo?',
      time_of_day: 'Em que dias e horários eles estão ali?',
    },
    'abandoned-building': { can_get_in: ['Está aberto, de modo que dá para entrar?', yesNoUnsure] },
    'unsafe-building': {
      what_is_unsafe: 'Que parte é perigosa?',
      over_public_way: ['Pode cair em uma calçada ou rua?', yesNoUnsure],
    },
    'building-permit': {
      kind_of_work: 'Que obra está sendo feita?',
      when: 'Em que dias e horários eles trabalham?',
    },
    'zoning-use': { used_as: 'Para que está sendo usado?' },
    'unshoveled-sidewalk': {
      kind: ['É neve, gelo ou as duas coisas?', { snow: 'Neve', ice: 'Gelo', both: bothThings }],
    },
    'snow-plowing': {
      what_it_needs: [
        'É preciso tirar a neve ou jogar sal?',
        { plow: 'Tirar a neve', salt: 'Sal ou areia', both: bothThings },
      ],
    },
    'snow-other': { what_it_blocks: 'O que a neve está bloqueando?' },
    'blocked-sidewalk': { blocked_by: 'O que bloqueia a calçada?' },
    'student-move-in': { what_is_left: 'O que foi deixado ali?' },
    noise: {
      noise_kind: [
        'Que tipo de barulho é?',
        {
          people: 'Festa, música ou pessoas',
          construction: 'Obra',
          vehicle: 'Carros ou motos',
          animal: 'Um animal',
          machine: 'Uma máquina ou alarme',
          other: 'Outra coisa',
        },
      ],
      time_of_day: 'Em que dias e horários acontece?',
    },
    'aircraft-noise': { time_of_day: 'Em que dias e horários você ouve?' },
    heat: {
      unit,
      indoor_temperature: 'Qual é a temperatura lá dentro, se você sabe?',
      vulnerable_person: ['Mora ali um bebê, uma pessoa idosa ou alguém doente?', yesNo],
    },
    'housing-conditions': {
      unit,
      problem: 'O que está errado, e desde quando?',
      landlord_told: ['O proprietário sabe?', yesNo],
    },
    'no-utilities': {
      unit,
      utility: ['O que está faltando?', { gas: 'Gás', electricity: 'Eletricidade', water: 'Água' }],
      since_when: 'Desde quando?',
    },
    'bed-bugs': { unit, other_units: ['Outros apartamentos também têm?', yesNoUnsure] },
    'pests-home': {
      unit,
      pest: 'Que pragas você viu?',
      landlord_told: ['O proprietário sabe?', yesNo],
    },
    'short-term-rental': { listing: 'Onde está anunciado? Um link ajuda.', unit },
    'weights-measures': {
      business_name: business,
      product: 'O que você comprou, e quanto cobraram?',
    },
    'accessible-parking': {
      request_kind: [
        'Do que você precisa?',
        {
          new: 'Uma placa nova',
          repair: 'O conserto de uma placa',
          removal: 'A retirada de uma placa',
          barrier: 'Que verifiquem um obstáculo',
        },
      ],
    },
    'external-mbta': { route_or_station: 'Que linha, rota ou estação?' },
    'external-usps': {
      box_kind: 'É uma caixa de coleta azul, uma caixa verde do correio ou é sobre a entrega?',
    },
    'police-matter': { when: 'Quando acontece?' },
    comment: { about: 'É sobre que programa, departamento ou funcionário?' },
    'lost-item': { item: 'O que é, e como é?', when: 'Quando foi perdido ou achado?' },
    general: { request: 'Do que você precisa?' },
  },
}
