import { stemOf } from '../category/tokens.ts'

/** Words of questions that say nothing of what is asked about, folded and stemmed. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the i im ive id me my mine we us our you your u ur he she it its they them their this that these those there here
  is are am was were be been being do does did doing done have has had having can could will would shall should may might must
  what whats which who whom whose how hows when whens where wheres why if so to of in on at by for from with about into as
  and or but not no any some please pls plz hi hello hey thanks thank tell know knows want wanna need get got gotta find
  just still also too very really ok okay need to like sir maam someone anyone somebody anybody question ask asking wondering boston city ciudad cidade does doesnt dont didnt wont cant isnt arent lets let us go going come comes came thing things people who whos use used way ways kind sort new old big little own make made take takes taken put give given gave see say says said look looking bring brought happen happens ok possible exactly actually already yet after before until by out up down off back over
  el la los las un una unos unas de del al en y o que cual cuando donde como por para con mi mis su sus se es son esta estan hay puedo puede hacer
  necesito quiero saber favor hola gracias le lo me si hago haga hacer debo debe pide pido pedir tengo tiene ten sin ya desde hasta muy mas nuestro nuestra usted ustedes eso esto esa ese fue ser voy va van era todo
  o os as um uma uns umas do da dos das no na nos nas e ou qual quando onde como por para com meu minha seu sua posso pode preciso quero saber faco fazer tenho tem meus minhas ja ate desde isso isto pelo pela vou vai voces voce
  le la les un une des du de en et ou quel quelle quand ou comment pour avec mon ma mes je puis peux dois est ce que qui il
  mwen ou li nou yo yon la a an nan ak ki kote kile kijan pou se gen kapab ka fe vle bezwen konnen m w l n sa dwe genyen te ap pral pa nan yo nou ou mwen menm sou ak epi pote jwenn moun
  toi ban cua la co khong o dau khi nao lam sao the nao cho va de duoc mot cai nay muon can biet xin chao phai lam gi co khong the nay kia nha em anh chi ai bao nhieu thi
  я вы мы мне мой моей моё у нас наш наша есть ли бы быть какая какой какие что чтобы как где когда что это в на и с по для ли не есть можно нужно могу
  的 吗 嗎 什 么 麼 怎 哪 里 裡 請 请 问 問 可 以 要 我 你 们 們 是 在 了 这 這 那 有 个 個 到 想 能 会 會 被 把 给 給 几 幾
  ما هو هي هل كيف أين متى من في على إلى أن أنا لي عن
  waa maxaan ayaa sideen waxaan maxay goorma xaggee u ku ka la oo aan iyo
  kuze ki modi N ta bu na pa nha es undi ken`
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => [word, stemOf(word)]),
)
