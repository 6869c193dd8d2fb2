// Shows what came since: asks for the lines once a second, and changes the page only where they differ.
const log = document.getElementById('log')
const from = document.body.dataset.log
let shown = log.innerHTML

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60

async function look() {
  try {
    const answer = await fetch(from)
    if (!answer.ok) return
    const next = document.createElement('template')
    next.innerHTML = await answer.text()
    const fresh = next.innerHTML
    if (fresh === shown) return
    const follow = atEnd()
    const known = new Set([...log.children].map((one) => one.id))
    const spoken = [...next.content.children].filter((one) => !known.has(one.id) && one.className === 'theirs')
    log.replaceChildren(...next.content.children)
    shown = fresh
    if (follow) log.scrollTop = log.scrollHeight
    for (const one of spoken) speak(one.querySelector('.words')?.textContent ?? '')
  } catch {
    // Away for a moment: the next look finds it again.
  }
}

const aloud = document.getElementById('aloud')
function speak(words) {
  if (!aloud?.checked || !window.speechSynthesis) return
  window.speechSynthesis.speak(new SpeechSynthesisUtterance(words))
}

// Where the browser can listen, a field that is spoken can be.
const Listener = window.SpeechRecognition ?? window.webkitSpeechRecognition
const mouth = document.getElementById('f-speech')
if (Listener && mouth) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Speak'
  button.addEventListener('click', () => {
    const listener = new Listener()
    listener.onresult = (event) => {
      mouth.value = event.results[0]?.[0]?.transcript ?? ''
      mouth.form.requestSubmit()
    }
    listener.start()
  })
  mouth.after(button)
}

log.scrollTop = log.scrollHeight
setInterval(look, 1000)
