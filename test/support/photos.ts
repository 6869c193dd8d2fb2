/**
 * Pictures and other files for tests, made when they are needed: nobody took them, nobody owns them.
 * @module
 */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A position for EXIF. Degrees, WGS 84. */
export interface Position {
  readonly lat: number
  readonly lon: number
}

const dms = (degrees: number) => {
  const whole = Math.abs(degrees)
  const minutes = (whole % 1) * 60
  return `${Math.trunc(whole)}/1 ${Math.trunc(minutes)}/1 ${Math.round((minutes % 1) * 60 * 10_000)}/10000`
}
const gps = ({ lat, lon }: Position) => ({
  GPSLatitudeRef: lat < 0 ? 'S' : 'N',
  GPSLatitude: dms(lat),
  GPSLongitudeRef: lon < 0 ? 'W' : 'E',
  GPSLongitude: dms(lon),
})

/** A grey road with a dark hole. `position` and `orientation` (1 to 8) go into its EXIF, with a camera's name. */
export async function photo(
  options: {
    readonly width?: number
    readonly height?: number
    readonly position?: Position
    readonly orientation?: number
    readonly format?: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'
  } = {},
): Promise<Buffer> {
  const { width = 640, height = 480, position, orientation, format = 'jpeg' } = options
  const hole = Buffer.from(
    `<svg width="${width}" height="${height}"><ellipse cx="50%" cy="60%" rx="25%" ry="15%" fill="#222"/></svg>`,
  )
  const picture = sharp({ create: { width, height, channels: 3, background: '#8a8a8a' } })
    .composite([{ input: hole }])
    .withExif({ IFD0: { Make: 'Test camera', Artist: 'Nobody' }, ...(position && { IFD3: gps(position) }) })
  return (orientation === undefined ? picture : picture.withMetadata({ orientation }))
    .toFormat(format)
    .toBuffer()
}

/** The first half of a photo: what is left when a connection breaks. */
export async function brokenPhoto(): Promise<Buffer> {
  const whole = await photo()
  return whole.subarray(0, Math.floor(whole.length / 2))
}

const pngChunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG of a few bytes that claims `side` by `side` pixels. */
export function pixelBomb(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** An ISO base media file of one `ftyp` box: enough to say what it is, nothing to decode. */
const boxed = (brand: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(4),
    Buffer.from(`mif1${brand}`),
    Buffer.alloc(64),
  ])

/** Files that are no picture we can show, by what they are. */
export const otherFiles = {
  heic: () => boxed('heic'),
  mp4: () => boxed('isom'),
  threeGp: () => boxed('3gp4'),
  amr: () => Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64)]),
  vcard: () => Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Test Contact\r\nEND:VCARD\r\n'),
  pdf: () => Buffer.from('%PDF-1.4\n%%EOF\n'),
  svg: () =>
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>hi</text></svg>'),
  noise: () => Buffer.from(Array.from({ length: 256 }, (_, i) => (i * 73 + 11) % 256)),
  empty: () => Buffer.alloc(0),
}
