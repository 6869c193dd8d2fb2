// The map: neighborhoods, streets and a marker that sets the place. No tiles, no other host. Drawn when it comes into
// view, so that nobody pays for a map who does not scroll to it.
const metresPerDegree = 111_195
const stepM = 10
const farM = 100

const light = { land: '#f4f6f8', water: '#dbe4ee', edge: '#8fa0b3', street: '#b8c2ce', text: '#33404f', halo: '#f4f6f8' }
const dark = { land: '#1b2029', water: '#0f141b', edge: '#55647a', street: '#3f4a5a', text: '#c3cddb', halo: '#1b2029' }

const line = (source, color, width) => ({ id: `${source}-line`, type: 'line', source, paint: { 'line-color': color, 'line-width': width } })
const label = (source, colors, layout, more) => ({
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
  sources: { outlines: { type: 'geojson', data: outlines }, streets: { type: 'geojson', data: streets } },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': colors.water } },
    { id: 'land', type: 'fill', source: 'outlines', paint: { 'fill-color': colors.land } },
    line('streets', colors.street, ['interpolate', ['linear'], ['zoom'], 11, 0.4, 14, 1.5, 17, 5]),
    line('outlines', colors.edge, 1.2),
    label('streets', colors, { 'symbol-placement': 'line', 'text-size': 12 }, { minzoom: 14 }),
    label('outlines', colors, { 'text-size': 13 }, { maxzoom: 14.5 }),
  ],
})

function boundsOf({ features }) {
  const all = features.flatMap(({ geometry }) => geometry.coordinates.flat(2))
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

const canDraw = () => {
  const canvas = document.createElement('canvas')
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null
}
const inView = (element) =>
  new Promise((resolve) => {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      resolve()
    }, { rootMargin: '200px' })
    watch.observe(element)
  })

/** Shows the map once it is drawn; not without a connection, where there is nothing to draw. Throws where the browser can't. */
export async function startMap({ start, setPoint, label: name, onPoint }) {
  const box = document.getElementById('map-box')
  if (box === null || !navigator.onLine || !canDraw()) return
  const place = document.getElementById('map')
  box.hidden = false
  await inView(place)
  const [{ Map: MapView, Marker }, outlines] = await Promise.all([import(place.dataset.script), fetch(place.dataset.outlines).then((answer) => answer.json())])
  const wantsDark = matchMedia('(prefers-color-scheme: dark)')
  const colors = () => (wantsDark.matches ? dark : light)
  const bounds = outlines.features.length > 0 ? { bounds: boundsOf(outlines), fitBoundsOptions: { padding: 12 } } : {}
  const map = new MapView({
    container: place,
    style: style(colors(), outlines, place.dataset.streets),
    ...(start === null ? bounds : { center: [start.lon, start.lat], zoom: 15.5 }),
    attributionControl: false,
    // The page scrolls with wheel and finger; the map has buttons, and two fingers.
    scrollZoom: false,
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
    keyboard: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
  })
  await new Promise((resolve, reject) => {
    map.once('load', resolve)
    map.once('error', ({ error }) => reject(error))
  })
  map.resize()
  map.getCanvas().tabIndex = -1
  map.getCanvas().setAttribute('aria-hidden', 'true')
  map.getCanvas().removeAttribute('role')

  const pin = document.createElement('button')
  pin.type = 'button'
  pin.className = 'pin'
  pin.setAttribute('aria-describedby', 'map-hint')
  const marker = new Marker({ element: pin, draggable: true, anchor: 'bottom' })
  marker.setLngLat(start === null ? map.getCenter() : [start.lon, start.lat]).addTo(map)
  pin.setAttribute('aria-label', name || 'Marker')
  const follow = (point) => {
    pin.classList.toggle('unset', point === null)
    if (point === null) return
    marker.setLngLat([point.lon, point.lat])
    map.easeTo({ center: [point.lon, point.lat], zoom: Math.max(map.getZoom(), 15.5) })
  }
  pin.classList.toggle('unset', start === null)
  onPoint(follow)

  const take = ({ lng, lat }) => {
    marker.setLngLat([lng, lat])
    // How near a finger hits, at this zoom.
    return setPoint({ lat, lon: lng, accuracyM: Math.max(5, 40 * 2 ** (15 - map.getZoom())) })
  }
  map.on('click', ({ lngLat }) => take(lngLat))
  marker.on('dragend', () => take(marker.getLngLat()))
  const moves = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }
  pin.addEventListener('keydown', (event) => {
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    const metres = (event.shiftKey ? farM : stepM) * 2 ** Math.max(0, 15 - map.getZoom())
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
  document.getElementById('zoom-in').addEventListener('click', () => map.zoomIn())
  document.getElementById('zoom-out').addEventListener('click', () => map.zoomOut())
  wantsDark.addEventListener('change', () => map.setStyle(style(colors(), outlines, place.dataset.streets)))
  place.dataset.ready = 'yes'
}
