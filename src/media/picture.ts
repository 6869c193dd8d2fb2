/**
 * Copies of a picture that anyone may see: upright, small, and without a word about who took it where.
 * @module
 */
import sharp from 'sharp'

// A photo every few seconds needs neither threads nor a cache; both cost memory that stays.
sharp.concurrency(1)
sharp.cache(false)

/** Pixels of one picture. Phones make 12 to 50 million; a bomb of a few kilobytes claims thousands of millions. */
const maxPixels = 60_000_000
const publicMaxPx = 2048
const thumbnailMaxPx = 320

export interface Picture {
  /** As seen, after turning upright. */
  readonly width: number
  readonly height: number
  readonly copies: { readonly public: Uint8Array; readonly thumbnail: Uint8Array }
}

/** Both copies are JPEG in sRGB; of an animation the first frame. Throws where the picture cannot be decoded. */
export async function showable(bytes: Uint8Array): Promise<Picture> {
  // `truncated`: half a photo is broken, but the small sins of phone cameras are forgiven.
  const options = { limitInputPixels: maxPixels, failOn: 'truncated', pages: 1 } as const
  const { autoOrient } = await sharp(bytes, options).metadata()
  const shown = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: publicMaxPx, height: publicMaxPx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer()
  const thumbnail = await sharp(shown)
    .resize({ width: thumbnailMaxPx, height: thumbnailMaxPx, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer()
  return { width: autoOrient.width, height: autoOrient.height, copies: { public: shown, thumbnail } }
}
