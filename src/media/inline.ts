import { AppError } from '../core/errors.ts'
import type { MediaSource, MediaStore } from '../core/ports.ts'
import { inlineUrl } from '../core/ports.ts'
import { MediaId } from '../core/request.ts'

const prefix = inlineUrl('med_' as MediaId).slice(0, -'med_'.length)

/** Files that came inside their delivery and are held already. Throws `provider-refused` where one is not. */
export const inlineMedia = (files: Pick<MediaStore, 'held'>): MediaSource => ({
  owns: (url) => url.startsWith(prefix),
  async fetch(url) {
    const id = MediaId.safeParse(url.slice(prefix.length))
    const bytes = id.success ? await files.held(id.data) : null
    if (bytes === null) throw new AppError('provider-refused', 'the file is not held')
    return { bytes, announcedType: '' }
  },
})
