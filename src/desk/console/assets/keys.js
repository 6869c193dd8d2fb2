// Keys. Letters do nothing while one types and can be switched off (WCAG 2.1.4); nothing is decided by one key alone.

const byId = (id) => document.getElementById(id)
const remembered = 'intake311.keys'

export function startKeys({ page, announce }) {
  const dialog = byId('keys')
  const button = byId('show-keys')
  const box = byId('keys-on')
  // Storage may be off: then keys are on.
  const recall = () => {
    try {
      return localStorage.getItem(remembered) !== 'off'
    } catch {
      return true
    }
  }
  box.checked = recall()
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(remembered, box.checked ? 'on' : 'off')
    } catch {}
    announce(box.checked ? 'Keys are on' : 'Keys are off')
  })
  button.hidden = false
  const help = () => dialog.showModal()
  button.addEventListener('click', help)

  const links = () => [...document.querySelectorAll('#reviews a[data-review]')]
  function move(step) {
    const all = links()
    const at = all.indexOf(document.activeElement)
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1)]
    next?.focus()
    next?.closest('li').scrollIntoView({ block: 'nearest' })
  }
  const go = (id) => {
    const field = byId(id)
    if (!field || field.disabled) return
    field.focus()
    field.closest('fieldset, .block, li')?.scrollIntoView({ block: 'nearest' })
  }
  const onList = { j: () => move(1), k: () => move(-1) }
  const onReview = {
    s: () => go('service-search'),
    p: () => go('place-search'),
    m: () => go('ask'),
    r: () => {
      const refuse = byId('refuse-box')
      if (refuse) refuse.open = true
      go('note')
    },
    a: () => {
      const accept = byId('accept')
      if (document.activeElement === accept) accept.click()
      else go('accept')
    },
  }
  const letters = { '?': help, ...(page === 'list' ? onList : onReview) }

  const types = (target) => target.matches('textarea, select, input:not([type=radio], [type=checkbox])') || target.isContentEditable
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return
    const { key, target } = event
    if (key === 'Escape') return leave(target)
    if (types(target) || !box.checked || event.repeat) return
    const choice = /^[1-9]$/.test(key) ? document.querySelector(`#service-choices [data-key="${key}"]`) : null
    const act = letters[key]
    if (!choice && !act) return
    event.preventDefault()
    if (choice) {
      choice.focus()
      choice.click()
    } else act()
  })
  function leave(target) {
    if (target !== document.body && target.matches('input, textarea, select, button, summary')) target.blur()
    else if (page === 'review') location.assign('/agent')
  }
}
