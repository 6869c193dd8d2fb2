/** How street names are written: suffixes, directions, short forms. Plain data, US English. @module */

/** Every written form of a street suffix → the City's short form in lower case. */
const suffixForms: Readonly<Record<string, string>> = {
  st: 'st str street streets sts stret steet sreet streeet strret stree stteet srteet streer steeet',
  ave: 'ave av avenue aves avenues avn aveneu avenu aveue avenida avneue avanue',
  rd: 'rd road roads rds',
  pl: 'pl place',
  ter: 'ter terr terrace terace',
  ct: 'ct court crt',
  way: 'way wy',
  park: 'park pk',
  sq: 'sq square sqr',
  ln: 'ln lane',
  dr: 'dr drive',
  cir: 'cir circle circ',
  pkwy: 'pkwy pky pkway parkway parkwy pwy',
  hwy: 'hwy highway hgwy hiway',
  blvd: 'blvd boulevard blv bvd bld boulavard bulevar',
  aly: 'aly alley',
  row: 'row',
  plz: 'plz plaza',
  whf: 'whf whrf wharf',
  mall: 'mall',
  ext: 'ext extension',
  grn: 'grn green',
  path: 'path',
  footway: 'footway fwy',
  bridge: 'bridge',
  cres: 'cres crescent',
}
const suffixes = new Map<string, string>()
for (const [short, forms] of Object.entries(suffixForms))
  for (const form of forms.split(' ')) suffixes.set(form, short)

/** The City's short form of a suffix word (`avenue` → `ave`), or undefined for another word. */
export const suffixOf = (word: string): string | undefined => suffixes.get(word)

const directions = new Map(
  Object.entries({
    n: 'n',
    north: 'n',
    s: 's',
    south: 's',
    so: 's',
    e: 'e',
    east: 'e',
    w: 'w',
    west: 'w',
    no: 'n',
  }),
)
/** `n`, `s`, `e` or `w` of a direction word, or undefined. */
export const directionOf = (word: string): string | undefined => directions.get(word)

const ordinalWords =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth'.split(
    ' ',
  )
const shortForms = new Map(
  Object.entries({
    mt: 'mount',
    ste: 'saint',
    centre: 'center',
    centr: 'center',
    theatre: 'theater',
    ft: 'fort',
    monsignor: 'msgr',
    reverend: 'rev',
    doctor: 'dr',
    fr: 'father',
    jr: 'junior',
    harbour: 'harbor',
    plgd: 'playground',
    playgrounds: 'playground',
    ply: 'playground',
    sta: 'station',
    hosp: 'hospital',
  }),
)

/** The form under which a word of a name is compared: short forms opened, ordinals as words, no apostrophe. */
export function canonical(word: string): string {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)
  if (ordinal) return ordinalWords[Number(ordinal[1])] ?? word
  return shortForms.get(word) ?? word
}

/**
 * Street names that are ordinary words: alone they name no place ("park", "water", "snow"). Chosen from
 * words that residents' texts hold in lower case without a street suffix behind them.
 */
export const ordinary: ReadonlySet<string> = new Set(
  (
    'ft a i m d p b o f c g h k l snow park st day weeks city lane back way water school new state well middle cross long salt commercial east ' +
    'station green old high white fall business winter west bridge first second third fourth fifth sixth seventh eighth ninth tenth thirteenth sixteenth call field branch ' +
    'south hill power wall center may service haven church main wait summer child lawn north wood silver plant orange ' +
    'head spring island fountain homes hotel brick brown town court common strong board bird list garden gray hall ' +
    'electric rock train ford harbor transportation mall market beach gravel holiday hospital life pond bush dock ball ' +
    'short surface sharp mark crane district granite stone tennis arrow bay forest cemetery mountain plain river ivy ' +
    'camp banks stadium pike cherry gold choice memorial transit landing walker terrace ring iron friend national ' +
    'courthouse village bent parkway port bell bill perimeter overlook tower king seafood milk terminal union story ' +
    'central grove rose museum railroad dodge purchase southern page sun academy guest miles exchange reading cooper ' +
    'cottage brook wise deer ward fleet elder pleasant circuit speedway channel woods circle range haul price mechanic ' +
    'fort unity broad industrial rich lime prairie prospect tide grew june chase star crown lake pie elbow marginal ' +
    'liberty cliff moon march grace gates smith pine pearl frost mascot stack rice hunter border fruit wharf play one ' +
    'two lot access private public alley dead front side same other this that the entire whole next every opposite end ' +
    'line bus bike fire drive road ave street avenue place entrance exit corner block night fence chain wide royal ' +
    'quiet bicycle minor major upper lower west bright fairly hope joy may will gate post office john joe paul ray ' +
    'cook carter dean mason porter baker taylor turner page read regent plum apple holly amber boston brighton ' +
    'dorchester roxbury charlestown allston mattapan roslindale fenway chelsea quincy cambridge newton milton dedham'
  ).split(' '),
)

/** Words that look like a name before `street`, `road` or `way` but are none. */
export const notNames: ReadonlySet<string> = new Set(
  (
    'the a an this that our my your their his her its these those each every any some all both no one two side main back ' +
    'cross city public private dead busy same other another whole entire narrow small quiet open own opposite next across ' +
    'near down up off on in at of to from and or by with into onto over along through between around adjacent parked park ' +
    'parking blocking front rear behind outside inside beside residential residents resident permit only right left wrong ' +
    'hit out for is are was be been has have had it as if so but not which where when there here near corner way bike bus ' +
    'fire travel driving plow plowed shovel shoveled clean cleaned cleaning sweep sweeping swept clear cleared block blocked ' +
    'light lights sign signs pot hole potholes pothole into flood flooded flooding leak leaking middle end first second third ' +
    'last past hundred please thank thanks still very really more less most many few several multiple abandoned broken trash ' +
    'dirty icy snowy unplowed unshoveled unsafe dangerous car cars truck trucks van vehicle vehicles sidewalk sidewalks ' +
    'driveway crosswalk intersection address location house building apartment neighbors neighbor street avenue road drive ' +
    'court place lane square way named called nearby local major minor heavily traffic moving turning wide long short steep ' +
    'caller children eleven twelve twenty thirty forty fifty hundred thousand entire adjoining access service frontage state side ' +
    'hilly lovely bumpy slippery curvy windy rough messy crowded noisy sunny shady muddy leafy nasty filthy ugly pretty'
  ).split(' '),
)
