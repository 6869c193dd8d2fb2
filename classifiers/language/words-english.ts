/**
 * Words of English as residents write to the city, with the short forms of texting; written by hand.
 * @module
 */
export const en = `
the a an and or but of to in on at by for from with without into onto over under near next between behind across front back corner there here this that these those it its
it's is isn't are aren't was wasn't were be been being am i i'm i've im ive my me mine you your u ur we we're our us they them their he she his her who what when where why how which
do does doesn't doesnt did didn't don't dont can can't cant could would should will won't wont has have had not no yes yeah yep nope please pls plz thanks thank thx hi hello hey ok okay
need needs needed want wants get got getting put take come came go going gone been still again already never always every day days week weeks month months year years yesterday today
tomorrow night morning all any some many much more most very too so just only also another other one two three four five since ago after before about because if then than as out up down
off away around along everyone someone anybody nobody somebody something nothing anything people guy man woman kids child children old new big huge large small little bad good great dangerous
street st road rd ave avenue sidewalk sidewalks curb alley driveway crosswalk intersection lane park playground school church store building house home apartment unit floor block neighborhood
pothole potholes hole holes pavement light lights streetlight lamp pole bulb dark flickering signal traffic red green stop sign signs missing broken damaged fallen fell bent trash garbage rubbish
recycling barrel barrels bin bins pickup picked missed collected collection dumped dumping dump mattress couch furniture litter tree trees branch branches limb stump leaves
rat rats mouse mice rodent rodents roaches bugs bees raccoon dog dogs cat cats dead animal bird squirrel snow ice plow plowed shovel shoveled unshoveled salt car cars truck van vehicle abandoned
parked parking illegally blocking blocked plates permit ticket towed tow meter hydrant drain sewer clogged overflowing flooding flooded flood water leak leaking leaks smell smells gas smoke fire
burning police ambulance emergency accident crash hurt injured noise loud music party neighbor neighbors neighbour landlord tenant heat hot cold mold graffiti tagged wall spray paint needles syringe
bike bikes scooter bus fence gate bench swing paint faded repair repaired fix fixed replace remove removed clean cleaned cleaning inspect report reported reporting reports request complaint
status update case number call called person agent talk speak city boston mayor hall help know tell ask pay bill license inspection schedule working work works turned turn broke
lit lite street's keep keeps left right side full empty cracked crack uneven raised tripping hazard safety safe unsafe speeding drivers running through middle
look looks see seen saw think same different several lots ton bunch everywhere huge terrible awful disgusting nice job love hate sick tired until while being made make makes send sent stop texting
message messages text remove list wrong number sorry maybe actually really nvm never mind cancel forget closed not reopen waiting long time times hours minutes pm am
thats whats theres hasnt havent isnt yup nah sure correct nope exactly fine cool awesome wait someone's y'all gonna wanna cuz bc lol wtf omg asap near nearby outside inside
resident residents permits rpp multiple plate registration obscene tag mailbox provisions overloaded possible non no vehicle's color blue white black silver gray grey make model
guys hours sometimes usually often each both enough else ever even such own sure thing things end start line lines way water's ground grass lawn yard bags bag box boxes wood metal glass wire wires pipe`
