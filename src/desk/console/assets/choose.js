// Choosing a service and a place: search fields with a list (WAI-ARIA APG, combobox with list autocomplete), and the
// radio buttons that what was found joins. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

const byId = (id) => document.getElementById(id)

export function startChoices({ form, announce }) {
  for (const plain of form.querySelectorAll('[data-plain]')) plain.hidden = true
  for (const box of form.querySelectorAll('[data-combobox]')) {
    box.hidden = false
    combobox(box, (option) => {
      if (box.dataset.combobox === 'service') choose(byId('service-choices'), 'code', option.value, option.name)
      else setPlace(option.value, option.name)
    }, announce)
  }

  const radio = (group, name, value) => [...group.querySelectorAll(`input[name="${name}"]`)].find((one) => one.value === value)
  function choose(group, name, value, label, sure = 'your choice') {
    let found = radio(group, name, value)
    if (!found) {
      const choice = document.createElement('label')
      choice.className = 'choice'
      found = Object.assign(document.createElement('input'), { type: 'radio', name, value })
      const words = Object.assign(document.createElement('span'), { textContent: label })
      const note = Object.assign(document.createElement('span'), { className: 'sure', textContent: sure })
      choice.append(found, words, ' ', note)
      group.append(choice)
      if (name === 'spot') found.dataset.place = value
    }
    found.checked = true
    found.dispatchEvent(new Event('change', { bubbles: true }))
    announce(`Chosen: ${label}`)
  }
  function setPlace(json, words) {
    // One place of one's own is enough.
    for (const old of form.querySelectorAll('[name=spot][data-own]')) old.closest('label').remove()
    choose(byId('place-choices'), 'spot', json, words)
    const made = form.querySelector('[name=spot]:checked')
    if (made.parentElement.querySelector('.sure').textContent === 'your choice') made.dataset.own = ''
    byId('place-said').textContent = `The place is set to ${words}.`
  }

  /** Asks what is at a point, and sets it. Answers whether it is in the city. */
  async function setPoint(lat, lon) {
    const answer = await fetch(`/agent/places/at?lat=${encodeURIComponent(lat)}&lon=${encodeURIComponent(lon)}`).catch(() => null)
    const found = await answer?.json().catch(() => null)
    if (answer?.ok) setPlace(JSON.stringify(found.place), found.words)
    else byId('place-said').textContent = found?.problem ?? 'The place could not be looked up. Try again.'
    return answer?.ok ?? false
  }
  const usePoint = byId('use-point')
  usePoint.hidden = false
  usePoint.addEventListener('click', async () => {
    if (await setPoint(byId('lat').value, byId('lon').value)) for (const id of ['lat', 'lon']) byId(id).value = ''
  })
  for (const id of ['lat', 'lon'])
    byId(id).addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      usePoint.click()
    })

  // What accepting would do, in words, next to the button that does it.
  const summary = byId('accept-summary')
  const tells = summary.textContent
  const named = (name) => form.querySelector(`[name=${name}]:checked`)?.parentElement.querySelector('span').textContent
  function summarise() {
    const service = named('code')
    const place = named('spot')
    summary.textContent = `${service ?? 'No service yet'}, ${place === 'No place yet' ? 'without a place' : `at ${place}`}. ${tells}`
  }
  form.addEventListener('change', summarise)
  summarise()

  const box = byId('map-box')
  const near = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return
    near.disconnect()
    const { startMap } = await import('./map.js')
    await startMap({ form, box, setPoint }).catch(() => {
      box.hidden = true
    })
  }, { rootMargin: '300px' })
  near.observe(byId('place'))
}

/** `picked` gets `{ value, name }` of the option. */
function combobox(box, picked, announce) {
  const input = box.querySelector('[role=combobox]')
  const list = box.querySelector('[role=listbox]')
  let active = -1
  /** Value of the option one stands on: a later answer must not put another one under Enter. */
  let stood = null

  const options = () => [...list.querySelectorAll('[role=option]:not([aria-disabled])')]
  function show(open) {
    list.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    if (!open) go(-1)
  }
  function go(index) {
    const all = options()
    for (const [n, option] of all.entries()) option.setAttribute('aria-selected', String(n === index))
    active = index
    stood = index < 0 ? null : all[index].dataset.value
    if (index < 0) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', all[index].id)
    all[index].scrollIntoView({ block: 'nearest' })
  }
  function pick(option) {
    picked({ value: option.dataset.value, name: option.dataset.name })
    input.value = ''
    show(false)
  }

  input.addEventListener('keydown', (event) => {
    const all = options()
    const open = !list.hidden
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault()
        if (!open) {
          input.dispatchEvent(new CustomEvent('look-now'))
          return
        }
        const step = event.key === 'ArrowDown' ? 1 : -1
        if (all.length > 0) go((active + step + (active < 0 && step < 0 ? 1 : 0) + all.length) % all.length)
        return
      }
      case 'Enter':
        // Never the form: a half-typed place is not a decision.
        event.preventDefault()
        if (open && all.length > 0) pick(all[Math.max(active, 0)])
        else if (input.value !== '') input.dispatchEvent(new CustomEvent('look-now'))
        return
      case 'Escape':
        if (!open && input.value === '') return
        event.preventDefault()
        event.stopPropagation()
        if (!open) input.value = ''
        show(false)
        return
      case 'Tab':
        show(false)
    }
  })
  input.addEventListener('htmx:after:swap', () => {
    active = -1
    const still = options().findIndex(({ dataset }) => dataset.value === stood)
    const any = list.textContent.trim() !== ''
    const open = any && document.activeElement === input
    show(open)
    if (open) go(still)
    const count = options().length
    if (any) announce(count === 0 ? list.textContent.trim() : `${count} ${count === 1 ? 'suggestion' : 'suggestions'}`)
  })
  // The field keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]:not([aria-disabled])')
    if (option) pick(option)
  })
  input.addEventListener('blur', () => show(false))
}
