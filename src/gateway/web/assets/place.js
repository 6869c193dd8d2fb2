// Where it is: names while one types, where the browser is, where a photo was taken, and the map.
import { startMap } from './map.js'

/** A point of the resident's own, named; `null` takes it away. Tells the map and whoever reads the page. */
export function startPlace(form, words, ask, whenResting) {
  const { lat, lon, accuracy, address } = form.elements
  const chosen = document.getElementById('chosen')
  const remove = document.getElementById('remove-place')
  const here = document.getElementById('use-here')
  const list = document.getElementById('places')
  const lang = form.elements.lang.value
  const listeners = []
  document.getElementById('place-tools').hidden = false
  here.hidden = !('geolocation' in navigator)

  const say = (text) => {
    chosen.textContent = text
  }
  const show = (point) => {
    remove.hidden = point === null
    for (const listener of listeners) listener(point)
  }
  function clear() {
    for (const field of [lat, lon, accuracy]) field.value = ''
    say('')
    show(null)
  }
  /** False where the point is not in the city. */
  async function setPoint(point) {
    const found = await ask('place', { lat: point.lat, lon: point.lon })
    if (found !== null && found.place === null) {
      clear()
      say(words.outside ?? '')
      return false
    }
    lat.value = point.lat.toFixed(6)
    lon.value = point.lon.toFixed(6)
    accuracy.value = String(Math.max(1, Math.round(point.accuracyM)))
    say((words.chosen ?? '%').replace('%', () => found?.place ?? `${lat.value}, ${lon.value}`))
    show(point)
    return true
  }
  form.setPoint = setPoint

  here.addEventListener('click', () => {
    say(words.finding ?? '…')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPoint({ lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy }),
      () => say(words.unknown ?? ''),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  })
  remove.addEventListener('click', () => {
    clear()
    address.focus()
  })
  address.addEventListener(
    'input',
    whenResting(async () => {
      const found = await ask('places', { text: address.value, lang })
      return found && (() => list.replaceChildren(...found.places.map((place) => new Option(place, place))))
    }),
  )
  const start = lat.value === '' ? null : { lat: Number(lat.value), lon: Number(lon.value), accuracyM: Number(accuracy.value) }
  remove.hidden = start === null
  if (start !== null) setPoint(start)
  // An aid: where the browser can't draw it, nothing else is missing.
  startMap({ start, setPoint, label: words.marker ?? '', onPoint: (listener) => listeners.push(listener) }).catch(() => {
    const box = document.getElementById('map-box')
    if (box !== null) box.hidden = true
  })
}

const mostPhotos = 5

/** Small pictures of what was chosen, and the place that a camera wrote into one. It is read here and not sent. */
export function startPhotos(form, words, ask) {
  const input = form.elements.photos
  const list = document.getElementById('previews')
  const offer = document.getElementById('photo-place')
  input.addEventListener('change', async () => {
    for (const image of list.querySelectorAll('img')) URL.revokeObjectURL(image.src)
    offer.replaceChildren()
    const files = [...input.files]
    if (files.length > mostPhotos) {
      input.value = ''
      list.replaceChildren()
      list.hidden = true
      offer.textContent = words.photos
      return
    }
    list.hidden = files.length === 0
    list.replaceChildren(
      ...files.map((file) => {
        const image = new Image()
        image.src = URL.createObjectURL(file)
        image.alt = file.name
        const item = document.createElement('li')
        item.append(image)
        return item
      }),
    )
    const point = await positionOf(files)
    if (point === null || form.elements.lat.value !== '') return
    const found = await ask('place', point)
    if (!found?.place) return
    const text = document.createElement('p')
    text.textContent = words.photoPlace.replace('%', () => found.place)
    const use = document.createElement('button')
    use.type = 'button'
    use.className = 'quiet'
    use.textContent = words.usePhotoPlace
    use.addEventListener('click', async () => {
      await form.setPoint({ ...point, accuracyM: 30 })
      offer.replaceChildren()
    })
    offer.append(text, use)
  })
}

/** Of the first JPEG that has one. */
async function positionOf(files) {
  const photos = files.filter(({ type }) => type === 'image/jpeg')
  if (photos.length === 0) return null
  const { gps } = await import('./exifr.mjs').then((module) => module.default ?? module).catch(() => ({ gps: async () => undefined }))
  for (const file of photos) {
    const found = await gps(file).catch(() => undefined)
    if (Number.isFinite(found?.latitude) && Number.isFinite(found?.longitude) && (found.latitude !== 0 || found.longitude !== 0)) return { lat: found.latitude, lon: found.longitude }
  }
  return null
}
