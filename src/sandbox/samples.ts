/**
 * Sample photos, drawn when the sandbox starts: nobody took them, and the page says so.
 * @module
 */
import sharp from 'sharp'

export interface Sample {
  readonly name: string
  /** What the picture shows, as its alternative text. */
  readonly label: string
  /** JPEG. */
  readonly bytes: Uint8Array
}

interface Scene {
  readonly name: string
  readonly label: string
  readonly svg: string
  /** Where a camera would have stood. WGS 84 degrees. */
  readonly position: { readonly lat: number; readonly lon: number } | null
}

const width = 960
const height = 720

/** Each scene as a JPEG; those with a position carry it in their EXIF, as a phone's photos do. */
export function drawSamples(): Promise<readonly Sample[]> {
  return Promise.all(scenes.map(draw))
}

async function draw({ name, label, svg, position }: Scene): Promise<Sample> {
  const picture = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 960 720">${svg}</svg>`,
    ),
  ).withExif({
    IFD0: { Software: 'Drawn sample', ImageDescription: 'A drawn sample, not a photo' },
    ...(position !== null && { IFD3: gps(position) }),
  })
  return { name, label, bytes: await picture.jpeg({ quality: 80 }).toBuffer() }
}

function gps({ lat, lon }: { readonly lat: number; readonly lon: number }) {
  return {
    GPSLatitudeRef: lat < 0 ? 'S' : 'N',
    GPSLatitude: sexagesimal(lat),
    GPSLongitudeRef: lon < 0 ? 'W' : 'E',
    GPSLongitude: sexagesimal(lon),
  }
}

/** Degrees, minutes and seconds as the fractions that EXIF stores. */
function sexagesimal(degrees: number): string {
  const all = Math.round(Math.abs(degrees) * 3_600_000)
  return `${Math.floor(all / 3_600_000)}/1 ${Math.floor(all / 60_000) % 60}/1 ${all % 60_000}/1000`
}

const street = `
  <rect width="960" height="720" fill="#bcd3e6"/>
  <path d="M0 300 L60 300 60 190 180 190 180 250 270 250 270 150 400 150 400 300 Z" fill="#a2634f"/>
  <path d="M400 300 L400 210 520 210 520 120 640 120 640 230 760 230 760 170 900 170 900 300 960 300 960 330 0 330 0 300 Z" fill="#8d5646"/>
  <g fill="#f3e6c0">
    <path d="M85 215h26v36H85zM130 215h26v36h-26zM290 175h26v38h-26zM340 175h26v38h-26zM290 232h26v38h-26zM340 232h26v38h-26z"/>
    <path d="M545 145h24v36h-24zM592 145h24v36h-24zM545 202h24v36h-24zM592 202h24v36h-24zM785 195h26v36h-26zM842 195h26v36h-26z"/>
  </g>
  <rect y="318" width="960" height="42" fill="#c9c6bf"/>
  <rect y="356" width="960" height="10" fill="#8f8c86"/>`

