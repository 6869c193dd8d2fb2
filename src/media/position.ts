/**
 * Where a photo was taken, from its EXIF.
 * @module
 */
import exifr from 'exifr'
import { z } from 'zod'

const Position = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

/** WGS 84, degrees; null where it is absent, broken, out of range, or 0,0 (what cameras write without a fix). */
export async function positionOf(
  bytes: Uint8Array,
): Promise<{ readonly lat: number; readonly lon: number } | null> {
  const exif = exifBlock(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (exif === null) return null
  let found: unknown
  try {
    found = await exifr.gps(exif)
  } catch {
    return null
  }
  const parsed = Position.safeParse(found)
  if (!parsed.success) return null
  const { latitude: lat, longitude: lon } = parsed.data
  return lat === 0 && lon === 0 ? null : { lat, lon }
}

/** What stands before the block: JPEG and HEIF; chunk names of PNG and WebP, the latter before its length. */
const marks = [
  { mark: 'Exif\0\0', skip: 6 },
  { mark: 'eXIf', skip: 4 },
  { mark: 'EXIF', skip: 8 },
] as const
const tiffHeads = ['II*\0', 'MM\0*']
/** Blocks are in the first or last part of a file; a length in 16 bits is all a JPEG allows them. */
const blockMaxBytes = 65_536

/**
 * The TIFF block that EXIF is. Found by its marks, so that exifr sees that block alone: its reader of HEIF boxes
 * never comes back from a box of length zero.
 */
function exifBlock(bytes: Buffer): Buffer | null {
  for (const { mark, skip } of marks) {
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 1, 'latin1')) {
      const block = bytes.subarray(at + skip, at + skip + blockMaxBytes)
      if (tiffHeads.includes(block.subarray(0, 4).toString('latin1'))) return block
    }
  }
  return null
}
