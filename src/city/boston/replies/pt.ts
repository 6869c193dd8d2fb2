import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Portuguese (Brazil), with "você". Most sentences need letters outside GSM-7, so they are short. */
export const pt: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Se alguém está em perigo, ligue para 911 agora. O 311 não pode enviar socorro de emergência.',
  crisis:
    'Você não precisa passar por isso sem ajuda. Ligue ou escreva para 988: é grátis, a qualquer hora. Perigo agora? Ligue para 911.',

  report: 'seu pedido',
  at: (what, where) => `${what} em ${where}`,
  number: (reference) => `Seu protocolo: ${reference}.`,
  numbers: (reference, caseNumber) => `Seu protocolo: ${reference} (caso da Prefeitura: ${caseNumber}).`,
  target: (by, span) => (span === null ? `Meta: até ${by}.` : `Meta: ${span} (até ${by}).`),
  spans: {
    hours: { one: '# hora', other: '# horas' },
    days: { one: '# dia', other: '# dias' },
    businessDays: { one: '# dia útil', other: '# dias úteis' },
  },

  thanks: 'Agradecemos.',
  filed: (what) => `Registramos: ${what}.`,
  filedMany: 'Registramos:',
  ifWrong: ['Algo errado? Envie o endereço certo ou NÃO.', 'Erro? Envie NÃO.'],
  askCorrection: [
    'O que está errado? Envie o endereço certo ou diga qual é o problema. CANCEL retira o pedido. Uma pessoa do 311 também vai verificar.',
    'O que está errado? Envie o endereço certo ou diga qual é o problema. Uma pessoa do 311 também vai verificar.',
    'O que está errado? Envie o endereço certo.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} cuida disso.` : `${owner} (${phone}) cuida disso.`,

  confirm: (what) => `É isto: ${what}?`,
  confirmPlace: (where) => `É aqui: ${where}?`,
  confirmAny: 'Entendemos certo?',
  yesOrNo: ['Responda SIM ou NÃO.', 'SIM ou NÃO?'],

  gotPhoto: 'Recebemos a foto.',
  got: (what) => `Entendido: ${what}.`,
  askWhat: ['Qual é o problema? Poucas palavras bastam.', 'Qual é o problema?'],
  askWhere: ['Onde fica? Envie o endereço, a esquina mais próxima ou o nome do lugar.', 'Onde fica?'],
  askBoth: [
    'Qual é o problema e onde fica? Envie poucas palavras e o endereço ou a esquina mais próxima.',
    'Qual é o problema e onde fica?',
  ],
  chooseWhat: ['Qual destes é?', 'Qual?'],
  otherWords: 'Responda com o número ou com outras palavras.',
  whichStreet: (street) => `Qual ${street}?`,
  whichOne: 'Onde?',
  replyNumber: 'Responda com o número ou o bairro.',
  askNumber: (street) => `Em que ponto de ${street}? Envie o número da casa ou a rua que cruza.`,
  askNumberShort: 'Qual o número da casa ou a rua que cruza?',
  oneMore: (what) => `Mais uma pergunta sobre isto: ${what}.`,
  inEnglish: 'Em inglês:',
  tellMore: ['Por favor, conte um pouco mais.'],

  personLooks: 'Uma pessoa do 311 vai verificar.',
  reasons: {
    emergency: 'Há perigo? Ligue para 911.',
    crisis: 'Há perigo? Ligue para 911, ou ligue ou escreva para 988.',
    'agent-wanted': 'Você pediu para falar com uma pessoa.',
    'not-fixed': 'Lamentamos que não esteja resolvido.',
    'service-unclear': 'Não conseguimos saber qual serviço é necessário.',
    'place-unclear': 'Não encontramos o lugar.',
    'service-needs-person': 'Uma pessoa verifica primeiro este tipo de pedido.',
    'outside-city': 'Talvez fique fora de Boston.',
    question: 'Não podemos responder a isso automaticamente.',
    'change-after-filing': 'Já está registrado; uma pessoa precisa fazer a mudança.',
    abandoned: 'Você estava nos contando isto, e passamos adiante o que enviou.',
    unreadable: 'Não conseguimos ler sua mensagem.',
    'not-filed': 'Não conseguimos registrar sozinhos.',
  },
  corrected: (what) => `Mudamos. Agora está assim: ${what}.`,
  added: 'Adicionamos ao seu pedido.',
  sendPhoto: ['Responda com uma foto para incluir.'],
  photoLink: 'Adicione uma foto aqui:',
  cancelled: (what) => `Cancelado: ${what}.`,
  dropped: 'Certo. Nada foi registrado.',
  nothingToCancel: [
    'Não há nada para cancelar. Para parar de receber mensagens, responda STOP.',
    'Não há nada para cancelar.',
  ],

  state: {
    review: 'aguarda uma pessoa do 311',
    filing: 'em registro',
    filed: 'registrado',
    closed: 'encerrado',
    cancelled: 'cancelado',
    refused: 'não registrado',
  },
  sentTo: (department) => `enviado para ${department}`,
  andMore: (count) => `E mais ${count}.`,
  statusUnknown: (reference) => `Não encontramos ${reference}.`,
  statusUnknownHint: 'Por favor, confira o número.',
  statusNone: [
    'Não temos nenhum pedido seu aqui. Diga qual é o problema e onde, ou envie um número como BOS-1234-5678.',
    'Não temos nenhum pedido seu aqui.',
  ],

  agentCalled: ['Passamos isto a uma pessoa do 311.'],
  notFixed: [
    'Lamentamos que não esteja resolvido. Uma pessoa do 311 vai verificar de novo.',
    'Uma pessoa do 311 vai verificar de novo.',
  ],
  questionKept: ['Uma pessoa do 311 vai ler sua pergunta.'],
  commentKept: ['Agradecemos. Uma pessoa do 311 vai ler seu comentário.', 'Uma pessoa do 311 vai ler.'],
  orCall: `Ou ligue para 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Você também pode enviar o lugar por mensagem direta.',
  notHere: {
    direct: 'Para sua privacidade, envie-nos uma mensagem direta sobre isto.',
    call: `Para sua privacidade, ligue para o 311 sobre isto (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Parece ser em ${town}, fora de Boston.`,
  onlyBoston: 'Só registramos pedidos de Boston.',
  outsideCall: (phone) => (phone === null ? 'Por favor, fale com essa cidade.' : `Ligue para: ${phone}.`),

  welcome: [
    'Olá, este é o assistente automático do 311 de Boston. Qual é o problema e onde fica? Uma foto ajuda. Emergência: ligue 911.',
    '311 de Boston, automático. Qual é o problema e onde fica? Emergência: ligue 911.',
  ],
  help: [
    `O 311 de Boston recebe pedidos que não são emergências: buracos, lixo, luzes, barulho e mais. Diga o que é e onde; uma foto ajuda. STATUS: novidades. AGENT: uma pessoa. STOP: parar mensagens. Ou ligue para 311 (${contacts.hotlineFromAnywhere}). Emergência: 911.`,
    `311 de Boston: diga o que é e onde. STOP: parar mensagens. Ligue para 311 ou ${contacts.hotlineFromAnywhere}. Emergência: 911.`,
  ],
  welcomeBack: [
    'Você volta a receber mensagens do 311 de Boston. Diga qual é o problema e onde. STOP para parar.',
    'Você volta a receber mensagens do 311 de Boston. STOP para parar.',
  ],
  optedOut: [
    `Você não vai mais receber mensagens do 311 de Boston. Responda START para voltar. Você sempre pode ligar para 311 (${contacts.hotlineFromAnywhere}).`,
    'Você não vai mais receber mensagens do 311 de Boston. Responda START para voltar.',
  ],
  thankedBack: 'De nada.',
  notUnderstood: [
    'Desculpe, não entendemos. Diga qual é o problema e onde, em poucas palavras. HELP: ajuda.',
    'Desculpe, não entendemos. Qual é o problema e onde fica?',
  ],

  linkOther: 'Fez pedidos por outro meio? Envie LINK e aquele telefone ou e-mail.',
  codeSent: (half) =>
    `Se esse endereço já escreveu para nós, enviamos 4 números a ele. Envie-os aqui em 10 minutos, com ${half} na frente.`,
  code: (half) =>
    `311 Boston: seus 4 números são ${half}. Envie-os só de onde você pediu. Se não pediu, não faça nada.`,
  linked: 'Pronto. Os dois estão ligados: STATUS mostra os pedidos de ambos. UNLINK desfaz.',
  codeWrong: 'Esses números não conferem ou venceram. Envie LINK e o endereço para receber outros.',
  unlinked: 'Pronto. Não estão mais ligados.',

  newsAsked: {
    sms: (code) =>
      `Para receber notícias por mensagem de texto, responda à nossa com este código: ${code}. Ela chega entre 8h e 21h.`,
    email: (code) => `Para receber notícias por e-mail, responda ao nosso e-mail com este código: ${code}.`,
  },
  newsKnown: 'Enviamos as notícias para o mesmo telefone ou e-mail de antes.',
  newsOffered:
    '311 Boston: alguém nos deu este contato. Foi você? Responda com o código que viu. Se não, não faça nada. STOP: sem mais mensagens.',
  newsHere: [
    'Pronto. Você vai receber aqui as notícias do seu pedido. STOP encerra.',
    'Pronto. Você vai receber as notícias aqui. STOP encerra.',
    'Pronto.',
  ],
  newsCodeWrong: 'Esse código não está certo ou já venceu.',

  decided: (what) => `Uma pessoa do 311 viu seu pedido e registrou: ${what}.`,
  refused: (what) => `Uma pessoa do 311 verificou e não registrou: ${what}.`,

  closed: (what) => `A Prefeitura encerrou este caso: ${what}.`,
  news: (what) => `Novidades da Prefeitura: ${what}.`,
  updates: 'Novidades da Prefeitura:',
  theirNote: (note) => `Nota da Prefeitura: "${note}"`,
  answers: 'Uma pessoa do 311 responde:',
  wordsNotFixed: 'NÃO FOI CONSERTADO',
  ifNotFixed: 'Não foi resolvido? Responda NÃO FOI CONSERTADO.',

  notices: {
    'photo-kept': 'Guardamos sua foto, mas não a abrimos automaticamente.',
    'video-kept': 'Guardamos seu vídeo, mas não o vemos automaticamente.',
    'audio-kept': 'Guardamos seu áudio, mas não o ouvimos automaticamente.',
    'contact-kept': 'Guardamos o contato que você enviou.',
    'file-kept': 'Guardamos seu arquivo, mas não o lemos automaticamente.',
    'file-broken': 'Um arquivo não abriu. Por favor, envie de novo.',
    'file-late': 'Um arquivo ainda não chegou.',
  },
}