const scenes: readonly Scene[] = [
  {
    name: 'pothole',
    label: 'a pothole in a street',
    position: { lat: 42.31052, lon: -71.11451 },
    svg: `${street}
      <rect y="366" width="960" height="354" fill="#5d6066"/>
      <path d="M0 430 L960 405 960 415 0 442 Z" fill="#e9c84c"/>
      <path d="M300 560 C330 490 470 470 560 492 C650 482 720 530 690 585 C670 640 560 652 480 636 C390 655 285 628 300 560 Z" fill="#45474c"/>
      <path d="M335 565 C360 515 480 500 555 515 C630 508 680 545 655 584 C635 622 555 628 480 616 C405 630 320 612 335 565 Z" fill="#232427"/>
      <path d="M380 590 C430 560 560 560 610 585 C590 612 540 616 480 606 C440 616 400 610 380 590 Z" fill="#7f97a8"/>
      <path d="M420 588 C460 574 520 574 560 584" stroke="#b9cbd7" stroke-width="5" fill="none"/>
      <g stroke="#3a3c40" stroke-width="6" fill="none"><path d="M300 560 L220 540 170 560"/><path d="M690 585 L770 600 800 640"/><path d="M560 492 L590 450"/></g>
      <g fill="#6f7278"><circle cx="270" cy="620" r="11"/><circle cx="720" cy="545" r="9"/><circle cx="640" cy="660" r="12"/><circle cx="340" cy="655" r="8"/></g>
      <g><path d="M800 470 L835 600 765 600 Z" fill="#e8641b"/><path d="M787 518h26l9 33h-44z" fill="#f7f3ea"/><rect x="748" y="598" width="104" height="16" rx="4" fill="#c44f10"/></g>`,
  },
  {
    name: 'streetlight',
    label: 'a street light that is out at night',
    position: { lat: 42.33371, lon: -71.07347 },
    svg: `<rect width="960" height="720" fill="#131a2c"/>
      <circle cx="790" cy="110" r="42" fill="#e8e6d2"/><circle cx="772" cy="100" r="40" fill="#131a2c"/>
      <g fill="#dfe5f2"><circle cx="120" cy="90" r="3"/><circle cx="250" cy="150" r="2"/><circle cx="560" cy="70" r="3"/><circle cx="660" cy="170" r="2"/><circle cx="900" cy="220" r="2"/></g>
      <path d="M0 520 L0 300 140 300 140 240 290 240 290 520 Z M620 520 L620 270 760 270 760 330 960 330 960 520 Z" fill="#1d263d"/>
      <g fill="#e9c463"><path d="M40 335h30v40H40zM190 280h30v40h-30zM810 365h34v42h-34z"/></g>
      <g fill="#2b3650"><path d="M90 335h30v40H90zM240 280h30v40h-30zM660 310h30v42h-30zM710 310h30v42h-30zM890 365h34v42h-34z"/></g>
      <rect y="520" width="960" height="34" fill="#3a435a"/><rect y="554" width="960" height="166" fill="#222a3d"/>
      <path d="M0 640h120v10H0zM200 640h160v10H200zM440 640h160v10H440zM680 640h160v10H680z" fill="#545d74"/>
      <g fill="#0b0f1a" stroke="#4a556f" stroke-width="3"><path d="M452 540 L458 190 C460 130 500 112 580 116 L580 130 C512 128 474 144 474 194 L480 540 Z"/><path d="M560 104 L650 112 C660 126 656 138 646 144 L566 138 Z"/><rect x="436" y="530" width="60" height="24" rx="4"/></g>
      <path d="M590 138 L622 141 618 152 594 150 Z" fill="#6b7387"/>
      <g><ellipse cx="190" cy="606" rx="190" ry="44" fill="#f2cf73" opacity=".18"/><path d="M182 540 L186 300 C188 280 200 276 222 278" stroke="#0b0f1a" stroke-width="14" fill="none"/><ellipse cx="232" cy="284" rx="24" ry="12" fill="#ffe9a8"/></g>`,
  },
  {
    name: 'graffiti',
    label: 'paint on a brick wall',
    position: null,
    svg: `<rect width="960" height="720" fill="#9a5a48"/>
      <g stroke="#c49a8b" stroke-width="5">${bricks()}</g>
      <g fill="none" stroke-linecap="round" stroke-linejoin="round">
        <path d="M170 430 C120 300 270 230 320 320 C350 380 250 440 220 390 M360 440 L400 270 450 420 M378 370 L432 362 M500 430 L500 270 C590 260 590 340 505 350 M520 352 L590 432 M640 280 L760 268 M700 274 L706 436" stroke="#14213d" stroke-width="40"/>
        <path d="M170 430 C120 300 270 230 320 320 C350 380 250 440 220 390 M360 440 L400 270 450 420 M378 370 L432 362 M500 430 L500 270 C590 260 590 340 505 350 M520 352 L590 432 M640 280 L760 268 M700 274 L706 436" stroke="#4cc9f0" stroke-width="22"/>
        <path d="M150 500 C320 470 600 520 800 480" stroke="#f72585" stroke-width="16"/>
      </g>
      <g stroke="#4cc9f0" stroke-width="8" stroke-linecap="round"><path d="M220 400v90M505 440v70M706 440v110"/></g>
      <rect y="600" width="960" height="120" fill="#b8b4ab"/><rect y="596" width="960" height="10" fill="#6d4035"/>`,
  },
]

function bricks(): string {
  const rows = Array.from({ length: 13 }, (_, row) => {
    const y = row * 46
    const starts = Array.from({ length: 9 }, (_one, column) => column * 120 + (row % 2) * 60)
    return `<path d="M0 ${y}H960"/>${starts.map((x) => `<path d="M${x} ${y}v46"/>`).join('')}`
  })
  return rows.join('')
}
