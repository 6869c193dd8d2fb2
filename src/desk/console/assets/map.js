// The map: neighborhoods, streets, the place with its accuracy, and a marker that sets it. No tiles, no other host.
// An aid: everything it does can be done with the fields beside it.

const metresPerDegree = 111_195
const stepM = 10
const farM = 100

const light = { land: '#f4f6f8', water: '#dbe4ee', edge: '#8fa0b3', street: '#b8c2ce', text: '#33404f', halo: '#f4f6f8', place: '#0b5cd6' }
const dark = { land: '#1b2029', water: '#0f141b', edge: '#55647a', street: '#3f4a5a', text: '#c3cddb', halo: '#1b2029', place: '#8db8ff' }

const line = (source, color, width, more = {}) => ({ id: `${source}-line`, type: 'line', source, paint: { 'line-color': color, 'line-width': width }, ...more })
const label = (source, colors, layout, more = {}) => ({
  id: `${source}-label`,
  type: 'symbol',
  source,
  // Without `glyphs` MapLibre draws letters with the fonts of this machine.
  layout: { 'text-field': ['get', 'name'], 'text-font': ['sans-serif'], ...layout },
  paint: { 'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.5 },
  ...more,
})
const style = (colors, outlines, streets) => ({
  version: 8,
  sources: {
    outlines: { type: 'geojson', data: outlines },
    streets: { type: 'geojson', data: streets },
    accuracy: { type: 'geojson', data: none },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': colors.water } },
    { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': colors.land } },
    line('streets', colors.street, ['interpolate', ['linear'], ['zoom'], 11, 0.4, 14, 1.5, 17, 5], { layout: { 'line-cap': 'round', 'line-join': 'round' } }),
    line('outlines', colors.edge, 1.2),
    { id: 'accuracy-fill', type: 'fill', source: 'accuracy', paint: { 'fill-color': colors.place, 'fill-opacity': 0.15 } },
    line('accuracy', colors.place, 1.5),
    label('streets', colors, { 'symbol-placement': 'line', 'text-size': 12 }, { minzoom: 14 }),
    label('outlines', colors, { 'text-size': 13 }, { maxzoom: 14.5 }),
  ],
})
const none = { type: 'FeatureCollection', features: [] }

function circle({ lat, lon, accuracyM }) {
  const ring = Array.from({ length: 65 }, (_, n) => {
    const angle = (n / 64) * 2 * Math.PI
    const up = (accuracyM * Math.sin(angle)) / metresPerDegree
    const right = (accuracyM * Math.cos(angle)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180))
    return [lon + right, lat + up]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function boundsOf({ features }) {
  const all = features.flatMap(({ geometry }) => geometry.coordinates.flat(2))
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** Zoom at which the accuracy is seen whole. */
const zoomFor = ({ accuracyM }) => Math.min(15.5, Math.max(11.5, 15.5 - Math.log2(Math.max(1, accuracyM / 80))))

/** Draws the map into its box and shows the box once it is drawn. Throws where the browser can't. */
export async function startMap({ form, box, setPoint }) {
  const place = document.getElementById('map')
  const [{ Map: MapView, Marker }, outlines] = await Promise.all([
    import(place.dataset.script),
    fetch(place.dataset.outlines).then((answer) => answer.json()),
  ])
  const wantsDark = matchMedia('(prefers-color-scheme: dark)')
  const colors = () => (wantsDark.matches ? dark : light)
  const chosen = () => {
    const json = form.querySelector('[name=spot]:checked')?.dataset.place
    return json ? JSON.parse(json) : null
  }

  box.hidden = false
  const start = chosen()
  const map = new MapView({
    container: place,
    style: style(colors(), outlines, place.dataset.streets),
    ...(start === null ? (outlines.features.length > 0 ? { bounds: boundsOf(outlines), fitBoundsOptions: { padding: 12 } } : {}) : { center: [start.lon, start.lat], zoom: zoomFor(start) }),
    attributionControl: false,
    // The page scrolls with wheel and finger; the map has buttons, and two fingers.
    scrollZoom: false,
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: { 'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map' },
  })
  await new Promise((resolve, reject) => {
    map.once('load', resolve)
    map.once('error', ({ error }) => reject(error))
  })
  // The box had no size until a moment ago.
  map.resize()
  map.getCanvas().tabIndex = -1
  map.getCanvas().setAttribute('aria-hidden', 'true')

  const pin = document.createElement('button')
  pin.type = 'button'
  pin.className = 'pin'
  const marker = new Marker({ element: pin, draggable: true, anchor: 'bottom' })
  marker.setLngLat(start === null ? map.getCenter() : [start.lon, start.lat]).addTo(map)
  const nameIt = () => {
    const now = chosen()
    pin.classList.toggle('unset', now === null)
    pin.setAttribute('aria-label', now === null ? 'Marker, no place set. Move it with the arrow keys, set the place with Enter' : `Marker at ${now.address}. Move it with the arrow keys, set the place with Enter`)
  }
  function follow() {
    const now = chosen()
    nameIt()
    map.getSource('accuracy').setData(now === null ? none : circle(now))
    if (now === null) return
    marker.setLngLat([now.lon, now.lat])
    map.easeTo({ center: [now.lon, now.lat], zoom: Math.max(map.getZoom(), zoomFor(now)) })
  }
  follow()

  async function take({ lng, lat }) {
    marker.setLngLat([lng, lat])
    if (!(await setPoint(lat.toFixed(6), lng.toFixed(6)))) follow()
  }
  map.on('click', ({ lngLat }) => take(lngLat))
  marker.on('dragend', () => take(marker.getLngLat()))
  const moves = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }
  pin.addEventListener('keydown', (event) => {
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    const metres = event.shiftKey ? farM : stepM
    const { lng, lat } = marker.getLngLat()
    const to = [lng + (move[0] * metres) / (metresPerDegree * Math.cos((lat * Math.PI) / 180)), lat + (move[1] * metres) / metresPerDegree]
    marker.setLngLat(to)
    map.jumpTo({ center: to })
  })
  // Enter and Space press the button; a drag does not.
  pin.addEventListener('click', (event) => {
    event.stopPropagation()
    if (event.detail === 0) take(marker.getLngLat())
  })
  form.addEventListener('change', ({ target }) => target.name === 'spot' && follow())
  document.getElementById('zoom-in').addEventListener('click', () => map.zoomIn())
  document.getElementById('zoom-out').addEventListener('click', () => map.zoomOut())
  wantsDark.addEventListener('change', () => {
    map.setStyle(style(colors(), outlines, place.dataset.streets))
    map.once('styledata', follow)
  })
  place.dataset.ready = 'yes'
}
