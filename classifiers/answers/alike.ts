/**
 * Words that ask for the same thing; each line is one meaning, its first word stands for it. Only what residents
 * say in place of each other here: "sticker" is a permit, "rubbish" is trash.
 * @module
 */
import { tokenise } from '../category/tokens.ts'

const lines = `
trash garbage rubbish refuse trsh garbge
barrel bin bins barrels cart carts container containers
pickup collect collection collected picked pick collects
mattress matress matres boxspring
couch sofa sillon loveseat armchair bookcase dresser furniture
fridge refrigerator freezer appliance appliances nevera refrigerador refri lavadora
tv television televisions tvs monitor
ac conditioner airconditioner
leaves leaf foliage hedge clippings yardwaste twigs brush
compost composting
clothes clothing shirts textile textiles garments
recycle recycling recyclable recycled
sweeping sweep sweepers sweeper cleaning barren barrer limpian limpieza varrem limpam
permit permits sticker stickers permission parkng
resident residents residnt residential
apply application aplication applying enroll enrolling
handicap handicapped disabled disability accessible wheelchair hp
renew renewal renewing expires expiring expired
car auto vehicle automobile carro coche machin
tow towed towing impound impounded grua remolcado remolcaron rebocado rebocaram guinchado guincho
boot booted clamp
ticket tickets ticketed violation citation contravention
appeal dispute contest fight challenge
snow snowstorm blizzard storm
shovel shoveling shovelling shoveled
certificate certifcate cert record records certificates
marriage wedding marry married marrying weddings
death died passed deceased
birth born
excise
property realestate
abatement assessed assessment
bill bills
dog dogs puppy pup
pet cat kitten
business company dba shop salon
landlord owner landlords
tenant tenants renter renters
apartment apt rental unit condo
heat heating heated
evict evicted eviction quit
cheap affordable lowincome
rat rats mice mouse rodent rodents
noise loud noisy quiet
needle needles syringe syringes sharps
outage blackout
interpreter translator interpret translate translated
anonymous anonymously anonimous anonymity
public publish published visible
robot bot ai automatic
human
vote voting voter votes
poll polls polling
school schools kindergarten
library bpl
job jobs position hiring openings employment
lawyer attorney
claim claims reimbursement reimburse
moving move moved movers
truck uhaul
holiday holidays thanksgiving veterans patriots memorial presidents columbus indigenous labor juneteenth july julio feriado feriados
cambridge brookline quincy somerville newton chelsea revere everett medford milton dedham watertown winthrop malden arlington
christmas xmas
chemical chemicals pesticides pesticide antifreeze gasoline hazardous weedkiller killer gasolina pesticidas quimicos
paint
battery batteries
tree trees
temperature temp degrees
`

/** Stem to the stem that stands for it. */
export const alike: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = tokenise(line).map(({ stem }) => stem)
      return others.map((word): [string, string] => [word, first])
    }),
)
