import { stemOf } from '../category/tokens.ts'

/** Words of questions that say nothing of what is asked about, folded and stemmed. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the i im ive id me my mine we us our you your u ur he she it its they them their this that these those there here
  is are am was were be been being do does did doing done have has had having can could will would shall should may might must
  what whats which who whom whose how hows when whens where wheres why if so to of in on at by for from with about into as
  and or but not no any some please pls plz hi hello hey thanks thank tell know knows want wanna need get got gotta find
  just still also too very really ok okay need to like sir maam someone anyone somebody anybody question ask asking wondering
  el la los las un una unos unas de del al en y o que cual cuando donde como por para con mi mis su sus se es son esta estan hay puedo puede hacer
  necesito quiero saber favor hola gracias le lo me si
  o os as um uma uns umas do da dos das no na nos nas e ou qual quando onde como por para com meu minha seu sua posso pode preciso quero saber
  le la les un une des du de en et ou quel quelle quand ou comment pour avec mon ma mes je puis peux dois est ce que qui il
  mwen ou li nou yo yon la a an nan ak ki kote kile kijan pou se gen kapab ka fe vle bezwen konnen
  toi ban cua la co khong o dau khi nao lam sao the nao cho va de duoc mot cai nay muon can biet xin chao
  я вы мы мне как где когда что это в на и с по для ли не есть можно нужно могу`
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => [word, stemOf(word)]),
)
